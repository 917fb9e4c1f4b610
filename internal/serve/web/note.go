package web

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// note is what stands in the margin: a statement, a response, or a statement
// that is a response as well.
type note struct {
	Number   int
	ID       string
	Row      *query.Row
	Response *query.ResponseRow
	Inside   bool // told within another statement
}

// begun is a statement or a response with the place where it begins. A nil
// note means that it has none of its own.
type begun struct {
	id   string
	note *note
	readout.Range
}

// notesOf numbers the statements and responses in order of the text. A response
// that begins where a statement of the same party does is noted with it.
func notesOf(page *query.DocumentPage) []begun {
	var all []begun
	type place struct {
		party string
		start int
	}
	at := map[place]*note{}
	for i, s := range page.Statements {
		n := &note{ID: s.ID, Row: &page.Rows[i], Inside: s.Parent != ""}
		at[place{s.Speaker, s.Span.BStart}] = n
		all = append(all, begun{s.ID, n, s.Span.Bytes()})
	}
	for i, r := range page.Responses {
		if n := at[place{r.Party, r.Span.BStart}]; n != nil && n.Response == nil {
			n.Response = &page.Responses[i]
			all = append(all, begun{r.ID, nil, r.Span.Bytes()})
			continue
		}
		all = append(all, begun{r.ID, &note{ID: r.ID, Response: &page.Responses[i]}, r.Span.Bytes()})
	}
	slices.SortStableFunc(all, func(a, b begun) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	number := 0
	for _, b := range all {
		if b.note != nil {
			number++
			b.note.Number = number
		}
	}
	return all
}
