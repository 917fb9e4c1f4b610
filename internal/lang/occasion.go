package lang

import "strings"

// Occasion is the words for how, where and to whom something is said, by kind:
// the kinds are in the list itself.
type Occasion map[string]map[string]bool

// occasion reads "kind word word ..."; "_" joins the words of one name.
func (l *Language) occasion() Occasion {
	o := Occasion{}
	for _, line := range l.Lines("occasion") {
		kind, list, _ := strings.Cut(line, " ")
		o[kind] = map[string]bool{}
		for _, w := range strings.Fields(list) {
			o[kind][strings.ReplaceAll(w, "_", " ")] = true
		}
	}
	return o
}

// Has reports that a word is of one of the kinds.
func (o Occasion) Has(word string, kinds ...string) bool {
	for _, k := range kinds {
		if o[k][word] {
			return true
		}
	}
	return false
}
