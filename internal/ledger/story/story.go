// Package story puts reports on one course of events together: those that
// share two names which few reports have, within three weeks of each other.
// Only persons and bodies count; states, outlets and unnamed sources are
// everybody's. A name is rare while it stands in at most a tenth of the
// reports, or in eight; of the reports that have it the latest to arrive are
// looked at. A report without a date joins none.
package story

import (
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

const (
	shared    = 2  // rare names in common
	daysApart = 21 // between two reports
	fewest    = 8  // reports that may have a rare name, whatever their number
	titleLong = 80 // letters of a first sentence that serves as a title
	lookedAt  = 256
)

// File is the stories of all reports seen so far.
type File struct {
	canonical func(party string) string
	forest    match.Forest
	docs      []report
	reports   map[string]int         // name → how many reports have it
	with      match.Postings[string] // name → reports
	hits      match.Hits
}

type report struct {
	id, title string
	published match.Days
	day       string
}

// New is an empty file; canonical gives the id that stands for a party.
func New(canonical func(party string) string) *File {
	return &File{canonical: canonical, reports: map[string]int{}, with: match.Postings[string]{Most: lookedAt}}
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	n := f.forest.Add()
	r := report{id: doc.ID, title: title(doc, rec)}
	if doc.Published.Known() {
		r.day, r.published = doc.Published.Value, match.ParseDays(doc.Published.Value)
	}
	f.docs = append(f.docs, r)
	for _, name := range f.namesOf(rec) {
		if f.reports[name] <= max(fewest, len(f.docs)/10) {
			with, _ := f.with.Of(name)
			f.hits.Meet(with)
		}
		f.reports[name]++
		f.with.Add(name, n)
	}
	f.hits.Take(func(other, common int) {
		if common >= shared && f.docs[other].published.Near(r.published, daysApart) {
			f.forest.Join(other, n)
		}
	})
}

func (f *File) namesOf(rec *readout.Record) []string {
	var names []string
	for _, p := range rec.Parties {
		switch p.Kind {
		case readout.Person, readout.Institution, readout.Force, readout.Group:
			names = append(names, f.canonical(p.ID))
		}
	}
	return match.Set(names)
}

// All lists the stories in order of their first report to arrive; the title
// is that of the earliest.
func (f *File) All() []readout.Story {
	var out []readout.Story
	for _, members := range f.forest.Groups() {
		s := readout.Story{ID: readout.NewID("y", f.docs[members[0]].id)}
		earliest := members[0]
		for _, n := range members {
			s.Documents = append(s.Documents, f.docs[n].id)
			if day := f.docs[n].day; day != "" && (f.docs[earliest].day == "" || day < f.docs[earliest].day) {
				earliest = n
			}
		}
		s.Title = f.docs[earliest].title
		out = append(out, s)
	}
	return out
}

// title is the report's own, else its headline, else the start of its first
// sentence.
func title(doc *readout.Document, rec *readout.Record) string {
	if doc.Title != "" {
		return doc.Title
	}
	for _, s := range rec.Segments {
		if s.Class == readout.Headline {
			return strings.TrimSpace(s.Span.Text)
		}
	}
	return shorten(opening(doc, rec))
}

// opening is the first sentence after the lines that are no part of the text.
func opening(doc *readout.Document, rec *readout.Record) string {
	at := 0
	for _, s := range rec.Segments {
		switch s.Class {
		case readout.Body, readout.Relay, readout.Embed:
			continue
		}
		if strings.TrimSpace(doc.Text[at:max(at, s.Span.BStart)]) == "" {
			at = max(at, s.Span.BEnd)
		}
	}
	text := strings.TrimSpace(doc.Text[at:])
	if end := strings.IndexAny(text, ".!?\n"); end > 0 {
		text = text[:end]
	}
	return text
}

func shorten(text string) string {
	runes := []rune(text)
	if len(runes) <= titleLong {
		return text
	}
	text = string(runes[:titleLong])
	if cut := strings.LastIndexByte(text, ' '); cut > 0 {
		text = text[:cut]
	}
	return text + "…"
}
