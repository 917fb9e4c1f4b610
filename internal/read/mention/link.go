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

// linked is how sure the encoder must be of an antecedent to overrule all else.
const linked = 0.8
