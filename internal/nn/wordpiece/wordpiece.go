// Package wordpiece cuts a text into the word pieces that an uncased BERT
// encoder was trained on, and says for each piece which bytes of the text it
// stands for.
//
// The idea is one pass over the code points. A table (fold.txt) says what each
// one becomes: nothing, a space, a word of its own, or lower-case letters
// without accents. What gathers between spaces is a word, with the place in the
// text of each of its letters; a word is cut greedily into the longest pieces
// of the vocabulary, or is unknown as a whole.
//
// The standard is BERT's uncased tokenizer (Devlin et al. 2019) as the library
// "tokenizers" runs it: BertNormalizer (clean text, Chinese characters apart,
// accents stripped over NFD, lower case), BertPreTokenizer and WordPiece with
// "##" and at most 100 code points a word. Ids and offsets are the same, over
// every code point and over bench/tokenizer's texts. The table is measured from
// that library, whose Unicode versions are mixed and old; so a new Go does not
// change what the encoder sees.
//
// One difference is intended: a special token written in a text ("[SEP]") is
// read as the ordinary text it is, so that no text can forge one. Left out are
// special tokens around a text, padding and truncation, which are the
// encoder's to add, and the way back from ids to text.
package wordpiece

import (
	_ "embed"
	"fmt"
	"unicode/utf8"
)

//go:embed fold.txt
var foldText string

// A Piece is one word piece of a text.
type Piece struct {
	// ID is the piece's line in the vocabulary, counted from 0.
	ID int32

	// Start and End are the half-open range of bytes of the text that the
	// piece stands for, on boundaries of code points. The ranges of a text's
	// pieces rise; two pieces share bytes only where one code point became
	// letters of both (a Hangul syllable). Accents written as code points of
	// their own lie in no range when they end a piece.
	Start, End int
}

// A Tokenizer cuts texts by one vocabulary. It does not change once made; any
// number of goroutines may use it at once.
type Tokenizer struct {
	lexicon *lexicon
	fold    *fold
	plain   [256]byte // what an ASCII byte becomes that is a letter or a digit, else 0
	unknown int32
}

// New makes a tokenizer from a vocabulary, one piece a line, the line's number
// counted from 0 being its id; "##" begins a piece that continues a word. It is
// an error if a line is empty, not UTF-8 or there twice, or if one of [PAD],
// [UNK], [CLS] and [SEP] is missing.
func New(vocab string) (*Tokenizer, error) {
	l, err := parseVocab(vocab)
	if err != nil {
		return nil, fmt.Errorf("vocabulary: %w", err)
	}
	f, err := parseFold(foldText)
	if err != nil {
		return nil, fmt.Errorf("fold table: %w", err)
	}
	t := &Tokenizer{lexicon: l, fold: f}
	t.unknown, _ = t.ID("[UNK]")
	for c := range utf8.RuneSelf {
		if a := f.of(rune(c)); a.kind() == keep {
			t.plain[c] = byte(c + a.value())
		}
	}
	return t, nil
}

// ID returns the id of a piece as the vocabulary writes it, "##" and brackets
// included, and whether there is one.
func (t *Tokenizer) ID(piece string) (id int32, ok bool) { return t.lexicon.id(piece) }

// Size returns the number of pieces in the vocabulary.
func (t *Tokenizer) Size() int { return len(t.lexicon.pieces) }

// Append appends the pieces of text to dst and returns it, without special
// tokens around them. A word that the vocabulary cannot spell, or of more than
// 100 code points, is one [UNK]. Bytes that are not UTF-8 are skipped like
// controls, and join what stands around them. The time is linear in the length
// of the text; nothing is allocated but room in dst, and, for a text with
// accents as code points of their own, one buffer.
func (t *Tokenizer) Append(dst []Piece, text string) []Piece {
	r := reader{t: t, dst: dst}
	r.read(text)
	return r.dst
}
