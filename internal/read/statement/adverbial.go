package statement

import (
	"readout"
)

// overAddressee goes over the one told: "reporters", "the Harbour Post".
func (s *scan) overAddressee(k int) int {
	for s.class(k) == readout.Adverb && s.timeAt(k) < 0 {
		k++
	}
	last := s.sentence(k).Last
	to, head := s.nounPhrase(k, last)
	if head >= 0 && s.low(to) == "of" {
		if end, inner := s.nounPhrase(to+1, last); inner >= 0 {
			return end
		}
	}
	return to
}

// overAdverbials goes over times, places and channels between a cue and its
// content: "on Tuesday", "in a statement", "to reporters in Velm", and a
// comma-enclosed aside; it stays where it is when no clause follows them.
func (s *scan) overAdverbials(k int) int {
	last := s.sentence(k).Last
	at := k
	for at < last && s.quoteAt(at) == s.quoteAt(k-1) {
		switch {
		case s.timeAt(at) >= 0:
			x := s.timeAt(at)
			for at < last && s.timeAt(at) == x {
				at++
			}
		case s.pastOnly(at) > at:
			return at
		case s.class(at) == readout.Adverb && s.low(at) != "only" && s.low(at) != "there":
			at++
		case s.class(at) == readout.Preposition && s.low(at) != "like" && !(s.low(at) == "to" && s.class(at+1) != readout.Proper && s.class(at+1) != readout.Determiner && !s.channelWord(at, at+2)):
			end := s.phraseBehind(at)
			if end == 0 || s.low(s.pastOnly(end)) != "that" && s.timeAt(end) < 0 && !s.channelWord(at, end) && !s.opensAnew(end) {
				return at
			}
			at = end
		default:
			if s.low(at) == "that" || at == k {
				return at
			}
			return at
		}
		if at >= last {
			return k
		}
	}
	return at
}

// pastOnly goes over what says that no more was said: "only that", "no more than
// that". It stays where it is when no "that" follows.
func (s *scan) pastOnly(k int) int {
	j := k
	for j < k+3 && scant[s.low(j)] {
		j++
	}
	if s.low(j) == "that" {
		return j
	}
	return k
}

var scant = map[string]bool{"only": true, "merely": true, "simply": true, "just": true, "no": true, "little": true, "more": true, "than": true}

// opensAnew reports a word that a new subject begins with behind a phrase of
// place: an article, a pronoun, a possessive.
func (s *scan) opensAnew(k int) bool {
	c := s.class(k)
	return (c == readout.Determiner || c == readout.Pronoun) && s.opensClause(k) || s.class(k) == readout.Preposition
}

// phraseBehind is the end of the noun phrase behind the preposition at token
// k; 0 when there is none.
func (s *scan) phraseBehind(k int) int {
	j := k + 1
	for j < s.sentence(k).Last && j < k+9 && s.quoteAt(j) < 0 {
		c := s.class(j)
		if s.timeAt(j) >= 0 && s.class(j-1) != readout.Determiner && j > k+1 {
			break
		}
		if s.punct(j) || c != readout.Other && c != readout.Proper && !(c == readout.Determiner && j == k+1) && !(c == readout.Auxiliary && s.possessive(j)) {
			break
		}
		j++
	}
	if j == k+1 {
		return 0
	}
	return j
}

// channelWord reports that a phrase says where words were said or written, or
// to whom.
func (s *scan) channelWord(i, end int) bool {
	for j := i; j < end; j++ {
		if s.l.Occasion.Has(s.low(j), "written", "spoken", "hearers") || s.l.Occasion.Has(s.word(j), "platform") {
			return true
		}
	}
	return false
}

// overTail goes over times and phrases behind a cue that closes a
// sentence.
func (s *scan) overTail(k int) int {
	last := s.sentence(k - 1).Last
	for k < last {
		switch {
		case s.timeAt(k) >= 0, s.class(k) == readout.Adverb:
			k++
		case s.class(k) == readout.Preposition && s.phraseBehind(k) > 0:
			k = s.phraseBehind(k)
		case s.class(k) == readout.Preposition && s.timeAt(k+1) >= 0:
			k++
		case s.low(k) == "that" || s.low(k) == "which" || s.low(k) == "who":
			return k
		case s.class(k) == readout.Other && !s.punct(k), s.class(k) == readout.Proper, s.class(k) == readout.Determiner:
			k++
		default:
			return k
		}
	}
	return k
}
