package query_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

var ctx = context.Background()

func TestFindClaim(t *testing.T) {
	for text, want := range map[string]string{
		"q-000000000001":               "q-000000000001",
		"q-00000000000":                "ambiguous",
		"q-9":                          "unknown",
		"inspection":                   "q-000000000001",
		"the inspections agreed":       "q-000000000001", // other forms of the words
		"gate damaged":                 "q-000000000002",
		"naïve nonsense":               "unknown", // said, but on no claim
		"lock closed in March":         "q-000000000003",
		"reopen early":                 "q-000000000003", // said of it, in other words
		"Norrgate ships":               "several",
		"Norrgate ships left the lock": "q-000000000004", // its very text
		"zebra":                        "unknown",
	} {
		f := querytest.Sample()
		f.Joined.Propositions = append(f.Joined.Propositions, readout.Proposition{ID: "q-000000000004", Text: "Norrgate ships left the lock."})
		got, err := query.New(f, "test").FindClaim(ctx, text)
		switch {
		case errors.As(err, new(*query.SeveralError)):
			got = "several"
		case errors.As(err, new(*query.AmbiguousError)):
			got = "ambiguous"
		case errors.As(err, new(*query.UnknownError)):
			got = "unknown"
		case err != nil:
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestClaim(t *testing.T) {
	f := querytest.Sample()
	f.Joined.Propositions[0].Links = []readout.PropositionLink{{Kind: "narrower", To: "q-000000000002"}}
	e := query.New(f, "test")
	page, err := e.Claim(ctx, "damaged the gate", query.At{})
	if err != nil || page.ID != "q-000000000002" || page.First != "2026-03-04" {
		t.Fatalf("%+v, %v", page, err)
	}
	if page.Told.Origins != 2 || strings.Join(page.Told.Tellers, " and ") != "The Tarn Courier and Radio Osk" {
		t.Errorf("told: %+v", page.Told)
	}
	if len(page.SeeAlso) != 1 || page.SeeAlso[0].Kind != "wider" || page.SeeAlso[0].Text == "" {
		t.Errorf("see also: %+v", page.SeeAlso)
	}

	// Before the second report came out, or into the file, only the first counts.
	for _, at := range []query.At{{AsOf: "2026-03-09"}, {RecordedBy: "2026-03-05"}} {
		page, err := e.Claim(ctx, "q-000000000002", at)
		if err != nil || len(page.Stances) != 1 || len(page.Positions) == 0 || page.Contested() || page.Documents != 1 {
			t.Errorf("%+v: %d stances, %+v, %v", at, len(page.Stances), page.Positions, err)
		}
	}
	page, err = e.Claim(ctx, "q-000000000002", query.At{RecordedBy: "2026-03-04"})
	if err != nil || page.Text == "" || len(page.Stances)+len(page.Positions)+len(page.Silent) > 0 {
		t.Errorf("before anything was recorded: %+v, %v", page, err)
	}
	if _, err := e.Claim(ctx, "q-000000000002", query.At{RecordedBy: "soon"}); err == nil {
		t.Error("a day that is no date is let through")
	}
}

func TestSilent(t *testing.T) {
	_, waiting, err := engine().Silent(ctx, "q-000000000001", query.At{})
	if err != nil || len(waiting) != 1 {
		t.Fatalf("%+v, %v", waiting, err)
	}
	if w := waiting[0]; w.PartyName != "Tessovia" || !w.Computed || w.Status != readout.NothingOnRecord || w.Since != "2026-03-04" || len(w.Told) != 1 {
		t.Errorf("%+v", w)
	}
	for day, expired := range map[string]bool{"2026-03-05": false, "2026-03-06": true} {
		_, waiting, err := engine().Silent(ctx, "q-000000000002", query.At{AsOf: day})
		if err != nil || len(waiting) != 1 {
			t.Fatalf("%+v, %v", waiting, err)
		}
		if w := waiting[0]; w.Status != "no-response" || w.Since != "2026-03-04" || w.Expired != expired || w.Sentence == "" {
			t.Errorf("on %s: %+v", day, w)
		}
	}
}

// Since is the first of the responses that were no answer after the last that
// was one.
func TestWaitingSince(t *testing.T) {
	response := func(day string, status readout.Status) query.ResponseRow {
		return query.ResponseRow{Response: readout.Response{Party: "a", Status: status, AsOf: &readout.Date{Value: day}}}
	}
	m := query.Matter{Responses: []query.ResponseRow{ // the newest first
		response("2026-03-09", readout.Declined), response("2026-03-08", readout.NoResponse),
		response("2026-03-05", readout.Denied), response("2026-03-01", readout.Declined),
	}}
	if all := m.Waiting(); len(all) != 1 || all[0].Since != "2026-03-08" {
		t.Errorf("%+v", all)
	}
}

func TestQuote(t *testing.T) {
	found, err := engine().Quote(ctx, "Norrgate ships had wrecked the gate", query.At{}, 5)
	if err != nil || len(found) == 0 {
		t.Fatalf("%+v, %v", found, err)
	}
	if f := found[0]; f.ID != "s-000000000003" || f.Exact() || f.SpeakerName != "Per Halloran" || f.Near < 0.5 {
		t.Errorf("%+v", f)
	}
	exact, err := engine().Quote(ctx, "keep the LOCK closed", query.At{}, 5)
	if err != nil || len(exact) != 1 || !exact[0].Exact() || exact[0].Near != 1 {
		t.Errorf("%+v, %v", exact, err)
	}
	for _, at := range []query.At{{AsOf: "2026-03-03"}, {RecordedBy: "2026-03-03"}} {
		if none, err := engine().Quote(ctx, "keep the lock closed", at, 5); err != nil || len(none) > 0 {
			t.Errorf("%+v: %+v, %v", at, none, err)
		}
	}
	if none, err := engine().Quote(ctx, "zebra", query.At{}, 5); err != nil || len(none) > 0 {
		t.Errorf("%+v, %v", none, err)
	}
}

// retold is the sample with Halloran's denial told once more, in other words.
func retold() *query.Engine {
	f := querytest.Sample()
	other := f.All[0].Rec.Statements[2]
	other.ID, other.Doc = "s-000000000009", querytest.RadioID
	other.Content = []readout.Span{{Doc: querytest.RadioID, Text: "that any of the Norrgate ships had ever damaged the gate"}}
	f.All[1].Rec.Statements = append(f.All[1].Rec.Statements, other)
	f.Joined.Utterances = append(f.Joined.Utterances, readout.Utterance{
		ID: "u-000000000003", Speaker: "p-halloran", Origin: "s-000000000003",
		Statements: []string{"s-000000000009", "s-000000000004", "s-000000000003"},
	})
	return query.New(f, "test")
}

func TestTrace(t *testing.T) {
	trace, err := retold().Trace(ctx, "s-000000000009")
	if err != nil || len(trace.Witnesses) != 2 || trace.SpeakerName != "Per Halloran" {
		t.Fatalf("%+v, %v", trace, err)
	}
	first, second := trace.Witnesses[0], trace.Witnesses[1]
	if first.ID != "s-000000000003" || first.Beside != "" || second.Beside != first.ID || len(second.Words) < 4 {
		t.Errorf("%+v", trace)
	}
	if len(trace.Told.Tellers) != 2 || trace.Told.Origins != 1 || second.CopyOf != querytest.CourierID || second.Copy != "shared-passage" {
		t.Errorf("told %+v, copy of %q", trace.Told, second.CopyOf)
	}
	if len(trace.Others) != 1 || trace.Others[0].ID != "s-000000000004" {
		t.Errorf("others: %v", ids(trace.Others))
	}
	whole, err := retold().Trace(ctx, "u-000000000003")
	if err != nil || len(whole.Witnesses) != 3 || whole.Others != nil {
		t.Errorf("%+v, %v", whole, err)
	}
	alone, err := retold().Trace(ctx, "s-000000000007")
	if err != nil || len(alone.Witnesses) != 1 || alone.Witnesses[0].Within == nil || alone.Witnesses[0].Within.ID != "s-000000000006" {
		t.Errorf("%+v, %v", alone, err)
	}
	if _, err := retold().Trace(ctx, "q-000000000001"); !errors.As(err, new(*query.UnknownError)) {
		t.Errorf("a proposition is traced: %v", err)
	}
}

func TestSays(t *testing.T) {
	for _, tt := range []struct{ party, about, want string }{
		{"brandt", "", "7 1 2"},
		{"brandt", "lock", "1"},
		{"brandt", "q-000000000001,q-000000000002", "7 2"},
		{"brandt", "zebra", ""},
		{"Tessovia", "", "told 2"},
		{"halloran", "gate", "3"},
	} {
		parties, all, err := engine().Says(ctx, tt.party, tt.about, query.At{})
		if err != nil || len(parties) != 1 {
			t.Fatalf("%s: %v, %v", tt.party, parties, err)
		}
		var got []string
		for _, s := range all {
			if s.SecondHand {
				got = append(got, "told")
			}
			got = append(got, ids([]query.Row{s.Row})...)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s about %s: %v, want %s", tt.party, tt.about, got, tt.want)
		}
	}
	_, early, err := engine().Says(ctx, "brandt", "", query.At{AsOf: "2026-03-04"})
	if err != nil || len(early) != 2 {
		t.Errorf("%+v, %v", early, err)
	}
	if _, _, err := engine().Says(ctx, "nobody", "", query.At{}); !errors.As(err, new(*query.UnknownError)) {
		t.Errorf("a party that is not there: %v", err)
	}
}

func TestChanges(t *testing.T) {
	list := func(from, to, recordedBy string) string {
		all, err := engine().Changes(ctx, from, to, recordedBy)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, c := range all {
			line := strings.TrimLeft(strings.TrimPrefix(c.Proposition, "q-"), "0") + " " + c.PartyName + ": " + c.Before + ">" + c.After
			if len(c.Rows) == 0 && c.Response == nil {
				line += " without a sentence"
			}
			lines = append(lines, line)
		}
		return strings.Join(lines, "; ")
	}
	if got, want := list("2026-03-05", "2026-03-10", ""), "2 Marland: >affirms"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := list("2026-03-01", "2026-03-04", ""); !strings.Contains(got, "2 Norrgate: >denies") ||
		!strings.Contains(got, "2 Tessovian foreign ministry: >no-response") || strings.Contains(got, "without") {
		t.Errorf("got %s", got)
	}
	for _, tt := range [][3]string{{"2026-03-10", "2026-04", ""}, {"2026-03-10", "2026-03-05", ""}, {"2026-03-05", "2026-03-10", "2026-03-09"}} {
		if got := list(tt[0], tt[1], tt[2]); got != "" {
			t.Errorf("%v: got %s, want nothing", tt, got)
		}
	}
	if _, err := engine().Changes(ctx, "soon", "2026", ""); err == nil {
		t.Error("a day that is no date is let through")
	}
}

func TestStoriesAndOrigins(t *testing.T) {
	stories, err := engine().Stories(ctx, query.At{})
	if err != nil || len(stories) != 1 || stories[0].From != "2026-03-04" || stories[0].To != "2026-03-10" || len(stories[0].Reports) != 2 {
		t.Errorf("%+v, %v", stories, err)
	}
	early, err := engine().Stories(ctx, query.At{AsOf: "2026-03-05"})
	if err != nil || len(early) != 1 || len(early[0].Reports) != 1 {
		t.Errorf("%+v, %v", early, err)
	}
	origins, err := engine().Origins(ctx, query.At{})
	if err != nil || len(origins) != 1 || origins[0].First.ID != querytest.CourierID || origins[0].Copies[0].Outlet != "Radio Osk" {
		t.Errorf("%+v, %v", origins, err)
	}
	if none, err := engine().Origins(ctx, query.At{AsOf: "2026-03-05"}); err != nil || len(none) > 0 {
		t.Errorf("%+v, %v", none, err)
	}
}
