package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// shape tells how many atoms from j on have a form, and their value.
type shape func(m *matcher, j int) (int, string)

// shapes are the classes that are told by their form. Each gives the number
// of atoms from j on and the value; 0 is no.
var shapes = map[string]shape{
	"NUMBER":  number,
	"YEAR":    year,
	"DAY":     day,
	"DECADE":  decade,
	"NTH":     nth,
	"CLOCK":   clock12,
	"HHMM":    clock24,
	"HOURS":   hours,
	"ISO":     iso,
	"NUMERIC": numeric,
	"NAME":    name,
}

func (m *matcher) at(j int) atom {
	if j < 0 || j >= len(m.atoms) {
		return atom{kind: mark}
	}
	return m.atoms[j]
}

// int reads atom j as a number of at least lo and at most hi digits; -1 is no.
func (m *matcher) int(j, lo, hi int) int {
	a := m.at(j)
	if a.kind != digits || len(a.text) < lo || len(a.text) > hi {
		return -1
	}
	n, _ := strconv.Atoi(a.text)
	return n
}

// glued reports whether the mark s and then more digits hang on atom j.
func (m *matcher) glued(j int, s string) bool {
	a, b := m.at(j), m.at(j+1)
	return a.glued && a.text != "" && strings.Contains(s, a.text) && b.glued && b.kind == digits
}

func (m *matcher) apostrophe(j int) bool { a := m.at(j); return a.key() == "'" }

// number: "12", "2,000", "1.5", "2 1/2", "twenty-one", "a hundred".
func number(m *matcher, j int) (int, string) {
	if m.int(j, 1, 9) < 0 {
		return spelled(m, j)
	}
	if m.at(j+1).text == "1" && !m.at(j+1).glued && m.glued(j+2, "/") && m.at(j+3).text == "2" {
		return 4, m.at(j).text + ".5"
	}
	value, n := m.at(j).text, 1
	for n < 9 && m.glued(j+n, ",") && len(m.at(j+n+1).text) == 3 {
		value, n = value+m.at(j+n+1).text, n+2
	}
	if m.glued(j+n, ".") {
		value, n = value+"."+m.at(j+n+1).text, n+2
	}
	if trimmed := strings.TrimLeft(value, "0"); trimmed != "" && trimmed[0] != '.' {
		value = trimmed
	}
	return n, value
}

// spelled adds up number words (class CARDINAL): tens and ones, times a hundred or a
// thousand.
func spelled(m *matcher, j int) (int, string) {
	total, part, n := 0, 0, 0
	for i := j; ; {
		if i > j && hyphen(m.atoms, i) {
			i++
		}
		k, v, _ := m.word("CARDINAL", i)
		w, _ := strconv.Atoi(v)
		switch {
		case k == 0:
			if n == 0 {
				return 0, ""
			}
			return n, strconv.Itoa(total + part)
		case w >= 1000 && total == 0:
			total, part = max(part, 1)*w, 0
		case w == 100 && part < 100:
			part = max(part, 1) * w
		case w < 100 && part == 0, w < 10 && part >= 20 && part%10 == 0, w < 100 && part >= 100 && part%100 == 0:
			part += w
		default:
			if n == 0 {
				return 0, ""
			}
			return n, strconv.Itoa(total + part)
		}
		i += k
		n = i - j
	}
}

// year: "1998", and as it is spoken: "nineteen ninety-eight", "the
// year two thousand".
func year(m *matcher, j int) (int, string) {
	if y := m.int(j, 4, 4); y >= 1500 && y < 2200 && !m.glued(j+1, ",") {
		return 1, m.at(j).text
	}
	n, first := spelled(m, j)
	if y, _ := strconv.Atoi(first); y >= 2000 && y < 2100 && m.at(j-1).lower == "year" {
		return n, first
	}
	if first != "19" && first != "20" {
		return 0, ""
	}
	k, last := spelled(m, j+n)
	if y, _ := strconv.Atoi(last); y < 10 || y > 99 {
		return 0, ""
	}
	return n + k, first + last
}

// day: "3", "03", "3rd".
func day(m *matcher, j int) (int, string) {
	d := m.int(j, 1, 2)
	if d < 1 || d > 31 {
		return 0, ""
	}
	if n, _, _ := m.word("SUFFIX", j+1); n > 0 && m.at(j+1).glued {
		return 2, strconv.Itoa(d)
	}
	return 1, strconv.Itoa(d)
}

// nth: "21st", "first" (class ORDINAL).
func nth(m *matcher, j int) (int, string) {
	if d := m.int(j, 1, 2); d > 0 {
		if n, _, _ := m.word("SUFFIX", j+1); n > 0 && m.at(j+1).glued {
			return 2, strconv.Itoa(d)
		}
	}
	n, v, _ := m.word("ORDINAL", j)
	return n, v
}

// decade: "1990s", "1990's", "'90s". The value is its first year.
func decade(m *matcher, j int) (int, string) {
	start := j
	if m.apostrophe(j) {
		j++
	}
	y := m.int(j, 4, 4)
	if j > start {
		if y = m.int(j, 2, 2); y >= 0 && m.at(j).glued {
			y += 1900
		}
	}
	end := j + 1
	if m.at(end).glued && m.apostrophe(end) {
		end++
	}
	if y < 1500 || y%10 != 0 || m.at(end).text != "s" || !m.at(end).glued {
		return 0, ""
	}
	return end + 1 - start, strconv.Itoa(y)
}

// clock12: "11", "11:30", "11.30" of a twelve-hour clock.
func clock12(m *matcher, j int) (int, string) {
	h := m.int(j, 1, 2)
	if h < 1 || h > 12 {
		return 0, ""
	}
	if min := m.int(j+2, 2, 2); m.glued(j+1, ":.") && min >= 0 && min < 60 {
		return 3, fmt.Sprintf("%02d:%02d", h, min)
	}
	return 1, fmt.Sprintf("%02d:00", h)
}

// clock24: "18:00", "18.00" is no time without a mark that says so.
func clock24(m *matcher, j int) (int, string) {
	h, min := m.int(j, 1, 2), m.int(j+2, 2, 2)
	if h < 0 || h > 24 || !m.glued(j+1, ":") || min < 0 || min > 59 {
		return 0, ""
	}
	return 3, fmt.Sprintf("%02d:%02d", h, min)
}

// hours: "1800" before a zone.
func hours(m *matcher, j int) (int, string) {
	if t := m.int(j, 4, 4); t >= 0 && t <= 2400 && t%100 < 60 {
		return 1, fmt.Sprintf("%02d:%02d", t/100, t%100)
	}
	return 0, ""
}

// iso: "2026-03-03".
func iso(m *matcher, j int) (int, string) {
	if m.int(j, 4, 4) < 0 || !m.glued(j+1, "-") || m.int(j+2, 2, 2) < 0 || !m.glued(j+3, "-") || m.int(j+4, 2, 2) < 0 {
		return 0, ""
	}
	return 5, m.at(j).text + "-" + m.at(j+2).text + "-" + m.at(j+4).text
}

// numeric: "03/03/2026", "3.3.2026". The value has slashes or dots, as written.
func numeric(m *matcher, j int) (int, string) {
	sep := m.at(j + 1).text
	if sep != "/" && sep != "." || m.int(j, 1, 2) < 0 || !m.glued(j+1, sep) || m.int(j+2, 1, 2) < 0 || !m.glued(j+3, sep) || m.int(j+4, 4, 4) < 0 {
		return 0, ""
	}
	return 5, m.at(j).text + sep + m.at(j+2).text + sep + m.at(j+4).text
}

// name: one word with a capital ("Lendwick time").
func name(m *matcher, j int) (int, string) {
	if a := m.at(j); a.kind == letters && a.capital {
		return 1, a.text
	}
	return 0, ""
}
