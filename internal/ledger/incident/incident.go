// Package incident joins what several reports say of one thing that happened:
// the same days, the same place, and words that agree. Figures are
// never reconciled: each teller's stands beside the other's, with whose word
// it is. An incident whose day is unknown, or known to more than a week,
// joins none.
package incident

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/ledger/match"
)

const (
	longest = 7    // days that a stretch may have and still be one occasion
	alike   = 0.34 // Dice of what happened, where the place is the same
	wordy   = 0.6  // Dice where one report gives no place
)

// File is the incidents of all reports seen so far.
type File struct {
	canonical func(party string) string
	groups    []*group
	on        match.Postings[wordOn]
}

// wordOn is a stem of what or where, on a day.
type wordOn struct {
	stem string
	day  int
}

type group struct {
	when        match.Days
	what, where []string
	members     []readout.Incident
}

// New is an empty file; canonical gives the id that stands for a party.
func New(canonical func(party string) string) *File {
	return &File{canonical: canonical}
}

// Add takes in the incidents of one report.
func (f *File) Add(rec *readout.Record) {
	for _, in := range rec.Incidents {
		next := &group{what: match.Stems(match.Words(in.What)), where: match.Stems(match.Words(in.Where))}
		if in.When.Known() {
			next.when = match.ParseDays(in.When.Value)
		}
		g := f.find(next)
		if g == nil {
			g = next
			for _, w := range wordsOn(g) {
				f.on.Add(w, len(f.groups))
			}
			f.groups = append(f.groups, g)
		}
		g.members = append(g.members, in)
	}
}

// wordsOn is under what a group can be found: nothing where its day is not
// known.
func wordsOn(g *group) []wordOn {
	if !g.when.Bounded() || g.when.Length() > longest {
		return nil
	}
	var out []wordOn
	for _, day := range g.when.Each() {
		for _, s := range match.Set(append(slices.Clone(g.what), g.where...)) {
			out = append(out, wordOn{s, day})
		}
	}
	return out
}

func (f *File) find(next *group) *group {
	var near []int32
	for _, w := range wordsOn(next) {
		list, _ := f.on.Of(w)
		near = append(near, list...)
	}
	slices.Sort(near)
	var best *group
	top := 0.0
	for _, n := range slices.Compact(near) {
		g := f.groups[n]
		score := match.Dice(g.what, next.what, match.Flat)
		least := alike
		switch {
		case len(g.where) == 0 || len(next.where) == 0:
			least = wordy
		case len(match.Common(g.where, next.where)) == 0:
			continue
		}
		if score >= least && score > top {
			best, top = g, score
		}
	}
	return best
}

// All lists the incidents in the order in which they were first told.
func (f *File) All() []readout.Incident {
	var out []readout.Incident
	for _, g := range f.groups {
		out = append(out, f.merge(g))
	}
	return out
}

func (f *File) merge(g *group) readout.Incident {
	in := g.members[0]
	in.Figures, in.Evidence = nil, nil
	for _, m := range g.members {
		if in.Actor == "" {
			in.Actor, in.ActorToldBy = m.Actor, m.ActorToldBy
		}
		in.Where = cmp.Or(in.Where, m.Where)
		for _, fig := range m.Figures {
			fig.ToldBy = f.canonical(fig.ToldBy)
			if !slices.ContainsFunc(in.Figures, func(x readout.Figure) bool { return sameFigure(x, fig) }) {
				in.Figures = append(in.Figures, fig)
			}
		}
		in.Evidence = append(in.Evidence, m.Evidence...)
	}
	in.Actor, in.ActorToldBy = f.canonical(in.Actor), f.canonical(in.ActorToldBy)
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
