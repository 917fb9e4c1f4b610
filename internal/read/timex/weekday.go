package timex

import (
	"fmt"
	"strconv"
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
	d, cue := s.points(h)
	n, why := s.weekdayAway(int(h.get(0, "WEEKDAY")[0]-'0'), h, d)
	st, _ := unit("day", s.anchor, n)
	return s.from(st, text, why+because(cue))
}

// weekdayAway is how many days from the anchor a weekday (1 to 7) is, and how
// a Basis says it.
func (s *scene) weekdayAway(wd int, h *hit, d direction) (int, string) {
	today := weekdayNumber(s.anchor)
	gap := (today - wd + 7) % 7 // days since that weekday
	switch which := h.rule.arg("last", "next", "this", "previous", "following", "week-1", "week+0", "week+1"); {
	case strings.HasPrefix(which, "week"):
		weeks, _ := strconv.Atoi(which[len("week"):])
		return wd - today + 7*weeks, fmt.Sprintf("%+d week from", weeks)
	case which == "previous" || which == "following":
		return s.beside(wd, which == "following"), which + " the day spoken of, seen from"
	case which == "last" && gap == 0:
		return -7, "before"
	case which == "last":
		return -gap, "before"
	case which == "next":
		return 7 - gap, "after"
	case gap == 0:
		return 0, "the day of"
	case which == "this" && d != ahead:
		return wd - today, "in the week of"
	case which == "this" || d == ahead:
		return 7 - gap, "after"
	}
	return -gap, "before"
}

// beside is how far from the anchor the nearest weekday wd behind or after the
// day spoken of lies: "the previous Friday", "the following Tuesday".
func (s *scene) beside(wd int, following bool) int {
	from := s.anchor
	if b := s.seen.before; b != nil && b.grain == readout.GrainDay {
		from = b.span.first
	}
	away := int(from.Sub(s.anchor).Hours() / 24)
	if following {
		return away + (wd-weekdayNumber(from)+6)%7 + 1
	}
	return away - (weekdayNumber(from)-wd+6)%7 - 1
}

// weekdayName is the weekday of an expression in English, as Timex.Weekday has
// it; the value of the class is "5 Friday".
func weekdayName(h *hit) string {
	_, name, _ := strings.Cut(h.get(0, "WEEKDAY", "WEEKDAYS"), " ")
	return name
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
