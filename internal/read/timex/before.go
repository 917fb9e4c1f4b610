package timex

import (
	"fmt"
	"strconv"
	"time"

	"readout"
)

// after is n units from the date that stands before it, in the same block or in
// the one before: "the next day", "two weeks later". With "else", where there is
// no such date and the words point ahead, it is reckoned from the anchor.
func after(s *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	b := s.seen.before
	if d, _ := s.points(h); b == nil && d == ahead && h.rule.arg("else") != "" {
		return shift(s, h, text)
	}
	if b == nil || !ok || b.value == "" {
		return s.loose(unknown("%q: no date before it to reckon from", text), name, n)
	}
	name, n = calendarUnit(name, n)
	t, ok := add(b.span.first, name, n)
	st, fits := unit(name, t, 0)
	switch {
	case name == "week" && b.grain == readout.GrainDay && h.get(0, "NUMBER") != "":
		st, fits = unit("day", t, 0)
	case name == "year" && (b.grain == readout.GrainQuarter || b.grain == readout.GrainMonth):
		st, fits = unit(string(b.grain), t, 0)
	}
	if !ok || !fits || !finer(b.grain, st.grain) {
		return s.loose(unknown("%q: %s is too coarse to reckon from", text, b.value), name, n)
	}
	m := absolute(st)
	m.relative = b.relative
	m.aside = n < 0 // the story goes on where it was: "up from ... a year earlier"
	m.basis = fmt.Sprintf("%q: %+d %s from %s", text, n, name, b.value)
	return m
}

// gap is the distance to something that has no date here: "four hours before
// the deadline". TIMEX3 takes it for a length.
func gap(s *scene, h *hit, text string) meant {
	length := duration(s, h, text)
	m := unknown("%q: what it is reckoned from has no date", text)
	m.kind, m.tag = readout.TimexDuration, length.tag
	return m
}

// loose gives m what TIMEX3 is told of "a year earlier" and "two days later"
// where no date stands before them: one unit is reckoned from the anchor, as in
// "a year ago"; more are a length.
func (s *scene) loose(m meant, name string, n int) meant {
	st, ok := unit(name, s.anchor, n)
	if ok && s.known && absInt(n) == 1 {
		m.tag = st.timex3()
		return m
	}
	m.kind, m.tag = readout.TimexDuration, periodTag(strconv.Itoa(absInt(n)), name)
	return m
}

// same is the unit that the date before it lies in: "that day".
// Where there is none, "earlier in the day" is the anchor's.
func same(s *scene, h *hit, text string) meant {
	name, _, _ := unitOf(h)
	if b := s.seen.before; b != nil && b.value != "" && finer(b.grain, grainOf[name]) {
		st, _ := unit(name, b.span.first, 0)
		m := absolute(st)
		m.relative = b.relative
		m.basis = fmt.Sprintf("%q: the %s of %s", text, name, b.value)
		return m
	}
	if h.rule.arg("else") == "" {
		m := unknown("%q: no date before it to reckon from", text)
		if day, ok := s.someDay(); ok {
			st, _ := unit(name, day, 0)
			m.tag = st.timex3()
		}
		return m
	}
	if !s.known {
		return s.lost(text)
	}
	st, _ := unit(name, s.anchor, 0)
	return s.from(st, text, "no day before it in the text; the "+name+" of")
}

var grainOf = map[string]readout.Grain{"day": readout.GrainDay, "week": readout.GrainWeek, "month": readout.GrainMonth,
	"quarter": readout.GrainQuarter, "year": readout.GrainYear}

// finer reports whether a date of grain a tells which b it lies in.
func finer(a, b readout.Grain) bool {
	rank := map[readout.Grain]int{readout.GrainDay: 1, readout.GrainWeek: 2, readout.GrainMonth: 3, readout.GrainQuarter: 4, readout.GrainYear: 5}
	return rank[a] > 0 && rank[a] <= rank[b]
}

// someDay is the day that TIMEX3 is told of a time without one: the last of the
// text before, else the anchor's; false where there is none.
func (s *scene) someDay() (time.Time, bool) {
	if s.seen.day.IsZero() {
		return s.anchor, s.known
	}
	return s.seen.day, true
}
