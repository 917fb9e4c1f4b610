package eval

import (
	"fmt"
	"io"
)

// Corpus is what a reader says of the articles of PolNeAR, beside its gold. It
// gives the figures (Report), what was read (Dump), and how far the reader's
// probabilities can be trusted (Reliability).
type Corpus struct {
	notes    []string
	articles []readArticle
}

// readArticle is an article with its gold and what a reader says of it.
type readArticle struct {
	article
	gold, pred    []relation
	probabilities []float64 // of the predictions
}

// Polnear has the articles of PolNeAR (Newell et al. 2018) in dir read whole:
// text/ARTICLE.txt and attributions/ARTICLE_ANNOTATOR.ann, of which the first
// annotator in sorted order counts. The second content of an attribution is
// folded into its content; an event without spans and a label outside any
// event (Discuss, Discard) are left out.
//
// An article that read fails on has no prediction and is a note of the report;
// a corpus that cannot be read is an error.
func Polnear(dir string, read Attributor) (*Corpus, error) {
	articles, err := articlesIn(dir)
	if err != nil {
		return nil, fmt.Errorf("polnear: %w", err)
	}
	c := &Corpus{}
	for _, a := range articles {
		r := readArticle{article: a}
		if r.gold, err = a.annotated(); err != nil {
			return nil, fmt.Errorf("polnear: %s: %w", a.name, err)
		}
		if r.pred, r.probabilities, err = a.predicted(read); err != nil {
			c.notes = append(c.notes, fmt.Sprintf("article %s: %v", a.name, err))
		}
		c.articles = append(c.articles, r)
	}
	return c, nil
}

// Report compares the reader with the gold.
//
// Scoring tokens are maximal runs of letters, digits and underscores, or one
// other character that is not space. A segment is right where a run of tokens
// is the gold's; begin asks for its first token only, token for each token of
// the role. A relation pairs with at most one other, by the most total of
// Dice(content) + Dice(cue); it is exact where all three roles are equal, half
// where each has a Dice of at least 0.5, overlap where each shares a token or
// is absent in both, and who_what where the source is equal and the content has
// a Dice of at least 0.5. Where several pairings have the same total, which one
// is taken is left to the matching. The lines of a role count the pairs that
// are equal in it.
//
// The last lines give precision over the predictions of a kind and recall over
// the gold of the kind: by what the quotation marks of the content say (direct,
// mixed, indirect), and by whether the cue has a word of the plainest verbs of
// saying (say) or not (other).
func (c *Corpus) Report() *Report {
	s := &corpusScorer{}
	s.notes = c.notes
	for _, a := range c.articles {
		s.add(a)
	}
	return s.finish()
}

// Dump writes what was read, one line an article, spans in code points:
//
//	{"doc":"NAME","relations":[{"source":[[0,4]],"cue":[[5,9]],"content":[[10,20],[25,31]]}]}
func (c *Corpus) Dump(w io.Writer) error {
	for _, a := range c.articles {
		if err := dump(w, a.name, a.pred); err != nil {
			return fmt.Errorf("dump: %s: %w", a.name, err)
		}
	}
	return nil
}
