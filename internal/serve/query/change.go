package query

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"readout/internal/store"
)

// Change is what moved for one party on one matter between two days. Before and
// After are a stance, the status of a response, readout.NothingOnRecord, or ""
// where the party, or the matter itself, was not on record. Rows are the
// statements that moved it, Response the sentence of a report that says so of a
// party that has not answered. With Dissent, Rows are those of the party who have
// spoken against its line, which is After.
type Change struct {
	Proposition string       `json:"proposition"`
	Matter      string       `json:"matter"`
	New         bool         `json:"new,omitempty"` // the matter is
	Party       string       `json:"party,omitempty"`
	PartyName   string       `json:"party_name,omitempty"`
	Before      string       `json:"before,omitempty"`
	After       string       `json:"after"`
	Dissent     bool         `json:"dissent,omitempty"`
	Rows        []Row        `json:"rows,omitempty"`
	Response    *ResponseRow `json:"response,omitempty"`
}

// Changes lists what moved after the one day, up to the other, matter by
// matter. What only the clock moves is not listed.
func (e *Engine) Changes(ctx context.Context, from, to, recordedBy string) ([]Change, error) {
	v, ids, err := e.spokenBetween(ctx, from, At{to, recordedBy})
	if err != nil {
		return nil, err
	}
	var all []Change
	for some := range slices.Chunk(ids, small) {
		after, err := e.filled(ctx, At{to, recordedBy}, some, v)
		if err != nil {
			return nil, err
		}
		before, err := e.filled(ctx, At{from, recordedBy}, some, v)
		if err != nil {
			return nil, err
		}
		old := map[string]Matter{}
		for _, m := range before {
			old[m.ID] = m
		}
		for _, m := range after {
			all = append(all, moved(old[m.ID], m, lastOf(from))...)
		}
	}
	return all, nil
}

// filled gives matters with their evidence.
func (e *Engine) filled(ctx context.Context, at At, propositions []string, loaded *view) ([]Matter, error) {
	v, all, err := e.ranked(ctx, at, propositions, loaded)
	if err != nil {
		return nil, err
	}
	return all, v.fill(all)
}

// spokenBetween lists the propositions of what was published after the one day,
// up to the other.
func (e *Engine) spokenBetween(ctx context.Context, from string, at At) (*view, []string, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, nil, err
	}
	if err := (At{AsOf: from}).Check(); err != nil {
		return nil, nil, err
	}
	ids, err := v.mentioned(until(v.store.Latest(ctx, day), lastOf(from)), day, 0)
	return v, ids, err
}

// until ends a walk over the latest documents where their day is not after a
// day.
func until(docs iter.Seq2[store.Summary, error], day string) iter.Seq2[store.Summary, error] {
	return func(yield func(store.Summary, error) bool) {
		for s, err := range docs {
			if err == nil && lastDay(s.Doc.Published) <= day {
				return
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// status is where a party is on a matter.
type status struct {
	name, value string
	rows        []Row
	against     []Row
	response    *ResponseRow
}

// statuses lists the parties of a matter in order, each with where it is; what a
// larger party's position shows is not listed twice.
func statuses(m Matter) (order []string, all map[string]status) {
	all = map[string]status{}
	add := func(party string, s status) {
		if _, ok := all[party]; !ok && party != "" {
			order = append(order, party)
			all[party] = s
		}
	}
	for _, p := range m.Positions {
		if p.Under == "" {
			add(p.Party, status{name: p.PartyName, value: string(p.Value), rows: p.Rows, against: p.Against})
		}
	}
	for _, r := range m.Unanswered() {
		add(r.Party, status{name: r.PartyName, value: string(r.Status), response: &r})
	}
	for _, s := range m.Silent {
		add(s.Party, status{name: s.PartyName, value: s.Status})
	}
	return order, all
}

// moved compares a matter on two days, the first of which is from.
func moved(before, after Matter, from string) []Change {
	_, old := statuses(before)
	order, now := statuses(after)
	var all []Change
	for _, party := range order {
		was, is := old[party], now[party]
		c := Change{
			Proposition: after.ID, Matter: after.Text, New: before.ID == "", Party: party, PartyName: is.name,
			Before: was.value, After: is.value, Rows: is.rows, Response: is.response,
		}
		if was.value != is.value && is.saidAfter(from) {
			all = append(all, c)
		}
		if against := fresh(was.against, is.against); len(against) > 0 {
			c.Dissent, c.Rows = true, against
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b Change) int { return cmp.Compare(a.PartyName, b.PartyName) })
	return all
}

// saidAfter reports whether something that was published after a day says so.
func (s status) saidAfter(day string) bool {
	return s.response != nil && lastDay(s.response.Published) > day ||
		slices.ContainsFunc(s.rows, func(r Row) bool { return lastDay(r.Published) > day })
}

// fresh are the rows that were not there.
func fresh(was, is []Row) []Row {
	return slices.DeleteFunc(slices.Clone(is), func(r Row) bool {
		return slices.ContainsFunc(was, func(o Row) bool { return o.ID == r.ID })
	})
}
