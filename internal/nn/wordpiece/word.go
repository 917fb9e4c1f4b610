package wordpiece

import "unicode/utf8"

// maxRunes is the longest word that is looked up, in code points
// (max_input_chars_per_word of the reference).
const maxRunes = 100

// A span is a half-open range of bytes of the text.
type span struct{ start, end int }

// A word gathers the folded letters between two gaps of a text, with the place
// in the text that each came from. Of a word that is too long only the first
// maxRunes letters and the two ends are held.
type word struct {
	letters    [maxRunes * utf8.UTFMax]byte
	start, end [maxRunes * utf8.UTFMax]int // of the code point that begins, or ends, at this byte of letters
	hashes     [maxRunes * utf8.UTFMax]uint32
	size       int // bytes in letters
	runes      int
	last       int // the end of the last code point
}

// putByte adds an ASCII letter that stands at byte i of the text.
func (w *word) putByte(c byte, i int) {
	if w.runes < maxRunes {
		w.letters[w.size] = c
		w.start[w.size] = i
		w.end[w.size] = i + 1
		w.size++
	}
	w.runes++
	w.last = i + 1
}

// put adds a letter that stands for the bytes at s.
func (w *word) put(r rune, s span) {
	if w.runes < maxRunes {
		w.start[w.size] = s.start
		w.size += utf8.EncodeRune(w.letters[w.size:], r)
		w.end[w.size-1] = s.end
	}
	w.runes++
	w.last = s.end
}

// cut appends the pieces of the word to dst and empties it.
func (w *word) cut(dst []Piece, l *lexicon, unknown int32) []Piece {
	if w.runes == 0 {
		return dst
	}
	before := len(dst)
	if w.runes <= maxRunes {
		dst = w.match(dst, l)
	}
	if len(dst) == before {
		dst = append(dst, Piece{unknown, w.start[0], w.last})
	}
	w.size, w.runes = 0, 0
	return dst
}

// match appends the longest pieces, one after the other, or nothing if some
// letter is in none.
func (w *word) match(dst []Piece, l *lexicon) []Piece {
	before := len(dst)
	part := head
	for p := 0; p < w.size; {
		id, n := l.match(w.letters[p:w.size], part, w.hashes[:])
		if n == 0 {
			return dst[:before]
		}
		dst = append(dst, Piece{id, w.start[p], w.end[p+n-1]})
		p += n
		part = tail
	}
	return dst
}
