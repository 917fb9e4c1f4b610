package main

import (
	"fmt"
	"io/fs"
	"strings"

	"readout"
	"readout/internal/demo"
	"readout/internal/gold"
	"readout/internal/ingest"
)

// report is one report of the story and its gold.
type report struct {
	key    string // "01"
	doc    *readout.Document
	gold   *gold.Case
	outlet string // party id
	acts   map[string]readout.Act
	spans  map[string]readout.Span // of the statements, by their id here
}

// loadReports reads every report and the gold file that belongs to it.
func loadReports(files fs.FS, people *parties) ([]*report, error) {
	var out []*report
	for _, r := range demo.Reports() {
		doc, err := ingest.Decode(r.Name, r.Data, ingest.Options{Published: r.Published, Outlet: r.Outlet})
		if err != nil {
			return nil, err
		}
		key, _, _ := strings.Cut(r.Name, "-")
		data, err := fs.ReadFile(files, key+".txt")
		if err != nil {
			return nil, err
		}
		c, err := gold.ParseFor(doc.Text, data)
		if err != nil {
			return nil, fmt.Errorf("%s.txt: %w", key, err)
		}
		outlet, err := people.id(doc.Outlet)
		if err != nil {
			return nil, fmt.Errorf("outlet of %s: %w", r.Name, err)
		}
		if !doc.Published.Known() {
			return nil, fmt.Errorf("%s: no date of publication", r.Name)
		}
		out = append(out, &report{
			key: key, doc: doc, gold: c, outlet: outlet,
			acts: map[string]readout.Act{}, spans: map[string]readout.Span{},
		})
	}
	return out, nil
}

// full is the id of a statement of this report in the whole story.
func (r *report) full(id string) string { return r.key + "/" + id }

// span cuts a range out of the report's text.
func (r *report) span(at readout.Range) readout.Span {
	s, err := r.doc.Span(at)
	if err != nil {
		panic(err) // the range was found in this very text
	}
	return s
}

// snippet is a snippet as a span; none is null.
func (r *report) snippet(s gold.Snippet) any {
	if s.IsNone() {
		return nil
	}
	return r.span(s.Range)
}

// document is the report itself, with what the story file says of it.
func (b *builder) document(r *report) object {
	d := *r.doc
	note := b.story.documents[r.key]
	d.Story, d.Credits = b.story.id, note.credits
	if note.byline != nil {
		d.Byline = note.byline
	}
	d.RevisionOf, d.Origin = b.docID(note.revisionOf), b.docID(note.origin)
	o := object{{"type", "document"}, {"id", d.ID}, {"name", d.Name}}
	o = o.with("url", d.URL).with("outlet", d.Outlet).with("title", d.Title)
	if d.Byline != nil {
		o = o.with("byline", d.Byline)
	}
	o = o.with("lang", "en").with("text", d.Text).with("hash", d.Hash).with("published", d.Published)
	o = o.with("revision_of", d.RevisionOf)
	if d.Credits != nil {
		o = o.with("credits", d.Credits)
	}
	return o.with("origin", d.Origin).with("story", d.Story)
}

// segments are the stretches of a report that are no body text.
func (b *builder) segments(r *report) {
	for _, s := range r.gold.Segments {
		b.put(object{{"type", "segment"}, {"doc", r.doc.ID}}.
			with("span", anyOf(s.Span, r.snippet)).
			with("class", anyOf(s.Class, word)).
			with("relay_of", anyOf(s.Of, b.party)))
	}
}

// responses are who has answered in a report, and who has not.
func (b *builder) responses(r *report) {
	for i, p := range r.gold.Responses {
		asOf := orElse(p.AsOf, gold.Any[string]{r.doc.Published.Value})
		b.put(object{{"type", "response"}, {"id", fmt.Sprintf("%s/r%d", r.key, i+1)}, {"doc", r.doc.ID}}.
			with("span", anyOf(p.Span, r.snippet)).
			with("party", anyOf(p.Party, b.party)).
			with("about", anyOf(p.About, b.about)).
			with("status", anyOf(p.Status, word)).
			with("as_of", anyOf(asOf, date)).
			with("optional", yes(p.Optional)))
	}
}

// about is what a response is about: a matter, contact or incident by its id,
// or words.
func (b *builder) about(s string) any {
	for _, list := range []struct {
		key string
		ids map[string]bool
	}{{"proposition", b.story.propositionIDs}, {"contact", b.contactIDs}, {"incident", b.incidentIDs}} {
		if list.ids[s] {
			return object{{list.key, s}}
		}
	}
	return object{{"text", s}}
}
