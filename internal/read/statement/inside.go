package statement

import (
	"slices"
	"sort"

	"readout"
)

// inside finds quotations in what somebody says, with their cue beside them: `"The
// board told us, 'No,'" she said`, and in the answers of an interview. What stands
// around the inner marks is read as a report is elsewhere.
func inside(s *scan) []draft {
	var out []draft
	for n, q := range s.a.Quotes {
		outer, ok := s.wordsAround(q)
		if !ok || s.quotedBlock(q) < 0 {
			continue
		}
		if d, ok := s.toldInside(n, outer); ok {
			d.content = append(d.content, q.Range)
			s.used[d.cueToken] = true
			out = append(out, d)
		}
	}
	return out
}

// wordsAround are the words that a quotation stands in: of one quotation around it, or
// of a turn of an interview.
func (s *scan) wordsAround(q readout.Quote) (readout.Range, bool) {
	if q.Outer >= 0 {
		return s.a.Quotes[q.Outer].Inner, s.a.Quotes[q.Outer].Outer < 0
	}
	return s.turnAt(q.Start)
}

// turnAt is the turn of an interview around a byte.
func (s *scan) turnAt(at int) (readout.Range, bool) {
	n := sort.Search(len(s.turns), func(n int) bool { return s.turns[n].End > at })
	if n < len(s.turns) && s.turns[n].Start <= at {
		return s.turns[n], true
	}
	return readout.Range{}, false
}

// toldInside is the cue beside quotation n, inside the words around it.
func (s *scan) toldInside(n int, outer readout.Range) (draft, bool) {
	q := s.a.Quotes[n]
	first, last := s.tokenAt(q.Start), s.tokenAt(q.End)
	from, to := s.sentence(first).First, s.sentence(last).Last
	around := slices.Clone(s.quote[from:to])
	defer func() { copy(s.quote[from:to], around) }()
	for k := from; k < to; k++ {
		s.quote[k] = -1
		if k >= first && k < last {
			s.quote[k] = n
		}
	}
	for _, find := range []func([]int) (draft, bool){s.cueBehind, s.cueBefore} {
		if d, ok := find([]int{n}); ok && !s.used[d.cueToken] && outer.Contains(d.cue) && (d.source.Empty() || outer.Contains(d.source)) {
			return d, true
		}
	}
	return draft{}, false
}
