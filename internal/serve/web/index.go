package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"readout/internal/serve/query"
)

// perPage is how many matters the first page shows: as many as its table of
// positions has columns that can still be read.
const perPage = 12

// indexBody is the first page: matters, the table of positions on them,
// deadlines and documents.
type indexBody struct {
	Matters   []matter
	Table     []tableRow
	First     int // number of the first on this page, from 1
	Last      int
	Earlier   string
	Later     string
	Deadlines []query.Deadline    // the nearest
	Documents []query.DocumentRow // the latest
	Guessed   int
	AsOf      string // the day that is shown
	Rule      string

	AllDeadlines, AllDocuments int
}

// matter is a proposition with its positions sorted by where they lean.
type matter struct {
	query.Matter
	Letter  string
	For     []query.PositionRow
	Against []query.PositionRow
	Neither []query.PositionRow
}

// tableRow is a party and its cells, one a matter.
type tableRow struct {
	Party, Name string
	Cells       []cell
}

// cell is a position, a response, a silence, or nothing.
type cell struct {
	Position *query.PositionRow
	Response *query.ResponseRow
	Silent   *query.SilenceRow
}

func (s *site) index(w http.ResponseWriter, r *http.Request) {
	body, err := s.overview(r)
	if err != nil {
		s.fail(w, r, asked(err, day(r)))
		return
	}
	s.render(w, http.StatusOK, "index", view{Title: "The record", AsOf: day(r), Path: "/", Dated: true, Body: body})
}

func (s *site) overview(r *http.Request) (body *indexBody, err error) {
	body = &indexBody{Rule: query.Rule}
	if err := s.matters(body, r); err != nil {
		return nil, err
	}
	due, err := s.query.Due(r.Context(), day(r))
	if err != nil {
		return nil, err
	}
	body.Deadlines, body.AllDeadlines = nearest(due), len(due)
	docs, err := s.query.Documents(r.Context())
	if err != nil {
		return nil, err
	}
	for _, d := range docs {
		body.Guessed += d.Guessed
	}
	slices.Reverse(docs) // the latest arrival first
	body.Documents, body.AllDocuments = docs[:min(len(docs), inBrief)], len(docs)
	return body, nil
}

// inBrief is how many deadlines and documents the first page lists; each has a
// page of its own for all of them.
const inBrief = 40

// nearest keeps the deadlines closest to the day asked for, in their order.
func nearest(all []query.Deadline) []query.Deadline {
	first := 0
	for n := len(all); n > inBrief; n-- {
		if last := all[first+n-1]; -all[first].Days > last.Days {
			first++
		}
	}
	return all[first:min(first+inBrief, len(all))]
}

// matters takes the matters of the page that the request names.
func (s *site) matters(b *indexBody, r *http.Request) error {
	n, err := strconv.Atoi(r.FormValue("page"))
	if err != nil || n < 1 || n > 1_000_000 {
		n = 1
	}
	first := (n - 1) * perPage
	page, more, err := s.query.Matters(r.Context(), query.At{AsOf: day(r)}, first, perPage)
	if err != nil {
		return err
	}
	for i, m := range page {
		b.Matters = append(b.Matters, sorted(m, string(rune('A'+i))))
		if m.AsOf != nil {
			b.AsOf = m.AsOf.Value
		}
	}
	b.First, b.Last = first+1, first+len(page)
	b.Table = tableOf(b.Matters)
	if n > 1 {
		b.Earlier = indexURL(n-1, day(r))
	}
	if more {
		b.Later = indexURL(n+1, day(r))
	}
	return nil
}

func indexURL(page int, day string) string {
	v := url.Values{"page": {strconv.Itoa(page)}}
	if day != "" {
		v.Set("on", day)
	}
	return "/?" + v.Encode()
}

// sorted splits the positions that no larger party's position shows already.
func sorted(m query.Matter, letter string) matter {
	out := matter{Matter: m, Letter: letter}
	for _, p := range m.Positions {
		switch lean := query.Leaning(p.Value); {
		case p.Under != "":
		case lean > 0:
			out.For = append(out.For, p)
		case lean < 0:
			out.Against = append(out.Against, p)
		default:
			out.Neither = append(out.Neither, p)
		}
	}
	return out
}

// tableOf has a row for every party that stands on one of the matters in its
// own right, those with most to show first.
func tableOf(matters []matter) []tableRow {
	var rows []tableRow
	at := map[string]int{}
	cellOf := func(party, name string, column int) *cell {
		i, ok := at[party]
		if !ok {
			i = len(rows)
			at[party] = i
			rows = append(rows, tableRow{Party: party, Name: name, Cells: make([]cell, len(matters))})
		}
		return &rows[i].Cells[column]
	}
	for column, m := range matters {
		for i, p := range m.Positions {
			if p.Under == "" {
				cellOf(p.Party, p.PartyName, column).Position = &m.Positions[i]
			}
		}
		for _, r := range m.Unanswered() {
			cellOf(r.Party, r.PartyName, column).Response = &r
		}
		for i, s := range m.Silent {
			cellOf(s.Party, s.PartyName, column).Silent = &m.Silent[i]
		}
	}
	rows = slices.DeleteFunc(rows, func(r tableRow) bool { return r.Party == "" })
	slices.SortStableFunc(rows, func(a, b tableRow) int { return b.filled() - a.filled() })
	return rows
}

func (r tableRow) filled() int {
	n := 0
	for _, c := range r.Cells {
		if c.Position != nil || c.Response != nil || c.Silent != nil {
			n++
		}
	}
	return n
}
