// Package export writes the record for other programs: all of it as one JSON
// object a line, each with "type" first, in the format that Schema describes
// (version 1), and the days of promises as a calendar (iCalendar, RFC 5545).
//
// The idea: what leaves is what is kept, and what is computed is computed for
// a day that the file itself names: the newest publication date in it. So two
// exports of one store are the same bytes. Reports are written one at a time
// in order of arrival; of the whole file only the ledger is held in memory.
//
// What is computed and never stored (nothing on record) is not written: it is
// what a file without an answer says. Tables and feeds are not here.
package export

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/store"
)

// Store is what is exported; store.Store has it all.
type Store interface {
	Documents(ctx context.Context) iter.Seq2[store.Summary, error]
	Reports(ctx context.Context, after int64) iter.Seq2[store.Report, error]
	Decisions(ctx context.Context) iter.Seq2[store.Decided, error]
	Ledger(ctx context.Context, version string) (l *readout.Ledger, cursor int64, err error)
}

// JSONL writes everything: parties, then each report (document, segments,
// statements, responses, voices), then the ledger's groups with the positions
// and the states of commitments as of the newest publication date, and what persons have decided. Reports
// that the ledger of this version has not taken in yet bring their own parties,
// responses, commitments, contacts and incidents.
func JSONL(ctx context.Context, w io.Writer, s Store, ledgerVersion string) error {
	l, cursor, err := s.Ledger(ctx, ledgerVersion)
	if err != nil {
		return err
	}
	sorted(l)
	e := &exporter{ledger: l, cursor: cursor, out: bufio.NewWriter(w), responses: map[string]readout.Response{}, parties: map[string]bool{}}
	e.published, e.asOf, err = published(ctx, s)
	if err != nil {
		return err
	}
	for _, r := range l.Responses {
		e.responses[r.ID] = r
	}
	e.witnesses = wanted(l)
	e.writeParties(l.Parties)
	for r, err := range s.Reports(ctx, 0) {
		if err != nil {
			return err
		}
		if e.report(r); e.err != nil {
			return e.err
		}
	}
	e.groups()
	for d, err := range s.Decisions(ctx) {
		if err != nil {
			return err
		}
		e.write("decision", decisionOf(d))
	}
	if e.err != nil {
		return e.err
	}
	return e.out.Flush()
}

// decision is one as it is exported: what it is about by id.
type decision struct {
	ID     string               `json:"id"`
	Who    string               `json:"who"`
	On     string               `json:"on"`
	What   readout.DecisionKind `json:"what"`
	Target string               `json:"target"`
	At     *readout.Span        `json:"at,omitempty"`
	With   string               `json:"with,omitempty"`
	Field  string               `json:"field,omitempty"`
	Value  string               `json:"value,omitempty"`
	Why    string               `json:"why"`
	Gone   bool                 `json:"gone,omitempty"`
}

func decisionOf(d store.Decided) decision {
	out := decision{
		ID: d.ID, Who: d.Who, On: d.On, What: d.What, Target: d.Target.ID, At: d.Target.At,
		Field: d.Field, Value: d.Value, Why: d.Why, Gone: d.Gone,
	}
	if d.With != nil {
		out.With = d.With.ID
	}
	return out
}

// exporter writes lines until its first error.
type exporter struct {
	ledger    *readout.Ledger
	cursor    int64
	published map[string]*readout.Date // of each document
	asOf      string                   // last day of the newest
	responses map[string]readout.Response
	witnesses map[string]query.Witness // filled while the reports are written
	parties   map[string]bool          // written so far
	out       *bufio.Writer
	err       error
}

// published gives every document's date of publication, and the newest day.
func published(ctx context.Context, s Store) (dates map[string]*readout.Date, newest string, err error) {
	dates = map[string]*readout.Date{}
	for d, err := range s.Documents(ctx) {
		if err != nil {
			return nil, "", err
		}
		dates[d.Doc.ID] = d.Doc.Published
		if d.Doc.Published.Known() {
			_, last, _ := store.Days(d.Doc.Published.Value)
			newest = max(newest, last)
		}
	}
	return dates, newest, nil
}

// wanted has an entry for every statement that the rule of positions looks at.
func wanted(l *readout.Ledger) map[string]query.Witness {
	w := map[string]query.Witness{}
	for _, s := range l.Stances {
		w[s.Statement] = query.Witness{}
	}
	for _, u := range l.Utterances {
		for _, id := range u.Statements {
			w[id] = query.Witness{}
		}
	}
	return w
}

// report writes one report.
func (e *exporter) report(r store.Report) {
	if r.Seq > e.cursor {
		e.writeParties(r.Rec.Parties)
	}
	e.write("document", e.document(*r.Doc))
	each(e, "segment", r.Rec.Segments)
	each(e, "statement", r.Rec.Statements)
	for _, own := range r.Rec.Responses {
		if joined, ok := e.responses[own.ID]; ok {
			own = joined
		}
		e.write("response", own)
	}
	each(e, "voice", r.Rec.Voices)
	if r.Seq > e.cursor {
		e.commitments(r.Rec.Commitments)
		each(e, "contact", r.Rec.Contacts)
		each(e, "incident", r.Rec.Incidents)
	}
	for _, s := range r.Rec.Statements {
		if _, ok := e.witnesses[s.ID]; ok {
			e.witnesses[s.ID] = query.Witness{
				Doc: s.Doc, Said: s.Said, Published: e.published[s.Doc], Addressee: s.Addressee, Grade: s.Grade,
			}
		}
	}
}

// document fills what the ledger knows of a document.
func (e *exporter) document(d readout.Document) readout.Document {
	for _, s := range e.ledger.Stories {
		if d.Story == "" && slices.Contains(s.Documents, d.ID) {
			d.Story = s.ID
		}
	}
	for _, o := range e.ledger.Origins {
		if d.Origin == "" && slices.ContainsFunc(o.Copies, func(c readout.Copy) bool { return c.Doc == d.ID && c.Kind != "shared-passage" }) {
			d.Origin = o.Document
		}
	}
	for _, r := range e.ledger.Revisions {
		if r.Doc == d.ID && r.Of != "" {
			d.RevisionOf = r.Of
		}
	}
	return d
}

// groups writes the ledger, without the parties and responses that went before.
func (e *exporter) groups() {
	l := e.ledger
	each(e, "utterance", l.Utterances)
	each(e, "proposition", l.Propositions)
	each(e, "stance", l.Stances)
	for id, w := range e.witnesses {
		if w.Doc == "" { // the statement is not kept any more
			delete(e.witnesses, id)
		}
	}
	lines, _ := query.Positions(l, e.witnesses, e.asOf)
	each(e, "position", lines)
	e.commitments(l.Commitments)
	each(e, "contact", l.Contacts)
	each(e, "incident", l.Incidents)
	each(e, "story", l.Stories)
	each(e, "origin", l.Origins)
	each(e, "revision", l.Revisions)
}

// commitments writes them in their state as of the day of the export. What the
// clock has made of one is added to its history.
func (e *exporter) commitments(all []readout.Commitment) {
	for _, c := range all {
		if now := query.StateOn(c, e.asOf); now.By == "clock" {
			c.State, c.History = now.State, append(slices.Clone(c.History), now)
		}
		e.write("commitment", c)
	}
}

func (e *exporter) writeParties(all []readout.Party) {
	for _, p := range all {
		if !e.parties[p.ID] {
			e.parties[p.ID] = true
			e.write("party", p)
		}
	}
}

func each[T any](e *exporter, kind string, all []T) {
	for _, v := range all {
		e.write(kind, v)
	}
}

// write writes one line; v is a struct with fields.
func (e *exporter) write(kind string, v any) {
	if e.err != nil {
		return
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		e.err = fmt.Errorf("%s: %w", kind, err)
		return
	}
	_, e.err = fmt.Fprintf(e.out, `{"type":%q,%s`, kind, plain(b.Bytes())[1:])
}

// plain undoes the escaping of <, > and & that a type with its own MarshalJSON
// brings in: the file is JSON, not HTML.
func plain(line []byte) []byte {
	if !bytes.Contains(line, []byte(`\u00`)) {
		return line
	}
	out := make([]byte, 0, len(line))
	for i := 0; i < len(line); i++ {
		if line[i] == '\\' && i+1 < len(line) {
			if mark, ok := escaped[string(line[i:min(i+6, len(line))])]; ok {
				out = append(out, mark)
				i += 5
				continue
			}
			out = append(out, line[i])
			i++
		}
		out = append(out, line[i])
	}
	return out
}

var escaped = map[string]byte{`\u003c`: '<', `\u003e`: '>', `\u0026`: '&'}

// sorted puts the ledger's groups in order of their ids.
func sorted(l *readout.Ledger) {
	l.Parties = by(l.Parties, func(p readout.Party) string { return p.ID })
	l.Utterances = by(l.Utterances, func(u readout.Utterance) string { return u.ID })
	l.Propositions = by(l.Propositions, func(p readout.Proposition) string { return p.ID })
	l.Stances = by(l.Stances, func(s readout.Stance) string { return s.Proposition + " " + s.Statement + " " + s.Party })
	l.Commitments = by(l.Commitments, func(c readout.Commitment) string { return c.ID })
	l.Contacts = by(l.Contacts, func(c readout.Contact) string { return c.ID })
	l.Incidents = by(l.Incidents, func(i readout.Incident) string { return i.ID })
	l.Stories = by(l.Stories, func(s readout.Story) string { return s.ID })
	l.Origins = by(l.Origins, func(o readout.Origin) string { return o.ID })
	l.Revisions = by(l.Revisions, func(r readout.Revision) string { return r.ID })
}

func by[T any](all []T, key func(T) string) []T {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
	return all
}
