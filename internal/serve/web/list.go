package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"readout"
	"readout/internal/serve/query"
)

// pageSize is how many statements a page lists: about as many as one scrolls;
// docsSize is that for documents, which take one line each.
const (
	pageSize = 50
	docsSize = 200
)

// statementsBody is a page of the list of statements.
type statementsBody struct {
	Query    string
	Problem  string // what is wrong with the query
	Rows     []query.Row
	Next     string // address of the next page
	Filters  []filter
	Examples []string
}

// filter is a set of links that each change one word of the query.
type filter struct {
	Name  string
	Links []link
}

type link struct {
	Name, URL string
	On        bool
}

func (s *site) statements(w http.ResponseWriter, r *http.Request) {
	text, after := r.FormValue("q"), r.FormValue("after")
	body := statementsBody{Query: text, Examples: []string{`speaker:"Ana Ruiz" act:deny`, "grade:guessed", "since:2026-03-01 until:2026-03"}}
	status := http.StatusOK
	q, err := query.Parse(text)
	if err == nil {
		var more bool
		if body.Rows, more, err = s.query.Statements(r.Context(), q, after, pageSize); more {
			body.Next = "/statements?" + url.Values{"q": {q.String()}, "after": {body.Rows[len(body.Rows)-1].ID}}.Encode()
		}
	}
	if err != nil {
		body.Problem, status = err.Error(), http.StatusBadRequest
	}
	body.Filters = filtersOf(q)
	s.render(w, status, "statements", view{Title: "Statements", Body: body})
}

func filtersOf(q query.Query) []filter {
	grades := filter{Name: "Grade", Links: []link{linkTo("any", q, func(q *query.Query) { q.Grade = "" }, q.Grade == "")}}
	for _, g := range readout.Grades {
		grades.Links = append(grades.Links, linkTo(string(g), q, func(q *query.Query) { q.Grade = g }, q.Grade == g))
	}
	acts := filter{Name: "Act", Links: []link{linkTo("any", q, func(q *query.Query) { q.Act = "" }, q.Act == "")}}
	for _, a := range readout.Acts {
		acts.Links = append(acts.Links, linkTo(string(a), q, func(q *query.Query) { q.Act = a }, q.Act == a))
	}
	return []filter{grades, acts}
}

func linkTo(name string, q query.Query, change func(*query.Query), on bool) link {
	change(&q)
	return link{name, "/statements?" + url.Values{"q": {q.String()}}.Encode(), on}
}

// documentsBody is a page of the list of documents, the latest arrival first.
type documentsBody struct {
	Documents      []query.DocumentRow
	Earlier, Later string // addresses of the pages beside this one
	First, Last    int
	Total          int
}

func (s *site) documents(w http.ResponseWriter, r *http.Request) {
	all, err := s.query.Documents(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	slices.Reverse(all)
	n, err := strconv.Atoi(r.FormValue("page"))
	if err != nil || n < 1 || n-1 > len(all)/docsSize {
		n = 1
	}
	first, last := (n-1)*docsSize, min(n*docsSize, len(all))
	body := documentsBody{Documents: all[first:last], First: first + 1, Last: last, Total: len(all)}
	if n > 1 {
		body.Earlier = "/documents?page=" + strconv.Itoa(n-1)
	}
	if last < len(all) {
		body.Later = "/documents?page=" + strconv.Itoa(n+1)
	}
	s.render(w, http.StatusOK, "documents", view{Title: "Documents", Body: body})
}

func (s *site) deadlines(w http.ResponseWriter, r *http.Request) {
	all, err := s.query.Due(r.Context(), day(r))
	if err != nil {
		s.fail(w, r, asked(err, day(r)))
		return
	}
	s.render(w, http.StatusOK, "deadlines", view{Title: "Deadlines", AsOf: day(r), Path: "/deadlines", Dated: true, Body: all})
}
