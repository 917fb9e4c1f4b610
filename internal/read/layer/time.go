package layer

import (
	"strconv"
	"strings"

	"readout"
)

// Time is the time expression that token i is in, or nil.
func (x *Index) Time(i int) *readout.Timex {
	if !x.in(i) || x.time[i] < 0 {
		return nil
	}
	return &x.A.Times[x.time[i]]
}

// Dated reports a time expression that names a day or stretch with a value.
func Dated(t *readout.Timex) bool {
	return t != nil && t.Value != "" && (t.Type == readout.TimexDate || t.Type == readout.TimexTime)
}

// Date turns a time expression into a Date of whole days.
func (x *Index) Date(t *readout.Timex) (*readout.Date, error) {
	span, err := x.Span(t.Range)
	if err != nil {
		return nil, err
	}
	d := &readout.Date{Value: t.Value, Grain: t.Grain, Basis: t.Basis, Weekday: t.Weekday, Phrase: span}
	if day, _, ok := strings.Cut(t.Value, "T"); ok && !strings.Contains(t.Value, "/") {
		d.Value, d.Grain = day, readout.GrainDay
	}
	return d, nil
}

// Day reports a value that is one day: "2026-03-04".
func Day(value string) bool { return len(value) == 10 && !strings.Contains(value, "/") }

// Near is the dated expression nearest to the tokens from i up to j, in the
// same sentence, on the same word: where the tokens stand in a statement's
// content so must the time, and where they do not neither may it. What stands
// in front counts twice as far; beyond reach tokens there is none.
func (x *Index) Near(i, j, reach int) *readout.Timex {
	s := x.Sentence(i)
	own := x.Around(x.Range(i, i+1))
	var best *readout.Timex
	least := reach + 1
	for k := s.First; k < s.Last; k++ {
		t := x.Time(k)
		if !Dated(t) || x.Around(t.Range) != own {
			continue
		}
		d := max(k-j+1, 1)
		if k < i {
			d = 2 * (i - k) // what follows is nearer than what stands before
		}
		if d < least {
			best, least = t, d
		}
	}
	return best
}

// Period is a duration with weeks written as days, as record.md has them;
// empty where it is not known.
func Period(value string) string {
	if n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(value, "P"), "W")); err == nil && strings.HasSuffix(value, "W") {
		return "P" + strconv.Itoa(7*n) + "D"
	}
	return value
}
