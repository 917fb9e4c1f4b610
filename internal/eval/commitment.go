package eval

import (
	"slices"
	"strings"
)

// scoreCommitments pairs commitments that overlap, those of the same obligor
// first. Apart from the fields it counts what does harm: an outcome (kept,
// broken) or a due date that the gold does not have.
func (s *scorer) scoreCommitments() {
	bonus := func(g, p *commitment) float64 {
		if slices.Contains(goldObligors(g), s.predObligor(p)) {
			return 1.5
		}
		return 1
	}
	found := pair(s, "commitments", s.gold.commitments, s.pred.commitments, bonus)
	compare(s, "commitments.obligor", found.couples, goldObligors, s.predObligor)
	compare(s, "commitments.due", found.couples, goldDue, predDue)
	compare(s, "commitments.state", found.couples,
		func(g *commitment) []string { return g.State.all() },
		func(p *commitment) string { return p.State.first() })
	compare(s, "commitments.condition", found.couples,
		func(g *commitment) []string {
			var values []string
			for _, c := range g.Condition.all() {
				values = append(values, condition(c))
			}
			return values
		},
		func(p *commitment) string { return condition(p.Condition.first()) })
	s.putFalse(found)
}

func (s *scorer) putFalse(found pairing[*commitment]) {
	goldOf := map[*commitment]*commitment{}
	for _, c := range found.couples {
		goldOf[c.pred] = c.gold
	}
	var outcomes, dates int
	for _, p := range found.pred {
		g := goldOf[p]
		if g == nil {
			g = &commitment{}
		}
		state, due := p.State.first(), predDue(p)
		if (state == "kept" || state == "broken") && !slices.Contains(g.State.all(), state) {
			outcomes++
			s.miss("commitments.false_outcome", p.ID, p.What, state)
		}
		if due != "" && !slices.ContainsFunc(goldDue(g), func(d string) bool { return d != "" }) {
			dates++
			s.miss("commitments.false_date", p.ID, p.What, due)
		}
	}
	s.put("commitments.false_outcome", Count(outcomes))
	s.put("commitments.false_date", Count(dates))
}

func goldDue(g *commitment) []string { return stringsOf(g.Due.all()) }
func predDue(p *commitment) string   { return string(p.Due.first()) }

func goldObligors(g *commitment) []string {
	var keys []string
	for _, o := range g.Obligor.all() {
		keys = append(keys, together(o))
	}
	return keys
}

func (s *scorer) predObligor(p *commitment) string {
	var parties []string
	for _, o := range p.Obligor.first() {
		parties = append(parties, s.goldParty(o))
	}
	return together(parties)
}

// together is a set of parties as one string, "" for none.
func together(parties []string) string { return strings.Join(sortedKeys(setOf(parties...)), " + ") }

func condition(c present) string {
	if c {
		return "condition"
	}
	return ""
}
