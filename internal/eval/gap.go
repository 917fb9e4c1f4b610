package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Choice is which of two names a pronoun goes to.
type Choice int

const (
	Neither Choice = iota
	First
	Second
)

// Chooser says which of two names a pronoun of the text goes to; pronoun and
// names are half-open ranges of bytes.
type Chooser interface {
	Choose(text string, pronoun [2]int, names [2][2]int) Choice
}

// Gap compares a chooser with the validation part of GAP (Webster et al. 2018,
// dir/coref/gap/gap-validation.tsv): the F1 of the decisions whether a name is
// what the pronoun goes to, two for each text, over all texts and by the gender
// of the pronoun; bias is the F1 of the feminine over that of the masculine.
func Gap(dir string, c Chooser) (*Report, error) {
	examples, err := readGap(filepath.Join(dir, "coref", "gap", "gap-validation.tsv"))
	if err != nil {
		return nil, fmt.Errorf("gap: %w", err)
	}
	s := gapScorer{byGender: map[string]tally{}}
	for _, e := range examples {
		s.add(e, c.Choose(e.text, e.pronoun, e.names))
	}
	s.put("gap.texts", Count(len(examples)))
	return s.finish(), nil
}

// gapScorer counts the decisions by the gender of the pronoun.
type gapScorer struct {
	sheet
	byGender map[string]tally
}

func (s *gapScorer) add(e gapExample, choice Choice) {
	t := s.byGender[e.gender]
	for n, gold := range e.gold {
		pred := choice == First+Choice(n)
		t = tally{t.right + count(gold && pred), t.pred + count(pred), t.gold + count(gold)}
		if gold != pred {
			s.miss("gap.all", e.id, e.text[e.names[n][0]:e.names[n][1]], fmt.Sprintf("gold %t", gold), fmt.Sprintf("got %t", pred))
		}
	}
	s.byGender[e.gender] = t
}

func (s *gapScorer) finish() *Report {
	m, f := s.byGender["masculine"], s.byGender["feminine"]
	masculine, feminine := prf(m.right, m.pred, m.gold), prf(f.right, f.pred, f.gold)
	bias := 0.0
	if masculine.F1 > 0 {
		bias = feminine.F1 / masculine.F1
	}
	s.put("gap.all", prf(m.right+f.right, m.pred+f.pred, m.gold+f.gold))
	s.put("gap.masculine", masculine)
	s.put("gap.feminine", feminine)
	s.put("gap.bias", Mean(bias))
	return s.report()
}

// gapExample is a text with a pronoun, two names, and which of them the pronoun
// goes to, in bytes.
type gapExample struct {
	id, text, gender string
	pronoun          [2]int
	names            [2][2]int
	gold             [2]bool
}

var genders = map[string]string{
	"he": "masculine", "him": "masculine", "his": "masculine",
	"she": "feminine", "her": "feminine", "hers": "feminine",
}

// readGap reads a file of GAP: tabs between the fields and no quoting, a line
// of names first.
func readGap(file string) ([]gapExample, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list []gapExample
	for n, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if n == 0 {
			continue
		}
		e, err := parseGap(strings.Split(strings.TrimSuffix(line, "\r"), "\t"))
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", file, n+1, err)
		}
		list = append(list, e)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no text", file)
	}
	return list, nil
}

// parseGap reads ID, Text, Pronoun, its offset, then name, offset and answer
// for each of two names; the page that follows is not looked at.
func parseGap(fields []string) (gapExample, error) {
	if len(fields) < 10 {
		return gapExample{}, fmt.Errorf("%d columns where GAP has 11", len(fields))
	}
	e := gapExample{id: fields[0], text: fields[1], gender: genders[strings.ToLower(fields[2])]}
	if e.gender == "" {
		return e, fmt.Errorf("no pronoun of a known gender: %q", fields[2])
	}
	var err error
	if e.pronoun, err = e.find(fields[2], fields[3]); err != nil {
		return e, err
	}
	for n := range e.names {
		field := fields[4+3*n:]
		if e.names[n], err = e.find(field[0], field[1]); err != nil {
			return e, err
		}
		if e.gold[n], err = strconv.ParseBool(field[2]); err != nil {
			return e, err
		}
	}
	return e, nil
}

// find is the bytes of words that stand at an offset in code points.
func (e gapExample) find(words, offset string) ([2]int, error) {
	at, err := strconv.Atoi(offset)
	if err != nil {
		return [2]int{}, err
	}
	start := 0
	for ; at > 0 && start < len(e.text); at-- {
		_, size := utf8.DecodeRuneInString(e.text[start:])
		start += size
	}
	if at != 0 || !strings.HasPrefix(e.text[start:], words) {
		return [2]int{}, fmt.Errorf("%q does not stand at %s", words, offset)
	}
	return [2]int{start, start + len(words)}, nil
}
