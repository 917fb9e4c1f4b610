// Package revision keeps the versions of a report beside each other: reports at
// one address, or of one outlet with one title and a good part of their
// words, are versions of each other, in order of publication.
//
// Between a version and the one before it paragraphs are compared as in a diff
// (longest common subsequence); of what is left, those that share half of
// their words are one that was altered. Statements are compared by speaker and
// content in the same way. Notes of the editor are found by the words that
// open them, which are English. Versions with the same text are none, and a
// page that only lives at the same address (a live ticker) is taken as told.
package revision

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

const (
	altered = 0.5 // of the words of two paragraphs or contents
	alike   = 0.3 // of the words of two reports with one title
)

// File is the reports seen so far that may have versions.
type File struct {
	versions  []version
	byAddress map[string][]int
	byTitle   map[string][]int // by outlet and title
	notes     []int            // reports with a note of the editor
	made      map[[2]int]readout.Revision
}

type version struct {
	doc       *readout.Document
	rec       *readout.Record
	published string
	words     []string
}

// New is an empty file.
func New() *File {
	return &File{byAddress: map[string][]int{}, byTitle: map[string][]int{}, made: map[[2]int]readout.Revision{}}
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	n := len(f.versions)
	v := version{doc: doc, rec: rec, words: match.Set(match.Words(doc.Text))}
	if doc.Published.Known() {
		v.published = doc.Published.Value
	}
	f.versions = append(f.versions, v)
	if address := addressOf(doc); address != "" {
		f.byAddress[address] = append(f.byAddress[address], n)
	}
	if title := titleOf(doc, rec); title != "" && doc.Outlet != "" {
		key := doc.Outlet + "\n" + title
		f.byTitle[key] = append(f.byTitle[key], n)
	}
	if len(notesOf(rec)) > 0 {
		f.notes = append(f.notes, n)
	}
}

// addressOf is the page's address without what does not name it.
func addressOf(doc *readout.Document) string {
	address, _, _ := strings.Cut(doc.URL, "#")
	return strings.TrimSuffix(address, "/")
}

func titleOf(doc *readout.Document, rec *readout.Record) string {
	title := doc.Title
	for _, s := range rec.Segments {
		if title == "" && s.Class == readout.Headline {
			title = s.Span.Text
		}
	}
	return strings.Join(match.Words(title), " ")
}

// All lists the revisions, in order of arrival of the later version.
func (f *File) All() []readout.Revision {
	var out []readout.Revision
	for n := range f.versions {
		of, by := f.before(n)
		if of < 0 {
			continue
		}
		r, ok := f.made[[2]int{of, n}]
		if !ok {
			r = f.compare(of, n, by)
			f.made[[2]int{of, n}] = r
		}
		out = append(out, r)
	}
	for _, n := range f.notes {
		if of, _ := f.before(n); of < 0 {
			v := f.versions[n]
			out = append(out, readout.Revision{ID: readout.NewID("e", v.doc.ID), Doc: v.doc.ID, By: "note", Notes: notesOf(v.rec)})
		}
	}
	return out
}

// before is the version before report n, the latest of those, -1 where it is
// the first.
func (f *File) before(n int) (of int, by string) {
	of = -1
	v := f.versions[n]
	take := func(others []int, how string, fits func(version) bool) {
		for _, other := range others {
			if f.earlier(other, n) && (of < 0 || f.earlier(of, other)) && f.versions[other].doc.Text != v.doc.Text && fits(f.versions[other]) {
				of, by = other, how
			}
		}
	}
	if address := addressOf(v.doc); address != "" {
		take(f.byAddress[address], "address", func(version) bool { return true })
	}
	if of < 0 && v.doc.Outlet != "" {
		take(f.byTitle[v.doc.Outlet+"\n"+titleOf(v.doc, v.rec)], "title", func(o version) bool {
			return match.Dice(o.words, v.words, match.Flat) >= alike
		})
	}
	return of, by
}

// earlier: by publication, then by arrival.
func (f *File) earlier(a, b int) bool {
	return cmp.Or(cmp.Compare(f.versions[a].published, f.versions[b].published), cmp.Compare(a, b)) < 0
}

func (f *File) compare(of, n int, by string) readout.Revision {
	old, now := f.versions[of], f.versions[n]
	r := readout.Revision{ID: readout.NewID("e", now.doc.ID, old.doc.ID), Doc: now.doc.ID, Of: old.doc.ID, By: by}
	before := notesOf(old.rec)
	for _, note := range notesOf(now.rec) {
		if !slices.ContainsFunc(before, func(s readout.Span) bool { return s.Text == note.Text }) {
			r.Notes = append(r.Notes, note)
		}
	}
	for _, p := range diff(paragraphsOf(old.rec), paragraphsOf(now.rec)) {
		c := readout.Change{}
		if p.before != nil {
			c.Before = &old.rec.Segments[p.before.at].Span
		}
		if p.after != nil {
			c.After = &now.rec.Segments[p.after.at].Span
		}
		r.Changes = append(r.Changes, c)
	}
	for _, p := range diff(statementsOf(old.rec), statementsOf(now.rec)) {
		c := readout.StatementChange{}
		if p.before != nil {
			c.Before = old.rec.Statements[p.before.at].ID
		}
		if p.after != nil {
			c.After = now.rec.Statements[p.after.at].ID
		}
		r.Statements = append(r.Statements, c)
	}
	return r
}

// note opens a paragraph in which an editor says what was changed.
// EXAMPLE "Editor's note: This report was amended on 10 May.", "CORRECTION (9
// May):", "This article has been updated to give the new figure."
var note = regexp.MustCompile(`(?i)^\W*(?:(?:editor[’']?s[’']? note|corrections?|clarification|corrects?|update)\b[^.\n]{0,40}[:—–-]|(?:this|an earlier version of this|a previous version of this) (?:article|report|story|piece|page|headline)\b[^.\n]{0,40}\b(?:amended|corrected|updated|changed|clarified|said|stated|misstated|gave|named)\b)`)

func notesOf(rec *readout.Record) []readout.Span {
	var out []readout.Span
	for _, s := range rec.Segments {
		if s.Class != readout.Metadata && s.Class != readout.Link && note.MatchString(s.Span.Text) {
			out = append(out, s.Span)
		}
	}
	return out
}
