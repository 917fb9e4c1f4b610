package mention

import "readout"

// links is what the encoder says of pronouns, in parties.
type links struct {
	anaphors map[int]readout.Anaphor // by token
	party    map[int]int             // token → party of the smallest mention that it stands in
}

// newLinks lays the mentions found so far over the tokens, the smaller above the
// larger.
func (f *finder) newLinks() links {
	l := links{anaphors: map[int]readout.Anaphor{}, party: map[int]int{}}
	size := map[int]int{}
	for _, m := range f.mentions {
		if m.Party < 0 {
			continue
		}
		for i := f.tokenAt(m.Start); i < len(f.a.Tokens) && f.a.Tokens[i].End <= m.End; i++ {
			if n, ok := size[i]; !ok || m.Len() < n {
				l.party[i], size[i] = m.Party, m.Len()
			}
		}
	}
	for _, x := range f.a.Anaphors {
		l.anaphors[x.Token] = x
	}
	return l
}

// linked is how probable an antecedent must be for the encoder to be sure of it.
const linked = 0.8

// votes is the encoder's probability of each party for token i.
func (a *antecedents) votes(i int) map[int]float64 {
	votes := map[int]float64{}
	for _, to := range a.links.anaphors[i].To {
		if p, ok := a.links.party[to.Token]; ok && p >= 0 {
			votes[p] += to.Probability
		}
	}
	return votes
}
