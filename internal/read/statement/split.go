package statement

import "readout"

// splitThat parts quotations that "and that" joins, so that all that is said stands in
// quotation marks: `said that "a" and that "b"`.
func (s *scan) splitThat() {
	for n := range s.drafts {
		d := &s.drafts[n]
		var out []readout.Range
		for _, c := range d.content {
			out = append(out, s.partsAt(c)...)
		}
		d.content = out
	}
}

// partsAt is a content that begins with a quotation, cut where "and that" and another
// quotation follow one.
func (s *scan) partsAt(c readout.Range) []readout.Range {
	first := s.tokenAt(c.Start)
	if first >= len(s.a.Tokens) || s.quoteAt(first) < 0 {
		return []readout.Range{c}
	}
	for k := first + 1; k+2 < len(s.a.Tokens) && s.a.Tokens[k+2].End <= c.End; k++ {
		if s.class(k) == readout.Conjunction && s.low(k+1) == "that" && s.quoteAt(k) < 0 && s.quoteAt(k-1) >= 0 && s.quoteAt(k+2) >= 0 {
			return append([]readout.Range{{Start: c.Start, End: s.a.Tokens[k-1].End}}, s.partsAt(readout.Range{Start: s.a.Tokens[k+2].Start, End: c.End})...)
		}
	}
	return []readout.Range{c}
}
