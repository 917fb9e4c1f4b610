package eval

// cluster is a group of statements of one utterance row, or a statement that is
// alone.
type cluster struct {
	row, group int
	alone      string
}

// scoreUtterances compares the grouping of statements into utterances by
// B-cubed. A gold utterance may accept several groupings; they are tried
// together, the first of each, then the second of each, and the best counts.
func (s *scorer) scoreUtterances() {
	var pred grouping[cluster]
	if len(s.pred.utterances) > 0 {
		found := group(s.pred.utterances, s.predUsed, 0)
		for _, m := range s.pairs {
			for c := range found.clusters[m.pred.ID] {
				pred.add(m.gold.ID, c)
			}
		}
	}
	variants := 1
	for _, u := range s.gold.utterances {
		variants = max(variants, len(u.Statements.all()))
	}
	var best PRF
	for n := range variants {
		if f := bCubed(group(s.gold.utterances, s.goldUsed, n), pred); n == 0 || f.F1 > best.F1 {
			best = f
		}
	}
	s.put("utterances", best)
}

// group puts each statement into its cluster under the n-th of the accepted
// groupings; one that is in no utterance stands alone.
func group(rows []*utterance, statements []*statement, n int) grouping[cluster] {
	in := map[string]cluster{}
	for row, u := range rows {
		accepted := u.Statements.all()
		for i, ids := range accepted[min(n, len(accepted)-1)] {
			for _, id := range ids {
				in[id] = cluster{row: row, group: i}
			}
		}
	}
	var g grouping[cluster]
	for _, st := range statements {
		c, grouped := in[st.ID]
		if !grouped {
			c = cluster{alone: st.ID}
		}
		g.add(st.ID, c)
	}
	return g
}
