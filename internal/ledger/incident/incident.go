// Package incident joins what several reports say of one thing that happened:
// the same days, the same place, and words that agree or are of one kind; or the
// same figure on the same word. One whose day is unknown, or known to more than
// a week, joins the only one that it can be: at the same place, or with the same
// figure, in a report that is near in time. Figures are never reconciled: each
// teller's stands beside the other's, with whose word it is, and a later figure
// of the same teller beside the earlier one, with its day.
package incident

import (
	"maps"
	"slices"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

const lookedAt = 256 // latest incidents with one word on one day

// File is the incidents of all reports seen so far.
type File struct {
	parties Parties
	count   *shelf.Counter
	groups  *shelf.Table[int, group]
	numbers *shelf.Table[string, int] // id of an incident → its group
	on      *shelf.Postings[string]   // words on a day, places, figures → groups
	changed map[int]bool
}

// Parties knows which id stands for a party.
type Parties interface{ Canonical(party string) string }

type group struct {
	When, Told         match.Days
	What, Kinds, Where []string
	Figures            []string // given on somebody's word
	Docs               []string // of the members
	Days               []string // on which they were published
	Members            []readout.Incident
}

// New is the file that a shelf holds.
func New(s *shelf.Shelf, parties Parties) *File {
	return &File{
		parties: parties, count: shelf.NewCounter(s, "incident.count"), groups: shelf.NewTable[int, group](s, "incident"),
		numbers: shelf.NewTable[string, int](s, "incident.number"), on: shelf.NewPostings[string](s, "incident.on", lookedAt),
		changed: map[int]bool{},
	}
}

// Add takes in the incidents of one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	for _, in := range rec.Incidents {
		next := f.read(doc, in)
		f.put(f.find(next), next, in)
	}
}

// read is a group of one report.
func (f *File) read(doc *readout.Document, in readout.Incident) *group {
	x := english()
	next := &group{What: x.matter(in.What), Where: x.place(in.Where), Figures: f.told(in), Docs: []string{doc.ID}, Days: []string{""}}
	next.Kinds = x.kinds(next.What)
	if in.When.Known() {
		next.When = match.ParseDays(in.When.Value)
	}
	if doc.Published.Known() {
		next.Told, next.Days[0] = match.ParseDays(doc.Published.Value), doc.Published.Value
	}
	return next
}

// put makes an incident a member of group n, or of a new one where that is -1. A
// group is found under all that its members tell.
func (f *File) put(n int, next *group, in readout.Incident) {
	var known []string
	if n < 0 {
		n = f.count.Next()
		f.groups.Put(n, *next)
		f.numbers.Put(in.ID, n)
	} else {
		known = keys(f.groups.Get(n))
	}
	g := f.groups.Edit(n)
	if len(g.Members) > 0 {
		g.learn(next)
	}
	g.Members = append(g.Members, in)
	for _, k := range match.Minus(keys(g), known) {
		f.on.Add(k, n)
	}
	f.changed[n] = true
}

// learn takes over what a further report of it tells.
func (g *group) learn(next *group) {
	if !short(g.When) {
		g.When = next.When
	}
	if len(g.Where) == 0 {
		g.Where = next.Where
	}
	g.Kinds = match.Set(append(g.Kinds, next.Kinds...))
	g.Figures = match.Set(append(g.Figures, next.Figures...))
	g.Told = g.Told.Span(next.Told)
	g.Docs, g.Days = append(g.Docs, next.Docs...), append(g.Days, next.Days...)
}

// Touch has an incident shown again that was shown so.
func (f *File) Touch(in readout.Incident) {
	if n := f.numbers.Get(in.ID); n != nil {
		f.changed[*n] = true
	}
}

// Changed lists the incidents that are new or otherwise than the last time, in
// the order in which they were first told.
func (f *File) Changed() []shelf.Placed[readout.Incident] {
	var out []shelf.Placed[readout.Incident]
	for _, n := range slices.Sorted(maps.Keys(f.changed)) {
		if g := f.groups.Get(n); g != nil {
			out = append(out, shelf.Placed[readout.Incident]{Place: n, Group: f.merge(g)})
		}
	}
	clear(f.changed)
	return out
}
