package statement

import "readout"

// sisters ends what somebody says before a clause of somebody else that the parse
// hangs beside its cue or above it, and not below: that is the report's own again, or
// another thing told in the same breath.
//
//	EXAMPLE "said he had offered two ships | and Ruiz had asked whether they could float"
//	EXAMPLE "the plan, which Ruiz promised to print and has not, | Tarn declined to discuss"
func (s *scan) sisters() {
	same := s.bySentence()
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.cueToken < 0 || d.shared || d.source.Empty() || s.quoteAt(d.cueToken) >= 0 {
			continue
		}
		for _, j := range same[d.sent] {
			if o := &s.drafts[j]; j != i && o.cueToken >= 0 && o.cueToken < s.tokenAt(d.source.Start) && s.beside(o, d) {
				s.endBefore(o, d.source)
			}
		}
	}
}

// beside reports that draft d, told behind o's cue, is not part of what o says.
func (s *scan) beside(o, d *draft) bool {
	if s.below(o.cueToken, d.cueToken) {
		return true
	}
	if k := s.nounSaid(o); k >= 0 && len(s.dependents(d.cueToken, "nsubj")) > 0 && !s.below(d.cueToken, k) {
		return true
	}
	return s.joinedTo(d.cueToken, o.cueToken) && !s.perfect(d, "had")
}

// nounSaid is the noun that a draft's content is, behind its cue; -1 for none.
func (s *scan) nounSaid(d *draft) int {
	for _, k := range s.dependents(d.cueToken, "obj") {
		if len(d.content) > 0 && d.content[0].Contains(s.a.Tokens[k].Range) && len(s.dependents(d.cueToken, "ccomp", "xcomp")) == 0 {
			return k
		}
	}
	return -1
}

// below reports that token k hangs, near or far, on token top.
func (s *scan) below(k, top int) bool {
	for range 40 {
		if k = s.a.Tokens[k].Head; k < 0 || k == top {
			break
		}
	}
	return k == top
}

// partOf reports that the verb at token k is in what hangs on token top, and not joined
// to it by "and".
func (s *scan) partOf(k, top int) bool {
	for range 40 {
		if k < 0 || s.a.Tokens[k].Relation == "conj" || s.a.Tokens[k].Relation == "parataxis" {
			return false
		}
		if k = s.a.Tokens[k].Head; k == top {
			return true
		}
	}
	return false
}

// joinedTo reports that "and" joins the verb at token k, with a subject of its own, to
// the one at token first.
func (s *scan) joinedTo(k, first int) bool {
	if len(s.dependents(k, "nsubj")) == 0 {
		return false
	}
	for range 4 {
		if s.a.Tokens[k].Relation != "conj" || s.a.Tokens[k].Head < 0 {
			return false
		}
		if k = s.a.Tokens[k].Head; k == first {
			return true
		}
	}
	return false
}

// endBefore ends the content of a draft in front of another's source, and of the
// conjunction there.
func (s *scan) endBefore(d *draft, source readout.Range) {
	if len(d.content) == 0 {
		return
	}
	c := &d.content[len(d.content)-1]
	k := s.tokenAt(source.Start)
	for k > 0 && (s.comma(k-1) || s.class(k-1) == readout.Conjunction) {
		k--
	}
	if first := s.tokenAt(c.Start); c.Contains(source) && k > first && s.quoteAt(k-1) < 0 {
		c.End = s.a.Tokens[k-1].End
	}
}
