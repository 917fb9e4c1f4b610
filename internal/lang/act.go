package lang

import (
	"maps"
	"strings"

	"readout"
)

// Grouped is a file whose lines begin with what their words are: that → word →
// true. Lines that begin alike go together.
func (l *Language) Grouped(name string) map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, line := range l.Lines(name) {
		kind, list, _ := strings.Cut(line, " ")
		if m[kind] == nil {
			m[kind] = map[string]bool{}
		}
		maps.Copy(m[kind], words([]string{list}))
	}
	return m
}

// Listed reports that a verb, inflected or not, stands in a list of Acts.
func (l *Language) Listed(name, word string) bool {
	list := l.Acts[name]
	if list[word] {
		return true
	}
	for _, ending := range []string{"s", "es", "d", "ed", "ing"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && (list[stem] || ending == "ing" && list[stem+"e"]) {
			return true
		}
	}
	return false
}

// deeds reads lines of an act and its verbs, "verb" or "verb=past", and inflects.
func (l *Language) deeds() map[string]readout.Act {
	m := map[string]readout.Act{}
	for _, line := range l.Lines("deeds") {
		f := strings.Fields(line)
		for _, verb := range f[1:] {
			verb, past, _ := strings.Cut(verb, "=")
			for form := range inflect(verb, past) {
				m[form] = readout.Act(f[0])
			}
		}
	}
	return m
}
