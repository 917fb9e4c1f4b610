// Package contact joins what several reports say of one meeting, call, visit
// or letter: at least two parties in common, the same sort of contact and the
// same days. A contact whose day no report can tell joins none in another
// report. It is confirmed when both sides tell of it; planned, it becomes
// reported when a report says that it took place.
package contact

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

const (
	sharedParties = 2
	longest       = 7 // days that a stretch may have and still be one occasion
)

// File is the contacts of all reports seen so far.
type File struct {
	canonical func(party string) string
	groups    []*group
	on        match.Postings[occasion]
}

// occasion is a day of a party.
type occasion struct {
	party string
	day   int
}

type group struct {
	parties []string
	when    match.Days
	where   []string
	members []readout.Contact
}

// New is an empty file; canonical gives the id that stands for a party.
func New(canonical func(party string) string) *File {
	return &File{canonical: canonical}
}

// Add takes in the contacts of one report.
func (f *File) Add(rec *readout.Record) {
	for _, c := range rec.Contacts {
		next := &group{where: match.Stems(match.Words(c.Where))}
		for _, p := range c.Participants {
			next.parties = append(next.parties, f.canonical(p.Party))
		}
		next.parties = match.Set(next.parties)
		if c.When.Known() {
			next.when = match.ParseDays(c.When.Value)
		}
		g := f.find(next, c)
		if g == nil {
			g = next
			for _, o := range occasions(g) {
				f.on.Add(o, len(f.groups))
			}
			f.groups = append(f.groups, g)
		}
		g.members = append(g.members, c)
		if g.when.Overlap(next.when) {
			g.when = g.when.Meet(next.when)
		}
	}
}

// occasions are the days on which a group can be found. They are those of its
// first report: later ones only narrow them.
func occasions(g *group) []occasion {
	if !short(g.when) {
		return nil
	}
	var out []occasion
	for _, p := range g.parties {
		for _, day := range g.when.Each() {
			out = append(out, occasion{p, day})
		}
	}
	return out
}

// find gives the first group, by the first party that has one.
func (f *File) find(next *group, c readout.Contact) *group {
	first, party := -1, ""
	for _, o := range occasions(next) {
		if first >= 0 && o.party != party {
			break
		}
		list, _ := f.on.Of(o)
		for _, n := range list {
			if (first < 0 || int(n) < first) && f.fits(f.groups[n], next, c) {
				first, party = int(n), o.party
			}
		}
	}
	if first < 0 {
		return nil
	}
	return f.groups[first]
}

func (f *File) fits(g, next *group, c readout.Contact) bool {
	return sameForm(g.members[0].Form, c.Form) && len(match.Common(g.parties, next.parties)) >= sharedParties &&
		sameDays(g.when, next.when) && sameParties(g.parties, next.parties) && sameState(g.members, c) &&
		(len(g.where) == 0 || len(next.where) == 0 || len(match.Common(g.where, next.where)) > 0)
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

// All lists the contacts in the order in which they were first told.
func (f *File) All() []readout.Contact {
	var out []readout.Contact
	for _, g := range f.groups {
		out = append(out, f.merge(g))
	}
	return out
}

func (f *File) merge(g *group) readout.Contact {
	c := g.members[0]
	c.Participants, c.Evidence = nil, nil
	for _, m := range g.members {
		for _, p := range m.Participants {
			f.join(&c, readout.Participant{Party: f.canonical(p.Party), ToldBy: f.canonical(p.ToldBy)})
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
	if c.State == readout.ContactReported && bothTell(g, f.canonical) {
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
func bothTell(g *group, canonical func(string) string) bool {
	var tellers []string
	for _, m := range g.members {
		if m.State != readout.ContactReported {
			continue
		}
		for _, p := range m.Participants {
			tellers = append(tellers, canonical(p.ToldBy))
		}
	}
	return len(g.parties) == 2 && slices.Contains(tellers, g.parties[0]) && slices.Contains(tellers, g.parties[1])
}
