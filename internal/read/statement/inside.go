package statement

import "readout"

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
	for i := range s.drafts {
		if d := &s.drafts[i]; d.by == "interview" && d.content[0].Contains(q.Range) {
			return d.content[0], true
		}
	}
	return readout.Range{}, false
}

// toldInside is the cue beside quotation n, inside the words around it.
func (s *scan) toldInside(n int, outer readout.Range) (draft, bool) {
	around := s.quote
	defer func() { s.quote = around }()
	s.quote = make([]int, len(around))
	for k := range s.quote {
		s.quote[k] = -1
	}
	q := s.a.Quotes[n]
	for k := s.tokenAt(q.Start); k < len(around) && s.a.Tokens[k].Start < q.End; k++ {
		s.quote[k] = n
	}
	for _, find := range []func([]int) (draft, bool){s.cueBehind, s.cueBefore} {
		if d, ok := find([]int{n}); ok && !s.used[d.cueToken] && outer.Contains(d.cue) && (d.source.Empty() || outer.Contains(d.source)) {
			return d, true
		}
	}
	return draft{}, false
}
