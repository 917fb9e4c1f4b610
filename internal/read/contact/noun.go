package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// noun finds "talks between A and B", "A's meeting with B", "A held talks
// with B", "a letter to B", "the A-B summit", "B's visit".
func (f *finder) noun(i int) (draft, bool) {
	form, ok := f.form(i, "noun")
	if !ok || !f.names(i) || f.is(i, "touch") && f.Low(i-1) != "in" {
		return draft{}, false
	}
	d := draft{form: form, at: i, first: f.phraseStart(i), last: i + 1, state: readout.ContactReported}
	f.behind(&d)
	f.inFront(&d)
	f.relative(&d)
	if n := len(f.people(d.who)); n == 0 || !d.open && !d.fronted && form != readout.Visit {
		f.holder(&d)
	}
	if d.open && len(d.who) == 1 && d.who[0].Party.Kind == readout.Unnamed {
		f.senders(&d)
	}
	if !f.calls(&d) {
		return d, false
	}
	f.named(&d)
	d.known = len(f.people(d.who)) < 2 && f.known(i)
	return d, f.course(&d)
}

// names reports a noun that is not part of another: no "meeting" of "meeting
// room".
func (f *finder) names(i int) bool {
	return (f.UPOS(i) == "NOUN" || f.UPOS(i) == "PROPN") && f.Relation(i) != "compound"
}

// calls settles whether "call" and "conversation" are a call by telephone.
func (f *finder) calls(d *draft) bool {
	phone := false
	for k := d.first; k < d.at; k++ {
		phone = phone || f.is(k, "phone")
	}
	if phone && d.form == readout.ContactOnly {
		d.form = readout.Call
	}
	if d.form != readout.Call || phone {
		return true
	}
	switch next := f.Low(d.at + 1); next {
	case "between", "with":
		return true
	case "for", "to", "on":
		if f.Time(d.at+2) == nil {
			return false // "a call for calm"
		}
	}
	return f.known(d.at) || f.Relation(d.at) == "obl" && len(d.who) > 1
}

// named drops "the ministers" where those are named who sent them.
func (f *finder) named(d *draft) {
	for n, a := range d.who {
		if a.Party.Kind == readout.Unnamed && f.plural(a) && len(d.who) > 2 {
			d.who = slices.Delete(d.who, n, n+1)
			return
		}
	}
}

// relative reads the clause behind the noun: "a letter that A sent to B",
// "talks that A held with B".
func (f *finder) relative(d *draft) {
	for _, v := range f.kids[d.at] {
		if f.Relation(v) != "acl" || !f.is(v, "give") {
			continue
		}
		if f.Verb(v).Passive || f.kid(v, "nsubj") < 0 {
			d.take(f.by(v))
		} else if s := f.kid(v, "nsubj"); f.UPOS(s) != "PRON" || len(f.actors(s)) > 0 {
			d.take(f.actors(s))
		}
		d.take(f.oblique(v, "to", "with"))
	}
}

// known reports a noun that says that the reader has heard of it: "the call",
// "that meeting", "Sunday's talks".
func (f *finder) known(i int) bool {
	for k := f.phraseStart(i); k < i; k++ {
		switch f.Low(k) {
		case "the", "this", "that", "these", "their", "both":
			return true
		}
		if f.Possessive(k) && f.Time(k-1) != nil {
			return true
		}
	}
	return false
}

// sides are the prepositions behind a noun of contact that name who took part.
var sides = map[string]bool{"between": true, "with": true, "among": true, "involving": true}

// behind reads who stands behind the noun: "talks in Oslo between A and B".
func (f *finder) behind(d *draft) {
	s, verb := f.Sentence(d.at), false
	for k := d.at + 1; k < s.Last && k < d.at+14; k++ {
		low := f.Low(k)
		if f.Punct(k) || f.UPOS(k) == "SCONJ" {
			return
		}
		verb = verb || f.UPOS(k) == "VERB" && !sides[low] || f.UPOS(k) == "AUX"
		if verb && (low != "between" || k > d.at+7) || !sides[low] && !f.leads(d, k) {
			continue
		}
		list, last := f.List(k + 1)
		who := f.whole(list)
		if len(who) == 0 {
			continue
		}
		d.take(who)
		d.last = max(d.last, last)
		d.open = d.open || low == "between" || low == "of" || low == "among"
		k = last - 1
	}
}

// leads reports a preposition that names who took part behind this noun:
// "letter from A to B", "visit by A", "meeting of the ministers".
func (f *finder) leads(d *draft, k int) bool {
	switch f.Low(k) {
	case "of":
		a, ok := f.Starting(k + 1)
		if !ok || k > d.at+1 || d.form != readout.Meeting && d.form != readout.Talks {
			return false
		}
		list, _ := f.List(k + 1)
		return len(list) > 1 || f.plural(a)
	case "to", "from":
		return d.form == readout.Letter
	case "by":
		return d.form == readout.Letter || d.form == readout.Visit
	}
	return false
}

// inFront reads who stands in front of the noun: "A's meeting", "A and B's
// talks", "the A–B summit".
func (f *finder) inFront(d *draft) {
	for k := d.first; k < d.at; k++ {
		if f.Possessive(k) && f.Time(k-1) == nil {
			if who, first := f.Before(k - 1); len(who) > 0 {
				d.take(who)
				d.first, d.fronted = first, true
				return
			}
		}
		if f.UPOS(k) == "PRON" && f.Relation(k) == "nmod" && f.Head(k) == d.at && f.sure(k) {
			d.take(f.actors(k))
			d.fronted = true
		}
		if pair := f.hyphened(k); pair != nil {
			d.take(pair)
			d.fronted = true
		}
	}
}

// sure reports a pronoun of which its sentence or the words before leave no
// doubt; "my" is the speaker's.
func (f *finder) sure(k int) bool {
	n, ok := f.heads[k]
	return first[f.Low(k)] || ok && f.A.Mentions[n].Sure
}

// hyphened are the two parties of "Danish-Swedish", "Ruiz–Holt".
func (f *finder) hyphened(k int) []layer.Actor {
	parts := strings.FieldsFunc(f.Word(k), func(r rune) bool { return r == '-' || r == '–' || r == '/' })
	if len(parts) != 2 {
		return nil
	}
	var out []layer.Actor
	for _, p := range parts {
		if party := f.party(p); party != nil {
			out = append(out, layer.Actor{Party: party, First: k, Last: k + 1})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// party is the one with a name, a surname or an adjective of a state.
func (f *finder) party(word string) *readout.Party {
	if p := f.StateOf(word); p != nil {
		return p
	}
	for i := range f.A.Parties {
		p := &f.A.Parties[i]
		if p.Name == word || p.Kind == readout.Person && strings.HasSuffix(p.Name, " "+word) {
			return p
		}
	}
	return nil
}

// phraseStart is where the noun phrase that ends with token i begins.
func (f *finder) phraseStart(i int) int {
	for s := f.Sentence(i); i > s.First && f.phrased(i-1); {
		i--
	}
	return i
}

// phrased reports a word that can stand in front of a noun in its phrase.
func (f *finder) phrased(i int) bool {
	switch f.UPOS(i) {
	case "ADJ":
		return true
	case "VERB":
		return f.Relation(i) == "amod" || f.Time(i) != nil
	case "PRON":
		if f.Relation(i) == "nmod" {
			return true
		}
	}
	return f.Noun(i) || f.Number(i) || f.Class(i) == readout.Determiner || f.Time(i) != nil || f.Low(i) == "of" || f.Possessive(i)
}
