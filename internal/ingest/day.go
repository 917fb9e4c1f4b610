package ingest

import (
	"strings"
	"time"

	"readout"
)

// Where a day of publication came from: the Basis of Document.Published.
const (
	basisGiven   = "given with --published"
	basisPrefix  = "metadata prefix in the text"
	basisFront   = "front matter"
	basisPage    = "page metadata"
	basisAddress = "address of the page"
	basisShown   = "date shown on the page"
)

// published is Options.Published as a Date, nil where nothing was given.
func (o Options) published() (*readout.Date, error) {
	if o.Published == "" {
		return nil, nil
	}
	grain, ok := edtf(o.Published)
	if !ok {
		return nil, fault("write a day as 2026-03-05 or a month as 2026-03",
			"publication date %q is not a day or a month", o.Published)
	}
	return &readout.Date{Value: o.Published, Grain: grain, Basis: basisGiven}, nil
}

// edtf reports whether s is a day or a month of the calendar in EDTF.
func edtf(s string) (readout.Grain, bool) {
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return readout.GrainDay, true
	}
	if _, err := time.Parse("2006-01", s); err == nil {
		return readout.GrainMonth, true
	}
	return "", false
}

// dayLayouts are the ways a day is written in a header line. Days in figures
// other than ISO 8601 are missing on purpose: 03/04/2026 is two days.
var dayLayouts = []string{
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006",
	time.RFC3339, "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02 15:04:05",
	"2006-01-02 15:04:05 -0700", "02 Jan 2006 15:04:05 -0700", "02 Jan 2006 15:04:05 MST",
}

// readDay reads a day as people and programs write it at the top of a file,
// with or without a weekday before it. The day is the one written: no time
// zone moves it.
func readDay(s string) (value string, grain readout.Grain, ok bool) {
	if grain, ok := edtf(s); ok {
		return s, grain, true
	}
	if weekday, rest, found := strings.Cut(s, ","); found && isWeekday(weekday) {
		s = strings.TrimSpace(rest)
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), readout.GrainDay, true
		}
	}
	return "", "", false
}

func isWeekday(s string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(s, d.String()) || strings.EqualFold(s, d.String()[:3]) {
			return true
		}
	}
	return false
}

// setPublished reads the day that stands at r in the text. A day that cannot
// be read is no error: it stays unknown.
func setPublished(doc *readout.Document, r readout.Range, basis string) error {
	value, grain, ok := readDay(doc.Text[r.Start:r.End])
	if !ok {
		return nil
	}
	span, err := doc.Span(r)
	if err != nil {
		return err
	}
	doc.Published = &readout.Date{Value: value, Grain: grain, Basis: basis, Phrase: &span}
	return nil
}
