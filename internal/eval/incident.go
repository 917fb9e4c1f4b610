package eval

import "cmp"

// figureKey is what makes two figures the same.
type figureKey struct {
	quantity string
	value    amount
}

// scoreIncidents pairs incidents that overlap, those with the same figures
// first, and compares figures, actor and, for each figure, its teller.
func (s *scorer) scoreIncidents() {
	bonus := func(g, p *incident) float64 { return 1 + dice(keysOf(figures(g)), keysOf(figures(p))) }
	found := pair(s, "incidents", s.gold.incidents, s.pred.incidents, bonus)
	var both []couple[figure]
	for _, c := range found.couples {
		g, p := figures(c.gold), figures(c.pred)
		for _, f := range c.gold.Figures {
			k := figureKey{f.Quantity, f.Value}
			pred, shared := p[k]
			gold, left := g[k] // one that stands twice counts once
			if left && shared {
				both = append(both, couple[figure]{c.id + " " + k.quantity, gold, pred})
			} else if left {
				s.miss("incidents.figures", c.gold.ID, "missed", k.quantity, k.value)
			}
			delete(g, k)
		}
	}
	s.put("incidents.figures", prf(len(both), countFigures(found.pred), countFigures(found.gold)))
	compare(s, "incidents.actor", found.couples,
		func(g *incident) []string { return g.Actor.all() },
		func(p *incident) string { return s.goldParty(p.Actor.first()) })
	compare(s, "incidents.told_by", both, s.goldTellers, s.predTeller)
}

// figures is the figures of an incident; the last of those with one quantity
// and value stands for them.
func figures(o *incident) map[figureKey]figure {
	index := map[figureKey]figure{}
	for _, f := range o.Figures {
		index[figureKey{f.Quantity, f.Value}] = f
	}
	return index
}

func keysOf(index map[figureKey]figure) set[figureKey] {
	keys := set[figureKey]{}
	for k := range index {
		keys[k] = true
	}
	return keys
}

func countFigures(list []*incident) int {
	n := 0
	for _, o := range list {
		n += len(figures(o))
	}
	return n
}

// goldTellers and predTeller are who tells a figure; an outlet's own voice is
// the same as null.
func (s *scorer) goldTellers(f figure) []string {
	var tellers []string
	for _, id := range f.ToldBy.all() {
		if s.gold.party[id].Kind == "outlet" {
			id = ""
		}
		tellers = append(tellers, id)
	}
	return tellers
}

func (s *scorer) predTeller(f figure) string {
	ref := f.ToldBy.first()
	id := s.goldParty(ref)
	if cmp.Or(s.gold.party[id].Kind, s.pred.party[ref].Kind) == "outlet" {
		return ""
	}
	return id
}
