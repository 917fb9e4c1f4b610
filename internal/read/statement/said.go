package statement

import (
	"strings"
	"time"

	"readout"
)

// dateOwn gives event n the day that the text gives with it. A day behind
// publication was not the day of saying; a time that names no day leaves it
// open, whatever was said before.
func (s *scan) dateOwn(events []event, n int) {
	e := &events[n]
	if e.time < 0 {
		e.vague = e.index >= 0 && s.pastPerfect(e.draft)
		return
	}
	x := s.a.Times[e.time]
	d := s.date(x)
	switch {
	case x.Value == "" && x.Weekday == "":
		d = s.counted(events, n, x)
	case s.afterPublication(d.Value):
		d = s.weekBefore(d)
	}
	e.said, e.vague = d, d == nil
}

// pastPerfect reports "had said", which tells of an earlier occasion.
func (s *scan) pastPerfect(d *draft) bool {
	if d.cueToken < 0 {
		return false
	}
	start, _, _, _ := s.auxiliaries(d.cueToken)
	for k := start; k < d.cueToken; k++ {
		if s.low(k) == "had" {
			return true
		}
	}
	return false
}

const isoDay = "2006-01-02"

// afterPublication reports a value that begins after the day of publication.
func (s *scan) afterPublication(value string) bool {
	pub := s.onOrBefore()
	if pub == nil || len(value) < len(isoDay) {
		return false
	}
	return value[:len(isoDay)] > strings.TrimPrefix(pub.Value, "../") && len(pub.Value) == len("../"+isoDay)
}

// weekBefore reads a weekday that was taken for one to come as the one before
// publication; nil for other days.
func (s *scan) weekBefore(d *readout.Date) *readout.Date {
	day, err := time.Parse(isoDay, d.Value)
	if err != nil || d.Phrase == nil || !strings.Contains(strings.ToLower(d.Phrase.Text), strings.ToLower(day.Weekday().String())) {
		return nil
	}
	d.Value = day.AddDate(0, 0, -7).Format(isoDay)
	if s.afterPublication(d.Value) {
		return nil
	}
	d.Basis = "\"" + d.Phrase.Text + "\": said, so before " + s.a.Doc.Published.Value
	return d
}

// Days counted from the day that the report is telling of.
var nextDay = map[string]int{
	"the next day": 1, "the following day": 1, "a day later": 1, "one day later": 1, "the day after": 1, "next day": 1, "a day after": 1,
	"the day before": -1, "a day before": -1, "a day earlier": -1, "one day earlier": -1, "the previous day": -1,
	"that day": 0, "the same day": 0, "later that day": 0, "earlier that day": 0,
}

// counted gives "a day later" its day: from the last day that a statement in the
// paragraphs before was made on, not from one that was itself counted back.
func (s *scan) counted(events []event, n int, x readout.Timex) *readout.Date {
	days, ok := nextDay[strings.ToLower(strings.Join(strings.Fields(s.text[x.Start:x.End]), " "))]
	if !ok {
		return nil
	}
	for p := n - 1; p >= 0; p-- {
		o := &events[p]
		if o.parent >= 0 || !o.said.Known() || strings.HasPrefix(o.said.Basis, countedBack) {
			continue
		}
		day, err := time.Parse(isoDay, o.said.Value)
		if err != nil || s.a.Sentences[events[n].sent].Block-s.a.Sentences[o.sent].Block > 2 {
			return nil
		}
		d := s.date(x)
		d.Value, d.Grain = day.AddDate(0, 0, days).Format(isoDay), readout.GrainDay
		d.Basis = "\"" + d.Phrase.Text + "\": counted from " + o.said.Value
		if days < 0 {
			d.Basis = countedBack + "\"" + d.Phrase.Text + "\": from " + o.said.Value
		}
		return d
	}
	return nil
}

const countedBack = "counted back, "

// fromBehind gives the opening of a report the day that the same speaker's next
// words have: it sums up what is told in full below.
func (s *scan) fromBehind(events []event) {
	for n := range events {
		e := &events[n]
		if e.index < 0 || e.said != nil || e.vague || e.party < 0 || e.parent >= 0 || !s.opening(e.sent) {
			continue
		}
		for q := n + 1; q < len(events); q++ {
			o := &events[q]
			if o.parent >= 0 || o.index < 0 {
				continue
			}
			if o.party != e.party || s.a.Sentences[o.sent].Block-s.a.Sentences[e.sent].Block > 2 {
				break
			}
			if o.said.Known() {
				if !e.differs(&o.occasion) {
					e.carry(&o.occasion)
				}
				break
			}
		}
	}
}

// opening reports a sentence of the first paragraph of the body.
func (s *scan) opening(sent int) bool {
	for n := range s.a.Blocks {
		if s.a.Blocks[n].Class == readout.Body {
			return s.a.Sentences[sent].Block == n
		}
	}
	return false
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
