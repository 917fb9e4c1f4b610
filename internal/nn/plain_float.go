package nn

import "math"

// fma is a·b + c rounded once to float32. The product is exact in float64, the
// sum is not: where it lies just between two float32 numbers, what was rounded
// away decides.
func fma(a, b, c float32) float32 {
	const tie, low = 1 << 28, 1<<29 - 1 // of the 29 bits that float32 does not have
	p := float64(a) * float64(b)
	s := p + float64(c)
	if math.Float64bits(s)&low == tie || math.Abs(s) < 0x1p-125 {
		return fmaTie(p, float64(c), s)
	}
	return float32(s)
}

// fmaTie rounds p + c, whose rounded sum is s, by way of a float64 with an odd
// last bit if anything was lost; numbers below the normal range come here as
// well, since their ties lie elsewhere.
func fmaTie(p, c, s float64) float32 {
	part := s - p
	lost := (p - (s - part)) + (c - part)
	bits := math.Float64bits(s)
	if lost != 0 && bits&1 == 0 {
		if (lost > 0) == (s > 0) {
			bits++
		} else {
			bits--
		}
	}
	return float32(math.Float64frombits(bits))
}

// The constants of exp: x = n·ln 2 + r, with ln 2 in two parts, and a polynomial
// for e^r (Cephes expf). They stand in gen as well.
const (
	log2e  = 1.44269504088896341
	ln2Hi  = 0.693359375
	ln2Lo  = -2.12194440e-4
	exp0   = 1.9875691500e-4
	exp1   = 1.3981999507e-3
	exp2   = 8.3334519073e-3
	exp3   = 4.1665795894e-2
	exp4   = 1.6666665459e-1
	exp5   = 5.0000001201e-1
	lowest = -87 // e^-87 is the smallest power that is a normal float32
)

// exp is e^x for x from -87 to 0, within two units of the last place.
func exp(x float32) float32 {
	x = max(x, lowest)
	n := float32(math.RoundToEven(float64(float32(x * log2e))))
	r := fma(-n, ln2Hi, x)
	r = fma(-n, ln2Lo, r)
	p := fma(exp0, r, exp1)
	p = fma(p, r, exp2)
	p = fma(p, r, exp3)
	p = fma(p, r, exp4)
	p = fma(p, r, exp5)
	p = fma(p, r, 1)
	p = fma(p, r, 1)
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// softenPlain turns scores into the weights that sum up quantised values. With e =
// exp(score - largest), value j stands for values[j] times its words, so it weighs
// w = e·values[j]. The weights are rounded to words p = round(w·t), t as large as
// fits in 16 bits and as Σp ≤ 5e5 allows, which keeps Σ p·4095 in 31 bits.
// Dividing by t·Σe is left to scale.
func softenPlain(p []int16, scores, values []float32, most float32, scale []float32) {
	n := len(values)
	for r := range tileRows {
		row := scores[r*n:][:n]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		var sums, weighted [16]float32
		for i, v := range row {
			e := exp(v - top)
			sums[i%16] += e
			w := float32(e * values[i])
			weighted[i%16] += w
			row[i] = w
		}
		t := min(32767/most, 5e5/fold(&weighted))
		scale[r] = 1 / float32(t*fold(&sums))
		for i, w := range row {
			p[r*n+i] = int16(round(w * t))
		}
	}
}

// fold adds up the lanes of a vector of 16 as the others do: halves upon halves.
func fold(v *[16]float32) float32 {
	for half := 8; half > 0; half /= 2 {
		for i := range half {
			v[i] += v[i+half]
		}
	}
	return v[0]
}

// geluTop is where |x|·Φ(-|x|) is taken to end: it is 4e-7 there.
const geluTop = 5.25

// geluTail are the coefficients, lowest first, of a polynomial in u = 2m/geluTop - 1
// for Φ(-m), m from 0 to geluTop: least squares on Chebyshev nodes, weighted (after
// Lawson) so that the largest error of m·Φ(-m) is smallest, 4e-7.
var geluTail = [...]float32{
	0.00433259597, -0.0334026627, 0.115059651, -0.225877538, 0.257404655,
	-0.121834077, -0.0996315628, 0.201361194, -0.0895427838, -0.0760817602,
	0.0888432562, 0.00196694024, -0.0299980622, 0.00386885181, 0.00353148859,
}

func geluPlain(x []float32) {
	for i, v := range x {
		m := min(float32(math.Abs(float64(v))), geluTop)
		u := fma(m, 2/geluTop, -1)
		p := geluTail[len(geluTail)-1]
		for j := len(geluTail) - 2; j >= 0; j-- {
			p = fma(p, u, geluTail[j])
		}
		x[i] = fma(-m, p, max(v, 0))
	}
}

// epsilon keeps the square root of a constant row's variance from being zero.
const epsilon = 1e-12

func normalisePlain(dst, x, residual, gain, bias []float32) {
	n := len(gain)
	for at := 0; at < len(x); at += n {
		row := dst[at:][:n]
		for i := range row {
			row[i] = x[at+i] + residual[at+i]
		}
		mean := sum(row) / float32(n)
		for i := range row {
			row[i] -= mean
		}
		variance := sumSquares(row) / float32(n)
		scale := 1 / float32(math.Sqrt(float64(variance+epsilon)))
		for i := range row {
			row[i] = fma(row[i]*scale, gain[i], bias[i])
		}
	}
}

// spread is the place of element i of n in four vectors of 16: whole groups of 64
// take turns, what is left goes to the first.
func spread(i, n int) int {
	if i < n/64*64 {
		return i % 64
	}
	return i % 16
}

func sum(row []float32) float32 {
	var v [64]float32
	for i, x := range row {
		v[spread(i, len(row))] += x
	}
	return foldFour(&v)
}

func sumSquares(row []float32) float32 {
	var v [64]float32
	for i, x := range row {
		at := spread(i, len(row))
		v[at] = fma(x, x, v[at])
	}
	return foldFour(&v)
}

func foldFour(v *[64]float32) float32 {
	var one [16]float32
	for i := range one {
		one[i] = float32(v[i]+v[16+i]) + float32(v[32+i]+v[48+i])
	}
	return fold(&one)
}
