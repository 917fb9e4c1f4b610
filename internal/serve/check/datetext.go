package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"readout"
)

// textWord is a word of a text, in lower case, and where it stands.
type textWord struct {
	readout.Range
	word string
}

func textWords(text string) (all []textWord) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			word := strings.ToLower(strings.ReplaceAll(text[start:end], "’", "'"))
			all = append(all, textWord{readout.Range{Start: start, End: end}, strings.TrimSuffix(word, "'s")})
		}
		start = -1
	}
	for i, ch := range text {
		inner := start >= 0 && strings.ContainsRune(".,'’", ch) && i+len(string(ch)) < len(text) && joins(text, i, i+len(string(ch)))
		if unicode.IsLetter(ch) || unicode.IsDigit(ch) || inner {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(len(text))
	return all
}

// joins reports that a mark between two characters is part of a word: an
// apostrophe between letters, a comma or point between digits.
func joins(text string, at, next int) bool {
	before, after := rune(text[at-1]), []rune(text[next:min(len(text), next+4)])[0]
	if text[at] == '.' || text[at] == ',' {
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// dated is a day that a text names: a weekday, a day of a month, or both. Year
// is 0 where none is given.
type dated struct {
	readout.Range
	weekday    int // -1 for none
	month, day int // 0 for none
	year       int
}

// dates are the days that a text names, in order.
func (f *facts) dates(text string) (all []dated) {
	list := textWords(text)
	for i := 0; i < len(list); i++ {
		d, used := f.dateAt(text, list[i:])
		if used == 0 {
			continue
		}
		all = append(all, d)
		i += used - 1
	}
	return all
}

func (f *facts) dateAt(text string, list []textWord) (d dated, used int) {
	d = dated{weekday: slices.Index(f.lists["weekday"], list[0].word), Range: list[0].Range}
	rest := list
	if d.weekday >= 0 {
		rest, used = list[1:], 1
		for len(rest) > 0 && (rest[0].word == "the" || rest[0].word == "on") {
			rest = rest[1:]
		}
		if len(rest) == 0 || !beside(text, d.Range, rest[0]) {
			return d, used
		}
	}
	n := f.monthDay(&d, rest)
	if n == 0 {
		return d, used
	}
	last := rest[n-1]
	if len(rest) > n && len(rest[n].word) == 4 && rest[n].Start-last.End <= 2 {
		if year, err := strconv.Atoi(rest[n].word); err == nil && year > 1900 {
			d.year, n, last = year, n+1, rest[n]
		}
	}
	d.Range.End = last.End
	return d, len(list) - len(rest) + n
}

// beside reports that only a comma, "the" or "on" stands between a weekday and
// the next word.
func beside(text string, a readout.Range, b textWord) bool {
	between := strings.Fields(strings.Trim(text[a.End:b.Start], ","))
	return !strings.ContainsAny(text[a.End:b.Start], ".;:()–—") && len(between) <= 1
}

// monthDay reads "May 6", "6 May" or "the 6th of May" at the beginning of a
// list; it gives how many words that are, 0 for none.
func (f *facts) monthDay(d *dated, list []textWord) int {
	if len(list) > 1 {
		if m, n := f.month(list[0].word), ordinal(list[1].word); m > 0 && n > 0 && list[1].Start-list[0].End <= 2 {
			d.month, d.day = m, n
			return 2
		}
		if n, m := ordinal(list[0].word), f.month(list[1].word); m > 0 && n > 0 {
			d.month, d.day = m, n
			return 2
		}
	}
	if len(list) > 2 && list[1].word == "of" {
		if n, m := ordinal(list[0].word), f.month(list[2].word); m > 0 && n > 0 {
			d.month, d.day = m, n
			return 3
		}
	}
	return 0
}

func (f *facts) month(word string) int {
	if i := slices.Index(f.lists["month"], word); i >= 0 {
		return i + 1
	}
	if word == "-" {
		return 0
	}
	return slices.Index(f.lists["monthshort"], word) + 1
}

// ordinal is the day of a month that a word is, 0 for none.
func ordinal(word string) int {
	digits := strings.TrimRightFunc(word, unicode.IsLetter)
	switch strings.TrimPrefix(word, digits) {
	case "", "st", "nd", "rd", "th":
	default:
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n > 31 {
		return 0
	}
	return n
}

// on lists the days that a date of a text can be, seen from a day: with a month
// the nearest such day; a weekday alone is one of the fortnight before or
// behind.
func (d dated) on(from time.Time) []string {
	if d.month > 0 {
		best := d.in(cmp.Or(d.year, from.Year()))
		if d.year == 0 {
			for _, y := range []int{from.Year() - 1, from.Year() + 1} {
				if other := d.in(y); other.Sub(from).Abs() < best.Sub(from).Abs() {
					best = other
				}
			}
		}
		return []string{best.Format(time.DateOnly)}
	}
	var all []string
	for n := -14; n <= 14; n++ {
		if t := from.AddDate(0, 0, n); int(t.Weekday()) == d.weekday {
			all = append(all, t.Format(time.DateOnly))
		}
	}
	return all
}

func (d dated) in(year int) time.Time {
	return time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// dayOf is a date as a time; ok is false where it is no single day.
func dayOf(value string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, value)
	return t, err == nil
}
