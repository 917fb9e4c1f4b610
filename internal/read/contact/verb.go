package contact

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// verb finds "X met Y", "X spoke by phone with Y", "after meeting Y, X said",
// "X wrote to Y", "X arrived in A to see Y", "X was received by Y".
func (f *finder) verb(i int) (draft, bool) {
	if !f.isVerb(i) || f.is(i, "down") && f.Low(i+1) != "down" {
		return draft{}, false
	}
	d := draft{at: i, first: i, last: i + 1, state: readout.ContactReported}
	for _, kind := range []string{"object", "host", "with", "each"} {
		form, ok := f.form(i, kind)
		if !ok {
			continue
		}
		d.form = form
		if f.told(&d, kind) {
			return d, f.course(&d)
		}
	}
	if f.is(i, "place") {
		d.form = readout.Visit
		return d, f.visits(&d) && f.course(&d)
	}
	if f.sees(i) {
		d.form = readout.Meeting
		return d, f.told(&d, "object") && f.course(&d)
	}
	return d, false
}

// isVerb reports that token i is used as a verb.
func (f *finder) isVerb(i int) bool {
	switch f.UPOS(i) {
	case "VERB":
		return true
	case "NOUN", "ADP":
		_, starts := f.Starting(i + 1) // "after meeting Ruiz"
		return starts && (f.is(i-1, "after") || f.is(i-1, "before") || f.is(i-1, "deny")) && f.Low(i) == "meeting"
	}
	return false
}

// told reads who did it and with whom, as a kind of verb has it.
func (f *finder) told(d *draft, kind string) bool {
	left, right := f.agents(d.at), []layer.Actor(nil)
	if len(left) == 0 {
		left = f.around(d.at)
	}
	passive := f.Verb(d.at).Passive && f.Low(d.at) != "meet"
	switch {
	case kind == "object" || kind == "host":
		right = f.object(d.at)
		if passive {
			left, right = f.by(d.at), left
		}
		if kind == "host" && passive && len(left) == 0 {
			left = f.oblique(d.at, "to")
		}
	case passive, d.form == readout.ContactOnly && f.aside(d.at):
		return false
	case kind == "with":
		right = f.partner(d)
	case kind == "each":
		return f.each(d, left)
	}
	right = f.people(f.whole(right))
	if kind == "host" && len(right) > 0 && right[0].Party.Kind == readout.Unnamed && !f.counted(right[0]) {
		return false
	}
	if len(right) == 0 || len(left) == 0 || f.bold(d, left, right) {
		return false
	}
	d.take(left)
	d.take(right)
	d.again = f.often(d.at)
	return true
}

// aside reports "Speaking to Ruiz, ..." and ", speaking at ...": where
// something was said, not a talk.
func (f *finder) aside(v int) bool {
	return strings.HasSuffix(f.Low(v), "ing") && f.Class(v-1) != readout.Auxiliary && f.UPOS(v-1) != "AUX" && !f.is(v-1, "after") && !f.is(v-1, "before") && f.Relation(v) != "xcomp"
}

// counted reports guests that are certain: "both unions", "the families".
func (f *finder) counted(a layer.Actor) bool {
	switch f.Low(a.First) {
	case "the", "both", "two", "three", "four", "his", "her", "their", "its":
		return true
	}
	return false
}

// often reports "met on several occasions".
func (f *finder) often(i int) bool {
	for k := i - 2; k < i+8 && !f.Comma(k); k++ {
		if f.is(k, "past") {
			return true
		}
	}
	return false
}

// bold reports a verb that may mean something else and does here: "called Ruiz
// a liar", "rang the bell".
func (f *finder) bold(d *draft, left, right []layer.Actor) bool {
	if !f.is(d.at, "bold") {
		return false
	}
	return !individual(left[0]) || !individual(right[0]) || right[0].First > d.at+1 || !f.ended(right[len(right)-1].Last)
}

// individual reports one person, by name or office.
func individual(a layer.Actor) bool {
	return a.Party.Kind == readout.Person || a.Party.Kind == readout.OfficeKind
}

// around is the subject by what stands in front, where the parse has none.
func (f *finder) around(v int) []layer.Actor {
	if f.is(v-1, "after") || f.is(v-1, "before") {
		who, _ := f.sentenceSubject(v - 1)
		return who
	}
	if f.Relation(v) == "acl" && f.kid(v, "nsubj") < 0 {
		return nil
	}
	if f.is(v-1, "deny") {
		return f.agents(v - 1)
	}
	if f.Low(f.Auxiliaries(v)-1) == "to" {
		if f.Relation(v) != "xcomp" || f.Head(v) > v {
			return nil
		}
		v = f.Head(v)
	}
	who, _ := f.Subject(v)
	return who
}

func (f *finder) object(v int) []layer.Actor {
	for _, relation := range []string{"obj", "iobj"} {
		if who := f.actors(f.kid(v, relation)); len(who) > 0 {
			return who
		}
	}
	if o := f.kid(v, "obj"); o >= 0 {
		return nil
	}
	who, _ := f.List(v + 1)
	return who
}

// by is who does it in the passive.
func (f *finder) by(v int) []layer.Actor { return f.oblique(v, "by") }

func (f *finder) oblique(v int, prepositions ...string) []layer.Actor {
	for _, k := range f.kids[v] {
		if r := f.Relation(k); (r == "obl" || r == "nmod") && f.marked(k, prepositions...) {
			if who := f.actors(k); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// partner is the other side behind "with" or "to": "spoke with X", "wrote to
// X", "spoke by phone earlier this week with X".
func (f *finder) partner(d *draft) []layer.Actor {
	s := f.Sentence(d.at)
	for k := d.at + 1; k < s.Last && k < d.at+14; k++ {
		switch low := f.Low(k); {
		case f.is(k, "phone"):
			f.byPhone(d)
		case low == "with" || low == "to" && f.to(d, k):
			if who, last := f.List(k + 1); len(who) > 0 {
				f.phoned(d, last)
				d.then = f.then(last)
				return who
			}
			return f.oblique(d.at, low) // "both", a group
		case f.UPOS(k) == "VERB" || f.Word(k) == "," && k > d.at+1 || f.Quoted(k) != f.Quoted(d.at) || low == "that" || low == "about":
			return nil
		}
	}
	return nil
}

// then is the second partner of "first with X and then with Y".
func (f *finder) then(k int) []layer.Actor {
	if f.Low(k) != "and" {
		return nil
	}
	for j := k + 1; j < k+4; j++ {
		if low := f.Low(j); low == "with" || low == "to" {
			who, _ := f.List(j + 1)
			return f.people(who)
		}
	}
	return nil
}

// to reports that the verb takes its partner after the "to" at token k.
func (f *finder) to(d *draft, k int) bool {
	if d.form == readout.Letter {
		return true
	}
	for j := d.at + 1; j < k; j++ {
		if u := f.UPOS(j); u != "ADV" && u != "ADP" && f.Time(j) == nil && j > d.at+1 {
			return false
		}
	}
	return d.form == readout.ContactOnly
}

// each reads "A and B met", "the two sides are negotiating": all parties stand
// in the subject, and no object follows.
func (f *finder) each(d *draft, left []layer.Actor) bool {
	d.take(left)
	d.pair, d.again = f.paired(left), f.often(d.at)
	f.phoned(d, d.at+1)
	mutual := f.is(d.at, "mutual")
	if f.kid(d.at, "obj") >= 0 && !mutual {
		return false
	}
	alone := mutual && (persons(left) || f.later(d.at)) || d.form == readout.Call || f.ended(d.at+1) && (d.form != readout.ContactOnly || f.later(d.at))
	return alone && (d.pair || len(f.people(left)) > 1 || len(left) == 1 && f.plural(left[0]))
}

// ended reports that nothing that could be an object follows: "met for six
// hours", "met in Oslo", "met on Friday".
func (f *finder) ended(k int) bool {
	for f.UPOS(k) == "ADV" || f.Low(k) == "down" || f.Class(k) == readout.Adverb {
		k++
	}
	switch f.UPOS(k) {
	case "ADP", "SCONJ", "CCONJ", "PART":
		return f.Low(k) != "as"
	}
	return f.Punct(k) && f.Word(k) != "(" && !quotation[f.Word(k)] || f.Time(k) != nil || f.Low(k) == "again" || f.Sentence(k) != f.Sentence(k-1)
}

var quotation = map[string]bool{"“": true, "\"": true, "‘": true, "'": true, "«": true, "„": true}

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
		if f.UPOS(v) == "VERB" {
			return f.Subject(v)
		}
	}
	return nil, k
}
