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
	if t.UPOS != "VERB" || !spoken || c.future != noFuture || c.modal != "" || c.perfect || c.copular || s.low(s.under(c.root, "mark")) == "to" || !s.opens(c.root) {
		return ""
	}
	switch {
	case low == "let's", low == "let’s", low == "let" && s.low(c.root+1) == "us":
		return readout.ActPropose
	case low == "let":
		return readout.ActDemand // "Let him speak"
	case s.l.Acts["rhetorical"][low] || strings.HasSuffix(low, "ing") || strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss"):
		return ""
	}
	if or := s.under(c.root, "conj"); or >= 0 && s.low(s.under(or, "cc")) == "or" && s.under(or, "nsubj") >= 0 {
		return readout.ActThreaten // "Pay or we sink it"
	}
	return readout.ActRequest
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
	case c.passive, c.negated, s.dated(d, c), s.l.Acts["arranged"][verb], strings.HasPrefix(s.low(c.subject), "you"), s.a.Tokens[c.subject].Relation == "expl" && !c.copular:
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

// ought reports that a clause says what somebody should do: the speaker asks for it.
func (s *scan) ought(d *draft, c *clause) bool {
	up := s.a.Tokens[c.subject].UPOS
	does := s.under(c.root, "obj") >= 0 || s.under(c.root, "obl") >= 0
	return s.mode(d) == readout.Indirect && (up == "PROPN" || up == "NOUN") && does && !c.copular && !c.passive && !c.perfect && !c.negated
}
