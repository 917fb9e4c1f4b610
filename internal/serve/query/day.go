package query

import (
	"cmp"
	"strings"
	"unicode"

	"readout"
	"readout/internal/store"
)

// Days are compared as "YYYY-MM-DD" strings; one that is not known is empty.

func isSpace(r rune) bool { return unicode.IsSpace(r) }

// bounds gives the first and the last day an EDTF value can mean. What is open
// before a day ("../D") counts as that day; what is open after one ("D/..")
// has no last day.
func bounds(value string) (first, last string) {
	first, last, _ = store.Days(value)
	if strings.HasSuffix(value, "/..") || strings.HasSuffix(value, "/") {
		last = ""
	}
	return first, last
}

// isDate reports whether value is a year, a month or a day.
func isDate(value string) bool {
	digits := strings.Trim(value, "0123456789-") == ""
	first, _, ok := store.Days(value)
	return ok && digits && strings.HasPrefix(first, value)
}

// firstDay and lastDay are the bounds of a date that may be nil or unknown.
func firstDay(d *readout.Date) string {
	if !d.Known() {
		return ""
	}
	first, _ := bounds(d.Value)
	return first
}

func lastDay(d *readout.Date) string {
	if !d.Known() {
		return ""
	}
	_, last := bounds(d.Value)
	return last
}

// compareDays orders dates by their last day, the unknown first.
func compareDays(a, b *readout.Date) int { return cmp.Compare(lastDay(a), lastDay(b)) }

func onDay(day string) *readout.Date {
	if day == "" {
		return nil
	}
	return &readout.Date{Value: day, Grain: readout.GrainDay}
}
