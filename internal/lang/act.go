package lang

import (
	"maps"
	"strings"
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
