package contact

import (
	"readout"
	"readout/internal/read/layer"
)

// noun finds "talks between A and B", "A's meeting with B", "A held talks
// with B", "a letter to B".
func (f *finder) noun(i int) (draft, bool) {
	form, ok := f.form(i, "noun")
	if !ok || f.Class(i-1) == readout.Auxiliary && form == readout.Call {
		return draft{}, false
	}
	d := draft{form: form, at: i, first: i, last: i + 1, state: readout.ContactReported}
	if form == readout.ContactOnly && f.is(i-1, "phone") {
		form, d.form = readout.Call, readout.Call
	}
	if form == readout.Call && !f.is(i-1, "phone") && f.Low(i+1) != "between" && f.Low(i+1) != "with" {
		return d, false
	}
	k := f.toPreposition(i + 1)
	switch f.Low(k) {
	case "between":
		d.who, d.last = f.List(k + 1)
		if len(f.people(d.who)) < 2 && (len(d.who) != 1 || !f.plural(d.who[0])) {
			return d, false
		}
		d.first = f.phraseStart(i)
	case "with", "to":
		if (f.Low(k) == "to") != (form == readout.Letter) {
			return d, false
		}
		var left []layer.Actor
		right, last := f.List(k + 1)
		if len(right) == 0 {
			return d, false
		}
		left, d.first = f.holder(i)
		if len(left) == 0 || f.isPublic(right[0]) {
			return d, false
		}
		d.who, d.last = append(left, right...), last
	default:
		return f.offered(d)
	}
	return d, f.settle(&d)
}

// offered reads "Ruiz proposed a second meeting in Oryel": one party is known.
func (f *finder) offered(d draft) (draft, bool) {
	d.first = f.phraseStart(d.at)
	v := d.first - 1
	if low := f.Low(v); low != "proposed" && low != "offered" || d.form == readout.Letter || f.Verb(v).Negated || f.Verb(v).Passive {
		return d, false
	}
	d.who, d.first = f.Subject(v)
	d.state = readout.ContactOffered
	return d, len(d.who) == 1
}

// toPreposition goes over what may stand between the noun and its parties:
// "talks on Monday between", "talks in Oslo with".
func (f *finder) toPreposition(k int) int {
	if low := f.Low(k); low == "between" || low == "with" || low == "to" {
		return k
	}
	for j := k; j < k+7; j++ {
		if f.Punct(j) || f.Class(j) == readout.Verb || f.Class(j) == readout.Auxiliary {
			break
		}
		if f.Low(j) == "between" {
			return j
		}
	}
	return k
}

// phraseStart is where the noun phrase that ends with token i begins.
func (f *finder) phraseStart(i int) int {
	s := f.Sentence(i)
	for i > s.First && (f.Noun(i-1) || f.Number(i-1) || f.Class(i-1) == readout.Determiner || f.Time(i-1) != nil || f.Low(i-1) == "of") {
		i--
	}
	return i
}

// holder is who has the contact: "A's meeting", "A held talks", "A has been in
// contact", "A, after talks with B, said"; in a quotation "we" is the speaker.
func (f *finder) holder(i int) ([]layer.Actor, int) {
	start := f.phraseStart(i)
	for k := start; k < i; k++ {
		if f.Possessive(k) {
			if who, first := f.Before(k - 1); len(who) > 0 {
				return who[len(who)-1:], first
			}
		}
	}
	for k := i - 1; k >= start-1; k-- {
		if f.Possessive(k) {
			return f.Before(k - 1)
		}
	}
	v := start - 1
	if f.Low(v) == "in" && f.Verb(v).Passive {
		return f.subject(v)
	}
	if f.is(v, "after") && f.Low(v) != "in" {
		return f.sentenceSubject(v)
	}
	if f.is(v, "hold") || f.Class(v) == readout.Auxiliary {
		return f.subject(v)
	}
	return nil, i
}

// subject is that of the verb at token v, the speaker for "I" and "we", and
// that of the sentence for a participle ("having been in talks").
func (f *finder) subject(v int) ([]layer.Actor, int) {
	start := f.Auxiliaries(v)
	if w := f.Low(start - 1); (w == "we" || w == "i") && f.Quoted(v) >= 0 {
		if st := f.Around(f.Range(v, v+1)); st != nil {
			if p := f.Party(st.Speaker); p != nil {
				return []layer.Actor{{Party: p, First: start - 1, Last: start}}, start - 1
			}
		}
		return nil, v
	}
	for k := v; k > v-7 && k > f.Sentence(v).First; k-- {
		if f.Low(k) == "having" && f.Comma(k-1) {
			for j := f.Sentence(v).First; j < k; j++ {
				if a, ok := f.Starting(j); ok && f.Class(a.Last) == readout.Auxiliary || ok && f.Class(a.Last) == readout.Verb {
					return []layer.Actor{a}, k
				}
			}
		}
	}
	return f.Subject(v)
}

// settle reads the state of a contact that a noun names from the words that
// govern it; false where it is no more than a wish.
func (f *finder) settle(d *draft) bool {
	s := f.Sentence(d.at)
	for k := d.first - 1; k >= s.First && d.first-k < 9 && !f.Comma(k); k-- {
		switch {
		case f.is(k, "refuse"):
			d.state = readout.ContactRefused
			return true
		case f.is(k, "deny"):
			d.state = readout.ContactDenied
			return true
		}
	}
	for k := d.first - 1; k >= s.First && d.first-k < 5 && !f.Comma(k); k-- {
		switch {
		case f.is(k, "offer"):
			d.state = readout.ContactOffered
			return true
		case f.is(k, "wish"):
			return false
		}
	}
	for k := d.first; k < d.at; k++ {
		switch f.Low(k) {
		case "planned", "upcoming", "scheduled", "next":
			d.state = readout.ContactPlanned
		case "no", "possible", "potential", "any":
			return false
		}
	}
	d.before = f.Low(d.first-1) == "following" || f.Low(d.first-1) == "after"
	f.fate(d, s)
	return true
}

// fate reads the verb behind the parties: "was cancelled", "will be held".
func (f *finder) fate(d *draft, s readout.Sentence) {
	future := false
	for k := d.first; k > s.First && k > d.first-4; k-- {
		future = future || f.is(k, "hold") && f.Verb(k).Future
	}
	for k := d.last; k < s.Last && k < d.last+9 && !f.Comma(k); k++ {
		switch low := f.Low(k); {
		case low == "will" || low == "due" || low == "planned" || low == "scheduled":
			future = true
		case f.is(k, "cancel"), low == "called" && f.Low(k+1) == "off":
			d.state, d.last = readout.ContactCancelled, k+1
			return
		}
	}
	if future {
		d.state = readout.ContactPlanned
	}
}
