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
		score := likeness(g, next)
		if g.Kind == readout.Ultimatum {
			score = f.sameUltimatum(g, next, c.State)
		}
		switch {
		case score > top:
			best, top, tie = int(n), score, false
		case score == top:
			tie = true
		}
	}
	if tie && top <= referred {
		return -1
	}
	return best
}

// near lists the groups of a party in which some word is akin, or all where
// next only refers to one or is an ultimatum.
func (f *File) near(next *group) []int32 {
	var near []int32
	for _, p := range f.sides(next.Bound) {
		if refers(next) || next.Kind == readout.Ultimatum {
			list, _ := f.by.Of(p)
			near = append(near, list...)
			continue
		}
		for _, s := range match.Set(stubs(next.Words.all())) {
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
	case !g.due().On(next.Weekday) || !next.due().On(g.Weekday):
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

// referred is the likeness of what only refers to a commitment.
const referred = 0.1

// likeness is 0 where two wordings are not alike, 1 at the most.
func likeness(g, next *group) float64 {
	a, b := g.Words, next.Words
	switch {
	case refers(next) && a.Head == b.Head && len(a.Rest) > 0:
		return referred
	case refers(next) != refers(g), !sameAct(a, b) && (opposite(a.Head, b.Head) || !sameDay(g, next)):
		return 0
	}
	return alikeSets(a.all(), b.all())
}

// sameUltimatum: one side has one ultimatum to another for one day, and what is
// put off is the one that there is.
func (f *File) sameUltimatum(g, next *group, state readout.CommitmentState) float64 {
	words := max(alikeSets(g.Words.all(), next.Words.all()), alikeSets(g.Else, next.Words.all()), alikeSets(g.Words.all(), next.Else))
	switch {
	case words > 0 || !f.oneSide(g.Issuer, next.Issuer):
		return words
	case sameDay(g, next):
		return alike
	case mixed(g, next), refers(next), state == readout.StateExtended && f.oneSide(g.Addressee, next.Addressee) && f.stillMeant(g, next):
		return referred
	}
	return 0
}

// mixed: what is asked and what is threatened, told in another order.
func mixed(g, next *group) bool {
	a, b := match.Set(append(g.Words.all(), g.Else...)), match.Set(append(next.Words.all(), next.Else...))
	n := shared(a, b)
	return n >= 3 && 2*n >= min(len(a), len(b))
}

// sameDay: both are due on one day, or in one month or year.
func sameDay(g, next *group) bool {
	return len(next.Dues) > 0 && slices.Contains(g.Dues, next.Dues[0])
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

func opposite(a, b string) bool {
	x := english()
	return x.has("opposite", a+"="+b) || x.has("opposite", b+"="+a)
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
