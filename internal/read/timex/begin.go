package timex

import "iter"

// begins tells which rules can begin at an atom, so that only they are tried
// there: most words of a report begin none. The numbers are places in
// ruleset.rules.
type begins struct {
	words    map[string][]int // by the atom's key
	digits   []int            // with a class that is told by its digits
	capitals []int            // with any capitalised word
	any      []int            // with a class that lists endings
}

// at gives the rules that can begin at a.
func (b *begins) at(a *atom) iter.Seq[int] {
	lists := [][]int{b.words[a.key()], b.any, nil}
	switch {
	case a.kind == digits:
		lists[2] = b.digits
	case a.kind == letters && a.capital:
		lists[2] = b.capitals
	}
	return func(yield func(int) bool) {
		for _, list := range lists {
			for _, i := range list {
				if !yield(i) {
					return
				}
			}
		}
	}
}

// shapeBegins are what a class of shapes can begin with: digits or a capital,
// the words of a class, a word of its own.
var shapeBegins = map[string]struct {
	digits, capital bool
	class, word     string
}{
	"NUMBER":  {digits: true, class: "CARDINAL"},
	"YEAR":    {digits: true, class: "CARDINAL"},
	"DAY":     {digits: true},
	"DECADE":  {digits: true, word: "'"},
	"NTH":     {digits: true, class: "ORDINAL"},
	"CLOCK":   {digits: true},
	"HHMM":    {digits: true},
	"HOURS":   {digits: true},
	"ISO":     {digits: true},
	"NUMERIC": {digits: true},
	"NAME":    {capital: true},
}

// index finds the beginnings of all rules: those of the first element, and of
// the next as long as an element may be missing.
func (rs *ruleset) index() begins {
	b := begins{words: map[string][]int{}}
	for i, r := range rs.rules {
		f := firsts{rs: rs, words: map[string]bool{}}
		for _, e := range r.elems {
			for i := range e.alts {
				f.add(&e.alts[i])
			}
			if !e.optional {
				break
			}
		}
		if f.any {
			b.any = append(b.any, i)
			continue
		}
		for w := range f.words {
			b.words[w] = append(b.words[w], i)
		}
		if f.digits {
			b.digits = append(b.digits, i)
		}
		if f.capital {
			b.capitals = append(b.capitals, i)
		}
	}
	return b
}

// firsts is what one rule can begin with.
type firsts struct {
	rs                   *ruleset
	words                map[string]bool
	digits, capital, any bool
}

func (f *firsts) add(a *alt) {
	if a.class == "" {
		f.words[a.atoms[0].lower] = true
		return
	}
	class := a.class
	if shapes[class] != nil {
		s := shapeBegins[class]
		f.digits, f.capital = f.digits || s.digits, f.capital || s.capital
		if s.word != "" {
			f.words[s.word] = true
		}
		class = s.class
	}
	for w := range f.rs.words[class] {
		f.words[w] = true
		f.any = f.any || w == "*"
	}
}
