package proposition

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// How alike two contents must be. The figures were set on the project's own
// story so that no two matters were joined there, and lowered no further:
// a join too few is seen and mended by a person, a join too much is not seen.
const (
	alike       = 0.55 // weighted Dice
	contained   = 0.75 // weighted containment of the shorter
	shortest    = 4    // stems that the shorter must have to be contained
	again       = 0.40 // weighted Dice, of one speaker's contents
	againInside = 0.60 // weighted containment of the shorter of them
	turnedLike  = 0.60 // weighted Dice of a content and its negation
	nearby      = 0.40 // "possibly related"
	monthsOld   = 60   // days after which a matter is another one
	verbatim    = 0.85 // likeness at which a quotation of the same speaker is it for good
	candidates  = 12   // heaviest stems that look up what to compare
	lookedAt    = 512  // latest groups that have a stem
	compared    = 64   // groups that a content is compared with
)

// relation is how a content lies to another.
type relation uint8

const (
	apart    relation = iota
	related           // near, but not the same
	same              //
	opposite          // the same, worded the other way round
)

// compare weighs a wording against a content with its weights. Names, numbers,
// negations, tense and the order of names must not speak against it, whatever
// the words say; why is what does.
func (f *File) compare(a *weighed, b *wording) (rel relation, score float64, why string) {
	n, both := a.common(b.stems)
	if n < 2 || !sharesMain(a.content, &b.content) {
		return apart, 0, ""
	}
	if len(a.thing) > 0 && len(b.thing) > 0 && !crossed(a.thing, b.thing) {
		return same, alike, ""
	}
	like := 2 * both / (a.sum + f.weigh(b))
	length, sum := len(a.stems), a.sum
	if length > len(b.stems) {
		length, sum = len(b.stems), f.weigh(b)
	}
	inside := both / sum
	score = max(like, inside*alike/contained)
	enough := like >= alike || inside >= contained && length >= shortest ||
		a.speaker != "" && a.speaker == b.speaker && (like >= again || inside >= againInside && n >= shortest-1) ||
		f.likely(a, b, like, both, length)
	why = conflict(a.content, &b.content)
	switch {
	case !enough || why != "":
		if score >= nearby && n >= 3 {
			return related, score, cmp.Or(why, "too few words in common")
		}
		return apart, 0, ""
	case a.negated == b.negated || f.alikeIn(a.content, &b.content) || f.alikeIn(&b.content, a.content):
		return same, score, ""
	case a.negated+b.negated == 1 && !a.deep && !b.deep && like >= turnedLike:
		return opposite, score, ""
	}
	return related, score, "a negation that may not be of the same clause"
}

// weighed is a content that is compared with many.
type weighed struct {
	*content
	speaker string
	here    bool      // what it is compared with was spoken of in its report
	weights []float64 // of its stems
	sum     float64
}

func (f *File) weighed(c *content) *weighed {
	w := &weighed{content: c}
	for _, s := range c.stems {
		w.weights = append(w.weights, f.counts.Weight(s))
	}
	for _, v := range w.weights {
		w.sum += v
	}
	return w
}

// common is how many of the stems another set has, and their weight.
func (a *weighed) common(stems []string) (n int, weight float64) {
	for i, j := 0, 0; i < len(a.stems) && j < len(stems); {
		switch c := strings.Compare(a.stems[i], stems[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			n, weight = n+1, weight+a.weights[i]
			i, j = i+1, j+1
		}
	}
	return n, weight
}

// weigh is the weight of a wording's stems; it stays as it is while one report
// is added.
func (f *File) weigh(w *wording) float64 {
	if now := f.counts.Texts(); w.asOf != now {
		w.weight, w.asOf = match.Sum(w.stems, f.counts.Weight), now
	}
	return w.weight
}

// sharesMain: where both name parties, one is the same.
func sharesMain(a, b *content) bool {
	return len(a.parties) == 0 || len(b.parties) == 0 || meet(a.parties, b.parties)
}

// meet reports whether two sets have something in common.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return has(b, s) })
}

// conflict says what forbids a join of like words, "" if nothing does: each has
// a name or a number that the other has not, one says no by a verb and the other
// does not, one puts at a remove what the other states, names stand in another
// order.
func conflict(a, b *content) string {
	switch {
	case crossed(a.parties, b.parties):
		return "each names a party that the other does not"
	case crossed(a.numbers, b.numbers):
		return "each has a number that the other has not"
	case turnsAlone(a, b) || turnsAlone(b, a):
		return "one has a verb that turns it round"
	case len(match.Minus(a.frames, b.stems)) > 0 || len(match.Minus(b.frames, a.stems)) > 0:
		return "one puts at a remove what the other states"
	case reordered(a.names, b.names):
		return "the parties stand in another order"
	}
	return ""
}

// turnsAlone: a has a turning word where its main verb can stand that b has
// nowhere.
func turnsAlone(a, b *content) bool {
	return slices.ContainsFunc(a.turns, func(t string) bool { return !has(b.turns, t) && !has(b.stems, t) })
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

// found is the best group for a content, or one that comes near and why it is
// not the same.
type found struct {
	group    int
	relation relation
	score    float64
	why      string
}

// nearest looks for the group that holds the most alike content; related is the
// most alike of those that only come near.
func (f *File) nearest(r *report, e *entry, kind readout.PropositionKind) (best, near found) {
	best.group, near.group = -1, -1
	published := r.published
	c := &e.content
	weighed := f.weighed(c)
	weighed.speaker = e.speaker
	for _, g := range f.lookup(weighed) {
		if f.barred(e.st.ID, g) {
			continue
		}
		group := f.group(g)
		old := published.Bounded() && group.seen.Bounded() && !published.Near(group.seen, monthsOld)
		weighed.here = r.speaksOf(g)
		for i := range group.wording {
			w := &group.wording[i]
			rel, score, why := f.compare(weighed, w)
			if old && !(e.st.Mode == readout.Direct && w.speaker == e.speaker && score >= verbatim) {
				continue
			}
			if rel >= same && !sameKind(kind, group.kind, c, &w.content) {
				rel, why = related, "one is a proposal or lies ahead, and the other does not"
			}
			if w.flipped && rel == same {
				rel = opposite
			} else if w.flipped && rel == opposite {
				rel = same
			}
			switch {
			case rel == related && score > near.score:
				near = found{g, rel, score, why}
			case rel >= same && score > best.score:
				best = found{g, rel, score, ""}
			}
		}
	}
	return best, near
}

// lookup lists the groups that share enough of the content's heaviest stems to
// be worth comparing: two, and three of a content that has six or more, since
// two can then be neither alike nor contained. Of very many it takes those that
// share most, the latest first.
func (f *File) lookup(c *weighed) []int {
	heavy := make([]int, len(c.stems))
	for i := range heavy {
		heavy[i] = i
	}
	slices.SortStableFunc(heavy, func(a, b int) int { return cmp.Compare(c.weights[b], c.weights[a]) })
	least := min(2, len(heavy))
	for _, i := range heavy[:min(candidates, len(heavy))] {
		list, _ := f.kept.index.Of(c.stems[i])
		f.hits.Meet(list)
	}
	var sharing [candidates + 1][]int // groups by how many stems they share
	f.hits.Take(func(g, stems int) {
		if stems >= least {
			sharing[stems] = append(sharing[stems], g)
		}
	})
	var out []int
	for n := candidates; n >= least && len(out) < compared; n-- {
		slices.Sort(sharing[n])
		out = append(out, sharing[n][max(0, len(sharing[n])-compared+len(out)):]...)
	}
	slices.Sort(out)
	return out
}
