package incident

import (
	"strconv"
	"strings"

	"readout"
)

// number reads a number that begins at token k: digits, words ("twenty-one",
// "two hundred"), or a vague word, which has no value. end is the token
// behind; ok is false for what no number of people or things can be.
func (f *finder) number(k int) (value *float64, end int, ok bool) {
	if f.Time(k) != nil {
		return nil, k, false
	}
	if f.Number(k) {
		v, err := strconv.ParseFloat(strings.ReplaceAll(f.Word(k), ",", ""), 64)
		if err != nil || f.money(k) {
			return nil, k, false
		}
		end = k + 1
		if m := scale(f.Low(end)); m > 1 {
			v *= m
			end++
		}
		return &v, end, !f.measure(end)
	}
	if v, end := f.spelled(k); end > k {
		return &v, end, !f.measure(end)
	}
	if v, end := f.round(k); end > k {
		return &v, end, true
	}
	if f.is(k, "some") && f.Low(k-1) != "how" {
		end = k + 1
		for f.Low(end) == "of" || f.Low(end) == "others" && f.is(k, "some") && f.Low(k) != "others" {
			end++
		}
		return nil, end, true
	}
	return nil, k, false
}

// round reads "a dozen", "half a dozen", "a hundred".
func (f *finder) round(k int) (float64, int) {
	v := 1.0
	if f.Low(k) == "half" {
		k, v = k+1, 0.5
	}
	if m := scale(f.Low(k + 1)); f.Low(k) == "a" && m > 1 {
		return v * m, k + 2
	}
	return 0, 0
}

func (f *finder) money(k int) bool {
	switch f.Word(k - 1) {
	case "$", "€", "£", "¥", "No.", "No":
		return true
	}
	return strings.HasSuffix(f.Word(k-1), "$")
}

// measure: what follows makes it no count: "per cent", "years", "million
// crowns" is left to the unit.
func (f *finder) measure(k int) bool {
	switch f.Low(k) {
	case "%", "percent", "per", "year", "years", "day", "days", "hour", "hours", "minutes", "km", "kilometres", "kilometers", "miles",
		"metres", "meters", "mn", "bn", "million", "billion", "dollars", "euros", "pounds", "crowns", "rupees", "times", "tons", "tonnes":
		return true
	}
	return strings.HasPrefix(f.Low(k), "-year") || f.Word(k) == ":" && f.Number(k+1)
}

func scale(w string) float64 {
	switch w {
	case "dozen":
		return 12
	case "hundred":
		return 100
	case "thousand":
		return 1000
	case "million":
		return 1e6
	}
	return 1
}

var ones = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")

var tens = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")

// spelled adds up number words from token k.
func (f *finder) spelled(k int) (float64, int) {
	total, end := 0.0, k
	for {
		v, ok := word(f.Low(end))
		if !ok {
			break
		}
		total += v
		end++
		if m := scale(f.Low(end)); m > 1 {
			total *= m
			end++
		}
		if f.Low(end) == "and" && end > k+1 {
			if _, more := word(f.Low(end + 1)); more {
				end++
			}
		}
		if f.Word(end) == "-" {
			if _, more := word(f.Low(end + 1)); more {
				end++
			}
		}
	}
	return total, end
}

func word(w string) (float64, bool) {
	if a, b, ok := strings.Cut(w, "-"); ok {
		x, okA := word(a)
		y, okB := word(b)
		return x + y, okA && okB && x >= 20 && y < 10
	}
	for n, o := range ones {
		if w == o {
			return float64(n), true
		}
	}
	for n, t := range tens {
		if w == t {
			return float64(20 + 10*n), true
		}
	}
	return 0, false
}

// bound reads the words in front of a number at token k; first is where they
// begin.
func (f *finder) bound(k int, value *float64) (b readout.Bound, first int) {
	b = readout.Exact
	if value == nil {
		b = readout.Some
	}
	for first = k; ; first-- {
		switch low := f.Low(first - 1); {
		case low == "least" && f.Low(first-2) == "at":
			b, first = readout.AtLeast, first-1
		case low == "than" && f.Low(first-2) == "more":
			b, first = readout.AtLeast, first-1
		case low == "over" && value != nil:
			b = readout.AtLeast
		case low == "to" && f.Low(first-2) == "up", low == "many" && f.Low(first-2) == "as":
			b, first = readout.UpTo, first-1
		case f.is(first-1, "about") && value != nil:
			b = readout.Around
		default:
			return b, first
		}
	}
}

// noun reads the noun phrase that follows a number that ends before token k:
// "27 pilgrims", "14 of its members"; end is the token behind it.
func (f *finder) noun(k, last int) (unit string, end int) {
	end = k
	if f.Low(end) == "of" && (f.Class(end+1) == readout.Determiner || f.Class(end+1) == readout.Pronoun) {
		end += 2
	}
	from := end
	for end < last && end < from+4 && f.Noun(end) && f.Time(end) == nil && !f.counting(end) {
		end++
	}
	if end == from {
		return "", k
	}
	return f.Text(f.Range(from, end)), end
}

// counting: a word that says what is counted is no part of the thing counted,
// in "two wounded".
func (f *finder) counting(i int) bool {
	_, verb := f.quantity(i, "verb")
	_, state := f.quantity(i, "state")
	return verb || state
}

func (f *finder) spelt(k int) bool {
	_, ok := word(f.Low(k))
	return ok
}

func (f *finder) currency(unit string) bool {
	for _, w := range strings.Fields(strings.ToLower(unit)) {
		switch w {
		case "crowns", "dollars", "euros", "pounds", "rupees", "million", "billion", "percent", "points", "votes", "jobs":
			return true
		}
	}
	return false
}
