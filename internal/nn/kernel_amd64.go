package nn

import "golang.org/x/sys/cpu"

//go:generate go run -C gen . -isa AVX512 -out ../avx512_amd64.s -stubs ../avx512_amd64.go -pkg nn
//go:generate go run -C gen . -isa AVX2 -out ../avx2_amd64.s -stubs ../avx2_amd64.go -pkg nn

// kernels are the ways that this machine can run, fastest first.
var kernels = find()

func find() (found []*kernel) {
	x := cpu.X86
	if x.HasAVX512F && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL && x.HasAVX512VNNI {
		found = append(found, avx512.kernel("avx512-vnni"))
	}
	if x.HasAVX2 && x.HasFMA {
		found = append(found, avx2.kernel("avx2"))
	}
	return append(found, &plain)
}

// assembly are the routines of one instruction set. They take pointers, strides in
// bytes and lengths in vectors of 16 numbers.
type assembly struct {
	quantise   func(q *uint8, scale, x *float32, vectors, rows int)
	quantise16 func(q *int16, scale, x *float32, vectors, rows int)
	multiply   func(dst *float32, stride int, q *uint8, k int, scale *float32, panel *int8, column *int32, tiles int)
	product    func(c *float32, ldc int, a *int16, lda int, b *int16, ldb, pairs, vectors int, row, column *float32)
	soften     func(p *int16, scores, values *float32, most float32, vectors, rows int, scale *float32)
	pair       func(dst, upper, lower *int16, vectors int)
	turn       func(dst *int16, ldd int, src *int16, lds, rows, columns int)
	gelu       func(x *float32, vectors int)
	normalise  func(dst, x, residual, gain, bias *float32, vectors, rows int, width float32)
}

var (
	avx512 = assembly{
		quantiseAVX512, quantise16AVX512, multiplyAVX512, productAVX512, softenAVX512,
		pairAVX512, turnAVX512, geluAVX512, normaliseAVX512,
	}
	avx2 = assembly{
		quantiseAVX2, quantise16AVX2, multiplyAVX2, productAVX2, softenAVX2,
		pairAVX2, turnAVX2, geluAVX2, normaliseAVX2,
	}
)

// kernel gives the routines slices. Each function touches the last element of its
// arguments first, so that a slice that is too short is found in Go.
func (a assembly) kernel(name string) *kernel {
	return &kernel{
		name: name,
		quantise: func(q []uint8, scale, x []float32, k int) {
			if rows := len(scale); rows > 0 {
				_, _ = q[rows*k-1], x[rows*k-1]
				a.quantise(&q[0], &scale[0], &x[0], k/16, rows)
			}
		},
		quantise16: func(q []int16, scale, x []float32, k int) {
			if rows := len(scale); rows > 0 {
				_, _ = q[rows*k-1], x[rows*k-1]
				a.quantise16(&q[0], &scale[0], &x[0], k/16, rows)
			}
		},
		multiply: func(dst []float32, stride int, q []uint8, k int, scale []float32, panel []int8, column []int32) {
			if rows := len(scale); rows > 0 {
				_, _ = dst[(rows-1)*stride+panelWidth-1], q[rows*k-1]
				_, _ = panel[k*panelWidth-1], column[3*panelWidth-1]
				a.multiply(&dst[0], 4*stride, &q[0], k, &scale[0], &panel[0], &column[0], rows/tileRows)
			}
		},
		product: func(c []float32, ldc int, x []int16, lda int, b []int16, ldb, pairs int, row, column []float32) {
			const last = tileRows - 1
			n := len(column)
			_, _ = c[last*ldc+n-1], row[last]
			_, _ = x[last*lda+2*pairs-1], b[2*((pairs-1)*ldb+n)-1]
			a.product(&c[0], 4*ldc, &x[0], 2*lda, &b[0], 4*ldb, pairs, n/16, &row[0], &column[0])
		},
		soften: func(p []int16, scores, values []float32, most float32, scale []float32) {
			n := len(values)
			_, _, _ = p[tileRows*n-1], scores[tileRows*n-1], scale[tileRows-1]
			a.soften(&p[0], &scores[0], &values[0], most, n/16, tileRows, &scale[0])
		},
		pair: func(dst, upper, lower []int16) {
			n := len(upper)
			_, _ = dst[2*n-1], lower[n-1]
			a.pair(&dst[0], &upper[0], &lower[0], n/16)
		},
		turn: func(dst []int16, ldd int, src []int16, lds, rows, columns int) {
			_, _ = dst[2*((columns-1)*ldd+rows)-1], src[2*((rows-1)*lds+columns)-1]
			a.turn(&dst[0], 4*ldd, &src[0], 4*lds, rows/16, columns/16)
		},
		gelu: func(x []float32) {
			if len(x) > 0 {
				a.gelu(&x[0], len(x)/16)
			}
		},
		normalise: func(dst, x, residual, gain, bias []float32) {
			n := len(gain)
			if rows := len(x) / n; rows > 0 {
				_, _, _ = dst[len(x)-1], residual[len(x)-1], bias[n-1]
				a.normalise(&dst[0], &x[0], &residual[0], &gain[0], &bias[0], n/16, rows, float32(n))
			}
		},
	}
}
