package mention

import (
	"strings"

	"readout"
)

// adjectives finds the words that a text forms of the name of a state that no
// list has: "Velmarian" beside "Velmar". A name with an adjective is a state
// or a people, not a person or a company.
func (f *finder) adjectives() {
	f.derived, f.adjectived = map[string]string{}, map[string]bool{}
	names := map[string]bool{}
	for i := range f.a.Tokens {
		if f.class(i) == readout.Proper {
			names[f.word(i)] = true
		}
	}
	for w := range names {
		if f.l.Places.Adjectives[w] != "" || f.l.Places.States[w] != "" {
			continue
		}
		for _, ending := range []string{"ian", "ean", "an", "ese", "ish", "i", "n"} {
			stem, ok := strings.CutSuffix(w, ending)
			if !ok || len(stem) < 4 {
				continue
			}
			for _, vowel := range []string{"", "a", "e", "ia", "o", "y"} {
				if name := stem + vowel; name != w && names[name] && f.derived[w] == "" {
					f.derived[w] = name
					f.adjectived[name] = true
				}
			}
		}
	}
}

// stateNamed is the state that an adjective or name stands for, or "".
func (f *finder) stateNamed(w string) string {
	if s := f.l.Places.Adjectives[w]; s != "" {
		return s
	}
	return f.derived[w]
}
