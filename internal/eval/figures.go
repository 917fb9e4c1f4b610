package eval

import (
	"fmt"
	"strconv"
)

// Figures is what a measure found: a PRF, a Breakdown, an Accuracy, a Count or
// a Mean. The string always has the counts that the rates were made from.
type Figures interface {
	String() string
}

// PRF is precision, recall and F1, each from 0 to 1. Right is a number of
// things or, where Shared is set, the sum of their B-cubed recalls.
type PRF struct {
	P, R, F1   float64
	Right      float64
	Pred, Gold int
	Shared     bool
}

func (f PRF) String() string {
	decimals := 0
	if f.Shared {
		decimals = 1
	}
	right := strconv.FormatFloat(f.Right, 'f', decimals, 64)
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f  (%s/%d/%d)", f.P, f.R, f.F1, right, f.Pred, f.Gold)
}

// prf is the figures of a one-to-one comparison.
func prf(right, pred, gold int) PRF {
	f := PRF{P: ratio(float64(right), pred), R: ratio(float64(right), gold), Right: float64(right), Pred: pred, Gold: gold}
	f.F1 = harmonic(f.P, f.R)
	return f
}

// Breakdown is precision over the predictions of a kind and recall over the
// gold of the kind. What is right of the one need not be of the kind in the
// other, so each has its own count.
type Breakdown struct {
	RightPred, Pred int
	RightGold, Gold int
}

func (f Breakdown) String() string {
	p, r := ratio(float64(f.RightPred), f.Pred), ratio(float64(f.RightGold), f.Gold)
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f  (%d/%d %d/%d)", p, r, harmonic(p, r), f.RightPred, f.Pred, f.RightGold, f.Gold)
}

// Accuracy is how many of N compared things are right. Of is set where the
// compared things are themselves a share of something, and is its size.
type Accuracy struct {
	Right, N int
	OfShare  bool
	Of       int
}

func (f Accuracy) String() string {
	rate := "-    " // nothing to compare
	if f.N > 0 {
		rate = fmt.Sprintf("%.3f", ratio(float64(f.Right), f.N))
	}
	s := fmt.Sprintf("accuracy %s  (%d/%d)", rate, f.Right, f.N)
	if f.OfShare {
		s += fmt.Sprintf("  share %.3g", ratio(float64(f.N), f.Of))
	}
	return s
}

// Count is a number of things: of faults, of which fewer are better, or of
// what was compared.
type Count int

func (f Count) String() string { return fmt.Sprintf("count %d", int(f)) }

// Mean is a mean of several rates, from 0 to 1.
type Mean float64

func (f Mean) String() string { return fmt.Sprintf("%.3f", float64(f)) }

// ratio is a of b, 0 of nothing.
func ratio(a float64, b int) float64 {
	if b == 0 {
		return 0
	}
	return a / float64(b)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
