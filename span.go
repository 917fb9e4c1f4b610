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
// slice itself. Spans are made by Document.Span and Ruler.Span only, which
// check them.
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

// Span cuts r out of the document's text. Whoever cuts many spans out of one
// document takes a Ruler, which does not count the characters before each.
func (d *Document) Span(r Range) (Span, error) {
	return d.cut(r, func(at int) int { return utf8.RuneCountInString(d.Text[:at]) })
}

// cut makes the span of r; before counts the code points before a byte.
func (d *Document) cut(r Range, before func(at int) int) (Span, error) {
	if r.Start < 0 || r.End < r.Start || r.End > len(d.Text) {
		return Span{}, fmt.Errorf("span %d-%d lies outside the %d bytes of %s", r.Start, r.End, len(d.Text), d.ID)
	}
	if !onRune(d.Text, r.Start) || !onRune(d.Text, r.End) {
		return Span{}, fmt.Errorf("span %d-%d of %s cuts a character", r.Start, r.End, d.ID)
	}
	start := before(r.Start)
	text := d.Text[r.Start:r.End]
	return Span{
		Doc: d.ID, Start: start, End: start + utf8.RuneCountInString(text),
		BStart: r.Start, BEnd: r.End, Text: text,
	}, nil
}

// Check reports whether s is what Span would make of the same bytes.
func (d *Document) Check(s Span) error { return d.compare(s, d.Span) }

func (d *Document) compare(s Span, cut func(Range) (Span, error)) error {
	want, err := cut(s.Bytes())
	if err != nil {
		return err
	}
	if s != want {
		return fmt.Errorf("span %d-%d of %s does not match the text it points at", s.BStart, s.BEnd, d.ID)
	}
	return nil
}

// Ruler makes and checks the spans of one document in a time that does not
// grow with the text before them. The document must not change; a ruler that
// is made may be used from several goroutines.
type Ruler struct {
	doc   *Document
	marks []mark
}

// mark is a place of the text in bytes and in code points. Mark k is the first
// character at or behind byte k*markStep.
type mark struct{ bytes, runes int }

const markStep = 512

// Ruler measures the text.
func (d *Document) Ruler() *Ruler {
	r := &Ruler{doc: d, marks: make([]mark, 0, len(d.Text)/markStep+1)}
	runes := 0
	for i := range d.Text {
		if i >= len(r.marks)*markStep {
			r.marks = append(r.marks, mark{i, runes})
		}
		runes++
	}
	return r
}

// Span is Document.Span.
func (r *Ruler) Span(of Range) (Span, error) { return r.doc.cut(of, r.before) }

// Check is Document.Check.
func (r *Ruler) Check(s Span) error { return r.doc.compare(s, r.Span) }

func (r *Ruler) before(at int) int {
	k := min(at/markStep, len(r.marks)-1)
	if k >= 0 && r.marks[k].bytes > at {
		k--
	}
	if k < 0 {
		return 0
	}
	m := r.marks[k]
	return m.runes + utf8.RuneCountInString(r.doc.Text[m.bytes:at])
}

func onRune(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
