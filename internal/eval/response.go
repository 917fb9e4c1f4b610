package eval

import "slices"

// scoreResponses pairs responses of one party that overlap, and compares their
// status.
func (s *scorer) scoreResponses() {
	same := func(g, p *response) float64 {
		if slices.Contains(g.Party.all(), s.goldParty(p.Party.first())) {
			return 1
		}
		return 0
	}
	found := pair(s, "responses", s.gold.responses, s.pred.responses, same)
	compare(s, "responses.status", found.couples,
		func(g *response) []string { return g.Status.all() },
		func(p *response) string { return p.Status.first() })
}
