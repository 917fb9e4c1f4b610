package store

import (
	"strconv"
	"strings"
	"time"
)

const day = time.DateOnly

// Days gives the first and the last day ("2006-01-02") that an EDTF value can
// mean, so that a store can index and compare values of any grain as strings.
// A stretch that is open on one side ("../2026-01-29", on or before) counts as
// the one day it names: a search up to 2020 is not for what was said "on or
// before" a day in 2026. Hours and the marks ? ~ % are dropped, a season is
// its year. ok is false where there is no such day.
func Days(edtf string) (first, last string, ok bool) {
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		return stretch(from)
	}
	switch {
	case openEnd(from):
		_, last, ok = stretch(to)
		return last, last, ok
	case openEnd(to):
		first, _, ok = stretch(from)
		return first, first, ok
	}
	first, _, okFrom := stretch(from)
	_, last, okTo := stretch(to)
	if !okFrom || !okTo || last < first {
		return "", "", false
	}
	return first, last, true
}

func openEnd(s string) bool { return s == "" || s == ".." }

// stretch is Days of a value that is no interval.
func stretch(value string) (first, last string, ok bool) {
	value, _, _ = strings.Cut(value, "T")
	value = strings.TrimRight(value, "?~%")
	switch len(value) {
	case len("2006"):
		return years(value)
	case len("2006-01"):
		return part(value)
	}
	t, err := time.Parse(day, value)
	if err != nil {
		return "", "", false
	}
	return t.Format(day), t.Format(day), true
}

// years takes "2006", and "200X" and "20XX" for a decade and a century.
func years(value string) (first, last string, ok bool) {
	first = strings.ReplaceAll(value, "X", "0")
	last = strings.ReplaceAll(value, "X", "9")
	if _, err := time.Parse("2006", first); err != nil {
		return "", "", false
	}
	return first + "-01-01", last + "-12-31", true
}

// part takes the part of a year: "2006-01" is a month, -21 to -24 are the
// seasons, -33 to -36 the quarters (EDTF level 2).
func part(value string) (first, last string, ok bool) {
	months := 1
	year, number, _ := strings.Cut(value, "-")
	n, err := strconv.Atoi(number)
	if err != nil {
		return "", "", false
	}
	switch {
	case n >= 21 && n <= 24:
		return years(year)
	case n >= 33 && n <= 36:
		n, months = 3*(n-33)+1, 3
	}
	start, err := time.Parse("2006-1", year+"-"+strconv.Itoa(n))
	if err != nil {
		return "", "", false
	}
	return start.Format(day), start.AddDate(0, months, -1).Format(day), true
}
