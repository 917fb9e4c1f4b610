package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// ClaimRef is a proposition that words may mean. Near is the share of the words
// that it has, 1 for all.
type ClaimRef struct {
	ID   string  `json:"id"`
	Text string  `json:"text"`
	Near float64 `json:"near"`
}

// SeveralError says that words fit several propositions equally well.
type SeveralError struct {
	Text   string
	Claims []ClaimRef
}

func (e *SeveralError) Error() string {
	return fmt.Sprintf("%d claims fit %q equally well", len(e.Claims), e.Text)
}

// Hint says what helps.
func (e *SeveralError) Hint() string { return "add a word that only the one meant has, or give its id" }

const (
	candidates = 60  // of a search, to be looked at closely
	leastNear  = 0.6 // what has less of the words is not what is meant
	wordsOnly  = 0.9 // of what is said of it, against its own text
)

// FindClaim gives the id of the proposition that is meant by its id, the
// beginning of it, or by words: those of its text, or of what was said of it.
// The error is an *UnknownError, *AmbiguousError or *SeveralError.
func (e *Engine) FindClaim(ctx context.Context, text string) (string, error) {
	if strings.HasPrefix(text, "q-") {
		ref, err := e.resolve(ctx, text, "proposition")
		return ref.ID, err
	}
	all, err := e.nearClaims(ctx, text)
	if err != nil {
		return "", err
	}
	n := 0
	for n < len(all) && all[n].Near == all[0].Near && all[n].Near >= leastNear {
		n++
	}
	switch n {
	case 0:
		return "", &UnknownError{What: "claim", ID: text, Hint: "readout claims lists them; readout quote looks for words that were said"}
	case 1:
		return all[0].ID, nil
	}
	return "", &SeveralError{Text: text, Claims: all[:n]}
}

// nearClaims lists propositions with words of a text, the nearest first.
func (e *Engine) nearClaims(ctx context.Context, text string) ([]ClaimRef, error) {
	v, err := e.partAt(ctx, At{})
	if err != nil {
		return nil, err
	}
	ids, err := v.store.Search(ctx, "proposition", text, candidates)
	if err != nil {
		return nil, err
	}
	statements, err := v.store.Search(ctx, "statement", text, candidates)
	if err != nil {
		return nil, err
	}
	said, err := v.groups("stance", 0, statements...)
	if err != nil {
		return nil, err
	}
	words := map[string][]string{} // what is said of a proposition
	err = v.load(statements, func(s readout.Statement) {
		for _, st := range said.Stances {
			if st.Statement == s.ID {
				ids = append(ids, st.Proposition)
				words[st.Proposition] = append(words[st.Proposition], contentOf(s))
			}
		}
	})
	if err != nil {
		return nil, err
	}
	found, err := v.groups("proposition", 0, ids...)
	if err != nil {
		return nil, err
	}
	var all []ClaimRef
	for _, q := range found.Propositions {
		c := ClaimRef{q.ID, q.Text, share(text, q.Text)}
		for _, w := range words[q.ID] {
			c.Near = max(c.Near, wordsOnly*share(text, w))
		}
		if strings.Join(match.Words(q.Text), " ") == strings.Join(match.Words(text), " ") {
			c.Near = 2 // the text itself, whoever else has its words
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b ClaimRef) int { return cmp.Or(cmp.Compare(b.Near, a.Near), cmp.Compare(a.ID, b.ID)) })
	return all, nil
}

// contentOf is what a statement tells or, where it has no content, all of it.
func contentOf(s readout.Statement) string { return cmp.Or(s.ContentText(), s.Span.Text) }

// share is how much of the words asked for a text has, function words aside.
func share(asked, text string) float64 {
	want := match.Stems(match.Words(asked))
	if len(want) == 0 {
		want = match.Set(match.Words(asked))
		return float64(len(match.Common(want, match.Set(match.Words(text))))) / max(1, float64(len(want)))
	}
	return float64(len(match.Common(want, match.Stems(match.Words(text))))) / float64(len(want))
}

// Claim is the page of a proposition as of a day; text is as in FindClaim.
func (e *Engine) Claim(ctx context.Context, text string, at At) (*PropositionPage, error) {
	id, err := e.FindClaim(ctx, text)
	if err != nil {
		return nil, err
	}
	return e.claim(ctx, id, at)
}

func (e *Engine) claim(ctx context.Context, id string, at At) (*PropositionPage, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	if err := v.take([]string{id}); err != nil {
		return nil, err
	}
	return v.proposition(id, at.AsOf)
}

// Tally counts what stands behind something: statements, speech events (each
// one origin, however many tell of it), and the outlets that tell of them.
type Tally struct {
	Statements int      `json:"statements"`
	Origins    int      `json:"origins"`
	Tellers    []string `json:"tellers,omitempty"`
}

func tally(rows []Row) Tally {
	t := Tally{Statements: len(rows)}
	events := map[string]bool{}
	for _, r := range rows {
		events[cmp.Or(r.Utterance, r.ID)] = true
		if r.Outlet != "" && !slices.Contains(t.Tellers, r.Outlet) {
			t.Tellers = append(t.Tellers, r.Outlet)
		}
	}
	t.Origins = len(events)
	return t
}

// Related is a near matter that is not the same. Kind is that of the link, or
// "wider" where the other is narrower than this.
type Related struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Text string `json:"text"`
}

// seeAlso lists the propositions that q has links to, and those that have links
// to it.
func (v *view) seeAlso(q readout.Proposition) ([]Related, error) {
	keys := []string{q.ID}
	for _, l := range q.Links {
		keys = append(keys, l.To)
	}
	found, err := v.groups("proposition", 0, keys...)
	if err != nil {
		return nil, err
	}
	var all []Related
	add := func(kind string, other readout.Proposition) {
		r := Related{kind, other.ID, other.Text}
		if !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	for _, other := range found.Propositions {
		for _, l := range q.Links {
			if l.To == other.ID {
				add(l.Kind, other)
			}
		}
		for _, l := range other.Links {
			switch {
			case l.To != q.ID:
			case l.Kind == "narrower":
				add("wider", other)
			default:
				add(l.Kind, other)
			}
		}
	}
	return all, nil
}
