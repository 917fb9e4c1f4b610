package query_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

func promised(t *testing.T, f *querytest.Fake, filter query.PromiseFilter, c query.Clock) string {
	t.Helper()
	all, err := query.New(f, "test").Promises(ctx, filter, c)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range all {
		out = append(out, strings.TrimLeft(d.ID, "c-0")+" "+string(d.State)+" "+d.By)
	}
	return strings.Join(out, ", ")
}

func TestPromises(t *testing.T) {
	week, none := 7, 0
	for _, tt := range []struct {
		filter query.PromiseFilter
		clock  query.Clock
		want   string
	}{
		{query.PromiseFilter{}, query.Clock{}, "2 lapsed clock, 1 given statement, 3 given statement"},
		{query.PromiseFilter{}, query.Clock{Now: "2026-03-15"}, "2 lapsed clock, 1 due clock, 3 given statement"},
		{query.PromiseFilter{}, query.Clock{Now: "2026-03-08"}, "2 due clock, 1 given statement, 3 given statement"},
		{query.PromiseFilter{}, query.Clock{At: query.At{AsOf: "2026-03-04"}, Now: "2026-03-16"}, "2 lapsed clock, 1 lapsed clock, 3 given statement"},
		{query.PromiseFilter{}, query.Clock{At: query.At{AsOf: "2026-03-12"}, Now: "2026-03-03"}, "3 given statement"}, // nothing was published by then
		{query.PromiseFilter{}, query.Clock{At: query.At{RecordedBy: "2026-03-04"}}, "3 given statement"},
		{query.PromiseFilter{Dated: true}, query.Clock{}, "2 lapsed clock, 1 given statement"},
		{query.PromiseFilter{Dated: true, Within: &week}, query.Clock{Now: "2026-03-08"}, "2 due clock, 1 given statement"},
		{query.PromiseFilter{Dated: true, Within: &none}, query.Clock{Now: "2026-03-08"}, "2 due clock"},
		{query.PromiseFilter{States: []readout.CommitmentState{readout.StateLapsed, readout.StateKept}}, query.Clock{}, "2 lapsed clock"},
		{query.PromiseFilter{Obligor: "marland"}, query.Clock{}, "1 given statement"},
		{query.PromiseFilter{Obligor: "Norrgate"}, query.Clock{}, "3 given statement"}, // the ultimatum's addressee owes nothing
	} {
		if got := promised(t, querytest.Sample(), tt.filter, tt.clock); got != tt.want {
			t.Errorf("%+v, %+v: %s, want %s", tt.filter, tt.clock, got, tt.want)
		}
	}
	if _, err := engine().Promises(ctx, query.PromiseFilter{Obligor: "Zebra"}, query.Clock{}); !errors.As(err, new(*query.UnknownError)) {
		t.Errorf("unknown obligor: %v", err)
	}
	if _, err := engine().Promises(ctx, query.PromiseFilter{}, query.Clock{Now: "soon"}); err == nil {
		t.Error("a day that is no date is let through")
	}
}

// An ultimatum's addressee owes nothing, even where a reading has bound it.
func TestAddresseeOwesNothing(t *testing.T) {
	f := querytest.Sample()
	f.Joined.Commitments[1].Obligor = []string{"p-norrgate"}
	if got := promised(t, f, query.PromiseFilter{Obligor: "Norrgate"}, query.Clock{}); got != "3 given statement" {
		t.Error(got)
	}
	page, err := query.New(f, "test").Promise(ctx, "c-000000000002", query.Clock{})
	if err != nil || page.Obligor != nil || page.Accepted || page.Addressee.Name != "Norrgate" {
		t.Errorf("%+v, %v", page, err)
	}
}

// longer is the sample with its first promise extended in the second report: by a
// step, and by a later day if there is one.
func longer(day string) *querytest.Fake {
	f := querytest.Sample()
	phrase := func(r int) *readout.Span { return &f.All[r].Rec.Statements[0].Span }
	c := &f.Joined.Commitments[0]
	first := *c
	first.Due = &readout.Date{Value: "2026-03-08", Basis: "first", Phrase: phrase(0)}
	first.History = []readout.CommitmentEvent{{State: readout.StateGiven, On: "2026-03-03", By: "statement", Evidence: "s-000000000001"}}
	first.Evidence = []readout.Evidence{{Statement: "s-000000000001"}}
	f.All[0].Rec.Commitments = []readout.Commitment{first}
	*c = first
	c.State = readout.StateExtended
	c.History = append(slices.Clone(c.History), readout.CommitmentEvent{State: readout.StateExtended, On: "2026-03-09", By: "statement", Evidence: "s-000000000005"})
	c.Evidence = append(slices.Clone(c.Evidence), readout.Evidence{Statement: "s-000000000005"})
	if day != "" {
		second := *c
		second.ID, second.Evidence = "c-9", []readout.Evidence{{Statement: "s-000000000005"}}
		second.Due = &readout.Date{Value: day, Basis: "second", Phrase: phrase(1)}
		f.All[1].Rec.Commitments = []readout.Commitment{second}
		c.Due = second.Due
	}
	f.Joined.Commitments = f.Joined.Commitments[:1]
	return f
}

// What only a later report tells, a day among it, does not count before.
func TestExtended(t *testing.T) {
	for _, tt := range []struct{ day, now, state, due string }{
		{"2026-03-20", "2026-03-05", "given", "2026-03-08"},
		{"2026-03-20", "2026-03-08", "due", "2026-03-08"},
		{"2026-03-20", "2026-03-09", "lapsed", "2026-03-08"}, // the second report came out on the 10th
		{"2026-03-20", "2026-03-10", "extended", "2026-03-20"},
		{"2026-03-20", "2026-03-21", "lapsed", "2026-03-20"},
		{"", "2026-03-09", "lapsed", "2026-03-08"},
		{"", "2026-03-10", "extended", ""}, // the old day is not the day any more
	} {
		page, err := query.New(longer(tt.day), "test").Promise(ctx, "c-000000000001", query.Clock{Now: tt.now})
		if err != nil {
			t.Fatal(err)
		}
		due := ""
		if page.Commitment.Due != nil {
			due = page.Commitment.Due.Value
		}
		if string(page.State) != tt.state || due != tt.due || due == "" && (page.Was == nil || page.Was.Value != "2026-03-08") {
			t.Errorf("%+v: %s, due %s, was %v", tt, page.State, due, page.Was)
		}
	}
	page, err := query.New(longer("2026-03-20"), "test").Promise(ctx, "c-0", query.Clock{})
	if err != nil || len(page.Dues) != 2 || page.Dues[1].Outlet != "Radio Osk" || len(page.Steps) != 2 || page.Steps[1].Statement.SpeakerName != "Dora Quell" {
		t.Errorf("%+v, %v", page, err)
	}
	if want := []string{"The Tarn Courier", "Radio Osk"}; !slices.Equal(page.Tellers, want) {
		t.Errorf("told by %v", page.Tellers)
	}
}

// What shall not happen is never plainly kept.
func TestNoBreach(t *testing.T) {
	f := querytest.Sample()
	c := &f.Joined.Commitments[0]
	c.What = "not open the lock until 15 March"
	for now, want := range map[string]string{"2026-03-07": "given 2026-03-07", "2026-03-20": "lapsed 2026-03-10"} { // the last report is of the 10th
		page, err := query.New(f, "test").Promise(ctx, c.ID, query.Clock{Now: now})
		if got := string(page.State) + " " + page.NoBreach; err != nil || got != want {
			t.Errorf("%s: %s, want %s, %v", now, got, want, err)
		}
	}
	c.History = []readout.CommitmentEvent{{State: readout.StateBroken, On: "2026-03-09", By: "statement", Evidence: "s-000000000005"}}
	c.State = readout.StateBroken
	if page, err := query.New(f, "test").Promise(ctx, c.ID, query.Clock{}); err != nil || page.NoBreach != "" {
		t.Errorf("%+v, %v", page, err)
	}
}

func TestContacts(t *testing.T) {
	for _, tt := range []struct {
		between []string
		at      query.At
		want    int
	}{
		{nil, query.At{}, 1},
		{[]string{"Brandt", "Halloran"}, query.At{}, 1},
		{[]string{"Marland", "Norrgate"}, query.At{}, 1}, // she belongs to the one, he speaks for the other
		{[]string{"Brandt", "Brandt"}, query.At{}, 0},
		{[]string{"Tessovia"}, query.At{}, 0},
		{nil, query.At{AsOf: "2026-03-09"}, 0}, // the report is of the 10th
		{nil, query.At{RecordedBy: "2026-03-05"}, 0},
	} {
		all, err := engine().Contacts(ctx, tt.between, query.Clock{At: tt.at})
		if err != nil || len(all) != tt.want {
			t.Errorf("%+v: %d contacts, %v", tt, len(all), err)
		}
	}
	f := querytest.Sample()
	f.Joined.Contacts[0].State, f.Joined.Contacts[0].When = readout.ContactPlanned, &readout.Date{Value: "2026-03-12"}
	for now, over := range map[string]bool{"2026-03-12": false, "2026-03-13": true} {
		all, err := query.New(f, "test").Contacts(ctx, nil, query.Clock{Now: now})
		if err != nil || all[0].Over != over || all[0].Participants[0].ToldBy.Name != "Dora Quell" || all[0].Participants[1].ToldBy != nil {
			t.Errorf("%s: %+v, %v", now, all, err)
		}
	}
}

// A contact of two reports is as the first had it until the second came out.
func TestContactBefore(t *testing.T) {
	f := querytest.Sample()
	joined := &f.Joined.Contacts[0]
	first := *joined
	first.State, first.Evidence, first.Participants = readout.ContactPlanned, []readout.Evidence{{Statement: "s-000000000002"}}, joined.Participants[:1]
	f.All[0].Rec.Contacts = []readout.Contact{first}
	joined.Evidence = append(slices.Clone(first.Evidence), joined.Evidence...)
	for day, want := range map[string]string{"2026-03-05": "planned 1", "2026-03-10": "reported 2"} {
		all, err := query.New(f, "test").Contacts(ctx, nil, query.Clock{At: query.At{AsOf: day}})
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		if got := string(all[0].Contact.State) + " " + string(rune('0'+len(all[0].Participants))); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

func TestIncidents(t *testing.T) {
	all, err := engine().Incidents(ctx, query.Clock{})
	if err != nil || len(all) != 1 || all[0].ActorToldBy.Name != "Ilse Brandt" || len(all[0].Figures) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	if f := all[0].Figures[0]; f.TellerName != "Ilse Brandt" || f.On != "2026-03-04" || f.Outlet != "The Tarn Courier" || !strings.Contains(f.Sentence, "the gate") {
		t.Errorf("%+v", f)
	}
	if all, err = engine().Incidents(ctx, query.Clock{Now: "2026-03-09"}); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
	page, err := engine().Incident(ctx, "i-0", query.Clock{})
	if err != nil || page.Incident.What != "a ship hit the gate" {
		t.Errorf("%+v, %v", page, err)
	}
	var unknown *query.UnknownError
	if _, err := engine().Incident(ctx, "i-0", query.Clock{Now: "2026-03-09"}); !errors.As(err, &unknown) || unknown.Hint == "" {
		t.Errorf("%v", err)
	}
}

func TestTimeline(t *testing.T) {
	f := longer("2026-03-20")
	f.Joined.Contacts[0].When = &readout.Date{Value: "2026-03"}
	line := func(story, party string, c query.Clock) string {
		t.Helper()
		all, err := query.New(f, "test").Timeline(ctx, story, party, c)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, n := range all {
			if n.Sentence == "" || n.Outlet == "" {
				t.Errorf("no sentence: %+v", n)
			}
			one := n.Kind + " " + strings.TrimLeft(n.ID, "usckip-0") + " " + n.Day + " " + string(n.Placed)
			for _, s := range n.Steps {
				one += " " + string(s.State)
			}
			out = append(out, one)
		}
		return strings.Join(out, ", ")
	}
	const all = "said 1 2026-03-03 day given, said 3 2026-03-04 last-day, said 4 2026-03-04 last-day, said 2 2026-03-10 last-day extended, " +
		"said 7 2026-03-10 last-day, said 8 2026-03-10 last-day, incident 1 2026-03-10 told, due 1 2026-03-20 day, contact 1 2026-03-31 last-day"
	if got := line("", "", query.Clock{}); got != all {
		t.Errorf("got  %s\nwant %s", got, all)
	}
	for _, tt := range []struct {
		story, party string
		clock        query.Clock
		want         string
	}{
		{"y-0", "", query.Clock{}, all},
		{"tarn lock", "", query.Clock{}, all},
		{"", "Halloran", query.Clock{Now: "2026-03-05"}, "said 3 2026-03-04 last-day, said 4 2026-03-04 last-day"},
		{"", "Quell", query.Clock{}, "said 2 2026-03-10 last-day extended, contact 1 2026-03-31 last-day"},
		{"", "", query.Clock{Now: "2026-03-03"}, ""},
	} {
		if got := line(tt.story, tt.party, tt.clock); got != tt.want {
			t.Errorf("%+v:\ngot  %s\nwant %s", tt, got, tt.want)
		}
	}
	if _, err := engine().Timeline(ctx, "zebra", "", query.Clock{}); !errors.As(err, new(*query.UnknownError)) {
		t.Errorf("%v", err)
	}
}
