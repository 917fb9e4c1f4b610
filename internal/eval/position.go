package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// held is a party's position on a proposition.
type held struct{ party, proposition string }

func (h held) compare(other held) int {
	return cmp.Or(strings.Compare(h.party, other.party), strings.Compare(h.proposition, other.proposition))
}

// told is one stance that counts in a position.
type told struct {
	own    bool   // by the party itself or its principal
	said   string // last day it can have been said on
	values []string
}

// scorePositions compares the predicted positions with what the gold stances
// give under the record's rule at the last publication date: the latest of a
// party's principal or, where there is none, the latest of those who speak for
// it. Questions and second-hand stances do not count. Precision is over the
// positions that both have, recall over the gold's.
func (s *scorer) scorePositions() {
	gold, got := s.goldPositions(), s.predPositions()
	both, right := 0, 0
	for _, h := range slices.SortedFunc(maps.Keys(gold), held.compare) {
		value, found := got[h]
		if !found {
			continue
		}
		both++
		if gold[h][value] {
			right++
		} else {
			s.miss("positions", h.party, h.proposition, "gold "+orDash(sortedKeys(gold[h])...), "got "+value)
		}
	}
	s.put("positions", prf(right, both, len(gold)))
}

// goldPositions gives the values that are right for each position: those that
// fit at least half of the newest stances.
func (s *scorer) goldPositions() map[held]set[string] {
	positions := map[held]set[string]{}
	for h, voices := range s.goldVoices() {
		if slices.ContainsFunc(voices, func(v told) bool { return v.own }) {
			voices = slices.DeleteFunc(voices, func(v told) bool { return !v.own })
		}
		last := slices.MaxFunc(voices, func(a, b told) int { return strings.Compare(a.said, b.said) }).said
		newest := slices.DeleteFunc(voices, func(v told) bool { return v.said != last })
		fits := map[string]int{}
		for _, v := range newest {
			for value := range setOf(v.values...) {
				fits[value]++
			}
		}
		positions[h] = set[string]{}
		for value, n := range fits {
			if 2*n >= len(newest) {
				positions[h][value] = true
			}
		}
	}
	return positions
}

// goldVoices is the gold stances that count for each party and for every party
// that it speaks in.
func (s *scorer) goldVoices() map[held][]told {
	above := s.above()
	voices := map[held][]told{}
	for _, st := range s.gold.stances {
		values, party := st.Value.all(), st.Party.first()
		if party == "" || anyIn(values, []string{"questions", "second-hand"}) {
			continue
		}
		said := lastDay("")
		if g := s.gold.statement[st.Statement]; g != nil {
			said = lastDay(g.Said.first())
		}
		for whole := range reach(party, above) {
			own := party == whole || party == s.gold.party[whole].Principal
			h := held{whole, st.Proposition}
			voices[h] = append(voices[h], told{own, said, values})
		}
	}
	return voices
}

// above is the parties that a gold party speaks in: those that it is part of,
// speaks for or is the principal of.
func (s *scorer) above() map[string]set[string] {
	above := map[string]set[string]{}
	for id, p := range s.gold.party {
		for _, whole := range slices.Concat(p.PartOf.all(), p.SpeaksFor.all()) {
			if whole != "" {
				add(above, id, whole)
			}
		}
		add(above, p.Principal, id)
	}
	return above
}

// reach is the party and all that is above it.
func reach(party string, above map[string]set[string]) set[string] {
	seen := setOf(party)
	for todo := []string{party}; len(todo) > 0; {
		p := todo[0]
		todo = todo[1:]
		for whole := range above[p] {
			if !seen[whole] {
				seen[whole] = true
				todo = append(todo, whole)
			}
		}
	}
	return seen
}

// predPositions is the predicted positions up to the last publication date of
// the gold, the newest of each, in the gold's parties and propositions.
func (s *scorer) predPositions() map[held]string {
	goldOf := map[string]string{}
	for a, b := range s.propositions {
		goldOf[b] = a
	}
	end := ""
	for _, d := range s.gold.doc {
		end = max(end, string(d.Published))
	}
	rows := slices.Clone(s.pred.positions)
	slices.SortStableFunc(rows, func(a, b *position) int { return strings.Compare(lastDay(a.AsOf), lastDay(b.AsOf)) })
	got := map[held]string{}
	for _, p := range rows {
		a, known := goldOf[p.Proposition]
		if !known || lastDay(p.AsOf) > end {
			continue
		}
		value := p.Value
		if s.turned[a] {
			value = cmp.Or(turn[value], value)
		}
		got[held{s.goldParty(p.Party), a}] = value
	}
	return got
}

// lastDay is the end of an EDTF interval, for sorting; "0" is no date.
func lastDay(d date) string {
	value := string(d)
	value = value[strings.LastIndex(value, "/")+1:]
	return cmp.Or(strings.ReplaceAll(value, "..", ""), "0")
}
