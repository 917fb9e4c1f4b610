package contact

import (
	"strings"

	"readout"
)

// verb reads the verb of contact itself.
func (c *climb) verb() bool {
	f, d := c.f, c.d
	g := f.Verb(d.at)
	switch {
	case g.Negated && g.Future:
		c.settle(readout.ContactRefused)
	case g.Negated && !g.Modal && f.owned(d):
		c.settle(readout.ContactDenied)
	case g.Negated || g.Modal:
		return false
	case g.Future:
		c.future = true
	case f.Low(f.Auxiliaries(d.at)-1) == "to":
		if f.Low(f.Auxiliaries(d.at)-2) == "yet" {
			return false
		}
		c.future = f.wasTo(d)
		c.past = c.future && f.pastBe(f.Auxiliaries(d.at)-2)
	case f.presents(d.at):
		return c.present()
	}
	return c.supposed(d.at)
}

// wasTo reads "are to meet" and, of what came to nothing, "was to have met".
func (f *finder) wasTo(d *draft) bool {
	to := f.Auxiliaries(d.at) - 1
	switch low := f.Low(to - 1); low {
	case "is", "are", "was", "were", "'s", "'re":
		if (low == "was" || low == "were") && f.Low(to+1) == "have" {
			d.state, d.set = readout.ContactCancelled, true
			return false
		}
		return true
	}
	return false
}

// pastBe reports a form of "be" or "have" in the past.
func (f *finder) pastBe(i int) bool {
	switch f.Low(i) {
	case "was", "were", "had":
		return true
	}
	return false
}

// presents reports a verb in the present tense: "meets", "meet" without an
// auxiliary.
func (f *finder) presents(v int) bool {
	low := f.Low(v)
	if strings.HasSuffix(low, "ing") {
		return f.Class(f.Auxiliaries(v)) == readout.Auxiliary && f.Low(f.Auxiliaries(v)) != "was" && f.Low(f.Auxiliaries(v)) != "were"
	}
	return f.Auxiliaries(v) == v && (strings.HasSuffix(low, "s") || f.is(v, "base"))
}

// future reports "will" before a verb or "will be in Oslo".
func (f *finder) future(h int) bool {
	if f.Verb(h).Future {
		return true
	}
	for _, k := range f.kids[h] {
		if low := f.Low(k); k < h && f.UPOS(k) == "AUX" && (low == "will" || low == "would" || low == "shall") {
			return true
		}
	}
	return false
}

func (f *finder) headline(i int) bool {
	return f.A.Blocks[f.Sentence(i).Block].Class == readout.Headline
}

// present: what is told in the present lies ahead, but for headlines.
func (c *climb) present() bool {
	f := c.f
	if f.headline(c.d.at) {
		return true
	}
	if c.d.at == f.Sentence(c.d.at).First {
		return false
	}
	c.future = true
	return c.supposed(c.d.at)
}

// supposed is false for a clause that only supposes: "if he meets Ruiz".
func (c *climb) supposed(v int) bool { return !c.f.marked(v, "if", "unless", "whether", "lest") }

// owned reports that the statement around a denied contact is the word of one
// who would have been there.
func (f *finder) owned(d *draft) bool {
	st := f.Around(f.Range(d.at, d.at+1))
	if st == nil {
		return false
	}
	for _, a := range d.who {
		if a.Party.ID == st.Speaker {
			return true
		}
	}
	return st.Act == readout.ActDeny
}

// noun reads the words in front of the noun.
func (c *climb) noun() bool {
	f, d := c.f, c.d
	for k := d.first; k < d.at; k++ {
		switch low := f.Low(k); low {
		case "no", "possible", "potential", "any", "without", "future", "more", "further":
			return false
		case "planned", "upcoming", "scheduled", "next", "forthcoming":
			if f.Time(k) == nil {
				d.state, d.set = readout.ContactPlanned, true
			}
		case "cancelled", "canceled", "postponed", "aborted":
			d.state, d.set = readout.ContactCancelled, true
		case "proposed":
			d.state, d.set = readout.ContactOffered, true
		}
	}
	return true
}

// told: a "would" is of the future in what somebody is told to have said.
func (c *climb) told(verb int) bool {
	a := c.f.Auxiliaries(verb)
	for k := a; k < verb; k++ {
		if c.f.Low(k) == "would" {
			return c.f.Around(c.f.Range(verb, verb+1)) != nil
		}
	}
	return true
}

var happens = map[string]bool{"take": true, "taken": true, "happen": true, "happened": true, "held": true}

// refuses reports a word that turns a contact down.
func (f *finder) refuses(h int) bool {
	if low := f.Low(h); low == "turned" || low == "turns" || low == "turn" {
		return f.Low(h+1) == "down"
	}
	return f.is(h, "refuse")
}

// cancels reports a verb by which a contact comes to nothing: "was cancelled",
// "called off", "put back".
func (f *finder) cancels(h int) bool {
	next := f.Low(h + 1)
	switch f.Low(h) {
	case "called", "call", "calls":
		return next == "off"
	case "put", "puts":
		return next == "off" || next == "back"
	}
	return f.is(h, "cancel")
}

// later reports that the verb is of what lies ahead: "will talk".
func (f *finder) later(v int) bool { return f.Verb(v).Future || f.Relation(v) == "xcomp" }
