package eval

import (
	"fmt"
	"math"

	"readout"
)

// bins is how many parts of equal width the probabilities are sorted into.
const bins = 10

// Bin is the predictions of about one probability: how probable the reader held
// them in the mean, and how many were right.
type Bin struct {
	Right, N int
	Sum      float64 // of the probabilities
}

func (f Bin) String() string {
	if f.N == 0 {
		return "predicted -      observed -      (0/0)"
	}
	return fmt.Sprintf("predicted %.3f  observed %.3f  (%d/%d)", f.Sum/float64(f.N), ratio(float64(f.Right), f.N), f.Right, f.N)
}

// gap is how far the mean probability is from what was observed.
func (f Bin) gap() float64 {
	return math.Abs(f.Sum-float64(f.Right)) / float64(max(1, f.N))
}

// Reliability says how far the probabilities of the attributions can be
// trusted. An attribution is right where its pair in the gold shares a token
// with it in every role that either has (Report's overlap).
//
// Ten lines have the predictions by their probability, the last with both ends;
// reliability.gap is the mean distance between predicted and observed, weighted
// by the predictions of a line. The lines that begin with kept are about those
// of at least the threshold: how many of them are right, as a share of all
// predictions, and which part of the gold they hold, that is, of the gold of a
// kind, how many have a right one among them.
func (c *Corpus) Reliability(threshold float64) *Report {
	s := &reliabilityScorer{threshold: threshold}
	s.notes = c.notes
	for _, a := range c.articles {
		s.add(a)
	}
	return s.finish()
}

// reliabilityScorer adds up the counts of Reliability.
type reliabilityScorer struct {
	sheet
	threshold float64
	bins      [bins]Bin
	kept      Accuracy
	held      [len(heldParts)]Accuracy
}

// heldParts are the parts of the gold of which it is said how much is held.
var heldParts = [...]struct {
	name string
	has  func([2]kind) bool
}{
	{"direct", func(k [2]kind) bool { return k[0] == kind(readout.Direct) }},
	{"say", func(k [2]kind) bool { return k[1] == saying }},
	{"direct_or_say", func(k [2]kind) bool { return k[0] == kind(readout.Direct) || k[1] == saying }},
	{"all", func([2]kind) bool { return true }},
}

func (s *reliabilityScorer) add(a readArticle) {
	tokens := tokenize(a.text, place{a.name, 0, len(a.text)})
	g, p := indexAll(a.gold, tokens), indexAll(a.pred, tokens)
	rightFor := make([]bool, len(p))
	pairs := pairRelations(g, p)
	for i, r := range a.gold {
		j, paired := pairs[i]
		right := paired && byOverlap.holds(g[i], p[j])
		if right {
			rightFor[j] = true
		}
		s.addGold(r.kinds(a.text), right && a.probabilities[j] >= s.threshold)
	}
	for j, right := range rightFor {
		s.addPrediction(a.probabilities[j], right)
	}
}

func (s *reliabilityScorer) addGold(kinds [2]kind, held bool) {
	for n, part := range heldParts {
		if part.has(kinds) {
			s.held[n].N++
			s.held[n].Right += count(held)
		}
	}
}

func (s *reliabilityScorer) addPrediction(probability float64, right bool) {
	b := &s.bins[min(bins-1, int(probability*bins))]
	b.N++
	b.Sum += probability
	b.Right += count(right)
	s.kept.Of++
	if probability >= s.threshold {
		s.kept.N++
		s.kept.Right += count(right)
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (s *reliabilityScorer) finish() *Report {
	gap := 0.0
	for n, b := range s.bins {
		s.put(fmt.Sprintf("reliability.%.1f-%.1f", float64(n)/bins, float64(n+1)/bins), b)
		gap += b.gap() * ratio(float64(b.N), s.kept.Of)
	}
	s.put("reliability.gap", Mean(gap))
	s.put("kept.threshold", Mean(s.threshold))
	s.kept.OfShare = true
	s.put("kept.right", s.kept)
	for n, part := range heldParts {
		s.put("kept.holds."+part.name, s.held[n])
	}
	return s.report()
}
