package decision

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/store"
)

// version is a reading of a text in which the first two statements and the
// response of report stand somewhere.
func version(t *testing.T, id, text string) (*readout.Document, *readout.Record) {
	t.Helper()
	doc, rec := &readout.Document{ID: id, Text: text}, &readout.Record{Doc: id}
	cut := func(s readout.Span) readout.Span {
		found, ok := (&applied{doc: doc}).find(s.Text, readout.Span{})
		if !ok {
			t.Fatalf("%q is not in the text", s.Text)
		}
		return found
	}
	_, first := report(t)
	rec.Parties = first.Parties
	for _, s := range first.Statements {
		s.ID, s.Doc, s.Span = "v"+s.ID, id, cut(s.Span)
		for i := range s.Content {
			s.Content = []readout.Span{cut(s.Content[i])}
		}
		rec.Statements = append(rec.Statements, s)
	}
	r := first.Responses[0]
	r.ID, r.Doc, r.Span = "vr-1", id, cut(r.Span)
	rec.Responses = append(rec.Responses, r)
	return doc, rec
}

const moved = "A storm is near. Nobody saw it. " + text

func TestFollowsIntoAVersion(t *testing.T) {
	_, first := report(t)
	for _, d := range []readout.Decision{
		on(first, "z-1", 1, readout.CorrectIt, "speaker", "Una Strand"),
		on(first, "z-1", 1, readout.CorrectIt, "content", "on Monday"),
		on(first, "z-1", 1, readout.AcceptIt),
	} {
		doc, rec := version(t, "d-2", moved)
		got, unmet := Record(doc, rec, []readout.Decision{d}, first)
		if s := got.Statements[1]; s.By != "person Kim" || s.Span.BStart <= first.Statements[1].Span.BStart || len(unmet) > 0 {
			t.Errorf("%s %s: %+v, unmet %v", d.What, d.Field, s, unmet)
		}
	}
	doc, rec := version(t, "d-2", moved)
	if got, _ := Record(doc, rec, []readout.Decision{on(first, "z-1", 0, readout.RejectIt)}, first); len(got.Statements) != 1 {
		t.Errorf("rejected: %+v", got.Statements)
	}
	answer := readout.Decision{ID: "z-1", Who: "Kim", On: "2026-03-06", Why: "tape", What: readout.CorrectIt, Field: "status", Value: "declined",
		Target: readout.Target{Type: "response", ID: "r-1", At: &first.Responses[0].Span}}
	if got, _ := Record(doc, rec, []readout.Decision{answer}, first); got.Responses[0].Status != readout.Declined {
		t.Errorf("answer: %+v", got.Responses)
	}
}

// What is read alike elsewhere in the version is something else.
func TestFollowsToItsPlace(t *testing.T) {
	_, first := report(t)
	doc, rec := version(t, "d-2", moved)
	title, _ := (&applied{doc: doc}).find("A storm is near.", readout.Span{})
	other, answer := rec.Statements[1], rec.Responses[0]
	other.ID, other.Span, answer.ID, answer.Span = "vs-9", title, "vr-9", title
	rec.Statements, rec.Responses = append(rec.Statements, other), append(rec.Responses, answer)
	reject := readout.Decision{ID: "z-2", Who: "Kim", On: "2026-03-06", Why: "tape", What: readout.RejectIt,
		Target: readout.Target{Type: "response", ID: "r-1", At: &first.Responses[0].Span}}
	got, _ := Record(doc, rec, []readout.Decision{on(first, "z-1", 1, readout.RejectIt), reject}, first)
	if len(got.Statements) != 2 || got.Statements[1].ID != "vs-9" || len(got.Responses) != 1 || got.Responses[0].ID != "vr-9" {
		t.Errorf("%+v, %+v", got.Statements, got.Responses)
	}
}

// Nothing follows where the words are not there, stand there twice, are read
// in another way, or have been decided about there.
func TestDoesNotFollow(t *testing.T) {
	_, first := report(t)
	speaker := on(first, "z-1", 1, readout.CorrectIt, "speaker", "Una Strand")
	for name, c := range map[string]struct {
		text   string
		change func(rec *readout.Record, s *readout.Statement) []readout.Decision
		d      readout.Decision
	}{
		"twice":                {text: moved + " “We sail on Monday,” said Bo Lind.", d: speaker},
		"another speaker read": {change: func(_ *readout.Record, s *readout.Statement) []readout.Decision { s.Speaker = "p-holm"; return nil }, d: speaker},
		"other content read":   {change: func(_ *readout.Record, s *readout.Statement) []readout.Decision { s.Content = nil; return nil }, d: speaker},
		"another day read": {change: func(_ *readout.Record, s *readout.Statement) []readout.Decision {
			s.Said = &readout.Date{Value: "2026-03-13"}
			return nil
		}, d: on(first, "z-1", 1, readout.AcceptIt)},
		"words outside": {d: on(first, "z-1", 1, readout.CorrectIt, "source", "Bo Lind, of the ferry line")},
		"decided there": {change: func(rec *readout.Record, _ *readout.Statement) []readout.Decision {
			return []readout.Decision{on(rec, "z-2", 1, readout.CorrectIt, "speaker", "Ada Holm")}
		}, d: speaker},
		"the speaker did not": {change: func(_ *readout.Record, s *readout.Statement) []readout.Decision {
			s.Speaker = "p-holm"
			return []readout.Decision{speaker}
		}, d: on(first, "z-2", 1, readout.CorrectIt, "act", "warn")},
	} {
		if c.text == "" {
			c.text = moved
		}
		doc, rec := version(t, "d-2", c.text)
		var more []readout.Decision
		if c.change != nil {
			more = c.change(rec, &rec.Statements[1])
		}
		got, unmet := Record(doc, rec, append(more, c.d), first)
		s := got.Statements[1]
		if s.Speaker == readout.NewID("p", "Una Strand") || s.Act == readout.ActWarn || s.Source.Text != "Bo Lind" || len(more) == 0 && s.By != "" || len(unmet) > 0 {
			t.Errorf("%s: %+v, unmet %v", name, s, unmet)
		}
	}
	doc := &readout.Document{ID: "d-2", Text: strings.ReplaceAll(moved, "We sail", "We leave")}
	rec := &readout.Record{Doc: "d-2", Statements: []readout.Statement{{ID: "vs-2", Doc: "d-2", Span: readout.Span{BStart: 0, BEnd: len(moved)}}}}
	if got, unmet := Record(doc, rec, []readout.Decision{speaker}, first); got.Statements[0].By != "" || len(unmet) > 0 {
		t.Errorf("other words: %+v, unmet %v", got.Statements, unmet)
	}
}

func TestLater(t *testing.T) {
	report := func(seq int64, url, outlet, title, day, text string) store.Report {
		return store.Report{Seq: seq, Rec: &readout.Record{}, Doc: &readout.Document{
			URL: url, Outlet: outlet, Title: title, Text: text, Published: &readout.Date{Value: day},
		}}
	}
	first := report(1, "https://quay.example/a", "Quay News", "Ferry stops", "2026-03-05", "Ferry stops\n\nIt was dark.\n")
	for name, c := range map[string]struct {
		r    store.Report
		want bool
	}{
		"address":               {report(2, "https://quay.example/a/#top", "", "", "2026-03-06", "New."), true},
		"title":                 {report(2, "", "Quay News", "Ferry stops", "2026-03-06", "Ferry stops\n\nA storm.\n\nIt was dark.\n"), true},
		"later on the same day": {report(2, "", "Quay News", "Ferry stops", "2026-03-05", "Ferry stops\n\nIt was dark.\n"), true},
		"title, other text":     {report(2, "", "Quay News", "Ferry stops", "2026-03-06", "The harbour is open again, and the ferry sails.\n"), false},
		"another outlet":        {report(2, "", "Tarn Post", "Ferry stops", "2026-03-06", "Ferry stops\n\nIt was dark.\n"), false},
		"earlier":               {report(2, "https://quay.example/a", "", "", "2026-03-04", "New."), false},
		"itself":                {first, false},
	} {
		if Later(c.r, first) != c.want {
			t.Errorf("%s: %v", name, !c.want)
		}
	}
	headline := report(2, "", "Quay News", "", "2026-03-06", "Ferry stops\n\nIt was dark.\n")
	headline.Rec.Segments = []readout.Segment{{Class: readout.Headline, Span: readout.Span{Text: "Ferry stops"}}}
	if !Later(headline, first) {
		t.Error("by its headline")
	}
}
