package statement

import (
	"strings"

	"readout"
)

// bidding is the act of a clause without a subject: "Come home", "Let's go".
func (s *scan) bidding(d *draft, c *clause) readout.Act {
	t := s.a.Tokens[c.root]
	low := s.low(c.root)
	switch s.low(s.under(c.root, "aux")) {
	case "", "do", "don't", "don’t":
	default:
		return ""
	}
	spoken := s.mode(d) == readout.Direct || s.mode(d) == readout.Indirect && d.content[0].Start == s.sentence(c.root).Start
	if t.UPOS != "VERB" || !spoken || !s.bare(low) && low != "let's" && low != "let’s" || c.future != noFuture || c.modal != "" || c.perfect || c.copular || s.low(s.under(c.root, "mark")) == "to" || !s.opens(c.root) {
		return ""
	}
	switch {
	case strings.HasPrefix(low, "let"):
		return s.letting(c)
	case s.l.Acts["rhetorical"][low]:
		return ""
	}
	if or := s.under(c.root, "conj"); or >= 0 && s.low(s.under(or, "cc")) == "or" && s.under(or, "nsubj") >= 0 {
		return readout.ActThreaten // "Pay or we sink it"
	}
	return readout.ActRequest
}

// letting is the act of "Let's go", "Let him speak"; "Let's be honest" and "Let me see"
// do nothing.
func (s *scan) letting(c *clause) readout.Act {
	whom, verb := s.low(c.root+1), s.under(c.root, "xcomp")
	if verb < 0 {
		verb = s.under(c.root, "ccomp")
	}
	if s.low(c.root) == "let" && whom != "us" && whom != "'s" && whom != "’s" {
		if whom == "me" {
			return ""
		}
		return readout.ActDemand
	}
	switch low := s.low(verb); {
	case verb < 0, low == "face", low == "go" && s.low(verb+1) == "back", s.under(verb, "cop") >= 0, s.l.Acts["rhetorical"][low]:
		return ""
	}
	return readout.ActPropose
}

// opens reports that nothing but "please", "do not" and the like stands in front of
// token k in its quotation or sentence.
func (s *scan) opens(k int) bool {
	for i := k - 1; i >= s.sentence(k).First && s.quoteAt(i) == s.quoteAt(k) && i > k-4; i-- {
		if s.punct(i) {
			return true
		}
		switch s.a.Tokens[i].UPOS {
		case "AUX", "PART", "INTJ", "ADV", "CCONJ":
			continue
		}
		return false
	}
	return true
}

// forecast reports that a clause in the future tells what the world will do, or what
// becomes of others, and is no arrangement: "prices will fall", not "the talks will
// resume", "the mayor will meet them".
func (s *scan) forecast(d *draft, c *clause) bool {
	verb := s.low(c.verb)
	condition := s.conditional(c)
	switch {
	case c.future == would && (s.spoken(d, c.verb) || c.perfect || s.l.Acts["might"][verb] || s.l.Acts["might"][s.low(s.under(c.verb, "advmod"))]):
		return false
	case condition:
		return !c.passive
	case c.passive, c.negated && (s.acting(c.subject) || s.a.Tokens[c.subject].UPOS != "NOUN"), s.dated(d, c), s.l.Acts["arranged"][verb], strings.HasPrefix(s.low(c.subject), "you"), s.a.Tokens[c.subject].Relation == "expl" && !c.copular:
		return false
	case c.copular, c.perfect, s.l.Listed("outcome", verb), verb == "have":
		return true
	}
	return !s.acting(c.subject)
}

// conditional reports a clause with an "if" of its own.
func (s *scan) conditional(c *clause) bool {
	for _, root := range []int{c.root, c.verb} {
		if in := s.under(root, "advcl"); in >= 0 {
			switch s.low(s.under(in, "mark")) {
			case "if", "unless":
				return true
			}
		}
	}
	return false
}

// dated reports a day in what is said, no term: "on Friday", not "by Friday".
func (s *scan) dated(d *draft, c *clause) bool {
	for k := s.sentence(c.root).First; k < s.sentence(c.root).Last; k++ {
		x := s.timeAt(k)
		if x < 0 || s.timeAt(k-1) == x || !s.saidIn(k, d.content) || s.a.Times[x].Type != readout.TimexDate && s.a.Times[x].Type != readout.TimexTime {
			continue
		}
		switch s.low(k - 1) {
		case "by", "within", "before", "after", "since":
		default:
			return true
		}
	}
	return false
}

// ought reports that a clause says what somebody else should do: the speaker asks for it.
func (s *scan) ought(d *draft, c *clause) bool {
	up := s.a.Tokens[c.subject].UPOS
	does := s.under(c.verb, "obj") >= 0 || s.under(c.verb, "obl") >= 0
	return (up == "PROPN" || up == "NOUN") && (s.mode(d) == readout.Indirect || s.acting(c.subject)) && (does && !c.passive || c.passive && s.acting(c.subject)) && !s.l.Listed("outcome", s.low(c.verb)) && !c.copular && !c.perfect && !c.negated
}

// obliged makes "has to pay" a "must", "needs to pay" a "should".
func (s *scan) obliged(c *clause) {
	have, verb := c.root, c.root+2
	if s.low(have+1) != "to" {
		have, verb = c.root-2, c.root // the parse may take "has to" for one word
	}
	if c.modal != "" || c.future != noFuture || s.low(have+1) != "to" || verb >= s.sentence(c.root).Last {
		return
	}
	switch s.low(have) {
	case "has", "have":
		c.modal, c.verb, c.perfect = "must", verb, false
	case "needs", "need":
		c.modal, c.verb = "should", verb
	}
}

// toEnd reports "this noise has to stop".
func (s *scan) toEnd(c *clause) bool {
	if up := s.a.Tokens[c.subject].UPOS; up != "NOUN" && up != "PROPN" && s.low(c.subject) != "it" && s.low(c.subject) != "this" {
		return false
	}
	switch s.low(c.verb) {
	case "stop", "end":
		return c.modal == "must" && !c.negated && !c.perfect
	}
	return false
}

// menaced reports that others will have something to fear: "they will pay a heavy
// price", "they would face fire if they came back".
func (s *scan) menaced(c *clause) bool {
	switch s.low(c.verb) {
	case "face", "pay", "suffer", "feel", "bear", "meet", "met":
	case "regret":
		return s.low(c.verb+1) == "it"
	default:
		return false
	}
	for _, relation := range []string{"obj", "obl", "advmod"} {
		if s.l.Acts["reprisal"][s.low(s.under(c.verb, relation))] {
			return c.future != noFuture && !c.negated
		}
	}
	return false
}
