package wordpiece

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func FuzzAppend(f *testing.F) {
	tokenizer := model(f)
	for _, g := range goldens(f) {
		if len(g.text) < 200 {
			f.Add(g.text, "quay")
		}
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		pieces := tokenizer.Append(nil, text)
		checkRanges(t, tokenizer, text, pieces)
		checkCover(t, tokenizer, text, pieces)
		if again := tokenizer.Append(nil, text); !slices.Equal(again, pieces) {
			t.Fatalf("%q: have %v, then %v", text, pieces, again)
		}
		joined := tokenizer.Append(nil, text+" "+other)
		for _, p := range tokenizer.Append(nil, other) {
			at := len(text) + 1
			pieces = append(pieces, Piece{p.ID, p.Start + at, p.End + at})
		}
		if !slices.Equal(joined, pieces) {
			t.Fatalf("%q and %q: joined by a space %v, one by one %v", text, other, joined, pieces)
		}
	})
}

// checkRanges: ids are ordinary, ranges lie on code points and rise, and two
// of them share one code point at most.
func checkRanges(t *testing.T, tokenizer *Tokenizer, text string, pieces []Piece) {
	t.Helper()
	edge := make([]bool, len(text)+1)
	for i := range text {
		edge[i] = true
	}
	edge[len(text)] = true
	last := Piece{}
	for _, p := range pieces {
		if s := tokenizer.lexicon.pieces[p.ID]; s[0] == '[' && len(s) > 1 && s != "[UNK]" {
			t.Fatalf("%q: special piece %s", text, s)
		}
		if p.Start < 0 || p.Start >= p.End || p.End > len(text) || !edge[p.Start] || !edge[p.End] {
			t.Fatalf("%q: piece at %d-%d", text, p.Start, p.End)
		}
		if p.Start < last.Start || p.End < last.End {
			t.Fatalf("%q: %v comes after %v", text, p, last)
		}
		if p.Start < last.End {
			if _, n := utf8.DecodeRuneInString(text[p.Start:]); p.Start+n != last.End {
				t.Fatalf("%q: %v shares more than a code point with %v", text, p, last)
			}
		}
		last = p
	}
}

// checkCover: what is no space, mark or control lies in a piece.
func checkCover(t *testing.T, tokenizer *Tokenizer, text string, pieces []Piece) {
	t.Helper()
	for i, c := range text {
		a := tokenizer.fold.of(c)
		if k := a.kind(); k == drop || k == strip || k == space || a.class() != 0 {
			continue
		}
		for len(pieces) > 0 && pieces[0].End <= i {
			pieces = pieces[1:]
		}
		if len(pieces) == 0 || pieces[0].Start > i {
			t.Fatalf("%q: %q at %d is in no piece", text, c, i)
		}
	}
}
