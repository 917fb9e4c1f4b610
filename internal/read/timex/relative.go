package timex

import (
	"fmt"
	"strings"

	"readout"
)

// weekday is a day named by its weekday. A bare one is the day of the anchor
// or before, unless the words point ahead: in news the past is right nearly
// always, and a day is named, not dated, only within about a week.
func weekday(s *scene, h *hit, text string) meant {
	if !s.known {
		m := s.lost(text)
		m.weekday = weekdayName(h)
		return m
	}
	wd := int(h.get(0, "WEEKDAY")[0] - '0')
	gap := (weekdayNumber(s.anchor) - wd + 7) % 7 // days since that weekday
	which := h.rule.arg("last", "next", "this")
	d, cue := s.points(h)
	n, why := -gap, "before"
	switch {
	case which == "last" && gap == 0:
		n = -7
	case which == "last":
	case which == "next":
		n, why = 7-gap, "after"
	case which == "this" && d != ahead:
		if n, why = wd-weekdayNumber(s.anchor), "in the week of"; gap == 0 {
			why = "the day of"
		}
	case gap == 0:
		why = "the day of"
	case d == ahead || which == "this":
		n, why = 7-gap, "after"
	}
	st, _ := unit("day", s.anchor, n)
	return s.from(st, text, why+because(cue))
}

// weekdayName is the weekday of an expression in English, as Timex.Weekday has
// it; the value of the class is "5 Friday".
func weekdayName(h *hit) string {
	_, name, _ := strings.Cut(h.get(0, "WEEKDAY", "WEEKDAYS"), " ")
	return name
}

// shift is the unit n units from the anchor's: "last week", "two days ago".
func shift(s *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	if name == "fortnight" {
		name, n = "week", 2*n
	}
	if name == "decade" {
		name, n = "year", 10*n
	}
	if !ok {
		return vague(s, h, text)
	}
	if !s.known {
		return s.lost(text)
	}
	st, ok := unit(name, s.anchor, n)
	if !ok {
		return unknown("%q: the hour it is reckoned from is not known", text)
	}
	switch {
	case n == 0:
		return s.from(st, text, "the "+name+" of")
	case n < 0:
		return s.from(st, text, fmt.Sprintf("%s before", count(-n, name)))
	}
	return s.from(st, text, fmt.Sprintf("%s after", count(n, name)))
}

func count(n int, name string) string {
	if n == 1 {
		return "1 " + name
	}
	return fmt.Sprintf("%d %ss", n, name)
}

func sofar(s *scene, h *hit, text string) meant {
	name, _, _ := unitOf(h)
	st, ok := unit(name, s.anchor, 0)
	if !s.known || !ok {
		return s.lost(text)
	}
	m := s.from(s.clip(st, false), text, "from the start of the "+name+" to")
	return m
}

func rest(s *scene, h *hit, text string) meant {
	name, _, _ := unitOf(h)
	st, ok := unit(name, s.anchor, 0)
	if !s.known || !ok {
		return s.lost(text)
	}
	return s.from(s.clip(st, true), text, "to the end of the "+name+" from")
}

// weekend without "last" or "next" is the one that has begun, unless the words
// point ahead.
func weekend(s *scene, h *hit, text string) meant {
	if !s.known {
		return s.lost(text)
	}
	in := weekdayNumber(s.anchor) >= 6
	d, cue := s.points(h)
	n, why := -1, "before"
	switch which := h.rule.arg("last", "next", "this"); {
	case which == "last":
	case which == "next" && in:
		n, why = 1, "after"
	case which == "next":
		n, why = 0, "after"
	case in:
		n, why = 0, "around"
	case d == ahead || which == "this" && d == nowhere:
		n, why = 0, "after"
	}
	st, _ := unit("weekend", s.anchor, n)
	return s.from(st, text, "the weekend "+why+because(cue))
}

// deadline is "in three days", "within 48 hours": the day, week, month or year
// so far from the anchor where the words point ahead; else only a period.
func deadline(s *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	d, cue := s.points(h)
	if !ok || d != ahead {
		return duration(s, h, text)
	}
	if name == "hour" && n%24 == 0 && n > 0 {
		name, n = "day", n/24
	}
	within := h.rule.arg("within") != ""
	exact := name
	if within && (name == "week" || name == "fortnight") {
		exact = "day"
	}
	if within && (name == "year" || name == "decade" || name == "quarter") {
		exact = "month"
	}
	if !s.known {
		return s.lost(text)
	}
	if name == "fortnight" {
		name, n = "week", 2*n
	}
	t, ok := add(s.anchor, name, n)
	if !ok {
		return duration(s, h, text)
	}
	st, ok := unit(exact, t, 0)
	if !ok {
		st, _ = unit("year", t, 0)
	}
	m := s.from(st, text, count(n, name)+" after"+because(cue))
	if within {
		m.basis += ", at the latest"
	}
	return m
}

// after is n units from the date that stands before it in the same block: "the
// next day", "two weeks later". With "else", where there is no such date and
// the words point ahead, it is reckoned from the anchor.
func after(s *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	b := s.before
	if d, _ := s.points(h); b == nil && d == ahead && h.rule.arg("else") != "" {
		return shift(s, h, text)
	}
	if b == nil || !ok || b.value == "" {
		return unknown("%q: no date before it to reckon from", text)
	}
	if name == "fortnight" {
		name, n = "week", 2*n
	}
	t, ok := add(b.span.first, name, n)
	st, fits := unit(name, t, 0)
	switch {
	case name == "week" && b.grain == readout.GrainDay:
		st, fits = unit("day", t, 0)
	case name == "year" && (b.grain == readout.GrainQuarter || b.grain == readout.GrainMonth):
		st, fits = unit(string(b.grain), t, 0)
	}
	if !ok || !fits || !finer(b.grain, st.grain) {
		return unknown("%q: %s is too coarse to reckon from", text, b.value)
	}
	m := absolute(st)
	m.relative = b.relative
	m.aside = n < 0 // the story goes on where it was: "up from ... a year earlier"
	m.basis = fmt.Sprintf("%q: %+d %s from %s", text, n, name, b.value)
	return m
}

// same is the unit that the date before it in the block lies in: "that day".
// Where there is none, "earlier in the day" is the anchor's.
func same(s *scene, h *hit, text string) meant {
	name, _, _ := unitOf(h)
	if b := s.before; b != nil && b.value != "" && finer(b.grain, grainOf[name]) {
		st, _ := unit(name, b.span.first, 0)
		m := absolute(st)
		m.relative = b.relative
		m.basis = fmt.Sprintf("%q: the %s of %s", text, name, b.value)
		return m
	}
	if h.rule.arg("else") == "" {
		return unknown("%q: no date before it to reckon from", text)
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
