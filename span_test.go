package readout_test

import (
	"strings"
	"testing"

	"readout"
)

// A ruler counts as Document.Span does, at every byte of texts with wide
// characters, with bytes that are no UTF-8, and longer than its steps.
func TestRulerSpansAsDocument(t *testing.T) {
	for _, text := range []string{
		"", "a", "Zoë – “naïve” 船\u00a0🚢.",
		strings.Repeat("Zoë ran – “naïve” 船🚢. ", 120),
		strings.Repeat("\xe8\x88\x00\x88\xff🚢x", 300),
		strings.Repeat("\x88", 1500),
	} {
		d := &readout.Document{ID: "d-1", Text: text}
		ruler := d.Ruler()
		for i := -1; i <= len(text)+1; i++ {
			r := readout.Range{Start: i, End: min(len(text), i+7)}
			want, wantErr := d.Span(r)
			got, err := ruler.Span(r)
			if got != want || (err == nil) != (wantErr == nil) {
				t.Fatalf("byte %d of %.20q: got %+v, %v, want %+v, %v", i, text, got, err, want, wantErr)
			}
			if err != nil {
				continue
			}
			if err := ruler.Check(got); err != nil {
				t.Fatal(err)
			}
			got.Start++
			if ruler.Check(got) == nil || d.Check(got) == nil {
				t.Fatalf("byte %d of %.20q: a span one off passes", i, text)
			}
		}
	}
}
