package read_test

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/gold"
)

// A small report with everything that an examination compares.
const examined = `-- meta --
outlet: Radio Velm
published: 2026-03-04
-- text --
By Nadia Ferro

Finance minister Ana Ruiz met Bo Lee on Tuesday.

"We will cut the tax [on bread] by June," said Ruiz. Ten people died.
-- segments --
byline "By Nadia Ferro"
-- times --
DATE 2026-03-03 "Tuesday"
-- statements --
id=s1 direct commit source="Ruiz"#2 speaker="Ana Ruiz" cue="said" content="We will cut the tax [on bread] by June" grade=sure class=named said=../2026-03-04 chain="Ana Ruiz" insertion="[on bread]" parent=none addressee=none
-- responses --
no-response party="Bo Lee" span="met Bo Lee" about="tax"
-- commitments --
commitment obligor="Ana Ruiz" what="cut the tax" due=2026-06 state=given span="cut the tax" evidence=s1
-- contacts --
meeting participants="Ana Ruiz; Bo Lee" when=2026-03-03 state=reported told_by=none where=none span="Ana Ruiz met Bo Lee"
-- incidents --
what="people died" when=none actor=none span="Ten people died" figure="killed 10 exact \"Ten people\" by=none"
`

// answer is the reading that the case above expects.
func answer(t *testing.T) (*exam, *readout.Record, []readout.Timex) {
	t.Helper()
	c, err := gold.Parse([]byte(examined))
	if err != nil {
		t.Fatal(err)
	}
	doc := &readout.Document{ID: "d-1", Outlet: "Radio Velm", Text: c.Text}
	span := func(snippet string) readout.Span {
		s, err := doc.Span(gold.Occurrences(c.Text, snippet)[0])
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	at := func(snippet string) *readout.Span { s := span(snippet); return &s }
	ruiz, _ := doc.Span(gold.Occurrences(c.Text, "Ruiz")[1])
	ten := 10.0
	rec := &readout.Record{
		Segments: []readout.Segment{{Span: span("By Nadia Ferro"), Class: readout.Byline}, {Span: span("Ten people died."), Class: readout.Body}},
		Parties: []readout.Party{
			{ID: "p-ruiz", Name: "Ana Ruiz", Aliases: []string{"Ruiz"}}, {ID: "p-lee", Name: "Bo Lee"},
			{ID: "p-velm", Name: "Radio Velm"},
		},
		Statements: []readout.Statement{{
			ID: "s-1", Span: span(`"We will cut the tax [on bread] by June," said Ruiz`), Source: &ruiz, Cue: at("said"),
			Content: []readout.Span{span(`"We will cut the tax [on bread] by June,"`)}, Speaker: "p-ruiz",
			SpeakerClass: readout.SpeakerNamed, Act: readout.ActCommit, Mode: readout.Direct, Grade: readout.Sure,
			Said: &readout.Date{Value: "../2026-03-04"}, Chain: []readout.Hop{{Party: "p-velm"}, {Party: "p-ruiz"}},
			Edits: []readout.Edit{{Kind: readout.Insertion, Span: span("[on bread]")}},
		}},
		Responses: []readout.Response{{Span: span("Bo Lee on Tuesday"), Party: "p-lee", Status: readout.NoResponse, About: &readout.About{Text: "the tax"}}},
		Commitments: []readout.Commitment{{
			Kind: readout.Promise, What: "cut the tax", Obligor: []string{"p-ruiz"}, State: readout.StateGiven,
			Due: &readout.Date{Value: "2026-06"}, Evidence: []readout.Evidence{{Statement: "s-1"}},
		}},
		Contacts: []readout.Contact{{
			Form: readout.Meeting, State: readout.ContactReported, When: &readout.Date{Value: "2026-03-03"},
			Participants: []readout.Participant{{Party: "p-lee"}, {Party: "p-ruiz"}},
			Evidence:     []readout.Evidence{{Span: at("Finance minister Ana Ruiz met Bo Lee")}},
		}},
		Incidents: []readout.Incident{{
			What: "ten people died", Evidence: []readout.Evidence{{Span: at("Ten people died.")}},
			Figures: []readout.Figure{{Quantity: readout.Killed, Value: &ten, Bound: readout.Exact, Span: span("Ten people")}},
		}},
	}
	times := []readout.Timex{{Range: span("Tuesday").Bytes(), Type: readout.TimexDate, Value: "2026-03-03"}}
	return newExam(c, doc, rec), rec, times
}

// faults runs all sections and lists what is wrong, in a line.
func faults(x *exam, times []readout.Timex) string {
	x.segments()
	x.statements()
	x.responses()
	x.commitments()
	x.contacts()
	x.incidents()
	x.times(times)
	var out []string
	for _, v := range x.verdicts {
		out = append(out, v.problems...)
	}
	for _, s := range x.surplus {
		out = append(out, "too much: "+s.what)
	}
	return strings.Join(out, "; ")
}

func TestExamPasses(t *testing.T) {
	x, _, times := answer(t)
	if got := faults(x, times); got != "" {
		t.Errorf("the right answer is faulted: %s", got)
	}
	if len(x.verdicts) != 7 {
		t.Errorf("%d verdicts, want one for each of 7 lines", len(x.verdicts))
	}
}

func TestExamFaults(t *testing.T) {
	for want, spoil := range map[string]func(*readout.Record, []readout.Timex){
		"statements: not found": func(r *readout.Record, _ []readout.Timex) { r.Statements = nil },
		"source: want":          func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Source = nil },
		"cue: want":             func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Cue = r.Statements[0].Source },
		"content: want": func(r *readout.Record, _ []readout.Timex) {
			r.Statements[0].Content = append(r.Statements[0].Content, *r.Statements[0].Source)
		},
		"speaker: want Ana Ruiz, got bo lee": func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Speaker = "p-lee" },
		"class: want":                        func(r *readout.Record, _ []readout.Timex) { r.Statements[0].SpeakerClass = "" },
		"act: want commit, got state":        func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Act = readout.ActState },
		"mode: want":                         func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Mode = readout.Mixed },
		"grade: want":                        func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Grade = readout.Guessed },
		"said: want":                         func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Said = nil },
		"addressee: want none":               func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Addressee = "reporters" },
		"parent: want none":                  func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Parent = "s-2" },
		"chain: want": func(r *readout.Record, _ []readout.Timex) {
			r.Statements[0].Chain = append(r.Statements[0].Chain, readout.Hop{Name: "Bo Lee"})
		},
		"insertion: want": func(r *readout.Record, _ []readout.Timex) { r.Statements[0].Edits = nil },
		"too much:": func(r *readout.Record, _ []readout.Timex) {
			r.Statements = append(r.Statements, r.Statements[0])
		},
		"class: want byline":     func(r *readout.Record, _ []readout.Timex) { r.Segments[0].Class = readout.Credit },
		"too much: link":         func(r *readout.Record, _ []readout.Timex) { r.Segments[1].Class = readout.Link },
		"status: want":           func(r *readout.Record, _ []readout.Timex) { r.Responses[0].Status = readout.Denied },
		"party: want":            func(r *readout.Record, _ []readout.Timex) { r.Responses[0].Party = "" },
		"about: want":            func(r *readout.Record, _ []readout.Timex) { r.Responses[0].About = nil },
		"obligor: want":          func(r *readout.Record, _ []readout.Timex) { r.Commitments[0].Obligor = []string{"p-ruiz", "p-lee"} },
		"due: want":              func(r *readout.Record, _ []readout.Timex) { r.Commitments[0].Due = nil },
		"what: want":             func(r *readout.Record, _ []readout.Timex) { r.Commitments[0].What = "cut" },
		"commitments: not found": func(r *readout.Record, _ []readout.Timex) { r.Commitments[0].Evidence = nil },
		"state: want reported":   func(r *readout.Record, _ []readout.Timex) { r.Contacts[0].State = readout.ContactDenied },
		"participants: want": func(r *readout.Record, _ []readout.Timex) {
			r.Contacts[0].Participants = r.Contacts[0].Participants[:1]
		},
		"told_by: want none":      func(r *readout.Record, _ []readout.Timex) { r.Contacts[0].Participants[0].ToldBy = "p-ruiz" },
		"when: want none":         func(r *readout.Record, _ []readout.Timex) { r.Incidents[0].When = &readout.Date{Value: "2026"} },
		"bound of":                func(r *readout.Record, _ []readout.Timex) { r.Incidents[0].Figures[0].Bound = readout.UpTo },
		"teller of":               func(r *readout.Record, _ []readout.Timex) { r.Incidents[0].Figures[0].ToldBy = "p-lee" },
		"figure: too much":        func(r *readout.Record, _ []readout.Timex) { r.Incidents[0].Figures[0].Quantity = readout.Injured },
		"value: want 2026-03-03,": func(_ *readout.Record, ts []readout.Timex) { ts[0].Value = "" },
		"type: want":              func(_ *readout.Record, ts []readout.Timex) { ts[0].Type = readout.TimexSet },
	} {
		x, rec, times := answer(t)
		spoil(rec, times)
		x = newExam(x.Case, x.doc, rec)
		if got := faults(x, times); !strings.Contains(got, want) {
			t.Errorf("faults %q, want one with %q", got, want)
		}
	}
}

func TestKnownFalseFinds(t *testing.T) {
	x, rec, times := answer(t)
	known := strings.Replace(examined, "-- responses --\n", "~+ \"Ten people\"\n~+ \"met\"\n-- responses --\n", 1)
	c, err := gold.Parse([]byte(known))
	if err != nil {
		t.Fatal(err)
	}
	false1 := rec.Statements[0]
	false1.Content = []readout.Span{rec.Incidents[0].Figures[0].Span}
	rec.Statements = append(rec.Statements, false1)
	x = newExam(c, x.doc, rec)
	faults(x, times)
	if len(x.surplus) != 1 || x.surplus[0].known == 0 {
		t.Errorf("the false find is not known: %+v", x.surplus)
	}
	if lines := x.newFalseFinds(t, "statements"); lines != nil {
		t.Errorf("a known false find gets another line: %q", lines)
	}
	x.surplus[0].known = 0
	if lines := x.newFalseFinds(t, "statements"); len(lines) != 1 || lines[0] != `~+ "Ten people"` {
		t.Errorf("the line of a new false find is %q", lines)
	}
	x.surplus[0].known = x.Surplus[0].No
	if gone := x.gone(); len(gone) != 1 || gone[0].Span.First().Text != "met" {
		t.Errorf("gone: %+v, want the line on \"met\"", gone)
	}
}
