package ledger_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"readout"
	"readout/internal/gold"
	"readout/internal/store"
)

// mentions are what each report alone tells of commitments, contacts and
// incidents: the id of a mention and what it is a mention of.
type mentions struct{ commitments, contacts, incidents map[string][]string }

// readMentions adds to the reports what a faultless reader of each alone would
// tell, from the notation beside the record.
func (g *goldStory) readMentions(t *testing.T, dir string) mentions {
	t.Helper()
	m := mentions{map[string][]string{}, map[string][]string{}, map[string][]string{}}
	for i, doc := range g.documents() {
		key := fmt.Sprintf("%02d", i+1)
		at := slices.IndexFunc(g.reports, func(r store.Report) bool { return r.Doc.ID == doc })
		data, err := os.ReadFile(filepath.Join(dir, "gold", key+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		c, err := gold.ParseFor(g.reports[at].Doc.Text, data)
		if err != nil {
			t.Fatal(err)
		}
		teller{g, key, g.reports[at]}.tell(m, c)
	}
	return m
}

// documents are the ids of the documents in the order of the notation.
func (g *goldStory) documents() []string {
	var ids []string
	for _, row := range g.rows {
		if row["type"] == "document" {
			ids = append(ids, row["id"].(string))
		}
	}
	return ids
}

// teller puts the mentions of one report into its record.
type teller struct {
	g   *goldStory
	key string
	store.Report
}

func (w teller) tell(m mentions, c *gold.Case) {
	for _, x := range c.Commitments {
		w.Rec.Commitments = append(w.Rec.Commitments, w.commitment(x))
		m.commitments[w.mention(x.ID)] = []string{x.ID}
	}
	for _, x := range c.Contacts {
		w.Rec.Contacts = append(w.Rec.Contacts, w.contact(x))
		m.contacts[w.mention(x.ID)] = []string{x.ID}
	}
	for _, x := range c.Incidents {
		w.Rec.Incidents = append(w.Rec.Incidents, w.incident(x))
		m.incidents[w.mention(x.ID)] = []string{x.ID}
	}
}

func (w teller) mention(id string) string { return id + " in " + w.key }

func (w teller) commitment(x gold.Commitment) readout.Commitment {
	c := readout.Commitment{
		ID: w.mention(x.ID), Kind: x.Kind.First(), What: x.What.First(), Teller: w.party(x.Teller.First()),
		AskedBy: w.party(x.AskedBy.First()), Beneficiary: w.party(x.Beneficiary.First()), Issuer: w.party(x.Issuer.First()),
		Addressee: w.party(x.Addressee.First()), Consequence: x.Consequence.First(), Duration: x.Duration.First(),
		Due: date(x.Due.First()), Start: date(x.Start.First()), Decided: date(x.Decided.First()), State: x.State.First(),
		Evidence: w.evidence(x.ID, x.Evidence, x.Span),
	}
	if s := x.Condition.First(); !s.IsNone() {
		c.Condition = &readout.Condition{Text: s.Text}
	}
	for _, name := range x.Obligor.First() {
		c.Obligor = append(c.Obligor, w.party(name))
	}
	return c
}

func (w teller) contact(x gold.Contact) readout.Contact {
	c := readout.Contact{
		ID: w.mention(x.ID), Form: x.Form.First(), When: date(x.When.First()), Where: x.Where.First(), State: x.State.First(),
		Evidence: w.evidence(x.ID, x.Evidence, x.Span),
	}
	for _, name := range x.Participants.First() {
		c.Participants = append(c.Participants, readout.Participant{Party: w.party(name), ToldBy: w.party(x.ToldBy.First())})
	}
	return c
}

func (w teller) incident(x gold.Incident) readout.Incident {
	in := readout.Incident{
		ID: w.mention(x.ID), What: x.What.First(), Where: x.Where.First(), When: date(x.When.First()),
		Actor: w.party(x.Actor.First()), Evidence: w.evidence(x.ID, x.Evidence, x.Span),
	}
	for _, f := range x.Figures {
		in.Figures = append(in.Figures, readout.Figure{
			Quantity: f.Quantity.First(), Value: f.Value, Bound: f.Bound.First(), Unit: f.Unit.First(), ToldBy: w.party(f.ToldBy.First()), AsOf: f.AsOf.First(),
		})
	}
	return in
}

// evidence is the statements and the span of a mention, and its id, by which
// it is found again in a group.
func (w teller) evidence(id string, statements []string, span gold.Any[gold.Snippet]) []readout.Evidence {
	var out []readout.Evidence
	for _, s := range statements {
		out = append(out, readout.Evidence{Statement: w.key + "/" + s})
	}
	if s := span.First(); !s.IsNone() {
		if cut, err := w.Doc.Span(s.Range); err == nil {
			out = append(out, readout.Evidence{Span: &cut})
		}
	}
	return append(out, readout.Evidence{Statement: w.mention(id)})
}

func (w teller) party(name string) string {
	for _, p := range w.g.ledger.Parties {
		if p.Name == name {
			return p.ID
		}
	}
	return ""
}

func date(value string) *readout.Date {
	if value == "" {
		return nil
	}
	return &readout.Date{Value: value}
}

// groupsOf gives the group that each mention is in.
func groupsOf[T any](groups []T, of func(T) (string, []readout.Evidence)) map[string][]string {
	out := map[string][]string{}
	for _, g := range groups {
		id, evidence := of(g)
		for _, e := range evidence {
			if e.Span == nil {
				out[e.Statement] = []string{id}
			}
		}
	}
	return out
}

// What a faultless reader tells of each report is joined without a false join.
func TestJoinsOfTheMentions(t *testing.T) {
	for _, tc := range []struct {
		dir                              string
		commitments, contacts, incidents int // pairs that belong together and are joined, at least
	}{
		{"../demo", 36, 9, 45},
		{"../../testdata/stories/strike", 13, 2, 2},
		{"../../testdata/stories/summit", 12, 14, 1},
		{"../../testdata/stories/takeover", 9, 3, 1},
	} {
		g := readGold(t, filepath.Join(tc.dir, "record.jsonl"))
		m := g.readMentions(t, tc.dir)
		l := mustBuild(t, g.reports)
		for _, kind := range []struct {
			name      string
			gold, got map[string][]string
			least     int
		}{
			{"commitments", m.commitments, groupsOf(l.Commitments, func(c readout.Commitment) (string, []readout.Evidence) { return c.ID, c.Evidence }), tc.commitments},
			{"contacts", m.contacts, groupsOf(l.Contacts, func(c readout.Contact) (string, []readout.Evidence) { return c.ID, c.Evidence }), tc.contacts},
			{"incidents", m.incidents, groupsOf(l.Incidents, func(in readout.Incident) (string, []readout.Evidence) { return in.ID, in.Evidence }), tc.incidents},
		} {
			right, _ := pairs(kind.gold, kind.got)
			all, _ := pairs(kind.gold, kind.gold)
			wrong := unlike(kind.got, kind.gold)
			t.Logf("%s: %s: %d of %d pairs joined; apart: %v", filepath.Base(tc.dir), kind.name, right, all, unlike(kind.gold, kind.got))
			if len(wrong) > 0 || right < kind.least {
				t.Errorf("%s: %s: %d pairs joined rightly, want %d; wrongly: %v", tc.dir, kind.name, right, kind.least, wrong)
			}
		}
	}
}

// unlike lists the mentions that share a group in one grouping and none in
// another, both being in some group there.
func unlike(one, other map[string][]string) []string {
	var out []string
	for a := range other {
		for b := range other {
			if a < b && len(one[a]) > 0 && slices.Equal(one[a], one[b]) && !slices.Equal(other[a], other[b]) {
				out = append(out, a+" + "+b)
			}
		}
	}
	slices.Sort(out)
	return out
}
