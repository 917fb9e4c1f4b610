package query

import (
	"fmt"

	"readout"
)

// At says as of when a question is asked, each an EDTF year, month or day, or
// "". AsOf counts what was published by then ("" is the newest publication
// date); RecordedBy counts only the reports that were in the file by then
// ("" is now). The reports are those of today's reading and grouping: what was
// read differently then is not kept.
type At struct{ AsOf, RecordedBy string }

// Check reports a day that is no date.
func (a At) Check() error {
	for _, day := range []string{a.AsOf, a.RecordedBy} {
		if day != "" && !isDate(day) {
			return fmt.Errorf("%q is not a date; write 2026, 2026-03 or 2026-03-14", day)
		}
	}
	return nil
}

// held reports whether a report counts: it was published by the day, as far as
// that is known, and in the file by the day of recording that is asked for.
func (v *view) held(id, day string) bool {
	d := v.doc(id)
	return d == nil || (day == "" || firstDay(d.Published) <= day) && v.kept(d)
}

func (v *view) kept(d *readout.Document) bool {
	if v.recorded == "" {
		return true
	}
	on := lastDay(d.Recorded)
	return on != "" && on <= v.recorded
}
