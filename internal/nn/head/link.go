package head

import "math"

// Gaps is the number of buckets of the distance between a word and its antecedent.
const Gaps = 16

// Anaphor is a word as one that may stand for an earlier word.
type Anaphor struct {
	vector []float32
	None   float32 // score of standing for no earlier word
}

// Antecedent is a word as one that a later word may stand for.
type Antecedent struct {
	vector []float32
	bias   float32
}

// Anaphors are the words of the window as anaphors; they outlive it.
func (v *Window) Anaphors(words []int) []Anaphor {
	w, n := v.work, len(words)
	w.in = v.gather(w.in, words, anaIn)
	all := make([]float32, n*width)
	v.n.link.Apply(&w.Scratch, all, w.in, n)
	out := make([]Anaphor, n)
	for i := range out {
		out[i] = Anaphor{all[i*width:][:width], dot(w.in[i*width:][:width], v.n.none) + v.n.none[width]}
	}
	return out
}

// Antecedents are the words of the window as antecedents; they outlive it.
func (v *Window) Antecedents(words []int) []Antecedent {
	all := v.gather(nil, words, antIn)
	out := make([]Antecedent, len(words))
	for i := range out {
		row := all[i*width:][:width]
		out[i] = Antecedent{row, dot(row, v.n.ant) + v.n.ant[width]}
	}
	return out
}

// Link scores a word as the antecedent of another, distance words away; the
// scale is that of Anaphor.None.
func (n *Network) Link(a Anaphor, b Antecedent, distance int) float32 {
	return dot(a.vector, b.vector) + b.bias + n.gap[gapOf(distance)]
}

// gapOf is one bucket a word up to four, then two a doubling.
func gapOf(d int) int {
	if d < 0 {
		d = -d
	}
	if d <= 4 {
		return d
	}
	return min(Gaps-1, 4+int(math.Ceil(math.Log2(float64(d)/4)*2)))
}
