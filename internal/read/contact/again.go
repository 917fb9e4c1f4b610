package contact

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// nearby is how many sentences back "the call" is looked for.
const nearby = 6

// back lays "the call", "their meeting", "the two met" to what was told
// before.
func (f *finder) back(d *draft) bool {
	if !d.known && !d.pair || len(d.who) > 1 && !d.pair {
		return false
	}
	for i := len(f.drafts) - 1; i >= 0; i-- {
		o := &f.drafts[i]
		if f.A.Tokens[d.at].Sentence-f.A.Tokens[o.end].Sentence > nearby {
			break
		}
		if len(o.who) < 2 || !alike(o.form, d.form) || !covers(o.who, d.who) || o.again {
			continue
		}
		if kindOf(o.state) != kindOf(d.state) && (d.pair || d.set && (d.when != nil || d.state != readout.ContactPlanned)) {
			d.who = o.who
			return false
		}
		if apart(o, d) {
			continue
		}
		f.merge(o, d)
		return true
	}
	return false
}

// covers: all of b are among a.
func covers(a, b []layer.Actor) bool {
	for _, p := range b {
		if !has(a, p) {
			return false
		}
	}
	return true
}

// apart: both have a day, and not the same.
func apart(o, d *draft) bool {
	return o.when != nil && d.when != nil && !o.before && !d.before && day(o.when.Value) != day(d.when.Value)
}

func (f *finder) merge(o, d *draft) {
	o.end = d.at
	o.more = append(o.more, f.Range(d.first, d.last))
	if o.when == nil && d.when != nil && !d.before {
		o.when, o.before = d.when, false
	}
	if o.where == "" {
		o.where = d.where
	}
	if o.form == readout.ContactOnly {
		o.form = d.form
	}
	if (d.set || kindOf(o.state) == kindOf(d.state)) && weight[d.state] > weight[o.state] {
		o.state = d.state
	}
}

// weight orders states by how much they settle; see record.md.
var weight = map[readout.ContactState]int{
	readout.ContactRumoured: 0, readout.ContactOffered: 1, readout.ContactConditional: 3, readout.ContactPlanned: 2,
	readout.ContactReported: 4, readout.ContactConfirmed: 5, readout.ContactRefused: 6, readout.ContactDenied: 6, readout.ContactCancelled: 6,
}

// same: the same parties, a form that can be meant, and no time against it;
// what lies ahead is not what took place, nor is a refusal.
func (f *finder) same(o, d *draft) bool {
	if len(o.who) != len(d.who) || !covers(o.who, d.who) {
		return false
	}
	if f.sister(o, d) && !d.set && d.when == nil && meets(o.form) && meets(d.form) {
		return true
	}
	return !o.again && !d.again && kindOf(o.state) == kindOf(d.state) && loose(o.form, d.form) && !apart(o, d)
}

// sister: both stand in one sentence.
func (f *finder) sister(o, d *draft) bool {
	return f.A.Tokens[o.at].Sentence == f.A.Tokens[d.at].Sentence
}

func day(value string) string {
	value, _, _ = strings.Cut(value, "T")
	return value
}

func kindOf(s readout.ContactState) int {
	switch s {
	case readout.ContactReported, readout.ContactConfirmed, readout.ContactDenied:
		return 1
	case readout.ContactRefused:
		return 2
	}
	return 3
}

func loose(a, b readout.ContactForm) bool {
	written := func(x readout.ContactForm) bool { return x == readout.Letter || x == readout.Briefing }
	called := func(x readout.ContactForm) bool { return x == readout.Call }
	return a == b || a == readout.ContactOnly || b == readout.ContactOnly || !written(a) && !written(b) && !called(a) && !called(b)
}

// alike: forms that a noun with "the" can take up.
func alike(o, d readout.ContactForm) bool {
	return o == d || meets(o) && meets(d) || o == readout.Call && d == readout.ContactOnly
}

func meets(x readout.ContactForm) bool { return x == readout.Meeting || x == readout.Talks }

func has(list []layer.Actor, p layer.Actor) bool {
	for _, o := range list {
		if o.Party.ID == p.Party.ID {
			return true
		}
	}
	return false
}
