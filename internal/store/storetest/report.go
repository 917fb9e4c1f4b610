package storetest

import (
	"fmt"
	"strings"

	"readout"
	"readout/internal/store"
)

// template is a report; %s is its number, so that each is its own document.
// It has characters of one to four bytes, which tell code points from bytes.
const template = `Report %s: Harbour bridge “to open in May”
Mayor Ilse Brånd met reporters in Norhavn on Monday.
“The bridge 🌉 will open by May if the steel arrives,” said Brånd.
The port authority declined to comment. At least 12 workers were injured in March.
`

// makeReport is report number n, read by reader, with one of everything.
func makeReport(n int, reader string) store.Report {
	number := fmt.Sprint(n)
	text := strings.Replace(template, "%s", number, 1)
	hash := readout.HashOf([]byte(text))
	doc := &readout.Document{
		ID: readout.DocumentID(hash), Name: "report-" + number + ".txt", URL: "https://example.org/" + number,
		Outlet: "Norhavn Post", Title: "Harbour bridge", Byline: []string{"A. Writer", "B. Writer"}, Lang: "en",
		Text: text, Hash: hash,
		Published:  &readout.Date{Value: "2026-03-03", Grain: readout.GrainDay, Basis: "from the page"},
		Recorded:   &readout.Date{Value: "2026-03-05", Grain: readout.GrainDay},
		RevisionOf: "d-000000000000", Credits: []string{"Coast Wire"},
	}
	return store.Report{Doc: doc, Rec: makeRecord(doc, reader)}
}

// makeRecord is a reading of a report of makeReport. Another reader finds the
// same statements under other ids.
func makeRecord(doc *readout.Document, reader string) *readout.Record {
	id := func(prefix string, n int) string { return readout.NewID(prefix, doc.ID, reader, n) }
	ref := func(s string) *readout.Span { span := cut(doc, s); return &span }
	monday := &readout.Date{
		Value: "2026-03-02", Grain: readout.GrainDay, Basis: `"Monday" before publication Tue 2026-03-03`, Phrase: ref("Monday"),
	}
	promise := cut(doc, "“The bridge 🌉 will open by May if the steel arrives,” said Brånd")
	refusal := cut(doc, "The port authority declined to comment.")
	twelve := 12.0
	return &readout.Record{
		Doc: doc.ID, Reader: reader,
		Segments: []readout.Segment{
			{Doc: doc.ID, Span: cut(doc, "Harbour bridge “to open in May”"), Class: readout.Headline},
			{Doc: doc.ID, Span: promise, Class: readout.Relay, RelayOf: "p-wire"},
		},
		Parties: []readout.Party{
			{ID: "p-brand", Name: "Ilse Brånd", Kind: readout.Person, Aliases: []string{"Brånd"}, PartOf: "p-norhavn",
				SpeaksFor: "p-norhavn", Offices: []readout.Office{{Title: "Mayor", From: "2024"}}},
			{ID: "p-port", Name: "port authority", Kind: readout.Institution, Principal: "p-brand", Members: []string{"p-brand"}},
		},
		Statements: []readout.Statement{
			{
				ID: id("s", 1), Doc: doc.ID, Span: promise, Source: ref("Brånd."), Cue: ref("said"),
				Content: []readout.Span{cut(doc, "The bridge"), cut(doc, "will open by May")},
				Speaker: "p-brand", SpeakerClass: readout.SpeakerNamed, Act: readout.ActCommit, Mode: readout.Direct,
				Floating: true, Negated: true, Addressee: "reporters", Channel: "briefing", Place: "Norhavn", Said: monday,
				Chain: []readout.Hop{{Name: "outlet"}, {Party: "p-brand", Cue: ref("said"), Kind: readout.Quotes}},
				Edits: []readout.Edit{{Kind: readout.Insertion, Span: cut(doc, "🌉")}},
				Grade: readout.Sure, By: "rule/1", Why: "named speaker, cue, balanced quotes",
			},
			{
				ID: id("s", 2), Doc: doc.ID, Span: refusal, Source: ref("The port authority"), Cue: ref("declined to comment"),
				Speaker: "p-port", SpeakerClass: readout.SpeakerInstitution, Act: readout.ActDecline, Parent: id("s", 1),
				Said:  &readout.Date{Value: "../2026-03-03", Grain: readout.GrainInterval, Basis: "no time given; on or before publication"},
				Grade: readout.Inherited, By: "rule/2",
			},
			{
				ID: id("s", 3), Doc: doc.ID, Span: cut(doc, "to open in May"), Act: readout.ActState,
				Said: &readout.Date{Weekday: "Friday"}, Grade: readout.Guessed, By: "rule/3",
			},
		},
		Responses: []readout.Response{{
			ID: id("r", 1), Doc: doc.ID, Span: refusal, Party: "p-port", About: &readout.About{Text: "the bridge"},
			Status: readout.Declined, AsOf: monday, Expires: &readout.Date{Value: "2026-04"},
		}},
		Voices: []readout.Voice{{
			ID: id("v", 1), Doc: doc.ID, Span: cut(doc, "Harbour bridge"), Kind: readout.VoicePosition, Party: "p-brand",
			Proposition: "q-1", Value: readout.Supports, When: monday,
		}},
		Commitments: []readout.Commitment{{
			ID: id("c", 1), Kind: readout.Promise, What: "open the bridge", Span: ref("open by May"), Obligor: []string{"p-brand"},
			Condition: &readout.Condition{Text: "if the steel arrives", Span: ref("if the steel arrives")},
			Due:       &readout.Date{Value: "2026-05", Phrase: ref("by May")}, State: readout.StateConditional,
			History:  []readout.CommitmentEvent{{State: readout.StateConditional, On: "2026-03-02", By: "statement", Evidence: id("s", 1)}},
			Evidence: []readout.Evidence{{Statement: id("s", 1)}, {Span: ref("open by May")}},
		}},
		Contacts: []readout.Contact{{
			ID: id("k", 1), Form: readout.Briefing, Participants: []readout.Participant{{Party: "p-brand", ToldBy: "p-port"}},
			When: monday, Where: "Norhavn", State: readout.ContactReported, Evidence: []readout.Evidence{{Span: ref("met reporters")}},
		}},
		Incidents: []readout.Incident{{
			ID: id("i", 1), What: "workers injured", When: &readout.Date{Value: "2026-03", Phrase: ref("in March")},
			Figures: []readout.Figure{{
				Quantity: readout.Injured, Unit: "workers", Value: &twelve, Bound: readout.AtLeast,
				Span: cut(doc, "At least 12 workers"), AsOf: "2026-03-03",
			}},
			Evidence: []readout.Evidence{{Span: ref("12 workers were injured")}},
		}},
	}
}

// cut is the span of the first s in the document.
func cut(doc *readout.Document, s string) readout.Span {
	at := strings.Index(doc.Text, s)
	span, err := doc.Span(readout.Range{Start: at, End: at + len(s)})
	if err != nil {
		panic(fmt.Sprintf("%q: %v", s, err)) // the template does not have it
	}
	return span
}

// without is a document as a list shows it.
func without(doc *readout.Document) *readout.Document {
	bare := *doc
	bare.Text = ""
	return &bare
}
