package incident

import (
	"slices"
	"strings"
	"sync"

	"readout/internal/lang"
	"readout/internal/ledger/match"
)

// lexicon is the words of happening.txt: the rules of joining are English.
type lexicon struct {
	of   map[string]map[string]bool // kind of list → words
	kind map[string]string          // stem → stem that stands for its kind
	toll map[string]bool            // stems
}

var english = sync.OnceValue(func() *lexicon {
	x := &lexicon{of: map[string]map[string]bool{}, kind: map[string]string{}, toll: map[string]bool{}}
	l, err := lang.For("en")
	if err != nil {
		return x
	}
	x.of = l.Grouped("happening")
	for _, line := range l.Lines("happening") {
		kind, list, _ := strings.Cut(line, " ")
		words := strings.Fields(list)
		for _, w := range words {
			switch kind {
			case "kind":
				x.kind[match.Stem(w)] = match.Stem(words[0])
			case "toll":
				x.toll[match.Stem(w)] = true
			}
		}
	}
	return x
})

// matter is the stems of what happened, without days and numbers.
func (x *lexicon) matter(what string) []string {
	words := slices.DeleteFunc(match.Words(what), func(w string) bool { return x.of["time"][w] || match.IsNumber(w) })
	return match.Stems(words)
}

// kinds are the kinds of thing that a matter is.
func (x *lexicon) kinds(matter []string) []string {
	var out []string
	for _, w := range matter {
		if k := x.kind[w]; k != "" {
			out = append(out, k)
		}
	}
	return match.Set(out)
}

// place is the stems of a place's name; what many names have counts only where
// there is nothing else.
func (x *lexicon) place(where string) []string {
	words := match.Words(where)
	own := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return x.of["place"][w] })
	if len(match.Stems(own)) > 0 {
		return match.Stems(own)
	}
	return match.Stems(words)
}

// people reports whether a figure's unit says no more than that it counts people.
func (x *lexicon) people(unit string) bool { return unit == "" || x.of["people"][unit] }
