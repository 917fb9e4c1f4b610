package timex

import (
	"slices"
	"sort"
	"strings"

	"readout"
)

// hit is a place where a rule fits: atoms from..to are the expression, first
// ..last have its context too.
type hit struct {
	rule        *rule
	order       int
	from, to    int
	first, last int
	taken       int  // elements that stand in the text
	weak        bool // one of them is also an ordinary word
	caps        []capture
	around      []capture // of its context
}

// capture is what a class stood for.
type capture struct{ class, value string }

// get is the n-th (from 0) value captured by one of the classes, or "".
func (h *hit) get(n int, classes ...string) string {
	for _, c := range h.caps {
		for _, class := range classes {
			if c.class == class {
				if n == 0 {
					return c.value
				}
				n--
			}
		}
	}
	return ""
}

// beside is the value that a class of the context stood for, or "".
func (h *hit) beside(class string) string {
	for _, c := range h.around {
		if c.class == class {
			return c.value
		}
	}
	return ""
}

// matcher fits the rules of one language to the atoms of one sentence.
type matcher struct {
	*ruleset
	atoms   []atom
	anyCase bool // a headline: capitals say nothing
	picture bool // a caption or headline: the present tense may tell of the past
	parse   *readout.Analysis
}

// hits gives the best places that do not overlap, in order of the text: a rule
// that comes first wins, then the longest expression, then the one with more context, then the rule that
// stands earlier in the list.
func (m *matcher) hits() []hit {
	var all []hit
	for j := range m.atoms {
		for i := range m.begins.at(&m.atoms[j]) {
			h := hit{rule: m.rules[i], order: i, first: j, from: -1}
			if m.step(&h, 0, j) && h.from >= 0 && m.whole(&h) {
				all = append(all, h)
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].before(&all[j], m.atoms) })
	var out []hit
	taken := make([]bool, len(m.atoms))
	for _, h := range all {
		if slices.Contains(taken[h.from:h.to], true) {
			continue
		}
		for j := h.from; j < h.to; j++ {
			taken[j] = true
		}
		out = append(out, h)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].from < out[j].from })
	return out
}

func (h *hit) before(o *hit, as []atom) bool {
	if h.rule.first != o.rule.first {
		return h.rule.first
	}
	if a, b := h.bytes(as).Len(), o.bytes(as).Len(); a != b {
		return a > b
	}
	if a, b := h.last-h.first, o.last-o.first; a != b {
		return a > b
	}
	return h.order < o.order
}

func (h *hit) bytes(as []atom) readout.Range {
	return readout.Range{Start: as[h.from].Start, End: as[h.to-1].End}
}

// step fits element i and those after it at atom j. An optional element is
// taken where it can be. A hyphen inside a word is passed over, so that
// "NUMBER UNIT" also fits "30-day".
func (m *matcher) step(h *hit, i, j int) bool {
	if i == len(h.rule.elems) {
		h.last = j
		return !h.weak || h.taken > 1
	}
	e := &h.rule.elems[i]
	if m.take(h, i, j) {
		return true
	}
	if j > h.first && hyphen(m.atoms, j) && m.take(h, i, j+1) {
		return true
	}
	return e.optional && m.step(h, i+1, j)
}

// take fits element i at atom j and goes on behind it.
func (m *matcher) take(h *hit, i, j int) bool {
	e := &h.rule.elems[i]
	for k := range e.alts {
		a := &e.alts[k]
		n, value, weak := m.alt(a, j)
		if n == 0 {
			continue
		}
		saved := *h
		if !e.ctx {
			if h.from < 0 {
				h.from = j
			}
			h.to = j + n
		}
		h.taken, h.weak = h.taken+1, h.weak || weak
		switch {
		case a.class != "" && e.ctx:
			h.around = append(h.around[:len(h.around):len(h.around)], capture{a.class, value})
		case a.class != "":
			h.caps = append(h.caps[:len(h.caps):len(h.caps)], capture{a.class, value})
		}
		if m.step(h, i+1, j+n) {
			return true
		}
		*h = saved
	}
	return false
}

// alt tells how many atoms from j on are the alternative, and what it is worth.
func (m *matcher) alt(a *alt, j int) (n int, value string, weak bool) {
	if a.class == "" {
		if m.literal(a.atoms, j) {
			return len(a.atoms), "", false
		}
		return 0, "", false
	}
	if a.shape != nil {
		n, value = a.shape(m, j)
		return n, value, false
	}
	return m.in(a.words, j)
}

// word finds the longest entry of a class at atom j.
func (m *matcher) word(class string, j int) (n int, value string, weak bool) {
	return m.in(m.words[class], j)
}

// in finds the longest entry of a list at atom j; a word that is listed comes
// before one that only has a listed ending.
func (m *matcher) in(list wordlist, j int) (n int, value string, weak bool) {
	if j < 0 || j >= len(m.atoms) {
		return 0, "", false
	}
	a := &m.atoms[j]
	for _, e := range list[a.key()] {
		if m.literal(e.atoms, j) {
			return len(e.atoms), e.value, e.weak
		}
	}
	for _, e := range list["*"] {
		if a.kind == letters && strings.HasSuffix(a.text, e.suffix) && len(a.text) > len(e.suffix)+1 && (a.opens || !a.capital) {
			return 1, e.value, e.weak
		}
	}
	return 0, "", false
}

func (m *matcher) literal(words []word, j int) bool {
	if j+len(words) > len(m.atoms) {
		return false
	}
	for k := range words {
		if !m.atoms[j+k].is(&words[k], m.anyCase) {
			return false
		}
	}
	return true
}

// whole refuses an expression that is cut out of something larger: a part of
// a word, a sum of money, a decimal, a telephone number.
func (m *matcher) whole(h *hit) bool {
	first, last := m.atoms[h.from], m.atoms[h.to-1]
	if first.glued {
		p := m.atoms[h.from-1]
		if p.kind != mark || strings.Contains("$£€¥₹#@/_", p.text) {
			return false
		}
		if first.kind == digits && strings.Contains(".,:-–", p.text) && p.glued && h.from > 1 && m.atoms[h.from-2].kind == digits {
			return false
		}
	}
	if h.to == len(m.atoms) || !m.atoms[h.to].glued {
		return true
	}
	n := m.atoms[h.to]
	if n.kind != mark || strings.Contains("@_/", n.text) {
		return false
	}
	number := h.to+1 < len(m.atoms) && m.atoms[h.to+1].kind == digits && m.atoms[h.to+1].glued
	return last.kind != digits || n.text != "%" && !(number && strings.Contains(".,:-–", n.text))
}
