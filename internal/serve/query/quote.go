package query

import (
	"cmp"
	"context"
	"slices"

	"readout"
)

// Quoted is a statement that witnesses words, or words near to them. Words is
// how the words asked for stand there, without what comes before and after;
// Near is how near they are, 1 for word for word.
type Quoted struct {
	Row
	Near  float64 `json:"near"`
	Words []Edit  `json:"words"`
}

// leastQuoted is how near words must be to be the same words altered.
const leastQuoted = 0.6

// Quote looks for the nearest witnesses of some words, among what is said in
// the reports that count: at most limit (0 is all that are near), the nearest
// first, the first published among equals. It finds words that were altered, left out or put in.
func (e *Engine) Quote(ctx context.Context, text string, at At, limit int) ([]Quoted, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	ids, err := v.store.Search(ctx, "statement", text, candidates)
	if err != nil {
		return nil, err
	}
	var near []Quoted
	var found []readout.Statement
	err = v.load(ids, func(s readout.Statement) {
		if edits, n := Compare(text, contentOf(s), true); n >= leastQuoted && v.held(s.Doc, day) {
			near = append(near, Quoted{Row: Row{ID: s.ID, Published: v.doc(s.Doc).Published}, Near: n, Words: edits})
			found = append(found, s)
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(near, func(a, b Quoted) int {
		return cmp.Or(cmp.Compare(b.Near, a.Near), cmp.Compare(lastDay(a.Published), lastDay(b.Published)))
	})
	if limit > 0 {
		near = near[:min(len(near), limit)]
	}
	if err := v.takeUtterances(idsOf(near)); err != nil {
		return nil, err
	}
	for i := range near {
		at := slices.IndexFunc(found, func(s readout.Statement) bool { return s.ID == near[i].ID })
		near[i].Row = v.row(found[at])
	}
	return near, nil
}

func idsOf(all []Quoted) (ids []string) {
	for _, q := range all {
		ids = append(ids, q.ID)
	}
	return ids
}

// Exact reports whether the words stand there word for word.
func (q Quoted) Exact() bool {
	return !slices.ContainsFunc(q.Words, func(e Edit) bool { return e.Op != Same })
}
