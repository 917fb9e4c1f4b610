package head

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTree compares the sum with that of every tree there is; there may be several
// that are best.
func TestTree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := 1; n <= 6; n++ {
		trees := everyTree(n)
		for _, c := range []struct {
			name   string
			rounds int
			score  func() float64
		}{
			{"random", 60, r.NormFloat64},
			{"ties", 60, func() float64 { return float64(r.IntN(3)) }},
			{"all alike", 1, func() float64 { return 1 }},
			{"far apart", 20, func() float64 { return r.NormFloat64() * 1e6 }},
			{"below zero", 20, func() float64 { return -100 - float64(r.IntN(50)) }},
		} {
			for range c.rounds {
				scores := make([]float32, n*(n+1))
				for i := range scores {
					scores[i] = float32(c.score())
				}
				checkTree(t, c.name, scores, n, trees)
			}
		}
	}
}

// TestTreeOfNestedCycles has pairs that want each other, pairs of pairs that do, and
// a root that nobody wants.
func TestTreeOfNestedCycles(t *testing.T) {
	const n = 6
	trees := everyTree(n)
	r := rand.New(rand.NewPCG(2, 2))
	for range 100 {
		scores := random(r, n*(n+1), 1)
		for i := range n {
			pair, other := i^1, (i+2)%n
			scores[i*(n+1)+pair] += 40
			scores[i*(n+1)+other] += 20
			scores[i*(n+1)+n] -= 40 * float32(r.IntN(3))
		}
		checkTree(t, "nested cycles", scores, n, trees)
	}
}

func checkTree(t *testing.T, what string, scores []float32, n int, trees [][]int) {
	t.Helper()
	heads := Tree(scores, n)
	if !isTree(heads) || len(heads) != n {
		t.Fatalf("%s: %v is no tree of %d words with one root", what, heads, n)
	}
	best := math.Inf(-1)
	for _, other := range trees {
		best = max(best, sumOf(scores, other))
	}
	if got := sumOf(scores, heads); got < best-1e-9*max(1, math.Abs(best)) {
		t.Errorf("%s: %d words: the sum is %v, the best tree's %v", what, n, got, best)
	}
}

func sumOf(scores []float32, heads []int) float64 {
	n, sum := len(heads), 0.0
	for i, h := range heads {
		if h < 0 {
			h = n
		}
		sum += float64(scores[i*(n+1)+h])
	}
	return sum
}

// everyTree is all trees of n words with one root, as heads.
func everyTree(n int) [][]int {
	all := [][]int{nil}
	for range n {
		var longer [][]int
		for _, heads := range all {
			for h := -1; h < n; h++ {
				longer = append(longer, append(slices.Clone(heads), h))
			}
		}
		all = longer
	}
	return slices.DeleteFunc(all, func(heads []int) bool { return !isTree(heads) })
}

// isTree reports heads that all lead to the one root.
func isTree(heads []int) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		for range heads {
			if i >= 0 {
				i = heads[i]
			}
		}
		if i >= 0 {
			return false
		}
	}
	return roots == 1
}

func TestTreesAreCountedRight(t *testing.T) {
	for n, want := range []int{0, 1, 2, 9, 64, 625, 7776} { // n to the power of n-1
		if got := len(everyTree(n)); got != want {
			t.Errorf("%d words: %d trees, want %d", n, got, want)
		}
	}
}

// A long sentence in which every word wants its neighbour, which wants it back.
func TestTreeOfManyWords(t *testing.T) {
	for _, n := range []int{0, 200} {
		r := rand.New(rand.NewPCG(3, 2))
		scores := random(r, n*(n+1), 1)
		for i := range n {
			scores[i*(n+1)+i^1] += 9
		}
		if heads := Tree(scores, n); len(heads) != n || n > 0 && !isTree(heads) {
			t.Errorf("%d words: %v is no tree", n, heads)
		}
	}
}
