package query

import (
	"slices"
	"strings"

	"readout/internal/ledger/match"
)

// Edit is a piece of a comparison of two wordings. Op says whether the words
// are the same, stand in both places in other words (Asked in the one, Text in
// the other), or are only in one: "left-out" are words of the one that the
// other does not have, "added" those that it has besides.
type Edit struct {
	Op    Op     `json:"op"`
	Asked string `json:"asked,omitempty"`
	Text  string `json:"text,omitempty"`
}

// Op is what became of words.
type Op string

const (
	Same    Op = "same"
	Altered Op = "altered"
	LeftOut Op = "left-out"
	Added   Op = "added"
)

// Word costs, in parts of a word that carries meaning. They order witnesses:
// another form of a word is nearer than another word, and words put in between
// (a title, a name for a pronoun) cost less than words that are gone.
const (
	formCost    = 0.25
	addCost     = 0.6
	functionPer = 0.5 // of a function word
)

// Compare tells how one wording became another, and how near they are: 1 is
// word for word, 0 nothing in common. Capitals, accents, marks and the shape of
// quotation marks make no difference. With inside, what the text has before and
// after the words that fit best does not count and is left away (Sellers 1980:
// an edit distance with free ends).
func Compare(asked, text string, inside bool) (edits []Edit, near float64) {
	a, b := wordsOf(asked), wordsOf(text)
	t := compared(a, b, inside)
	steps := t.path()
	if len(a) == 0 {
		return nil, 0
	}
	whole, cost := 0.0, 0.0
	for _, w := range a {
		whole += w.cost()
	}
	for _, s := range steps {
		cost += s.cost(a, b)
		edits = join(edits, s.edit(a, b))
	}
	return edits, max(0, 1-cost/whole)
}

// word is a word as it stands and as it is compared.
type word struct{ text, fold, stem string }

func (w word) cost() float64 {
	if match.Stop(w.fold) {
		return functionPer
	}
	return 1
}

func wordsOf(text string) []word {
	var all []word
	for _, f := range strings.Fields(text) {
		if fold := strings.Join(match.Words(f), ""); fold != "" {
			all = append(all, word{f, fold, match.Stem(fold)})
		}
	}
	return all
}

// step is one move through the two wordings: both words, or one of them.
type step struct {
	op   Op
	i, j int
}

func (s step) cost(a, b []word) float64 {
	switch s.op {
	case LeftOut:
		return a[s.i].cost()
	case Added:
		return addCost * b[s.j].cost()
	case Altered:
		if a[s.i].stem == b[s.j].stem {
			return formCost
		}
		return max(a[s.i].cost(), b[s.j].cost())
	}
	return 0
}

func (s step) edit(a, b []word) Edit {
	e := Edit{Op: s.op}
	if s.op != Added {
		e.Asked = a[s.i].text
	}
	if s.op != LeftOut {
		e.Text = b[s.j].text
	}
	return e
}

// join adds an edit, to the last one where it is of the same kind. Words that
// are gone beside words that have come are words that were altered.
func join(edits []Edit, e Edit) []Edit {
	n := len(edits)
	if n > 0 && (edits[n-1].Op == e.Op || edits[n-1].Op != Same && e.Op != Same) {
		last := &edits[n-1]
		if last.Op != e.Op {
			last.Op = Altered
		}
		last.Asked = strings.TrimSpace(last.Asked + " " + e.Asked)
		last.Text = strings.TrimSpace(last.Text + " " + e.Text)
		return edits
	}
	return append(edits, e)
}

// comparison has the least cost of every beginning of a with every stretch of b
// that ends there.
type comparison struct {
	a, b   []word
	inside bool
	least  [][]float64
}

func compared(a, b []word, inside bool) *comparison {
	t := &comparison{a: a, b: b, inside: inside, least: make([][]float64, len(a)+1)}
	for i := range t.least {
		t.least[i] = make([]float64, len(b)+1)
		for j := range t.least[i] {
			if i+j > 0 {
				t.least[i][j], _ = t.best(i, j)
			}
		}
	}
	return t
}

// best is the cheapest step that leads to a place, and what it costs to be
// there. At the beginning, where the ends are free, there is no step.
func (t *comparison) best(i, j int) (float64, step) {
	if i == 0 && t.inside {
		return 0, step{}
	}
	least, by := 0.0, step{}
	try := func(s step, from float64) {
		if c := from + s.cost(t.a, t.b); by.op == "" || c < least {
			least, by = c, s
		}
	}
	if i > 0 {
		try(step{LeftOut, i - 1, j}, t.least[i-1][j])
	}
	if i > 0 && j > 0 {
		op := Altered
		if t.a[i-1].fold == t.b[j-1].fold {
			op = Same
		}
		try(step{op, i - 1, j - 1}, t.least[i-1][j-1])
	}
	if j > 0 {
		try(step{Added, i, j - 1}, t.least[i][j-1])
	}
	return least, by
}

// path lists the steps of the cheapest way through.
func (t *comparison) path() []step {
	i, j := len(t.a), len(t.b)
	if t.inside {
		for k := range t.least[i] {
			if t.least[i][k] < t.least[i][j] {
				j = k
			}
		}
	}
	var steps []step
	for i > 0 || j > 0 {
		_, s := t.best(i, j)
		if s.op == "" {
			break
		}
		steps = append(steps, s)
		i, j = s.i, s.j
	}
	slices.Reverse(steps)
	return steps
}
