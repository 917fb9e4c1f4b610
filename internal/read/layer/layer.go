// Package layer looks things up in the layers of an Analysis by where they
// stand in the text: the words at a token, the mention that begins or ends
// there, the time expression and the quotation around it, the statement whose
// content holds it. The finders of commitments, contacts and incidents stand
// on it. It decides nothing about news; who acts and what a verb means is the
// finders' own.
package layer

import (
	"sort"
	"strings"

	"readout"
	"readout/internal/lang"
)

// Index is one analysis with its statements, ready for lookups by token. A
// token index outside the text is allowed everywhere and finds nothing.
type Index struct {
	A          *readout.Analysis
	L          *lang.Language
	Statements []readout.Statement

	text   string
	low    []string // token → Low
	time   []int    // token → time expression, -1
	quote  []int    // token → innermost quotation, -1
	ending map[int][]int
	begin  map[int][]int
	byID   map[string]*readout.Statement
	said   []content
}

// New makes the index; it keeps and changes none of its arguments' contents.
func New(a *readout.Analysis, l *lang.Language, statements []readout.Statement) *Index {
	x := &Index{
		A: a, L: l, Statements: statements, text: a.Doc.Text,
		low: make([]string, len(a.Tokens)), time: make([]int, len(a.Tokens)), quote: make([]int, len(a.Tokens)),
		ending: map[int][]int{}, begin: map[int][]int{}, byID: map[string]*readout.Statement{},
	}
	for i, t := range a.Tokens {
		x.low[i] = strings.ReplaceAll(strings.ToLower(x.text[t.Start:t.End]), "’", "'")
		x.time[i], x.quote[i] = -1, -1
	}
	for n, t := range a.Times {
		x.mark(x.time, n, t.Range)
	}
	for n, q := range a.Quotes {
		x.mark(x.quote, n, q.Inner)
	}
	for n, m := range a.Mentions {
		if m.Party < 0 || x.onlyTime(m.Range) {
			continue
		}
		x.ending[m.End] = append(x.ending[m.End], n)
		x.begin[m.Start] = append(x.begin[m.Start], n)
	}
	for i := range statements {
		x.byID[statements[i].ID] = &statements[i]
	}
	x.said = contents(statements)
	return x
}

func (x *Index) mark(of []int, n int, r readout.Range) {
	for i := x.At(r.Start); i < len(x.A.Tokens) && x.A.Tokens[i].Start < r.End; i++ {
		of[i] = n
	}
}

// onlyTime reports a mention that is no more than a time ("Wednesday").
func (x *Index) onlyTime(r readout.Range) bool {
	n := sort.Search(len(x.A.Times), func(i int) bool { return x.A.Times[i].End >= r.End })
	return n < len(x.A.Times) && x.A.Times[n].Contains(r)
}

// At is the first token that begins at or behind a byte.
func (x *Index) At(at int) int {
	return sort.Search(len(x.A.Tokens), func(i int) bool { return x.A.Tokens[i].Start >= at })
}

func (x *Index) in(i int) bool { return i >= 0 && i < len(x.A.Tokens) }

// Word is the token as written.
func (x *Index) Word(i int) string {
	if !x.in(i) {
		return ""
	}
	return x.text[x.A.Tokens[i].Start:x.A.Tokens[i].End]
}

// Low is the token in lower case, with straight apostrophes.
func (x *Index) Low(i int) string {
	if !x.in(i) {
		return ""
	}
	return x.low[i]
}

// Class is the word class of a token.
func (x *Index) Class(i int) readout.WordClass {
	if !x.in(i) {
		return readout.Other
	}
	return x.A.Tokens[i].Class
}

// Head is the token that token i hangs on in the parse, -1 for a root, outside
// the text and where nothing was parsed.
func (x *Index) Head(i int) int {
	if x.Relation(i) == "" {
		return -1
	}
	return x.A.Tokens[i].Head
}

// Relation is how token i hangs on its head (Universal Dependencies), or "".
func (x *Index) Relation(i int) string {
	if !x.in(i) {
		return ""
	}
	return x.A.Tokens[i].Relation
}

// UPOS is the word class of token i in the parse, or "".
func (x *Index) UPOS(i int) string {
	if !x.in(i) {
		return ""
	}
	return x.A.Tokens[i].UPOS
}

// Punct reports a punctuation mark.
func (x *Index) Punct(i int) bool { return x.in(i) && x.A.Tokens[i].Kind == readout.Punct }

// Number reports a token of digits.
func (x *Index) Number(i int) bool { return x.in(i) && x.A.Tokens[i].Kind == readout.Number }

// Noun reports a word that can stand in a noun phrase: no verb, no function
// word, no mark.
func (x *Index) Noun(i int) bool {
	return x.in(i) && x.A.Tokens[i].Kind == readout.Word && (x.Class(i) == readout.Other || x.Class(i) == readout.Proper)
}

// Comma reports a comma or a dash.
func (x *Index) Comma(i int) bool {
	switch x.Word(i) {
	case ",", "—", "–", "-", "--":
		return true
	}
	return false
}

// Possessive reports "'s" or "'" that belongs to the name before it.
func (x *Index) Possessive(i int) bool {
	w := x.Low(i)
	return (w == "'s" || w == "'") && x.in(i-1) && x.A.Tokens[i-1].End == x.A.Tokens[i].Start && x.Class(i-1) != readout.Pronoun
}

// Sentence is the one that token i is in; outside the text, an empty one.
func (x *Index) Sentence(i int) readout.Sentence {
	if !x.in(i) {
		return readout.Sentence{}
	}
	return x.A.Sentences[x.A.Tokens[i].Sentence]
}

// Range is the text from token i up to but not including token j.
func (x *Index) Range(i, j int) readout.Range {
	if !x.in(i) || j <= i {
		return readout.Range{}
	}
	return readout.Range{Start: x.A.Tokens[i].Start, End: x.A.Tokens[min(j, len(x.A.Tokens))-1].End}
}

// Text is the text of a range; an empty one has none.
func (x *Index) Text(r readout.Range) string {
	if r.Empty() {
		return ""
	}
	return x.text[r.Start:r.End]
}

// Reads reports whether a sentence tells the story: body, relay or headline.
func (x *Index) Reads(s readout.Sentence) bool {
	switch x.A.Blocks[s.Block].Class {
	case readout.Body, readout.Relay, readout.Headline:
		return true
	}
	return false
}

// Quoted is the index of the innermost quotation around token i, or -1.
func (x *Index) Quoted(i int) int {
	if !x.in(i) {
		return -1
	}
	return x.quote[i]
}

// Span cuts a range out of the document.
func (x *Index) Span(r readout.Range) (*readout.Span, error) {
	s, err := x.A.Span(r)
	if err != nil {
		return nil, err
	}
	return &s, nil
}
