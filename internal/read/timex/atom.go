package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// atom is the smallest piece a rule can name: a run of letters, a run of
// digits, or one mark. Atoms are finer than tokens ("30-day" is three, "p.m."
// is four), so that rules do not depend on where the segmenter keeps a hyphen
// or a dot inside a token.
type atom struct {
	readout.Range
	text    string
	lower   string
	kind    kind
	capital bool
	glued   bool // nothing stands between it and the atom before
	opens   bool // first word of a sentence or quotation: a capital says nothing
	quoted  int  // index of the innermost quotation around it, -1: none
}

type kind uint8

const (
	letters kind = iota
	digits
	mark
)

// atomize cuts text[r.Start:r.End] into atoms.
func atomize(text string, r readout.Range) []atom {
	var out []atom
	opening, last := true, r.Start
	for i := r.Start; i < r.End; {
		c, n := utf8.DecodeRuneInString(text[i:r.End])
		if unicode.IsSpace(c) {
			i += n
			continue
		}
		k, end := kindOf(c), i+n
		for k != mark && end < r.End {
			c, n := utf8.DecodeRuneInString(text[end:r.End])
			if kindOf(c) != k && !unicode.Is(unicode.Mn, c) {
				break
			}
			end += n
		}
		a := atom{Range: readout.Range{Start: i, End: end}, text: text[i:end], kind: k, quoted: -1}
		a.lower = strings.ToLower(a.text)
		a.capital = upperFirst(a.text)
		a.glued = len(out) > 0 && last == i
		a.opens = opening
		opening = opening && k == mark || k == mark && strings.ContainsRune(`"“‘«„:—–(.!?`, c)
		out = append(out, a)
		i, last = end, end
	}
	return out
}

func kindOf(c rune) kind {
	switch {
	case unicode.IsLetter(c):
		return letters
	case '0' <= c && c <= '9':
		return digits
	}
	return mark
}

// is reports whether a is the word w of a rule: a word written with a capital
// wants a capital in the text ("May"), one without wants none, except where a
// sentence or quotation opens and in headlines (anyCase).
func (a *atom) is(w *word, anyCase bool) bool {
	if a.key() != w.lower {
		return false
	}
	return a.kind != letters || a.capital == w.capital || a.capital && (a.opens || anyCase)
}

// key is the atom as lists are looked up by.
func (a *atom) key() string {
	if a.text == "’" {
		return "'"
	}
	return a.lower
}

func upperFirst(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

// hyphen reports whether atom i joins its neighbours into one word.
func hyphen(as []atom, i int) bool {
	return 0 < i && i+1 < len(as) && (as[i].text == "-" || as[i].text == "\u2010" || as[i].text == "\u2011") &&
		as[i].glued && as[i+1].glued
}
