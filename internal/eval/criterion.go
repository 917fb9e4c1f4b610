package eval

import (
	"maps"
	"strings"

	"readout"
)

// criterion is a way in which two paired relations agree.
type criterion string

const (
	byFound   criterion = "found"
	byExact   criterion = "exact"
	byHalf    criterion = "half"
	byOverlap criterion = "overlap"
	byWhoWhat criterion = "who_what"
)

var criteria = []criterion{byFound, byExact, byHalf, byOverlap, byWhoWhat}

// holds reports whether two paired relations agree.
func (c criterion) holds(g, p indices) bool {
	switch c {
	case byExact:
		return inEachRole(g, p, maps.Equal)
	case byHalf:
		return inEachRole(g, p, func(a, b set[int]) bool { return likeness(a, b) >= 0.5 })
	case byOverlap:
		return inEachRole(g, p, func(a, b set[int]) bool { return a.shared(b) > 0 || len(a)+len(b) == 0 })
	case byWhoWhat:
		return maps.Equal(g[sourceRole], p[sourceRole]) && likeness(g[contentRole], p[contentRole]) >= 0.5
	}
	return true
}

func inEachRole(g, p indices, agree func(a, b set[int]) bool) bool {
	for role := range roles {
		if !agree(g[role], p[role]) {
			return false
		}
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

// pairRelations pairs relations whose content or cue share a token; it gives
// each of the gold its prediction.
func pairRelations(gold, pred []indices) map[int]int {
	if len(pred) == 0 {
		return nil
	}
	cost := make([][]float64, len(gold))
	for i, g := range gold {
		cost[i] = make([]float64, len(pred))
		for j, p := range pred {
			if g[contentRole].shared(p[contentRole])+g[cueRole].shared(p[cueRole]) > 0 {
				cost[i][j] = -(dice(g[contentRole], p[contentRole]) + likeness(g[cueRole], p[cueRole]))
			}
		}
	}
	pairs := map[int]int{}
	for i, j := range cheapest(cost) {
		if j != none && cost[i][j] < 0 {
			pairs[i] = j
		}
	}
	return pairs
}

// kind is a kind of relation that is counted apart: how its content is quoted,
// or which cue it has.
type kind string

const (
	saying   kind = "say"
	otherCue kind = "other"
)

var kinds = []kind{kind(readout.Direct), kind(readout.Mixed), kind(readout.Indirect), saying, otherCue}

// plainCues are the forms of the cues that carry most attributions.
var plainCues = setOf(strings.Fields(`say says said saying tell tells told telling add adds added adding
	write writes wrote written writing tweet tweets tweeted tweeting according`)...)

// kinds is the relation's kind by its quotation marks and by its cue.
func (r relation) kinds(text []rune) [2]kind {
	cue := strings.FieldsFunc(strings.ToLower(r.words(cueRole, text)), func(r rune) bool { return !isWord(r) })
	for _, word := range cue {
		if plainCues[word] {
			return [2]kind{kind(r.mode(text)), saying}
		}
	}
	return [2]kind{kind(r.mode(text)), otherCue}
}
