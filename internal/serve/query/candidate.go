package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"readout"
	"readout/internal/decision"
	"readout/internal/store"
)

// CandidateRow is a join that the ledger has not made, for a person to decide:
// two parties, utterances or propositions (Kind), how near they come (0 to 1,
// comparable within a kind), what speaks for it and against it, and both sides
// with a sentence each.
type CandidateRow struct {
	Kind  string  `json:"kind"`
	Score float64 `json:"score"`
	Why   string  `json:"why"`
	A     Side    `json:"a"`
	B     Side    `json:"b"`
}

// Side is one of the two. Text is the name of a party or the words of a
// proposition; Row is the statement on which it rests or, of a party, one in
// which it speaks or is spoken of, nil where there is none.
type Side struct {
	ID   string `json:"id"`
	Text string `json:"text,omitempty"`
	Row  *Row   `json:"statement,omitempty"`
}

// Candidates lists the joins that are not clear and on which none of the
// decisions is: parties, utterances, propositions, the nearest of each first.
func (e *Engine) Candidates(ctx context.Context, decisions []readout.Decision) ([]CandidateRow, error) {
	v, err := e.view(ctx)
	if err != nil {
		return nil, err
	}
	decided, err := v.decided(decisions)
	if err != nil {
		return nil, err
	}
	var rows []CandidateRow
	for _, c := range v.ledger.Candidates {
		if !decided[pairOf(c.A, c.B)] {
			rows = append(rows, CandidateRow{Kind: c.Kind, Score: c.Score, Why: c.Why, A: Side{ID: c.A}, B: Side{ID: c.B}})
		}
	}
	kinds := []string{"party", "utterance", "proposition"}
	slices.SortStableFunc(rows, func(a, b CandidateRow) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)), cmp.Compare(b.Score, a.Score))
	})
	return rows, v.sides(rows)
}

// pairOf is two ids, in whichever order they come.
func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// decided are the pairs on which somebody has decided, one way or the other.
func (v *view) decided(all []readout.Decision) (map[[2]string]bool, error) {
	pairs := map[[2]string]bool{}
	for _, j := range decision.Joins(all) {
		if j.B.Type != j.A.Type || j.Of == "statement" {
			continue
		}
		a, err := v.current(j.A)
		if err != nil {
			return nil, err
		}
		b, err := v.current(j.B)
		if err != nil {
			return nil, err
		}
		pairs[pairOf(a, b)], pairs[pairOf(j.A.ID, j.B.ID)] = true, true
	}
	return pairs, nil
}

// sides fills in what is to be seen of both sides.
func (v *view) sides(rows []CandidateRow) error {
	grounds := map[string]string{} // statements, by what rests on them
	for _, u := range v.ledger.Utterances {
		grounds[u.ID] = u.Origin
	}
	for _, s := range v.ledger.Stances {
		grounds[s.Proposition] = cmp.Or(grounds[s.Proposition], s.Statement)
	}
	var all []*Side
	for i := range rows {
		all = append(all, &rows[i].A, &rows[i].B)
		for _, side := range all[2*i:] {
			side.Text = v.matter[side.ID]
			if rows[i].Kind == "party" {
				side.Text = v.name(side.ID, "")
				if err := v.speaks(grounds, side); err != nil {
					return err
				}
			}
		}
	}
	var ids []string
	for _, side := range all {
		ids = append(ids, grounds[side.ID])
	}
	sentences, err := v.rows(ids)
	for _, side := range all {
		if row, ok := sentences[grounds[side.ID]]; ok {
			side.Row = &row
		}
	}
	return err
}

// named is how many statements are looked at for one that names a party.
const named = 8

// speaks notes a statement in which a party speaks or, without one, is named.
func (v *view) speaks(grounds map[string]string, side *Side) error {
	if grounds[side.ID] != "" {
		return nil
	}
	for s, err := range v.store.Statements(v.ctx, store.Filter{Speakers: []string{side.ID}, Limit: 1}) {
		grounds[side.ID] = s.ID
		return err
	}
	ids, err := v.store.Search(v.ctx, "statement", side.Text, named)
	if err != nil {
		return err
	}
	return v.load(ids, func(s readout.Statement) {
		if grounds[side.ID] == "" && strings.Contains(s.Span.Text, side.Text) {
			grounds[side.ID] = s.ID
		}
	})
}
