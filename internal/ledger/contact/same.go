package contact

import (
	"slices"

	"readout"
	"readout/internal/ledger/match"
)

const (
	sharedParties = 2
	longest       = 7  // days that a stretch may have and still be one occasion
	soon          = 3  // days between two reports that tell of one contact without a day
	sameTime      = 60 // days between two reports that tell of one contact at one place
)

// occasions are the days on which a group can be found. They are those by which
// it was first known: later ones only narrow them.
func (f *File) occasions(g *group) []occasion {
	if !short(g.When) {
		return nil
	}
	var out []occasion
	for _, p := range f.sides(g.Parties) {
		for _, day := range g.When.Each() {
			out = append(out, occasion{p, day})
		}
	}
	return out
}

func (f *File) sides(parties []string) []string {
	out := slices.Clone(parties)
	for _, p := range parties {
		out = append(out, f.parties.Side(p))
	}
	return match.Set(out)
}

// find gives the first group of the same days, else the only one that a contact
// can mean where one of the two has no day; -1 is none.
func (f *File) find(next *group, c readout.Contact) int {
	first := -1
	for _, o := range f.occasions(next) {
		list, _ := f.on.Of(o.key())
		for _, n := range list {
			if g := f.groups.Get(int(n)); (first < 0 || int(n) < first) && g != nil && f.fits(g, next, c) {
				first = int(n)
			}
		}
	}
	if first >= 0 {
		return first
	}
	return f.meant(next, c)
}

// meant is the only contact that one can mean where a day is missing.
func (f *File) meant(next *group, c readout.Contact) int {
	var near []int32
	for _, p := range f.sides(next.Parties) {
		list, _ := f.by.Of(p)
		near = append(near, list...)
	}
	slices.Sort(near)
	only := -1
	for _, n := range slices.Compact(near) {
		g := f.groups.Get(int(n))
		if g == nil || !f.couldBe(g, next, c) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = int(n)
	}
	return only
}

func (f *File) fits(g, next *group, c readout.Contact) bool {
	return sameForm(g.Members[0].Form, c.Form) && sameDays(g.When, next.When) && sameState(g.Members, c) &&
		(agree(g.Where, next.Where) && f.sameParties(g.Parties, next.Parties) || f.sameHost(g, next) || f.sameDay(g, next))
}

// couldBe: exactly the same parties, told of in other reports that are near in
// time, or name the same place; and what is to come has not been.
func (f *File) couldBe(g, next *group, c readout.Contact) bool {
	if short(g.When) && short(next.When) || slices.Contains(g.Docs, next.Docs[0]) || !sameForm(g.Members[0].Form, c.Form) ||
		!sameState(g.Members, c) || !agree(g.Where, next.Where) || !g.When.Overlap(next.When) ||
		!g.When.On(next.Weekday) || !next.When.On(g.Weekday) || g.Weekday != "" && next.Weekday != "" && g.Weekday != next.Weekday ||
		len(g.Parties) != len(next.Parties) || !f.sameParties(g.Parties, next.Parties) {
		return false
	}
	there := len(match.Common(g.Where, next.Where)) > 0
	return (g.Told.Near(next.Told, soon) || there && g.Told.Near(next.Told, sameTime)) && inTime(g, next, c)
}

// inTime: what has taken place by the report that gives no day was not to come
// after it, what is still to come was not before.
func inTime(g, next *group, c readout.Contact) bool {
	if !short(g.When) || !next.Told.Bounded() {
		return true
	}
	if rank[c.State] >= rank[readout.ContactReported] {
		return !g.When.From.After(next.Told.To)
	}
	return !g.When.To.Before(next.Told.From)
}

// agree: one gives no place, or they share a word of it.
func agree(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || len(match.Common(a, b)) > 0
}

// sameParties: one list holds the other; a meeting of three is not the meeting of
// two of them with a fourth.
func (f *File) sameParties(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= sharedParties && !slices.ContainsFunc(a, func(p string) bool { return !f.has(b, p) })
}

func (f *File) has(parties []string, p string) bool {
	return slices.ContainsFunc(parties, func(q string) bool { return f.oneSide(p, q) })
}

func (f *File) oneSide(a, b string) bool {
	return a == b || f.parties.Side(a) == b || f.parties.Side(b) == a
}

// sameHost: where one report names only one of the parties, they share the day
// and the place.
func (f *File) sameHost(g, next *group) bool {
	a, b := g.Parties, next.Parties
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) == 1 && f.has(b, a[0]) && g.When == next.When && g.When.Length() == 1 && len(match.Common(g.Where, next.Where)) > 0
}

// sameDay: the same parties on one day, wherever in the town each report puts them.
func (f *File) sameDay(g, next *group) bool {
	return g.When == next.When && g.When.Length() == 1 && len(g.Parties) == len(next.Parties) && f.sameParties(g.Parties, next.Parties)
}

func sameDays(a, b match.Days) bool { return short(a) && short(b) && a.Overlap(b) }

func short(d match.Days) bool { return d.Bounded() && d.Length() <= longest }

// sameState: what was refused is not what took place.
func sameState(members []readout.Contact, c readout.Contact) bool {
	return !slices.ContainsFunc(members, func(m readout.Contact) bool {
		return (m.State == readout.ContactRefused) != (c.State == readout.ContactRefused)
	})
}

// sameForm: words do not keep a meeting and talks apart. A visit is more than the
// meeting in the course of it.
func sameForm(a, b readout.ContactForm) bool {
	loose := func(x readout.ContactForm) bool { return x == readout.Meeting || x == readout.Talks }
	return a == b || loose(a) && loose(b) || a == readout.ContactOnly || b == readout.ContactOnly
}
