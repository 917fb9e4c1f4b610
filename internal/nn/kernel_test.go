package nn

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// others runs a test for each kernel of this machine but the plain one, which it
// is compared with.
func others(t *testing.T, test func(t *testing.T, k *kernel)) {
	for _, k := range kernels {
		if k != &plain {
			t.Run(k.name, func(t *testing.T) { test(t, k) })
		}
	}
}

// same fails unless both hold the same bits.
func same(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%s: number %d of %d is %v (%08x), plain Go has %v (%08x)", what, i, len(want),
				got[i], math.Float32bits(got[i]), want[i], math.Float32bits(want[i]))
		}
	}
}

// hard are rows that roundings go wrong on: zeros, one large number, the largest
// and the smallest ones, ties, opposite signs.
func hard(r *rand.Rand, n int) [][]float32 {
	rows := [][]float32{make([]float32, n), random(r, n, 1), random(r, n, 1e-30), random(r, n, 1e30), random(r, n, 1e-42)}
	spike := random(r, n, 1e-3)
	spike[n/2] = -3e38
	ties, signs := make([]float32, n), make([]float32, n)
	for i := range n {
		ties[i] = float32(i%255-127) / 2
		signs[i] = float32(1-2*(i%2)) * 127
	}
	return append(rows, spike, ties, signs)
}

func flat(rows [][]float32) []float32 { return slices.Concat(rows...) }

func TestQuantiseIsTheSame(t *testing.T) {
	others(t, func(t *testing.T, k *kernel) {
		r := rand.New(rand.NewPCG(1, 1))
		for _, n := range []int{16, 48, 192, 384, 1536} {
			x := flat(hard(r, n))
			rows := len(x) / n
			q, scale := make([]uint8, len(x)), make([]float32, rows)
			wantQ, wantScale := make([]uint8, len(x)), make([]float32, rows)
			k.quantise(q, scale, x, n)
			plain.quantise(wantQ, wantScale, x, n)
			same(t, "scale", scale, wantScale)
			if !slices.Equal(q, wantQ) {
				t.Errorf("width %d: bytes differ", n)
			}
		}
	})
}

// TestMultiplyIsExact compares with sums in 64 bits, extremes included: all bytes
// 255 by all weights of one sign.
func TestMultiplyIsExact(t *testing.T) {
	for _, k := range kernels {
		t.Run(k.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(2, 1))
			for _, inner := range []int{16, 32, 192, 384, 768, 1536, maxInner} {
				for kind := range 4 {
					testMultiply(t, k, r, inner, kind)
				}
			}
		})
	}
}

func testMultiply(t *testing.T, k *kernel, r *rand.Rand, inner, kind int) {
	const rows = 16
	q, panel := make([]uint8, rows*inner), make([]int8, inner*panelWidth)
	for i := range q {
		q[i] = [4]uint8{uint8(r.IntN(256)), 255, 255, 0}[kind]
	}
	for i := range panel {
		panel[i] = [4]int8{int8(r.IntN(255) - 127), 127, -127, -127}[kind]
	}
	scale, column := make([]float32, rows), make([]int32, 3*panelWidth)
	for i := range scale {
		scale[i] = float32(r.Float64())
	}
	for c := range panelWidth {
		for i := range inner {
			column[c] -= 128 * int32(panel[i/4*4*panelWidth+4*c+i%4])
		}
		column[panelWidth+c] = int32(math.Float32bits(float32(r.Float64())))
		column[2*panelWidth+c] = int32(math.Float32bits(float32(r.NormFloat64())))
	}
	const stride = panelWidth + 5
	dst := make([]float32, rows*stride)
	k.multiply(dst, stride, q, inner, scale, panel, column)
	for row := range rows {
		for c := range stride {
			want := float32(0)
			if c < panelWidth {
				sum := int64(column[c])
				for i := range inner {
					sum += int64(q[row*inner+i]) * int64(panel[i/4*4*panelWidth+4*c+i%4])
				}
				want = scaled(sum, column, c, scale[row])
			}
			if got := dst[row*stride+c]; got != want {
				t.Fatalf("inner %d kind %d: row %d column %d is %v, want %v", inner, kind, row, c, got, want)
			}
		}
	}
}

// scaled is the last step in exact arithmetic with its roundings to float32.
func scaled(sum int64, column []int32, c int, scale float32) float32 {
	product := float32(sum) * math.Float32frombits(uint32(column[panelWidth+c]))
	return exactFMA(product, scale, math.Float32frombits(uint32(column[2*panelWidth+c])))
}

func exactFMA(a, b, c float32) float32 {
	x := new(big.Float).SetPrec(2000).SetFloat64(float64(a) * float64(b))
	x.Add(x, new(big.Float).SetFloat64(float64(c)))
	f, _ := x.Float32()
	return f
}

func TestFMA(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	number := func() float32 {
		// Few bits set: sums often fall on ties; exponents reach below the normal range.
		m := float64(1<<23|r.IntN(8)|r.IntN(2)<<22|r.IntN(4)<<11) * float64(1-2*r.IntN(2))
		return float32(math.Ldexp(m, -23+r.IntN(60)-30-r.IntN(2)*r.IntN(120)))
	}
	tie := 0
	for range 2_000_000 {
		a, b, c := number(), number(), number()
		want := exactFMA(a, b, c)
		if got := fma(a, b, c); got != want {
			t.Fatalf("fma(%x, %x, %x) = %x, want %x", a, b, c, got, want)
		}
		if float32(float64(a)*float64(b)+float64(c)) != want {
			tie++
		}
	}
	if tie == 0 {
		t.Error("no number in this test is rounded twice by float64")
	}
}

func TestQuantise16IsTheSame(t *testing.T) {
	others(t, func(t *testing.T, k *kernel) {
		r := rand.New(rand.NewPCG(1, 2))
		for _, n := range []int{16, 48, 192, 384} {
			x := flat(hard(r, n))
			rows := len(x) / n
			q, scale := make([]int16, len(x)), make([]float32, rows)
			wantQ, wantScale := make([]int16, len(x)), make([]float32, rows)
			k.quantise16(q, scale, x, n)
			plain.quantise16(wantQ, wantScale, x, n)
			same(t, "scale", scale, wantScale)
			if !slices.Equal(q, wantQ) {
				t.Errorf("width %d: words differ", n)
			}
		}
	})
}

// words are random whole numbers up to a magnitude; some tests take only the
// extremes.
func words(r *rand.Rand, n, most int, extreme bool) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(r.IntN(2*most+1) - most)
		if extreme {
			out[i] = int16(most)
		}
	}
	return out
}

func TestProductIsTheSame(t *testing.T) {
	others(t, func(t *testing.T, k *kernel) {
		r := rand.New(rand.NewPCG(4, 1))
		for _, pairs := range []int{1, 2, 7, 16, 24, 64, 129, 256} {
			for _, n := range []int{16, 32, 48, 64, 80, 96, 272, 512} {
				lda, ldb, ldc := 2*pairs+3, n+16, n+1
				most := min(4095, int(math.Sqrt(math.MaxInt32/float64(2*pairs))))
				a, b := words(r, 8*lda, most, n == 64), words(r, 2*pairs*ldb, most, n == 64)
				row, column := random(r, 8, 1), random(r, n, 1)
				got, want := make([]float32, 8*ldc), make([]float32, 8*ldc)
				k.product(got, ldc, a, lda, b, ldb, pairs, row, column)
				plain.product(want, ldc, a, lda, b, ldb, pairs, row, column)
				same(t, fmt.Sprintf("pairs %d n %d", pairs, n), got, want)
			}
		}
	})
}

func TestSoftenIsTheSame(t *testing.T) {
	others(t, func(t *testing.T, k *kernel) {
		r := rand.New(rand.NewPCG(5, 1))
		for _, n := range []int{16, 32, 48, 80, 256, 512} {
			for _, size := range []float64{0, 1e-6, 1, 30, 1e5} {
				for _, value := range []float32{5e-24, 1e-4, 1e30} {
					x, values := random(r, tileRows*n, size), make([]float32, n)
					for i := range values {
						values[i] = value * float32(1-r.Float64()/2)
					}
					x[n-1], values[n-1] = -3e38, 0
					other := slices.Clone(x)
					p, want := make([]int16, tileRows*n), make([]int16, tileRows*n)
					scale, wantScale := make([]float32, tileRows), make([]float32, tileRows)
					k.soften(p, x, values, value, scale)
					plain.soften(want, other, values, value, wantScale)
					same(t, fmt.Sprintf("n %d size %g", n, size), scale, wantScale)
					if !slices.Equal(p, want) {
						t.Errorf("n %d size %g: weights differ", n, size)
					}
				}
			}
		}
	})
}

func TestLayoutsAreTheSame(t *testing.T) {
	others(t, func(t *testing.T, k *kernel) {
		r := rand.New(rand.NewPCG(7, 1))
		for _, rows := range []int{16, 32, 80} {
			for _, columns := range []int{16, 48, 192} {
				lds, ldd := columns+7, rows+2
				src := words(r, 2*rows*lds, 32767, false)
				got, want := make([]int16, 2*columns*ldd), make([]int16, 2*columns*ldd)
				k.turn(got, ldd, src, lds, rows, columns)
				plain.turn(want, ldd, src, lds, rows, columns)
				if !slices.Equal(got, want) {
					t.Errorf("turn %d x %d differs", rows, columns)
				}
				n := 16 * (columns / 16)
				pairs, wantPairs := make([]int16, 2*n), make([]int16, 2*n)
				k.pair(pairs, src[:n], src[n:2*n])
				plain.pair(wantPairs, src[:n], src[n:2*n])
				if !slices.Equal(pairs, wantPairs) {
					t.Errorf("pair of %d differs", n)
				}
			}
		}
	})
}

func TestGELUIsTheSame(t *testing.T) {
	others(t, func(t *testing.T, k *kernel) {
		x := everyFloat(16 * 40_000)
		want := slices.Clone(x)
		k.gelu(x)
		plain.gelu(want)
		same(t, "gelu", x, want)
	})
}

// everyFloat is finite numbers spread over all exponents and both signs.
func everyFloat(n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		f := math.Float32frombits(uint32(uint64(i) << 32 / uint64(n)))
		if f-f == 0 {
			x[i] = f
		}
	}
	return x
}

func TestNormaliseIsTheSame(t *testing.T) {
	others(t, func(t *testing.T, k *kernel) {
		r := rand.New(rand.NewPCG(6, 1))
		for _, n := range []int{16, 48, 64, 112, 192, 384, 768} {
			x := flat(append(hard(r, n)[:3], random(r, n, 5), random(r, n, 1e-12), random(r, n, 1e6)))
			residual, gain, bias := random(r, len(x), 1), random(r, n, 1), random(r, n, 1)
			clear(residual[:n])
			got, want := make([]float32, len(x)), make([]float32, len(x))
			k.normalise(got, x, residual, gain, bias)
			plain.normalise(want, x, residual, gain, bias)
			same(t, fmt.Sprint("width ", n), got, want)
			k.normalise(x, x, residual, gain, bias)
			same(t, "in place", x, want)
		}
	})
}
