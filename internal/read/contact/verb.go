package contact

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// verb finds "X met Y", "X spoke by phone with Y", "after meeting Y, X said",
// "X wrote to Y", "X arrived in A to meet Y".
func (f *finder) verb(i int) (draft, bool) {
	if form, ok := f.form(i, "verb"); ok && f.isVerb(i) {
		return f.told(i, form, false)
	}
	if form, ok := f.form(i, "gerund"); ok && f.is(i-1, "after") {
		return f.told(i, form, false)
	}
	if form, ok := f.form(i, "with"); ok {
		return f.told(i, form, true)
	}
	return draft{}, false
}

// isVerb reports that token i is used as a verb: listed as one, or behind an
// auxiliary or "to".
func (f *finder) isVerb(i int) bool {
	return f.Class(i) == readout.Verb || f.Class(i-1) == readout.Auxiliary || f.Low(i-1) == "to"
}

// told reads subject and object of the verb at token i.
func (f *finder) told(i int, form readout.ContactForm, preposition bool) (draft, bool) {
	g := f.Verb(i)
	if g.Negated && !g.Future || g.Passive && form != readout.Briefing {
		return draft{}, false
	}
	d := draft{form: form, at: i, state: readout.ContactReported}
	left, first := f.agents(i, &d, g)
	right, last := f.object(i+1, preposition, &d)
	if len(right) == 0 && (form != readout.Meeting || preposition || !f.ended(i+1)) {
		return d, false
	}
	if len(left) == 0 || len(right) == 0 && len(left) == 1 && !f.plural(left[0]) {
		return d, false
	}
	if form == readout.Letter && d.form == readout.Letter && !preposition {
		return d, false
	}
	for _, p := range right {
		if f.isPublic(p) {
			return d, false
		}
	}
	for k := i + 1; k < i+8 && !f.Comma(k); k++ {
		d.again = d.again || f.is(k, "past")
	}
	d.who, d.first, d.last = append(left, right...), min(first, i), max(last, i+1)
	return d, true
}

// agents are those of whom the verb is said, also through the verb in front
// of "to meet"; they settle the state.
func (f *finder) agents(i int, d *draft, g layer.Group) ([]layer.Actor, int) {
	start := f.Auxiliaries(i)
	if g.Future {
		d.state = readout.ContactPlanned
	}
	if g.Negated {
		d.state = readout.ContactRefused
	}
	if g.Modal {
		return nil, i
	}
	if f.Low(start-1) != "to" {
		if f.is(i-1, "after") {
			return f.sentenceSubject(i - 1)
		}
		if low := f.Low(i); low == "meet" || low == "speak" || low == "brief" || low == "confer" {
			if !g.Future {
				d.state = readout.ContactPlanned
				if f.Sentence(i).First == start {
					return nil, i
				}
			}
		}
		who, first := f.Subject(i)
		if f.ahead(first) && !g.Future {
			d.state = readout.ContactPlanned
		}
		return who, first
	}
	return f.controller(start-1, d)
}

// ahead: "after Holt briefs", of something that is still to come: the verb
// in the present behind a word of time.
func (f *finder) ahead(first int) bool {
	low := f.Low(first - 1)
	return low == "after" || low == "before" || low == "when" || low == "once" || low == "until"
}

// controller reads the verb in front of "to" at token k: "set to meet",
// "arrived in A to meet", "refused to meet".
func (f *finder) controller(k int, d *draft) ([]layer.Actor, int) {
	s := f.Sentence(k)
	for v := k - 1; v >= s.First && k-v < 9; v-- {
		low := f.Low(v)
		switch {
		case f.is(v, "travel"):
			d.form = readout.Visit
			return f.Subject(v)
		case f.is(v, "refuse"):
			d.state = readout.ContactRefused
			return f.Subject(v)
		case f.is(v, "offer"):
			d.state = readout.ContactOffered
			return f.Subject(v)
		case low == "set" || low == "due" || low == "expected" || low == "scheduled" || low == "agreed" || low == "plans" || low == "planned" || low == "planning":
			d.state = readout.ContactPlanned
			return f.Subject(v)
		case (low == "is" || low == "are") && v == k-1:
			d.state = readout.ContactPlanned
			return f.Subject(v)
		case f.Class(v) == readout.Verb, f.Class(v) == readout.Auxiliary, f.is(v, "wish"):
			return nil, k
		}
	}
	return nil, k
}

// sentenceSubject is who the sentence around "after meeting Y" is about: what
// stands in front of its comma, or behind the comma that ends it.
func (f *finder) sentenceSubject(k int) ([]layer.Actor, int) {
	s := f.Sentence(k)
	if f.Comma(k - 1) {
		if who, first := f.Before(k - 2); len(who) > 0 {
			return who, first
		}
	}
	if k == s.First {
		for j := k + 1; j < s.Last; j++ {
			if f.Word(j) == "," {
				if a, ok := f.Starting(j + 1); ok {
					return []layer.Actor{a}, k
				}
			}
		}
	}
	for v := k - 1; v >= s.First && !f.Comma(v); v-- { // "Ruiz said after meeting Holt"
		if f.Class(v) == readout.Verb {
			return f.Subject(v)
		}
	}
	return nil, k
}

// object reads the other side behind a verb: "with X", "by phone with X",
// "earlier this week with X".
func (f *finder) object(k int, preposition bool, d *draft) ([]layer.Actor, int) {
	s := f.Sentence(k)
	named := !preposition
	for n := 0; n < 10 && k < s.Last; n++ {
		switch low := f.Low(k); {
		case low == "with" || low == "to":
			named = true
		case f.is(k, "phone"):
			if d.form == readout.ContactOnly || d.form == readout.Meeting {
				d.form = readout.Call
			}
			named = !preposition
		case low == "by" || low == "on" || low == "over" || low == "the" && f.is(k+1, "phone"), f.Class(k) == readout.Adverb, f.Time(k) != nil, low == "for" && f.Time(k+1) != nil:
		default:
			if !named {
				return nil, k
			}
			return f.List(k)
		}
		k++
	}
	return nil, k
}

// ended reports that nothing that could be an object follows: "met for six
// hours", "met in Oslo", "met on Friday".
func (f *finder) ended(k int) bool {
	for f.Class(k) == readout.Adverb {
		k++
	}
	low := f.Low(k)
	return f.Punct(k) || f.Time(k) != nil || low == "in" || low == "on" || low == "at" || low == "for" || low == "again"
}

// invited finds "X invited Y to Oryel", "to talks".
func (f *finder) invited(i int) (draft, bool) {
	d := draft{form: readout.Meeting, at: i, state: readout.ContactOffered}
	if low := f.Low(i); low != "invited" && low != "invites" || f.Verb(i).Passive || f.Verb(i).Negated {
		return d, false
	}
	right, last := f.List(i + 1)
	left, first := f.Subject(i)
	form, meets := f.form(last+1, "noun")
	if meets {
		d.form = form
	}
	if len(right) == 0 || len(left) != 1 || f.Low(last) != "to" || !meets && f.Class(last+1) != readout.Proper {
		return d, false
	}
	d.who, d.first, d.last = append(left, right...), first, last+2
	return d, true
}

// joint finds "A and B are set to discuss ...", "A and B will talk": two
// parties and something still to come that takes both.
func (f *finder) joint(i int) (draft, bool) {
	low := f.Low(i)
	if low != "discuss" && low != "talk" && low != "speak" {
		return draft{}, false
	}
	g := f.Verb(i)
	d := draft{form: readout.ContactOnly, at: i, state: readout.ContactPlanned, last: i + 1}
	var who []layer.Actor
	start := f.Auxiliaries(i)
	switch {
	case g.Negated || g.Modal:
		return d, false
	case f.Low(start-1) == "to":
		who, d.first = f.controller(start-1, &d)
	case g.Future:
		who, d.first = f.Subject(i)
	}
	for k := i + 1; k < i+4; k++ {
		if f.is(k, "phone") {
			d.form, d.last = readout.Call, k+1
		}
	}
	d.who = who
	return d, len(f.people(who)) >= 2
}

// asked finds the first person of a quotation who says whom he asked, told or
// called: "I personally asked X".
func (f *finder) asked(i int) (draft, bool) {
	if f.Word(i) != "I" || f.Quoted(i) < 0 {
		return draft{}, false
	}
	st := f.Around(f.Range(i, i+1))
	if st == nil || st.Speaker == "" || st.Mode == readout.Indirect || st.Grade == readout.Guessed {
		return draft{}, false
	}
	k := i + 1
	for f.Class(k) == readout.Adverb || f.Class(k) == readout.Auxiliary {
		k++
	}
	form := readout.ContactOnly
	switch f.Low(k) {
	case "asked", "told", "urged":
	case "called", "phoned", "telephoned":
		form = readout.Call
	default:
		return draft{}, false
	}
	p, ok := f.Starting(k + 1)
	self := f.Party(st.Speaker)
	if !ok || self == nil || p.Pronoun || p.Party.Kind != readout.Person || p.Party.ID == self.ID || strings.Contains(strings.ToLower(f.Word(k-1)), "not") {
		return draft{}, false
	}
	return draft{form: form, who: []layer.Actor{{Party: self, First: i, Last: i + 1}, p}, at: k, first: i, last: p.Last, state: readout.ContactReported}, true
}
