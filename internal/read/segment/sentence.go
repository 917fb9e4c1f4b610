package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// sentencesOf cuts the tokens from first on, which are one block's; the lines
// of a post are sentences of their own.
func sentencesOf(text string, tokens []readout.Token, first int, lines bool, l *lang.Language) []readout.Sentence {
	var out []readout.Sentence
	start := first
	for i := first; i < len(tokens); i++ {
		end := i + 1
		if end < len(tokens) {
			if lines && strings.Contains(text[tokens[i].End:tokens[end].Start], "\n") {
				// the line's end is the sentence's
			} else if end = boundary(text, tokens, i, l); end == 0 {
				continue
			}
		}
		out = append(out, readout.Sentence{
			Range: readout.Range{Start: tokens[start].Start, End: tokens[end-1].End}, First: start, Last: end,
		})
		start, i = end, end-1
	}
	return out
}

// boundary gives the index of the first token after a sentence that ends with
// token i and the closing marks after it, or 0.
func boundary(text string, tokens []readout.Token, i int, l *lang.Language) int {
	mark := text[tokens[i].Start:tokens[i].End]
	abbreviated := tokens[i].Kind == readout.Word && strings.HasSuffix(mark, ".")
	if !abbreviated && !strings.ContainsAny(mark[:1], ".!?") && mark != "…" {
		return 0
	}
	next := i + 1
	for next < len(tokens) && tokens[next].Start == tokens[next-1].End && closer(text[tokens[next].Start:tokens[next].End]) {
		next++
	}
	if next == len(tokens) {
		return next
	}
	if tokens[next].Start == tokens[next-1].End && !(mark == "." && next == i+1 && tokens[next].Kind == readout.Word && i > 0 && tokens[i-1].Kind == readout.Word) {
		return 0
	}
	word := text[tokens[next].Start:tokens[next].End]
	if abbreviated && (l.Honorifics[mark] || next == i+1 && !opensSentence(word, l)) {
		return 0
	}
	if continues(word) || elliptic(mark) && next == i+1 && !opensSentence(word, l) {
		return 0
	}
	return next
}

// continues reports that a sentence does not begin with this word.
func continues(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) || strings.ContainsRune(",;:)]—–-", r)
}

// opensSentence reports that a word is capitalised though it is no name, or
// is an opening mark: after "U.S." only such a word shows an end.
func opensSentence(word string, l *lang.Language) bool {
	r, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return strings.ContainsRune("\"“„«‘'", r)
	}
	_, common := l.Classes[strings.ToLower(word[:size])+word[size:]]
	return common
}

func elliptic(mark string) bool { return mark == "…" || strings.HasPrefix(mark, "..") }

func closer(s string) bool {
	switch s {
	case "\"", "”", "'", "’", "''", "»", "“", ")", "]", "›", "\"'", "!", "?":
		return true
	}
	return false
}
