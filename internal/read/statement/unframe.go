package statement

import (
	"strings"

	"readout"
)

// unframe takes the hearer, times and channels in front of what is said out of
// it, where a content begins too early.
//
//	EXAMPLE "said | Thursday | it would close" · "predicted | a decade ago that | it would flood"
//	EXAMPLE "told | his party conference | the money was gone"
func (s *scan) unframe() {
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.cueToken < 0 || d.cue.Empty() || len(d.content) == 0 || s.quoteAt(d.cueToken) >= 0 {
			continue
		}
		next := s.tokenAt(d.cue.End)
		first, end := s.tokenAt(d.content[0].Start), s.tokenAt(d.content[0].End)
		if first < next || first > next+12 {
			continue
		}
		if k := s.frameEnd(d, next, end); k > first && k < end {
			d.content[0].Start = s.a.Tokens[k].Start
		}
	}
}

// frameEnd is where the clause that is said begins behind what stands between it
// and the cue; next where that is not clear.
func (s *scan) frameEnd(d *draft, next, end int) int {
	content := d.content
	d.content = nil
	defer func() { d.content = content }()
	f := &frame{scan: s, d: d, o: &occasion{time: -1}, verb: d.cueToken}
	k := next
	if d.form != nil && d.form.Told {
		if _, head := s.nounPhrase(next, end); head >= 0 && s.a.Tokens[head].Head == d.cueToken && s.a.Tokens[head].Relation != "nsubj" {
			k = s.overAddressee(next)
		}
	}
	told := k
	k = f.walk(k, end)
	if s.low(k) == "that" && s.class(k+1) != readout.Verb {
		return k + 1
	}
	dated := f.o.time >= 0 && s.timeAt(k-1) == f.o.time
	verbal := s.class(k) == readout.Auxiliary || s.class(k) == readout.Verb && !strings.HasSuffix(s.low(k), "ing")
	if (dated || k == told && k > next) && s.opensClause(k) && !verbal {
		return k
	}
	return next
}
