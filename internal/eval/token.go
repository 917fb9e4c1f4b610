package eval

import (
	"slices"
	"strings"
	"unicode"
)

// place is a stretch of code points of a document, named by its base name.
type place struct {
	doc        string
	start, end int
}

// Marks that are trimmed from the outside of a span before it is compared.
const (
	quoteMarks = "\"'`“”„‟«»‹›‘’‚‛"
	finalMarks = ".,;:!?…-–—"
)

// tokenize finds the tokens of text that lie in p: maximal runs of letters,
// digits and underscores, or single other characters that are not space. A run
// that p cuts is cut.
func tokenize(text []rune, p place) []place {
	var found []place
	end := min(p.end, len(text))
	for i := max(0, p.start); i < end; {
		start := i
		for i < end && isWord(text[i]) {
			i++
		}
		if i == start {
			i++
			if isSpace(text[start]) {
				continue
			}
		}
		found = append(found, place{p.doc, start, i})
	}
	return found
}

// trim leaves out quotation marks and "that" or "to" at the front, quotation
// marks and final punctuation at the back.
func trim(text []rune, ts []place) []place {
	for len(ts) > 0 {
		first, last := ts[0], ts[len(ts)-1]
		word := string(text[first.start:first.end])
		switch {
		case strings.Contains(quoteMarks, word), strings.EqualFold(word, "that"), strings.EqualFold(word, "to"):
			ts = ts[1:]
		case strings.Contains(quoteMarks+finalMarks, string(text[last.start:last.end])):
			ts = ts[:len(ts)-1]
		default:
			return ts
		}
	}
	return ts
}

// whole is the tokens of the places as they are, trimmed those of each place
// after trimming, words those of them that are no punctuation.
func (e *export) whole(places []place) set[place] {
	found := set[place]{}
	for _, p := range places {
		for _, t := range tokenize(e.text[p.doc], p) {
			found[t] = true
		}
	}
	return found
}

func (e *export) trimmed(places []place) set[place] {
	found := set[place]{}
	for _, p := range places {
		for _, t := range trim(e.text[p.doc], tokenize(e.text[p.doc], p)) {
			found[t] = true
		}
	}
	return found
}

func (e *export) words(places []place) set[place] {
	found := e.trimmed(places)
	for t := range found {
		if !isWord(e.text[t.doc][t.start]) {
			delete(found, t)
		}
	}
	return found
}

// inOrder is the tokens as the text has them, a document after the other.
func inOrder(tokens set[place]) []place {
	list := make([]place, 0, len(tokens))
	for t := range tokens {
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b place) int {
		if c := strings.Compare(a.doc, b.doc); c != 0 {
			return c
		}
		return a.start - b.start
	})
	return list
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// isSpace counts the four information separators as space, as they are class B
// or S of the bidirectional algorithm.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }
