package decision

import (
	"testing"

	"readout"
)

const text = "Ferry stops. The mayor, Ada Holm, denied it. “We sail on Monday,” said Bo Lind, of the ferry line. A guard saw nobody."

func report(t *testing.T) (*readout.Document, *readout.Record) {
	t.Helper()
	doc := &readout.Document{ID: "d-000000000001", Text: text}
	cut := func(words string) readout.Span {
		s, ok := (&applied{doc: doc}).find(words, readout.Span{})
		if !ok {
			t.Fatalf("%q is not in the text", words)
		}
		return s
	}
	source, cue := cut("Bo Lind"), cut("said")
	return doc, &readout.Record{
		Doc: doc.ID, Reader: "reader/1",
		Parties: []readout.Party{
			{ID: "p-holm", Name: "Ada Holm", Kind: readout.Person}, {ID: "p-line", Name: "ferry line", Kind: readout.Institution},
		},
		Statements: []readout.Statement{
			{ID: "s-1", Doc: doc.ID, Span: cut("The mayor, Ada Holm, denied it"), Speaker: "p-holm", Act: readout.ActDeny, Grade: readout.Guessed, By: "rule"},
			{ID: "s-2", Doc: doc.ID, Span: cut("“We sail on Monday,” said Bo Lind"), Source: &source, Cue: &cue, Speaker: "p-lind",
				Content: []readout.Span{cut("We sail on Monday,")}, Parent: "s-1", Act: readout.ActState, Grade: readout.Sure,
				Chain: []readout.Hop{{Name: "outlet"}, {Party: "p-lind", Kind: readout.Quotes}}},
		},
		Responses: []readout.Response{{ID: "r-1", Doc: doc.ID, Span: cut("denied it"), Party: "p-holm", Status: readout.Denied}},
		Commitments: []readout.Commitment{
			{ID: "c-1", What: "sail", Evidence: []readout.Evidence{{Statement: "s-2"}}},
			{ID: "c-2", What: "stop", Evidence: []readout.Evidence{{Statement: "s-1"}, {Statement: "s-2"}}},
		},
	}
}

// on is a decision about a statement, with "Bo Lind"'s by default.
func on(rec *readout.Record, id string, n int, what readout.DecisionKind, more ...string) readout.Decision {
	s := rec.Statements[n]
	d := readout.Decision{ID: id, Who: "Kim", On: "2026-03-06T09:00:00Z", What: what, Why: "tape", Target: readout.Target{Type: "statement", ID: s.ID, At: &s.Span}}
	if len(more) == 2 {
		d.Field, d.Value = more[0], more[1]
	}
	return d
}

func TestRecordCorrects(t *testing.T) {
	doc, rec := report(t)
	for _, c := range []struct {
		field, value string
		right        func(readout.Statement) bool
	}{
		{"speaker", "Ada Holm", func(s readout.Statement) bool { return s.Speaker == "p-holm" && s.Chain[1].Party == "p-holm" }},
		{"speaker", "p-line", func(s readout.Statement) bool { return s.SpeakerClass == readout.SpeakerInstitution }},
		{"speaker", "Una Strand", func(s readout.Statement) bool { return s.Speaker == readout.NewID("p", "Una Strand") }},
		{"speaker", "", func(s readout.Statement) bool { return s.Speaker == "" && s.SpeakerClass == readout.SpeakerNone }},
		{"act", "commit", func(s readout.Statement) bool { return s.Act == readout.ActCommit }},
		{"negated", "true", func(s readout.Statement) bool { return s.Negated }},
		{"said", "2026-03-02", func(s readout.Statement) bool {
			return s.Said.Value == "2026-03-02" && s.Said.Grain == readout.GrainDay
		}},
		{"said", "../2026-03", func(s readout.Statement) bool { return s.Said.Grain == readout.GrainInterval }},
		{"floating", "true", func(s readout.Statement) bool { return s.Floating }},
		{"parent", "", func(s readout.Statement) bool { return s.Parent == "" }},
		{"cue", "", func(s readout.Statement) bool { return s.Cue == nil }},
		{"source", "Bo Lind, of the ferry line", func(s readout.Statement) bool {
			return s.Source.Text == "Bo Lind, of the ferry line" && s.Span.Text == "“We sail on Monday,” said Bo Lind, of the ferry line"
		}},
		{"content", "We sail … on Monday", func(s readout.Statement) bool { return len(s.Content) == 2 && s.Content[1].Text == "on Monday" }},
	} {
		d := on(rec, "z-1", 1, readout.CorrectIt, c.field, c.value)
		if err := Check(d); err != nil {
			t.Errorf("%s=%q: %v", c.field, c.value, err)
		}
		got, unmet := Record(doc, rec, []readout.Decision{d})
		s := got.Statements[1]
		if !c.right(s) || s.Grade != readout.Sure || s.By != "person Kim" || len(unmet) > 0 {
			t.Errorf("%s=%q: %+v, unmet %v", c.field, c.value, s, unmet)
		}
		if rec.Statements[1].By != "" || rec.Statements[1].Chain[1].Party != "p-lind" {
			t.Fatalf("%s=%q changes the reading itself", c.field, c.value)
		}
	}
}

func TestRecordCorrectsAnAnswer(t *testing.T) {
	doc, rec := report(t)
	for _, c := range []struct {
		field, value string
		right        func(readout.Response) bool
	}{
		{"party", "ferry line", func(r readout.Response) bool { return r.Party == "p-line" }},
		{"status", "declined", func(r readout.Response) bool { return r.Status == readout.Declined }},
		{"about", "the stop", func(r readout.Response) bool { return r.About.Text == "the stop" }},
		{"as_of", "2026-03-05", func(r readout.Response) bool { return r.AsOf.Value == "2026-03-05" }},
		{"expires", "", func(r readout.Response) bool { return r.Expires == nil }},
	} {
		d := on(rec, "z-1", 0, readout.CorrectIt, c.field, c.value)
		d.Target = readout.Target{Type: "response", ID: "r-1", At: &rec.Responses[0].Span}
		if err := Check(d); err != nil {
			t.Errorf("%s=%q: %v", c.field, c.value, err)
		}
		if got, unmet := Record(doc, rec, []readout.Decision{d}); !c.right(got.Responses[0]) || len(unmet) > 0 || rec.Responses[0].Status != readout.Denied {
			t.Errorf("%s=%q: %+v, unmet %v", c.field, c.value, got.Responses[0], unmet)
		}
	}
}

// A statement stands in one of its own report, or in none.
func TestRecordRefusesAParentElsewhere(t *testing.T) {
	doc, rec := report(t)
	for _, parent := range []string{"s-2", "s-elsewhere"} {
		if got, unmet := Record(doc, rec, []readout.Decision{on(rec, "z-1", 1, readout.CorrectIt, "parent", parent)}); len(unmet) != 1 || got.Statements[1].Parent != "s-1" {
			t.Errorf("parent %s: %+v", parent, got.Statements[1])
		}
	}
}

func TestRecordRejects(t *testing.T) {
	doc, rec := report(t)
	got, _ := Record(doc, rec, []readout.Decision{on(rec, "z-1", 0, readout.RejectIt)})
	if len(got.Statements) != 1 || got.Statements[0].ID != "s-2" || got.Statements[0].Parent != "" {
		t.Errorf("statements %+v", got.Statements)
	}
	if len(got.Commitments) != 2 || len(got.Commitments[1].Evidence) != 1 {
		t.Errorf("commitments %+v", got.Commitments)
	}
	got, _ = Record(doc, rec, []readout.Decision{on(rec, "z-1", 1, readout.RejectIt)})
	if len(got.Commitments) != 1 || got.Commitments[0].ID != "c-2" {
		t.Errorf("a promise without its sentence: %+v", got.Commitments)
	}
	r := rec.Responses[0]
	got, _ = Record(doc, rec, []readout.Decision{{ID: "z-2", What: readout.RejectIt, Target: readout.Target{Type: "response", ID: "r-1", At: &r.Span}}})
	if len(got.Responses) != 0 || len(rec.Responses) != 1 {
		t.Errorf("responses %+v, read %+v", got.Responses, rec.Responses)
	}
}

// Another reader cuts the statement elsewhere and gives it another id; one
// that does not find it leaves the decision without effect.
func TestRecordFindsThePlace(t *testing.T) {
	doc, rec := report(t)
	d := on(rec, "z-1", 0, readout.AcceptIt)
	_, other := report(t)
	other.Statements[0].ID = "s-9"
	other.Statements[0].Span, _ = (&applied{doc: doc}).find("Ada Holm, denied it. ", readout.Span{})
	got, unmet := Record(doc, other, []readout.Decision{d})
	if got.Statements[0].Grade != readout.Sure || len(unmet) > 0 {
		t.Errorf("moved: %+v, unmet %v", got.Statements[0], unmet)
	}
	other.Statements = other.Statements[1:]
	got, unmet = Record(doc, other, []readout.Decision{d})
	if len(unmet) != 1 || unmet[0] != "z-1" || got.Statements[0].By != "" {
		t.Errorf("gone: %+v, unmet %v", got.Statements[0], unmet)
	}
}

// Words are looked for inside the statement before they are near it.
func TestFindPrefersTheInside(t *testing.T) {
	doc, rec := report(t)
	near := rec.Statements[1].Span
	if got, ok := (&applied{doc: doc}).find("d", near); !ok || !near.Bytes().Contains(got.Bytes()) {
		t.Errorf("%+v", got)
	}
}

func TestEffective(t *testing.T) {
	_, rec := report(t)
	undo := func(id, what string) readout.Decision {
		return readout.Decision{ID: id, What: readout.RejectIt, Target: readout.Target{Type: "decision", ID: what}}
	}
	a, b := on(rec, "z-1", 0, readout.AcceptIt), on(rec, "z-2", 1, readout.AcceptIt)
	if got := Effective([]readout.Decision{a, b, undo("z-3", "z-1")}); len(got) != 1 || got[0].ID != "z-2" {
		t.Errorf("undone: %+v", got)
	}
	if got := Effective([]readout.Decision{a, undo("z-3", "z-1"), undo("z-4", "z-3")}); len(got) != 1 || got[0].ID != "z-1" {
		t.Errorf("undone twice: %+v", got)
	}
}

func TestCheckRefuses(t *testing.T) {
	_, rec := report(t)
	party := readout.Target{Type: "party", ID: "p-holm"}
	for name, d := range map[string]readout.Decision{
		"no reason":          {ID: "z-1", Who: "Kim", On: "2026-03-06", What: readout.AcceptIt, Target: on(rec, "", 0, "").Target},
		"an unknown kind":    on(rec, "z-1", 0, "bless"),
		"an unknown field":   on(rec, "z-1", 0, readout.CorrectIt, "mood", "bad"),
		"an unknown act":     on(rec, "z-1", 0, readout.CorrectIt, "act", "sing"),
		"a day that is none": on(rec, "z-1", 0, readout.CorrectIt, "said", "Friday"),
		"a finding's correction": {ID: "z-1", Who: "Kim", On: "2026-03-06", Why: "tape", What: readout.CorrectIt,
			Target: readout.Target{Type: "finding", ID: "f-1", Name: "quote-unknown: we sail"}, Field: "text", Value: "x"},
		"a nameless finding":   {ID: "z-1", Who: "Kim", On: "2026-03-06", Why: "tape", What: readout.RejectIt, Target: readout.Target{Type: "finding", ID: "f-1"}},
		"a party's acceptance": {ID: "z-1", Who: "Kim", On: "2026-03-06", Why: "tape", What: readout.AcceptIt, Target: party},
	} {
		if Check(d) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}
