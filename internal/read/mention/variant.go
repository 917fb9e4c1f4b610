package mention

import (
	"strings"

	"readout"
)

// misspelt is the person whose surname a report writes in two ways, with a letter
// changed, left out or added: a surname alone that nobody of the report has, and
// one alone is like it. -1 for nobody.
func (f *finder) misspelt(r run) int {
	name := f.nameOf(r)
	if r.end-r.name != 1 || len(name) < 5 {
		return -1
	}
	if len(f.parties) > crowd {
		return -1
	}
	found := -1
	for p := range f.parties {
		words := strings.Fields(f.parties[p].Name)
		if f.parties[p].Kind != readout.Person || len(words) < 2 || !nearly(words[len(words)-1], name) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p
	}
	return found
}

// crowd is with how many parties a report has no misspelt names: it is a list.
const crowd = 1000

// nearly reports two words with the same first letter that differ in one letter.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 || a[0] != b[0] || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
