package eval

import (
	"strings"

	"readout"
)

// matched is a gold statement with its predicted partner.
type matched struct{ gold, pred *statement }

// The least Dice of the contents (or of cue or whole, where the gold has no
// content) with which two statements can be the same.
const sameContent = 0.5

// sketch is the token sets that statements are paired by.
type sketch struct {
	home          string
	contents, cue []set[place]
	whole         set[place]
}

func (s *scorer) sketch(side *export, st *statement) sketch {
	sets := func(values []many[readout.Span]) []set[place] {
		var list []set[place]
		for _, v := range values {
			list = append(list, s.gold.trimmed(side.places(v...)))
		}
		return list
	}
	return sketch{
		home: side.home(st), contents: sets(st.Content.all()), cue: sets(st.Cue.all()),
		whole: s.gold.trimmed(side.places(st.Span)),
	}
}

// against gives how well a prediction covers the gold statement, and with which
// weight the two may be paired; 0 where they may not.
func (g sketch) against(p sketch) (overlap, weight float64) {
	if g.home != p.home {
		return 0, 0
	}
	cue := closest(g.cue, p.cue[0])
	overlap = closest(g.contents, p.contents[0])
	if overlap < sameContent && anyEmpty(g.contents) {
		overlap = max(cue, dice(g.whole, p.whole))
	}
	if overlap < sameContent {
		return 0, 0
	}
	return overlap, overlap + 0.5*cue
}

func closest(values []set[place], got set[place]) float64 {
	best := 0.0
	for _, v := range values {
		best = max(best, dice(v, got))
	}
	return best
}

func anyEmpty(sets []set[place]) bool {
	for _, s := range sets {
		if len(s) == 0 {
			return true
		}
	}
	return false
}

// matchStatements pairs the statements of the documents that the gold has, by
// the most total of Dice(content) + 0.5 Dice(cue). A predicted statement inside
// another that pairs with none is not judged: the gold need not hold them all.
func (s *scorer) matchStatements() {
	preds, sketches := s.predicted()
	weights, overlaps := map[edge[int]]float64{}, map[edge[int]]float64{}
	for i, g := range s.gold.statements {
		sk := s.sketch(s.gold, g)
		for j, p := range sketches {
			if overlap, weight := sk.against(p); weight > 0 {
				weights[edge[int]{i, j}], overlaps[edge[int]{i, j}] = weight, overlap
			}
		}
	}
	pairs := assign(weights)
	s.overlap, s.predOf, s.goldOf = map[string]float64{}, map[string]*statement{}, map[string]*statement{}
	for _, i := range sortedKeys(pairs) {
		g, p := s.gold.statements[i], preds[pairs[i]]
		s.pairs = append(s.pairs, matched{g, p})
		s.overlap[p.ID] = overlaps[edge[int]{i, pairs[i]}]
		s.predOf[g.ID], s.goldOf[p.ID] = p, g
	}
	for _, g := range s.gold.statements {
		if s.predOf[g.ID] != nil || !g.Optional {
			s.goldUsed = append(s.goldUsed, g)
		}
	}
	for _, p := range preds {
		if s.goldOf[p.ID] != nil || p.Parent.first() == "" {
			s.predUsed = append(s.predUsed, p)
		}
	}
	s.putFound()
}

// predicted is the predicted statements of the documents that the gold has.
func (s *scorer) predicted() (list []*statement, sketches []sketch) {
	for _, p := range s.pred.statements {
		sk := s.sketch(s.pred, p)
		if _, known := s.gold.doc[sk.home]; known {
			list, sketches = append(list, p), append(sketches, sk)
		}
	}
	return list, sketches
}

func (s *scorer) putFound() {
	const name = "statements.found"
	s.put(name, prf(len(s.pairs), len(s.predUsed), len(s.goldUsed)))
	for _, g := range s.goldUsed {
		if s.predOf[g.ID] == nil {
			s.miss(name, "missed", g.ID, g.Span.Text)
		}
	}
	for _, p := range s.predUsed {
		if s.goldOf[p.ID] == nil {
			s.miss(name, "too much", p.ID, by(p), p.Span.Text)
		}
	}
}

// by is what a listing of errors says of a predicted statement.
func by(p *statement) string {
	return strings.TrimSpace(strings.Join([]string{p.Grade.first(), p.Act.first(), p.Mode.first()}, " "))
}
