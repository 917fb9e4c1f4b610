package eval

import (
	"maps"

	"readout"
)

// corpusScorer adds up the counts of a corpus of relations.
type corpusScorer struct {
	sheet
	articles             int
	segments             [roles]struct{ right, pred, gold int }
	gold, pred           map[readout.Mode]int // relations
	rightGold, rightPred map[criterionMode]int
}

// criterion is a way to be right.
type criterion string

const (
	byFound   criterion = "found"
	byExact   criterion = "exact"
	byHalf    criterion = "half"
	byWhoWhat criterion = "who_what"
)

var criteria = []criterion{byFound, byExact, byHalf, byWhoWhat}

// criterionMode is a criterion among the relations of one mode.
type criterionMode struct {
	criterion criterion
	mode      readout.Mode
}

var modes = []readout.Mode{readout.Direct, readout.Mixed, readout.Indirect}

// add counts one article.
func (c *corpusScorer) add(a article, gold, pred []relation) {
	tokens := tokenize(a.text, place{a.name, 0, len(a.text)})
	g, p := indexAll(gold, tokens), indexAll(pred, tokens)
	c.articles++
	c.addSegments(g, p)
	c.addRelations(a, gold, pred, g, p)
}

func indexAll(relations []relation, tokens []place) []indices {
	list := make([]indices, len(relations))
	for i, r := range relations {
		list[i] = r.index(tokens)
	}
	return list
}

// addSegments counts runs of tokens. Each relation makes its own runs, so that
// neighbours stay two; one that several relations share is one.
func (c *corpusScorer) addSegments(gold, pred []indices) {
	for role := range c.segments {
		g, p := allRuns(gold, role), allRuns(pred, role)
		c.segments[role].right += g.shared(p)
		c.segments[role].gold += len(g)
		c.segments[role].pred += len(p)
	}
}

func allRuns(relations []indices, role int) set[run] {
	all := set[run]{}
	for _, r := range relations {
		maps.Copy(all, setOf(runs(r[role])...))
	}
	return all
}

func (c *corpusScorer) addRelations(a article, gold, pred []relation, g, p []indices) {
	if c.gold == nil {
		c.gold, c.pred = map[readout.Mode]int{}, map[readout.Mode]int{}
		c.rightGold, c.rightPred = map[criterionMode]int{}, map[criterionMode]int{}
	}
	for _, r := range gold {
		c.gold[r.mode(a.text)]++
	}
	for _, r := range pred {
		c.pred[r.mode(a.text)]++
	}
	pairs, taken := pairRelations(g, p), set[int]{}
	for i, r := range gold {
		j, paired := pairs[i]
		if !paired {
			c.miss("relation.found", "missed", a.name, r.show(a.text))
			continue
		}
		taken[j] = true
		for _, criterion := range criteria {
			if !criterion.holds(g[i], p[j]) {
				c.miss("relation."+string(criterion), a.name, "gold "+r.show(a.text), "got "+pred[j].show(a.text))
				continue
			}
			c.rightGold[criterionMode{criterion, r.mode(a.text)}]++
			c.rightPred[criterionMode{criterion, pred[j].mode(a.text)}]++
		}
	}
	for j, r := range pred {
		if !taken[j] {
			c.miss("relation.found", "too much", a.name, r.show(a.text))
		}
	}
}

// pairRelations pairs relations whose content or cue share a token.
func pairRelations(gold, pred []indices) map[int]int {
	weights := map[edge[int]]float64{}
	for i, g := range gold {
		for j, p := range pred {
			if g[contentRole].shared(p[contentRole])+g[cueRole].shared(p[cueRole]) > 0 {
				weights[edge[int]{i, j}] = dice(g[contentRole], p[contentRole]) + likeness(g[cueRole], p[cueRole])
			}
		}
	}
	return assign(weights)
}

// holds reports whether two paired relations agree.
func (c criterion) holds(g, p indices) bool {
	switch c {
	case byExact:
		return maps.Equal(g[sourceRole], p[sourceRole]) && maps.Equal(g[cueRole], p[cueRole]) && maps.Equal(g[contentRole], p[contentRole])
	case byHalf:
		return likeness(g[sourceRole], p[sourceRole]) >= 0.5 && likeness(g[cueRole], p[cueRole]) >= 0.5 && likeness(g[contentRole], p[contentRole]) >= 0.5
	case byWhoWhat:
		return maps.Equal(g[sourceRole], p[sourceRole]) && likeness(g[contentRole], p[contentRole]) >= 0.5
	}
	return true
}

// likeness is Dice, with 1 for two empty roles.
func likeness(a, b set[int]) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	return dice(a, b)
}

// finish enters the figures.
func (c *corpusScorer) finish() *Report {
	c.put("articles", Count(c.articles))
	for role, n := range c.segments {
		c.put("segment."+roleNames[role], prf(n.right, n.pred, n.gold))
	}
	var gold, pred int
	for _, m := range modes {
		gold, pred = gold+c.gold[m], pred+c.pred[m]
	}
	for _, criterion := range criteria {
		right := 0
		for _, m := range modes {
			right += c.rightGold[criterionMode{criterion, m}]
		}
		c.put("relation."+string(criterion), prf(right, pred, gold))
	}
	for _, m := range modes {
		for _, criterion := range criteria {
			k := criterionMode{criterion, m}
			c.put(string(m)+"."+string(criterion), Breakdown{c.rightPred[k], c.pred[m], c.rightGold[k], c.gold[m]})
		}
	}
	return c.report()
}
