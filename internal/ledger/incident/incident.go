// Package incident joins what several reports say of one thing that happened:
// the same days, the same place, and words that agree. Figures are
// never reconciled: each teller's stands beside the other's, with whose word
// it is. An incident whose day is unknown, or known to more than a week,
// joins none.
package incident

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

const (
	longest = 7    // days that a stretch may have and still be one occasion
	alike   = 0.34 // Dice of what happened, where the place is the same
	wordy   = 0.6  // Dice where one report gives no place

	lookedAt = 256 // latest incidents with one word on one day
)

// File is the incidents of all reports seen so far.
type File struct {
	parties Parties
	count   *shelf.Counter
	groups  *shelf.Table[int, group]
	numbers *shelf.Table[string, int] // id of an incident → its group
	on      *shelf.Postings[string]   // word on a day → groups
	changed map[int]bool
}

// Parties knows which id stands for a party.
type Parties interface{ Canonical(party string) string }

type group struct {
	When        match.Days
	What, Where []string
	Members     []readout.Incident
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
func (f *File) Add(rec *readout.Record) {
	for _, in := range rec.Incidents {
		next := &group{What: match.Stems(match.Words(in.What)), Where: match.Stems(match.Words(in.Where))}
		if in.When.Known() {
			next.When = match.ParseDays(in.When.Value)
		}
		f.put(f.find(next), next, in)
	}
}

// put makes an incident a member of group n, or of a new one where that is -1.
func (f *File) put(n int, next *group, in readout.Incident) {
	if n < 0 {
		n = f.count.Next()
		f.groups.Put(n, *next)
		f.numbers.Put(in.ID, n)
		for _, w := range wordsOn(next) {
			f.on.Add(w, n)
		}
	}
	g := f.groups.Edit(n)
	g.Members = append(g.Members, in)
	f.changed[n] = true
}

// wordsOn is under what a group can be found, a stem of what or where on a day:
// nothing where its day is not known.
func wordsOn(g *group) []string {
	if !g.When.Bounded() || g.When.Length() > longest {
		return nil
	}
	var out []string
	for _, day := range g.When.Each() {
		for _, s := range match.Set(append(slices.Clone(g.What), g.Where...)) {
			out = append(out, s+" "+strconv.Itoa(day))
		}
	}
	return out
}

// find is the group that is most like, -1 where none is like enough.
func (f *File) find(next *group) int {
	var near []int32
	for _, w := range wordsOn(next) {
		list, _ := f.on.Of(w)
		near = append(near, list...)
	}
	slices.Sort(near)
	best, top := -1, 0.0
	for _, n := range slices.Compact(near) {
		g := f.groups.Get(int(n))
		if g == nil {
			continue
		}
		score := match.Dice(g.What, next.What, match.Flat)
		least := alike
		switch {
		case len(g.Where) == 0 || len(next.Where) == 0:
			least = wordy
		case len(match.Common(g.Where, next.Where)) == 0:
			continue
		}
		if score >= least && score > top {
			best, top = int(n), score
		}
	}
	return best
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

func (f *File) merge(g *group) readout.Incident {
	in := g.Members[0]
	in.Figures, in.Evidence = nil, nil
	for _, m := range g.Members {
		if in.Actor == "" {
			in.Actor, in.ActorToldBy = m.Actor, m.ActorToldBy
		}
		in.Where = cmp.Or(in.Where, m.Where)
		for _, fig := range m.Figures {
			fig.ToldBy = f.parties.Canonical(fig.ToldBy)
			if !slices.ContainsFunc(in.Figures, func(x readout.Figure) bool { return sameFigure(x, fig) }) {
				in.Figures = append(in.Figures, fig)
			}
		}
		in.Evidence = append(in.Evidence, m.Evidence...)
	}
	in.Actor, in.ActorToldBy = f.parties.Canonical(in.Actor), f.parties.Canonical(in.ActorToldBy)
	return in
}

// sameFigure: the same teller gives the same number for the same thing; a
// second report of it adds nothing.
func sameFigure(a, b readout.Figure) bool {
	if (a.Value == nil) != (b.Value == nil) || a.Value != nil && *a.Value != *b.Value {
		return false
	}
	return a.Quantity == b.Quantity && a.Unit == b.Unit && a.Bound == b.Bound && a.Scope == b.Scope && a.ToldBy == b.ToldBy && a.AsOf == b.AsOf
}
