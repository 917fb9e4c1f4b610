package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// lowered is a text of capitals in lower case, but for the first letter of
// each sentence: of a paragraph, or behind a full stop and two spaces.
func lowered(text string) string {
	var b strings.Builder
	first, stop := true, false
	for i, r := range text {
		low := unicode.ToLower(r)
		if first && unicode.IsLetter(r) {
			low, first = unicode.ToUpper(r), false
		}
		b.WriteRune(low)
		switch {
		case r == '\n' || stop && strings.HasPrefix(text[i:], "  "):
			first = true
		case r == '.' || r == '!' || r == '?':
			stop = true
		case r != '"' && r != ' ':
			stop = false
		}
	}
	return b.String()
}

// recased is the text of a reading, with a capital for each proper noun.
func recased(a *readout.Analysis) string {
	text := []byte(a.Doc.Text)
	for _, t := range a.Tokens {
		if t.UPOS == "PROPN" {
			r, n := utf8.DecodeRune(text[t.Start:])
			if up := unicode.ToUpper(r); utf8.RuneLen(up) == n {
				utf8.EncodeRune(text[t.Start:], up)
			}
		}
	}
	return string(text)
}
