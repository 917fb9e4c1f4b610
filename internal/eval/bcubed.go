package eval

import (
	"maps"
	"slices"
)

// grouping is the clusters of each statement, which may be several, and the
// statements in the order in which they came: sums of fractions are made in
// that order.
type grouping[C comparable] struct {
	ids      []string
	clusters map[string]set[C]
}

func (g *grouping[C]) add(id string, clusters ...C) {
	if g.clusters == nil {
		g.clusters = map[string]set[C]{}
	}
	if g.clusters[id] == nil {
		g.ids = append(g.ids, id)
		g.clusters[id] = set[C]{}
	}
	for _, c := range clusters {
		g.clusters[id][c] = true
	}
}

// bCubed is extended B-cubed (Amigó et al. 2009) over the clusters of each gold
// statement. A statement without predicted clusters counts 0 in recall, one
// without gold clusters is left out.
func bCubed[C comparable](gold, pred grouping[C]) PRF {
	var judged grouping[C]
	for _, id := range pred.ids {
		if gold.clusters[id] != nil {
			judged.add(id, slices.Collect(maps.Keys(pred.clusters[id]))...)
		}
	}
	sumP, sumR := multiplicity(judged, gold), multiplicity(gold, judged)
	f := PRF{
		P: ratio(sumP, len(judged.ids)), R: ratio(sumR, len(gold.ids)),
		Right: sumR, Pred: len(judged.ids), Gold: len(gold.ids), Shared: true,
	}
	f.F1 = harmonic(f.P, f.R)
	return f
}

// multiplicity sums, over our statements, the mean share of the clusters that a
// statement has in common with each neighbour which they also have in theirs.
func multiplicity[C comparable](ours, theirs grouping[C]) float64 {
	members := map[C]set[string]{}
	for id, clusters := range ours.clusters {
		for c := range clusters {
			add(members, c, id)
		}
	}
	total := 0.0
	for _, id := range ours.ids {
		near := set[string]{}
		for c := range ours.clusters[id] {
			for other := range members[c] {
				near[other] = true
			}
		}
		sum := 0.0
		for _, other := range sortedKeys(near) {
			a := ours.clusters[id].shared(ours.clusters[other])
			b := theirs.clusters[id].shared(theirs.clusters[other])
			sum += float64(min(a, b)) / float64(a)
		}
		total += sum / float64(len(near))
	}
	return total
}
