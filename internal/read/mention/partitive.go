package mention

import (
	"strings"

	"readout"
)

// partitive gives "one of them" the words of those it is one of: the party is not
// the whole, and keeps the text's words as another name.
func (a *antecedents) partitive(m *readout.Mention) {
	f := a.f
	first, last := f.tokens(m.Range)
	if last-first != 3 || f.low(first+1) != "of" || f.low(last-1) != "them" || !quantity(f.low(first)) && !numerals[f.low(first)] {
		return
	}
	whole, _ := a.choose(anaphor{last - 1, "them", func(p int) bool { return f.traitOf(p) == many }, func(int) bool { return true }})
	if whole < 0 {
		return
	}
	name := bare(f.parties[whole].Name)
	if f.parties[whole].Kind == readout.Unnamed {
		name = "the " + strings.ToLower(name[:1]) + name[1:]
	}
	m.Party, m.Sure = f.party(f.low(first)+" of "+name, readout.Unnamed), false
	f.traits[m.Party] = one
	f.alias(m.Party, f.text[m.Start:m.End])
}

// restrictive is the end of a clause that says which ones are meant, behind a
// noun phrase of head h that ends in front of token end: "people who know her
// say". A clause that reports something itself is no part of the phrase.
func (f *finder) restrictive(s readout.Sentence, h, end int) int {
	t := f.a.Tokens[h]
	if end >= s.Last || f.low(end) != "who" || t.Relation != "nsubj" || t.Head <= end+1 || t.Head >= s.Last || t.Head > end+12 {
		return end
	}
	to := t.Head
	for to > end && f.a.Tokens[to-1].Head == t.Head && f.a.Tokens[to-1].Relation != "nsubj" {
		to-- // "... have said"
	}
	for k := end; k < to; k++ {
		if f.a.Tokens[k].Kind == readout.Punct || f.quotedAt[k] || f.reports(k) {
			return end
		}
	}
	return to
}
