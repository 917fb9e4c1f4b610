package timex

import (
	"fmt"
	"strconv"

	"readout"
)

// shift is the unit n units from the anchor's: "last week", "two days ago".
func shift(s *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	switch {
	case !ok:
		return vague(s, h, text)
	case !s.known:
		return s.lost(text)
	case n == 0 && spans[name] > 1:
		return s.thisMany(name, text)
	}
	name, n = calendarUnit(name, n)
	if name == "year" && h.rule.arg("half") != "" { // "two and a half years ago"
		name, n = "month", 12*n-6
	}
	st, ok := unit(name, s.anchor, n)
	switch {
	case !ok:
		return unknown("%q: the hour it is reckoned from is not known", text)
	case st.first.Year() < 1000:
		return vague(s, h, text)
	}
	m := s.from(st, text, distance(n, name))
	if h.rule.arg("length") != "" { // "the past year" may be the twelve months to now
		m.kind, m.tag = readout.TimexDuration, periodTag(strconv.Itoa(absInt(n)), name)
	}
	return m
}

// spans are the years of the units that are longer than one.
var spans = map[string]int{"decade": 10, "century": 100}

// calendarUnit is n units in those that the calendar numbers.
func calendarUnit(name string, n int) (string, int) {
	switch {
	case name == "fortnight":
		return "week", 2 * n
	case spans[name] > 0:
		return "year", spans[name] * n
	}
	return name, n
}

// thisMany is "this decade", "this century".
func (s *scene) thisMany(name, text string) meant {
	open := len(strconv.Itoa(spans[name])) - 1
	m := manyYears(s.anchor.Format("2006")[:4-open], open)
	m.relative, m.basis = true, fmt.Sprintf("%q: the %s of %s", text, name, s.origin)
	return m
}

// distance is n units from the anchor, as a Basis says it.
func distance(n int, name string) string {
	switch {
	case n < 0:
		return count(-n, name) + " before"
	case n > 0:
		return count(n, name) + " after"
	}
	return "the " + name + " of"
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

// deadline is "in three days", "within 48 hours": the day, week, month or year
// so far from the anchor where the words point ahead; else only a period.
func deadline(s *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	d, cue := s.points(h)
	length := duration(s, h, text)
	if !ok || d != ahead {
		return length
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
		return length
	}
	st, ok := unit(exact, t, 0)
	if !ok {
		st, _ = unit("year", t, 0)
	}
	m := s.from(st, text, count(n, name)+" after"+because(cue))
	m.kind, m.tag = readout.TimexDuration, length.tag
	if within {
		m.basis += ", at the latest"
	}
	return m
}
