package statement

import (
	"sort"
	"strings"

	"readout"
)

// dates says for each draft when its words were said: a time that the text
// gives with the cue, the time of the same speaker's statement just before, or
// no later than publication.
func (s *scan) dates() []*readout.Date {
	out := make([]*readout.Date, len(s.drafts))
	for i := range s.drafts {
		d := &s.drafts[i]
		if x := s.saidAt(d); x >= 0 {
			out[i] = s.date(s.a.Times[x])
			continue
		}
		if p := s.sameOccasion(i, out); p >= 0 {
			inherited := *out[p]
			if !strings.HasPrefix(inherited.Basis, "as the statement before: ") {
				inherited.Basis = "as the statement before: " + inherited.Basis
			}
			out[i] = &inherited
			continue
		}
		if pub := s.a.Doc.Published; pub.Known() && d.parent < 0 {
			out[i] = &readout.Date{Value: "../" + lastDay(pub.Value), Grain: readout.GrainInterval, Basis: "no time given; on or before publication"}
		}
	}
	return out
}

// lastDay drops what is before a slash: the end of an interval.
func lastDay(value string) string { return value[strings.LastIndexByte(value, '/')+1:] }

// sameOccasion is the draft before i of the same speaker, in the same passage,
// whose time the text gives; -1 when there is none.
func (s *scan) sameOccasion(i int, dates []*readout.Date) int {
	d := &s.drafts[i]
	if d.party < 0 || d.parent >= 0 {
		return -1
	}
	for p := i - 1; p >= 0; p-- {
		o := &s.drafts[p]
		if o.parent >= 0 {
			continue
		}
		if o.party != d.party || d.sent-o.sent > 3 {
			return -1
		}
		if dates[p].Known() && dates[p].Grain != readout.GrainInterval && (o.sent == d.sent || d.pronoun || d.floating || d.sent-o.sent <= 2) {
			return p
		}
		if o.sent < d.sent {
			return -1
		}
	}
	return -1
}

// saidAt is the time expression that goes with a draft's cue: next to it, or
// at the head of its sentence; -1 when there is none.
func (s *scan) saidAt(d *draft) int {
	if d.by == "embed" {
		block := s.a.Blocks[s.a.Sentences[d.sent].Block]
		for n := len(s.a.Times) - 1; n >= 0; n-- {
			if x := s.a.Times[n]; block.Contains(x.Range) && x.Type == readout.TimexDate && x.Value != "" && !s.holds(d, x.Range) {
				return n
			}
		}
	}
	if d.cueToken < 0 {
		return -1
	}
	sent := s.a.Sentences[d.sent]
	first := sort.Search(len(s.a.Times), func(n int) bool { return s.a.Times[n].Start >= sent.Start })
	for n := first; n < len(s.a.Times) && s.a.Times[n].Start < sent.End; n++ {
		x := s.a.Times[n]
		if x.End > sent.End || x.Type != readout.TimexDate && x.Type != readout.TimexTime || s.holds(d, x.Range) {
			continue
		}
		t := s.tokenAt(x.Start)
		if s.quoteAt(t) >= 0 {
			continue
		}
		if s.behindCue(d, t) || s.headOf(sent, t, d) || s.justBefore(d, x.Range) {
			return n
		}
	}
	return -1
}

// behindCue reports that nothing but an addressee and phrases of place stands
// between the cue (and an inverted source) and token t.
func (s *scan) behindCue(d *draft, t int) bool {
	from := s.tokenAt(d.cue.End)
	if d.source.Start >= d.cue.End {
		from = s.tokenAt(d.source.End)
	}
	if t < from || t > from+12 {
		return false
	}
	for k := from; k < t; k++ {
		c := s.class(k)
		if s.quoteAt(k) >= 0 || c == readout.Verb || c == readout.Subordinator || s.punct(k) {
			return false
		}
	}
	return true
}

// headOf reports a time that opens the sentence: "On Tuesday, Ruiz said".
func (s *scan) headOf(sent readout.Sentence, t int, d *draft) bool {
	source := s.tokenAt(d.source.Start)
	if d.source.Empty() || t >= source {
		return false
	}
	if t <= sent.First+1 || t == sent.First+2 && s.class(sent.First) == readout.Adverb {
		return true
	}
	// "In a surprise move on Tuesday, Ruiz said": one phrase in front of the source
	for k := sent.First; k < source; k++ {
		c := s.class(k)
		if s.quoteAt(k) >= 0 || c == readout.Verb && s.form(k) == nil || c == readout.Auxiliary || c == readout.Subordinator {
			return false
		}
		if s.word(k) == "," && k != source-1 {
			return false
		}
	}
	return s.word(source-1) == "," && s.class(sent.First) == readout.Preposition && source-sent.First < 12
}

// justBefore reports "Ruiz on Tuesday said".
func (s *scan) justBefore(d *draft, x readout.Range) bool {
	if d.source.Empty() || x.Start < d.source.End || x.End > d.cue.Start {
		return false
	}
	return s.tokenAt(d.cue.Start)-s.tokenAt(d.source.End) <= s.tokenAt(x.End)-s.tokenAt(x.Start)+1
}

// date is a time expression as a date of the record, to the day.
func (s *scan) date(x readout.Timex) *readout.Date {
	d := &readout.Date{Value: x.Value, Grain: x.Grain, Basis: x.Basis, Weekday: x.Weekday}
	if at := strings.IndexByte(d.Value, 'T'); at > 0 && !strings.Contains(d.Value, "/") {
		d.Value, d.Grain = d.Value[:at], readout.GrainDay
	}
	if span, err := s.a.Span(x.Range); err == nil {
		d.Phrase = &span
	}
	return d
}
