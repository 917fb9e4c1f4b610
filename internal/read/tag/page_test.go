package tag

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"readout"
)

// spell writes a page's words: ^ opens a sentence, a number is the quotation that
// the word stands in, ¶ parts paragraphs.
func (p *page) spell() string {
	var out []string
	paragraph := 0
	for _, w := range p.words {
		for n := paragraph; n < w.paragraph; n++ {
			out = append(out, "¶")
		}
		paragraph = w.paragraph
		s := p.text[w.Start:w.End]
		if w.quotation >= 0 {
			s = fmt.Sprint(w.quotation, s)
		}
		if w.opens {
			s = "^" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no text at all", "", ""},
		{"only space", " \t\r\n\n\u2028\x1c ", ""},
		{"sentences", "Holt left. Why? No word.", "^Holt left . ^Why ? ^No word ."},
		{"marks are words", "U.S. x-ray, 3.5 a_b", "^U . ^S . ^x - ray , 3 . ^5 a_b"},
		{"paragraphs", "One.\nTwo.\n\n\nThree", "^One . ¶ ^Two . ¶ ^Three"},
		{"empty paragraphs", "\n \n\x1c\nOne\n\t\nTwo\n", "^One ¶ ^Two"},
		{"carriage returns", "One.\r\nTwo.\r\n\r\nThree.\r\n", "^One . ¶ ^Two . ¶ ^Three ."},
		{"accents", "Zoë cafe\u0301", "^Zoë cafe \u0301"},
		{"emoji", "ok 👍🏽! 😀go", "^ok 👍 🏽 ! ^😀 go"},
		{"controls", "a\x00b", "^a \x00 b"},
		{"not UTF-8", "a\xffb\x80", "^a \xff b \x80"},

		{"straight quotes", `"We stay," she said. "Go."`, `^0" 0We 0stay 0, 0" she said . ^1" 1Go 1. ^1"`},
		{"curly quotes", "He said “no” and “never”.", "^He said 0“ 0no 0” and 1“ 1never 1” ."},
		{"guillemets", "He said «no».", "^He said 0« 0no 0» ."},
		{"doubled apostrophes", "He said ''no''.", "^He said 0' 0' 0no 0' 0' ."},
		{"TeX", "He said ``no''.", "^He said 0` 0` 0no 0' 0' ."},
		{"single quotes are none", "He said ‘no’, 'never'.", "^He said ‘ no ’ , ' never ' ."},
		{"open to the paragraph's end", "He said “no\n“And no”\nat all", "^He said 0“ 0no ¶ ^1“ 1And 1no 1” ¶ ^at all"},
		{"opened twice", "“He said “no” twice”", "^0“ 0He 0said 0“ 0no 0” twice ”"},
		{"closed without an opening", "no” he » said", "^no ” he » said"},
		{"mixed marks", "“no\" he ''said»", "^0“ 0no 0\" he 1' 1' 1said 1»"},
		{"nothing inside", `"" “”`, `^0" 0" 1“ 1”`},
		{"mark in a word", `a"b"c`, `^a 0" 0b 0" c`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := pageOf(t, analysis(c.text)).spell(); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

// A block that was wrapped is one paragraph, and so its quotations go on.
func TestWrappedLines(t *testing.T) {
	a := blocks(analysis("He said “no\nand no” again.\n\n“Then\nwhat?\n\nWhy?"))
	want := "^He said 0“ 0no ^0and 0no 0” again . ¶ ^1“ 1Then ^1what 1? ¶ ^Why ?"
	if got := pageOf(t, a).spell(); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// mark writes each piece with its case (- lower, C capital, A all capitals, .
// no letter), its place (blank, ( opens, q in, ) closes a quotation) and ^ in a
// paragraph's first word.
func (p *page) mark() string {
	var out []string
	for i, f := range p.feats {
		s := p.text[p.pieces[i].Start:p.pieces[i].End] + string("-CA."[f>>3]) + strings.TrimSpace(string(" (q)"[f>>1&3]))
		if f&1 == 1 {
			s += "^"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestFeatures(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"case", "Holt saw NATO, A and eBay", "HoltC^ saw- NATOA ,. AC and- e- Bay-"},
		{"letters that are marks", "Nº ǅ AB1", "NC^ ºC^ ǅ- ABA 1A"},
		{"quotation", "He said “no”. Yes", "HeC^ said- “.( no-q ”.) .. YesC"},
		{"doubled", "``No'' he", "`.(^ `.( NoCq '.) '.) he-"},
		{"paragraphs", "One two\n\n“Three four", "OneC^ two- “.(^ ThreeCq four-q"},
		{"pieces of a word", "Lendwick X-ray", "LendC^ wickC^ XC -. ray-"},
		{"a piece over two words", "😀go", "😀go.^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := pageOf(t, analysis(c.text)).mark(); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

// odd are texts that are hard on a reader, and what they are.
var odd = map[string]string{
	"plain":             "Ana Ruiz, the minister, said: “We will stay.” Holt did not. He can't.",
	"accents":           "Zoe\u0308 Núñez\u0301 said ﬁne.",
	"controls":          "a\x00\x01 b\u200b c\ufeff",
	"not UTF-8":         "“\xff\xfe” said \xc3 Holt\xe2\x80",
	"emoji":             strings.Repeat("👍🏽😀", 9) + " said Ruiz",
	"only quotes":       strings.Repeat("“\"”''``«»", 40),
	"only controls":     strings.Repeat("\x00", 700),
	"one word":          strings.Repeat("a", 4000),
	"one Chinese word":  strings.Repeat("中", 2000),
	"a long word last":  strings.Repeat("It will stay. ", 80) + strings.Repeat("中", 700),
	"underscores":       strings.Repeat("_", 700) + " and more",
	"no spaces":         strings.Repeat("😀a", 400),
	"empty lines":       strings.Repeat("\n \n", 50) + "x",
	"endless sentence":  strings.Repeat("and the union said that it will stay ", 90),
	"endless paragraph": strings.Repeat("The union will stay. ", 120),
	"short paragraphs":  strings.Repeat("“Yes,” he said.\n", 90),
}

// TestPage: words and pieces are in order, and each word has a piece of its own or
// the one before it.
func TestPage(t *testing.T) {
	for name, text := range odd {
		p := pageOf(t, analysis(text))
		if len(p.feats) != len(p.pieces) {
			t.Errorf("%s: %d features of %d pieces", name, len(p.feats), len(p.pieces))
		}
		end, piece, opened := 0, 0, 0
		for i, w := range p.words {
			if w.Start < end || w.End <= w.Start || w.piece < piece || w.quoted < opened || w.quotation >= w.quoted {
				t.Fatalf("%s: word %d, %+v, stands behind byte %d, piece %d, %d quotations", name, i, w, end, piece, opened)
			}
			if strings.TrimFunc(text[end:w.Start], isSpace) != "" {
				t.Fatalf("%s: %q is in no word", name, text[end:w.Start])
			}
			if w.piece < len(p.pieces) && p.pieces[w.piece].Start >= w.End {
				t.Fatalf("%s: word %d at %v has the piece at %v", name, i, w.Range, p.pieces[w.piece])
			}
			end, piece, opened = w.End, w.piece, w.quoted
		}
	}
}

// A paragraph without a word has no pieces either, whose feature would be none.
func TestSpaceHasNoPieces(t *testing.T) {
	for c := range unicode.MaxRune {
		if isSpace(c) && len(pageOf(t, &readout.Analysis{Doc: &readout.Document{Text: string(c)}}).pieces) > 0 {
			t.Errorf("%U is white space and has a piece", c)
		}
	}
}
