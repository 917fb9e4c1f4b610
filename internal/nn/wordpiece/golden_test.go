package wordpiece

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// model returns a tokenizer for the vocabulary of the encoder.
func model(tb testing.TB) *Tokenizer {
	tb.Helper()
	vocab, err := os.ReadFile("../../../models/vocab.txt")
	if err != nil {
		tb.Fatal(err)
	}
	t, err := New(string(vocab))
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// The pieces of testdata are the reference's; bench/tokenizer/golden.py has
// the texts and writes them.
func TestGolden(t *testing.T) {
	tokenizer := model(t)
	for n, g := range goldens(t) {
		got := tokenizer.Append(nil, g.text)
		if !slices.Equal(got, g.pieces) {
			t.Errorf("line %d: %q\n have %v\n want %v %q", n+1, g.text, got, g.pieces, g.spelled)
		}
		for i, p := range got {
			if s := tokenizer.lexicon.pieces[p.ID]; s != g.spelled[i] {
				t.Errorf("line %d: piece %d is %q, want %q", n+1, i, s, g.spelled[i])
			}
		}
	}
}

type golden struct {
	text    string
	spelled []string
	pieces  []Piece
}

func goldens(tb testing.TB) []golden {
	tb.Helper()
	raw, err := os.ReadFile("testdata/golden.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	var all []golden
	for dec := json.NewDecoder(strings.NewReader(string(raw))); dec.More(); {
		var line struct {
			Text, Hex string
			Spelled   []string
			Pieces    [][3]int
		}
		if err := dec.Decode(&line); err != nil {
			tb.Fatal(err)
		}
		g := golden{text: line.Text, spelled: line.Spelled}
		if line.Hex != "" {
			bad, err := hex.DecodeString(line.Hex)
			if err != nil {
				tb.Fatal(err)
			}
			g.text = string(bad)
		}
		for _, p := range line.Pieces {
			g.pieces = append(g.pieces, Piece{int32(p[0]), p[1], p[2]})
		}
		all = append(all, g)
	}
	if len(all) < 50 {
		tb.Fatalf("only %d golden texts", len(all))
	}
	return all
}

// Every code point, alone, between letters and among marks: the hash of a
// block's pieces is that of the reference's.
func TestEveryCodePoint(t *testing.T) {
	tokenizer := model(t)
	f, err := os.Open("testdata/points.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	blocks := 0
	for s := bufio.NewScanner(f); s.Scan(); blocks++ {
		var first rune
		var want string
		if _, err := fmt.Sscanf(s.Text(), "%x %s", &first, &want); err != nil {
			t.Fatal(err)
		}
		if got := digest(tokenizer.Append(nil, surroundings(first))); got != want {
			t.Errorf("the pieces of %06X..%06X have hash %s, want %s", first, first+4095, got, want)
		}
	}
	if blocks != 272 {
		t.Errorf("%d blocks, want 272", blocks)
	}
}

// surroundings is the text of a block of 4,096 code points.
func surroundings(first rune) string {
	var b strings.Builder
	for c := first; c < first+4096; c++ {
		if c < 0xD800 || c > 0xDFFF {
			r := string(c)
			b.WriteString(r + " a" + r + "b o\u302e" + r + "\u0323n ")
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

func digest(pieces []Piece) string {
	h := sha256.New()
	for _, p := range pieces {
		var b []byte
		for _, n := range []int{int(p.ID), p.Start, p.End} {
			b = binary.LittleEndian.AppendUint32(b, uint32(n))
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
