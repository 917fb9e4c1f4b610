package eval

import (
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// titles are words that stand before a name and do not tell persons apart.
var titles = setOf(strings.Fields(`president vice prime minister foreign defence defense interior finance state secretary
	general spokesman spokeswoman spokesperson envoy special top senior former aide adviser advisor national security
	policy presidential leader chancellor chief king queen prince senator sen rep gov governor mayor mr mrs ms dr sir
	lord lady us uk eu american french dutch greek turkish kremlin pentagon white house`)...)

// nationalities are endings of words that say where a person is from.
var nationalities = []string{"ian", "ish", "ese", "ican", "eli", "aeli"}

// vowelEndings are endings that transcriptions of one name differ in.
var vowelEndings = []string{"yy", "iy", "ij", "yi", "ii", "i"}

// nameWords is a name for comparison: case, accents, dots, possessives, a
// leading "the" and the ways to write a final y are levelled.
func nameWords(name string) []string {
	var plain strings.Builder
	for _, r := range norm.NFKD.String(name) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			plain.WriteRune(r)
		}
	}
	folded := dropPossessives(cases.Fold().String(plain.String()))
	words := strings.FieldsFunc(folded, func(r rune) bool { return !isWord(r) })
	for i, w := range words {
		words[i] = levelEnding(w)
	}
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// dropPossessives leaves out dots and every 's at the end of a word.
func dropPossessives(name string) string {
	var out []rune
	runes := []rune(name)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if (r == '\'' || r == '’') && i+1 < len(runes) && runes[i+1] == 's' && (i+2 == len(runes) || !isWord(runes[i+2])) {
			i++
			continue
		}
		if r != '.' {
			out = append(out, r)
		}
	}
	return string(out)
}

func levelEnding(w string) string {
	if len([]rune(w)) <= 4 {
		return w
	}
	for _, ending := range vowelEndings {
		if stem, ok := strings.CutSuffix(w, ending); ok {
			return stem + "y"
		}
	}
	return w
}

// untitled is the name without leading titles and nationalities; nothing where
// it has nothing else.
func untitled(words []string) []string {
	for len(words) > 0 && (titles[words[0]] || isNationality(words[0])) {
		words = words[1:]
	}
	return words
}

func isNationality(w string) bool {
	return slices.ContainsFunc(nationalities, func(ending string) bool {
		stem, ok := strings.CutSuffix(w, ending)
		return ok && len([]rune(stem)) >= 2
	})
}

// names finds the gold party that a name stands for: by name or alias, then
// without titles, then by a last name that one person has.
type names struct {
	exact, bare map[string]set[string] // name to party ids
	last        map[string]set[person]
}

type person struct{ id, name string }

func newNames(parties []party) *names {
	n := &names{map[string]set[string]{}, map[string]set[string]{}, map[string]set[person]{}}
	for _, p := range parties {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			words := nameWords(name)
			add(n.exact, key(words), p.ID)
			if p.Kind == "person" || p.Kind == "office" {
				add(n.bare, key(untitled(words)), p.ID)
			}
		}
		if full := nameWords(p.Name); p.Kind == "person" && len(full) > 0 {
			add(n.last, full[len(full)-1], person{p.ID, key(full)})
		}
	}
	return n
}

// find is the id of the party that one of the names stands for, "" where there
// is none or more than one.
func (n *names) find(list ...string) string {
	var full, bare [][]string
	for _, name := range list {
		words := nameWords(name)
		full, bare = append(full, words), append(bare, untitled(words))
	}
	for _, words := range full {
		if id, ok := only(n.exact[key(words)]); ok && len(words) > 0 {
			return id
		}
	}
	for _, words := range bare {
		if id, ok := only(n.bare[key(words)]); ok && len(words) > 0 {
			return id
		}
	}
	for _, words := range bare {
		if len(words) == 0 {
			continue
		}
		p, ok := only(n.last[words[len(words)-1]])
		if first, _, _ := strings.Cut(p.name, " "); ok && (len(words) == 1 || words[0] == first || words[0] == initial(first)) {
			return p.id
		}
	}
	return ""
}

func initial(word string) string {
	for _, r := range word {
		return string(r)
	}
	return ""
}

// key is a name as a map's key; its words hold no space.
func key(words []string) string { return strings.Join(words, " ") }

func add[K, T comparable](index map[K]set[T], k K, x T) {
	if index[k] == nil {
		index[k] = set[T]{}
	}
	index[k][x] = true
}

// only is the one member of a set that has one.
func only[T comparable](s set[T]) (T, bool) {
	for x := range s {
		return x, len(s) == 1
	}
	var none T
	return none, false
}
