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

// cutOff ends what is said in front of a second cue of the same speaker that the parse
// joins to the first, "calling for rain and [warning of] thirst", and in front of a clause
// that tells when it was said.
func (s *scan) cutOff() {
	same := s.bySentence()
	for n := range s.drafts {
		d := &s.drafts[n]
		if d.cueToken < 0 || len(d.content) != 1 || d.content[0].Start < d.cue.Start || s.quoteAt(d.cueToken) >= 0 {
			continue
		}
		for _, m := range same[d.sent] {
			if o := &s.drafts[m]; o.cueToken > d.cueToken && s.holds(d, o.cue) && s.coordinate(o, d) {
				s.endAt(d, s.tokenAt(s.ownStart(o)))
			}
		}
		if first := s.tokenAt(d.content[0].Start); !s.clause(d) && s.low(first) != "to" && s.low(first-1) != "to" {
			continue
		}
		for _, k := range s.dependents(d.cueToken, "advcl") {
			first, end := s.subtree(k)
			if w := s.low(first); (w == "when" || w == "before" || w == "after") && end >= s.tokenAt(d.content[0].End) && s.quoteAt(first) < 0 {
				s.endAt(d, first)
			}
		}
	}
}

// ownStart is where a draft's own words begin: its source's, where that stands in front.
func (s *scan) ownStart(d *draft) int {
	if !d.shared && !d.source.Empty() {
		return min(d.source.Start, d.cue.Start)
	}
	return d.cue.Start
}

// coordinate reports that a draft's cue stands beside an earlier one, by the parse or as a
// participle behind "and".
func (s *scan) coordinate(o, d *draft) bool {
	t := s.a.Tokens[o.cueToken]
	return t.Relation == "conj" && t.Head == d.cueToken || o.by == "participle" && d.by == "participle" && s.low(o.cueToken-1) == "and" && t.UPOS != "VERB"
}

// endAt ends the content of a draft in front of token k and the "and" or comma there.
func (s *scan) endAt(d *draft, k int) {
	for s.class(k-1) == readout.Conjunction || s.word(k-1) == "," || s.class(k-1) == readout.Adverb {
		k--
	}
	if first := s.tokenAt(d.content[0].Start); k > first {
		d.content[0] = s.span(first, k)
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
