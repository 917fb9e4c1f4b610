package check

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

const (
	alikeSame  = 0.6  // how alike two contents are of which one speaker said both
	alikeOther = 0.85 // and two that are told for the same whoever said them
	leastMeant = 4    // words that carry meaning, of a content that is known by its words
)

// contents are the statements of the reports that may have a content, with how
// alike theirs are.
func (c *checker) contents(s readout.Statement) (all []query.Told, alike []float64, err error) {
	text := s.ContentText()
	if query.Carries(query.Fold(text)) == 0 {
		return nil, nil, nil
	}
	docs, err := c.likely(text)
	if err != nil {
		return nil, nil, err
	}
	for _, doc := range docs[:min(len(docs), fewSources)] {
		src, err := c.source(doc)
		if err != nil {
			return nil, nil, err
		}
		for _, t := range src.Told {
			all, alike = append(all, t), append(alike, likeness(text, t.Statement.ContentText()))
		}
	}
	return all, alike, nil
}

// likeness is how alike a content is to another or to a sentence of it.
func likeness(a, b string) float64 {
	n := 0.0
	for _, sentence := range strings.FieldsFunc(b, func(r rune) bool { return strings.ContainsRune(".!?;", r) }) {
		n = max(n, alikeness(a, sentence))
	}
	if negations(b) <= 1 { // of several, one may be of another sentence
		n = max(n, alikeness(a, b))
	}
	return n
}

// alikeness is how alike two contents are; none where their numbers differ or
// one is negated and the other not. A content of some length that stands in a
// longer one is alike.
func alikeness(a, b string) float64 {
	if negations(a)%2 != negations(b)%2 {
		return 0
	}
	n := query.Alike(a, b)
	if query.Carries(query.Fold(a)) >= leastWords {
		n = max(n, 0.9*query.Within(a, b))
	}
	for _, w := range query.Fold(a) {
		if w[0] >= '0' && w[0] <= '9' && !slices.Contains(query.Fold(b), w) {
			return 0
		}
	}
	return n
}

// negations is how many words deny.
func negations(text string) (n int) {
	for _, w := range query.Fold(text) {
		if slices.Contains([]string{"not", "no", "never", "nothing", "nobody", "neither", "cannot"}, w) || strings.HasSuffix(w, "n't") {
			n++
		}
	}
	return n
}

// matter gives the statements on record that say of a proposition what the draft
// has its speaker say: those under the propositions that the ledger would put
// the statement under.
func (c *checker) matter(s readout.Statement) (all []query.Told, stances []readout.Stance, err error) {
	for _, own := range c.stances(s.ID) {
		beside, err := c.beside(own.Proposition)
		if err != nil {
			return nil, nil, err
		}
		var ids []string
		for _, b := range beside {
			ids = append(ids, b.Statement)
		}
		told, err := c.recorded(ids)
		if err != nil {
			return nil, nil, err
		}
		all, stances = append(all, told...), append(stances, beside...)
	}
	return all, stances, nil
}
