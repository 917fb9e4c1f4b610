package nn

import "math"

// plain is the kernel in Go, for machines that have no other, and what the others
// are tested against. A conversion around a product keeps the compiler from
// fusing it with a sum, which it may do on some machines and not on others.
var plain = kernel{
	name:       "plain",
	quantise:   quantisePlain,
	quantise16: quantise16Plain,
	multiply:   multiplyPlain,
	product:    productPlain,
	soften:     softenPlain,
	pair:       pairPlain,
	turn:       turnPlain,
	gelu:       geluPlain,
	normalise:  normalisePlain,
}

// least is the smallest magnitude that a row is scaled by: rows of zeros must not
// divide by zero.
const least = 1e-20

func quantisePlain(q []uint8, scale, x []float32, k int) {
	for r := range scale {
		row := x[r*k:][:k]
		m := largest(row)
		scale[r] = m / 127
		up := 127 / m
		for i, v := range row {
			q[r*k+i] = uint8(round(v*up) + 128)
		}
	}
}

func quantise16Plain(q []int16, scale, x []float32, k int) {
	for r := range scale {
		row := x[r*k:][:k]
		m := largest(row)
		scale[r] = m / 4095
		up := 4095 / m
		for i, v := range row {
			q[r*k+i] = int16(round(v * up))
		}
	}
}

func largest(row []float32) float32 {
	m := float32(least)
	for _, v := range row {
		m = max(m, float32(math.Abs(float64(v))))
	}
	return m
}

// round is the nearest whole number, ties to even.
func round(x float32) int32 { return int32(math.RoundToEven(float64(x))) }

// lanes is the number of words of 64 bits that multiplyPlain adds up at once, each
// with the sums of two columns: as many as stay in registers.
const lanes = 6

// multiplyPlain works on pairs of columns: one multiplication of 64 bits by an
// activation is one of 32 bits for each. Weights are shifted to 0..255 for that,
// which adds 128 times the sum of the activations to every column.
func multiplyPlain(dst []float32, stride int, q []uint8, k int, scale []float32, panel []int8, column []int32) {
	shifts := make([]int32, len(scale))
	for r := range shifts {
		for _, a := range q[r*k:][:k] {
			shifts[r] += 128 * int32(a)
		}
	}
	pairs := make([][lanes]uint64, k)
	for c := 0; c < panelWidth; c += 2 * lanes {
		pairColumns(pairs, panel, c)
		for r, shift := range shifts {
			for j, s := range sumPairs(q[r*k:][:k], pairs) {
				finish(dst[r*stride:], int32(uint32(s))-shift, scale[r], column, c+2*j)
				finish(dst[r*stride:], int32(s>>32)-shift, scale[r], column, c+2*j+1)
			}
		}
	}
}

// pairColumns lays columns c and up of a panel out as words of two shifted weights.
func pairColumns(pairs [][lanes]uint64, panel []int8, c int) {
	for i := range pairs {
		group := panel[i/4*4*panelWidth+i%4:]
		for j := range lanes {
			at := 4 * (c + 2*j)
			low, high := int32(group[at])+128, int32(group[at+4])+128
			pairs[i][j] = uint64(low) | uint64(high)<<32
		}
	}
}

func sumPairs(row []uint8, pairs [][lanes]uint64) [lanes]uint64 {
	var s0, s1, s2, s3, s4, s5 uint64
	pairs = pairs[:len(row)]
	for i, b := range row {
		a, w := uint64(b), &pairs[i]
		s0 += a * w[0]
		s1 += a * w[1]
		s2 += a * w[2]
		s3 += a * w[3]
		s4 += a * w[4]
		s5 += a * w[5]
	}
	return [lanes]uint64{s0, s1, s2, s3, s4, s5}
}

// finish turns the sum of one column into a number.
func finish(dst []float32, sum int32, scale float32, column []int32, c int) {
	columnScale := math.Float32frombits(uint32(column[panelWidth+c]))
	bias := math.Float32frombits(uint32(column[2*panelWidth+c]))
	dst[c] = fma(float32(sum+column[c])*columnScale, scale, bias)
}

func productPlain(c []float32, ldc int, a []int16, lda int, b []int16, ldb, pairs int, row, column []float32) {
	for r := range tileRows {
		for j := 0; j < len(column); j += 16 {
			sums := sumWords(a[r*lda:][:2*pairs], b[2*j:], 2*ldb)
			for i, s := range sums {
				c[r*ldc+j+i] = float32(float32(s)*column[j+i]) * row[r]
			}
		}
	}
}

// sumWords adds up 16 columns of pairs.
func sumWords(a, b []int16, stride int) (sums [16]int32) {
	for i := 0; i < len(a); i += 2 {
		upper, lower := int32(a[i]), int32(a[i+1])
		pairs := (*[32]int16)(b[i/2*stride:])
		for j := range sums {
			sums[j] += upper*int32(pairs[2*j]) + lower*int32(pairs[2*j+1])
		}
	}
	return sums
}

func pairPlain(dst, upper, lower []int16) {
	for i, u := range upper {
		dst[2*i], dst[2*i+1] = u, lower[i]
	}
}

func turnPlain(dst []int16, ldd int, src []int16, lds, rows, columns int) {
	for r := range rows {
		for c := range columns {
			to, from := 2*(c*ldd+r), 2*(r*lds+c)
			dst[to], dst[to+1] = src[from], src[from+1]
		}
	}
}
