package tag

import (
	"slices"
	"strings"
	"testing"

	"readout"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct{ token, want string }{
		{"word", "word"},
		{"cease-fire", "cease|-|fire"},
		{"well-to-do", "well|-|to|-|do"},
		{"e‑mail", "e|‑|mail"},
		{"2019–20", "2019|–|20"},
		{"-led", "-|led"},
		{"pre-", "pre|-"},
		{"a--b", "a|-|-|b"},
		{"-", "-"},
		{"don't", "do|n't"},
		{"won’t", "wo|n’t"},
		{"we'll", "we|'ll"},
		{"they’re", "they|’re"},
		{"I'm", "I|'m"},
		{"could've", "could|'ve"},
		{"she’d", "she|’d"},
		{"mother-in-law'd", "mother|-|in|-|law|'d"},
		{"n't", "n't"},
		{"’ll", "’ll"},
		{"Ruiz's", "Ruiz's"}, // such endings are tokens of their own
		{"O'Hara", "O'Hara"},
		{"Zoë-Ana", "Zoë|-|Ana"},
		{"a\xff-\xe2\x80", "a\xff|-|\xe2\x80"},
	} {
		text := "(" + c.token + ")"
		token := readout.Token{Range: readout.Range{Start: 1, End: 1 + len(c.token)}}
		var got []string
		for _, r := range split(text, token) {
			got = append(got, text[r.Start:r.End])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q is split into %q, want %q", c.token, s, c.want)
		}
	}
	dash := readout.Token{Range: readout.Range{Start: 0, End: 2}, Kind: readout.Punct}
	if got := split("--", dash); len(got) != 1 || got[0] != dash.Range {
		t.Errorf("a mark is split into %v", got)
	}
}

// TestTops draws each part as its token's number, with a minus where it is minor.
func TestTops(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts string
		heads []int
		want  []int
	}{
		{"a part each", "0 1 2", []int{1, -1, 1}, []int{0, 1, 2}},
		{"well-known man, as it should be", "0 -0 0 1", []int{2, 2, 3, -1}, []int{2, 3}},
		{"well-known man, flat", "0 -0 0 1", []int{3, 3, 3, -1}, []int{2, 3}},
		{"only the hyphen and the first", "0 -0 0 1", []int{3, 3, 0, -1}, []int{0, 3}},
		{"they'll go", "0 -0 1", []int{2, 2, -1}, []int{0, 2}},
		{"the root is inside", "0 1 -1 1", []int{3, 3, 3, -1}, []int{0, 3}},
		{"the root is the hyphen", "0 1 -1 1", []int{2, 2, -1, 2}, []int{0, 2}},
		{"crossed", "0 0 1 2", []int{3, 2, 0, -1}, []int{0, 2, 3}}, // the later hangs on 1, which hangs on the first
	} {
		var parts []part
		for _, s := range strings.Fields(c.parts) {
			number, minor := strings.CutPrefix(s, "-")
			parts = append(parts, part{token: int(number[0] - '0'), minor: minor})
		}
		if got := tops(parts, c.heads); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Of a compound the last word speaks for it, of a contraction the first.
func TestMinor(t *testing.T) {
	g := tagger(t)
	a := analysis("cease-fire they'll don’t O'Hara -")
	w := newPage(a, g.tokens).windows()[0]
	var got []string
	for _, p := range w.parts(g.network, a.Tokens, a.Sentences[0]) {
		got = append(got, map[bool]string{true: "minor", false: "word"}[p.minor])
	}
	if s := strings.Join(got, " "); s != "word minor word word minor word minor word minor" {
		t.Errorf("parts are %s", s)
	}
}

// TestSentencesOf: each token is in a sentence of one window, the one that its piece
// lies in.
func TestSentencesOf(t *testing.T) {
	for name, text := range odd {
		a := analysis(text)
		p := pageOf(t, a)
		next := 0
		for _, w := range p.windows() {
			for _, s := range w.sentencesOf(a) {
				if whole := a.Sentences[a.Tokens[s.First].Sentence]; s.First != next || s.Last <= s.First || s.Last > whole.Last {
					t.Fatalf("%s: sentence of tokens %d to %d behind token %d", name, s.First, s.Last, next)
				}
				for i := s.First; i < s.Last; i++ {
					if piece, _ := p.pieceAt(a.Tokens[i].Range, w.lo); piece < w.lo-1 || piece > w.firstPiece(w.end) {
						t.Fatalf("%s: token %d has piece %d, its window is %d to %d", name, i, piece, w.lo, w.firstPiece(w.end))
					}
				}
				next = s.Last
			}
		}
		if next != len(a.Tokens) {
			t.Errorf("%s: %d of %d tokens are in a window", name, next, len(a.Tokens))
		}
	}
}

// TestRows: whatever a window asks for is a row that the network saw.
func TestRows(t *testing.T) {
	g := tagger(t)
	for name, text := range odd {
		a := analysis(text)
		p := newPage(a, g.tokens)
		for _, w := range p.windows() {
			last := min(w.firstPiece(w.end)-w.lo, positions-2) + 1 // where the closing mark is
			rows := w.rows(g.network)
			if len(rows) != w.end-w.context || !slices.IsSorted(rows) || rows[0] < 1 || rows[len(rows)-1] > max(last-1, 1) {
				t.Fatalf("%s: rows %d to %d of a window whose last is %d", name, rows[0], rows[len(rows)-1], last)
			}
			for _, s := range w.sentencesOf(a) {
				if parts := w.parts(g.network, a.Tokens, s); len(parts) < min(longest, s.Last-s.First) || len(parts) > longest+8 {
					t.Errorf("%s: %d parts of %d tokens", name, len(parts), s.Last-s.First)
				}
			}
		}
	}
}
