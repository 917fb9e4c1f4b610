package query

import (
	"context"
	"iter"

	"readout"
	"readout/internal/store"
)

// A record of at most small matters is ranked whole. In a larger one, which
// nobody reads to its end, window matters are ranked together: those that were
// spoken of last, then those before them, and so on.
const small, window = 240, 60

// Matters lists the propositions that are spoken of in the reports that count,
// at most limit of them from number from on (0 is the first, limit 0 is all);
// more tells whether others follow. The contested come first, then those on
// which an answer is open, then those with more parties; the newest first among
// equals.
func (e *Engine) Matters(ctx context.Context, at At, from, limit int) (page []Matter, more bool, err error) {
	from = max(from, 0)
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, false, err
	}
	all, err := v.recent(at, from, limit)
	if err != nil {
		return nil, false, err
	}
	size := window
	if len(all) <= small {
		size = small
	}
	for n := from / size * size; n < len(all) && !more; n += size {
		some, ranked, err := e.ranked(ctx, at, all[n:min(n+size, len(all))], v)
		if err != nil {
			return nil, false, err
		}
		ranked = ranked[min(max(from-n, 0), len(ranked)):]
		if left := limit - len(page); limit > 0 && left < len(ranked) {
			ranked, more = ranked[:left], true
		}
		if err := some.fill(ranked); err != nil {
			return nil, false, err
		}
		page = append(page, ranked...)
	}
	return page, more, nil
}

// recent lists the propositions of the reports that count, the latest reports
// first, as many as are needed to rank the first limit after from.
func (v *view) recent(at At, from, limit int) ([]string, error) {
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	enough := 0
	if limit > 0 {
		enough = max((from+limit)/window*window+2*window, small+1)
	}
	return v.mentioned(v.store.Latest(v.ctx, day), day, enough)
}

// mentioned lists the propositions that are spoken of in documents, in their
// order, until there are enough (0 is all).
func (v *view) mentioned(docs iter.Seq2[store.Summary, error], day string, enough int) ([]string, error) {
	var ids []string
	seen := map[string]bool{}
	add := func(id string) {
		if id != "" && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for some, err := range batches(docs) {
		if err != nil {
			return nil, err
		}
		found, err := v.spokenOf(some, day)
		if err != nil {
			return nil, err
		}
		for _, s := range found.Stances {
			add(s.Proposition)
		}
		for _, r := range found.Responses {
			if r.About != nil {
				add(r.About.Proposition)
			}
		}
		if enough > 0 && len(ids) >= enough {
			break
		}
	}
	return ids, nil
}

// batch is how many reports are looked at together.
const batch = 16

// batches gathers the documents of a walk.
func batches(docs iter.Seq2[store.Summary, error]) iter.Seq2[[]*readout.Document, error] {
	return func(yield func([]*readout.Document, error) bool) {
		var some []*readout.Document
		for s, err := range docs {
			if err != nil {
				yield(nil, err)
				return
			}
			if some = append(some, s.Doc); len(some) == batch {
				if !yield(some, nil) {
					return
				}
				some = nil
			}
		}
		if len(some) > 0 {
			yield(some, nil)
		}
	}
}

// spokenOf gives the stances and responses of some documents.
func (v *view) spokenOf(docs []*readout.Document, day string) (*readout.Ledger, error) {
	var ids, statements []string
	for _, d := range docs {
		v.docs[d.ID] = d
		if !v.held(d.ID, day) {
			continue
		}
		ids = append(ids, d.ID)
		for s, err := range v.store.Statements(v.ctx, store.Filter{Doc: d.ID}) {
			if err != nil {
				return nil, err
			}
			v.part.statements[s.ID] = s
			statements = append(statements, s.ID)
		}
	}
	found, err := v.groups("stance", 0, statements...)
	if err != nil {
		return nil, err
	}
	answers, err := v.groups("response", 0, ids...)
	if err != nil {
		return nil, err
	}
	found.Responses = answers.Responses
	return found, nil
}

// ranked gives the matters of some propositions, what a reader should look at
// first in front, and the view that has their evidence. Documents and statements
// that another view has loaded are not loaded again.
func (e *Engine) ranked(ctx context.Context, at At, propositions []string, loaded *view) (*view, []Matter, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, nil, err
	}
	v.docs, v.part.statements = loaded.docs, loaded.part.statements
	if err := v.take(propositions); err != nil {
		return nil, nil, err
	}
	all, err := v.matters(at.AsOf, v.ledger)
	if err != nil {
		return nil, nil, err
	}
	ranked(all)
	return v, all, nil
}
