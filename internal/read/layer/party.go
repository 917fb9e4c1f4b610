package layer

import (
	"strings"

	"readout"
)

// Actor is a party as it stands in the text, tokens First up to Last.
type Actor struct {
	Party       *readout.Party
	First, Last int
	Pronoun     bool
}

func (x *Index) actor(n int) Actor {
	m := x.A.Mentions[n]
	return Actor{&x.A.Parties[m.Party], x.At(m.Start), x.At(m.End), m.Kind == readout.PronounMention}
}

// Starting is the longest mention that begins at token i and stands for one
// party.
func (x *Index) Starting(i int) (Actor, bool) { return x.longest(i, x.begin, true) }

// Ending is the longest mention that ends with token i and stands for one
// party.
func (x *Index) Ending(i int) (Actor, bool) { return x.longest(i, x.ending, false) }

func (x *Index) longest(i int, by map[int][]int, start bool) (Actor, bool) {
	if !x.in(i) {
		return Actor{}, false
	}
	at := x.A.Tokens[i].End
	if start {
		at = x.A.Tokens[i].Start
	}
	best := -1
	for _, n := range by[at] {
		m := x.A.Mentions[n]
		p := x.A.Parties[m.Party]
		if p.Kind == readout.Group && len(p.Members) > 0 {
			continue
		}
		first := x.At(m.Start)
		if m.Kind == readout.NounMention && (x.verbal(first) || x.clause(first, x.At(m.End))) {
			continue
		}
		if best < 0 || m.Len() > x.A.Mentions[best].Len() || m.Len() == x.A.Mentions[best].Len() && m.Kind == readout.NameMention {
			best = n
		}
	}
	if best < 0 {
		return x.known(i, start)
	}
	return x.actor(best), true
}

// known is the party that a name stands for which is no mention here, but
// elsewhere in the report.
func (x *Index) known(i int, start bool) (Actor, bool) {
	if x.Class(i) != readout.Proper || x.Time(i) != nil {
		return Actor{}, false
	}
	first, last := i, i+1
	for start && x.Class(last) == readout.Proper && x.Sentence(last) == x.Sentence(i) {
		last++
	}
	for !start && x.Class(first-1) == readout.Proper && x.Sentence(first-1) == x.Sentence(i) {
		first--
	}
	name := x.Text(x.Range(first, last))
	for n := range x.A.Parties {
		if p := &x.A.Parties[n]; p.Name == name && p.Kind != readout.Unnamed {
			return Actor{p, first, last, false}, true
		}
	}
	return Actor{}, false
}

// verbal reports a word that opens no noun phrase though no list says so.
func (x *Index) verbal(i int) bool {
	low := x.Low(i)
	return x.Class(i) == readout.Verb || strings.HasSuffix(low, "ing") && x.Class(i) != readout.Proper && len(low) > 5
}

// clause reports a noun phrase that runs over a verb which no list has:
// "Holt lasted two".
func (x *Index) clause(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if x.Class(i) == readout.Other && x.Class(i-1) == readout.Proper && strings.HasSuffix(x.Low(i), "ed") {
			return true
		}
	}
	return false
}

// List reads "A", "A and B", "A, B and C" from token i; the second result is
// the token behind.
func (x *Index) List(i int) ([]Actor, int) {
	var out []Actor
	for {
		a, ok := x.Starting(i)
		if !ok {
			break
		}
		out = append(out, a)
		i = x.overApposition(a.Last)
		next := i
		for x.Word(next) == "," || x.Low(next) == "and" {
			next++
		}
		if next == i || x.Low(next-1) == "," && !x.andLater(next) {
			return out, i
		}
		if b, ok := x.Starting(next); !ok || b.Pronoun {
			return out, i
		}
		i = next
	}
	return out, i
}

// andLater reports that the list goes on: an "and" follows the next party.
func (x *Index) andLater(i int) bool {
	a, ok := x.Starting(i)
	return ok && (x.Low(a.Last) == "and" || x.Word(a.Last) == "," && x.Low(a.Last+1) == "and")
}

// overApposition goes over ", the Danish energy minister," behind a name.
func (x *Index) overApposition(i int) int {
	if x.Word(i) != "," {
		return i
	}
	a, ok := x.Starting(i + 1)
	if !ok || !x.Punct(a.Last) || x.Low(i+1) != "the" && x.Low(i+1) != "a" && x.Low(i+1) != "his" && x.Low(i+1) != "her" && x.Low(i+1) != "its" {
		return i
	}
	if x.Word(a.Last) == "," {
		return a.Last + 1
	}
	return a.Last
}

// Before reads "A", "A and B" that ends with token i, backwards; first is
// where it begins.
func (x *Index) Before(i int) (out []Actor, first int) {
	first = i + 1
	for {
		a, ok := x.Ending(i)
		if !ok {
			return out, first
		}
		if len(out) > 0 {
			a = x.inner(a, i)
		}
		out = append([]Actor{a}, out...)
		first = a.First
		i = first - 1
		if x.Low(i) == "and" || x.Word(i) == "," && len(out) > 1 {
			i--
			continue
		}
		return out, first
	}
}

// inner is the name at the end of "negotiators from A" where the list goes on
// with "and B".
func (x *Index) inner(a Actor, i int) Actor {
	for _, n := range x.ending[x.A.Tokens[i].End] {
		b := x.actor(n)
		if x.A.Mentions[n].Kind == readout.NameMention && b.First > a.First && x.Class(b.First-1) == readout.Preposition {
			return b
		}
	}
	return a
}

// StateOf is the party of the report that an adjective ("Danish") stands for,
// or nil.
func (x *Index) StateOf(adjective string) *readout.Party {
	name := x.L.Places.Adjectives[adjective]
	for i := range x.A.Parties {
		if p := &x.A.Parties[i]; name != "" && p.Kind == readout.State && p.Name == name {
			return p
		}
	}
	return nil
}

// Party is the party with an id, or nil.
func (x *Index) Party(id string) *readout.Party {
	for i := range x.A.Parties {
		if x.A.Parties[i].ID == id {
			return &x.A.Parties[i]
		}
	}
	return nil
}
