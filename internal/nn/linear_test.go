package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func TestLinear(t *testing.T) {
	onEach(t, func(t *testing.T, s *Scratch) {
		r := rand.New(rand.NewPCG(11, 1))
		for _, shape := range [][2]int{{3, 16}, {48, 32}, {50, 192}, {96, 384}, {1, 768}, {145, 48}} {
			for _, rows := range []int{1, 7, 8, 9, 23, 64} {
				testLinear(t, s, r, shape[0], shape[1], rows)
			}
		}
	})
}

// testLinear allows the error of rounding activations and weights to 8 bits: each
// is off by half a step at most.
func testLinear(t *testing.T, s *Scratch, r *rand.Rand, out, in, rows int) {
	t.Helper()
	w := &writer{}
	weights, bias := random(r, out*in, 1), random(r, out, 1)
	w.linear("l", weights, bias, out, in)
	l := must(t)(Open(w.bytes())).mustLinear(t, "l")
	if l.In() != in || l.Out() != out {
		t.Fatalf("layer is [%d %d], want [%d %d]", l.Out(), l.In(), out, in)
	}
	x := random(r, rows*in, 1)
	got := make([]float32, rows*out+1)
	got[rows*out] = 99
	l.Apply(s, got[:rows*out], x, rows)
	if got[rows*out] != 99 {
		t.Fatal("wrote beyond the end")
	}
	for i := range rows {
		for j := range out {
			want, top, widest := float64(bias[j]), 0.0, 0.0
			for k := range in {
				a, b := float64(x[i*in+k]), float64(weights[j*in+k])
				want += a * b
				top, widest = max(top, math.Abs(a)), max(widest, math.Abs(b))
			}
			allowed := top / 127 * widest * math.Sqrt(float64(in)) * 3
			if math.Abs(float64(got[i*out+j])-want) > allowed {
				t.Fatalf("%d x %d, row %d of %d, column %d: %v, want %v ± %v", out, in, i, rows, j, got[i*out+j], want, allowed)
			}
		}
	}
}

func must(t *testing.T) func(w *Weights, err error) *Weights {
	return func(w *Weights, err error) *Weights {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
}

func (w *Weights) mustLinear(t *testing.T, name string) *Linear {
	t.Helper()
	l, err := w.Linear(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLinearOfZeros(t *testing.T) {
	onEach(t, func(t *testing.T, s *Scratch) {
		w := &writer{}
		bias := []float32{1, -2, 3e38}
		w.linear("l", make([]float32, 3*16), bias, 3, 16)
		got := make([]float32, 6)
		must(t)(Open(w.bytes())).mustLinear(t, "l").Apply(s, got, make([]float32, 32), 2)
		if want := append(bias, bias...); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}
