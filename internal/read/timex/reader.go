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
	seen   [2]context // what has been spoken of, reckoned from either end of the anchor
	open   []int      // the quotations that reach into the sentence
	next   int        // the first quotation behind it
}

// found is one expression with its value, before it becomes a Timex.
type found struct {
	hit
	meant
	readout.Range
	quoted bool
}

// sentence reads sentence i.
func (r *reader) sentence(i int) []found {
	s := r.a.Sentences[i]
	if i > 0 && r.a.Sentences[i-1].Block != s.Block {
		r.seen[0].turn()
		r.seen[1].turn()
	}
	var class readout.Class
	if s.Block >= 0 && s.Block < len(r.a.Blocks) {
		class = r.a.Blocks[s.Block].Class
	}
	m := &matcher{ruleset: r.rules, atoms: atomize(r.a.Doc.Text, s.Range), anyCase: class == readout.Headline,
		picture: class == readout.Headline || class == readout.Caption, parse: r.a}
	r.quotations(m.atoms, s.Range)
	hits := m.hits()
	out := r.reckon(m, hits, r.anchor.first, &r.seen[0])
	if !r.anchor.first.Equal(r.anchor.last) {
		out = r.agree(out, r.reckon(m, hits, r.anchor.last, &r.seen[1]))
	}
	for k := range out {
		out[k].quoted = m.atoms[out[k].from].quoted >= 0
		out[k].spare = out[k].spare || silent[class]
	}
	return out
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
func (r *reader) reckon(m *matcher, hits []hit, day time.Time, seen *context) []found {
	s := &scene{matcher: m, anchor: day, known: r.anchor.known, label: r.anchor.label, origin: r.anchor.text, seen: seen}
	var out []found
	for i := range hits {
		h := &hits[i]
		if h.rule.typ == none {
			continue
		}
		at := h.bytes(m.atoms)
		v := h.rule.value(s, h, r.a.Doc.Text[at.Start:at.End])
		if v.typ == "" {
			v.typ = h.rule.typ
		}
		if v.kind == "" {
			v.kind = v.typ
		}
		v.spare = h.rule.arg("spare") != ""
		if v.grain == readout.GrainDay && v.kind == readout.TimexTime {
			v.tag += h.dayPart()
		}
		if v.mod = h.rule.mod; v.mod == "" {
			v.mod = h.get(0, "MOD", "PART")
		}
		f := found{hit: *h, meant: v, Range: at}
		out = append(out, f)
		seen.see(s, &f)
	}
	return r.days(s, join(m, out))
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
		f.meant = meant{typ: f.typ, kind: f.kind, mod: f.mod, weekday: weekdayName(&f.hit), relative: true, basis: fmt.Sprintf("the date of %s is not one day: %s at the earliest", r.anchor.label, f.value)}
	}
	return first
}

const insideQuotation = "; inside a quotation: anchored on publication, when it was said is not known here"

func (r *reader) timex(f *found) readout.Timex {
	t := readout.Timex{
		Range: f.Range, Type: f.typ, Value: f.value, Grain: f.grain, Mod: f.mod, Weekday: f.weekday, Basis: f.basis,
		TIMEX3: readout.Timex3{Type: f.kind, Value: f.tag},
	}
	if t.Value == "" {
		t.Grain = ""
	}
	if f.relative && r.anchor.label == publication && f.quoted {
		t.Basis += insideQuotation
	}
	return t
}
