package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"readout"
)

// fixed is a calendar date as far as it is given: year, quarter, half, season,
// month, day, weekday. A rule may give the year by an argument (year-1 is the
// year before the anchor's). Without a year it is the one nearest to the
// anchor that fits the tense.
func fixed(s *scene, h *hit, text string) meant {
	y, _ := strconv.Atoi(h.get(0, "YEAR"))
	reckoned := h.rule.arg("year-1", "year+0", "year+1")
	switch {
	case reckoned != "" && !s.known:
		return s.lost(text)
	case reckoned != "":
		n, _ := strconv.Atoi(strings.TrimPrefix(reckoned, "year"))
		y = s.anchor.Year() + n
	case y == 0:
		return s.yearless(h, text)
	}
	st, ok := inYear(h, y)
	if !ok {
		return unknown("%q is no day of the calendar", text)
	}
	m := absolute(st)
	if reckoned != "" {
		m = s.from(st, text, "the year of")
		if n := y - s.anchor.Year(); n != 0 {
			m = s.from(st, text, fmt.Sprintf("%+d year from", n))
		}
	}
	return season(h, m, y)
}

// inYear is the date of h in year y; false for the 30th of February.
func inYear(h *hit, y int) (stretch, bool) {
	n := func(class string) int { v, _ := strconv.Atoi(h.get(0, class)); return v }
	mo, d := n("MONTH"), n("DAY")
	switch {
	case d > 0:
		st, _ := unit("day", date(y, mo, d), 0)
		return st, st.first.Day() == d
	case mo > 0:
		return unit("month", date(y, mo, 1), 0)
	case n("QUARTER") > 0:
		q := n("QUARTER")
		if q > 4 {
			return stretch{}, false
		}
		return unit("quarter", date(y, 3*q-2, 1), 0)
	case n("HALF") > 0:
		first := date(y, 6*n("HALF")-5, 1)
		return stretch{first, first.AddDate(0, 6, -1), readout.GrainQuarter}, true
	case n("SEASON") > 0:
		first := date(y, 3*(n("SEASON")-20), 1)
		return stretch{first, first.AddDate(0, 3, -1), readout.GrainQuarter}, true
	}
	return unit("year", date(y, 1, 1), 0)
}

// season writes a season as EDTF does (2026-22 is the summer of 2026): its
// months depend on the hemisphere, so they are not the value.
func season(h *hit, m meant, y int) meant {
	if code := h.get(0, "SEASON"); code != "" && h.get(0, "MONTH") == "" && m.value != "" {
		m.value = fmt.Sprintf("%d-%s", y, code)
	}
	if h.get(0, "HALF") != "" && m.grain == readout.GrainQuarter {
		m.grain = readout.GrainInterval
	}
	return m
}

// yearless chooses the year of a date that gives none.
func (s *scene) yearless(h *hit, text string) meant {
	if !s.known {
		m := s.lost(text)
		m.weekday = weekdayName(h)
		return m
	}
	var list []stretch
	for y := s.anchor.Year() - 8; y <= s.anchor.Year()+8; y++ {
		if st, ok := inYear(h, y); ok && (absInt(y-s.anchor.Year()) < 2 || h.get(0, "DAY") == "29" || h.get(0, "WEEKDAY") != "") && onWeekday(h, st) {
			list = append(list, st)
		}
	}
	d, cue := s.points(h)
	if d == back && (s.listed("REPORT", cue) || h.from > opening && !s.listed("BACK", cue)) {
		d = nowhere // what is told or "invited", "declared" may lie ahead; not "In May he resigned"
	}
	i := s.nearest(list, d, h.rule.arg("last", "next", "this", "past", "ahead"))
	if i < 0 {
		return unknown("%q: no year near %s has it", text, s.origin)
	}
	why := "no year given; the nearest to"
	if which := h.rule.arg("last", "next", "this"); which != "" {
		why = "the one " + which + " seen from"
	}
	return season(h, s.from(list[i], text, why+because(cue)), list[i].first.Year())
}

// opening is how many atoms may stand before a date that opens a sentence.
const opening = 2

// A yearless date that would be past by more than longAgo, while the next is
// nearer than soon, is the next, where the words do not point back. Where they
// point ahead, one that ended within justNow is it when the next is longAgo
// off: news gives the year of days so far away. Found on TimeBank.
const (
	longAgo = 245 * 24 * time.Hour
	soon    = 121 * 24 * time.Hour
	justNow = 45 * 24 * time.Hour
)

// nearest picks from list (in order of time) by direction; -1: none fits.
func (s *scene) nearest(list []stretch, d direction, which string) int {
	past, next := -1, -1
	for i, st := range list {
		if !st.first.After(s.anchor) {
			past = i
		}
		if next < 0 && !st.last.Before(s.anchor) {
			next = i
		}
	}
	switch {
	case which == "this":
		for i, st := range list {
			if st.first.Year() == s.anchor.Year() {
				return i
			}
		}
	case which == "last": // "last February" in March is another year's: this year's is "last month"
		for past >= 0 && list[past].last.AddDate(0, 0, 32).After(s.anchor) {
			past--
		}
		return past
	case which == "next" && next == past && next >= 0:
		return next + 1
	case which == "next" || which == "ahead" || past < 0:
		return next
	case which == "past" || next < 0:
		return past
	}
	gone, left := s.anchor.Sub(list[past].last), list[next].first.Sub(s.anchor)
	switch {
	case d == ahead && !(left > longAgo && gone < justNow), d == nowhere && gone > longAgo && left < soon:
		return next
	}
	return past
}

func onWeekday(h *hit, st stretch) bool {
	w := h.get(0, "WEEKDAY")
	return w == "" || st.grain != readout.GrainDay || weekdayNumber(st.first) == int(w[0]-'0')
}

func absInt(n int) int { return max(n, -n) }

// days is "March 3-5".
func days(s *scene, h *hit, text string) meant {
	m := fixed(s, h, text)
	last, _ := strconv.Atoi(h.get(1, "DAY"))
	end := date(m.span.first.Year(), int(m.span.first.Month()), last)
	if m.value == "" || end.Day() != last || !end.After(m.span.first) {
		m.value, m.grain = "", ""
		return m
	}
	m.span = stretch{m.span.first, end, readout.GrainInterval}
	m.value, m.grain = m.span.String(), readout.GrainInterval
	return m
}

// years is "2019-2021".
func years(_ *scene, h *hit, text string) meant {
	a, b := h.get(0, "YEAR"), h.get(1, "YEAR")
	if b <= a {
		return unknown("%q: the years are not in order", text)
	}
	return meant{value: a + "/" + b, grain: readout.GrainInterval, basis: "as written"}
}

func isoDate(_ *scene, h *hit, text string) meant {
	t, err := time.Parse(isoDay, h.get(0, "ISO"))
	if err != nil {
		return unknown("%q is no day of the calendar", text)
	}
	st, _ := unit("day", t, 0)
	return absolute(st)
}

// allDigits is "13/03/2026". Day and month are told apart only where one is
// over twelve or both are the same; with dots the day comes first.
func allDigits(_ *scene, h *hit, text string) meant {
	v := h.get(0, "NUMERIC")
	f := strings.FieldsFunc(v, func(c rune) bool { return c == '/' || c == '.' })
	a, _ := strconv.Atoi(f[0])
	b, _ := strconv.Atoi(f[1])
	y, _ := strconv.Atoi(f[2])
	d, mo := a, b
	if b > 12 {
		d, mo = b, a
	}
	t := date(y, mo, d)
	switch {
	case t.Day() != d || int(t.Month()) != mo:
		return unknown("%q is no day of the calendar", text)
	case a != b && a <= 12 && b <= 12 && strings.Contains(v, "/"):
		return unknown("%q: day and month cannot be told apart", text)
	}
	st, _ := unit("day", t, 0)
	return absolute(st)
}

// decades is "the 1990s", in EDTF 199X.
func decades(_ *scene, h *hit, _ string) meant {
	return meant{value: h.get(0, "DECADE")[:3] + "X", grain: readout.GrainInterval, basis: "as written"}
}

// centuryOf is "the 20th century", in EDTF 19XX.
func centuryOf(_ *scene, h *hit, text string) meant {
	n, _ := strconv.Atoi(h.get(0, "NTH"))
	if n < 10 {
		return unknown("%q: not a century of four digits", text)
	}
	return meant{value: fmt.Sprintf("%02dXX", n-1), grain: readout.GrainInterval, basis: "as written"}
}
