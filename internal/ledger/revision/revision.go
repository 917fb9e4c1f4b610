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
	"maps"
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

const (
	altered = 0.5 // of the words of two paragraphs or contents
	alike   = 0.3 // of the words of two reports with one title

	lookedAt = 16 // latest reports with one title
)

// File is the reports seen so far that may have versions.
type File struct {
	report    func(doc string) (*readout.Document, *readout.Record)
	count     *shelf.Counter
	versions  *shelf.Table[int, version]
	byAddress *shelf.Table[string, []int]
	byTitle   *shelf.Table[string, []int] // by outlet and title
	changed   map[int]bool
}

type version struct {
	Doc       string
	Published string `json:",omitempty"`
	Address   string `json:",omitempty"`
	Title     string `json:",omitempty"` // with the outlet
	Notes     bool   `json:",omitempty"` // of the editor
	Shown     string `json:",omitempty"` // id of the revision that was shown of it
}

// New is the file that a shelf holds; report gives one that was added.
func New(s *shelf.Shelf, report func(doc string) (*readout.Document, *readout.Record)) *File {
	return &File{
		report: report, count: shelf.NewCounter(s, "revision.count"), versions: shelf.NewTable[int, version](s, "revision"),
		byAddress: shelf.NewTable[string, []int](s, "revision.address"), byTitle: shelf.NewTable[string, []int](s, "revision.title"),
		changed: map[int]bool{},
	}
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	v := version{Doc: doc.ID, Address: addressOf(doc), Notes: len(notesOf(rec)) > 0}
	if doc.Published.Known() {
		v.Published = doc.Published.Value
	}
	if title := titleOf(doc, rec); title != "" && doc.Outlet != "" {
		v.Title = doc.Outlet + "\n" + title
	}
	n := f.count.Next()
	f.versions.Put(n, v)
	f.put(f.byAddress, v.Address, n)
	f.put(f.byTitle, v.Title, n)
	f.changed[n] = true
}

// put puts report n under a key; those there that were published later may
// now be versions of it.
func (f *File) put(t *shelf.Table[string, []int], key string, n int) {
	if key == "" {
		return
	}
	at := t.Edit(key)
	for _, other := range *at {
		if f.earlier(n, other) {
			f.changed[other] = true
		}
	}
	*at = append(*at, n)
}

// under lists the reports under a key.
func under(t *shelf.Table[string, []int], key string) []int {
	if at := t.Get(key); at != nil {
		return *at
	}
	return nil
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

// Changed lists the revisions that are new or otherwise than the last time, in
// order of arrival of the later version, and the ids of those that are no more:
// a version that arrives late may stand between two.
func (f *File) Changed() (put []shelf.Placed[readout.Revision], gone []string) {
	for _, n := range slices.Sorted(maps.Keys(f.changed)) {
		r := f.revision(n)
		v := f.versions.Get(n)
		if v == nil || v.Shown == r.ID {
			continue
		}
		if v.Shown != "" {
			gone = append(gone, v.Shown)
		}
		f.versions.Edit(n).Shown = r.ID
		if r.ID != "" {
			put = append(put, shelf.Placed[readout.Revision]{Place: n, Group: r})
		}
	}
	clear(f.changed)
	return put, gone
}

// revision is what report n changes, or has noted; without an id where it is
// the first of its kind.
func (f *File) revision(n int) readout.Revision {
	v := f.version(n)
	if of, by := f.before(n); of >= 0 {
		return f.compare(of, n, by)
	}
	if !v.Notes {
		return readout.Revision{}
	}
	_, rec := f.report(v.Doc)
	return readout.Revision{ID: readout.NewID("e", v.Doc), Doc: v.Doc, By: "note", Notes: notesOf(rec)}
}

func (f *File) version(n int) version {
	if v := f.versions.Get(n); v != nil {
		return *v
	}
	return version{}
}

// before is the version before report n, the latest of those, -1 where it is
// the first.
func (f *File) before(n int) (of int, by string) {
	of = -1
	v := f.version(n)
	if v.Address != "" {
		of, by = f.latest(n, under(f.byAddress, v.Address), func(string) bool { return true }), "address"
	}
	if of < 0 && v.Title != "" {
		words := f.words(v.Doc)
		of, by = f.latest(n, under(f.byTitle, v.Title), func(other string) bool {
			return match.Dice(f.words(other), words, match.Flat) >= alike
		}), "title"
	}
	return of, by
}

// latest is the latest of others that is earlier than report n, has another text
// and fits; a column that keeps its title is looked through for some way only.
func (f *File) latest(n int, others []int, fits func(doc string) bool) int {
	before := slices.DeleteFunc(slices.Clone(others), func(other int) bool { return !f.earlier(other, n) })
	slices.SortFunc(before, func(a, b int) int {
		if f.earlier(a, b) {
			return 1
		}
		return -1
	})
	doc, _ := f.report(f.version(n).Doc)
	for _, other := range before[:min(lookedAt, len(before))] {
		if o, _ := f.report(f.version(other).Doc); o.Text != doc.Text && fits(o.ID) {
			return other
		}
	}
	return -1
}

func (f *File) words(doc string) []string {
	d, _ := f.report(doc)
	return match.Set(match.Words(d.Text))
}

// earlier: by publication, then by arrival.
func (f *File) earlier(a, b int) bool {
	return cmp.Or(cmp.Compare(f.version(a).Published, f.version(b).Published), cmp.Compare(a, b)) < 0
}

func (f *File) compare(of, n int, by string) readout.Revision {
	oldDoc, old := f.report(f.version(of).Doc)
	nowDoc, now := f.report(f.version(n).Doc)
	r := readout.Revision{ID: readout.NewID("e", nowDoc.ID, oldDoc.ID), Doc: nowDoc.ID, Of: oldDoc.ID, By: by}
	before := notesOf(old)
	for _, note := range notesOf(now) {
		if !slices.ContainsFunc(before, func(s readout.Span) bool { return s.Text == note.Text }) {
			r.Notes = append(r.Notes, note)
		}
	}
	for _, p := range diff(paragraphsOf(old), paragraphsOf(now)) {
		c := readout.Change{}
		if p.before != nil {
			c.Before = &old.Segments[p.before.at].Span
		}
		if p.after != nil {
			c.After = &now.Segments[p.after.at].Span
		}
		r.Changes = append(r.Changes, c)
	}
	for _, p := range diff(statementsOf(old), statementsOf(now)) {
		c := readout.StatementChange{}
		if p.before != nil {
			c.Before = old.Statements[p.before.at].ID
		}
		if p.after != nil {
			c.After = now.Statements[p.after.at].ID
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
