package ruling

import (
	"strings"

	"readout"
	"readout/internal/decision"
)

// index makes of the decisions what the parts ask for, in order, so that the
// later one about a pair replaces the earlier.
func (b *Book) index() {
	b.known = known{
		split: map[[2]string]bool{}, apart: map[[2]string]bool{}, under: map[string][]Link{}, barred: map[string][]string{},
		fields: map[string][]Field{}, none: map[string]bool{}, texts: map[string]string{}, outcome: map[string][]Outcome{}, by: map[string][]string{},
	}
	type what struct {
		level string
		pair  [2]string
	}
	last := map[what]string{} // the decision that holds
	for _, j := range b.joins {
		if a, c := b.ends(j); a != "" && c != "" {
			last[what{level(j), pair(a, c)}] = j.ID
		}
	}
	for _, j := range b.joins {
		a, c := b.ends(j)
		switch {
		case a == "" || c == "" && j.B.ID != "":
		case c != "" && j.What != readout.StateIt && last[what{level(j), pair(a, c)}] != j.ID:
		default:
			b.known.add(j, a, c)
		}
	}
}

// level is what two decisions must both be about to contradict each other.
func level(j decision.Join) string {
	switch j.Of {
	case "party", "utterance":
		return j.Of
	}
	return "proposition"
}

func (k *known) add(j decision.Join, a, c string) {
	why := "decided by " + j.Who + ": " + j.Why
	switch j.What {
	case readout.MergeThem:
		k.merged = append(k.merged, [2]string{a, c})
	case readout.SplitThem:
		k.split[pair(a, c)] = true
	case readout.SameIt:
		if j.Of == "utterance" {
			k.joined = append(k.joined, Pair{a, c, why})
			return
		}
		if own(j.A) != "" {
			j.A, j.B, a, c = j.B, j.A, c, a
		}
		k.under[a] = append(k.under[a], link(j.B, c, readout.StanceValue(j.Value), why))
		if own(j.B) == "" {
			k.under[c] = append(k.under[c], Link{Statement: a, Why: why})
		}
	case readout.DifferentIt:
		if j.Of != "proposition" && j.B.Type != "proposition" {
			k.apart[pair(a, c)] = true
		}
		if j.Of != "utterance" {
			k.barred[a] = append(k.barred[a], c)
			k.barred[c] = append(k.barred[c], a)
		}
	case readout.CorrectIt:
		if j.Of == "proposition" {
			k.texts[a], k.texts[j.A.ID] = j.Value, j.Value
		} else {
			k.fields[a] = append(k.fields[a], Field{j.Field, j.Value})
		}
	case readout.RejectIt:
		k.none[a] = true
	case readout.StateIt:
		day, _, _ := strings.Cut(j.On, "T")
		k.outcome[a] = append(k.outcome[a], Outcome{readout.CommitmentState(j.Value), day, c, j.ID})
		k.by[c] = append(k.by[c], a)
	}
}

func link(t readout.Target, at string, value readout.StanceValue, why string) Link {
	if own(t) != "" {
		return Link{ID: t.ID, Words: t.Name, Value: value, Why: why}
	}
	return Link{Statement: at, Value: value, Why: why}
}

// pair is two ids, in whichever order they come.
func pair(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// Merged are the pairs of parties that are one.
func (b *Book) Merged() [][2]string {
	if b == nil {
		return nil
	}
	return b.known.merged
}

// Split reports whether two parties are two.
func (b *Book) Split(p, q string) bool { return b != nil && b.known.split[pair(p, q)] }

// Joined are the pairs of statements that are one utterance.
func (b *Book) Joined() []Pair {
	if b == nil {
		return nil
	}
	return b.known.joined
}

// Apart are the pairs of statements that are not one utterance.
func (b *Book) Apart() map[[2]string]bool {
	if b == nil {
		return nil
	}
	return b.known.apart
}

// Under is what a statement stands under.
func (b *Book) Under(statement string) []Link {
	if b == nil {
		return nil
	}
	return b.known.under[statement]
}

// Barred are the statements, and the propositions in a person's own words, with
// which a statement does not stand.
func (b *Book) Barred(statement string) []string {
	if b == nil {
		return nil
	}
	return b.known.barred[statement]
}

// Words are a person's for a proposition, known by its id or the statement that
// founded it; "" where nobody has worded it.
func (b *Book) Words(proposition, founder string) string {
	if b == nil {
		return ""
	}
	if words, ok := b.known.texts[proposition]; ok {
		return words
	}
	return b.known.texts[founder]
}

// Fields are what a person has corrected of a party, commitment, contact or
// incident, in order.
func (b *Book) Fields(id string) []Field {
	if b == nil {
		return nil
	}
	return b.known.fields[id]
}

// Rejected reports whether a commitment, contact or incident is none.
func (b *Book) Rejected(id string) bool { return b != nil && b.known.none[id] }

// Outcomes are the states that persons have given a commitment, in order.
func (b *Book) Outcomes(commitment string) []Outcome {
	if b == nil {
		return nil
	}
	return b.known.outcome[commitment]
}

// StatedBy are the commitments that persons have given a state on the word of a
// statement.
func (b *Book) StatedBy(statement string) []string {
	if b == nil {
		return nil
	}
	return b.known.by[statement]
}
