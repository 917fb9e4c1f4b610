// Package contact joins what several reports say of one meeting, call, visit
// or letter: at least two parties in common, the same sort of contact and the
// same days. A contact whose day no report can tell joins none in another
// report. It is confirmed when both sides tell of it; planned, it becomes
// reported when a report says that it took place.
package contact

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

const (
	sharedParties = 2
	longest       = 7   // days that a stretch may have and still be one occasion
	lookedAt      = 256 // latest contacts of a party on one day
)

// File is the contacts of all reports seen so far.
type File struct {
	parties Parties
	count   *shelf.Counter
	groups  *shelf.Table[int, group]
	numbers *shelf.Table[string, int] // id of a contact → its group
	on      *shelf.Postings[string]   // occasion → groups
	changed map[int]bool
}

// Parties knows which id stands for a party.
type Parties interface{ Canonical(party string) string }

// occasion is a day of a party.
type occasion struct {
	party string
	day   int
}

func (o occasion) key() string { return o.party + " " + strconv.Itoa(o.day) }

type group struct {
	Parties []string
	Tellers []string // of reports that say it took place, as they were known then: not all of them are shown
	When    match.Days
	Where   []string
	Members []readout.Contact
}

// New is the file that a shelf holds.
func New(s *shelf.Shelf, parties Parties) *File {
	return &File{
		parties: parties, count: shelf.NewCounter(s, "contact.count"), groups: shelf.NewTable[int, group](s, "contact"),
		numbers: shelf.NewTable[string, int](s, "contact.number"), on: shelf.NewPostings[string](s, "contact.on", lookedAt),
		changed: map[int]bool{},
	}
}

// Add takes in the contacts of one report.
func (f *File) Add(rec *readout.Record) {
	for _, c := range rec.Contacts {
		next := &group{Where: match.Stems(match.Words(c.Where))}
		for _, p := range c.Participants {
			next.Parties = append(next.Parties, f.parties.Canonical(p.Party))
			if c.State == readout.ContactReported {
				next.Tellers = append(next.Tellers, f.parties.Canonical(p.ToldBy))
			}
		}
		next.Parties = match.Set(next.Parties)
		if c.When.Known() {
			next.When = match.ParseDays(c.When.Value)
		}
		f.put(f.find(next, c), next, c)
	}
}

// put makes a contact a member of group n, or of a new one where that is -1.
func (f *File) put(n int, next *group, c readout.Contact) {
	if n < 0 {
		n = f.count.Next()
		f.groups.Put(n, *next)
		f.numbers.Put(c.ID, n)
		for _, o := range occasions(next) {
			f.on.Add(o.key(), n)
		}
	}
	g := f.groups.Edit(n)
	g.Members = append(g.Members, c)
	g.Tellers = match.Set(append(g.Tellers, next.Tellers...))
	if g.When.Overlap(next.When) {
		g.When = g.When.Meet(next.When)
	}
	f.changed[n] = true
}

// occasions are the days on which a group can be found. They are those of its
// first report: later ones only narrow them.
func occasions(g *group) []occasion {
	if !short(g.When) {
		return nil
	}
	var out []occasion
	for _, p := range g.Parties {
		for _, day := range g.When.Each() {
			out = append(out, occasion{p, day})
		}
	}
	return out
}

// find gives the first group, by the first party that has one; -1 is none.
func (f *File) find(next *group, c readout.Contact) int {
	first, party := -1, ""
	for _, o := range occasions(next) {
		if first >= 0 && o.party != party {
			break
		}
		list, _ := f.on.Of(o.key())
		for _, n := range list {
			if g := f.groups.Get(int(n)); (first < 0 || int(n) < first) && g != nil && fits(g, next, c) {
				first, party = int(n), o.party
			}
		}
	}
	return first
}

func fits(g, next *group, c readout.Contact) bool {
	return sameForm(g.Members[0].Form, c.Form) && len(match.Common(g.Parties, next.Parties)) >= sharedParties &&
		sameDays(g.When, next.When) && sameParties(g.Parties, next.Parties) && sameState(g.Members, c) &&
		(len(g.Where) == 0 || len(next.Where) == 0 || len(match.Common(g.Where, next.Where)) > 0)
}

// sameParties: one side's list holds the other's; a meeting of three is not
// the meeting of two of them with a fourth.
func sameParties(a, b []string) bool {
	return len(match.Minus(a, b)) == 0 || len(match.Minus(b, a)) == 0
}

func sameDays(a, b match.Days) bool { return short(a) && short(b) && a.Overlap(b) }

func short(d match.Days) bool { return d.Bounded() && d.Length() <= longest }

// sameState: what was refused is not what took place.
func sameState(members []readout.Contact, c readout.Contact) bool {
	return !slices.ContainsFunc(members, func(m readout.Contact) bool {
		return (m.State == readout.ContactRefused) != (c.State == readout.ContactRefused)
	})
}

// forms that words do not keep apart.
func sameForm(a, b readout.ContactForm) bool {
	loose := func(x readout.ContactForm) bool {
		return x == readout.Meeting || x == readout.Talks || x == readout.Visit || x == readout.ContactOnly
	}
	return a == b || loose(a) && loose(b) || a == readout.ContactOnly || b == readout.ContactOnly
}

// rank orders the states by how far a contact is more than talk; denied and
// cancelled are the last word.
var rank = map[readout.ContactState]int{
	readout.ContactRumoured: 1, readout.ContactOffered: 2, readout.ContactConditional: 3, readout.ContactPlanned: 4,
	readout.ContactReported: 5, readout.ContactConfirmed: 6, readout.ContactRefused: 7, readout.ContactCancelled: 7, readout.ContactDenied: 7,
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

func (f *File) merge(g *group) readout.Contact {
	c := g.Members[0]
	c.Participants, c.Evidence = nil, nil
	for _, m := range g.Members {
		for _, p := range m.Participants {
			f.join(&c, readout.Participant{Party: f.parties.Canonical(p.Party), ToldBy: f.parties.Canonical(p.ToldBy)})
		}
		if m.When.Known() && (!c.When.Known() || strings.Contains(c.When.Value, "/") && !strings.Contains(m.When.Value, "/")) {
			c.When = m.When
		}
		if m.Form != readout.ContactOnly && c.Form == readout.ContactOnly {
			c.Form = m.Form
		}
		c.Where, c.Subject = cmp.Or(c.Where, m.Where), cmp.Or(c.Subject, m.Subject)
		c.Condition = cmp.Or(c.Condition, m.Condition)
		if rank[m.State] > rank[c.State] {
			c.State = m.State
		}
		c.Evidence = append(c.Evidence, m.Evidence...)
	}
	if c.State == readout.ContactReported && bothTell(g) {
		c.State = readout.ContactConfirmed
	}
	return c
}

// join adds a participant once; the party that tells of it goes before the
// outlet's own voice.
func (f *File) join(c *readout.Contact, p readout.Participant) {
	i := slices.IndexFunc(c.Participants, func(q readout.Participant) bool { return q.Party == p.Party })
	switch {
	case i < 0:
		c.Participants = append(c.Participants, p)
	case c.Participants[i].ToldBy == "":
		c.Participants[i].ToldBy = p.ToldBy
	}
}

// bothTell: in reports that say it took place, every party of a contact of
// two tells of it itself.
func bothTell(g *group) bool {
	return len(g.Parties) == 2 && slices.Contains(g.Tellers, g.Parties[0]) && slices.Contains(g.Tellers, g.Parties[1])
}
