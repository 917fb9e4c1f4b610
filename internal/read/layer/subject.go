package layer

import (
	"strings"

	"readout"
)

// Subject finds who the verb at token k is said of: next to it and its
// auxiliaries, across a time or an insertion, or through "who". first is
// where the subject begins; it is k when there is none.
func (x *Index) Subject(k int) (out []Actor, first int) {
	s := x.Sentence(k)
	i := x.Auxiliaries(k) - 1
	for i >= s.First && x.Quoted(i) == x.Quoted(k) {
		switch {
		case x.Low(i) == "who" || x.Low(i) == "which":
			i--
			if x.Comma(i) {
				i--
			}
			return x.standing(i, k)
		case x.Time(i) != nil:
			i = x.overTime(i)
			continue
		case x.Comma(i):
			return x.overInsertion(i, k)
		}
		return x.standing(i, k)
	}
	return nil, k
}

func (x *Index) standing(i, k int) ([]Actor, int) {
	if out, first := x.Before(i); len(out) > 0 {
		return out, first
	}
	return nil, k
}

// overInsertion finds the subject in front of "Ruiz, who leads the union,":
// a mention directly before a comma of the same sentence.
func (x *Index) overInsertion(end, k int) ([]Actor, int) {
	s := x.Sentence(k)
	for i := end - 1; i > s.First && end-i < 25; i-- {
		if !x.Comma(i) || x.Quoted(i) != x.Quoted(k) {
			continue
		}
		if out, first := x.Before(i - 1); len(out) > 0 && (first == s.First || x.Class(first-1) != readout.Preposition && !x.Comma(first-1)) {
			return out, first
		}
	}
	return nil, k
}

func (x *Index) overTime(i int) int {
	t := x.time[i]
	for x.in(i) && x.time[i] == t {
		i--
	}
	if x.Class(i) == readout.Preposition {
		i--
	}
	return i
}

// Auxiliaries is the first token of the verb group whose main verb is token k.
func (x *Index) Auxiliaries(k int) int {
	s := x.Sentence(k)
	for k > s.First && x.Time(k-1) == nil && !x.Possessive(k-1) {
		switch x.Class(k - 1) {
		case readout.Auxiliary, readout.Negation, readout.Adverb:
			k--
			continue
		}
		if strings.HasSuffix(x.Low(k-1), "n't") {
			k--
			continue
		}
		break
	}
	return k
}

// Group is what the verb group of token k says besides the verb.
type Group struct {
	Negated, Passive, Modal, Future bool
}

// Verb reads the verb group whose main verb is token k.
func (x *Index) Verb(k int) Group {
	var g Group
	for i := x.Auxiliaries(k); i < k; i++ {
		switch low := x.Low(i); {
		case x.Class(i) == readout.Negation || strings.HasSuffix(low, "n't") || low == "cannot":
			g.Negated = true
		case low == "will" || low == "would" || low == "shall" || low == "'ll":
			g.Future = true
		case low == "may" || low == "might" || low == "could" || low == "can" || low == "should" || low == "must":
			g.Modal = true
		case low == "be" || low == "been" || low == "was" || low == "were" || low == "is" || low == "are" || low == "being":
			g.Passive = true
		}
	}
	if low := x.Low(k); strings.HasPrefix(low, "we'll") {
		g.Future = true
	}
	return g
}
