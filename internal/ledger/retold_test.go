package ledger_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger"
	"readout/internal/ledger/ledgertest"
	"readout/internal/store"
)

// pledge is a promise that five reports tell in five wordings, and what a
// seventh says has become of it.
type pledge struct {
	party    readout.Party
	wordings [5]string
	outcome  string
	state    readout.CommitmentState
}

var pledges = []pledge{
	{person("Ana Ruiz"), [5]string{"reopen the northern lock", "the northern lock would be reopened", "reopen the northern lock to barges", "open the northern lock on Saturday", "reopen it"},
		"Ana Ruiz broke her promise to reopen the northern lock", readout.StateBroken},
	{person("Per Holm"), [5]string{"hand over the tide records", "the tide records would be delivered", "deliver the tide records to the harbour board", "send the tide records", "hand them over"},
		"Per Holm had handed over the tide records on Saturday", readout.StateKept},
	{person("Lea Lind"), [5]string{"pay 4 million crowns into the pilots' fund", "4 million crowns would be paid into the pilots' fund", "pay the pilots' fund 4 million crowns", "pay 4 million crowns to the pilots", "pay"},
		"Lea Lind has not paid the 4 million crowns into the pilots' fund", readout.StateBroken},
	{person("Ivo Marek"), [5]string{"publish the survey of the quays", "the survey of the quays would be published", "release the survey of the quays", "publish the quay survey in full", "publish it"},
		"Ivo Marek went back on his pledge to publish the survey of the quays", readout.StateBroken},
	{person("Tove Brandt"), [5]string{"build a second breakwater", "a second breakwater would be built", "construct a second breakwater off the point", "build the second breakwater", "build it"},
		"Tove Brandt has postponed the building of the second breakwater", readout.StateExtended},
	{person("Odd Sand"), [5]string{"repair the swing bridge", "the swing bridge would be repaired", "fix the swing bridge at last", "mend the swing bridge", "repair it"},
		"Odd Sand kept his word and repaired the swing bridge", readout.StateKept},
	{person("Una Falk"), [5]string{"admit surveyors to the dry dock", "surveyors would be admitted to the dry dock", "let surveyors into the dry dock", "allow surveyors into the dry dock", "admit them"},
		"Una Falk withdrew her promise to let surveyors into the dry dock", readout.StateWithdrawn},
	{person("Kai Storm"), [5]string{"withdraw the dredgers", "the dredgers would be withdrawn", "pull the dredgers out of the bay", "withdraw all dredgers", "withdraw them"},
		"Kai Storm did not withdraw the dredgers", readout.StateBroken},
	{person("Nia Voss"), [5]string{"cut the harbour dues", "the harbour dues would be cut", "reduce the harbour dues for small boats", "lower the harbour dues", "cut them"},
		"Nia Voss did cut the harbour dues and kept her promise", readout.StateKept},
	{person("Sol Dahl"), [5]string{"not raise the tolls", "the tolls would not be raised", "never raise the tolls of the canal", "not increase the tolls", "not raise them"},
		"Sol Dahl kept his promise not to raise the tolls", readout.StateInForce},
}

func person(name string) readout.Party {
	return readout.Party{ID: "p-" + strings.ToLower(strings.ReplaceAll(name, " ", "-")), Name: name, Kind: readout.Person}
}

// retold makes a hundred reports: each promise is first claimed by another, then
// given, told three times more, and said to have ended; the rest tell of nothing.
func retold() []store.Report {
	clerk := person("Ed Clerk")
	at := map[int]func(*ledgertest.Builder){}
	for k, p := range pledges {
		for i, what := range p.wordings {
			at[10*i+k] = func(b *ledgertest.Builder) { p.tell(b, clerk, i, what) }
		}
		at[60+2*k] = func(b *ledgertest.Builder) {
			b.Party(p.party, clerk)
			b.Say(clerk.ID, readout.ActState, "said", p.outcome)
		}
	}
	var out []store.Report
	for n := range 100 {
		day := 1 + n/10
		if n >= 60 {
			day = 10 + (n-60)/10
		}
		b := ledgertest.New(fmt.Sprint("Outlet ", n), fmt.Sprintf("2026-05-%02d", day)).Party(clerk)
		b.Prose(fmt.Sprintf("The tide stood at %d.", n))
		if tell := at[n]; tell != nil {
			tell(b)
		}
		out = append(out, renamed(b.Report(n+1)))
	}
	return out
}

// tell puts the i-th telling of a promise into a report.
func (p pledge) tell(b *ledgertest.Builder, clerk readout.Party, i int, what string) {
	b.Party(p.party, clerk)
	c := readout.Commitment{Kind: readout.Promise, What: what, Obligor: []string{p.party.ID}, State: readout.StateGiven}
	speaker, act := p.party.ID, readout.ActCommit
	if i == 0 {
		c.State, c.Teller, speaker, act = readout.StateClaimed, clerk.ID, clerk.ID, readout.ActClaim
	}
	if i%2 == 0 {
		c.Due = &readout.Date{Value: "2026-05-09", Grain: readout.GrainDay}
	}
	st := b.Say(speaker, act, "said", "would "+what)
	c.ID, c.Evidence = readout.NewID("c", st), []readout.Evidence{{Statement: st}}
	b.Record().Commitments = append(b.Record().Commitments, c)
}

// Ten commitments of a hundred reports, each told five times: one each, with all
// its evidence and its whole course, and the same however the reports come in.
func TestTenCommitmentsOfAHundredReports(t *testing.T) {
	reports := retold()
	l := mustBuild(t, reports)
	if len(l.Commitments) != len(pledges) {
		for _, c := range l.Commitments {
			t.Logf("%s: %d pieces of evidence", c.What, len(c.Evidence))
		}
		t.Errorf("%d commitments of %d", len(l.Commitments), len(pledges))
	}
	for _, p := range pledges {
		i := slices.IndexFunc(l.Commitments, func(c readout.Commitment) bool { return c.Obligor[0] == p.party.ID })
		if i < 0 {
			t.Fatalf("nothing of %s", p.party.Name)
		}
		c := l.Commitments[i]
		var states []readout.CommitmentState
		for _, e := range c.History {
			states = append(states, e.State)
		}
		want := []readout.CommitmentState{readout.StateClaimed, readout.StateGiven, p.state}
		if c.State != p.state || !slices.Equal(states, want) || len(c.Evidence) != 6 || c.Teller != "" || !c.Due.Known() {
			t.Errorf("%s: %s is %s by %v, %d pieces of evidence, teller %q; want %v", p.party.Name, c.What, c.State, states, len(c.Evidence), c.Teller, want)
		}
	}
	store := open(t)
	for at := 0; at < len(reports); at += 7 {
		store.put(t, reports[at:min(len(reports), at+7)])
		if err := ledger.Update(t.Context(), store); err != nil {
			t.Fatal(err)
		}
	}
	store.wantBuilt(t, reports, "retold")
}
