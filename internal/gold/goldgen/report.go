package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"readout"
	"readout/internal/gold"
	"readout/internal/ingest"
	"readout/internal/story"
)

// report is one report of the story and its gold.
type report struct {
	key    string // "01", the first of the manifest
	file   string // "gold/01.txt"
	doc    *readout.Document
	gold   *gold.Case
	outlet string // party id
	acts   map[string]readout.Act
	spans  map[string]readout.Span // of the statements, by their id here
}

// loadReports reads every report of the manifest and the gold file that
// belongs to it: gold/NN.txt is for the NN-th. The error holds one fault of
// each report that has any.
func loadReports(files fs.FS, people *parties) ([]*report, error) {
	stories, err := story.Read(files, "story")
	if err != nil {
		return nil, err
	}
	if len(stories) == 0 {
		return nil, fmt.Errorf("story/%s: no reports", story.Manifest)
	}
	var out []*report
	var faults []error
	for i, s := range stories {
		r, err := loadReport(files, fmt.Sprintf("%02d", i+1), s, people)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if len(out) > 0 && r.doc.Published.Value < out[len(out)-1].doc.Published.Value {
			faults = append(faults, inManifest(s, fmt.Errorf("of %s, after one of a later day", r.doc.Published.Value)))
		}
		out = append(out, r)
	}
	faults = append(faults, leftOver(files, len(stories)))
	return out, errors.Join(faults...)
}

func loadReport(files fs.FS, key string, s story.Report, people *parties) (*report, error) {
	doc, err := decode(s)
	if err != nil {
		return nil, inManifest(s, err)
	}
	outlet, err := people.id(doc.Outlet)
	if err != nil {
		return nil, inManifest(s, fmt.Errorf("outlet: %w in gold/story.txt", err))
	}
	file := "gold/" + key + ".txt"
	data, err := fs.ReadFile(files, file)
	if err != nil {
		return nil, err
	}
	c, err := gold.ParseFor(doc.Text, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &report{
		key: key, file: file, doc: doc, gold: c, outlet: outlet,
		acts: map[string]readout.Act{}, spans: map[string]readout.Span{},
	}, nil
}

// decode takes a report in with what the manifest gives, which is only what
// the report does not say itself.
func decode(s story.Report) (*readout.Document, error) {
	alone, err := ingest.Decode(s.Name, s.Data, ingest.Options{})
	switch {
	case err != nil:
		return nil, err
	case s.Published != "" && alone.Published.Known():
		return nil, fmt.Errorf("the report says its own day, %s: write -", alone.Published.Value)
	case s.Outlet != "" && alone.Outlet != "":
		return nil, fmt.Errorf("the report says its own outlet, %s: write -", alone.Outlet)
	case s.Published == "" && !alone.Published.Known():
		return nil, fmt.Errorf("the report does not say its day of publication")
	case s.Outlet == "" && alone.Outlet == "":
		return nil, fmt.Errorf("the report does not say its outlet")
	}
	return ingest.Decode(s.Name, s.Data, ingest.Options{Published: s.Published, Outlet: s.Outlet})
}

// inManifest says which line of the manifest a fault belongs to.
func inManifest(s story.Report, err error) error {
	return fmt.Errorf("story/%s: line %d: %s: %w", story.Manifest, s.Line, s.Name, err)
}

// leftOver is an error about a gold file that belongs to no report.
func leftOver(files fs.FS, reports int) error {
	names, err := fs.Glob(files, "gold/*")
	if err != nil {
		return err
	}
	for _, name := range names {
		n, err := strconv.Atoi(strings.TrimSuffix(path.Base(name), ".txt"))
		if name != storyGold && (err != nil || n < 1 || n > reports) {
			return fmt.Errorf("%s: the manifest has %d reports, and this is the gold of none", name, reports)
		}
	}
	return nil
}

// full is the id of a statement of this report in the whole story.
func (r *report) full(id string) string { return r.key + "/" + id }

// parent is the statement around another; none is null.
func (r *report) parent(id string) any {
	if id == "" {
		return nil
	}
	return r.full(id)
}

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
