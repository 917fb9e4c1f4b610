package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// onEach runs a test on a scratch of each kernel.
func onEach(t *testing.T, test func(t *testing.T, s *Scratch)) {
	for _, name := range Kernels() {
		t.Run(name, func(t *testing.T) {
			s, err := NewScratch(name)
			if err != nil {
				t.Fatal(err)
			}
			test(t, s)
		})
	}
}

func TestGELU(t *testing.T) {
	onEach(t, func(t *testing.T, s *Scratch) {
		for _, n := range []int{0, 1, 15, 16, 17, 4001} {
			x := make([]float32, n)
			for i := range x {
				x[i] = float32(i-n/2) * 24 / float32(n)
			}
			got := append([]float32{}, x...)
			GELU(s, got)
			for i, v := range x {
				want := float64(v) * 0.5 * math.Erfc(-float64(v)/math.Sqrt2)
				if math.Abs(float64(got[i])-want) > 1e-6*math.Max(1, math.Abs(want)) {
					t.Fatalf("gelu(%v) = %v, want %v", v, got[i], want)
				}
			}
		}
	})
}

func TestLayerNorm(t *testing.T) {
	onEach(t, func(t *testing.T, s *Scratch) {
		r := rand.New(rand.NewPCG(8, 1))
		for _, n := range []int{16, 192, 384} {
			x, residual := random(r, 5*n, 3), random(r, 5*n, 1)
			gain, bias := random(r, n, 1), random(r, n, 1)
			for i := range n { // a row that is the same everywhere
				x[i], residual[i] = 2, 0
			}
			got := make([]float32, len(x))
			LayerNorm(s, got, x, residual, gain, bias)
			for at := 0; at < len(x); at += n {
				for i, want := range normal(x[at:at+n], residual[at:at+n], gain, bias) {
					if math.Abs(float64(got[at+i])-want) > 1e-5*math.Max(1, math.Abs(want)) {
						t.Fatalf("width %d number %d: %v, want %v", n, at+i, got[at+i], want)
					}
				}
			}
		}
	})
}

// normal is LayerNorm of one row in float64.
func normal(x, residual, gain, bias []float32) []float64 {
	out := make([]float64, len(x))
	var mean, variance float64
	for i := range x {
		out[i] = float64(x[i]) + float64(residual[i])
		mean += out[i] / float64(len(x))
	}
	for _, v := range out {
		variance += (v - mean) * (v - mean) / float64(len(x))
	}
	for i, v := range out {
		out[i] = (v-mean)/math.Sqrt(variance+1e-12)*float64(gain[i]) + float64(bias[i])
	}
	return out
}

func TestExp(t *testing.T) {
	for x := float32(-87); x <= 0; x += 0.001 {
		want := math.Exp(float64(x))
		if got := float64(exp(x)); math.Abs(got-want) > 2.5e-7*want {
			t.Fatalf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	if exp(-1e30) != exp(-87) {
		t.Error("numbers below -87 do not count as -87")
	}
}
