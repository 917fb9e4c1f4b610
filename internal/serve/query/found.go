package query

import (
	"context"
	"strings"

	"readout"
	"readout/internal/store"
)

// Found is a statement on record with words of a text, and the stances that it
// takes. Event is the speech event that it witnesses, empty where the ledger
// has none.
type Found struct {
	Told
	Event   readout.Utterance
	Stances []readout.Stance
}

// Find looks for the statements whose words are nearest to a text, by the
// weight of what they share, among those that count: at most limit, the
// nearest first. How near is near enough is the caller's to say.
func (e *Engine) Find(ctx context.Context, text string, at At, limit int) ([]Found, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	ids, err := v.store.Search(ctx, "statement", text, limit)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	told, err := v.statementsTold(ids, day)
	if err != nil {
		return nil, err
	}
	taken, err := v.groups("stance", 0, ids...)
	if err != nil {
		return nil, err
	}
	var all []Found
	for _, t := range told {
		f := Found{Told: t}
		for _, u := range v.ledger.Utterances {
			if u.ID == t.Utterance {
				f.Event = u
			}
		}
		for _, s := range taken.Stances {
			if s.Statement == t.ID {
				f.Stances = append(f.Stances, s)
			}
		}
		all = append(all, f)
	}
	return all, nil
}

// Day is the last day that a question counts: that of AsOf, or the newest
// publication date on record, "" where none is known.
func (e *Engine) Day(ctx context.Context, at At) (string, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return "", err
	}
	return v.day(at.AsOf)
}

// Bounds are the first and the last day that a date can mean, each "" where it
// is open or unknown. What is open before a day has no first.
func Bounds(d *readout.Date) (first, last string) {
	if !d.Known() {
		return "", ""
	}
	first, last = bounds(d.Value)
	if strings.HasPrefix(d.Value, "../") || strings.HasPrefix(d.Value, "/") {
		first = ""
	}
	return first, last
}

// Text is the text of a report that counts, "" of one that does not.
func (e *Engine) Text(ctx context.Context, doc string, at At) (string, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return "", err
	}
	day, err := v.day(at.AsOf)
	if err != nil || !v.held(doc, day) {
		return "", err
	}
	full, err := v.store.Document(ctx, doc)
	if err != nil {
		return "", err
	}
	return full.Text, nil
}

// PartiesIn gives the parties on record whose name, or another name of them,
// stands in a text.
func (e *Engine) PartiesIn(ctx context.Context, text string) ([]readout.Party, error) {
	v, err := e.partAt(ctx, At{})
	if err != nil {
		return nil, err
	}
	found, err := v.groups("party", 0, namesIn(text)...)
	return found.Parties, err
}

// Own are the statements of a speaker, by his id, in order of arrival; of many
// the first mostOwn.
func (e *Engine) Own(ctx context.Context, speaker string, at At) ([]Told, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	var ids []string
	for s, err := range v.store.Statements(ctx, store.Filter{Speakers: []string{speaker}, Limit: mostOwn}) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, s.ID)
	}
	return v.statementsTold(ids, day)
}

const mostOwn = 1000
