package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"readout"
	"readout/internal/lang"
)

// tokenize cuts one block: UAX #29 words, then the exceptions.
func tokenize(text string, r readout.Range, l *lang.Language) []readout.Token {
	var out []readout.Token
	seg := words.FromString(text[r.Start:r.End])
	for seg.Next() {
		at := readout.Range{Start: r.Start + seg.Start(), End: r.Start + seg.End()}
		s := text[at.Start:at.End]
		if strings.TrimFunc(s, invisible) == "" || strings.Trim(s, "*_`") == "" && s != "`" && s != "``" {
			continue // nothing to see, or Markdown's emphasis: the name in it is one name
		}
		if s == ">" && len(out) == 0 {
			continue // Markdown's block quotation
		}
		t := readout.Token{Range: at, Kind: kindOf(s)}
		if n := len(out); n > 0 && out[n-1].End == at.Start && joins(text, out, t, l) {
			out[n-1].End = at.End
			if out[n-1].Kind != readout.Punct {
				out[n-1].Kind = kindOf(text[out[n-1].Start:at.End])
			}
			continue
		}
		out = append(out, t)
	}
	return splitPossessives(text, splitGlued(text, out))
}

func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}

func kindOf(s string) readout.TokenKind {
	kind := readout.Punct
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return readout.Word
		case unicode.IsDigit(r):
			kind = readout.Number
		}
	}
	return kind
}

// joins reports whether t, which follows the last token without a gap, is
// part of it: "cease-fire", "U.S.", "J.", "...", "”".
func joins(text string, out []readout.Token, t readout.Token, l *lang.Language) bool {
	last := out[len(out)-1]
	a, b := text[last.Start:last.End], text[t.Start:t.End]
	switch {
	case b == "." && a[len(a)-1] == '.' && strings.Trim(a, ".") == "": // ellipsis
		return true
	case b == "'" && a == "'", b == "`" && a == "`", b == "-" && a == "-":
		return true
	case b == "." && last.Kind == readout.Word:
		return l.Abbreviations[a+"."] || initial(a) || dotted(a)
	case b == "-" || b == "‑": // the next character decides
		next, _ := utf8.DecodeRuneInString(text[t.End:])
		return last.Kind != readout.Punct && (unicode.IsLetter(next) || unicode.IsDigit(next))
	case t.Kind != readout.Punct && last.Kind != readout.Punct:
		return strings.HasSuffix(a, "-") || strings.HasSuffix(a, "‑") || (strings.Contains(a, ".") && strings.HasSuffix(a, "."))
	}
	return false
}

// initial is one capital letter: "J" before its dot.
func initial(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && unicode.IsUpper(r)
}

// dotted is letters with dots between, as "U.S" before its last dot.
func dotted(s string) bool {
	parts := strings.Split(s, ".")
	for _, p := range parts {
		if utf8.RuneCountInString(p) != 1 {
			return false
		}
	}
	return len(parts) > 1
}

// EXAMPLE "underway.The": a sentence that begins without a space
var glued = regexp.MustCompile(`^(\p{L}*\p{Ll}{2})\.\p{Lu}\p{Ll}`)

// splitGlued cuts a word that is the end of one sentence and the beginning of
// the next into word, stop and word.
func splitGlued(text string, in []readout.Token) []readout.Token {
	out := make([]readout.Token, 0, len(in))
	for _, t := range in {
		for {
			m := glued.FindStringSubmatchIndex(text[t.Start:t.End])
			if m == nil || t.Kind != readout.Word {
				break
			}
			at := t.Start + m[3]
			head, stop := t, readout.Token{Range: readout.Range{Start: at, End: at + 1}, Kind: readout.Punct}
			head.End = at
			out = append(out, head, stop)
			t.Start = at + 1
		}
		out = append(out, t)
	}
	return out
}

// splitPossessives cuts "'s" off a word, so that a name is a token of its own.
func splitPossessives(text string, in []readout.Token) []readout.Token {
	out := make([]readout.Token, 0, len(in))
	for _, t := range in {
		s := text[t.Start:t.End]
		cut := 0
		for _, ending := range []string{"'s", "’s", "'S", "’S"} {
			if strings.HasSuffix(s, ending) && len(s) > len(ending) {
				cut = len(ending)
			}
		}
		if cut == 0 {
			out = append(out, t)
			continue
		}
		head, tail := t, t
		head.End, tail.Start = t.End-cut, t.End-cut
		out = append(out, head, tail)
	}
	return out
}
