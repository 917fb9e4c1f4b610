package incident

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/ledger/match"
)

// merge takes each field from the first report that has it, and all figures.
func (f *File) merge(g *group) readout.Incident {
	in := g.Members[0]
	in.Figures, in.Evidence = nil, nil
	for i, m := range g.Members {
		if in.Actor == "" {
			in.Actor, in.ActorToldBy = m.Actor, m.ActorToldBy
		}
		if m.When.Known() && !(in.When.Known() && short(match.ParseDays(in.When.Value))) {
			in.When = m.When
		}
		in.Where = cmp.Or(in.Where, m.Where)
		before := slices.Clone(in.Figures)
		for _, fig := range m.Figures {
			fig.ToldBy = f.parties.Canonical(fig.ToldBy)
			if !slices.ContainsFunc(in.Figures, func(x readout.Figure) bool { return sameFigure(x, fig) }) {
				in.Figures = append(in.Figures, asOf(fig, before, g.Days[i]))
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
	return counts(a, b) && a.Bound == b.Bound && a.ToldBy == b.ToldBy
}

// counts reports whether two figures count the same thing.
func counts(a, b readout.Figure) bool {
	people := english().people
	return a.Quantity == b.Quantity && a.Scope == b.Scope && (a.Unit == b.Unit || people(a.Unit) && people(b.Unit))
}

// asOf gives a figure the day of its report where the same teller gave another
// one before, and the text says no day.
func asOf(fig readout.Figure, before []readout.Figure, day string) readout.Figure {
	other := func(x readout.Figure) bool { return fig.ToldBy != "" && x.ToldBy == fig.ToldBy && counts(x, fig) }
	if fig.AsOf == "" && slices.ContainsFunc(before, other) {
		fig.AsOf = day
	}
	return fig
}
