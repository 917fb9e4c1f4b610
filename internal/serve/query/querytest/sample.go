package querytest

import (
	"strings"

	"readout"
	"readout/internal/store"
)

// The texts of the sample: a lock on a river, two reports. They hold what
// trips up a door: markup, curly quotes, letters beyond ASCII, a statement
// inside another's content, contents that overlap.
const (
	Courier = "Marland closes the Tarn lock <script>alert(1)</script>\n\n" +
		"By Zoë Färber\n\n" +
		"President Ilse Brandt said on Tuesday that Marland would “keep the lock closed” until 15 March. " +
		"“Tessovia has agreed to the inspection,” she said.\n\n" +
		"Per Halloran, the chief executive of Norrgate, denied that Norrgate ships had damaged the gate. " +
		"“That’s <b>nonsense</b> — naïve nonsense,” Halloran told reporters.\n\n" +
		"The Tessovian foreign ministry did not immediately respond to questions about the gate.\n\n" +
		"Sign up for our newsletter.\n"
	Radio = "Dora Quell, a spokeswoman for Marland, said the lock might reopen early.\r\n\r\n" +
		"Quell added that Brandt had said that a Norrgate ship “hit the gate”.\r\n\r\n" +
		"“We were never asked”, it was said in the port.\r\n"
)

// Ids of the sample.
const (
	CourierID = "d-aaaaaaaaaaaa"
	RadioID   = "d-bbbbbbbbbbbb"
)

// Sample is the story as a store and its ledger.
func Sample() *Fake {
	a := &readout.Document{
		ID: CourierID, Name: "courier.txt", Outlet: "The Tarn Courier", Title: "Marland closes the Tarn lock <script>alert(1)</script>",
		Lang: "en", Text: Courier, Hash: readout.HashOf([]byte(Courier)), Published: day("2026-03-04"), Recorded: day("2026-03-05"), Byline: []string{"Zoë Färber"},
	}
	b := &readout.Document{
		ID: RadioID, Name: "radio.html", URL: "https://radio.example/lock", Outlet: "Radio Osk", Lang: "en-GB", Text: Radio,
		Hash: readout.HashOf([]byte(Radio)), Published: day("2026-03-10"), Recorded: day("2026-03-12"),
	}
	return &Fake{
		All:    []store.Report{{Seq: 1, Doc: a, Rec: courier(a)}, {Seq: 2, Doc: b, Rec: radio(b)}},
		Joined: ledger(a), Cursor: 2, Decided: decided(a),
	}
}

func courier(d *readout.Document) *readout.Record {
	w := writer{d}
	return &readout.Record{
		Doc: d.ID, Reader: "test", Parties: parties(),
		Segments: []readout.Segment{
			{Doc: d.ID, Span: w.span("Marland closes the Tarn lock <script>alert(1)</script>"), Class: readout.Headline},
			{Doc: d.ID, Span: w.span("By Zoë Färber"), Class: readout.Byline},
			{Doc: d.ID, Span: w.span("Sign up for our newsletter."), Class: readout.Promo},
		},
		Statements: []readout.Statement{
			w.statement("s-000000000001", "p-brandt", readout.ActCommit, "2026-03-03",
				"President Ilse Brandt", "said", "Marland would “keep the lock closed” until 15 March"),
			w.statement("s-000000000002", "p-brandt", readout.ActState, "2026-03-03",
				"she", "said.", "“Tessovia has agreed to the inspection,”"),
			w.statement("s-000000000003", "p-halloran", readout.ActDeny, "../2026-03-04",
				"Per Halloran, the chief executive of Norrgate", "denied", "Norrgate ships had damaged the gate"),
			w.statement("s-000000000004", "p-halloran", readout.ActEvaluate, "../2026-03-04",
				"Halloran", "told", "“That’s <b>nonsense</b> — naïve nonsense,”"),
		},
		Responses: []readout.Response{{
			ID: "r-000000000001", Doc: d.ID, Party: "p-tes-ministry", Status: readout.NoResponse, AsOf: day("2026-03-04"), Expires: day("2026-03-05"),
			Span: w.span("The Tessovian foreign ministry did not immediately respond to questions about the gate."), About: &readout.About{Text: "the gate"},
		}},
		Voices: []readout.Voice{{
			ID: "v-000000000001", Doc: d.ID, Kind: readout.VoicePosition, Span: w.span("Marland closes the Tarn lock"), Party: "p-marland",
		}},
	}
}

func radio(d *readout.Document) *readout.Record {
	w := writer{d}
	inner := w.statement("s-000000000007", "p-brandt", readout.ActState, "../2026-03-10", "Brandt", "had said", "a Norrgate ship “hit the gate”")
	inner.Parent = "s-000000000006"
	nobody := w.statement("s-000000000008", "", readout.ActState, "../2026-03-10", "", "it was said", "“We were never asked”")
	nobody.Grade, nobody.Why, nobody.SpeakerClass = readout.Guessed, "nobody is named near the quotation", readout.SpeakerNone
	return &readout.Record{
		Doc: d.ID, Reader: "test", Parties: parties(),
		Statements: []readout.Statement{
			w.statement("s-000000000005", "p-quell", readout.ActConsider, "../2026-03-10",
				"Dora Quell, a spokeswoman for Marland", "said", "the lock might reopen early"),
			w.statement("s-000000000006", "p-quell", readout.ActState, "../2026-03-10",
				"Quell", "added", "Brandt had said that a Norrgate ship “hit the gate”"),
			inner, nobody,
		},
	}
}

func parties() []readout.Party {
	return []readout.Party{
		{ID: "p-brandt", Name: "Ilse Brandt", Kind: readout.Person, Aliases: []string{"Brandt", "President Ilse Brandt"},
			PartOf: "p-marland", Offices: []readout.Office{{Title: "President of Marland"}}},
		{ID: "p-quell", Name: "Dora Quell", Kind: readout.Person, Aliases: []string{"Quell"}, SpeaksFor: "p-marland"},
		{ID: "p-marland", Name: "Marland", Kind: readout.State, Principal: "p-brandt"},
		{ID: "p-tessovia", Name: "Tessovia", Kind: readout.State},
		{ID: "p-tes-ministry", Name: "Tessovian foreign ministry", Kind: readout.Institution, PartOf: "p-tessovia"},
		{ID: "p-halloran", Name: "Per Halloran", Kind: readout.Person, Aliases: []string{"Halloran"}, SpeaksFor: "p-norrgate"},
		{ID: "p-norrgate", Name: "Norrgate", Kind: readout.Institution, Principal: "p-halloran"},
		{ID: "p-osk", Name: "Radio Osk", Kind: readout.Outlet},
	}
}

func ledger(a *readout.Document) readout.Ledger {
	w := writer{a}
	promise := w.span("keep the lock closed")
	return readout.Ledger{
		Parties: parties(),
		Utterances: []readout.Utterance{
			{ID: "u-000000000001", Speaker: "p-brandt", Statements: []string{"s-000000000001", "s-000000000002"}, Said: day("2026-03-03"), Origin: "s-000000000001"},
			{ID: "u-000000000002", Speaker: "p-quell", Statements: []string{"s-000000000005", "s-000000000006"}, Origin: "s-000000000005", Tellers: []string{"p-osk"}},
		},
		Propositions: []readout.Proposition{
			{ID: "q-000000000001", Text: "Tessovia has agreed to the inspection.", Kind: readout.Fact},
			{ID: "q-000000000002", Text: "Norrgate ships damaged the gate.", Kind: readout.Fact},
			{ID: "q-000000000003", Text: "Marland keeps the lock closed until 15 March.", Kind: readout.Proposal},
		},
		Stances: []readout.Stance{
			{Statement: "s-000000000002", Proposition: "q-000000000001", Party: "p-brandt", Value: readout.Affirms},
			{Statement: "s-000000000002", Proposition: "q-000000000001", Party: "p-tessovia", Value: readout.SecondHand, ReportedValue: readout.Supports},
			{Statement: "s-000000000003", Proposition: "q-000000000002", Party: "p-halloran", Value: readout.Denies},
			{Statement: "s-000000000007", Proposition: "q-000000000002", Party: "p-brandt", Value: readout.Affirms},
			{Statement: "s-000000000001", Proposition: "q-000000000003", Party: "p-brandt", Value: readout.Affirms},
			{Statement: "s-000000000005", Proposition: "q-000000000003", Party: "p-quell", Value: readout.Tentative},
		},
		Responses: []readout.Response{{
			ID: "r-000000000001", Doc: a.ID, Party: "p-tes-ministry", Status: readout.NoResponse, AsOf: day("2026-03-04"), Expires: day("2026-03-05"),
			Span:  w.span("The Tessovian foreign ministry did not immediately respond to questions about the gate."),
			About: &readout.About{Proposition: "q-000000000002", Text: "the gate"},
		}},
		Commitments: []readout.Commitment{
			{ID: "c-000000000001", Kind: readout.Promise, What: "keep the lock closed", Span: &promise, Obligor: []string{"p-marland"},
				Due: day("2026-03-15"), State: readout.StateGiven, Evidence: []readout.Evidence{{Statement: "s-000000000001"}}},
			{ID: "c-000000000002", Kind: readout.Ultimatum, What: "open the gate to inspectors", Issuer: "p-marland", Addressee: "p-norrgate",
				Due: day("2026-03-08"), State: readout.StateInForce, Consequence: "a fine", Evidence: []readout.Evidence{{Span: &promise}}},
			{ID: "c-000000000003", Kind: readout.Promise, What: "pay", Obligor: []string{"p-norrgate"}, State: readout.StateGiven},
		},
		Contacts: []readout.Contact{{
			ID: "k-000000000001", Form: readout.Call, State: readout.ContactReported, Participants: []readout.Participant{{Party: "p-brandt", ToldBy: "p-quell"}, {Party: "p-halloran"}},
			Subject: "the gate", Evidence: []readout.Evidence{{Statement: "s-000000000006"}},
		}},
		Incidents: []readout.Incident{{
			ID: "i-000000000001", What: "a ship hit the gate", Where: "the Tarn lock", Actor: "p-norrgate", ActorToldBy: "p-brandt",
			Figures:  []readout.Figure{{Quantity: readout.Damaged, Unit: "gates", Value: number(1), Span: w.span("the gate"), ToldBy: "p-brandt"}},
			Evidence: []readout.Evidence{{Statement: "s-000000000007"}},
		}},
		Stories:   []readout.Story{{ID: "y-000000000001", Title: "The Tarn lock", Documents: []string{CourierID, RadioID}}},
		Origins:   []readout.Origin{{ID: "o-000000000001", Document: CourierID, Copies: []readout.Copy{{Doc: RadioID, Kind: "shared-passage", Containment: 0.1}}}},
		Revisions: []readout.Revision{{ID: "e-000000000001", Doc: RadioID, By: "note"}},
	}
}

// writer makes spans from snippets that must stand in the text.
type writer struct{ doc *readout.Document }

func (w writer) span(snippet string) readout.Span { return w.between(snippet, snippet) }

// between is the span from the beginning of one snippet to the end of another.
func (w writer) between(first, last string) readout.Span {
	i, j := strings.Index(w.doc.Text, first), strings.Index(w.doc.Text, last)
	s, err := w.doc.Span(readout.Range{Start: i, End: j + len(last)})
	if i < 0 || j < 0 || err != nil {
		panic("sample: " + first + " … " + last + " does not stand in the text")
	}
	return s
}

// statement makes one whose span goes from the first to the last of its parts.
func (w writer) statement(id, speaker string, act readout.Act, said, source, cue, content string) readout.Statement {
	c := w.span(content)
	s := readout.Statement{
		ID: id, Doc: w.doc.ID, Speaker: speaker, SpeakerClass: readout.SpeakerNamed, Act: act, Mode: readout.Indirect,
		Said: &readout.Date{Value: said}, Content: []readout.Span{c}, Grade: readout.Sure, By: "test", Why: "named speaker and cue",
	}
	all := c.Bytes()
	near := func(snippet string) *readout.Span {
		part := w.nearest(snippet, c.Bytes())
		all.Start, all.End = min(all.Start, part.BStart), max(all.End, part.BEnd)
		return &part
	}
	if strings.HasPrefix(content, "“") {
		s.Mode = readout.Direct
	}
	if source != "" {
		s.Source = near(source)
	}
	if cue != "" {
		s.Cue = near(cue)
	}
	s.Span, _ = w.doc.Span(all)
	return s
}

// nearest is the occurrence of a snippet that lies closest to a range and
// outside it.
func (w writer) nearest(snippet string, to readout.Range) readout.Span {
	best, distance := readout.Range{}, len(w.doc.Text)
	for at := 0; ; {
		i := strings.Index(w.doc.Text[at:], snippet)
		if i < 0 {
			break
		}
		r := readout.Range{Start: at + i, End: at + i + len(snippet)}
		if d := max(r.Start-to.End, to.Start-r.End); !r.Overlaps(to) && d < distance {
			best, distance = r, d
		}
		at = r.End
	}
	s, err := w.doc.Span(best)
	if err != nil || best.Empty() {
		panic("sample: " + snippet + " does not stand in the text")
	}
	return s
}

func day(value string) *readout.Date { return &readout.Date{Value: value, Grain: readout.GrainDay} }

func number(n float64) *float64 { return &n }

// decided is a pair that somebody keeps apart; one of them is no more.
func decided(a *readout.Document) []store.Decided {
	return []store.Decided{{Gone: true, Decision: readout.Decision{
		ID: "z-000000000001", Who: "Kim Aster", On: "2026-03-13T08:00:00Z", What: readout.DifferentIt, Why: "two locks",
		Target: readout.Target{Type: "statement", ID: courier(a).Statements[0].ID, At: &courier(a).Statements[0].Span},
		With:   &readout.Target{Type: "proposition", ID: "q-000000000009", Name: "The lock is open."},
	}}}
}
