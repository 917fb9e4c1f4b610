package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"readout"
	"readout/internal/store"
)

// Row is a statement in a list, with its evidence. Outlet is the name of the
// outlet or, where none is known, of the file; Sentence is the whole
// attribution as it stands in the text; Content the words of its spans;
// Utterance the speech event it witnesses, where the ledger knows one.
type Row struct {
	ID          string        `json:"id"`
	Doc         string        `json:"doc"`
	Outlet      string        `json:"outlet,omitempty"`
	Published   *readout.Date `json:"published,omitempty"`
	Speaker     string        `json:"speaker,omitempty"`
	SpeakerName string        `json:"speaker_name,omitempty"`
	Source      string        `json:"source,omitempty"`
	Cue         string        `json:"cue,omitempty"`
	Content     []string      `json:"content,omitempty"`
	Act         readout.Act   `json:"act,omitempty"`
	Mode        readout.Mode  `json:"mode,omitempty"`
	Said        *readout.Date `json:"said,omitempty"`
	Grade       readout.Grade `json:"grade"`
	Floating    bool          `json:"floating,omitempty"`
	Negated     bool          `json:"negated,omitempty"`
	Utterance   string        `json:"utterance,omitempty"`
	Sentence    string        `json:"sentence"`
	Why         string        `json:"why,omitempty"`
}

func (v *view) row(s readout.Statement) Row {
	r := Row{
		ID: s.ID, Doc: s.Doc, Outlet: v.outlet(s.Doc), Speaker: s.Speaker, SpeakerName: v.name(s.Speaker, s.Doc),
		Act: s.Act, Mode: s.Mode, Said: s.Said, Grade: s.Grade, Floating: s.Floating, Negated: s.Negated,
		Utterance: v.utterances[s.ID], Sentence: s.Span.Text, Why: s.Why,
	}
	if d := v.doc(s.Doc); d != nil {
		r.Published = d.Published
	}
	if s.Source != nil {
		r.Source = s.Source.Text
	}
	if s.Cue != nil {
		r.Cue = s.Cue.Text
	}
	for _, c := range s.Content {
		r.Content = append(r.Content, c.Text)
	}
	return r
}

// Statements lists those that q asks for, in order of arrival, at most limit
// of them after the statement after ("" is from the start, limit 0 is all).
// More tells whether others follow. A speaker or document that nothing on
// record matches is an *UnknownError, a beginning that fits several documents
// an *AmbiguousError.
func (e *Engine) Statements(ctx context.Context, q Query, after string, limit int) (rows []Row, more bool, err error) {
	if err := q.Check(); err != nil {
		return nil, false, err
	}
	v, err := e.view(ctx)
	if err != nil {
		return nil, false, err
	}
	f := store.Filter{Act: q.Act, Grade: q.Grade, Since: q.Since, Until: q.Until, After: after}
	if limit > 0 {
		f.Limit = limit + 1
	}
	if q.Speaker != "" {
		if f.Speakers, err = v.speakers(q.Speaker); err != nil {
			return nil, false, err
		}
	}
	if q.Doc != "" {
		ref, err := e.resolve(ctx, q.Doc, "document")
		if err != nil {
			return nil, false, err
		}
		f.Doc = ref.ID
	}
	for s, err := range e.store.Statements(ctx, f) {
		if err != nil {
			return nil, false, err
		}
		if limit > 0 && len(rows) == limit {
			return rows, true, nil
		}
		rows = append(rows, v.row(s))
	}
	return rows, false, nil
}

// speakers finds the parties that a text stands for: those with this id or,
// failing that, this name or alias, else those whose id begins with it, else
// those in whose names some word begins with it. Capital letters do not matter.
func (v *view) speakers(text string) ([]string, error) {
	want := strings.ToLower(strings.Join(strings.Fields(text), " "))
	tests := []func(p readout.Party, name string) bool{
		func(p readout.Party, _ string) bool { return p.ID == text },
		func(_ readout.Party, name string) bool { return name == want },
		func(p readout.Party, _ string) bool { return strings.HasPrefix(p.ID, text) },
		func(_ readout.Party, name string) bool { return beginsWord(name, want) },
	}
	for _, fits := range tests {
		var ids []string
		for _, p := range v.ledger.Parties {
			for _, name := range append([]string{p.Name}, p.Aliases...) {
				if want != "" && fits(p, strings.ToLower(name)) {
					ids = append(ids, p.ID)
					break
				}
			}
		}
		if len(ids) > 0 {
			slices.Sort(ids)
			return slices.Compact(ids), nil
		}
	}
	return nil, &UnknownError{What: "speaker", ID: text, Hint: "no party on record has a name or id that begins so"}
}

// beginsWord reports whether want stands in name at the beginning of a word.
func beginsWord(name, want string) bool {
	for at := 0; ; {
		i := strings.Index(name[at:], want)
		if i < 0 {
			return false
		}
		before := []rune(name[:at+i])
		if len(before) == 0 || !unicode.IsLetter(before[len(before)-1]) {
			return true
		}
		at += i + len(want)
	}
}

// StatementPage is one statement with all that hangs on it. Before and After
// are the text around it in its paragraph. Witnesses are the other statements
// of its utterance, Inside those told within it.
type StatementPage struct {
	Row       Row                `json:"row"`
	Statement readout.Statement  `json:"statement"`
	Title     string             `json:"title,omitempty"`
	Before    string             `json:"before,omitempty"`
	After     string             `json:"after,omitempty"`
	Chain     []string           `json:"chain,omitempty"` // names of the tellers, the outlet first
	Parent    *Row               `json:"parent,omitempty"`
	Inside    []Row              `json:"inside,omitempty"`
	Utterance *readout.Utterance `json:"utterance,omitempty"`
	Witnesses []Row              `json:"witnesses,omitempty"`
	Stances   []StanceRow        `json:"stances,omitempty"`
}

func (v *view) statement(id string) (*StatementPage, error) {
	var page *StatementPage
	for s, err := range v.store.Statements(v.ctx, store.Filter{IDs: []string{id}}) {
		if err != nil {
			return nil, err
		}
		page = &StatementPage{Statement: s, Row: v.row(s)}
	}
	if page == nil {
		return nil, fmt.Errorf("statement %s: %w", id, store.ErrNotFound)
	}
	doc, err := v.store.Document(v.ctx, page.Statement.Doc)
	if err != nil {
		return nil, err
	}
	page.Title = doc.Title
	page.Before, page.After = around(doc.Text, page.Statement.Span.Bytes())
	for _, h := range page.Statement.Chain {
		page.Chain = append(page.Chain, v.hop(h, doc))
	}
	if err := v.relatives(page); err != nil {
		return nil, err
	}
	if err := v.witnessed(page); err != nil {
		return nil, err
	}
	page.Stances = v.stanceRows(func(s readout.Stance) bool { return s.Statement == id }, map[string]Row{id: page.Row})
	return page, nil
}

// hop names a teller; the outlet of a report that has no name is the file's.
func (v *view) hop(h readout.Hop, doc *readout.Document) string {
	switch {
	case h.Party != "":
		return v.name(h.Party, doc.ID)
	case h.Name == "outlet" || h.Name == "":
		return v.outlet(doc.ID)
	}
	return h.Name
}

// relatives fills the statement this one stands in and those inside it.
func (v *view) relatives(page *StatementPage) error {
	for s, err := range v.store.Statements(v.ctx, store.Filter{Doc: page.Statement.Doc}) {
		if err != nil {
			return err
		}
		row := v.row(s)
		if s.ID == page.Statement.Parent {
			page.Parent = &row
		}
		if s.Parent == page.Statement.ID {
			page.Inside = append(page.Inside, row)
		}
	}
	return nil
}

// witnessed fills the utterance and its other witnesses.
func (v *view) witnessed(page *StatementPage) error {
	id := page.Statement.ID
	for i, u := range v.ledger.Utterances {
		if !slices.Contains(u.Statements, id) {
			continue
		}
		page.Utterance = &v.ledger.Utterances[i]
		rows, err := v.rows(u.Statements)
		if err != nil {
			return err
		}
		for _, other := range u.Statements {
			if row, ok := rows[other]; ok && other != id {
				page.Witnesses = append(page.Witnesses, row)
			}
		}
	}
	return nil
}

// around gives the rest of the lines on which a range begins and ends.
func around(text string, r readout.Range) (before, after string) {
	before, after = text[:r.Start], text[r.End:]
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	}
	if i := strings.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	}
	return before, after
}
