package statement

import "readout"

// inside finds quotations inside others with their cue beside them: `"The board told
// us, 'No,'" she said`. What stands around the inner marks, in the outer ones, is
// read as a report is elsewhere.
func inside(s *scan) []draft {
	var out []draft
	for n, q := range s.a.Quotes {
		if q.Outer < 0 || s.a.Quotes[q.Outer].Outer >= 0 || s.quotedBlock(q) < 0 {
			continue
		}
		outer := s.a.Quotes[q.Outer].Inner
		if d, ok := s.toldInside(n, outer); ok {
			d.content = append(d.content, q.Range)
			s.used[d.cueToken] = true
			out = append(out, d)
		}
	}
	return out
}

// toldInside is the cue beside quotation n, inside the words of the one around it.
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
	d, ok := s.cueBeside([]int{n})
	return d, ok && outer.Contains(d.cue) && (d.source.Empty() || outer.Contains(d.source))
}
