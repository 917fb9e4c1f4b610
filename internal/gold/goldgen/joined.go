package main

import (
	"slices"

	"readout"
	"readout/internal/gold"
)

// part is what one report says of a commitment, contact or incident.
type part[T any] struct {
	report *report
	it     T
}

// collect groups what the reports say by its id, in order of appearance.
func collect[T any](reports []*report, of func(*gold.Case) []T, id func(T) string) [][]part[T] {
	var out [][]part[T]
	at := map[string]int{}
	for _, r := range reports {
		for _, it := range of(r.gold) {
			i, ok := at[id(it)]
			if !ok {
				i = len(out)
				at[id(it)] = i
				out = append(out, nil)
			}
			out[i] = append(out[i], part[T]{r, it})
		}
	}
	return out
}

func commitmentsOf(reports []*report) [][]part[gold.Commitment] {
	return collect(reports,
		func(c *gold.Case) []gold.Commitment { return c.Commitments },
		func(c gold.Commitment) string { return c.ID })
}

func contactsOf(reports []*report) [][]part[gold.Contact] {
	return collect(reports,
		func(c *gold.Case) []gold.Contact { return c.Contacts },
		func(c gold.Contact) string { return c.ID })
}

// fill gives dst a reading where it has none; the first report's stays.
func fill[T any](dst *gold.Any[T], v gold.Any[T]) {
	if *dst == nil {
		*dst = v
	}
}

// renew gives dst a newer reading, if there is one.
func renew[T any](dst *gold.Any[T], v gold.Any[T]) {
	if v != nil {
		*dst = v
	}
}

// evidence is the statements and spans on which a joined object stands.
type evidence struct {
	list     []any
	required bool // a report has it without "optional"
}

func (e *evidence) add(r *report, l gold.Line, ids []string, span gold.Any[gold.Snippet]) {
	e.required = e.required || !l.Optional
	for _, id := range ids {
		if full := any(r.full(id)); !slices.Contains(e.list, full) {
			e.list = append(e.list, full)
		}
	}
	if s := span.First(); !s.IsNone() {
		e.list = append(e.list, r.span(s.Range))
	}
}

// end puts the evidence at the end of an object.
func (e *evidence) end(o object) object {
	return o.with("evidence", e.list).with("optional", yes(!e.required))
}

// over is the line of the story file about a joined object, empty where there
// is none.
func (b *builder) over(id string) gold.Line {
	return b.story.joined[id]
}

// trigger is a condition in the words of the first report that has one.
type trigger struct {
	report *report
	words  gold.Snippet
}

func (t *trigger) fill(r *report, s gold.Any[gold.Snippet]) {
	if t.report == nil && !s.First().IsNone() {
		t.report, t.words = r, s.First()
	}
}

func (t *trigger) object() any {
	if t.report == nil {
		return nil
	}
	return readout.Condition{Text: t.words.Text, Span: ptr(t.report.span(t.words.Range))}
}

func ptr[T any](v T) *T { return &v }

// kindOf turns words into values of a closed list.
func kindOf[T ~string](words []string) gold.Any[T] {
	var out gold.Any[T]
	for _, w := range words {
		out = append(out, T(w))
	}
	return out
}
