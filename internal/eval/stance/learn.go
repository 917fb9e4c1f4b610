package stance

import (
	"maps"
	"math"
	"slices"
)

// Weights are what each feature speaks for, by its name.
type Weights map[string][values]float64

// P is how probable it is that a text with these features stands where.
func (w Weights) P(f Features) [values]float64 {
	var z [values]float64
	for _, name := range slices.Sorted(maps.Keys(f)) { // in one order: sums are rounded
		for v := range z {
			z[v] += w[name][v] * f[name]
		}
	}
	return softmax(z)
}

func softmax(z [values]float64) [values]float64 {
	top, sum := slices.Max(z[:]), 0.0
	for v := range z {
		z[v] = math.Exp(z[v] - top)
		sum += z[v]
	}
	for v := range z {
		z[v] /= sum
	}
	return z
}

// shrink is the weight of half the sum of squares, and rounds are enough for the
// figures to stand still; both by cross-validation.
const (
	shrink = 8
	rounds = 100
)

// Learn fits a multinomial logistic regression, the bias alone not shrunk, by
// accelerated gradient descent (Nesterov 1983) from nothing. Features of a single
// example are left out. The same examples give the same weights.
func Learn(examples []Features, gold []Value) Weights {
	names := common(examples)
	all := samples(examples, gold, names)
	w, ahead := make([][values]float64, len(names)), make([][values]float64, len(names))
	step := 1 / (steepest(all, len(names))/2 + shrink)
	for round := range rounds {
		pull := float64(round) / float64(round+3)
		for j, slope := range slopes(all, ahead) {
			for v := range values {
				if names[j] != bias {
					slope[v] += shrink * ahead[j][v]
				}
				was := w[j][v]
				w[j][v] = ahead[j][v] - step*slope[v]
				ahead[j][v] = w[j][v] + pull*(w[j][v]-was)
			}
		}
	}
	out := Weights{}
	for j, name := range names {
		out[name] = w[j]
	}
	return out
}

// common are the names of features that two examples or more have, sorted.
func common(examples []Features) []string {
	in := map[string]int{}
	for _, f := range examples {
		for name, x := range f {
			if x != 0 {
				in[name]++
			}
		}
	}
	maps.DeleteFunc(in, func(_ string, n int) bool { return n < 2 })
	return slices.Sorted(maps.Keys(in))
}

// sample is an example as numbers x of the features at.
type sample struct {
	at    []int
	x     []float64
	value Value
}

func samples(examples []Features, gold []Value, names []string) []sample {
	out := make([]sample, len(examples))
	for i, f := range examples {
		out[i].value = gold[i]
		for j, name := range names {
			if x := f[name]; x != 0 {
				out[i].at, out[i].x = append(out[i].at, j), append(out[i].x, x)
			}
		}
	}
	return out
}

// slopes are those of the loss at weights w, without shrinking.
func slopes(all []sample, w [][values]float64) [][values]float64 {
	out := make([][values]float64, len(w))
	for _, s := range all {
		var z [values]float64
		for i, j := range s.at {
			for v := range z {
				z[v] += w[j][v] * s.x[i]
			}
		}
		p := softmax(z)
		p[s.value]--
		for i, j := range s.at {
			for v := range p {
				out[j][v] += p[v] * s.x[i]
			}
		}
	}
	return out
}

// steepest is the largest eigenvalue of the samples' second moments, by power
// iteration: twice what bounds the loss's curvature.
func steepest(all []sample, n int) float64 {
	x, length := make([]float64, n), 0.0
	for i := range x {
		x[i] = 1
	}
	for range 30 {
		y := make([]float64, n)
		for _, s := range all {
			along := 0.0
			for i, j := range s.at {
				along += s.x[i] * x[j]
			}
			for i, j := range s.at {
				y[j] += along * s.x[i]
			}
		}
		length = 0
		for _, v := range y {
			length = math.Hypot(length, v)
		}
		for i := range y {
			x[i] = y[i] / length
		}
	}
	return length
}
