package contact

import (
	"readout"
	"readout/internal/read/layer"
)

// senders adds the states whose "ministers" were to meet, where they are what
// the verb is said of.
func (f *finder) senders(d *draft) {
	all := *d
	f.holder(&all)
	for _, a := range all.who[1:] {
		if a.Party.Kind != readout.State && !individual(a) {
			return
		}
	}
	if len(all.who) > 2 {
		*d = all
	}
}

// holder adds who has the contact by the verb above it: "A held talks", "A has
// been in contact", "in a letter to B, A wrote", "after talks with B, A said".
func (f *finder) holder(d *draft) {
	i := d.at
	for f.Relation(i) == "nmod" && f.is(f.Head(i), "round") || f.Relation(i) == "conj" && f.UPOS(f.Head(i)) == "NOUN" {
		i = f.Head(i)
	}
	v := f.Head(i)
	if v < 0 {
		v = i // "has been in contact" hangs on the noun itself
	}
	switch r := f.Relation(i); {
	case v == i || f.kid(i, "cop") >= 0:
		if f.kid(i, "cop") >= 0 && f.Low(d.first-1) == "in" {
			d.take(f.agents(i))
		}
	case (r == "obj" || r == "xcomp") && f.holds(v):
		d.hosted = f.is(v, "hosting")
		d.take(f.agents(v))
		d.take(f.actors(f.kid(v, "iobj")))
	case r == "obl" && f.UPOS(v) == "VERB":
		f.occasion(d, i, v)
	case (r == "obl" || r == "nmod") && f.kid(v, "cop") >= 0 && f.marked(i, "for"): // "is in Oslo for talks"
		d.take(f.agents(v))
	case r == "nsubj":
		if f.Verb(v).Passive {
			d.take(f.by(v))
		}
		if len(d.who) == 1 && !d.known {
			d.take(f.side(i))
		}
	case r == "nmod" && f.Comma(d.first-2): // "Ruiz, after talks with Holt, said"
		who, _ := f.sentenceSubject(d.first - 1)
		d.take(who)
		d.channel = d.form == readout.Letter && f.marked(i, "in")
	}
}

// holds reports a verb whose subject takes part in what is its object, or was
// to: "held talks", "cancelled talks", "ruled out talks".
func (f *finder) holds(v int) bool {
	if f.UPOS(v) != "VERB" {
		return false
	}
	return f.is(v, "hold") || f.refuses(v) || f.cancels(v) || f.is(v, "offer") || f.is(v, "deny")
}

// side is who speaks of "talks with B" and means his own: "A said talks with B
// would begin".
func (f *finder) side(i int) []layer.Actor {
	st := f.Around(f.Range(i, i+1))
	if st == nil || st.Grade == readout.Guessed {
		return nil
	}
	p := f.Party(st.Speaker)
	if p != nil && p.SpeaksFor != "" {
		p = f.Party(p.SpeaksFor)
	} else if p != nil && p.Kind != readout.State { // an analyst speaks of others' talks
		return nil
	}
	if p == nil {
		return nil
	}
	return []layer.Actor{{Party: p, First: i, Last: i + 1}}
}

// occasion adds who the verb is said of that a contact goes with: "said after
// talks with B", "walked out of talks with B", and who is told in a contact
// without a "with": "told investors in a call".
func (f *finder) occasion(d *draft, i, v int) {
	alone := len(d.who) == 0
	switch m := f.mark(i); {
	case f.is(v, "hold"), f.is(v, "leave"), m == "into", m == "to" && f.is(v, "travel"):
		d.take(f.agents(v))
	case f.marked(i, "after", "following", "since", "during", "at", "in", "on", "for", "before", "ahead", "by"):
		who := f.agents(v)
		if len(who) == 0 {
			who, _ = f.sentenceSubject(d.first - 1)
		}
		d.take(who)
		d.channel = d.form == readout.Letter && f.marked(i, "in")
		if alone && len(who) == 1 && (d.form == readout.Call || meets(d.form) || d.form == readout.ContactOnly) && f.marked(i, "at", "in", "on", "during") {
			d.take(f.listener(v))
		}
	}
}

// listener is who the verb is said to: "told investors"; a state is what is
// talked of.
func (f *finder) listener(v int) []layer.Actor {
	if who := f.object(v); len(who) > 0 && who[0].Party.Kind != readout.State {
		return who
	}
	return nil
}
