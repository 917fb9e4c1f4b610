package wordpiece

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

const small = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##want\n##wanted\n##ed\nwant\nwanted\n[\n]\nsep\n#\n##n\nun##n\n"

// spell writes pieces as "spelling@start-end", so that a test can be read.
func spell(t *Tokenizer, text string) []string {
	var s []string
	for _, p := range t.Append(nil, text) {
		s = append(s, t.lexicon.pieces[p.ID]+"@"+text[p.Start:p.End])
	}
	return s
}

func TestAppend(t *testing.T) {
	tokenizer, err := New(small)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"wanted", "wanted@wanted"},
		{"Unwanted", "un@Un ##wanted@wanted"},
		{"ünwänt", "un@ün ##want@wänt"},
		{"un want", "un@un want@want"},
		{"unwantedness", "[UNK]@unwantedness"}, // as a whole, though it begins well
		{"ed", "[UNK]@ed"},                     // continues a word only
		{"un##n", "un@un #@# #@# [UNK]@n"},     // what looks like a piece is cut apart first
		{"[SEP]", "[@[ sep@SEP ]@]"},
		{"[UNK]", "[@[ [UNK]@UNK ]@]"},
		{"un\xffwant", "un@un ##want@want"},
		{"un\u200bwant", "un@un ##want@want"},
		{"un\u0301want\u0301 un", "un@un ##want@want un@un"},
	} {
		if got := strings.Join(spell(tokenizer, test.text), " "); got != test.want {
			t.Errorf("%q: have %q, want %q", test.text, got, test.want)
		}
	}
}

// What Append was given stays in front.
func TestAppendAfterOthers(t *testing.T) {
	tokenizer := model(t)
	first := tokenizer.Append(nil, "one harbour")
	both := tokenizer.Append(slices.Clone(first), "two quays zzzzqqqq\u0378")
	want := append(slices.Clone(first), tokenizer.Append(nil, "two quays zzzzqqqq\u0378")...)
	if !slices.Equal(both, want) {
		t.Errorf("have %v, want %v", both, want)
	}
}

func TestNewErrors(t *testing.T) {
	for _, test := range []struct{ name, vocab, want string }{
		{"empty", "", "empty"},
		{"empty line", "[PAD]\n\n[UNK]\n[CLS]\n[SEP]\n", "line 2: no piece"},
		{"bare ##", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n##\n", "line 5: no piece"},
		{"twice", "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\na\n", `line 6: "a" is on line 5`},
		{"not UTF-8", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n\xff\n", "line 5: not UTF-8"},
		{"no [UNK]", "[PAD]\n[CLS]\n[SEP]\na\n", "[UNK] is missing"},
		{"no [CLS]", "[PAD]\n[UNK]\n[SEP]\na\n", "[CLS] is missing"},
		{"no [SEP]", "[PAD]\n[UNK]\n[CLS]\na\n", "[SEP] is missing"},
		{"no [PAD]", "[UNK]\n[CLS]\n[SEP]\na\n", "[PAD] is missing"},
	} {
		_, err := New(test.vocab)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", test.name, err, test.want)
		}
	}
}

func TestLineEnds(t *testing.T) {
	for _, vocab := range []string{small, strings.TrimSuffix(small, "\n"), strings.ReplaceAll(small, "\n", "\r\n")} {
		tokenizer, err := New(vocab)
		if err != nil {
			t.Fatal(err)
		}
		if id, ok := tokenizer.ID("un##n"); !ok || int(id) != tokenizer.Size()-1 {
			t.Errorf("last piece has id %d of %d, %v", id, tokenizer.Size(), ok)
		}
	}
}

func TestID(t *testing.T) {
	tokenizer := model(t)
	for piece, want := range map[string]int32{"[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102, "[MASK]": 103, "the": 1996} {
		if id, ok := tokenizer.ID(piece); !ok || id != want {
			t.Errorf("%s has id %d, %v; want %d", piece, id, ok, want)
		}
	}
	if _, ok := tokenizer.ID("no such piece"); ok {
		t.Error("found a piece that is not there")
	}
	if tokenizer.Size() != 30522 {
		t.Errorf("%d pieces, want 30522", tokenizer.Size())
	}
}

func TestGoroutines(t *testing.T) {
	tokenizer := model(t)
	texts := goldens(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for _, g := range texts {
				if got := tokenizer.Append(nil, g.text); !slices.Equal(got, g.pieces) {
					t.Errorf("%q: have %v, want %v", g.text, got, g.pieces)
				}
			}
		})
	}
	wait.Wait()
}

func TestNoAllocation(t *testing.T) {
	tokenizer := model(t)
	text := strings.Repeat("The Žofie ferry reopened at 7:30, “twice”, in 서울 and 東京 \u0378 unbelievableness. ", 20)
	dst := tokenizer.Append(nil, text)
	if n := testing.AllocsPerRun(50, func() { dst = tokenizer.Append(dst[:0], text) }); n != 0 {
		t.Errorf("%v allocations a text, want none", n)
	}
	// Marks of their own need one buffer a text, however many there are.
	marked := strings.Repeat("Zofie\u0301 ", 200)
	if n := testing.AllocsPerRun(50, func() { dst = tokenizer.Append(dst[:0], marked) }); n > 2 {
		t.Errorf("%v allocations for a text with marks, want 2 at most", n)
	}
}

// A text of two megabytes without a space is one word, and a run of as many
// marks is put in order.
func TestLongTexts(t *testing.T) {
	tokenizer := model(t)
	for _, unit := range []string{"x", "\u00e9", "\uac01", "a\u0301", "\u0301", "\u0334\u302e", "\xff", "\u200b"} {
		text := "a" + strings.Repeat(unit, 2<<20/len(unit)) + " b"
		want := []Piece{{tokenizer.unknown, 0, len(text) - 2}, {1038, len(text) - 1, len(text)}}
		switch unit {
		case "a\u0301": // the last accent ends the word, and lies in no piece
			want[0].End -= 2
		case "\u0301", "\xff", "\u200b":
			want[0] = Piece{1037, 0, 1}
		}
		if got := tokenizer.Append(nil, text); !slices.Equal(got, want) {
			t.Errorf("2 MB of %q: have %v, want %v", unit, got, want)
		}
	}
}

func TestFoldErrors(t *testing.T) {
	const first = "# readout fold 1\n"
	for _, test := range []struct{ table, want string }{
		{"", "no code point"},
		{"0000 drop\n", "line 1: want"},
		{first + "zz drop\n", `line 2: no code point "zz"`},
		{first + "110000 drop\n", "no code point"},
		{first + "0041..0040 drop\n", "out of order"},
		{first + "0041 drop\n0041 drop\n", "line 3: range 0041 is out of order"},
		{first + "0041 eat\n", `no action "eat"`},
		{first + "0041 drop 3\n", `drop takes no "3"`},
		{first + "0041 shift\n", "invalid syntax"},
		{first + "0041 become\n", `become takes no ""`},
		{first + "0041 become 61/x\n", "invalid syntax"},
		{first + "0041 alone 61 62\n", "alone takes no"},
		{first + "0041 shift 1048576\n", "out of range"},
		{first + "0041 shift -1048577\n", "out of range"},
	} {
		_, err := parseFold(test.table)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want one with %q", test.table, err, test.want)
		}
	}
}
