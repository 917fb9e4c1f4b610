package eval

import (
	"fmt"
	"path/filepath"
	"slices"
)

// Parser finds the syntax of words that are given: words are ranges of bytes of
// the text, sentences ranges of words, both half-open. It returns an Arc for
// each word.
type Parser interface {
	Parse(text string, words, sentences [][2]int) []Arc
}

// Arc is a word's part of speech, head and relation, in the tags of Universal
// Dependencies. Head is the number of a word of the document, -1 for a root; a
// relation may have a subtype, which is not looked at.
type Arc struct {
	UPOS     string
	Head     int
	Relation string
}

// unparsed is the head of a word that has none, which is no word's gold.
const unparsed = -2

// Syntax compares a parser with the gold of two treebanks below dir: the dev
// parts of UD English EWT (ud-ewt/en_ewt-ud-dev.conllu) and of GUM (the
// documents of gum/lists/dev.txt in gum/conllu). Words and sentences are the
// gold's; the parser sees a document at a time.
//
// As in the CoNLL 2018 shared task, every word counts, punctuation too: upos is
// how many parts of speech are right, uas how many heads, las how many heads
// with the universal part of their relation.
func Syntax(dir string, p Parser) (*Report, error) {
	ewt, err := readTreebank(filepath.Join(dir, "ud-ewt", "en_ewt-ud-dev.conllu"))
	if err != nil {
		return nil, fmt.Errorf("ud-ewt: %w", err)
	}
	gum, err := gumDev(filepath.Join(dir, "gum"))
	if err != nil {
		return nil, fmt.Errorf("gum: %w", err)
	}
	s := &sheet{}
	scoreSyntax(s, "ewt", ewt, p)
	scoreSyntax(s, "gum", gum, p)
	return s.report(), nil
}

// syntaxScorer counts the words of one treebank.
type syntaxScorer struct {
	*sheet
	name           string
	sentences      int
	upos, uas, las Accuracy
}

func scoreSyntax(s *sheet, name string, documents []*treebank, p Parser) {
	c := syntaxScorer{sheet: s, name: name}
	for _, d := range documents {
		arcs := p.Parse(d.text, d.bounds(), d.sentences)
		if len(arcs) != len(d.words) {
			s.note("document %s: %d words, but %d were parsed", d.name, len(d.words), len(arcs))
			arcs = slices.Repeat([]Arc{{Head: unparsed}}, len(d.words))
		}
		c.add(d, arcs)
	}
	s.put(name+".documents", Count(len(documents)))
	s.put(name+".sentences", Count(c.sentences))
	s.put(name+".upos", c.upos)
	s.put(name+".uas", c.uas)
	s.put(name+".las", c.las)
}

func (c *syntaxScorer) add(d *treebank, arcs []Arc) {
	c.sentences += len(d.sentences)
	for i, w := range d.words {
		a := arcs[i]
		right := func(measure string, to *Accuracy, right bool, gold, got string) {
			to.N++
			to.Right += count(right)
			if !right {
				c.miss(c.name+measure, d.name, w.form, "gold "+gold, "got "+got)
			}
		}
		right(".upos", &c.upos, a.UPOS == w.upos, w.upos, a.UPOS)
		right(".uas", &c.uas, a.Head == w.head, d.wordAt(w.head), d.wordAt(a.Head))
		right(".las", &c.las, a.Head == w.head && universal(a.Relation) == w.relation, w.relation, a.Relation)
	}
}

// wordAt is a word for a listing of errors.
func (d *treebank) wordAt(i int) string {
	if i < 0 || i >= len(d.words) {
		return "(root)"
	}
	return d.words[i].form
}
