package proposition

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/ledger/match"
)

// How alike two contents must be. The figures were set on the project's own
// story so that no two matters were joined there, and lowered no further:
// a join too few is seen and mended by a person, a join too much is not seen.
const (
	alike      = 0.55 // weighted Dice
	contained  = 0.75 // weighted containment of the shorter
	shortest   = 4    // stems that the shorter must have to be contained
	turnedLike = 0.60 // weighted Dice of a content and its negation
	nearby     = 0.40 // "possibly related"
	monthsOld  = 60   // days after which a matter is another one
	candidates = 12   // heaviest stems that look up what to compare
)

// relation is how a content lies to another.
type relation uint8

const (
	apart    relation = iota
	related           // near, but not the same
	same              //
	opposite          // the same, worded the other way round
)

// compare weighs two contents. Names, numbers, negations, tense and the order
// of names must not speak against it, whatever the words say.
func (f *File) compare(a, b *content) (relation, float64) {
	if len(match.Common(a.stems, b.stems)) < 2 || !sharesMain(a, b) {
		return apart, 0
	}
	like := match.Dice(a.stems, b.stems, f.counts.Weight)
	shorter, longer := a, b
	if len(a.stems) > len(b.stems) {
		shorter, longer = b, a
	}
	inside := match.Containment(shorter.stems, longer.stems, f.counts.Weight)
	score := max(like, inside*alike/contained)
	enough := like >= alike || inside >= contained && len(shorter.stems) >= shortest
	if !enough || conflict(a, b) {
		if score >= nearby && len(match.Common(a.stems, b.stems)) >= 3 {
			return related, score
		}
		return apart, 0
	}
	if a.negated == b.negated {
		return same, score
	}
	if a.negated+b.negated == 1 && !a.deep && !b.deep && like >= turnedLike {
		return opposite, score
	}
	return related, score
}

// sharesMain: where both name parties, one is the same.
func sharesMain(a, b *content) bool {
	x, y := match.Set(a.names), match.Set(b.names)
	return len(x) == 0 || len(y) == 0 || len(match.Common(x, y)) > 0
}

// conflict reports what forbids a join of like words: each has a name or a
// number that the other has not, one says no by a verb and the other does not,
// one puts at a remove what the other states, names stand in another order.
func conflict(a, b *content) bool {
	return crossed(match.Set(a.names), match.Set(b.names)) ||
		crossed(a.numbers, b.numbers) ||
		!slices.Equal(a.turns, b.turns) ||
		len(match.Minus(a.frames, b.stems)) > 0 || len(match.Minus(b.frames, a.stems)) > 0 ||
		reordered(a.names, b.names)
}

// sameKind: a proposal is not a fact, and what will be is not what was; among
// proposals the tense says nothing.
func sameKind(a, b readout.PropositionKind, x, y *content) bool {
	if a == readout.Proposal || b == readout.Proposal {
		return a == b
	}
	return x.future == y.future
}

// crossed: each set has something that the other has not.
func crossed(a, b []string) bool {
	return len(match.Minus(a, b)) > 0 && len(match.Minus(b, a)) > 0
}

// reordered: the names that both have do not come in the same order; who did
// it to whom may be turned round.
func reordered(a, b []string) bool {
	keep := func(names, of []string) []string {
		return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !slices.Contains(of, n) })
	}
	return !slices.Equal(keep(a, b), keep(b, a))
}

// found is the best group for a content.
type found struct {
	group    int
	relation relation
	score    float64
}

// nearest looks for the group that holds the most alike content; related is the
// most alike of those that only come near.
func (f *File) nearest(c *content, published match.Days, kind readout.PropositionKind) (best, near found) {
	best.group, near.group = -1, -1
	for _, g := range f.lookup(c) {
		group := f.groups[g]
		if published.Bounded() && group.seen.Bounded() && !published.Near(group.seen, monthsOld) {
			continue
		}
		for i := range group.wording {
			w := &group.wording[i]
			rel, score := f.compare(c, &w.content)
			if rel >= same && !sameKind(kind, group.kind, c, &w.content) {
				rel = related
			}
			if w.flipped && rel == same {
				rel = opposite
			} else if w.flipped && rel == opposite {
				rel = same
			}
			switch {
			case rel == related && score > near.score:
				near = found{g, rel, score}
			case rel >= same && score > best.score:
				best = found{g, rel, score}
			}
		}
	}
	return best, near
}

// lookup lists the groups that share enough of the content's heaviest stems to
// be worth comparing: two, and three of a content that has six or more, since
// two can then be neither alike nor contained.
func (f *File) lookup(c *content) []int {
	heavy := slices.Clone(c.stems)
	slices.SortStableFunc(heavy, func(a, b string) int { return cmp.Compare(f.counts.Weight(b), f.counts.Weight(a)) })
	if len(f.hits) < len(f.groups) {
		f.hits = append(f.hits, make([]uint8, len(f.groups)+len(f.groups)/2-len(f.hits)+1)...)
	}
	least := min(2, len(heavy))
	if len(heavy) >= 6 {
		least = 3
	}
	var touched, out []int
	for _, s := range heavy[:min(candidates, len(heavy))] {
		for _, g := range f.index[s] {
			if f.hits[g]++; f.hits[g] == 1 {
				touched = append(touched, g)
			}
		}
	}
	for _, g := range touched {
		if int(f.hits[g]) >= least {
			out = append(out, g)
		}
		f.hits[g] = 0
	}
	slices.Sort(out)
	return out
}
