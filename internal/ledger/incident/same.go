package incident

import (
	"fmt"
	"slices"
	"strconv"

	"readout"
	"readout/internal/ledger/match"
)

const (
	longest = 7    // days that a stretch may have and still be one occasion
	alike   = 0.34 // Dice of what happened, where the place is the same
	wordy   = 0.6  // Dice where one report gives no place

	sameTime = 14 // days between two reports that tell of one thing without a day
	sameWeek = 7  // days between two that have only a figure in common
)

// find is the group that is most like on the same days, else the only one that
// an incident can be where a day is missing; -1 is none.
func (f *File) find(next *group) int {
	best, top, tie := -1, 0.0, false
	for _, n := range f.near(next) {
		g := f.groups.Get(n)
		if g == nil || slices.Contains(g.Docs, next.Docs[0]) && !dated(g, next) {
			continue
		}
		score := likeness(g, next)
		switch {
		case score > top:
			best, top, tie = n, score, false
		case score == top:
			tie = true
		}
	}
	if tie && top <= only {
		return -1
	}
	return best
}

// near lists the groups under the keys of an incident.
func (f *File) near(next *group) []int {
	var out []int
	for _, k := range keys(next) {
		list, _ := f.on.Of(k)
		for _, n := range list {
			out = append(out, int(n))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keys is under what a group can be found: a word of it, a place or a kind on a
// day, a place and a figure on any day.
func keys(g *group) []string {
	out := slices.Clone(g.Figures)
	for _, w := range g.Where {
		out = append(out, "at "+w)
	}
	if short(g.When) {
		for _, day := range g.When.Each() {
			for _, s := range slices.Concat(g.What, g.Where, g.Kinds) {
				out = append(out, s+" "+strconv.Itoa(day))
			}
		}
	}
	return match.Set(out)
}

func short(d match.Days) bool { return d.Bounded() && d.Length() <= longest }

func dated(g, next *group) bool { return short(g.When) && short(next.When) }

// The likeness of what is the same by more than its words: a figure on the same
// word; and of what can only be one thing.
const (
	certain = 2.0
	only    = 0.1
)

// likeness is 0 where two are not the same.
func likeness(g, next *group) float64 {
	here, known := samePlace(g, next)
	figure := sameFigures(g, next, here)
	switch {
	case !g.When.Overlap(next.When), known && !here:
		return 0
	case !dated(g, next):
		return undated(g, next, figure, here)
	case figure:
		return certain
	case here:
		return max(above(g, next, alike), ofOneKind(g, next))
	}
	if score := above(g, next, wordy); score > 0 {
		return score
	}
	return mentioned(g, next)
}

// undated: where a day is missing, the place and the matter, or a figure on the
// same word, in reports that are near in time.
func undated(g, next *group, figure, here bool) float64 {
	near := func(n int) bool {
		return g.Told.Near(next.Told, n) || short(g.When) && g.When.Near(next.Told, n) || short(next.When) && next.When.Near(g.Told, n)
	}
	switch {
	case here && near(sameTime) && (figure || above(g, next, alike) > 0 || ofOneKind(g, next) > 0), figure && near(sameWeek):
		return only
	}
	return 0
}

// sameFigures: one figure on the same word and the place, the kind or a word in
// common, or several figures. Two accidents may well have three dead each; but who
// counts the dead and tells nothing else means what the count is of.
func sameFigures(g, next *group, here bool) bool {
	n := len(match.Common(g.Figures, next.Figures))
	return n > 1 || n == 1 && (here || ofOneKind(g, next) > 0 || len(match.Common(g.What, next.What)) > 0 || tollOnly(g) || tollOnly(next))
}

func tollOnly(g *group) bool {
	return !slices.ContainsFunc(g.What, func(w string) bool { return !english().toll[w] })
}

func above(g, next *group, least float64) float64 {
	if score := match.Dice(g.What, next.What, match.Flat); score >= least {
		return score
	}
	return 0
}

func ofOneKind(g, next *group) float64 {
	if len(match.Common(g.Kinds, next.Kinds)) > 0 {
		return alike
	}
	return 0
}

// mentioned: one report has no more than the kind and the day ("Sunday's surge").
func mentioned(g, next *group) float64 {
	bare := func(x *group) bool {
		return len(x.Where) == 0 && len(x.What) == 1 && len(x.Kinds) == 1 && !english().of["many"][x.Kinds[0]]
	}
	if g.When.Length() == 1 && g.When == next.When && (bare(g) || bare(next)) && ofOneKind(g, next) > 0 && g.Told.Near(next.Told, sameTime*2) {
		return only
	}
	return 0
}

// samePlace reports whether the places share a word, or one's stands in the
// other's matter, and whether both are known.
func samePlace(g, next *group) (same, known bool) {
	known = len(g.Where) > 0 && len(next.Where) > 0
	both := func(a, b *group) bool {
		return len(match.Common(a.Where, match.Set(append(slices.Clone(b.Where), b.What...)))) > 0
	}
	return both(g, next) || both(next, g), known
}

// told are the figures that somebody gives, each as a key: what, how many, on
// whose word.
func (f *File) told(in readout.Incident) []string {
	var out []string
	for _, fig := range in.Figures {
		if fig.ToldBy != "" && fig.Value != nil && *fig.Value > 0 && fig.Quantity != readout.OtherCount {
			out = append(out, fmt.Sprintf("%s %v %s", fig.Quantity, *fig.Value, f.parties.Canonical(fig.ToldBy)))
		}
	}
	return match.Set(out)
}
