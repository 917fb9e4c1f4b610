package timex

import (
	"fmt"
	"strconv"
	"time"

	"readout"
)

// context is what the text before an expression has spoken of.
type context struct {
	before *meant    // the last date, of this block or the one before, that later ones may be reckoned from
	blocks int       // how many blocks ago that was
	day    time.Time // the last day, however long ago; zero: none
	topic  *meant    // the quarter that a report on earnings is about
	longer bool      // it has just spoken of half a year or more
}

// see takes in one more expression. The first quarter that is not too far in
// the past is what the report is about.
func (c *context) see(s *scene, f *found) {
	if f.rule.arg("longer") != "" {
		c.longer = true
	}
	if f.aside {
		c.blocks = 0 // "the day before" keeps its day in mind
	}
	if f.value == "" || f.aside {
		return
	}
	if !f.span.first.IsZero() {
		c.before, c.blocks = &f.meant, 0
		if f.grain == readout.GrainDay {
			c.day = f.span.first
		}
	}
	if f.grain != readout.GrainQuarter || !recent(f.span, s.anchor) {
		return
	}
	if d, _ := s.points(&f.hit); d == ahead && !f.span.last.Before(s.anchor) {
		return // a forecast
	}
	if c.longer = false; c.topic == nil {
		c.topic = &f.meant
	}
}

// turn goes on to the next block. Paragraphs of news are short: "the next day"
// may go back to the one before, but no further.
func (c *context) turn() {
	if c.blocks++; c.blocks > 1 {
		c.before = nil
	}
}

// recent reports whether a quarter ended less than a year before the anchor.
func recent(st stretch, anchor time.Time) bool { return st.last.AddDate(1, 0, 0).After(anchor) }

// quarterOf is the quarter that the report is about; where the text has named
// none, the last one that is over.
func (s *scene) quarterOf(text string) (st stretch, why string) {
	if t := s.seen.topic; t != nil {
		return t.span, fmt.Sprintf("%q: the quarter spoken of, %s", text, t.value)
	}
	st, _ = unit("quarter", s.anchor, -1)
	return st, fmt.Sprintf("%q: the quarter before %s", text, s.origin)
}

// topic is "the quarter", "the latest period". With a YEAR it is that quarter
// of the year.
func topic(s *scene, h *hit, text string) meant {
	if !s.known {
		return s.lost(text)
	}
	st, why := s.quarterOf(text)
	if y, err := strconv.Atoi(h.get(0, "YEAR")); err == nil {
		if s.seen.topic == nil || s.seen.longer {
			return fixed(s, h, text)
		}
		st, _ = unit("quarter", st.first, 4*(y-st.first.Year()))
	}
	m := s.from(st, text, "")
	m.basis, m.aside = why, h.get(0, "YEAR") != ""
	return m
}

// ended is "the quarter ended July 31": the one that most of the three months
// before that day lie in.
func ended(s *scene, h *hit, text string) meant {
	if s.seen.topic != nil {
		return topic(s, h, text)
	}
	day := *h
	day.caps = h.around
	m := fixed(s, &day, text)
	if m.value == "" {
		return m
	}
	st, _ := unit("quarter", m.span.first.AddDate(0, 0, -45), 0)
	return s.from(st, text, "the three months to "+m.value+", seen from")
}

// yearAgo is "a year ago", "a year earlier", "the year-earlier quarter": the
// same quarter of the year before, where the report is about a quarter.
func yearAgo(s *scene, h *hit, text string) meant {
	var m meant
	switch t := s.seen.topic; {
	case !s.known:
		return s.lost(text)
	case t != nil && !s.seen.longer:
		st, _ := unit("quarter", t.span.first, -4)
		m = s.from(st, text, "1 year before "+t.value+", seen from")
	case t == nil && h.rule.arg("else") != "":
		m = after(s, h, text)
	default:
		m = shift(s, h, text)
	}
	m.aside = true // the story goes on where it was
	return m
}
