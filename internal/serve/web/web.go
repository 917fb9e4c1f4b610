// Package web shows the record as pages for a browser on the same machine.
//
// The idea: a page is a rendering of one query answer and says of every line
// where it stands in its report, how sure the reader was and why. The report
// itself is shown whole, with its statements marked in the text and noted in
// the margin. Pages are plain HTML (WHATWG) with one style sheet, need no
// script, and load nothing from elsewhere; a policy in the headers (CSP level
// 3) says so. Requests for other host names than one's own are refused, so that
// a foreign page cannot read the record by DNS rebinding.
//
// Writing, logging in, feeds and other formats are not here.
package web

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"readout/internal/serve/query"
)

//go:embed page/*.html
var pageFiles embed.FS

//go:embed style.css
var style []byte

// Handler serves the pages. It answers to localhost, 127.0.0.1 and [::1] on
// any port, and to the further host names given (without port).
func Handler(q *query.Engine, hosts ...string) http.Handler {
	s := &site{query: q, pages: parse()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.index)
	mux.HandleFunc("GET /doc/{id}", s.document)
	mux.HandleFunc("GET /statements", s.statements)
	mux.HandleFunc("GET /documents", s.documents)
	mux.HandleFunc("GET /deadlines", s.deadlines)
	mux.HandleFunc("GET /speaker/{id}", s.speaker)
	mux.HandleFunc("GET /proposition/{id}", s.proposition)
	mux.HandleFunc("GET /thing/{id}", s.thing)
	mux.HandleFunc("GET /id/{id}", s.redirect)
	mux.HandleFunc("GET /style.css", serveStyle)
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, &query.UnknownError{What: "page", ID: r.URL.Path, Hint: "start from the first page, or give an id as /id/…"})
	})
	return guard(hosts, strict(mux))
}

type site struct {
	query *query.Engine
	pages map[string]*template.Template
}

// view is what every page's template gets.
type view struct {
	Title string
	AsOf  string // the day asked for, or ""
	Path  string // of this page, for the form that asks for another day
	Dated bool   // whether the page depends on the day
	Body  any
}

// parse reads the templates: layout.html and parts.html are in every page.
func parse() map[string]*template.Template {
	pages := map[string]*template.Template{}
	for _, name := range []string{"index", "document", "statements", "documents", "deadlines", "speaker", "proposition", "thing", "error"} {
		pages[name] = template.Must(template.New("layout.html").Funcs(words).
			ParseFS(pageFiles, "page/layout.html", "page/parts.html", "page/"+name+".html"))
	}
	return pages
}

// render writes a page, whole or not at all.
func (s *site) render(w http.ResponseWriter, status int, page string, v view) {
	var b bytes.Buffer
	if err := s.pages[page].Execute(&b, v); err != nil {
		http.Error(w, fmt.Sprintf("the page %s could not be made: %v", page, err), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes()) // a reader that has gone away is no error of ours
}

// problem is the body of the error page.
type problem struct {
	Status     int
	Message    string
	Hint       string
	Candidates []candidate
}

type candidate struct{ Type, ID string }

// fail answers an error with a page that says what would help.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	p := problem{Status: http.StatusInternalServerError, Message: err.Error()}
	var unknown *query.UnknownError
	var ambiguous *query.AmbiguousError
	var asked badRequest
	switch {
	case r.Context().Err() != nil:
		return // nobody waits for the answer
	case errors.As(err, &unknown):
		p.Status, p.Hint = http.StatusNotFound, unknown.Hint
	case errors.As(err, &ambiguous):
		p.Status, p.Message, p.Hint = http.StatusMultipleChoices, fmt.Sprintf("%q could be several things.", ambiguous.Prefix), "Choose one."
		for _, c := range ambiguous.Candidates {
			p.Candidates = append(p.Candidates, candidate{c.Type, c.ID})
		}
	case errors.As(err, &asked):
		p.Status = http.StatusBadRequest
	}
	s.render(w, p.Status, "error", view{Title: http.StatusText(p.Status), Body: p})
}

// badRequest is an error in what was asked for.
type badRequest struct{ error }

func serveStyle(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Write(style)
}

// placeOf is the page on which a thing of the record is found.
func placeOf(s *query.Shown) string {
	switch {
	case s.Document != nil:
		return docURL(s.Document.Document.ID)
	case s.Statement != nil:
		return statementURL(s.Statement.Statement.Doc, s.Statement.Statement.ID)
	case s.Response != nil:
		return statementURL(s.Response.Doc, s.Response.ID)
	case s.Party != nil:
		return speakerURL(s.Party.Party.ID)
	case s.Proposition != nil:
		return matterURL(s.Proposition.ID)
	case s.Commitment != nil:
		return thingURL(s.Commitment.Commitment.ID)
	case s.Contact != nil:
		return thingURL(s.Contact.Contact.ID)
	case s.Incident != nil:
		return thingURL(s.Incident.Incident.ID)
	case s.Utterance != nil:
		return thingURL(s.Utterance.Utterance.ID)
	case s.Origin != nil:
		return docURL(s.Origin.Document)
	}
	return "/"
}

// day is the day that a page is asked about; the form sends an empty one for
// "the newest".
func day(r *http.Request) string { return strings.TrimSpace(r.FormValue("on")) }
