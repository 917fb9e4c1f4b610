package response

import "strings"

// clause is what stands around a verb of answering: whether it is taken back,
// how willing its subject is, and who that is.
type clause struct {
	verb      int  // "comment" of "would not want to comment"
	first     int  // the first token that says so
	subject   int  // the head of the subject, -1 when none is found
	negative  bool // not, never, no, yet to, failed to, without
	will      bool // would, will, going to
	unable    bool // could not, was unable to
	unwilling bool // did not want to, chose not to
	refused   bool
	declined  bool
	passive   bool
	perfect   bool
	ongoing   bool  // is commenting
	open      bool  // may, must, should: nothing is said of what was done
	shared    bool  // the subject stands at a sister verb
	actors    []int // the parties of the subject, where the order of words alone shows it
}

// clause reads the clause of verb v, up over the verbs that it hangs on.
func (f *finder) clause(v int) clause {
	c := clause{verb: v, first: v, subject: -1}
	k := v
	if h := f.yet(v); h >= 0 {
		c.negative = true
		if f.subjectOf(v) < 0 {
			k = h
		}
	}
	for steps := 0; k >= 0 && steps < 6; steps++ {
		if !c.shared || f.child(v, "aux", "cop") < 0 { // "was asked twice and did not answer": the subject alone is shared
			f.auxiliaries(&c, k, k == v)
		}
		if s := f.subjectOf(k); s >= 0 {
			f.takes(&c, s)
			return c
		}
		next := f.head(k)
		switch {
		case next < 0:
			k = -1
			continue
		case f.related(k, "conj"):
			c.shared = true
		case k != v && f.yet(v) >= 0: // "have" of "have yet to reply"
		case !f.marked(&c, k, next):
			next = -1
		}
		k = next
	}
	f.nearby(&c)
	return c
}

// yet is the verb in front of "yet to respond", or -1.
func (f *finder) yet(v int) int {
	k := v - 1
	for k > 1 && f.A.Tokens[k].UPOS == "ADV" && f.Low(k) != "yet" {
		k--
	}
	if k < 2 || f.Low(k) != "to" || f.Low(k-1) != "yet" {
		return -1
	}
	return k - 2
}

// auxiliaries reads what hangs in front of verb k.
func (f *finder) auxiliaries(c *clause, k int, main bool) {
	negative, able := false, false
	for _, n := range f.kids[k] {
		low := f.Low(n)
		if f.negates(n) && (n < k || f.related(n, "advmod")) {
			negative = true
			able = able || low == "cannot" || low == "can't" || low == "couldn't"
			c.will = c.will || low == "won't" || low == "wouldn't"
		}
		if !f.related(n, "aux", "cop") {
			continue
		}
		c.first = min(c.first, n)
		switch low {
		case "would", "will", "'ll", "wo":
			c.will = true
		case "could", "can":
			able = true
		case "may", "might", "must", "should", "shall", "ought":
			c.open = true
		case "have", "has", "had", "hasn't", "haven't", "hadn't", "'ve":
			c.perfect = c.perfect || main
		}
		if main && isBe(low) {
			c.ongoing = strings.HasSuffix(f.Low(k), "ing")
			c.passive = !c.ongoing && f.yet(k) < 0
		}
	}
	if o := f.child(k, "obj"); main && o >= 0 && (f.worded(o, "no") >= 0 || f.Low(o) == "nothing") {
		negative = true
	}
	c.unable = c.unable || able && negative
	c.negative = c.negative || negative
}

func isBe(low string) bool {
	switch strings.TrimSuffix(low, "n't") {
	case "be", "been", "being", "is", "are", "was", "were", "am", "'s", "'re", "'m":
		return true
	}
	return false
}

// marked reads how verb k hangs on the word above it: by what somebody wants,
// refuses or fails to do, by "without". It reports whether the two are one.
func (f *finder) marked(c *clause, k, above int) bool {
	negated := c.negative
	for _, n := range f.kids[above] {
		negated = negated || f.negates(n)
	}
	c.first = min(c.first, above)
	switch {
	case f.is(above, "refuse"):
		c.refused = true
	case f.is(above, "decline"), f.Low(above) == "refrained", f.Low(above) == "refrain":
		c.declined = true
	case f.is(above, "fail"), f.worded(above, "short") >= 0 && f.worded(k, "of") >= 0, f.worded(k, "without") >= 0:
		c.negative = true
	case f.is(above, "unable"):
		c.negative, c.unable = true, true
	case f.is(above, "able"):
		c.unable = negated
	case f.is(above, "want"):
		c.unwilling = negated
		c.will = c.will || f.Low(above) == "going"
	case f.is(above, "unwilling"):
		c.negative, c.unwilling = true, true
	case f.is(above, "choose"):
		c.unwilling = negated
	case f.is(above, "go-on"), f.is(k, "silence"):
	default:
		return false
	}
	return true
}

// subjectOf is the head of the subject of verb k, -1 when it has none of its
// own. Of two ("Its owner, Mara Dunn, would not") it is the nearer.
func (f *finder) subjectOf(k int) int {
	best := -1
	for _, n := range f.kids[k] {
		if f.related(n, "nsubj") && (best < 0 || n < k) {
			best = n
		}
	}
	return best
}

// takes sets the subject; one that is a "no" takes the verb back.
func (f *finder) takes(c *clause, s int) {
	c.subject = s
	first := f.firstOf(s)
	if !c.shared {
		c.first = min(c.first, first)
	}
	c.negative = c.negative || f.none(s)
	for k := first - 1; k < c.verb && k >= 0; k++ { // "officials in neither capital"
		c.negative = c.negative || f.Low(k) == "neither"
	}
}

// none reports a subject that is a "no": "nobody", "neither side", "no official".
func (f *finder) none(s int) bool {
	switch f.Low(s) {
	case "nobody", "no-one", "none", "neither":
		return true
	}
	return f.worded(s, "no", "neither") >= 0
}

// nearby reads by their order what the parse has elsewhere: the words in front
// of the verb, and the name before them.
func (f *finder) nearby(c *clause) {
	g := f.Verb(c.verb)
	c.negative, c.will = c.negative || g.Negated, c.will || g.Future
	c.unable = c.unable || g.Negated && f.Low(f.Auxiliaries(c.verb)) == "could"
	actors, first := f.Subject(c.verb)
	for _, a := range actors {
		if n, ok := f.byID[a.Party.ID]; ok {
			c.actors = append(c.actors, n)
		}
	}
	if len(actors) > 0 && !c.shared {
		c.first = min(c.first, first)
	}
}
