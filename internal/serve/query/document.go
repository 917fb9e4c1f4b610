package query

import (
	"context"

	"readout"
	"readout/internal/store"
)

// DocumentRow is a document in a list. Guessed counts the statements that need
// a person's eye.
type DocumentRow struct {
	ID         string        `json:"id"`
	Name       string        `json:"name,omitempty"`
	Outlet     string        `json:"outlet,omitempty"`
	Title      string        `json:"title,omitempty"`
	Published  *readout.Date `json:"published,omitempty"`
	Statements int           `json:"statements"`
	Guessed    int           `json:"guessed"`
}

// Documents lists every document in order of arrival.
func (e *Engine) Documents(ctx context.Context) ([]DocumentRow, error) {
	guessed := map[string]int{}
	for s, err := range e.store.Statements(ctx, store.Filter{Grade: readout.Guessed}) {
		if err != nil {
			return nil, err
		}
		guessed[s.Doc]++
	}
	var rows []DocumentRow
	for s, err := range e.store.Documents(ctx) {
		if err != nil {
			return nil, err
		}
		rows = append(rows, DocumentRow{
			ID: s.Doc.ID, Name: s.Doc.Name, Outlet: s.Doc.Outlet, Title: s.Doc.Title, Published: s.Doc.Published,
			Statements: s.Statements, Guessed: guessed[s.Doc.ID],
		})
	}
	return rows, nil
}

// DocumentPage is a document with all that was read in it: Statements and Rows
// are the same statements, in the same order. Story and Origin are those of
// the ledger, nil where it has none.
type DocumentPage struct {
	Document   *readout.Document   `json:"document"`
	Reader     string              `json:"reader,omitempty"`
	Segments   []readout.Segment   `json:"segments,omitempty"`
	Statements []readout.Statement `json:"statements,omitempty"`
	Rows       []Row               `json:"-"`
	Responses  []ResponseRow       `json:"responses,omitempty"`
	Story      *readout.Story      `json:"story,omitempty"`
	Origin     *readout.Origin     `json:"origin,omitempty"`
}

func (v *view) document(id string) (*DocumentPage, error) {
	doc, err := v.store.Document(v.ctx, id)
	if err != nil {
		return nil, err
	}
	rec, err := v.store.Record(v.ctx, id)
	if err != nil {
		return nil, err
	}
	v.learn(rec)
	page := &DocumentPage{Document: doc, Reader: rec.Reader, Segments: rec.Segments, Statements: rec.Statements}
	for _, s := range rec.Statements {
		page.Rows = append(page.Rows, v.row(s))
	}
	joined := map[string]readout.Response{}
	for _, r := range v.ledger.Responses {
		joined[r.ID] = r
	}
	for _, r := range rec.Responses {
		if j, ok := joined[r.ID]; ok {
			r = j
		}
		page.Responses = append(page.Responses, v.response(r, v.newest))
	}
	page.Story, page.Origin = v.storyOf(id), v.originOf(id)
	return page, nil
}

func (v *view) storyOf(doc string) *readout.Story {
	for i, s := range v.ledger.Stories {
		for _, d := range s.Documents {
			if d == doc {
				return &v.ledger.Stories[i]
			}
		}
	}
	return nil
}

func (v *view) originOf(doc string) *readout.Origin {
	for i, o := range v.ledger.Origins {
		if o.Document == doc {
			return &v.ledger.Origins[i]
		}
		for _, c := range o.Copies {
			if c.Doc == doc {
				return &v.ledger.Origins[i]
			}
		}
	}
	return nil
}
