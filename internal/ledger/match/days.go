package match

import (
	"strings"
	"time"
)

// Days is a stretch of days, both ends included; a zero end is open. The zero
// Days is any time at all.
type Days struct{ From, To time.Time }

// ParseDays reads an EDTF date or interval ("2025-03-13", "2025-03",
// "2025-07-28/2025-08-03", "../2026-01-29"). What it cannot read is any time.
func ParseDays(edtf string) Days {
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		to = from
	}
	first, _ := ends(from)
	_, last := ends(to)
	return Days{first, last}
}

func ends(edtf string) (first, last time.Time) {
	day, _, _ := strings.Cut(edtf, "T")
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		return t, t
	}
	if t, err := time.Parse("2006-01", day); err == nil {
		return t, t.AddDate(0, 1, -1)
	}
	if t, err := time.Parse("2006", day); err == nil {
		return t, t.AddDate(1, 0, -1)
	}
	return time.Time{}, time.Time{}
}

// Bounded reports whether both ends are known.
func (d Days) Bounded() bool { return !d.From.IsZero() && !d.To.IsZero() }

// Overlap reports whether some day can lie in both.
func (d Days) Overlap(e Days) bool {
	return (d.To.IsZero() || e.From.IsZero() || !d.To.Before(e.From)) &&
		(e.To.IsZero() || d.From.IsZero() || !e.To.Before(d.From))
}

// Length is the number of days of a bounded stretch, 0 of an open one.
func (d Days) Length() int {
	if !d.Bounded() {
		return 0
	}
	return int(d.To.Sub(d.From).Hours()/24) + 1
}

// Each lists the days of a bounded stretch as numbers, one more for each day.
func (d Days) Each() []int {
	var out []int
	if !d.Bounded() {
		return nil
	}
	const day = 24 * 60 * 60
	for t := d.From.Unix() / day; t <= d.To.Unix()/day; t++ {
		out = append(out, int(t))
	}
	return out
}

// Near reports whether two bounded stretches lie at most n days apart;
// one that is open is not near to anything.
func (d Days) Near(e Days, n int) bool {
	if !d.Bounded() || !e.Bounded() {
		return false
	}
	wide := Days{d.From.AddDate(0, 0, -n), d.To.AddDate(0, 0, n)}
	return wide.Overlap(e)
}

// Meet is the stretch that two overlapping ones share.
func (d Days) Meet(e Days) Days {
	if d.From.IsZero() || e.From.After(d.From) {
		d.From = e.From
	}
	if d.To.IsZero() || !e.To.IsZero() && e.To.Before(d.To) {
		d.To = e.To
	}
	return d
}

// Gap is the number of days between two bounded stretches, 0 where they
// overlap or one of them is open.
func (d Days) Gap(e Days) int {
	if !d.Bounded() || !e.Bounded() || d.Overlap(e) {
		return 0
	}
	if d.From.After(e.To) {
		d, e = e, d
	}
	return int(e.From.Sub(d.To).Hours() / 24)
}

// Span is the stretch from the first day of two bounded ones to the last; one
// that is open adds nothing.
func (d Days) Span(e Days) Days {
	switch {
	case !e.Bounded():
		return d
	case !d.Bounded():
		return e
	}
	if e.From.Before(d.From) {
		d.From = e.From
	}
	if e.To.After(d.To) {
		d.To = e.To
	}
	return d
}

// On reports whether a stretch may be on a day of the week ("Friday"): only one of
// a single day, which is another, is not. No day of the week is any.
func (d Days) On(weekday string) bool {
	return weekday == "" || d.Length() != 1 || d.From.Weekday().String() == weekday
}
