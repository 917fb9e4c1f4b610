package eval

import (
	"slices"
	"strings"
)

// stander is a kind of object that is paired by where it stands.
type stander interface{ where() *standing }

// couple is a gold object with its predicted partner; id is what a listing of
// errors calls it.
type couple[T any] struct {
	id         string
	gold, pred T
}

// pairing is the outcome of pairing one kind: the couples, the gold objects
// that count, and the predicted objects of the documents that the gold has.
type pairing[T any] struct {
	couples    []couple[T]
	gold, pred []T
}

// pair matches objects whose evidence shares tokens, by the most total of Dice
// and bonus; a bonus of 0 forbids a couple. It enters the measure name.
func pair[T stander](s *scorer, name string, gold, pred []T, bonus func(g, p T) float64) pairing[T] {
	result := pairing[T]{}
	var stands []set[place]
	for _, p := range pred {
		places := s.pred.standsAt(p.where())
		if len(places) > 0 && !slices.ContainsFunc(places, s.inGold) {
			continue
		}
		result.pred, stands = append(result.pred, p), append(stands, s.gold.whole(places))
	}
	weights := map[edge[int]]float64{}
	for i, g := range gold {
		here := s.gold.whole(s.gold.standsAt(g.where()))
		for j, p := range result.pred {
			if overlap := dice(here, stands[j]); overlap > 0 {
				if b := bonus(g, p); b > 0 {
					weights[edge[int]{i, j}] = overlap + b
				}
			}
		}
	}
	pairs, taken := assign(weights), set[int]{}
	for i, g := range gold {
		j, found := pairs[i]
		switch {
		case found:
			taken[j] = true
			result.couples = append(result.couples, couple[T]{g.where().ID, g, result.pred[j]})
		case g.where().Optional:
			continue
		default:
			s.miss(name, "missed", s.text(s.gold, g))
		}
		result.gold = append(result.gold, g)
	}
	for j, p := range result.pred {
		if !taken[j] {
			s.miss(name, "too much", s.text(s.pred, p))
		}
	}
	s.put(name, prf(len(result.couples), len(result.pred), len(result.gold)))
	return result
}

func (s *scorer) inGold(p place) bool {
	_, known := s.gold.doc[p.doc]
	return known
}

// text is an object's id and the words that it stands on.
func (s *scorer) text(side *export, o stander) string {
	text := o.where().ID
	for _, p := range side.standsAt(o.where()) {
		if ts := tokenize(s.gold.text[p.doc], p); len(ts) > 0 {
			text += " | " + string(s.gold.text[p.doc][ts[0].start:ts[len(ts)-1].end])
		}
	}
	return text
}

// compare enters how often one field is right among couples, null being equal
// to null.
func compare[T any](s *scorer, name string, couples []couple[T], gold func(T) []string, pred func(T) string) {
	a := Accuracy{N: len(couples)}
	for _, c := range couples {
		values, got := gold(c.gold), pred(c.pred)
		if slices.Contains(values, got) {
			a.Right++
			continue
		}
		s.miss(name, c.id, "gold "+orDash(values...), "got "+orDash(got))
	}
	s.put(name, a)
}

// orDash lists values for a reader, null as a dash.
func orDash(values ...string) string {
	shown := slices.Clone(values)
	for i, v := range shown {
		if v == "" {
			shown[i] = "-"
		}
	}
	return strings.Join(shown, " or ")
}
