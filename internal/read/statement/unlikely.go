package statement

import (
	"slices"

	"readout"
)

// unlikely reports a find of rules that only looks like an attribution: its verb has
// another sense here, as the parse shows, and the encoder does not see it.
func (s *scan) unlikely(d *draft) bool {
	if d.by != "cue" && d.by != "participle" && d.by != "qualified" || d.form == nil || len(d.content) == 0 || s.hasQuotation(d.content) {
		return false
	}
	first := s.tokenAt(d.content[0].Start)
	switch {
	case d.form.Lemma == "tell" && !s.governed(d): // "told the truth"
		return true
	case d.form.Lemma == "deny" && s.withheld(d): // "denied the ship a berth"
		return true
	case s.low(first) == "to" && s.a.Tokens[first].UPOS == "ADP" && s.l.Occasion.Has(d.form.Lemma, "to") && (s.medium(d) || s.ownShort(s.text[d.source.Start:d.source.End])) && !s.clause(d): // "The Post wrote to the ministry and got no reply"
		return true
	case d.probability > 0:
		return false
	case d.party < 0 && s.relative(s.tokenAt(d.source.Start)) && s.tokenAt(d.source.Start) == s.tokenAt(d.source.End)-1: // "asked who had ordered it"
		return true
	case (d.form.Lemma == "dismiss" || d.form.Lemma == "reject") && persons[s.low(first)]: // "dismissed him in May"
		return true
	case d.form.Lemma == "refuse" && s.low(first) == "to": // "the mule refused to cross"
		return true
	}
	return d.form.Clause && !d.form.Noun && !d.form.Called && !d.form.Quote && s.low(first) != "to" && !s.governed(d) // "held the door"
}

var persons = map[string]bool{"him": true, "her": true, "them": true, "me": true, "us": true, "himself": true, "herself": true}

// withheld reports "denied" of what is asked for, not of what is asserted: it has
// somebody to whom it is denied, by the parse, or is a way in or out.
func (s *scan) withheld(d *draft) bool {
	for _, k := range s.dependents(d.cueToken, "obl") {
		if s.low(s.under(k, "case")) == "to" {
			return true
		}
	}
	o := s.nounSaid(d)
	return len(s.dependents(d.cueToken, "iobj")) > 0 || o >= 0 && s.l.Occasion.Has(s.low(o), "leave")
}

// governed reports that what is said is a clause of the cue's: behind "that", by the
// parse, or in front of it.
func (s *scan) governed(d *draft) bool {
	if first := s.tokenAt(d.content[0].Start); d.content[0].Start < d.cue.Start || s.low(first-1) == "that" || s.low(first-1) == "of" || s.low(first-1) == "about" || s.low(first) == "to" || isWh(s.low(first)) || s.low(first) == "whether" || s.low(first) == "if" {
		return true
	}
	holds := func(k int) bool {
		return slices.ContainsFunc(d.content, func(c readout.Range) bool { return c.Contains(s.a.Tokens[k].Range) })
	}
	return slices.ContainsFunc(s.dependents(d.cueToken, "ccomp", "xcomp", "parataxis"), holds)
}

// unheard reports a noun without a known owner that the encoder does not take for a cue.
func (s *scan) unheard(d *draft) bool {
	return d.by == "noun" && (d.party < 0 || d.cue.Empty()) && d.probability == 0
}

// doubled reports a draft of rules alone that has a part of what another of the
// sentence says for the same party, and no cue in it: "she wrote back: the buses, she
// said, were parked".
func (s *scan) doubled(d *draft, same []int) bool {
	if d.probability > 0 || d.by != "cue" || len(d.content) != 1 {
		return false
	}
	return slices.ContainsFunc(same, func(n int) bool {
		o := &s.drafts[n]
		return o.party == d.party && o.cueToken != d.cueToken && len(o.content) > 1 && s.holds(o, d.content[0]) && !s.holds(o, d.cue)
	})
}

// bySentence is the drafts of each sentence.
func (s *scan) bySentence() map[int][]int {
	out := map[int][]int{}
	for n := range s.drafts {
		out[s.drafts[n].sent] = append(out[s.drafts[n].sent], n)
	}
	return out
}
