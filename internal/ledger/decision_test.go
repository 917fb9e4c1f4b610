package ledger_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger"
	"readout/internal/ledger/ledgertest"
	"readout/internal/store"
)

// told are three reports: two outlets on one quarrel in words that are not
// alike, and a third that repeats the first.
func told() []store.Report {
	parties := []readout.Party{
		{ID: "p-ana", Name: "Ana Ruiz", Kind: readout.Person}, {ID: "p-pilots", Name: "Harbour Pilots", Kind: readout.Institution},
		{ID: "p-guild", Name: "Pilots' Guild", Kind: readout.Institution},
	}
	x := ledgertest.New("Harbour Post", "2026-05-04").Party(parties...)
	x.Say("p-ana", readout.ActState, "said", "the northern lock would stay open to barges all summer", ledgertest.On("2026-05-03"))
	x.Say("p-pilots", readout.ActDeny, "denied", "the tug had cut the mooring cable")
	y := ledgertest.New("Tide Wire", "2026-05-05").Party(parties...)
	y.Say("p-ana", readout.ActState, "promised", "“nothing will be shut before the autumn rains”", ledgertest.On("2026-05-04"))
	y.Say("p-guild", readout.ActState, "said", "somebody aboard had a saw")
	z := ledgertest.New("Canal Times", "2026-05-06").Party(parties...)
	z.Say("p-ana", readout.ActState, "said", "the northern lock would stay open to barges all summer", ledgertest.On("2026-05-03"))
	var out []store.Report
	for i, b := range []*ledgertest.Builder{x, y, z} {
		r := renamed(b.Report(i + 1))
		if i == 0 {
			r.Rec.Commitments = append(r.Rec.Commitments, readout.Commitment{
				ID: "c-open", Kind: readout.Promise, What: "keep the lock open", Obligor: []string{"p-ana"}, State: readout.StateGiven,
				Evidence: []readout.Evidence{{Statement: r.Rec.Statements[0].ID}},
			})
		}
		out = append(out, r)
	}
	return out
}

// about is the statement n of report r as a target of some type.
func about(reports []store.Report, kind string, r, n int) readout.Target {
	st := reports[r].Rec.Statements[n]
	t := readout.Target{Type: kind, ID: st.ID, Statement: st.ID, At: &st.Span}
	switch kind {
	case "utterance":
		t.ID = readout.NewID("u", st.ID)
	case "proposition":
		t.ID = readout.NewID("q", st.ID)
	}
	return t
}

func decided(n int, what readout.DecisionKind, t readout.Target, with *readout.Target, value string) readout.Decision {
	d := readout.Decision{
		ID: fmt.Sprint("z-", n), Who: "Kim", On: fmt.Sprintf("2026-06-%02dT09:00:00Z", n), What: what, Target: t, With: with, Value: value, Why: "heard it",
	}
	if what == readout.CorrectIt {
		d.Field = "text"
	}
	return d
}

func corrected(field, value string, t readout.Target) readout.Decision {
	d := decided(1, readout.CorrectIt, t, nil, value)
	d.ID, d.Field = "z-"+field, field
	return d
}

func utteranceOf(l *readout.Ledger, statement string) string {
	for _, u := range l.Utterances {
		if slices.Contains(u.Statements, statement) {
			return u.ID
		}
	}
	return ""
}

// standsOn lists "text: value" of a statement's own stances.
func standsOn(l *readout.Ledger, statement string) string {
	var out []string
	for _, s := range l.Stances {
		for _, p := range l.Propositions {
			if s.Statement == statement && s.Proposition == p.ID {
				out = append(out, p.Text+" "+string(s.Value))
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestDecisionsAreObeyed(t *testing.T) {
	reports := told()
	id := func(r, n int) string { return reports[r].Rec.Statements[n].ID }
	target := func(kind string, r, n int) *readout.Target {
		t := about(reports, kind, r, n)
		return &t
	}
	party := func(id, name string) readout.Target { return readout.Target{Type: "party", ID: id, Name: name} }
	guild := party("p-guild", "Pilots' Guild")
	own := readout.Target{Type: "proposition", ID: readout.NewID("q", "Barges may pass."), Name: "Barges may pass."}
	for _, tc := range []struct {
		name      string
		decisions []readout.Decision
		right     func(*readout.Ledger) bool
	}{
		{"nothing", nil, func(l *readout.Ledger) bool {
			return utteranceOf(l, id(0, 0)) == utteranceOf(l, id(2, 0)) && utteranceOf(l, id(0, 0)) != utteranceOf(l, id(1, 0)) &&
				standsOn(l, id(2, 0)) == standsOn(l, id(0, 0))
		}},
		{"same utterance", []readout.Decision{decided(1, readout.SameIt, about(reports, "utterance", 0, 0), target("utterance", 1, 0), "")},
			func(l *readout.Ledger) bool { return utteranceOf(l, id(0, 0)) == utteranceOf(l, id(1, 0)) }},
		{"different utterances", []readout.Decision{decided(1, readout.DifferentIt, about(reports, "utterance", 0, 0), target("utterance", 2, 0), "")},
			func(l *readout.Ledger) bool { return utteranceOf(l, id(0, 0)) != utteranceOf(l, id(2, 0)) }},
		{"the later of two holds", []readout.Decision{
			decided(1, readout.SameIt, about(reports, "utterance", 0, 0), target("utterance", 1, 0), ""),
			decided(2, readout.DifferentIt, about(reports, "utterance", 1, 0), target("utterance", 0, 0), ""),
		}, func(l *readout.Ledger) bool { return utteranceOf(l, id(0, 0)) != utteranceOf(l, id(1, 0)) }},
		{"same proposition", []readout.Decision{decided(1, readout.SameIt, about(reports, "proposition", 1, 0), target("proposition", 0, 0), "")},
			func(l *readout.Ledger) bool { return standsOn(l, id(1, 0)) == standsOn(l, id(0, 0)) }},
		{"same matter, with its stance", []readout.Decision{decided(1, readout.SameIt, about(reports, "statement", 1, 1), target("proposition", 0, 1), "affirms")},
			func(l *readout.Ledger) bool {
				return standsOn(l, id(1, 1)) == "The tug had cut the mooring cable. affirms"
			}},
		{"same matter, the first with its stance", []readout.Decision{decided(1, readout.SameIt, about(reports, "statement", 0, 1), target("proposition", 1, 1), "opposes")},
			func(l *readout.Ledger) bool {
				return standsOn(l, id(0, 1)) == "The tug had cut the mooring cable. opposes"
			}},
		{"different matter", []readout.Decision{decided(1, readout.DifferentIt, about(reports, "statement", 2, 0), target("proposition", 0, 0), "")},
			func(l *readout.Ledger) bool {
				return standsOn(l, id(2, 0)) != "" && slices.ContainsFunc(l.Propositions, func(p readout.Proposition) bool { return p.ID == readout.NewID("q", id(2, 0)) })
			}},
		{"own words", []readout.Decision{
			decided(1, readout.SameIt, about(reports, "statement", 0, 0), &own, ""), decided(2, readout.SameIt, about(reports, "statement", 1, 0), &own, "supports"),
		}, func(l *readout.Ledger) bool {
			return standsOn(l, id(0, 0)) == "Barges may pass. affirms" && standsOn(l, id(1, 0)) == "Barges may pass. supports"
		}},
		{"own words, which come first", []readout.Decision{
			decided(1, readout.SameIt, own, target("proposition", 0, 0), ""),
		}, func(l *readout.Ledger) bool { return standsOn(l, id(0, 0)) == "Barges may pass. affirms" }},
		{"twice the same matter", []readout.Decision{
			decided(1, readout.SameIt, about(reports, "proposition", 1, 0), target("proposition", 0, 0), ""),
			decided(2, readout.SameIt, about(reports, "statement", 0, 1), target("proposition", 0, 0), "opposes"),
			decided(3, readout.SameIt, about(reports, "proposition", 1, 0), target("proposition", 0, 1), ""),
		}, func(l *readout.Ledger) bool { return standsOn(l, id(1, 0)) == standsOn(l, id(0, 0)) }},
		{"a better text", []readout.Decision{decided(1, readout.CorrectIt, about(reports, "proposition", 0, 1), nil, "The tug cut the cable.")},
			func(l *readout.Ledger) bool { return standsOn(l, id(0, 1)) == "The tug cut the cable. denies" }},
		{"one party", []readout.Decision{decided(1, readout.MergeThem, party("p-pilots", "Harbour Pilots"), &guild, "")},
			func(l *readout.Ledger) bool {
				return slices.ContainsFunc(l.Utterances, func(u readout.Utterance) bool { return u.Speaker == "p-pilots" && u.Statements[0] == id(1, 1) })
			}},
		{"a state on the word of a later report", []readout.Decision{decided(1, readout.StateIt, commitmentAt(reports), target("statement", 2, 0), "broken")},
			func(l *readout.Ledger) bool { return l.Commitments[0].State == readout.StateBroken }},
		{"another day", []readout.Decision{corrected("due", "2026-09-01", commitmentAt(reports)), corrected("obligor", "p-guild", commitmentAt(reports))},
			func(l *readout.Ledger) bool {
				return l.Commitments[0].Due.Value == "2026-09-01" && l.Commitments[0].Obligor[0] == "p-guild"
			}},
		{"no promise", []readout.Decision{decided(1, readout.RejectIt, commitmentAt(reports), nil, "")},
			func(l *readout.Ledger) bool { return len(l.Commitments) == 0 }},
		{"a better name", []readout.Decision{corrected("name", "Guild of Pilots", guild)},
			func(l *readout.Ledger) bool {
				return slices.ContainsFunc(l.Parties, func(p readout.Party) bool {
					return p.ID == "p-guild" && p.Name == "Guild of Pilots" && slices.Contains(p.Aliases, "Pilots' Guild")
				})
			}},
		{"a state", []readout.Decision{decided(1, readout.StateIt, commitmentAt(reports), nil, "broken")},
			func(l *readout.Ledger) bool {
				c := l.Commitments[0]
				return c.State == readout.StateBroken && c.History[1].By == "person" && c.History[1].On == "2026-06-01"
			}},
	} {
		l, err := ledger.Build(seqOf(reports), tc.decisions...)
		if err != nil {
			t.Fatal(err)
		}
		if !tc.right(l) {
			t.Errorf("%s: stances %+v, utterances %+v, commitments %+v", tc.name, l.Stances, l.Utterances, l.Commitments)
		}
	}
}

func commitmentAt(reports []store.Report) readout.Target {
	return readout.Target{Type: "commitment", ID: "c-open", Statement: reports[0].Rec.Statements[0].ID, At: &reports[0].Rec.Statements[0].Span}
}

// With decisions as without them, batches make no difference; another reading
// with other ids keeps them, and what has lost its target is noted.
func TestDecisionsSurvive(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	reports := mixed(r, 30)
	c := open(t)
	c.put(t, reports)
	var decisions []readout.Decision
	for n := 1; n <= 12; n++ {
		a, b := r.Intn(30), r.Intn(30)
		kind, what := "utterance", []readout.DecisionKind{readout.SameIt, readout.DifferentIt}[n%2]
		if n > 6 {
			kind = "statement"
		}
		other := about(reports, kind, b, 0)
		if d := decided(n, what, about(reports, kind, a, 0), &other, ""); a != b {
			decisions = append(decisions, d)
		}
	}
	lost := about(reports, "statement", 0, 0)
	lost.ID, lost.Statement, lost.At = "s-nowhere", "s-nowhere", &readout.Span{Doc: "d-nowhere"}
	other := about(reports, "statement", 1, 0)
	decisions = append(decisions, decided(20, readout.SameIt, other, &lost, ""))
	for _, d := range decisions {
		if err := c.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	if err := ledger.Update(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	c.wantBuilt(t, reports, "with decisions", decisions...)
	for d, err := range c.Decisions(t.Context()) {
		if err != nil || d.Gone != (d.ID == "z-20") {
			t.Errorf("%s: gone %v, %v", d.ID, d.Gone, err)
		}
	}
	more := open(t)
	for _, d := range decisions {
		if err := more.Decide(t.Context(), d); err == nil {
			continue // its document comes later; a join needs none
		}
	}
	for at := range reports {
		more.put(t, reports[at:at+1])
		if err := ledger.Update(t.Context(), more); err != nil {
			t.Fatal(err)
		}
	}
	more.wantBuilt(t, reports, "decided first", decisions...)
}

// Two unnamed sources become one when a third comes that is both.
func TestUnnamedPartiesThatAreMerged(t *testing.T) {
	var reports []store.Report
	aide := func(n int) *readout.Target {
		return &readout.Target{Type: "party", ID: fmt.Sprint("p-an-aide-", n), Name: "an aide"}
	}
	for n := range 3 {
		b := ledgertest.New(fmt.Sprint("Outlet ", n), "2026-05-04").Party(readout.Party{ID: aide(n).ID, Name: "an aide", Kind: readout.Unnamed})
		b.Say(aide(n).ID, readout.ActState, "said", fmt.Sprint("the lock has ", n, " gates"))
		reports = append(reports, renamed(b.Report(n+1)))
	}
	merges := []readout.Decision{decided(1, readout.MergeThem, *aide(0), aide(2), ""), decided(2, readout.MergeThem, *aide(1), aide(2), "")}
	if what := differ(t, reports, merges, []bool{true, true, true}); what != "" {
		t.Error(what)
	}
	if l := mustBuild(t, reports, merges...); l.Utterances[1].Speaker != aide(0).ID {
		t.Errorf("utterances %+v", l.Utterances)
	}
}
