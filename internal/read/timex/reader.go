package timex

import (
	"fmt"
	"slices"
	"sort"
	"time"

	"readout"
)

// What an anchor is the day of.
const (
	publication = "publication"
	utterance   = "utterance"
)

// anchor is the day that relative expressions are reckoned from, or the days
// it may be.
type anchor struct {
	first, last time.Time
	known       bool
	label       string
	text        string // for a Basis: "publication Fri 2025-03-14"
}

func anchorOf(d *readout.Date, label string) anchor {
	if !d.Known() {
		return anchor{label: label}
	}
	st, ok := bounds(d.Value)
	text := label + " " + d.Value
	if st.first.Equal(st.last) {
		text = label + " " + st.first.Format("Mon 2006-01-02")
	}
	return anchor{st.first, st.last, ok, label, text}
}

// reader goes over the sentences of one report in order.
type reader struct {
	a      *readout.Analysis
	rules  *ruleset
	anchor anchor
	before [2]*meant // the last date of the block, reckoned from either end of the anchor
	open   []int     // the quotations that reach into the sentence
	next   int       // the first quotation behind it
}

// found is one expression with its value, before it becomes a Timex.
type found struct {
	hit
	meant
	readout.Range
}

// sentence reads sentence i.
func (r *reader) sentence(i int) []readout.Timex {
	s := r.a.Sentences[i]
	if i > 0 && r.a.Sentences[i-1].Block != s.Block {
		r.before = [2]*meant{}
	}
	var class readout.Class
	if s.Block >= 0 && s.Block < len(r.a.Blocks) {
		class = r.a.Blocks[s.Block].Class
	}
	if silent[class] {
		return nil
	}
	m := &matcher{ruleset: r.rules, atoms: atomize(r.a.Doc.Text, s.Range), anyCase: class == readout.Headline,
		picture: class == readout.Headline || class == readout.Caption}
	r.quotations(m.atoms, s.Range)
	hits := m.hits()
	out := r.reckon(m, hits, r.anchor.first, &r.before[0])
	if !r.anchor.first.Equal(r.anchor.last) {
		out = r.agree(out, r.reckon(m, hits, r.anchor.last, &r.before[1]))
	}
	return r.timexes(m, out)
}

// quotations tells every atom of a sentence the innermost quotation it stands
// in, and which atom opens one. Sentences come in order, quotations too.
func (r *reader) quotations(as []atom, sentence readout.Range) {
	quotes := r.a.Quotes
	r.open = slices.DeleteFunc(r.open, func(q int) bool { return quotes[q].Inner.End <= sentence.Start })
	for ; r.next < len(quotes) && quotes[r.next].Start < sentence.End; r.next++ {
		if quotes[r.next].Inner.End > sentence.Start {
			r.open = append(r.open, r.next)
		}
	}
	for _, q := range r.open {
		inner, first := quotes[q].Inner, true
		at := sort.Search(len(as), func(i int) bool { return as[i].Start >= inner.Start })
		for i := at; i < len(as) && inner.Contains(as[i].Range); i++ {
			as[i].quoted = q // an inner quotation stands after its outer one
			if as[i].opens = as[i].opens || first; as[i].kind != mark {
				first = false
			}
		}
	}
}

// reckon gives the hits of a sentence their values, seen from one day.
func (r *reader) reckon(m *matcher, hits []hit, day time.Time, before **meant) []found {
	s := &scene{matcher: m, anchor: day, known: r.anchor.known, label: r.anchor.label, origin: r.anchor.text}
	var out []found
	for i := range hits {
		h := &hits[i]
		if h.rule.typ == none {
			continue
		}
		at := h.bytes(m.atoms)
		s.before = *before
		v := h.rule.value(s, h, r.a.Doc.Text[at.Start:at.End])
		if v.typ == "" {
			v.typ = h.rule.typ
		}
		if v.mod = h.rule.mod; v.mod == "" {
			v.mod = h.get(0, "MOD", "PART")
		}
		f := found{*h, v, at}
		if f.value != "" && !f.span.first.IsZero() && !f.aside {
			*before = &f.meant
		}
		out = append(out, f)
	}
	return r.days(m, join(m, out))
}

// join makes one expression of a time of day and the day beside it: "11 p.m."
// and "Friday" of "11 p.m. on Friday", in either order.
func join(m *matcher, fs []found) []found {
	var out []found
	for _, f := range fs {
		if n := len(out); n > 0 && m.joint(out[n-1].to, f.from) {
			p := &out[n-1]
			if p.lacksDay() && f.grain == readout.GrainDay {
				p.meant.value, p.meant.grain, p.relative, p.span = f.value, f.grain, f.relative, f.span
				p.Range.End, p.to, p.basis = f.End, f.to, f.basis
				continue
			}
			if f.lacksDay() && p.grain == readout.GrainDay {
				p.typ, p.clock = readout.TimexTime, f.clock
				p.Range.End, p.to = f.End, f.to
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

func (f *found) lacksDay() bool { return f.clock != "" && f.value == "" }

// joint reports whether only words of the class JOINT stand between two atoms.
func (m *matcher) joint(from, to int) bool {
	for from < to {
		n, _, _ := m.word("JOINT", from)
		if n == 0 {
			return false
		}
		from += n
	}
	return true
}

// days puts every time of day on its day: the one it was joined with, else the
// nearest day before it in the sentence, else the only one behind it.
func (r *reader) days(m *matcher, fs []found) []found {
	for i := range fs {
		f := &fs[i]
		if f.clock == "" {
			continue
		}
		text := r.a.Doc.Text[f.Start:f.End]
		if f.value != "" {
			why := f.basis
			f.onDay(f.value, text)
			if f.relative {
				f.basis += " (" + why + ")"
			}
			continue
		}
		d := dayFor(fs, i)
		if d == nil {
			f.basis = fmt.Sprintf("%q: the day is not given", text)
			continue
		}
		f.relative, f.span = d.relative, d.span
		f.onDay(d.span.first.Format(isoDay), text)
		f.basis += fmt.Sprintf(" (%q in the same sentence)", r.a.Doc.Text[d.Start:d.End])
	}
	return fs
}

// near is how many expressions away a day still serves a time of day.
const near = 20

func dayFor(fs []found, i int) *found {
	for j := i - 1; j >= max(0, i-near); j-- {
		if fs[j].grain == readout.GrainDay || fs[j].grain == readout.GrainTime {
			return &fs[j]
		}
	}
	var only *found
	for j := i + 1; j < min(len(fs), i+near); j++ {
		if fs[j].grain == readout.GrainDay {
			if only != nil {
				return nil
			}
			only = &fs[j]
		}
	}
	return only
}

// agree keeps the values that are the same seen from both ends of the anchor.
func (r *reader) agree(first, last []found) []found {
	at := map[readout.Range]meant{}
	for _, f := range last {
		at[f.Range] = f.meant
	}
	for i := range first {
		f := &first[i]
		if o, ok := at[f.Range]; ok && o.value == f.value && o.typ == f.typ {
			continue
		}
		f.meant = meant{typ: f.typ, mod: f.mod, weekday: weekdayName(&f.hit), relative: true, basis: fmt.Sprintf("the date of %s is not one day: %s at the earliest", r.anchor.label, f.value)}
	}
	return first
}

const insideQuotation = "; inside a quotation: anchored on publication, when it was said is not known here"

func (r *reader) timexes(m *matcher, fs []found) []readout.Timex {
	var out []readout.Timex
	for _, f := range fs {
		t := readout.Timex{Range: f.Range, Type: f.typ, Value: f.value, Grain: f.grain, Mod: f.mod, Weekday: f.weekday, Basis: f.basis}
		if t.Value == "" {
			t.Grain = ""
		}
		if f.relative && r.anchor.label == publication && m.atoms[f.from].quoted >= 0 {
			t.Basis += insideQuotation
		}
		out = append(out, t)
	}
	return out
}
