package eval

// scoreContacts pairs contacts that overlap and share a participant, and
// compares who took part, the form, the time and the state.
func (s *scorer) scoreContacts() {
	bonus := func(g, p *contact) float64 {
		for _, accepted := range goldParticipants(g) {
			if len(accepted) > 0 {
				pred := s.predParticipants(p)
				return dice(bestParticipants(g, pred), pred)
			}
		}
		return 1 // the gold names nobody
	}
	found := pair(s, "contacts", s.gold.contacts, s.pred.contacts, bonus)
	s.putParticipants(found)
	compare(s, "contacts.form", found.couples,
		func(g *contact) []string { return g.Form.all() },
		func(p *contact) string { return p.Form.first() })
	compare(s, "contacts.when", found.couples,
		func(g *contact) []string { return stringsOf(g.When.all()) },
		func(p *contact) string { return string(p.When.first()) })
	compare(s, "contacts.state", found.couples,
		func(g *contact) []string { return g.State.all() },
		func(p *contact) string { return p.State.first() })
}

func (s *scorer) putParticipants(found pairing[*contact]) {
	predOf := map[*contact]*contact{}
	for _, c := range found.couples {
		predOf[c.gold] = c.pred
	}
	var right, pred, gold int
	for _, g := range found.gold {
		p := predOf[g]
		if p == nil {
			gold += len(goldParticipants(g)[0])
			continue
		}
		got := s.predParticipants(p)
		best := bestParticipants(g, got)
		right, gold = right+best.shared(got), gold+len(best)
		for _, id := range sortedKeys(best) {
			if !got[id] {
				s.miss("contacts.participants", g.ID, "missed", id)
			}
		}
		for _, id := range sortedKeys(got) {
			if !best[id] {
				s.miss("contacts.participants", g.ID, "too much", id)
			}
		}
	}
	for _, p := range found.pred {
		pred += len(s.predParticipants(p))
	}
	s.put("contacts.participants", prf(right, pred, gold))
}

func goldParticipants(g *contact) []set[string] {
	var sets []set[string]
	for _, list := range g.Participants.all() {
		sets = append(sets, setOf(stringsOf(list)...))
	}
	return sets
}

func (s *scorer) predParticipants(p *contact) set[string] {
	parties := set[string]{}
	for _, ref := range p.Participants.first() {
		parties[s.goldParty(string(ref))] = true
	}
	return parties
}

// bestParticipants is the accepted participants that are nearest to the
// predicted ones; the first win a tie.
func bestParticipants(g *contact, pred set[string]) set[string] {
	accepted := goldParticipants(g)
	best := accepted[0]
	for _, v := range accepted[1:] {
		if dice(v, pred) > dice(best, pred) {
			best = v
		}
	}
	return best
}
