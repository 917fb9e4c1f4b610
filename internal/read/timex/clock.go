package timex

import (
	"fmt"
	"strconv"
	"strings"

	"readout"
)

// clock is a time of day. Its day is found later, beside it (join) or in the
// same sentence.
func clock(_ *scene, h *hit, text string) meant {
	t := h.get(0, "HHMM", "HOURS", "CLOCK")
	if t == "" {
		t = h.rule.arg("00:00", "12:00", "24:00")
	}
	hour, _ := strconv.Atoi(t[:2])
	if half := h.get(0, "AMPM"); half != "" {
		if hour %= 12; half == "pm" {
			hour += 12
		}
	} else if h.rule.arg("half") != "" {
		return meant{basis: fmt.Sprintf("%q: morning or evening is not said", text)}
	}
	m := meant{clock: fmt.Sprintf("%02d:%s%s", hour, t[3:], h.get(0, "ZONE"))}
	return m
}

// onDay gives a time of day its day.
func (m *meant) onDay(day, text string) {
	m.value, m.grain = day+"T"+m.clock, readout.GrainTime
	m.basis = fmt.Sprintf("%q on %s", text, day)
}

// partOfDay is "Friday night", "this morning", "last night": a TIME whose
// value is the day, since EDTF has no parts of a day.
func partOfDay(s *scene, h *hit, text string) meant {
	if h.get(0, "WEEKDAY") != "" {
		return weekday(s, h, text)
	}
	if h.get(0, "MONTH") != "" {
		return fixed(s, h, text)
	}
	return shift(s, h, text)
}

// duration is a length of time as an ISO 8601 period; a length that is not
// told ("several weeks") or not one period ("two to three weeks") has no value.
func duration(_ *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	number := strings.TrimPrefix(strconv.Itoa(n), "-")
	if dec := h.get(0, "NUMBER"); !ok && strings.Contains(dec, ".") {
		number, ok = dec, true
	}
	if h.rule.arg("half") != "" {
		if number == "0" {
			number = ""
		}
		if name == "hour" || number == "" {
			return halves(name, number)
		}
		number += ".5"
	}
	value := period(number, name)
	if !ok || h.get(1, "NUMBER") != "" || value == "" {
		return meant{typ: readout.TimexDuration, basis: fmt.Sprintf("%q: the number is not given", text)}
	}
	return meant{typ: readout.TimexDuration, value: value, basis: "as written"}
}

// halves is "half an hour", "one and a half hours", "half a year".
func halves(name, number string) meant {
	value := map[string]string{"day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}[name]
	if name == "hour" {
		value = "PT30M"
		if number != "" {
			value = "PT" + number + "H30M"
		}
	}
	return meant{typ: readout.TimexDuration, value: value, basis: "as written"}
}

// set is "every day", "weekly", "twice a year", "each Friday".
func set(_ *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	if !ok {
		n = 1
	}
	m := meant{value: period(strconv.Itoa(n), name), basis: "as written"}
	if w := weekdayName(h); w != "" {
		m.value, m.weekday = "P1W", w
	}
	if m.value == "" {
		m.basis = fmt.Sprintf("%q: how often is not given", text)
	}
	return m
}

// vague is a time that no calendar has: "recently", "in the coming weeks".
func vague(_ *scene, _ *hit, text string) meant { return unknown("%q names no date", text) }
