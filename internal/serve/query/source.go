package query

import (
	"cmp"
	"context"
	"slices"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/store"
)

// Source is a report with all that is said in it, in the order of the text.
type Source struct {
	Doc  *readout.Document
	Told []Told
}

// leastShared is the share of the words asked for that one statement of a
// report must have for the report to be looked at.
const leastShared = 0.25

// fewCandidates is how many statements are looked at for a report.
const fewCandidates = candidates / 2

// fewWords is up to how many words a text is short.
const fewWords = 8

// Likely lists the reports in which words like these may have been said, by
// their ids, the likeliest first.
func (e *Engine) Likely(ctx context.Context, words string, at At) ([]string, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	ids, err := v.store.Search(ctx, "statement", words, fewCandidates)
	if err != nil {
		return nil, err
	}
	best := map[string]float64{}
	short := len(match.Words(words)) <= fewWords // function words tell something too
	var docs []string
	err = v.load(ids, func(s readout.Statement) {
		n := max(share(words, s.Span.Text), share(contentOf(s), words))
		if n < leastShared && short {
			_, n = Compare(words, contentOf(s), true)
		}
		if n < leastShared || !v.held(s.Doc, day) {
			return
		}
		if _, ok := best[s.Doc]; !ok {
			docs = append(docs, s.Doc)
		}
		best[s.Doc] = max(best[s.Doc], n)
	})
	slices.SortStableFunc(docs, func(a, b string) int { return cmp.Compare(best[b], best[a]) })
	return docs, err
}

// Source gives a report by its id.
func (e *Engine) Source(ctx context.Context, doc string, at At) (*Source, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	s := &Source{}
	if s.Doc, err = e.store.Document(ctx, doc); err != nil {
		return nil, err
	}
	var ids []string
	for st, err := range e.store.Statements(ctx, store.Filter{Doc: doc}) {
		if err != nil {
			return nil, err
		}
		v.part.statements[st.ID] = st
		ids = append(ids, st.ID)
	}
	s.Told, err = v.statementsTold(ids, "")
	slices.SortStableFunc(s.Told, func(a, b Told) int { return cmp.Compare(a.Statement.Span.BStart, b.Statement.Span.BStart) })
	return s, err
}

// Stances lists those on record on some propositions.
func (e *Engine) Stances(ctx context.Context, propositions ...string) ([]readout.Stance, error) {
	v, err := e.partAt(ctx, At{})
	if err != nil {
		return nil, err
	}
	found, err := v.groups("stance", 0, propositions...)
	if err != nil {
		return nil, err
	}
	return found.Stances, nil
}

// Alike is the share of words that two texts have in common, 0 to 1, function
// words and endings aside.
func Alike(a, b string) float64 {
	return match.Dice(match.Stems(match.Words(a)), match.Stems(match.Words(b)), match.Flat)
}

// Fold is the words of a text as they are compared.
func Fold(text string) []string { return match.Words(text) }

// Carries is how many of the words of a text carry meaning.
func Carries(words []string) int { return len(match.Stems(words)) }

// Within is the share of the words of a text that another has too, 0 to 1,
// function words and endings aside.
func Within(a, b string) float64 {
	return match.Containment(match.Stems(match.Words(a)), match.Stems(match.Words(b)), match.Flat)
}
