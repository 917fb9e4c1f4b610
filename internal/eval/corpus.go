package eval

import "maps"

// corpusScorer adds up the counts of a corpus of relations.
type corpusScorer struct {
	sheet
	articles                int
	segments, begins, words [roles]tally
	paired                  [roles]int // pairs that are equal in the role
	gold, pred              int        // relations
	right                   map[criterion]int
	goldOf, predOf          map[kind]int
	rightGold, rightPred    map[criterionKind]int
}

// tally is what a one-to-one comparison counts.
type tally struct{ right, pred, gold int }

// criterionKind is a criterion among the relations of one kind.
type criterionKind struct {
	criterion criterion
	kind      kind
}

// add counts one article.
func (c *corpusScorer) add(a readArticle) {
	tokens := tokenize(a.text, place{a.name, 0, len(a.text)})
	g, p := indexAll(a.gold, tokens), indexAll(a.pred, tokens)
	c.articles++
	c.addSegments(g, p)
	c.addRelations(a, g, p)
}

func indexAll(relations []relation, tokens []place) []indices {
	list := make([]indices, len(relations))
	for i, r := range relations {
		list[i] = r.index(tokens)
	}
	return list
}

// addSegments counts runs of tokens, their first tokens, and tokens. Each
// relation makes its own runs, so that neighbours stay two; one that several
// relations share is one.
func (c *corpusScorer) addSegments(gold, pred []indices) {
	for role := range roles {
		g, p := allRuns(gold, role), allRuns(pred, role)
		addTally(&c.segments[role], g, p)
		addTally(&c.begins[role], firsts(g), firsts(p))
		addTally(&c.words[role], allTokens(gold, role), allTokens(pred, role))
	}
}

func addTally[T comparable](t *tally, gold, pred set[T]) {
	t.right += gold.shared(pred)
	t.gold += len(gold)
	t.pred += len(pred)
}

func allRuns(relations []indices, role int) set[run] {
	all := set[run]{}
	for _, r := range relations {
		maps.Copy(all, setOf(runs(r[role])...))
	}
	return all
}

func firsts(runs set[run]) set[int] {
	all := set[int]{}
	for r := range runs {
		all[r.first] = true
	}
	return all
}

func allTokens(relations []indices, role int) set[int] {
	all := set[int]{}
	for _, r := range relations {
		maps.Copy(all, r[role])
	}
	return all
}

func (c *corpusScorer) addRelations(a readArticle, g, p []indices) {
	c.count(a)
	pairs, taken := pairRelations(g, p), set[int]{}
	for i, r := range a.gold {
		j, paired := pairs[i]
		if !paired {
			c.miss("relation.found", "missed", a.name, r.show(a.text))
			continue
		}
		taken[j] = true
		c.judge(a, i, j, g[i], p[j])
	}
	for j, r := range a.pred {
		if !taken[j] {
			c.miss("relation.found", "too much", a.name, r.show(a.text))
		}
	}
}

// count enters how many relations of each kind there are.
func (c *corpusScorer) count(a readArticle) {
	if c.right == nil {
		c.right, c.goldOf, c.predOf = map[criterion]int{}, map[kind]int{}, map[kind]int{}
		c.rightGold, c.rightPred = map[criterionKind]int{}, map[criterionKind]int{}
	}
	c.gold, c.pred = c.gold+len(a.gold), c.pred+len(a.pred)
	for _, r := range a.gold {
		for _, k := range r.kinds(a.text) {
			c.goldOf[k]++
		}
	}
	for _, r := range a.pred {
		for _, k := range r.kinds(a.text) {
			c.predOf[k]++
		}
	}
}

// judge enters in what the i-th relation of the gold and the j-th of the
// prediction agree.
func (c *corpusScorer) judge(a readArticle, i, j int, g, p indices) {
	for role := range roles {
		if maps.Equal(g[role], p[role]) {
			c.paired[role]++
		}
	}
	for _, criterion := range criteria {
		if !criterion.holds(g, p) {
			c.miss("relation."+string(criterion), a.name, "gold "+a.gold[i].show(a.text), "got "+a.pred[j].show(a.text))
			continue
		}
		c.right[criterion]++
		for _, k := range a.gold[i].kinds(a.text) {
			c.rightGold[criterionKind{criterion, k}]++
		}
		for _, k := range a.pred[j].kinds(a.text) {
			c.rightPred[criterionKind{criterion, k}]++
		}
	}
}

// finish enters the figures.
func (c *corpusScorer) finish() *Report {
	c.put("articles", Count(c.articles))
	for _, part := range []struct {
		name    string
		tallies [roles]tally
	}{{"segment", c.segments}, {"begin", c.begins}, {"token", c.words}} {
		for role, n := range part.tallies {
			c.put(part.name+"."+roleNames[role], prf(n.right, n.pred, n.gold))
		}
	}
	for _, criterion := range criteria {
		c.put("relation."+string(criterion), prf(c.right[criterion], c.pred, c.gold))
	}
	for role, right := range c.paired {
		c.put("role."+roleNames[role], prf(right, c.pred, c.gold))
	}
	for _, k := range kinds {
		for _, criterion := range criteria {
			of := criterionKind{criterion, k}
			c.put(string(k)+"."+string(criterion), Breakdown{c.rightPred[of], c.predOf[k], c.rightGold[of], c.goldOf[k]})
		}
	}
	return c.report()
}
