package statement

import (
	"strings"

	"readout"
)

// A page puts pictures, links and advertisements between the paragraphs of a
// text. A passage goes on across them, and who speaks under a picture has not
// taken over.

// aside reports a block that a page has put into the text.
func aside(class readout.Class) bool {
	switch class {
	case readout.Caption, readout.Promo, readout.Link, readout.Metadata, readout.Credit:
		return true
	}
	return false
}

// classAt is the class of the block that sentence sent is of.
func (s *scan) classAt(sent int) readout.Class { return s.a.Blocks[s.a.Sentences[sent].Block].Class }

// blocksBetween is how many paragraphs sentence b stands behind sentence a,
// those that the page has put between them left out.
func (s *scan) blocksBetween(a, b int) int {
	from, to := s.a.Sentences[a].Block, s.a.Sentences[b].Block
	n := to - from
	for k := from + 1; k < to; k++ {
		if aside(s.a.Blocks[k].Class) {
			n--
		}
	}
	return n
}

// sentenceBefore is the sentence of the text before sentence sent; -1 for none.
func (s *scan) sentenceBefore(sent int) int {
	for sent--; sent >= 0 && aside(s.classAt(sent)); sent-- {
	}
	return sent
}

// sameText is the part of a range that stands in the same text as sentence sent:
// in the words under one picture, or in the text up to where a page has put
// something into it.
func (s *scan) sameText(r readout.Range, sent int) readout.Range {
	own := s.a.Sentences[sent].Block
	for n, b := range s.a.Blocks {
		switch {
		case b.End <= r.Start || b.Start >= r.End || n == own:
		case aside(b.Class) || aside(s.a.Blocks[own].Class):
			if b.Start <= r.Start {
				r.Start = min(b.End, r.End)
			} else {
				r.End = b.Start
			}
		}
	}
	return r
}

// adjoining reports that nothing of the text stands between two bytes.
func (s *scan) adjoining(end, start int) bool {
	for _, b := range s.a.Blocks {
		from, to := max(b.Start, end), min(b.End, start)
		if from < to && !aside(b.Class) && strings.TrimSpace(s.text[from:to]) != "" {
			return false
		}
	}
	return true
}

// crosshead reports a quotation that is a heading in the midst of the text: it is
// not of whoever has spoken above it.
func (s *scan) crosshead(q readout.Quote) bool {
	n := s.quotedBlock(q)
	return n > 0 && s.a.Blocks[n].Class == readout.Headline && s.a.Blocks[n-1].Class != readout.Headline && s.a.Blocks[n-1].Class != readout.Metadata
}
