package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"readout"
)

// day is a day or month of the calendar as a page writes it: the one written,
// no time zone moves it.
type day struct {
	value string // EDTF; empty if it may be one of two
	grain readout.Grain
	utc   bool // of a moment by the clock at Greenwich
}

func (d day) date(basis string) *readout.Date {
	return &readout.Date{Value: d.value, Grain: d.grain, Basis: basis}
}

// besides reports whether the two are neighbours, as the days of one moment
// at two places may be.
func (d day) besides(e day) bool {
	t, err := time.Parse(time.DateOnly, d.value)
	u, err2 := time.Parse(time.DateOnly, e.value)
	return err == nil && err2 == nil && t.Sub(u).Abs() == 24*time.Hour
}

// agreed is the one day that all of them are. Days at Greenwich do not count
// where others are known.
func agreed(days []day) (day, bool) {
	if local := slices.DeleteFunc(slices.Clone(days), func(d day) bool { return d.utc }); len(local) > 0 {
		days = local
	}
	if len(days) == 0 || slices.ContainsFunc(days, func(d day) bool { return d.value != days[0].value }) {
		return day{}, false
	}
	return days[0], days[0].value != ""
}

const monthName = `(January|February|March|April|May|June|July|August|September|October|November|December|` +
	`Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?`

// dayForm is a way in which pages write a day, with the places of year, month
// and day in the match.
type dayForm struct {
	form             *regexp.Regexp
	year, month, day int
}

// dayForms are made when the first page is read: most runs of the program read
// none. Without a year there is no day, and names of months are known in
// English only.
var dayForms = sync.OnceValue(func() []dayForm {
	return []dayForm{
		// 2026-03-05T10:00:00Z, 2026/3/5, 2026.03.05
		{regexp.MustCompile(`(?:^|[^\d./-])(\d{4})[./-](\d\d?)[./-](\d\d?)(?:$|[^\d./-]|[.-]\D|[./]$)`), 1, 2, 3},
		// 20260305, 20260305T1000, 202603051000
		{regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)(?:T|\d{4}$|\d{6}$|$)`), 1, 2, 3},
		// 5 March 2026, 5th of March, 2026, 5-Mar-2026
		{regexp.MustCompile(`(?i)(?:^|\D)(\d\d?)(?:st|nd|rd|th|\.)?[ -](?:of )?` + monthName + `,?[ -](\d{4})(?:\D|$)`), 3, 2, 1},
		// March 5, 2026, Mar. 5th 2026
		{regexp.MustCompile(`(?i)(?:^|[^\pL])` + monthName + ` (\d\d?)(?:st|nd|rd|th)?,? (\d{4})(?:\D|$)`), 3, 1, 2},
		// Thu Mar 05 10:00:00 CET 2026
		{regexp.MustCompile(`(?i)(?:^|[^\pL])` + monthName + ` (\d\d?) \d\d:\d\d:\d\d (?:[A-Z]+ )?(\d{4})(?:\D|$)`), 3, 1, 2},
		// 5.3.2026: with points the day comes first
		{regexp.MustCompile(`(?:^|[^\d./-])(\d\d?)\. ?(\d\d?)\. ?(\d{4})(?:\D|$)`), 3, 2, 1},
	}
})

// rxSlashed is 25/12/2026 or 12/25/2026; 03/04/2026 is one of two days.
var rxSlashed = regexp.MustCompile(`(?:^|[^\d./-])(\d\d?)[/-](\d\d?)[/-](\d{4})(?:\D|$)`)

// daysIn finds the days that are written in s.
func daysIn(s string) []day {
	var out []day
	for _, w := range dayForms() {
		for _, f := range w.form.FindAllStringSubmatch(s, -1) {
			if d, ok := calendarDay(f[w.year], f[w.month], f[w.day]); ok {
				out = append(out, d)
			}
		}
	}
	for _, f := range rxSlashed.FindAllStringSubmatch(s, -1) {
		dayFirst, ok := calendarDay(f[3], f[2], f[1])
		monthFirst, ok2 := calendarDay(f[3], f[1], f[2])
		switch {
		case ok && ok2 && dayFirst != monthFirst:
			out = append(out, day{})
		case ok:
			out = append(out, dayFirst)
		case ok2:
			out = append(out, monthFirst)
		}
	}
	return out
}

var rxUTC = regexp.MustCompile(`\d(?:Z|[+-]00:?00| GMT| UTC)$`)

// longestDay is how long a line or value with a day may be, in bytes.
const longestDay = 60

// readOne is the one day that s writes, or the month if s is nothing else.
func readOne(s string) (day, bool) {
	if s = line(s); len(s) > longestDay {
		return day{}, false
	}
	if grain, ok := edtf(s); ok && onWeb(atoi(s[:4])) {
		return day{value: s, grain: grain}, true
	}
	d, ok := agreed(daysIn(s))
	d.utc = rxUTC.MatchString(s)
	return d, ok
}

// dayWords may stand beside a day without making a sentence of it; single
// letters are what words leaves of "10 p.m." and "T22:00Z".
var dayWords = wordSet(`published posted first on at date a p m am pm gmt utc bst est edt cet cest
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th of t z`)

// readBare is the day of a line that says nothing else.
func readBare(s string) (day, bool) {
	for w := range words(s) {
		if !dayWords[w] {
			return day{}, false
		}
	}
	d, ok := readOne(s)
	return d, ok && d.grain == readout.GrainDay
}

// onWeb reports whether a page can be from this year. What declares another
// is a default value or a mistake.
func onWeb(year int) bool { return 1995 <= year && year <= 2099 }

// calendarDay is the day of a year, a month in figures or by its English
// name, and a day, if there is one.
func calendarDay(year, month, dayOfMonth string) (day, bool) {
	y, m, d := atoi(year), atoi(month), atoi(dayOfMonth)
	if m < 0 {
		m = monthOf(month)
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != m || t.Day() != d || !onWeb(y) {
		return day{}, false
	}
	return day{value: t.Format(time.DateOnly), grain: readout.GrainDay}, true
}

// monthOf is the number of a month by the beginning of its name, 0 if none.
func monthOf(name string) int {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.EqualFold(name[:3], m.String()[:3]) {
			return int(m)
		}
	}
	return 0
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
