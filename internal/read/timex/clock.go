package timex

import (
	"fmt"
	"strconv"

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
	} else if part := h.get(0, "DAYPART"); part != "" { // "4 in the morning"
		if hour %= 12; part != "TMO" && (part != "TNI" || hour > 5) {
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
	m.tag = m.value[:len("2006-01-02T15:04")]
	m.basis = fmt.Sprintf("%q on %s", text, day)
}

// partOfDay is "Friday night", "this morning", "last night": a TIME whose
// value is the day, since EDTF has no parts of a day. TIMEX3 has: the class
// DAYPART or an argument of the rule names them.
func partOfDay(s *scene, h *hit, text string) meant {
	switch {
	case h.get(0, "WEEKDAY") != "":
		return weekday(s, h, text)
	case h.get(0, "MONTH") != "":
		return fixed(s, h, text)
	}
	return shift(s, h, text)
}

// dayPart is the part of the day that a hit names: TMO, TAF, TEV, TNI.
func (h *hit) dayPart() string {
	if p := h.get(0, "DAYPART", "DAYPARTS"); p != "" {
		return p
	}
	return h.rule.arg("TMO", "TAF", "TEV", "TNI")
}

// join makes one expression of a time of day and the day beside it: "11 p.m."
// and "Friday" of "11 p.m. on Friday", in either order.
func join(m *matcher, fs []found) []found {
	var out []found
	for i, f := range fs {
		if n := len(out); n > 0 && m.joint(out[n-1].to, f.from) {
			p := &out[n-1]
			if p.lacksDay() && f.grain == readout.GrainDay {
				p.meant.value, p.tag, p.meant.grain, p.relative, p.span = f.value, f.tag, f.grain, f.relative, f.span
				p.Range.End, p.to, p.basis = f.End, f.to, f.basis
				continue
			}
			if f.lacksDay() && p.grain == readout.GrainDay && !followed(m, fs, i) {
				p.typ, p.kind, p.clock = readout.TimexTime, readout.TimexTime, f.clock
				p.Range.End, p.to = f.End, f.to
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// followed reports whether a day stands right behind expression i: "on Sunday,
// at 2 a.m. Monday".
func followed(m *matcher, fs []found, i int) bool {
	return i+1 < len(fs) && fs[i].to == fs[i+1].from && fs[i+1].grain == readout.GrainDay
}

func (f *found) lacksDay() bool { return f.clock != "" && f.value == "" }

// joint reports whether only words of the class JOINT stand between two atoms.
func (m *matcher) joint(from, to int) bool {
	for from < to {
		n, _, _ := m.word("JOINT", from)
		if n == 0 {
			return false
		}
		from += n
	}
	return true
}

// days puts every time of day on its day: the one it was joined with, else the
// nearest day before it in the sentence, else the only one behind it.
func (r *reader) days(s *scene, fs []found) []found {
	for i := range fs {
		f := &fs[i]
		if f.clock == "" {
			continue
		}
		text := r.a.Doc.Text[f.Start:f.End]
		if f.value != "" {
			why := f.basis
			f.onDay(f.value, text)
			if f.relative {
				f.basis += " (" + why + ")"
			}
			continue
		}
		d := dayFor(fs, i)
		if d == nil {
			if day, ok := s.someDay(); ok {
				f.tag = day.Format(isoDay) + "T" + f.clock[:len("15:04")]
			}
			f.basis = fmt.Sprintf("%q: the day is not given", text)
			continue
		}
		f.relative, f.span = d.relative, d.span
		f.onDay(d.span.first.Format(isoDay), text)
		f.basis += fmt.Sprintf(" (%q in the same sentence)", r.a.Doc.Text[d.Start:d.End])
	}
	return fs
}

// near is how many expressions away a day still serves a time of day.
const near = 20

func dayFor(fs []found, i int) *found {
	for j := i - 1; j >= max(0, i-near); j-- {
		if fs[j].grain == readout.GrainDay || fs[j].grain == readout.GrainTime {
			return &fs[j]
		}
	}
	var only *found
	for j := i + 1; j < min(len(fs), i+near); j++ {
		if fs[j].grain == readout.GrainDay {
			if only != nil {
				return nil
			}
			only = &fs[j]
		}
	}
	return only
}
