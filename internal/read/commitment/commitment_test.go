package commitment_test

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/read"
)

// find reads a text and gives its commitments, with the names of parties.
func find(t *testing.T, published, text string) ([]readout.Commitment, func(string) string) {
	t.Helper()
	r, err := read.New("en")
	if err != nil {
		t.Fatal(err)
	}
	doc := &readout.Document{ID: "d-test", Text: text}
	if published != "" {
		doc.Published = &readout.Date{Value: published, Grain: readout.GrainDay}
	}
	rec, err := r.Read(doc)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, p := range rec.Parties {
		names[p.ID] = p.Name
	}
	return rec.Commitments, func(id string) string { return names[id] }
}

func TestOneCommitment(t *testing.T) {
	for _, c := range []struct {
		name, text string
		kind       readout.CommitmentKind
		state      readout.CommitmentState
		obligor    string
		what, due  string
		period     string
		condition  string
		teller     string
	}{
		{name: "promise with a day", text: "Mayor Greta Lindqvist promised on Tuesday to reopen the bridge by Friday.",
			kind: readout.Promise, state: readout.StateGiven, obligor: "Greta Lindqvist", what: "reopen the bridge by Friday", due: "2026-03-06"},
		{name: "will of one's own", text: "\"We will repair the pier by March 20,\" harbour master Anton Weiss said.",
			kind: readout.Promise, state: readout.StateGiven, obligor: "Anton Weiss", what: "repair the pier by March 20", due: "2026-03-20"},
		{name: "only a period", text: "President Lena Okoro vowed to halt the shelling for two weeks.",
			kind: readout.Promise, state: readout.StateGiven, obligor: "Lena Okoro", what: "halt the shelling for two weeks", period: "P14D"},
		{name: "conditional", text: "\"We will open the gate if the water falls,\" engineer Anton Weiss said.",
			kind: readout.Promise, state: readout.StateConditional, obligor: "Anton Weiss", what: "open the gate", condition: "if the water falls"},
		{name: "told of another", text: "Mediator Lena Okoro said that Norway had agreed to pause the boarding of trawlers.",
			kind: readout.Promise, state: readout.StateClaimed, obligor: "Norway", what: "pause the boarding of trawlers", teller: "Lena Okoro"},
		{name: "decision", text: "The city council approved a loan of $40 million for the tram on Monday.",
			kind: readout.Decided, state: readout.StateGiven, obligor: "city council", what: "a loan of $40 million for the tram on Monday"},
		{name: "tentative", text: "\"Maybe I should sell the boat by Friday,\" skipper Anton Weiss said.",
			kind: readout.Promise, state: readout.StateTentative, obligor: "Anton Weiss", what: "Maybe I should sell the boat by Friday"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, name := find(t, "2026-03-04", c.text)
			if len(got) != 1 {
				t.Fatalf("%d commitments: %+v", len(got), got)
			}
			g := got[0]
			if g.Kind != c.kind || g.State != c.state || len(g.Obligor) != 1 || name(g.Obligor[0]) != c.obligor {
				t.Errorf("got %s %s of %v", g.Kind, g.State, g.Obligor)
			}
			if g.What != c.what {
				t.Errorf("what %q", g.What)
			}
			if due := valueOf(g.Due); due != c.due {
				t.Errorf("due %q, want %q", due, c.due)
			}
			if g.Duration != c.period || name(g.Teller) != c.teller {
				t.Errorf("duration %q, teller %q", g.Duration, g.Teller)
			}
			if text := conditionOf(g); text != c.condition {
				t.Errorf("condition %q", text)
			}
			if len(g.Evidence) == 0 {
				t.Error("no evidence")
			}
		})
	}
}

func TestUltimatum(t *testing.T) {
	got, name := find(t, "2026-03-04", `President Lena Okoro gave Norway until Saturday to release the trawlers or face a ban.

"If Norway fails to release them, we are done talking," Okoro warned on Tuesday.`)
	if len(got) != 1 {
		t.Fatalf("%d commitments: %+v", len(got), got)
	}
	g := got[0]
	if g.Kind != readout.Ultimatum || name(g.Issuer) != "Lena Okoro" || name(g.Addressee) != "Norway" || g.State != readout.StateInForce {
		t.Errorf("got %s by %s to %s, %s", g.Kind, g.Issuer, g.Addressee, g.State)
	}
	if valueOf(g.Due) != "2026-03-07" || g.What != "release the trawlers" || g.Consequence != "face a ban" {
		t.Errorf("due %q, what %q, consequence %q", valueOf(g.Due), g.What, g.Consequence)
	}
}

// Words that bind nobody raise nothing, and no date.
func TestNoCommitment(t *testing.T) {
	for _, text := range []string{
		"\"We will see,\" engineer Anton Weiss said.",
		"\"I won't name a day,\" engineer Anton Weiss said.",
		"Engineer Anton Weiss said the rain would stop by Friday.",
		"Engineer Anton Weiss said the council might vote on Friday.",
		"Engineer Anton Weiss vowed that the bridge was safe.",
		"Reporters asked whether Norway had agreed to pause the boarding of trawlers.",
		"Mayor Greta Lindqvist did not promise to reopen the bridge by Friday.",
		"In 1998, Norway agreed to limit the catch.",
		"The deadline is near.",
	} {
		if got, _ := find(t, "2026-03-04", text); len(got) > 0 {
			t.Errorf("%s\n\t%s %s %q", text, got[0].Kind, got[0].State, got[0].What)
		}
	}
}

// A weekday has no date without the day of publication, and none is guessed.
func TestNoPublicationNoDue(t *testing.T) {
	got, _ := find(t, "", "Mayor Greta Lindqvist promised to reopen the bridge by Friday.")
	if len(got) != 1 || got[0].Due.Known() {
		t.Errorf("got %+v", got)
	}
}

func TestOutcome(t *testing.T) {
	text := `Mayor Greta Lindqvist promised to reopen the bridge by Tuesday.

"Lindqvist has broken her promise," skipper Anton Weiss said.`
	got, _ := find(t, "2026-03-04", text)
	if len(got) != 1 || got[0].State != readout.StateBroken || len(got[0].History) != 1 || got[0].History[0].Evidence == "" {
		t.Errorf("got %+v", got)
	}
	got, _ = find(t, "2026-03-04", strings.Replace(text, "has broken", "would have broken", 1))
	if len(got) != 1 || got[0].State != readout.StateGiven {
		t.Errorf("would have: got %+v", got)
	}
}

func valueOf(d *readout.Date) string {
	if d == nil {
		return ""
	}
	return d.Value
}

func conditionOf(c readout.Commitment) string {
	if c.Condition == nil {
		return ""
	}
	return c.Condition.Text
}
