package contact

import (
	"strings"

	"readout"
)

// course reads how far a contact is more than talk from the words above its
// own in the sentence: "refused to meet", "talks with Ruiz were cancelled",
// "if he meets Ruiz". It is false where nothing took place or is to.
func (f *finder) course(d *draft) bool {
	if f.asks(d.at) || f.nobody(d.at) {
		return false
	}
	c := climb{f: f, d: d, k: d.at}
	if f.UPOS(d.at) == "VERB" || f.isVerb(d.at) {
		if !c.verb() {
			return false
		}
	} else if !c.noun() {
		return false
	}
	for steps := 0; steps < 8 && !c.done; steps++ {
		if !c.step() {
			return false
		}
	}
	if d.state == readout.ContactReported && f.disowned(d) {
		d.state, d.set = readout.ContactDenied, true
	}
	if d.state == readout.ContactRefused || d.state == readout.ContactCancelled {
		return !f.deniedAbove(c.k)
	}
	if c.future && d.state == readout.ContactReported {
		d.state, d.set = readout.ContactPlanned, true
	}
	if d.lies = 1; !c.future {
		d.lies = 0
	} else if c.past {
		d.lies = -1
	}
	return true
}

// disowned reports a contact that is what a statement denies, in its own words.
func (f *finder) disowned(d *draft) bool {
	st := f.Around(f.Range(d.at, d.at+1))
	return st != nil && st.Act == readout.ActDeny && st.Mode != readout.Direct && f.Quoted(d.at) < 0 && f.Relation(d.at) != "obl"
}

// deniedAbove: a refusal that somebody denies is none.
func (f *finder) deniedAbove(k int) bool {
	for steps := 0; k >= 0 && steps < 4; k, steps = f.Head(k), steps+1 {
		if h := f.Head(k); f.is(h, "deny") && f.Relation(k) == "ccomp" {
			return true
		}
	}
	return false
}

// asks reports a sentence that ends with a question mark.
func (f *finder) asks(i int) bool {
	s := f.Sentence(i)
	return strings.HasPrefix(f.Low(s.Last-1), "?") || strings.HasPrefix(f.Low(s.Last-2), "?")
}

// nobody reports a subject that says that none of them did: "neither A nor B
// attended the talks".
func (f *finder) nobody(i int) bool {
	for steps := 0; i >= 0 && steps < 3; i, steps = f.Head(i), steps+1 {
		if s := f.kid(i, "nsubj"); s >= 0 {
			for k := s; k >= f.Sentence(s).First && !f.Punct(k); k-- {
				if low := f.Low(k); low == "neither" || low == "nobody" || low == "none" || low == "no" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// climb goes from a word of contact up to what governs it. k is where it has
// come.
type climb struct {
	f            *finder
	d            *draft
	k            int
	future, done bool
	past         bool // what lay ahead then: "was to meet"
}

func (c *climb) settle(s readout.ContactState) {
	c.d.state, c.d.set, c.done = s, true, true
}

// step goes up once and reads what stands there.
func (c *climb) step() bool {
	f := c.f
	h, r := f.Head(c.k), f.Relation(c.k)
	if h < 0 {
		c.done = true
		return true
	}
	from := c.k
	c.k = h
	switch r {
	case "conj":
		if f.is(h, "travel") && f.Low(f.Auxiliaries(from)-1) == "to" {
			return c.clause(from, h)
		}
		if f.UPOS(from) == "VERB" && f.Auxiliaries(from) == from && f.Verb(h).Future {
			c.future = true
		}
		return true
	case "xcomp", "obj", "nsubj", "ccomp", "nmod", "obl", "acl", "advcl":
		return c.under(from, h, r)
	}
	c.done = true
	return true
}

// under reads the word h that token from hangs on by relation r.
func (c *climb) under(from, h int, r string) bool {
	f := c.f
	verb := f.UPOS(h) == "VERB"
	switch r {
	case "advcl":
		return c.clause(from, h)
	case "xcomp":
		if f.is(h, "travel") {
			return c.clause(from, h)
		}
	case "acl":
		if f.is(h, "claim") && f.marked(from, "that") {
			return c.claimed(h)
		}
		if f.UPOS(h) == "PROPN" && f.Low(f.Auxiliaries(from)-1) == "to" { // "is in Oslo to meet"
			return c.clause(from, h)
		}
		if f.Low(f.Auxiliaries(from)-1) != "to" {
			c.done = true
			return true
		}
	case "ccomp":
		if f.Verb(h).Negated && verb && !f.is(h, "deny") || f.marked(from, "whether", "if") {
			return false
		}
	case "obl":
		if verb && c.around(from, h) {
			return true
		}
	case "nmod":
		if f.is(h, "claim") {
			return c.claimed(h)
		}
		if verb || !f.listed(h) {
			c.done = true
			return true
		}
	case "nsubj":
		return c.fate(h)
	}
	return c.class(h, r)
}

// claimed reads "rejected reports of a meeting", "claims that A met B".
func (c *climb) claimed(claim int) bool {
	f := c.f
	v := f.Head(claim)
	if r := f.Relation(claim); (r == "obj" || r == "nsubj" || r == "xcomp") && f.is(v, "dismiss") {
		if f.Verb(v).Negated {
			return false
		}
		c.settle(readout.ContactDenied)
		return true
	}
	c.settle(readout.ContactRumoured)
	return true
}

// around reads a contact that the verb only goes with: "said after talks",
// "will sign at a meeting", "spoke ahead of talks".
func (c *climb) around(noun, verb int) bool {
	f := c.f
	switch {
	case f.marked(noun, "for") || f.marked(noun, "to", "into"):
		return false
	case f.marked(noun, "before", "ahead"):
		c.future, c.done = true, true
	case f.marked(noun, "out", "from", "of"):
		return false
	default:
		c.d.before = f.marked(noun, "after", "following")
		c.future, c.done = c.future || f.Verb(verb).Future && c.told(verb), true
	}
	return true
}

// clause reads the verb above a clause: "flew to Oslo to meet Ruiz", "will sign
// after meeting Ruiz".
func (c *climb) clause(from, h int) bool {
	f := c.f
	c.done = true
	if f.Verb(h).Modal {
		return false
	}
	if f.Low(f.Auxiliaries(from)-1) != "to" {
		if f.marked(from, "before", "until", "once", "when", "after") {
			c.future = c.future || f.Verb(h).Future && c.told(h)
		}
		return c.supposed(from)
	}
	if f.is(h, "travel") {
		c.d.form, c.d.where = readout.Visit, f.destination(h)
	}
	if f.Verb(h).Negated || f.is(h, "wish") {
		return false
	}
	c.future = c.future || f.future(h) || f.UPOS(h) == "VERB" && f.presents(h) && !f.headline(h) || f.wasTo(c.d)
	if f.Low(f.Auxiliaries(h)-1) == "to" { // "plans to fly to Oslo to meet Ruiz"
		c.done = false
		c.future = c.future || f.is(f.Head(h), "plan")
	}
	return c.class(h, "xcomp")
}

// class reads the list that a word above stands in.
func (c *climb) class(h int, r string) bool {
	f, d := c.f, c.d
	negated := f.Verb(h).Negated && f.UPOS(h) != "NOUN"
	switch {
	case f.UPOS(h) == "NOUN" && f.Low(f.kid(h, "det")) == "no": // "has no plans to meet"
		return false
	case f.refuses(h):
		if negated {
			return false
		}
		c.settle(readout.ContactRefused)
	case f.is(h, "deny"):
		if negated {
			return false
		}
		c.settle(readout.ContactDenied)
	case f.cancels(h) && r != "ccomp":
		if negated {
			return true
		}
		c.settle(readout.ContactCancelled)
	case f.is(h, "rumour"):
		c.settle(readout.ContactRumoured)
	case f.is(h, "offer") && r != "ccomp":
		if negated {
			c.settle(readout.ContactRefused)
			return true
		}
		d.state, d.set = readout.ContactOffered, true
	case f.is(h, "ask") && r != "ccomp":
		d.state, d.set = readout.ContactOffered, true
		return !negated && f.one(d, h)
	case f.is(h, "plan") && r != "ccomp":
		c.future = true
		c.past = c.past || f.pastBe(f.Auxiliaries(h))
		return !negated
	case f.is(h, "wish"):
		return f.refusedAbove(h, c)
	case f.Verb(h).Negated && r != "ccomp":
		return false
	case f.UPOS(h) == "VERB" && f.Verb(h).Future && r != "ccomp":
		c.future = true
	case f.UPOS(h) == "VERB" && f.Verb(h).Modal && r != "ccomp":
		return false
	}
	return true
}

// listed reports a noun that says how far what hangs on it is real: "requests
// for a meeting".
func (f *finder) listed(h int) bool {
	for _, kind := range []string{"round", "refuse", "deny", "cancel", "rumour", "offer", "ask", "plan", "wish"} {
		if f.is(h, kind) {
			return true
		}
	}
	return false
}

// refusedAbove: a wish is none, but one that is turned down is a refusal:
// "rejected calls for a meeting".
func (f *finder) refusedAbove(h int, c *climb) bool {
	if v := f.Head(h); f.UPOS(h) == "NOUN" && f.Relation(h) == "obj" && f.refuses(v) && !f.Verb(v).Negated {
		c.settle(readout.ContactRefused)
		return true
	}
	return false
}

// one reports that the subject of the verb at h is to take part itself.
func (f *finder) one(d *draft, h int) bool {
	if f.UPOS(h) == "NOUN" {
		return true
	}
	for _, a := range f.agents(h) {
		if has(d.who, a) {
			return true
		}
	}
	return false
}

// fate reads the verb of which the contact is the subject: "was cancelled",
// "will be held", "did not take place". What governs that verb is read next.
func (c *climb) fate(h int) bool {
	f := c.f
	g := f.Verb(h)
	switch {
	case f.cancels(h) && !g.Negated:
		c.settle(readout.ContactCancelled)
		c.d.last = max(c.d.last, h+1)
	case f.is(h, "wish") && f.UPOS(h) != "VERB", g.Modal, g.Future && !c.told(h):
		return false
	case g.Negated && happens[f.Low(h)]:
		c.settle(readout.ContactDenied)
	case g.Future, f.is(h, "plan") && f.Low(h) != "agreed":
		c.future = true
		c.past = f.pastBe(f.Auxiliaries(h))
	}
	return true
}
