package statement

import (
	"slices"
	"strings"

	"readout"
)

// clause is a main clause of what is said, as the parse has it.
type clause struct {
	root    int // the word that says what is done, or what somebody is
	verb    int // root, or what "going to" leads to
	subject int // head of its subject, -1 for none
	future  future
	modal   string // "may", "might", "could", "should", "must", "can", "ought"
	negated bool
	copular bool // "be" and what somebody is
	passive bool
	perfect bool // "have" or "had" in front of it
}

// future is how a clause speaks of what is to come.
type future uint8

const (
	noFuture future = iota
	will            // "will", "shall", "is going to"
	would           // "would", "was going to": a "will" that is told, or what might be
)

// clauses are the main clauses of a draft's content, in order of the text, and those
// that stand beside them; none where it is no sentence.
func (s *scan) clauses(d *draft) []clause {
	var out []clause
	for _, c := range d.content {
		for k := s.tokenAt(c.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= c.End; k++ {
			if s.mainIn(k, d.content) {
				out = append(out, s.clauseAt(k))
			}
		}
	}
	return out
}

// mainIn reports that token k is the predicate of a main clause of a content: it
// hangs on nothing in it, or stands beside such a one.
func (s *scan) mainIn(k int, content []readout.Range) bool {
	for range 4 {
		t := s.a.Tokens[k]
		within := t.Head >= 0 && s.saidIn(t.Head, content)
		if within && t.Relation != "conj" && t.Relation != "parataxis" || !s.predicate(k) || s.subordinate(k, content) {
			return false
		}
		if !within {
			return true
		}
		k = t.Head
	}
	return false
}

// subordinate reports a clause that "if", "because" or the like opens, or one that
// goes on about a word: "the limit, which was reached".
func (s *scan) subordinate(k int, content []readout.Range) bool {
	if w := s.low(s.under(k, "nsubj")); w == "which" || w == "who" {
		return s.saidIn(s.under(k, "nsubj")-1, content)
	}
	mark := s.under(k, "mark")
	if s.subjectMark(mark) {
		return false
	}
	switch s.low(mark) {
	case "", "that", "to":
		return false
	}
	return s.saidIn(mark, content)
}

// subjectMark reports a pronoun that the parse takes for a conjunction: "told the mayor
// he would come".
func (s *scan) subjectMark(k int) bool {
	switch s.low(k) {
	case "he", "she", "they", "it", "we", "i":
		return k >= 0 && s.a.Tokens[k].Relation == "mark"
	}
	return false
}

// saidIn reports that token k stands in a content.
func (s *scan) saidIn(k int, content []readout.Range) bool {
	return k >= 0 && slices.ContainsFunc(content, func(c readout.Range) bool { return c.Contains(s.a.Tokens[k].Range) })
}

// predicate reports a verb, or a word that has a subject.
func (s *scan) predicate(k int) bool {
	t := s.a.Tokens[k]
	has := s.low(k) == "has" && s.low(k+1) == "to" && t.Relation != "aux" // "it has to stop"
	return t.UPOS == "VERB" || has || s.under(k, "cop") >= 0 || s.under(k, "nsubj") >= 0
}

// under is the first token that hangs on token k by a relation, -1 for none.
func (s *scan) under(k int, relation string) int {
	if k < 0 {
		return -1
	}
	for i, last := s.sentence(k).First, s.sentence(k).Last; i < last; i++ {
		if t := s.a.Tokens[i]; t.Head == k && t.Relation == relation {
			return i
		}
	}
	return -1
}

// clauseAt reads the clause whose predicate is token k.
func (s *scan) clauseAt(k int) clause {
	c := clause{root: k, verb: k, subject: -1}
	s.gather(&c, k)
	if s.low(k) == "going" && s.low(k+1) == "to" {
		s.goingTo(&c)
	}
	if to := s.under(k, "xcomp"); c.subject < 0 && to > k && s.under(to, "nsubj") < k {
		c.subject = s.under(to, "nsubj") // "he would consider going": a slip of the parse
	}
	return c
}

// goingTo makes "is going to" a future; what follows says what will be.
func (s *scan) goingTo(c *clause) {
	be := s.beBefore(c.root)
	to := c.root + 2
	for s.class(to) == readout.Adverb {
		to++
	}
	if be == noFuture || to >= s.sentence(c.root).Last {
		return
	}
	c.future, c.verb, c.passive = be, to, false
	if isBe(s.low(to)) {
		c.verb = max(to, s.a.Tokens[to].Head)
	}
	s.gather(c, c.verb)
}

// gather takes up what hangs on a predicate.
func (s *scan) gather(c *clause, k int) {
	for i, last := s.sentence(k).First, s.sentence(k).Last; i < last; i++ {
		t := s.a.Tokens[i]
		if t.Head != k || i == k {
			continue
		}
		low := strings.ReplaceAll(s.low(i), "’", "'")
		if s.class(i) == readout.Negation || strings.HasSuffix(low, "n't") || low == "cannot" {
			c.negated = true
		}
		relation := t.Relation
		if s.subjectMark(i) {
			relation = "nsubj"
		}
		switch relation {
		case "nsubj", "expl", "csubj":
			if c.subject < 0 || relation == "nsubj" {
				c.subject = i
				c.negated = c.negated || nobody[low] || nobody[s.low(s.under(i, "det"))] || nobody[s.low(s.under(i, "cc"))]
			}
			if at := strings.LastIndexByte(low, '\''); at > 0 { // "we'll" is one word
				c.auxiliary(low[at:], s.low(k))
			}
		case "cop":
			c.copular = true
		case "aux":
			c.auxiliary(strings.TrimSuffix(low, "n't"), s.low(k))
		}
	}
}

// nobody are the words of a subject that say that it is none.
var nobody = map[string]bool{"nobody": true, "nothing": true, "none": true, "no": true, "neither": true}

// auxiliary takes up a verb that helps the predicate.
func (c *clause) auxiliary(word, predicate string) {
	switch word {
	case "will", "shall", "wo", "sha", "'ll":
		c.future = will
	case "would":
		c.future = would
	case "'d": // "he'd paid" is "he had paid"
		if c.perfect = strings.HasSuffix(predicate, "ed"); !c.perfect {
			c.future = would
		}
	case "may", "might", "could", "should", "must", "can", "ca", "cannot", "ought":
		c.modal = word
	case "have", "has", "had", "'ve":
		c.perfect = true
	case "be", "been", "is", "are", "was", "were", "am", "being":
		c.passive = c.passive || !strings.HasSuffix(predicate, "ing")
	}
}

// beBefore tells "is going to" from "was going to", none without "be".
func (s *scan) beBefore(going int) future {
	for i := going - 1; i >= s.sentence(going).First && i > going-6; i-- {
		switch low := strings.ReplaceAll(s.low(i), "’", "'"); {
		case strings.HasPrefix(low, "was"), strings.HasPrefix(low, "were"):
			return would
		case isBe(strings.TrimSuffix(low, "n't")), strings.HasSuffix(low, "'s"), strings.HasSuffix(low, "'re"), strings.HasSuffix(low, "'m"):
			return will
		}
	}
	return noFuture
}
