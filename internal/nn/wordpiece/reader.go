package wordpiece

import "unicode/utf8"

// A reader is the state of one pass over one text.
type reader struct {
	t    *Tokenizer
	dst  []Piece
	word word
	run  marks
}

func (r *reader) read(text string) {
	for i := 0; i < len(text); {
		if c := r.t.plain[text[i]]; c != 0 {
			r.settle()
			r.word.putByte(c, i)
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(text[i:])
		r.step(c, span{i, i + n})
		i += n
	}
	r.gap()
}

// step takes one code point, which stands at s. A byte that is not UTF-8 comes
// as U+FFFD, which is dropped, as it is where the text itself has it.
func (r *reader) step(c rune, s span) {
	if isHangul(c) {
		r.hangul(c, s)
		return
	}
	switch a := r.t.fold.of(c); a.kind() {
	case keep:
		r.letter(letter{c + rune(a.value()), a.class()}, s)
	case strip:
		r.accent(letter{c, a.class()}, s)
	case space:
		r.gap()
	case alone:
		r.gap()
		r.word.put(c+rune(a.value()), s)
		r.gap()
	case several:
		for _, l := range r.t.fold.several[a.value()] {
			r.letter(l, s)
		}
	}
}

// letter takes a letter of a word, which may be a mark that stays.
func (r *reader) letter(l letter, s span) {
	if l.class != 0 {
		r.run.add(l, s, true)
		return
	}
	r.settle()
	r.word.put(l.r, s)
}

// accent takes a mark that will be stripped. It is in the order of marks until
// then; one of class 0 ends a run, as every starter does.
func (r *reader) accent(l letter, s span) {
	if l.class != 0 {
		r.run.add(l, s, false)
		return
	}
	r.settle()
}

// gap ends the word.
func (r *reader) gap() {
	r.settle()
	r.dst = r.word.cut(r.dst, r.t.lexicon, r.t.unknown)
}

// settle ends a run of combining marks.
func (r *reader) settle() {
	if len(r.run.order) > 0 {
		r.run.settle(&r.word)
	}
}

// Hangul syllables are taken apart by rule (Unicode 3.12, "Hangul Syllable
// Decomposition").
const (
	hangulBase  = 0xAC00
	hangulLast  = 0xD7A3
	leadBase    = 0x1100
	vowelBase   = 0x1161
	trailBase   = 0x11A7
	vowelCount  = 21
	trailCount  = 28
	hangulBlock = vowelCount * trailCount
)

func isHangul(c rune) bool { return hangulBase <= c && c <= hangulLast }

func (r *reader) hangul(c rune, s span) {
	r.settle()
	i := c - hangulBase
	r.word.put(leadBase+i/hangulBlock, s)
	r.word.put(vowelBase+i%hangulBlock/trailCount, s)
	if t := i % trailCount; t != 0 {
		r.word.put(trailBase+t, s)
	}
}
