package head

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// chains are the labels that may open a path and the pairs that may follow one
// another, of cues and of a cue's source and content.
var chains = []struct{ start, trans []bool }{
	{[]bool{true, true, false}, []bool{true, true, false, true, true, true, true, true, true}},
	{
		[]bool{true, true, false, true, false},
		[]bool{
			true, true, false, true, false,
			true, false, true, true, false,
			true, false, true, true, false,
			true, true, false, false, true,
			true, true, false, false, true,
		},
	},
}

func TestBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, chain := range chains {
		for n := 1; n <= 6; n++ {
			for _, size := range []float64{0.1, 2, 30} {
				for _, shift := range []float32{0, -50, 1000} {
					c := CRF{allowed(r, chain.start), allowed(r, chain.trans)}
					scores := random(r, n*len(c.Start), size)
					for i := range scores {
						scores[i] += shift
					}
					checkBest(t, c, scores, n)
				}
			}
		}
	}
}

// allowed gives random scores to what may be.
func allowed(r *rand.Rand, may []bool) []float32 {
	out := random(r, len(may), 1)
	for i := range out {
		if !may[i] {
			out[i] -= 1e4
		}
	}
	return out
}

func random(r *rand.Rand, n int, size float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64() * size)
	}
	return out
}

func checkBest(t *testing.T, c CRF, scores []float32, n int) {
	t.Helper()
	what := fmt.Sprintf("%d labels, %d words", len(c.Start), n)
	path, marginal := c.Best(scores)
	wantPath, wantMarginal := everyPath(c, scores, n)
	if !slices.Equal(path, wantPath) {
		t.Errorf("%s: path is %v, want %v", what, path, wantPath)
	}
	if len(marginal) != len(wantMarginal) {
		t.Fatalf("%s: %d marginals, want %d", what, len(marginal), len(wantMarginal))
	}
	for i, m := range marginal {
		if !(math.Abs(m-wantMarginal[i]) < 1e-9) {
			t.Errorf("%s: marginal %d is %v, want %v", what, i, m, wantMarginal[i])
		}
	}
}

// everyPath goes through all paths.
func everyPath(c CRF, scores []float32, n int) (best []int, marginal []float64) {
	k := len(c.Start)
	paths, sums := [][]int{nil}, []float64{0}
	for t := range n {
		var longer [][]int
		var more []float64
		for p, path := range paths {
			for j := range k {
				s := sums[p] + float64(scores[t*k+j])
				if t == 0 {
					s += float64(c.Start[j])
				} else {
					s += float64(c.Trans[path[t-1]*k+j])
				}
				longer, more = append(longer, append(slices.Clone(path), j)), append(more, s)
			}
		}
		paths, sums = longer, more
	}
	top, total := slices.Max(sums), 0.0
	marginal = make([]float64, n*k)
	for p, path := range paths {
		w := math.Exp(sums[p] - top)
		total += w
		for t, j := range path {
			marginal[t*k+j] += w
		}
	}
	for i := range marginal {
		marginal[i] /= total
	}
	return paths[slices.Index(sums, top)], marginal
}

func TestBestOfNothing(t *testing.T) {
	path, marginal := CRF{make([]float32, 3), make([]float32, 9)}.Best(nil)
	if len(path)+len(marginal) > 0 {
		t.Errorf("no words give %v, %v", path, marginal)
	}
}

// Probabilities stay in bounds over a long text, whatever the roundings.
func TestMarginalsAreProbabilities(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	for _, chain := range chains {
		c := CRF{allowed(r, chain.start), allowed(r, chain.trans)}
		k := len(c.Start)
		_, marginal := c.Best(random(r, 3000*k, 20))
		for w := 0; w < len(marginal); w += k {
			sum := 0.0
			for _, m := range marginal[w : w+k] {
				if !(m >= 0 && m <= 1) {
					t.Fatalf("word %d: %v is no probability", w/k, m)
				}
				sum += m
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Fatalf("word %d: probabilities sum to %v", w/k, sum)
			}
		}
	}
}
