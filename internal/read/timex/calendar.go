package timex

import (
	"fmt"
	"time"

	"readout"
)

// stretch is whole days, first and last included, in some grain. name is what
// TIMEX3 calls it, where the grain does not say.
type stretch struct {
	first, last time.Time
	grain       readout.Grain
	name        string
}

const isoDay = "2006-01-02"

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// String is the stretch in EDTF.
func (s stretch) String() string {
	switch s.grain {
	case readout.GrainDay:
		return s.first.Format(isoDay)
	case readout.GrainMonth:
		return s.first.Format("2006-01")
	case readout.GrainYear:
		return s.first.Format("2006")
	case readout.GrainQuarter:
		return s.first.Format("2006-01") + "/" + s.last.Format("2006-01")
	}
	return s.first.Format(isoDay) + "/" + s.last.Format(isoDay)
}

// timex3 is the stretch as TIMEX3 writes it; "" where it has no notation for it.
func (s stretch) timex3() string {
	switch {
	case s.name != "":
		return s.name
	case s.grain == readout.GrainWeek:
		y, w := s.first.ISOWeek()
		return fmt.Sprintf("%d-W%02d", y, w)
	case s.grain == readout.GrainQuarter:
		return fmt.Sprintf("%d-Q%d", s.first.Year(), (int(s.first.Month())+2)/3)
	case s.grain == readout.GrainInterval:
		return ""
	}
	return s.String()
}

// unit is the calendar unit (day, week from Monday, month, ...) that t lies
// in, moved by n units.
func unit(name string, t time.Time, n int) (stretch, bool) {
	y, m, _ := t.Date()
	switch name {
	case "day":
		t = t.AddDate(0, 0, n)
		return stretch{t, t, readout.GrainDay, ""}, true
	case "week":
		first := t.AddDate(0, 0, -weekdayNumber(t)+1+7*n)
		return stretch{first, first.AddDate(0, 0, 6), readout.GrainWeek, ""}, true
	case "weekend":
		first := t.AddDate(0, 0, 6-weekdayNumber(t)+7*n)
		y, w := first.ISOWeek()
		return stretch{first, first.AddDate(0, 0, 1), readout.GrainInterval, fmt.Sprintf("%d-W%02d-WE", y, w)}, true
	case "month":
		first := date(y, int(m)+n, 1)
		return stretch{first, first.AddDate(0, 1, -1), readout.GrainMonth, ""}, true
	case "quarter":
		first := date(y, (int(m)-1)/3*3+1+3*n, 1)
		return stretch{first, first.AddDate(0, 3, -1), readout.GrainQuarter, ""}, true
	case "year":
		return stretch{date(y+n, 1, 1), date(y+n, 12, 31), readout.GrainYear, ""}, true
	}
	return stretch{}, false
}

// add moves t by n units and keeps the day where the month has it.
func add(t time.Time, name string, n int) (time.Time, bool) {
	switch name {
	case "day":
		return t.AddDate(0, 0, n), true
	case "week":
		return t.AddDate(0, 0, 7*n), true
	case "month", "quarter", "year", "decade":
		months := map[string]int{"month": 1, "quarter": 3, "year": 12, "decade": 120}[name] * n
		y, m, d := t.Date()
		end := date(y, int(m)+months+1, 0).Day()
		return date(y, int(m)+months, min(d, end)), true
	}
	return t, false
}

// weekdayNumber is 1 for Monday to 7 for Sunday (ISO 8601).
func weekdayNumber(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// period is n units as an ISO 8601 period; "" when the unit has none.
func period(n, name string) string {
	switch name {
	case "second", "minute", "hour":
		return "PT" + n + map[string]string{"second": "S", "minute": "M", "hour": "H"}[name]
	case "day", "week", "month", "year":
		return "P" + n + map[string]string{"day": "D", "week": "W", "month": "M", "year": "Y"}[name]
	}
	factor := map[string]int{"quarter": 3, "decade": 10, "century": 100, "fortnight": 2}[name]
	var whole int
	if _, err := fmt.Sscanf(n, "%d", &whole); factor == 0 || err != nil {
		return ""
	}
	letter := map[string]string{"quarter": "M", "decade": "Y", "century": "Y", "fortnight": "W"}[name]
	return fmt.Sprintf("P%d%s", whole*factor, letter)
}

// periodTag is n units as TIMEX3 writes it, which has quarters and a number
// that is not told ("X").
func periodTag(n, name string) string {
	if name == "quarter" {
		return "P" + n + "Q"
	}
	if n == "X" {
		return map[string]string{"second": "PTXS", "minute": "PTXM", "hour": "PTXH", "day": "PXD", "week": "PXW", "fortnight": "PXW",
			"weekend": "PXW", "month": "PXM", "year": "PXY", "decade": "PXY", "century": "PXC"}[name]
	}
	return period(n, name)
}

// bounds are the first and last day of an EDTF value; ok is false where an
// end is open or not a calendar day, month or year.
func bounds(value string) (s stretch, ok bool) {
	one := func(v string) (stretch, bool) {
		if len(v) > 10 && v[10] == 'T' {
			v = v[:10]
		}
		for _, f := range []struct{ layout, unit string }{{isoDay, "day"}, {"2006-01", "month"}, {"2006", "year"}} {
			if t, err := time.Parse(f.layout, v); err == nil {
				return unit(f.unit, t, 0)
			}
		}
		return stretch{}, false
	}
	for i := range len(value) {
		if value[i] == '/' {
			a, okA := one(value[:i])
			b, okB := one(value[i+1:])
			return stretch{first: a.first, last: b.last, grain: readout.GrainInterval}, okA && okB
		}
	}
	return one(value)
}
