package wordpiece

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// A lexicon finds the longest piece that a word, or the rest of one, begins
// with. It is a hash table with open addressing: a word's prefixes are hashed
// in one pass over its bytes and then looked up from the longest down, so that
// a word which is a piece costs one look.
type lexicon struct {
	pieces  []string
	slots   []slot
	mask    uint32
	longest [places]int // bytes of a piece, without its prefix
}

// A slot of the table holds a piece's hash and its id plus one; 0 is an empty slot.
type slot struct {
	hash uint32
	next int32
}

// A place is where a piece can stand.
type place int

const (
	head    place = iota // it begins a word
	tail                 // it continues one
	outside              // it is a special token, in brackets: no text can write it
	places
)

// Pieces of each place begin with this.
var prefix = [places]string{tail: "##"}

// FNV-1a, 32 bits. Each place starts from a number of its own: the same letters
// are different pieces there.
const prime = 16777619

var seed = [places]uint32{head: 2166136261, tail: 2166136261 ^ 0x9e3779b9, outside: 2166136261 ^ 0x7f4a7c15}

// placeOf returns the place of a piece, as the vocabulary writes it, and its
// letters.
func placeOf(piece string) (place, string) {
	if letters, ok := strings.CutPrefix(piece, prefix[tail]); ok {
		return tail, letters
	}
	if len(piece) > 2 && piece[0] == '[' && piece[len(piece)-1] == ']' {
		return outside, piece
	}
	return head, piece
}

// parseVocab reads a vocabulary, one piece a line.
func parseVocab(vocab string) (*lexicon, error) {
	if vocab == "" {
		return nil, errors.New("it is empty")
	}
	pieces := strings.Split(strings.TrimSuffix(vocab, "\n"), "\n")
	size := uint32(1) << bits.Len(uint(2*len(pieces)))
	l := &lexicon{pieces: pieces, slots: make([]slot, size), mask: size - 1}
	for i := range pieces {
		pieces[i] = strings.TrimSuffix(pieces[i], "\r")
		if err := l.add(int32(i)); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	for _, p := range []string{"[PAD]", "[UNK]", "[CLS]", "[SEP]"} {
		if _, ok := l.id(p); !ok {
			return nil, fmt.Errorf("%s is missing", p)
		}
	}
	return l, nil
}

// add takes in the piece of an id.
func (l *lexicon) add(id int32) error {
	piece := l.pieces[id]
	if first, ok := l.id(piece); ok {
		return fmt.Errorf("%q is on line %d already", piece, first+1)
	}
	part, letters := placeOf(piece)
	if letters == "" {
		return errors.New("no piece")
	}
	if !utf8.ValidString(piece) {
		return errors.New("not UTF-8")
	}
	h := hash(letters, part)
	i := h & l.mask
	for l.slots[i].next != 0 {
		i = (i + 1) & l.mask
	}
	l.slots[i] = slot{h, id + 1}
	l.longest[part] = max(l.longest[part], len(letters))
	return nil
}

// id returns the id of a piece as the vocabulary writes it.
func (l *lexicon) id(piece string) (int32, bool) {
	part, letters := placeOf(piece)
	return l.find([]byte(letters), part, hash(letters, part))
}

func hash(letters string, part place) uint32 {
	h := seed[part]
	for i := range len(letters) {
		h = (h ^ uint32(letters[i])) * prime
	}
	return h
}

// match returns the id and the length in bytes of the longest piece that stands
// at part and that letters begin with; the length is 0 if there is none. It
// needs room for as many hashes as there are letters. Pieces are UTF-8 and so
// are letters: a match never ends inside a code point.
func (l *lexicon) match(letters []byte, part place, hashes []uint32) (id int32, n int) {
	letters = letters[:min(len(letters), l.longest[part])]
	hashes = hashes[:len(letters)]
	h := seed[part]
	for i, c := range letters {
		h = (h ^ uint32(c)) * prime
		hashes[i] = h
	}
	for n := len(letters); n > 0; n-- {
		if id, ok := l.find(letters[:n], part, hashes[n-1]); ok {
			return id, n
		}
	}
	return 0, 0
}

func (l *lexicon) find(letters []byte, part place, hash uint32) (int32, bool) {
	for i := hash & l.mask; l.slots[i].next != 0; i = (i + 1) & l.mask {
		if l.slots[i].hash != hash {
			continue
		}
		id := l.slots[i].next - 1
		if s, ok := strings.CutPrefix(l.pieces[id], prefix[part]); ok && s == string(letters) {
			return id, true
		}
	}
	return 0, false
}
