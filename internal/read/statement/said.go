package statement

import (
	"slices"
	"strings"
	"time"

	"readout"
)

// dateOwn gives event n the day that the text gives with it. A day behind
// publication was not the day of saying; a time that names no day leaves it
// open, whatever was said before.
func (s *scan) dateOwn(events []event, n int) {
	e := &events[n]
	if e.at.time < 0 {
		if e.at.said = s.earlierToday(events, n); e.at.said != nil {
			e.at.vague = false
			return
		}
		e.at.vague = e.at.vague || e.index >= 0 && s.perfect(e.draft, "had")
		return
	}
	x := s.a.Times[e.at.time]
	d := s.date(x)
	switch {
	case x.Value == "" && x.Weekday == "", strings.HasSuffix(strings.ToLower(s.text[x.Start:x.End]), "the day"):
		d = s.counted(events, n, x) // "earlier in the day": of which, the text must tell
	case s.afterPublication(d.Value):
		d = s.weekBefore(d)
	}
	e.at.said, e.at.vague = d, d == nil
}

// earlierToday gives what "Earlier," opens the day of publication, where what was
// told before it is of that day; nil elsewhere.
func (s *scan) earlierToday(events []event, n int) *readout.Date {
	if pub := s.a.Doc.Published; events[n].at.earlier && pub.Known() {
		for p := n - 1; p >= max(0, n-far); p-- {
			if o := &events[p]; o.parent < 0 && o.at.said.Known() {
				if o.at.said.Value != pub.Value {
					return nil
				}
				return &readout.Date{Value: pub.Value, Grain: readout.GrainDay, Basis: "\"Earlier\": on the day of what is told before it"}
			}
		}
	}
	return nil
}

// perfect reports "had said", which tells of an earlier occasion, or another of
// these auxiliaries.
func (s *scan) perfect(d *draft, auxiliaries ...string) bool {
	if d.cueToken < 0 {
		return false
	}
	start, _, _, _ := s.auxiliaries(d.cueToken)
	for k := start; k < d.cueToken; k++ {
		if slices.Contains(auxiliaries, s.low(k)) {
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

// counted gives "a day later" its day: from the last day that a statement in the
// paragraphs before was made on, not from one that was itself counted back.
func (s *scan) counted(events []event, n int, x readout.Timex) *readout.Date {
	days, ok := s.daysOn(strings.ToLower(strings.Join(strings.Fields(s.text[x.Start:x.End]), " ")))
	for p := n - 1; ok && p >= 0 && s.blocksBetween(events[p].sent, events[n].sent) <= 2; p-- {
		o := &events[p]
		if o.parent >= 0 || !o.at.said.Known() || strings.HasPrefix(o.at.said.Basis, countedBack) {
			continue
		}
		day, err := time.Parse(isoDay, o.at.said.Value)
		if err != nil {
			return nil
		}
		d := s.date(x)
		d.Value, d.Grain = day.AddDate(0, 0, days).Format(isoDay), readout.GrainDay
		d.Basis = "\"" + d.Phrase.Text + "\": counted from " + o.at.said.Value
		if days < 0 {
			d.Basis = countedBack + "\"" + d.Phrase.Text + "\": from " + o.at.said.Value
		}
		return d
	}
	return nil
}

const countedBack = "counted back, "

// daysOn is how many days a phrase counts on from the day before it in the text.
func (s *scan) daysOn(phrase string) (days int, ok bool) {
	for days, kind := range map[int]string{1: "dayafter", -1: "daybefore", 0: "sameday"} {
		if s.l.Occasion.Has(phrase, kind) {
			return days, true
		}
	}
	return 0, false
}

// fromBehind gives the opening of a report the day that the same speaker's next
// words have: it sums up what is told in full below.
func (s *scan) fromBehind(events []event) {
	for n := range events {
		e := &events[n]
		if e.index < 0 || e.at.said != nil || e.at.vague || e.party < 0 || e.parent >= 0 || !s.opening(e.sent) {
			continue
		}
		for q := n + 1; q < len(events); q++ {
			o := &events[q]
			if o.parent >= 0 || o.index < 0 {
				continue
			}
			if o.party != e.party || s.blocksBetween(e.sent, o.sent) > 2 {
				break
			}
			if o.at.said.Known() {
				if s.fresh(o.at.said) && !s.differs(&e.at, &o.at) {
					e.at.carry(&o.at, "as the same speaker's words below: ")
				}
				break
			}
		}
	}
}

// fresh reports a day of the week that ends with publication.
func (s *scan) fresh(d *readout.Date) bool {
	day, err := time.Parse(isoDay, d.Value)
	if pub := s.a.Doc.Published; err == nil && pub.Known() {
		last, bad := time.Parse(isoDay, pub.Value)
		return bad == nil && last.Sub(day) <= 7*24*time.Hour
	}
	return false
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
