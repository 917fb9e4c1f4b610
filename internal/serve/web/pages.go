package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// documentBody is a report with its statements marked.
type documentBody struct {
	*query.DocumentPage
	Title      string
	Lang       string
	Paragraphs []paragraph
	Guessed    int
}

func (s *site) document(w http.ResponseWriter, r *http.Request) {
	shown, ok := s.show(w, r, "document")
	if !ok {
		return
	}
	d := documentBody{DocumentPage: shown.Document, Lang: cmp.Or(shown.Document.Document.Lang, "en"), Paragraphs: layOut(shown.Document)}
	for _, row := range d.Rows {
		if row.Grade == readout.Guessed {
			d.Guessed++
		}
	}
	d.Title = cmp.Or(d.Document.Title, headline(d.Segments), d.Document.Name, d.Document.ID)
	s.render(w, http.StatusOK, "document", view{Title: d.Title, Body: d})
}

// headline is the report's own, for a report that came without a title.
func headline(segments []readout.Segment) string {
	for _, s := range segments {
		if s.Class == readout.Headline {
			return s.Span.Text
		}
	}
	return ""
}

func (s *site) speaker(w http.ResponseWriter, r *http.Request) {
	if shown, ok := s.show(w, r, "party"); ok {
		s.render(w, http.StatusOK, "speaker",
			view{Title: shown.Party.Party.Name, AsOf: day(r), Path: r.URL.Path, Dated: true, Body: shown.Party})
	}
}

// propositionBody is a matter with its stances, those of one speech event
// together.
type propositionBody struct {
	*query.PropositionPage
	Groups []stanceGroup
}

// stanceGroup is what one party says in one utterance: one origin, however many
// statements witness it.
type stanceGroup struct {
	query.StanceRow // the first of them
	Rows            []query.Row
}

func (s *site) proposition(w http.ResponseWriter, r *http.Request) {
	shown, ok := s.show(w, r, "proposition")
	if !ok {
		return
	}
	body := propositionBody{shown.Proposition, grouped(shown.Proposition.Stances)}
	s.render(w, http.StatusOK, "proposition",
		view{Title: shown.Proposition.Text, AsOf: day(r), Path: r.URL.Path, Dated: true, Body: body})
}

func grouped(stances []query.StanceRow) []stanceGroup {
	var groups []stanceGroup
	at := map[readout.Stance]int{}
	for _, st := range stances {
		key := st.Stance
		key.Statement = cmp.Or(st.Row.Utterance, st.Statement)
		i, ok := at[key]
		if !ok {
			i = len(groups)
			at[key] = i
			groups = append(groups, stanceGroup{StanceRow: st})
		}
		groups[i].Rows = append(groups[i].Rows, st.Row)
	}
	return groups
}

// thing shows a commitment, contact, incident or utterance.
func (s *site) thing(w http.ResponseWriter, r *http.Request) {
	shown, ok := s.show(w, r, "commitment", "contact", "incident", "utterance")
	if !ok {
		return
	}
	title := shown.Type
	switch {
	case shown.Commitment != nil:
		title = shown.Commitment.Commitment.What
	case shown.Incident != nil:
		title = shown.Incident.Incident.What
	}
	s.render(w, http.StatusOK, "thing",
		view{Title: title, AsOf: day(r), Path: r.URL.Path, Dated: shown.Commitment != nil, Body: shown})
}

// show answers with the thing that the path names. One of another type has its
// own page, and a beginning of an id the page of the whole id: they are sent on.
func (s *site) show(w http.ResponseWriter, r *http.Request, types ...string) (*query.Shown, bool) {
	id := r.PathValue("id")
	shown, err := s.query.Show(r.Context(), id, day(r))
	if err != nil {
		s.fail(w, r, asked(err, day(r)))
		return nil, false
	}
	place := placeOf(shown)
	if path, err := url.PathUnescape(place); slices.Contains(types, shown.Type) && err == nil && path == r.URL.Path {
		return shown, true
	}
	sendOn(w, r, onDay(place, day(r)))
	return nil, false
}

// redirect sends an id, or the beginning of one, to its page.
func (s *site) redirect(w http.ResponseWriter, r *http.Request) {
	shown, err := s.query.Show(r.Context(), r.PathValue("id"), "")
	if err != nil {
		s.fail(w, r, err)
		return
	}
	sendOn(w, r, placeOf(shown))
}

func sendOn(w http.ResponseWriter, r *http.Request, place string) {
	http.Redirect(w, r, place, http.StatusFound)
}

// asked marks an error as the asker's where the day is no date.
func asked(err error, day string) error {
	if _, bad := query.Parse("since:" + day); day != "" && bad != nil {
		return badRequest{err}
	}
	return err
}
