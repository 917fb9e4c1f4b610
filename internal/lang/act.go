package lang

import "strings"

// acts reads "name word word ...".
func (l *Language) acts() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, line := range l.Lines("acts") {
		name, list, _ := strings.Cut(line, " ")
		m[name] = words([]string{list})
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
