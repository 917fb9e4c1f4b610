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

// untime takes the clause that tells when something was promised or asked off what is to
// be done, which no past tense can be part of.
//
//	EXAMPLE "vowed to close the mine | when she took office last year"
func (s *scan) untime() {
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.cueToken < 0 || len(d.content) != 1 || d.form == nil || d.form.Act == readout.ActState || s.quoteAt(d.cueToken) >= 0 {
			continue
		}
		c := &d.content[0]
		first, end := s.tokenAt(c.Start), s.tokenAt(c.End)
		if s.low(first) != "to" && s.low(first-1) != "to" {
			continue
		}
		for k := first + 2; k < end; k++ {
			if low := s.low(k); (low == "when" || low == "as" || low == "after") && s.quoteAt(k) < 0 && s.toldOfPast(k, end) {
				c.End = s.a.Tokens[k-1].End
				break
			}
		}
	}
}

// toldOfPast reports a clause that the word at token k opens, up to the end, of what
// was done at a time that it gives.
func (s *scan) toldOfPast(k, end int) bool {
	v := s.a.Tokens[k].Head
	if v <= k || v >= end || s.a.Tokens[v].UPOS != "VERB" || s.under(v, "aux") >= 0 || !s.l.Occasion.Has(s.low(v), "past") && !s.pastForm(v) {
		return false
	}
	for j := v; j < end; j++ {
		if s.timeAt(j) >= 0 {
			return true
		}
	}
	return false
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
