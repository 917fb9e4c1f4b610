package timex

import (
	"strconv"
	"strings"
	"time"
)

// holiday is the day of a holiday in year y. The list gives it as
//
//	12-25     a day of a month
//	11-4-4    the fourth Thursday of November; -1 for the last one
//	11-1-1+1  the day after the first Monday of November
//	E-2       two days before Easter Sunday
func holiday(rule string, y int) (time.Time, bool) {
	rule, later, _ := strings.Cut(rule, "+")
	plus, _ := strconv.Atoi(later)
	if offset, ok := strings.CutPrefix(rule, "E"); ok {
		n, _ := strconv.Atoi(offset)
		return easter(y).AddDate(0, 0, n+plus), true
	}
	var f [3]int
	for i, part := range strings.SplitN(rule, "-", 3) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return time.Time{}, false
		}
		f[i] = n
	}
	if f[2] == 0 {
		return date(y, f[0], f[1]), true
	}
	return nthWeekday(y, f[0], f[1], f[2]).AddDate(0, 0, plus), true
}

// nthWeekday is the n-th weekday (1 for Monday) of a month; -1 is the last.
func nthWeekday(y, month, weekday, n int) time.Time {
	if n < 0 {
		last := date(y, month+1, 0)
		return last.AddDate(0, 0, -(weekdayNumber(last)-weekday+7)%7)
	}
	first := date(y, month, 1)
	return first.AddDate(0, 0, (weekday-weekdayNumber(first)+7)%7+7*(n-1))
}

// easter is Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return date(y, month, day)
}
