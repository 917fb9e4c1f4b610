package commitment

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// How alike two wordings must be, by Dice, or by containment of one that has
// at least two stems. There is no weighting: the wordings are short.
const (
	alike     = 0.5
	contained = 0.75
	shortest  = 2
	meant     = 60 // days after which "the deadline" or "it" means nothing any more
)

// find is the group that is most like, -1 where none is like enough. What only
// refers to a commitment ("the Friday deadline", "reopen it") means the one
// that it can mean.
func (f *File) find(next *group, c readout.Commitment) int {
	best, top, tie := -1, 0.0, false
	for _, n := range f.near(next) {
		g := f.groups.Get(int(n))
		if g == nil || g.Kind != next.Kind || !f.mayBe(g, next, c) {
			continue
		}
		switch score := likeness(g, next); {
		case score > top:
			best, top, tie = int(n), score, false
		case score == top && score > 0 && refers(next):
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// near lists the groups that share a party and, unless next only refers, a word.
func (f *File) near(next *group) []int32 {
	var near []int32
	for _, p := range f.sides(next.Bound) {
		if refers(next) {
			list, _ := f.by.Of(p)
			near = append(near, list...)
			continue
		}
		for _, s := range match.Set(stubs(append(next.Words.all(), next.Else...))) {
			list, _ := f.worded.Of(p + " " + s)
			near = append(near, list...)
		}
	}
	slices.Sort(near)
	return slices.Compact(near)
}

// stub is the beginning under which akin words stand together.
func stub(w string) string {
	if strings.HasPrefix(w, "@") || len(w) < shortStem {
		return w
	}
	return w[:shortStem]
}

// mayBe reports whether nothing speaks against two being one.
func (f *File) mayBe(g, next *group, c readout.Commitment) bool {
	moved := c.State == readout.StateExtended || c.State == readout.StateSuperseded
	switch {
	case !moved && len(g.Dues) > 0 && next.due().Bounded() && !slices.ContainsFunc(g.Dues, next.due().Overlap):
		return false
	case g.Words.Not != next.Words.Not && !refers(next):
		return false
	case len(g.Words.Counts) > 0 && len(next.Words.Counts) > 0 && len(match.Common(g.Words.Counts, next.Words.Counts)) == 0 && !moved:
		return false
	case g.Duration != "" && next.Duration != "" && g.Duration != next.Duration && !moved:
		return false
	case g.Open && next.Firm || g.Firm && next.Open:
		return false // "when it is safe", and later "on Friday"
	case refers(next) && !f.stillMeant(g, next):
		return false
	}
	if g.Kind == readout.Ultimatum {
		return f.agree(g.Issuer, next.Issuer) && f.agree(g.Addressee, next.Addressee)
	}
	return slices.Equal(g.Bound, next.Bound) || len(g.Bound) == 1 && len(next.Bound) == 1 && f.oneSide(g.Bound[0], next.Bound[0])
}

func (f *File) agree(a, b string) bool { return a == "" || b == "" || f.oneSide(a, b) }

// stillMeant: it was told of shortly before, and is not long over.
func (f *File) stillMeant(g, next *group) bool {
	return next.Told.Near(g.Told, meant)
}

// refers reports whether a wording has no matter of its own: the act alone of
// a promise, nothing but "deadline" of an ultimatum.
func refers(g *group) bool {
	if g.Kind == readout.Ultimatum {
		return len(g.Words.all()) == 0
	}
	return len(g.Words.Rest) == 0
}

// likeness is 0 where two wordings are not alike, 2 at the most.
func likeness(g, next *group) float64 {
	a, b := g.Words, next.Words
	if refers(next) {
		if next.Kind == readout.Ultimatum || a.Head == b.Head && len(a.Rest) > 0 {
			return 1
		}
		if len(a.Rest) > 0 {
			return 0
		}
	}
	if g.Kind == readout.Ultimatum {
		return max(alikeSets(a.all(), b.all()), alikeSets(g.Else, b.all()), alikeSets(a.all(), next.Else))
	}
	if !sameAct(a, b) {
		return 0
	}
	return alikeSets(a.all(), b.all())
}

// sameAct: the acts are one, or one of the wordings has its act elsewhere
// ("dialysis kits" and "fly out dialysis kits"). To clear a sale that one might
// stop is not to stop a sale that one might clear.
func sameAct(a, b wording) bool {
	if a.Head == "" || b.Head == "" || kin(a.Head, b.Head) {
		return true
	}
	return slices.Contains(b.Rest, a.Head) != slices.Contains(a.Rest, b.Head)
}

func alikeSets(a, b []string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := float64(shared(a, b))
	dice := 2 * n / float64(len(a)+len(b))
	if dice >= alike || len(a) >= shortest && n/float64(len(a)) >= contained {
		return dice
	}
	return 0
}
