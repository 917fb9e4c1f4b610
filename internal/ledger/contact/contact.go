// Package contact joins what several reports say of one meeting, call, visit
// or letter: the same parties, the same sort of contact and the same days. A
// contact whose day is not known joins the only one that it can mean: between
// the same parties, told of at about the same time, or at the same place. A
// party and who speaks for it are one side; two ministers of a state are two.
// A contact is confirmed when both sides tell of it; planned, it becomes
// reported when a report says that it took place, and after that it is not
// cancelled any more.
package contact

import (
	"maps"
	"slices"
	"strconv"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

const lookedAt = 256 // latest contacts of a party, and of one on one day

// File is the contacts of all reports seen so far.
type File struct {
	parties Parties
	count   *shelf.Counter
	groups  *shelf.Table[int, group]
	numbers *shelf.Table[string, int] // id of a contact → its group
	on      *shelf.Postings[string]   // occasion → groups
	by      *shelf.Postings[string]   // party → groups
	changed map[int]bool
}

// Parties knows which id stands for a party, and for whom it speaks.
type Parties interface {
	Canonical(party string) string
	Side(party string) string // itself where it speaks for nobody else
}

// occasion is a day of a party.
type occasion struct {
	party string
	day   int
}

func (o occasion) key() string { return o.party + " " + strconv.Itoa(o.day) }

type group struct {
	Parties []string
	When    match.Days
	Weekday string     // where its week is not known
	Told    match.Days // when reports told of it
	Docs    []string   // which did
	Where   []string
	Members []readout.Contact
	Who     []readout.Participant // of all members; a party or who speaks for it once
	Both    bool                  // both sides have told that it took place
}

// New is the file that a shelf holds.
func New(s *shelf.Shelf, parties Parties) *File {
	return &File{
		parties: parties, count: shelf.NewCounter(s, "contact.count"), groups: shelf.NewTable[int, group](s, "contact"),
		numbers: shelf.NewTable[string, int](s, "contact.number"), on: shelf.NewPostings[string](s, "contact.on", lookedAt),
		by: shelf.NewPostings[string](s, "contact.by", lookedAt), changed: map[int]bool{},
	}
}

// Add takes in the contacts of one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	for _, c := range rec.Contacts {
		next := &group{Where: match.Stems(match.Words(c.Where)), Docs: []string{doc.ID}}
		for _, p := range c.Participants {
			next.Parties = append(next.Parties, f.parties.Canonical(p.Party))
		}
		next.Parties = match.Set(next.Parties)
		if c.When != nil {
			next.When, next.Weekday = match.ParseDays(c.When.Value), c.When.Weekday
		}
		if doc.Published.Known() {
			next.Told = match.ParseDays(doc.Published.Value)
		}
		f.put(f.find(next, c), next, c)
	}
}

// put makes a contact a member of group n, or of a new one where that is -1.
func (f *File) put(n int, next *group, c readout.Contact) {
	fresh := n < 0
	if fresh {
		n = f.count.Next()
		f.groups.Put(n, *next)
		f.numbers.Put(c.ID, n)
	}
	g := f.groups.Edit(n)
	days := g.When
	g.Members = append(g.Members, c)
	f.meet(g, c)
	if g.When.Overlap(next.When) {
		g.When = g.When.Meet(next.When)
	}
	g.Told = g.Told.Span(next.Told)
	if len(g.Where) == 0 {
		g.Where = next.Where
	}
	if !slices.Contains(g.Docs, next.Docs[0]) {
		g.Docs = append(g.Docs, next.Docs[0])
	}
	f.index(n, g, fresh, fresh || !short(days))
	f.changed[n] = true
}

// index enters a group under its sides, and under its days once they are known.
func (f *File) index(n int, g *group, fresh, days bool) {
	if fresh {
		for _, p := range f.sides(g.Parties) {
			f.by.Add(p, n)
		}
	}
	if days {
		for _, o := range f.occasions(g) {
			f.on.Add(o.key(), n)
		}
	}
}

// Touch has a contact shown again that was shown so.
func (f *File) Touch(c readout.Contact) {
	if n := f.numbers.Get(c.ID); n != nil {
		f.changed[*n] = true
	}
}

// Changed lists the contacts that are new or otherwise than the last time, in
// the order in which they were first told.
func (f *File) Changed() []shelf.Placed[readout.Contact] {
	var out []shelf.Placed[readout.Contact]
	for _, n := range slices.Sorted(maps.Keys(f.changed)) {
		if g := f.groups.Get(n); g != nil {
			out = append(out, shelf.Placed[readout.Contact]{Place: n, Group: f.merge(g)})
		}
	}
	clear(f.changed)
	return out
}
