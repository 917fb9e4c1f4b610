package timex

import (
	"fmt"
	"strconv"
	"strings"

	"readout"
)

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
	if whole, half, _ := strings.Cut(number, "."); half == "5" && smaller[name] != "" && ok {
		return meant{typ: readout.TimexDuration, value: value, tag: period(whole, name) + smaller[name], basis: "as written"}
	}
	if !ok || h.get(1, "NUMBER") != "" || value == "" {
		return meant{typ: readout.TimexDuration, tag: periodTag("X", name), basis: fmt.Sprintf("%q: the number is not given", text)}
	}
	return meant{typ: readout.TimexDuration, value: value, tag: periodTag(number, name), basis: "as written"}
}

// smaller is half a unit in the next smaller one, as TIMEX3 has it: P2Y6M.
var smaller = map[string]string{"minute": "30S", "hour": "30M", "day": "T12H", "year": "6M"}

// halves is "half an hour", "one and a half hours", "half a year".
func halves(name, number string) meant {
	value := map[string]string{"day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}[name]
	if name == "hour" {
		value = "PT30M"
		if number != "" {
			value = "PT" + number + "H30M"
		}
	}
	return meant{typ: readout.TimexDuration, value: value, tag: value, basis: "as written"}
}

// set is "every day", "weekly", "twice a year", "each Friday".
func set(_ *scene, h *hit, text string) meant {
	name, n, ok := unitOf(h)
	if !ok {
		n = 1
	}
	m := meant{value: period(strconv.Itoa(n), name), tag: periodTag(strconv.Itoa(n), name), basis: "as written"}
	if w := weekdayName(h); w != "" {
		m.value, m.weekday = "P1W", w
		m.tag = "XXXX-WXX-" + h.get(0, "WEEKDAY", "WEEKDAYS")[:1] + h.dayPart()
	}
	if n, err := strconv.Atoi(h.get(0, "MONTH")); err == nil {
		m.value, m.tag = "P1Y", fmt.Sprintf("XXXX-%02d", n)
	}
	if n, err := strconv.Atoi(h.get(0, "SEASON")); err == nil {
		m.value, m.tag = "P1Y", "XXXX-"+seasonNames[n-21]
	}
	if m.value == "" {
		m.basis = fmt.Sprintf("%q: how often is not given", text)
	}
	return m
}

// vague is a time that no calendar has: "recently", "in the coming weeks". What
// it is in TIMEX3 the rule says (PAST_REF), else its unit (PXW).
func vague(_ *scene, h *hit, text string) meant {
	m := unknown("%q names no date", text)
	name, n, given := unitOf(h)
	if m.tag = h.rule.arg("PAST_REF", "PRESENT_REF", "FUTURE_REF", "PXX"); m.tag != "" {
		return m
	}
	number := "X"
	if given {
		number = strconv.Itoa(n) // "a couple of"
	}
	m.tag = periodTag(number, name)
	return m
}

// then is "until then": the date before it, which the record has already.
func then(s *scene, h *hit, text string) meant {
	m := unknown("%q names no date", text)
	m.tag = "PAST_REF"
	if b := s.seen.before; b != nil {
		m.tag = b.tag
	}
	return m
}
