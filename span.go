// Package readout holds the nouns of the record: what the program keeps of
// news reports on a developing story. Who said what (exact words, exact
// place), on whose word, who has answered and who has not, what was promised
// by when, who met whom, what happened with which figures.
//
// The JSON form of these types is the export format, version 1: names follow
// PARC 3, PolNeAR and Citron (source, cue, content), EDTF (dates), W3C Web
// Annotation (spans by position). Unknown is the zero value and absent from
// the JSON, never a guess. Nouns know no database and no door.
package readout

import (
	"fmt"
	"unicode/utf8"
)

// FormatVersion is the version of the export format that these types write.
const FormatVersion = 1

// Range is a half-open stretch of bytes of one document's Text, on rune
// boundaries. Reading works on ranges; only a Span leaves it.
type Range struct {
	Start, End int
}

// Len is the number of bytes.
func (r Range) Len() int { return r.End - r.Start }

// Empty reports whether the range covers nothing.
func (r Range) Empty() bool { return r.End <= r.Start }

// Contains reports whether other lies wholly inside r.
func (r Range) Contains(other Range) bool { return r.Start <= other.Start && other.End <= r.End }

// Overlaps reports whether the two share at least one byte.
func (r Range) Overlaps(other Range) bool { return r.Start < other.End && other.Start < r.End }

// Span is a half-open stretch of one document's Text as it is kept and
// exported: in code points (Start, End) and in bytes (BStart, BEnd), with the
// slice itself. Spans are made by Document.Span only, which checks them.
type Span struct {
	Doc    string `json:"doc"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	BStart int    `json:"bstart"`
	BEnd   int    `json:"bend"`
	Text   string `json:"text"`
}

// Bytes is the span as a range of bytes.
func (s Span) Bytes() Range { return Range{s.BStart, s.BEnd} }

// Span cuts r out of the document's text.
func (d *Document) Span(r Range) (Span, error) {
	if r.Start < 0 || r.End < r.Start || r.End > len(d.Text) {
		return Span{}, fmt.Errorf("span %d-%d lies outside the %d bytes of %s", r.Start, r.End, len(d.Text), d.ID)
	}
	if !onRune(d.Text, r.Start) || !onRune(d.Text, r.End) {
		return Span{}, fmt.Errorf("span %d-%d of %s cuts a character", r.Start, r.End, d.ID)
	}
	start := utf8.RuneCountInString(d.Text[:r.Start])
	text := d.Text[r.Start:r.End]
	return Span{
		Doc: d.ID, Start: start, End: start + utf8.RuneCountInString(text),
		BStart: r.Start, BEnd: r.End, Text: text,
	}, nil
}

// Check reports whether s is what Span would make of the same bytes.
func (d *Document) Check(s Span) error {
	want, err := d.Span(s.Bytes())
	if err != nil {
		return err
	}
	if s != want {
		return fmt.Errorf("span %d-%d of %s does not match the text it points at", s.BStart, s.BEnd, d.ID)
	}
	return nil
}

func onRune(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
