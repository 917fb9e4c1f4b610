package statement

import (
	"strings"

	"readout"
)

// subjectOf reports that what a quotation tells has its subject among tokens i to end, in
// front of it: `adds that the firm, Marlin, "has seen both"`.
func (s *scan) subjectOf(i, end int, q readout.Quote) bool {
	for k := i; k < end; k++ {
		if t := s.a.Tokens[k]; t.Relation == "nsubj" && t.Head >= 0 && q.Contains(s.a.Tokens[t.Head].Range) {
			return true
		}
	}
	return false
}

// clauseBetween is the clause between a cue and the colon in front of a quotation at
// token end: `said [it went on for a year]: "..."`; empty when there is none.
func (s *scan) clauseBetween(d draft, end int) readout.Range {
	next := s.tokenAt(d.cue.End)
	for _, k := range s.dependents(d.cueToken, "ccomp") {
		if first, _ := s.subtree(k); s.word(end-1) == ":" && k > next && k < end && first >= next {
			return s.trimmed(s.span(s.pastThat(first), end-1))
		}
	}
	return readout.Range{}
}

// pastThat goes over a "that".
func (s *scan) pastThat(k int) int {
	if s.low(k) == "that" {
		k++
	}
	return k
}

// predicateBehind is what goes on behind the comma that closes a cue, with the verb of
// what stands in front of it: `The "old" pump, Ruiz said, [was a joke]`.
func (s *scan) predicateBehind(d draft) readout.Range {
	k := s.overTail(s.tokenAt(max(d.cue.End, d.source.End)))
	if s.word(k) != "," || k+1 >= s.sentence(d.cueToken).Last || s.quoteAt(k+1) >= 0 {
		return readout.Range{}
	}
	if t := s.a.Tokens[k+1]; t.UPOS != "AUX" && t.UPOS != "VERB" || strings.HasSuffix(s.low(k+1), "ing") || s.coordinated(k+1) {
		return readout.Range{}
	}
	return s.stretched(s.trimmed(s.span(k+1, s.clauseEnd(k+1))))
}
