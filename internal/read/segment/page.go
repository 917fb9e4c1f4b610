package segment

import (
	"strings"

	"readout/internal/lang"
)

// pageWords are the language's lines and words of a page's furniture: what they
// are → entry → true.
type pageWords map[string]map[string]bool

func pageWordsOf(l *lang.Language) pageWords {
	w := pageWords{}
	for _, line := range l.Lines("page") {
		kind, entries, _ := strings.Cut(line, " ")
		if w[kind] == nil {
			w[kind] = map[string]bool{}
		}
		for _, entry := range strings.Split(entries, ";") {
			w[kind][strings.TrimSpace(entry)] = true
		}
	}
	return w
}

// is reports that a line is an entry of this kind.
func (w pageWords) is(kind, s string) bool { return w[kind][strings.ToLower(strings.TrimSpace(s))] }

// holds reports that an entry of this kind stands in a line.
func (w pageWords) holds(kind, s string) bool {
	s = strings.ToLower(s)
	for entry := range w[kind] {
		if strings.Contains(s, entry) {
			return true
		}
	}
	return false
}
