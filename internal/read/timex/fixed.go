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
	if h.rule.arg("beside") != "" {
		y, _ = strconv.Atoi(h.beside("YEAR"))
	}
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
	return h.inWeek(season(h, m, y))
}

// inWeek is the week of a day, where the rule says so: "the week of March 2",
// "the first week of March".
func (h *hit) inWeek(m meant) meant {
	which := h.rule.arg("week", "weekof")
	if which == "" || m.value == "" {
		return m
	}
	day := m.span.first
	if n, _ := strconv.Atoi(h.get(0, "ORDINAL", "FINAL")); which == "weekof" {
		if day = day.AddDate(0, 0, 7*n-1); n < 0 { // the n-th seventh day of the month is in the n-th week
			day = m.span.last
		}
	}
	m.span, _ = unit("week", day, 0)
	m.value, m.tag, m.grain = m.span.String(), m.span.timex3(), m.span.grain
	return m
}

// inYear is the date of h in year y; false for the 30th of February.
func inYear(h *hit, y int) (stretch, bool) {
	n := func(classes ...string) int { v, _ := strconv.Atoi(h.get(0, classes...)); return v }
	mo, d := n("MONTH"), n("DAY")
	switch {
	case h.get(0, "HOLIDAY") != "":
		t, ok := holiday(h.get(0, "HOLIDAY"), y)
		if !ok {
			return stretch{}, false
		}
		return unit("day", t, 0)
	case d > 0:
		st, _ := unit("day", date(y, mo, d), 0)
		return st, st.first.Day() == d
	case mo > 0:
		return unit("month", date(y, mo, 1), 0)
	case n("QUARTER", "QUARTERLY") > 0:
		return unit("quarter", date(y, 3*n("QUARTER", "QUARTERLY")-2, 1), 0)
	case n("HALF") > 0:
		first := date(y, 6*n("HALF")-5, 1)
		return stretch{first, first.AddDate(0, 6, -1), readout.GrainQuarter, fmt.Sprintf("%d-H%d", y, n("HALF"))}, true
	case n("SEASON") > 0:
		first := date(y, 3*(n("SEASON")-20), 1)
		return stretch{first, first.AddDate(0, 3, -1), readout.GrainQuarter, fmt.Sprintf("%d-%s", y, seasonNames[n("SEASON")-21])}, true
	}
	return unit("year", date(y, 1, 1), 0)
}

// seasonNames are the seasons of TIMEX3, spring first.
var seasonNames = [...]string{"SP", "SU", "FA", "WI"}

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

// days is "March 3-5".
func days(s *scene, h *hit, text string) meant {
	m := fixed(s, h, text)
	last, _ := strconv.Atoi(h.get(1, "DAY"))
	end := date(m.span.first.Year(), int(m.span.first.Month()), last)
	if m.value == "" || end.Day() != last || !end.After(m.span.first) {
		m.value, m.grain = "", ""
		return m
	}
	m.span = stretch{first: m.span.first, last: end, grain: readout.GrainInterval}
	m.value, m.grain = m.span.String(), readout.GrainInterval
	return m
}

// years is "2019-2021".
func years(_ *scene, h *hit, text string) meant {
	a, b := h.get(0, "YEAR"), h.get(1, "YEAR")
	if b <= a {
		return unknown("%q: the years are not in order", text)
	}
	return meant{value: a + "/" + b, tag: a, grain: readout.GrainInterval, basis: "as written"}
}

// isoDate is a day as ISO 8601 has it, or one that everybody knows by its day
// and month, which the rule gives.
func isoDate(_ *scene, h *hit, text string) meant {
	day := h.get(0, "ISO")
	if day == "" && len(h.rule.args) > 0 {
		day = h.rule.args[0]
	}
	t, err := time.Parse(isoDay, day)
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
		m := unknown("%q: day and month cannot be told apart", text)
		m.tag = date(y, a, b).Format(isoDay) // as Americans write it
		return m
	}
	st, _ := unit("day", t, 0)
	return absolute(st)
}

// decades is "the 1990s", in EDTF 199X.
func decades(_ *scene, h *hit, _ string) meant {
	return manyYears(h.get(0, "DECADE", "DECADES")[:3], 1)
}

// centuryOf is "the 20th century", in EDTF 19XX.
func centuryOf(_ *scene, h *hit, text string) meant {
	n, _ := strconv.Atoi(h.get(0, "NTH"))
	if n < 10 {
		return unknown("%q: not a century of four digits", text)
	}
	return manyYears(fmt.Sprintf("%02d", n-1), 2)
}

// manyYears are the years that begin with some digits: "199" has a decade, "19"
// a century.
func manyYears(digits string, open int) meant {
	return meant{value: digits + strings.Repeat("X", open), tag: digits, grain: readout.GrainInterval, basis: "as written"}
}
