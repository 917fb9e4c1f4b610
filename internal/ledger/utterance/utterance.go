// Package utterance joins the statements that witness one speech event, so
// that three tellers of one sentence count as one origin.
//
// Two statements are one utterance when the same speaker says them on one
// occasion of one report (same day and channel, one after the other without
// a new date, taken up again after one answer, a headline and the first words
// below it), or when the same speaker is given with the same words, in one
// report or in several: the same quoted fragment of four words or more, or
// three-word shingles of six words or more of which four fifths agree (the
// measure of wire-copy studies); or, in several reports, aloud on a day that
// both texts give with a word in common. Other speeches in two reports stay
// apart while they share no words: a person may join them, and those that come
// near are listed as candidates.
package utterance

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/ruling"
	"readout/internal/ledger/shelf"
)

// File is the utterances of all reports seen so far.
type File struct {
	Parties
	origins   Origins
	rulings   *ruling.Book
	statement func(id string) *readout.Statement
	kept      kept
	loaded    map[int]*witness  // of those that were asked for
	twins     map[string]string // of the statements of the report that is added
	news      news
	hits      match.Hits
}

// Parties knows which id stands for a party.
type Parties interface{ Canonical(party string) string }

// Origins knows whether one of two documents is for the most part the other's
// text, and whether a document repeats another's.
type Origins interface {
	Copied(doc, other string) bool
	IsCopy(doc string) bool
}

type witness struct {
	st        *readout.Statement
	order     order
	speaker   string
	published match.Days
	headline  bool
	fragments []string // quoted, levelled; while its report is added
	words     []string // while its report is added
	shingles  []uint64 // of the words in this speaker's mouth
	stems     []string // where the text says the day
	tellers   []string
}

// order sorts witnesses by publication, arrival, place in the text.
type order struct {
	published    string
	report, from int
}

func (a order) compare(b order) int {
	return cmp.Or(known(a.published, b.published), cmp.Compare(a.report, b.report), cmp.Compare(a.from, b.from))
}

// known puts a day before another and an unknown day last.
func known(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// New is the file that a shelf holds; statement gives one of an earlier report.
func New(s *shelf.Shelf, parties Parties, origins Origins, rulings *ruling.Book, statement func(id string) *readout.Statement) *File {
	f := &File{
		Parties: parties, origins: origins, rulings: rulings, statement: statement, kept: newKept(s), loaded: map[int]*witness{},
		twins: map[string]string{}, news: newNews(),
	}
	s.OnForget(func() { clear(f.loaded) })
	return f
}

// Add takes in the statements of one report, the report-th to arrive.
func (f *File) Add(report int, doc *readout.Document, rec *readout.Record) {
	clear(f.twins)
	first := f.kept.count.Count()
	for _, st := range inOrder(rec.Statements) {
		if st.Speaker == "" {
			continue
		}
		f.add(report, doc, rec, st)
	}
	last := f.kept.count.Count()
	f.kept.docs.Put(doc.ID, [2]int{first, last})
	f.occasions(first, last)
	for i := first; i < last; i++ {
		f.sameWords(i)
		f.sameDay(i)
		f.loaded[i].words, f.loaded[i].fragments = nil, nil // they stand in the statement
	}
	f.obey()
}

// obey joins what persons have joined, whatever the days.
func (f *File) obey() {
	for _, p := range f.rulings.Joined() {
		i, j := f.number(p.A), f.number(p.B)
		if i < 0 || j < 0 {
			continue
		}
		if a, b := f.root(i), f.root(j); a != b {
			f.unite(min(a, b), max(a, b), p.Why)
		}
	}
}

// apart reports whether a person has kept two groups apart.
func (f *File) apart(a, b int) bool {
	for p := range f.rulings.Apart() {
		i, j := f.number(p[0]), f.number(p[1])
		if i < 0 || j < 0 {
			continue
		}
		if i, j = f.root(i), f.root(j); i == a && j == b || i == b && j == a {
			return true
		}
	}
	return false
}

func inOrder(statements []readout.Statement) []*readout.Statement {
	var out []*readout.Statement
	for i := range statements {
		out = append(out, &statements[i])
	}
	slices.SortStableFunc(out, func(a, b *readout.Statement) int { return cmp.Compare(a.Span.BStart, b.Span.BStart) })
	return out
}

func (f *File) add(report int, doc *readout.Document, rec *readout.Record, st *readout.Statement) {
	w := &witness{st: st, speaker: f.Canonical(st.Speaker), order: order{report: report, from: st.Span.BStart}}
	if doc.Published.Known() {
		w.order.published = doc.Published.Value
		w.published = match.ParseDays(doc.Published.Value)
	}
	w.words = match.Words(st.ContentText())
	w.shingles = match.Shingles(w.words, shingle, w.speaker)
	w.fragments = fragments(st)
	w.tellers = tellers(doc, rec, st)
	w.headline = rec.Within(st.Span, readout.Headline)
	i := f.keep(w)
	f.loaded[i] = w
	f.news.groups[i] = true
}

func saidDays(st *readout.Statement) match.Days {
	if !st.Said.Known() {
		return match.Days{}
	}
	return match.ParseDays(st.Said.Value)
}

// join puts two witnesses together, for the reason given, unless their groups
// were said on days that cannot be the same.
func (f *File) join(i, j int, why string) bool {
	a, b := f.root(i), f.root(j)
	if a == b {
		return true
	}
	if !f.cluster(a).Said.Overlap(f.cluster(b).Said) || f.apart(a, b) {
		return false
	}
	f.unite(min(a, b), max(a, b), why)
	return true
}

// Twin is an earlier statement that gives the same words of the same speaker
// as one of the report that was added last, or "".
func (f *File) Twin(statement string) string { return f.twins[statement] }
