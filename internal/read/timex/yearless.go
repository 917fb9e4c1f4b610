package timex

import (
	"slices"
	"time"

	"readout"
)

// yearless chooses the year of a date that gives none.
func (s *scene) yearless(h *hit, text string) meant {
	if !s.known {
		m := s.lost(text)
		m.weekday = weekdayName(h)
		return m
	}
	list := s.candidates(h)
	d, cue := s.aim(h)
	i := s.nearest(list, d, h.rule.arg("last", "next", "this", "past", "ahead"))
	if i < 0 {
		return unknown("%q: no year near %s has it", text, s.origin)
	}
	why := "no year given; the nearest to"
	if which := h.rule.arg("last", "next", "this"); which != "" {
		why = "the one " + which + " seen from"
	}
	return h.inWeek(season(h, s.from(list[i], text, why+because(cue)), list[i].first.Year()))
}

// candidates are what a date may be in the years around the anchor: one on
// either side, and more for a 29th of February and for a weekday, which not
// every year has. Of "from November to January" the second follows the first.
func (s *scene) candidates(h *hit) []stretch {
	years := 1
	if h.get(0, "DAY") == "29" || h.get(0, "WEEKDAY") != "" {
		years = 8
	}
	var list []stretch
	for y := s.anchor.Year() - years; y <= s.anchor.Year()+years; y++ {
		if st, ok := inYear(h, y); ok && onWeekday(h, st) {
			list = append(list, st)
		}
	}
	if b := s.seen.before; b != nil && h.rule.arg("following") != "" {
		list = slices.DeleteFunc(list, func(st stretch) bool { return st.first.Before(b.span.first) })
		list = list[:min(1, len(list))]
	}
	return list
}

// aim is where the words around a yearless date point. What is told or
// "invited", "declared" may lie ahead, unless the date opens the sentence or
// hangs on the verb: "In May he resigned", "it ended on June 30". What is
// expected of a quarter may be its results.
func (s *scene) aim(h *hit) (direction, string) {
	d, cue := s.points(h)
	told := s.listed("REPORT", cue) || h.from > opening && !s.listed("BACK", cue) && !s.hangsOn(h)
	if d == back && told || d == ahead && h.get(0, "QUARTER", "QUARTERLY") != "" {
		d = nowhere
	}
	return d, cue
}

// opening is how many atoms may stand before a date that opens a sentence.
const opening = 2

// A yearless date that would be past by more than longAgo, while the next is
// nearer than soon, is the next, where the words do not point back. Where they
// point ahead, one that ended within justNow is it when the next is longAgo
// off: news gives the year of days so far away. Found on TimeBank. A deadline
// ("by Jan. 14") that passed within lately is told of after it.
const (
	longAgo = 245 * 24 * time.Hour
	soon    = 121 * 24 * time.Hour
	justNow = 45 * 24 * time.Hour
	lately  = 10 * 24 * time.Hour
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
	case which == "last":
		for past >= 0 && !s.over(list[past]) {
			past--
		}
		return past
	case which == "next" && next == past && next >= 0:
		return next + 1
	case which == "ahead" && past >= 0 && list[past].grain == readout.GrainDay && s.anchor.Sub(list[past].last) < lately:
		return past
	case which == "next" || which == "ahead" || past < 0:
		return next
	case which == "past" || next < 0:
		return past
	}
	gone, left := s.anchor.Sub(list[past].last), list[next].first.Sub(s.anchor)
	switch {
	case d == ahead && !s.justGone(list[past], list[next]), d == nowhere && gone > longAgo && left < soon:
		return next
	}
	return past
}

// over reports whether a stretch lies so far behind that it is the "last" one:
// "last February" in March is another year's, this year's is "last month".
func (s *scene) over(st stretch) bool {
	if st.grain == readout.GrainMonth {
		return !st.last.AddDate(0, 0, 32).After(s.anchor)
	}
	return st.last.Before(s.anchor)
}

func (s *scene) justGone(past, next stretch) bool {
	return next.first.Sub(s.anchor) > longAgo && s.anchor.Sub(past.last) < justNow
}

func onWeekday(h *hit, st stretch) bool {
	w := h.get(0, "WEEKDAY")
	return w == "" || st.grain != readout.GrainDay || weekdayNumber(st.first) == int(w[0]-'0')
}

func absInt(n int) int { return max(n, -n) }
