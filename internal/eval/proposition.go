package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// turn is how a stance reads when the proposition is worded the other way
// round.
var turn = map[string]string{
	"affirms": "denies", "denies": "affirms", "supports": "opposes", "opposes": "supports",
	"supports-with-conditions": "opposes",
}

var (
	positive = []string{"affirms", "supports", "supports-with-conditions"}
	negative = []string{"denies", "opposes"}
)

// membership is a statement's place in a proposition.
type membership struct{ statement, proposition string }

func (m membership) compare(other membership) int {
	return cmp.Or(strings.Compare(m.statement, other.statement), strings.Compare(m.proposition, other.proposition))
}

// verdict is a gold stance that the prediction has too: the values that are
// right and those that were given.
type verdict struct {
	membership
	accepted, got []string
}

// scorePropositions compares the grouping of statements under propositions by
// extended B-cubed, then the stances of those that stand under the right one.
func (s *scorer) scorePropositions() {
	gold, pred := s.goldStances(), s.predStances()
	var goldGroups, predGroups grouping[string]
	for _, st := range gold {
		goldGroups.add(st.statement, st.proposition)
	}
	for _, st := range pred {
		predGroups.add(st.statement, st.proposition)
	}
	s.put("propositions", bCubed(goldGroups, predGroups))
	shared := map[edge[string]]float64{}
	for id, clusters := range goldGroups.clusters {
		for a := range clusters {
			for b := range predGroups.clusters[id] {
				shared[edge[string]{a, b}]++
			}
		}
	}
	s.propositions = assign(shared)
	s.scoreStances(s.verdicts(rows(gold), rows(pred)))
}

// taken is a stance with the gold statement that takes it.
type taken struct {
	membership
	*stance
}

func (s *scorer) goldStances() []taken {
	used := set[string]{}
	for _, g := range s.goldUsed {
		used[g.ID] = true
	}
	var list []taken
	for _, st := range s.gold.stances {
		if used[st.Statement] {
			list = append(list, taken{membership{st.Statement, st.Proposition}, st})
		}
	}
	return list
}

func (s *scorer) predStances() []taken {
	var list []taken
	for _, st := range s.pred.stances {
		if g := s.goldOf[st.Statement]; g != nil {
			list = append(list, taken{membership{g.ID, st.Proposition}, st})
		}
	}
	return list
}

// rows is the stances of each membership.
func rows(list []taken) map[membership][]*stance {
	index := map[membership][]*stance{}
	for _, t := range list {
		index[t.membership] = append(index[t.membership], t.stance)
	}
	return index
}

// verdicts finds, for each gold stance, the predicted stances of the same party
// on the same proposition. One without a party is the speaker's.
func (s *scorer) verdicts(gold, pred map[membership][]*stance) []verdict {
	var found []verdict
	for _, m := range slices.SortedFunc(maps.Keys(gold), membership.compare) {
		b, ok := s.propositions[m.proposition]
		if !ok {
			continue
		}
		rows := pred[membership{m.statement, b}]
		for _, g := range gold[m] {
			var got []string
			for _, p := range s.sameParty(g, rows, len(gold[m]) == 1) {
				got = append(got, p.Value.first())
			}
			if len(got) > 0 {
				found = append(found, verdict{m, g.Value.all(), got})
			}
		}
	}
	return found
}

func (s *scorer) sameParty(g *stance, rows []*stance, alone bool) []*stance {
	var same []*stance
	for _, p := range rows {
		if party := s.goldParty(p.Party.first()); party == "" || slices.Contains(g.Party.all(), party) {
			same = append(same, p)
		}
	}
	if len(same) == 0 && alone && !slices.Contains(g.Value.all(), "second-hand") {
		return rows
	}
	return same
}

// scoreStances counts the values that are right, a proposition that is worded
// the other way round throughout being turned first, and of the wrong ones
// those that take no for yes or yes for no.
func (s *scorer) scoreStances(verdicts []verdict) {
	lead := map[string]int{} // agreements as worded less agreements turned round
	for _, v := range verdicts {
		if anyIn(v.got, v.accepted) {
			lead[v.proposition]++
		}
		if anyIn(turned(v.got), v.accepted) {
			lead[v.proposition]--
		}
	}
	s.turned = set[string]{}
	for a, n := range lead {
		if n < 0 {
			s.turned[a] = true
		}
	}
	a, wrongWay := Accuracy{N: len(verdicts)}, 0
	for _, v := range verdicts {
		got := v.got
		if s.turned[v.proposition] {
			got = append(turned(got), unturned(got)...)
		}
		if anyIn(got, v.accepted) {
			a.Right++
			continue
		}
		what := []any{v.statement, v.proposition, "gold " + strings.Join(v.accepted, " or "), "got " + strings.Join(got, ", ")}
		s.miss("stances", what...)
		if anyIn(got, against(v.accepted)) {
			wrongWay++
			s.miss("stances.polarity_errors", what...)
		}
	}
	s.put("stances", a)
	s.put("stances.polarity_errors", Count(wrongWay))
}

// turned is the values that can be turned round, so turned; unturned is those
// that cannot.
func turned(values []string) []string {
	var list []string
	for _, v := range values {
		if t, ok := turn[v]; ok {
			list = append(list, t)
		}
	}
	return list
}

func unturned(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return turn[v] != "" })
}

// against is the values that say no where all the accepted ones say yes, or
// the reverse.
func against(accepted []string) []string {
	switch {
	case allIn(accepted, positive):
		return negative
	case allIn(accepted, negative):
		return positive
	}
	return nil
}

func anyIn(values, list []string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return slices.Contains(list, v) })
}

func allIn(values, list []string) bool {
	return !slices.ContainsFunc(values, func(v string) bool { return !slices.Contains(list, v) })
}
