package wordpiece

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A kind is what happens to a code point before words are looked up.
type kind int

const (
	keep    kind = iota // it is a letter of a word; its value is added to it
	drop                // it is taken out first, as if it were not there
	strip               // it is an accent, taken out once marks are in order
	space               // it ends a word
	alone               // it is a word of its own; its value is added to it
	several             // it becomes the letters that its value counts to
)

// An action is a kind (3 bits), a combining class (8 bits; UAX #15, 0 for a
// starter) and a signed value, in one word. The zero action keeps a code point
// as it is.
type action int32

const (
	kindBits  = 3
	classBits = 8
	valueBits = 32 - kindBits - classBits
)

func newAction(k kind, class uint8, value int) (action, error) {
	if value>>(valueBits-1) != value>>valueBits {
		return 0, fmt.Errorf("value %d is out of range", value)
	}
	return action(value<<(kindBits+classBits) | int(class)<<kindBits | int(k)), nil
}

func (a action) kind() kind   { return kind(a & (1<<kindBits - 1)) }
func (a action) class() uint8 { return uint8(a >> kindBits) }
func (a action) value() int   { return int(a >> (kindBits + classBits)) }

// A letter is a code point with its combining class.
type letter struct {
	r     rune
	class uint8
}

// A fold has the action of every code point. It is a table of two stages: the
// upper bits of a code point choose a block, the lower ones an action in it.
// Blocks of one action throughout are shared.
type fold struct {
	block   [(unicode.MaxRune + 1) / blockSize]uint16
	actions []action
	several [][]letter
	uniform map[action]uint16
}

const blockSize = 256

// of returns the action for a code point, which must be one.
func (f *fold) of(r rune) action {
	return f.actions[int(f.block[r/blockSize])*blockSize+int(r%blockSize)]
}

// parseFold reads a table in the form that fold.txt describes.
func parseFold(text string) (*fold, error) {
	f := &fold{actions: make([]action, blockSize, 160*blockSize), uniform: map[action]uint16{0: 0}}
	next := rune(0) // lines rise, and do not overlap
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if n == 1 && line != "# readout fold 1" {
			return nil, fmt.Errorf("line 1: want \"# readout fold 1\", have %q", line)
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		last, err := f.parse(line, next)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		next = last + 1
	}
	if next == 0 {
		return nil, errors.New("no code point in it")
	}
	return f, nil
}

// parse takes one line in and returns the last code point of its range.
func (f *fold) parse(line string, next rune) (rune, error) {
	codes, rest, _ := strings.Cut(line, " ")
	word, arg, _ := strings.Cut(rest, " ")
	from, to, isRange := strings.Cut(codes, "..")
	if !isRange {
		to = from
	}
	lo, err := parseRune(from)
	if err != nil {
		return 0, err
	}
	hi, err := parseRune(to)
	if err != nil {
		return 0, err
	}
	if lo < next || hi < lo {
		return 0, fmt.Errorf("range %s is out of order", codes)
	}
	return hi, f.put(lo, hi, word, arg)
}

// put takes in the action that word and arg name, for each of lo to hi.
func (f *fold) put(lo, hi rune, word, arg string) error {
	if (word == "alone" && arg != "") || word == "become" {
		for r := lo; r <= hi; r++ {
			a, err := f.become(r, word, arg)
			if err != nil {
				return err
			}
			f.set(r, r, a)
		}
		return nil
	}
	a, err := simple(word, arg)
	if err != nil {
		return err
	}
	f.set(lo, hi, a)
	return nil
}

// simple returns an action that is the same for a whole range.
func simple(word, arg string) (action, error) {
	n := 0
	if word == "strip" || word == "shift" {
		var err error
		if n, err = strconv.Atoi(arg); err != nil {
			return 0, err
		}
	} else if arg != "" {
		return 0, fmt.Errorf("%s takes no %q", word, arg)
	}
	switch word {
	case "drop":
		return newAction(drop, 0, 0)
	case "space":
		return newAction(space, 0, 0)
	case "alone":
		return newAction(alone, 0, 0)
	case "strip":
		return newAction(strip, uint8(n), 0)
	case "shift":
		return newAction(keep, 0, n)
	}
	return 0, fmt.Errorf("no action %q", word)
}

// become returns the action that turns r into the code points of arg.
func (f *fold) become(r rune, word, arg string) (action, error) {
	var to []letter
	for code := range strings.FieldsSeq(arg) {
		code, class, _ := strings.Cut(code, "/")
		d, err := parseRune(code)
		if err != nil {
			return 0, err
		}
		k := 0
		if class != "" {
			if k, err = strconv.Atoi(class); err != nil {
				return 0, err
			}
		}
		to = append(to, letter{d, uint8(k)})
	}
	switch {
	case len(to) == 1 && word == "alone":
		return newAction(alone, 0, int(to[0].r-r))
	case len(to) == 1:
		return newAction(keep, to[0].class, int(to[0].r-r))
	case len(to) > 1 && word == "become":
		f.several = append(f.several, to)
		return newAction(several, 0, len(f.several)-1)
	}
	return 0, fmt.Errorf("%s takes no %q", word, arg)
}

// set gives the code points lo to hi an action.
func (f *fold) set(lo, hi rune, a action) {
	for r := lo; r <= hi; {
		b := r / blockSize
		if r%blockSize == 0 && r+blockSize-1 <= hi {
			f.block[b] = f.shared(a)
			r += blockSize
			continue
		}
		if f.block[b] == 0 {
			f.block[b] = f.add(0)
		}
		f.actions[int(f.block[b])*blockSize+int(r%blockSize)] = a
		r++
	}
}

// shared returns the block in which every code point has the action a.
func (f *fold) shared(a action) uint16 {
	b, ok := f.uniform[a]
	if !ok {
		b = f.add(a)
		f.uniform[a] = b
	}
	return b
}

func (f *fold) add(a action) uint16 {
	b := len(f.actions) / blockSize
	for range blockSize {
		f.actions = append(f.actions, a)
	}
	return uint16(b)
}

func parseRune(s string) (rune, error) {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil || n > unicode.MaxRune {
		return 0, fmt.Errorf("no code point %q", s)
	}
	return rune(n), nil
}
