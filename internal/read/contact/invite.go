package contact

import (
	"readout"
	"readout/internal/read/layer"
)

// invited finds "X invited Y to Oryel", "to talks".
func (f *finder) invited(i int) (draft, bool) {
	d := draft{form: readout.Meeting, at: i, first: i, last: i + 1, state: readout.ContactOffered, set: true}
	if !f.is(i, "invite") || f.UPOS(i) != "VERB" || f.Verb(i).Negated {
		return d, false
	}
	left, right := f.agents(i), f.object(i)
	if f.Verb(i).Passive {
		left, right = f.by(i), left
	}
	to := -1
	for _, k := range f.kids[i] {
		if (f.Relation(k) == "obl" || f.Relation(k) == "xcomp") && f.marked(k, "to", "for") {
			to = k
		}
	}
	if to < 0 || len(right) == 0 || len(left) == 0 || f.UPOS(to) == "VERB" && f.Low(to) != "meet" {
		return d, false
	}
	if form, ok := f.form(to, "noun"); ok {
		d.form = form
	} else if f.Class(to) != readout.Proper && f.Low(to) != "meet" {
		return d, false
	}
	d.take(left)
	d.take(right)
	d.last = max(d.last, to+1)
	return d, f.course(&d)
}

// asked finds the first person of a quotation who says whom he asked or told:
// "I personally asked X".
func (f *finder) asked(i int) (draft, bool) {
	if f.Word(i) != "I" || f.Quoted(i) < 0 {
		return draft{}, false
	}
	k := i + 1
	for f.Class(k) == readout.Adverb || f.Class(k) == readout.Auxiliary {
		k++
	}
	if low := f.Low(k); low != "asked" && low != "told" && low != "urged" {
		return draft{}, false
	}
	self, ok := f.speaker(i)
	p, other := f.Starting(k + 1)
	if !ok || !other || p.Pronoun || p.Party.Kind != readout.Person || p.Party.ID == self.Party.ID || f.Verb(k).Negated {
		return draft{}, false
	}
	return draft{form: readout.ContactOnly, who: []layer.Actor{self, p}, at: k, first: i, last: p.Last, state: readout.ContactReported}, true
}
