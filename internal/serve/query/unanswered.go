package query

import (
	"context"

	"readout"
)

// unanswered are the statuses of a party that was asked and has not answered.
var unanswered = map[readout.Status]bool{
	readout.Declined: true, readout.Refused: true, readout.NoResponse: true,
}

// behind is how many bytes of text there may be between a statement and the
// sentence that says that somebody did not comment, where that does not say on
// what.
const behind = 320

// Unanswered lists who is told, in the report that has a statement, to have
// given no answer on it: on its proposition or, where nothing is said of what it
// is on, in the next sentences.
func (e *Engine) Unanswered(ctx context.Context, s readout.Statement, at At) ([]ResponseRow, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	stances, err := v.groups("stance", 0, s.ID)
	if err != nil {
		return nil, err
	}
	keys := []string{s.Doc}
	on := map[string]bool{}
	for _, st := range stances.Stances {
		on[st.Proposition] = true
		keys = append(keys, st.Proposition)
	}
	found, err := v.groups("response", 0, keys...)
	if err != nil {
		return nil, err
	}
	var all []ResponseRow
	for _, r := range found.Responses {
		if !unanswered[r.Status] || r.Party == "" || !v.held(r.Doc, day) {
			continue
		}
		about := ""
		if r.About != nil {
			about = r.About.Proposition
		}
		gap := r.Span.BStart - s.Span.BEnd
		if on[about] || about == "" && r.Doc == s.Doc && gap >= 0 && gap <= behind {
			if row := v.response(r, day); !row.Expired {
				all = append(all, row)
			}
		}
	}
	return all, nil
}
