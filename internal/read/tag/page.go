package tag

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/nn/wordpiece"
)

// page is a text as the encoder sees it: word pieces with a feature each, and
// words with their sentence, paragraph and quotation. train/text.py makes the
// same of the corpora; a change here is a change there.
type page struct {
	text   string
	pieces []wordpiece.Piece
	feats  []uint8 // case·8 + quotation·2 + first word of a paragraph
	words  []word
}

// word is a maximal run of letters, digits and underscores, or one other
// character that is not space.
type word struct {
	readout.Range
	piece     int  // its first
	paragraph int  // number of its paragraph
	opens     bool // a sentence or paragraph
	quotation int  // number of the quotation it stands in, -1 outside; its marks are inside
	quoted    int  // quotations that have opened up to here, this paragraph's and those before
}

// newPage lays out a text. Paragraphs are its lines; a block that was wrapped
// over several lines is one.
func newPage(a *readout.Analysis, t *wordpiece.Tokenizer) *page {
	p := &page{text: a.Doc.Text}
	p.pieces = t.Append(nil, p.text)
	p.feats = make([]uint8, len(p.pieces))
	next, count := 0, 0
	for n, r := range paragraphs(a) {
		quotations := quoted(p.text, r)
		first := len(p.words)
		p.words = appendWords(p.words, p.text, r)
		for i := first; i < len(p.words); i++ {
			w := &p.words[i]
			w.paragraph, w.opens = n, i == first
			w.quotation, w.quoted = place(quotations, w.Range, count)
		}
		count += len(quotations)
		next = p.features(next, r, p.words[first:], quotations)
	}
	p.place()
	p.sentences(a)
	return p
}

// paragraphs are the stretches of the text between line feeds that lie in no
// block, those without a letter or mark left out.
func paragraphs(a *readout.Analysis) []readout.Range {
	text, start := a.Doc.Text, 0
	var out []readout.Range
	add := func(end int) {
		if strings.TrimFunc(text[start:end], isSpace) != "" {
			out = append(out, readout.Range{Start: start, End: end})
		}
	}
	block := 0
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		for block < len(a.Blocks) && a.Blocks[block].End <= i {
			block++
		}
		if block < len(a.Blocks) && a.Blocks[block].Start < i {
			continue
		}
		add(i)
		start = i + 1
	}
	add(len(text))
	return out
}

// appendWords cuts the range into words.
func appendWords(dst []word, text string, r readout.Range) []word {
	for i := r.Start; i < r.End; {
		c, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		if isWord(c) {
			for end < r.End {
				c, size := utf8.DecodeRuneInString(text[end:])
				if !isWord(c) {
					break
				}
				end += size
			}
		}
		if !isSpace(c) {
			dst = append(dst, word{Range: readout.Range{Start: i, End: end}})
		}
		i = end
	}
	return dst
}

func isWord(c rune) bool { return c == '_' || unicode.IsLetter(c) || unicode.IsNumber(c) }

// isSpace is white space and the four separators of ASCII.
func isSpace(c rune) bool { return unicode.IsSpace(c) || c >= 0x1c && c <= 0x1f }

// quotation is a stretch between double quotation marks: the opening mark, what
// stands inside, the closing mark, as offsets.
type quotation struct{ start, inner, close, end int }

// quoted are the quotations of one paragraph, not nested; the last may stay open.
func quoted(text string, r readout.Range) []quotation {
	var out []quotation
	open := quotation{start: -1}
	for i := r.Start; i < r.End; {
		mark := quoteMark(text[i:r.End])
		if mark == "" {
			i++
			continue
		}
		plain := mark == `"` || mark == "''"
		switch {
		case open.start < 0 && (plain || mark != "”" && mark != "»"):
			open.start, open.inner = i, i+len(mark)
		case open.start >= 0 && (plain || mark == "”" || mark == "»"):
			open.close, open.end = i, i+len(mark)
			out = append(out, open)
			open.start = -1
		}
		i += len(mark)
	}
	if open.start >= 0 {
		open.close, open.end = r.End, r.End
		out = append(out, open)
	}
	return out
}

func quoteMark(s string) string {
	for _, m := range [...]string{`"`, "“", "”", "«", "»", "''", "``"} {
		if strings.HasPrefix(s, m) {
			return m
		}
	}
	return ""
}

// place is the number of the quotation that a word stands in, -1 outside, and
// how many have opened up to it; before is their number in earlier paragraphs.
func place(qs []quotation, w readout.Range, before int) (in, opened int) {
	k := sort.Search(len(qs), func(i int) bool { return qs[i].start > w.Start })
	if k > 0 && w.Start < qs[k-1].end {
		return before + k - 1, before + k
	}
	return -1, before + k
}

// features gives the pieces from next on that lie in the paragraph their feature,
// and the number of the first piece behind it.
func (p *page) features(next int, r readout.Range, words []word, qs []quotation) int {
	w, q := 0, 0
	for ; next < len(p.pieces) && p.pieces[next].Start < r.End; next++ {
		at := p.pieces[next].Start
		for w+1 < len(words) && words[w+1].Start <= at {
			w++
		}
		for q < len(qs) && qs[q].end <= at {
			q++
		}
		state := 0
		if q < len(qs) && qs[q].start <= at {
			switch {
			case at < qs[q].inner:
				state = 1
			case at < qs[q].close:
				state = 2
			default:
				state = 3
			}
		}
		f := caseOf(p.text[words[w].Start:words[w].End])*8 + uint8(state)*2
		if w == 0 {
			f++
		}
		p.feats[next] = f
	}
	return next
}

// caseOf is 0 for lower or mixed case, 1 for a capital first, 2 for all capitals,
// 3 where no letter comes first.
func caseOf(s string) uint8 {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case !unicode.IsLetter(first):
		return 3
	case !unicode.IsUpper(first):
		return 0
	case size == len(s):
		return 1
	}
	for _, c := range s {
		if unicode.IsLower(c) || unicode.IsTitle(c) || unicode.Is(unicode.Other_Lowercase, c) {
			return 1
		}
	}
	return 2
}

// place finds the first piece of each word.
func (p *page) place() {
	next := 0
	for i := range p.words {
		p.words[i].piece, next = p.pieceAt(p.words[i].Range, next)
	}
}

// pieceAt is the first piece that begins inside r, else the one that r shares with
// what stands before it; from is where to look on, and where to look next.
func (p *page) pieceAt(r readout.Range, from int) (piece, next int) {
	for from < len(p.pieces) && p.pieces[from].Start < r.Start {
		from++
	}
	if from == len(p.pieces) || p.pieces[from].Start >= r.End {
		return max(from-1, 0), from
	}
	return from, from
}

// sentences marks the words that open a sentence.
func (p *page) sentences(a *readout.Analysis) {
	w := 0
	for _, s := range a.Sentences {
		for w < len(p.words) && p.words[w].Start < s.Start {
			w++
		}
		if w < len(p.words) && p.words[w].Start < s.End {
			p.words[w].opens = true
		}
	}
}
