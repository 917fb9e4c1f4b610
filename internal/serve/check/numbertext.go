package check

import (
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// number is a number that a text writes out or in digits, and the stem of the
// word that it counts, "" where none stands behind it.
type number struct {
	readout.Range
	value float64
	unit  string
}

// numbers are those of a text, in order, without days and years.
func (f *facts) numbers(text string) (all []number) {
	dates := f.dates(text)
	words := textWords(text)
	for i := 0; i < len(words); i++ {
		value, used := f.numberAt(words[i:], text)
		if used == 0 {
			continue
		}
		n := number{readout.Range{Start: words[i].Start, End: words[i+used-1].End}, value, ""}
		i += used - 1
		if slices.ContainsFunc(dates, func(d dated) bool { return d.Range.Overlaps(n.Range) }) || isYear(n.value, text[n.Start:n.End]) || clock(text, n.Range) {
			continue
		}
		n.unit = f.unitOf(words[i+1:], text, n.End)
		all = append(all, n)
	}
	return all
}

// isYear reports four digits that are a year, as far as their look goes.
func isYear(v float64, text string) bool {
	return len(text) == 4 && v >= 1900 && v < 2100
}

// clock reports a time of day or a fraction: digits with a colon or slash.
func clock(text string, r readout.Range) bool {
	return r.Start > 0 && strings.ContainsRune(":/", rune(text[r.Start-1])) || r.End < len(text) && strings.ContainsRune(":/", rune(text[r.End])) &&
		r.End+1 < len(text) && text[r.End+1] >= '0' && text[r.End+1] <= '9'
}

// numberAt reads a number at the beginning of a list of words; used is how many
// of them it takes, 0 for none.
func (f *facts) numberAt(words []textWord, text string) (value float64, used int) {
	total, current := 0.0, 0.0
	for i, w := range words {
		if i > 0 && strings.Trim(text[words[i-1].End:w.Start], " -") != "" {
			break
		}
		v, scale, ok := f.numeral(w.word)
		switch {
		case !ok && !(w.word == "and" && used > 0 && i+1 < len(words) && f.small(words[i+1].word) && current >= 100):
			return total + current, used
		case !ok:
			continue
		case scale > 0 && used == 0:
			return 0, 0 // "thousands of": no number
		case scale == 100:
			current *= 100
		case scale > 0:
			total, current = total+current*scale, 0
		case used > 0 && !(f.small(w.word) && (current >= 20 && int(current)%10 == 0 || current >= 100)):
			return total + current, used
		default:
			current += v
		}
		used = i + 1
	}
	return total + current, used
}

func (f *facts) small(w string) bool {
	return slices.Index(f.lists["number"], w) > 0 || slices.Contains(f.lists["ten"], w)
}

// numeral is the value of a word, or the power of ten by which it multiplies.
func (f *facts) numeral(w string) (value, scale float64, ok bool) {
	if i := slices.Index(f.lists["number"], w); i >= 0 {
		return float64(i), 0, true
	}
	if i := slices.Index(f.lists["ten"], w); i > 0 {
		return float64(10 * i), 0, true
	}
	for kind, by := range map[string]float64{"hundred": 100, "thousand": 1000, "million": 1e6} {
		if f.is(kind, w) {
			return 0, by, true
		}
	}
	digits := strings.ReplaceAll(w, ",", "")
	bare := strings.TrimRight(digits, "mnk")
	v, err := strconv.ParseFloat(bare, 64)
	if err != nil || !match.IsNumber(bare) {
		return 0, 0, false
	}
	switch strings.TrimPrefix(digits, bare) {
	case "m", "mn":
		v *= 1e6
	case "k":
		v *= 1e3
	case "":
	default:
		return 0, 0, false
	}
	return v, 0, true
}

// unitOf is the stem of the word that a number counts: the first behind it that
// carries meaning, "of" and "more" aside.
func (f *facts) unitOf(words []textWord, text string, end int) string {
	for i, w := range words {
		if i > 3 || strings.ContainsAny(text[end:w.Start], ".;:!?()\n—") || strings.Contains(text[end:w.Start], ", ") {
			return ""
		}
		end = w.End
		switch w.word {
		case "of", "its", "their", "his", "her", "the", "more", "other", "new", "per":
			continue
		}
		if match.Stop(w.word) {
			return ""
		}
		return match.Stem(w.word)
	}
	return ""
}
