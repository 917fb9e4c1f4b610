package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestAttend(t *testing.T) {
	onEach(t, func(t *testing.T, s *Scratch) {
		r := rand.New(rand.NewPCG(9, 1))
		for _, shape := range [][2]int{{1, 32}, {4, 48}, {2, 16}, {1, 128}, {12, 32}} {
			for _, n := range []int{512, 1, 2, 7, 8, 9, 15, 16, 17, 48, 63, 100} {
				if n > 100 && shape[1] != 48 || n > 20 && shape[0] == 12 {
					continue // the plain kernel takes its time
				}
				testAttend(t, s, random(r, 3*n*shape[0]*shape[1], 1), n, shape[0], shape[1])
			}
		}
	})
}

func testAttend(t *testing.T, s *Scratch, qkv []float32, n, heads, width int) {
	t.Helper()
	hidden := heads * width
	got := make([]float32, n*hidden+1)
	got[n*hidden] = 99
	Attend(s, got[:n*hidden], qkv, heads, width)
	if got[n*hidden] != 99 {
		t.Fatalf("%d x %d, n %d: wrote beyond the end", heads, width, n)
	}
	want, top := attended(qkv, n, heads, width)
	for i, w := range want {
		if d := math.Abs(float64(got[i]) - w); !(d <= 5e-3*top) {
			t.Fatalf("%d heads of %d, n %d: number %d is %v, want %v", heads, width, n, i, got[i], w)
		}
	}
}

// attended is attention in float64, and the largest value that it sums.
func attended(qkv []float32, n, heads, width int) (out []float64, top float64) {
	hidden := heads * width
	out = make([]float64, n*hidden)
	at := func(row, part, column int) float64 { return float64(qkv[row*3*hidden+part*hidden+column]) }
	for h := 0; h < hidden; h += width {
		for i := range n {
			weights, most, sum := make([]float64, n), math.Inf(-1), 0.0
			for j := range n {
				for c := range width {
					weights[j] += at(i, 0, h+c) * at(j, 1, h+c)
				}
				most = max(most, weights[j])
			}
			for j := range n {
				weights[j] = math.Exp(weights[j] - most)
				sum += weights[j]
			}
			for j := range n {
				for c := range width {
					out[i*hidden+h+c] += weights[j] / sum * at(j, 2, h+c)
					top = max(top, math.Abs(at(j, 2, h+c)))
				}
			}
		}
	}
	return out, top
}

// Attention has to stand one piece that takes everything, pieces that are alike,
// values that are zero and values of very different sizes.
func TestAttendOnExtremes(t *testing.T) {
	onEach(t, func(t *testing.T, s *Scratch) {
		const n, width = 21, 32
		r := rand.New(rand.NewPCG(10, 1))
		zero := make([]float32, 3*n*width)
		testAttend(t, s, zero, n, 1, width)
		alike := make([]float32, 3*n*width)
		for i := range alike {
			alike[i] = 1
		}
		testAttend(t, s, alike, n, 1, width)
		peaked := random(r, 3*n*width, 1)
		for c := range width {
			for i := range n {
				peaked[i*3*width+c] = 9
			}
			peaked[5*3*width+width+c] = 9
		}
		testAttend(t, s, peaked, n, 1, width)
		uneven := random(r, 3*n*width, 0.1)
		for i := range n {
			size := float32(math.Pow(10, float64(i-n)))
			for c := range width {
				uneven[i*3*width+2*width+c] *= size
			}
		}
		testAttend(t, s, uneven, n, 1, width)
	})
}

func TestAttendRefuses(t *testing.T) {
	for _, bad := range []struct{ ctx, qkv, heads, width int }{
		{32, 95, 1, 32}, {33, 99, 1, 32}, {24, 72, 1, 24}, {16, 48, 1, 16}, {144, 432, 1, 144},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v is taken", bad)
				}
			}()
			Attend(&Scratch{}, make([]float32, bad.ctx), make([]float32, bad.qkv), bad.heads, bad.width)
		}()
	}
}
