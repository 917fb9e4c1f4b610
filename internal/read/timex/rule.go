package timex

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"readout"
	"readout/internal/lang"
)

// none is the type of a rule that swallows what only looks like a time.
const none readout.TimexType = "NONE"

// ruleset is the list timex of one language, parsed.
type ruleset struct {
	words  map[string]wordlist // by class
	rules  []*rule
	begins begins
}

// wordlist is the words of a class by the first of each (lower case; "*" of a
// suffix), longest first.
type wordlist map[string][]entry

// entry is one word (or several) of a class. A weak one is also an ordinary
// word ("~March", "~fall") and counts only beside something else of its rule.
type entry struct {
	atoms  []word
	value  string
	suffix string // of "*ed": any lower-case word with this ending
	weak   bool
}

// rule is one pattern with what it means.
type rule struct {
	src   string
	elems []elem
	typ   readout.TimexType
	value valueFunc
	args  []string
	mod   string
	first bool // it wins over a longer expression
}

// elem is one place of a pattern. A ctx element stands in braces: it must be
// there, and is no part of the expression.
type elem struct {
	alts     []alt
	optional bool
	ctx      bool
}

// alt is a class, with its form or its words, or the atoms of a literal word.
type alt struct {
	class string
	shape shape
	words wordlist
	atoms []word
}

// word is one atom of a list.
type word struct {
	text, lower string
	capital     bool
}

// parse reads the entries of the list. An error names the line.
func parse(lines []string) (*ruleset, error) {
	rs := &ruleset{words: map[string]wordlist{}}
	for _, line := range lines {
		var err error
		if strings.Contains(line, "→") {
			err = rs.addRule(line)
		} else {
			err = rs.addWords(line)
		}
		if err != nil {
			return nil, fmt.Errorf("timex: %q: %w", line, err)
		}
	}
	for _, class := range rs.words {
		for _, list := range class {
			sort.SliceStable(list, func(i, j int) bool { return len(list[i].atoms) > len(list[j].atoms) })
		}
	}
	if err := rs.check(); err != nil {
		return nil, err
	}
	rs.begins = rs.index()
	return rs, nil
}

// addWords reads `CLASS value = word | more words | ~weak | *suffix`.
func (rs *ruleset) addWords(line string) error {
	head, list, ok := strings.Cut(line, " = ")
	class, value, _ := strings.Cut(strings.TrimSpace(head), " ")
	if !ok || !isClass(class) {
		return fmt.Errorf("neither a rule nor a class of words")
	}
	for w := range strings.SplitSeq(list, " | ") {
		e := entry{value: value}
		w = strings.TrimSpace(w)
		if w, e.weak = strings.CutPrefix(w, "~"); w == "" {
			return fmt.Errorf("an empty word")
		}
		e.suffix, _ = strings.CutPrefix(w, "*")
		if e.suffix == w {
			e.suffix = ""
		}
		e.atoms = pieces(w)
		if rs.words[class] == nil {
			rs.words[class] = wordlist{}
		}
		first := e.atoms[0].lower
		rs.words[class][first] = append(rs.words[class][first], e)
	}
	return nil
}

// addRule reads `pattern → TYPE function argument... mod=X`.
func (rs *ruleset) addRule(line string) error {
	left, right, _ := strings.Cut(line, "→")
	r := &rule{src: line}
	ctx := false
	for f := range strings.FieldsSeq(left) {
		if rest, ok := strings.CutPrefix(f, "{"); ok {
			f, ctx = rest, true
		}
		rest, closes := strings.CutSuffix(f, "}")
		e := elem{ctx: ctx}
		rest, e.optional = strings.CutSuffix(rest, "?")
		for w := range strings.SplitSeq(rest, "|") {
			if w == "" {
				return fmt.Errorf("an empty word in the pattern")
			}
			if isClass(w) {
				e.alts = append(e.alts, alt{class: w, shape: shapes[w]})
			} else {
				e.alts = append(e.alts, alt{atoms: pieces(strings.ReplaceAll(w, "_", " "))})
			}
		}
		r.elems = append(r.elems, e)
		ctx = ctx && !closes
	}
	if err := r.meaning(strings.Fields(right)); err != nil {
		return err
	}
	rs.rules = append(rs.rules, r)
	return nil
}

// meaning reads what stands right of the arrow.
func (r *rule) meaning(f []string) error {
	if len(f) == 0 || len(r.elems) == 0 {
		return fmt.Errorf("a rule is pattern → TYPE function")
	}
	switch r.typ = readout.TimexType(f[0]); r.typ {
	case none:
		return nil
	case readout.TimexDate, readout.TimexTime, readout.TimexDuration, readout.TimexSet:
	default:
		return fmt.Errorf("no type %q", f[0])
	}
	if len(f) < 2 || functions[f[1]] == nil {
		return fmt.Errorf("no value function")
	}
	r.value = functions[f[1]]
	for _, a := range f[2:] {
		switch m, ok := strings.CutPrefix(a, "mod="); {
		case ok:
			r.mod = m
		case a == "first":
			r.first = true
		default:
			r.args = append(r.args, a)
		}
	}
	return nil
}

// check gives the classes of the rules their words, and refuses a rule that
// names a class nobody defined.
func (rs *ruleset) check() error {
	for _, r := range rs.rules {
		for _, e := range r.elems {
			for i := range e.alts {
				a := &e.alts[i]
				if a.words = rs.words[a.class]; a.class != "" && a.shape == nil && a.words == nil {
					return fmt.Errorf("timex: %q: no class %s", r.src, a.class)
				}
			}
		}
	}
	return nil
}

func (r *rule) arg(want ...string) string {
	for _, a := range r.args {
		for _, w := range want {
			if a == w {
				return a
			}
		}
	}
	return ""
}

// isClass reports whether w is written like a class: two capitals or more.
func isClass(w string) bool {
	for _, c := range w {
		if !unicode.IsUpper(c) {
			return false
		}
	}
	return len(w) > 1
}

// pieces cuts a word of the list as atomize cuts the text.
func pieces(w string) []word {
	var out []word
	for _, a := range atomize(w, readout.Range{End: len(w)}) {
		out = append(out, word{a.text, a.lower, upperFirst(a.text)})
	}
	return out
}

// load gives the rules of a language, parsed once for each tag. The lists are
// part of the binary and tested, so a broken one is a fault of the program.
func load(l *lang.Language) *ruleset {
	cache.Lock()
	defer cache.Unlock()
	rs := cache.byTag[l.Tag]
	if rs == nil {
		var err error
		if rs, err = parse(l.Lines("timex")); err != nil {
			panic(err)
		}
		cache.byTag[l.Tag] = rs
	}
	return rs
}
