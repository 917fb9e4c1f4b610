package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// quantise: rows to bytes around 128 by the row's largest magnitude.
func quantise() {
	function("quantise", "func(q *uint8, scale, x *float32, vectors, rows int)",
		"rounds rows of 16·vectors numbers to bytes round(x·127/max) + 128 and writes max/127.")
	shift := fill("bias128")
	round("127", 16, func(v vector, m Mem) {
		v.each(func(_ int, r reg.VecVirtual) { VPADDD(shift, r, r) })
		storeBytes(v, m)
	})
}

// quantise16: rows to signed numbers of 13 bits.
func quantise16() {
	function("quantise16", "func(q *int16, scale, x *float32, vectors, rows int)",
		"rounds rows of 16·vectors numbers to round(x·4095/max) and writes max/4095.")
	round("4095", 32, storeWords)
}

// round scales rows so that the largest magnitude becomes top, rounds them and
// hands each vector to store, which writes size bytes.
func round(top string, size uint32, store func(v vector, m Mem)) {
	q, scale, x := argument("q"), argument("scale"), argument("x")
	vectors, rows := argument("vectors"), argument("rows")
	magnitude, limit := fill("magnitude"), fill(top)
	repeat("row", rows, func() {
		most := newVector()
		most.each(func(_ int, r reg.VecVirtual) { VMOVUPS(table.Offset(64*indexOf("least")), r) })
		p, count := copied(x), copied(vectors)
		repeat("max", count, func() {
			most.each(func(i int, r reg.VecVirtual) {
				v := register()
				and(at(Mem{Base: p}, i), magnitude, v)
				VMAXPS(v, r, r)
			})
			ADDQ(U32(64), p)
		})
		most.fold(VMAXPS)
		up := register()
		VDIVPS(most[0], limit, up)
		VDIVSS(limit.AsX(), most[0].AsX(), most[0].AsX())
		VMOVSS(most[0].AsX(), Mem{Base: scale})
		ADDQ(U32(4), scale)
		count = copied(vectors)
		repeat("round", count, func() {
			v := newVector()
			v.each(func(i int, r reg.VecVirtual) {
				VMULPS(at(Mem{Base: x}, i), up, r)
				VCVTPS2DQ(r, r)
			})
			store(v, Mem{Base: q})
			ADDQ(U32(64), x)
			ADDQ(U32(size), q)
		})
	})
	done()
}

// storeWords stores 16 numbers as 16 bits each.
func storeWords(v vector, m Mem) {
	if isa == avx512 {
		VPMOVDW(v[0], m)
		return
	}
	VPACKSSDW(v[1], v[0], v[0]) // the halves of each lie crosswise
	VPERMQ(U8(0xd8), v[0], v[0])
	VMOVDQU(v[0], m)
}

// storeBytes stores 16 numbers from 0 to 255 as bytes.
func storeBytes(v vector, m Mem) {
	if isa == avx512 {
		VPMOVDB(v[0], m)
		return
	}
	words, high := v[0], XMM()
	VPACKUSDW(v[1], words, words)
	VPERMQ(U8(0xd8), words, words)
	VEXTRACTI128(U8(1), words, high)
	VPACKUSWB(high, words.AsX(), words.AsX())
	VMOVDQU(words.AsX(), m)
}

const multiplySignature = "func(dst *float32, stride int, q *uint8, k int, scale *float32, panel *int8, column *int32, tiles int)"

// multiply512: tiles of 8 rows and 48 columns in 24 registers. Sums begin at the
// column's correction and take four bytes of a row at a time.
func multiply512() {
	function("multiply", multiplySignature,
		"multiplies 8·tiles rows of k bytes by a panel of 48 columns; strides are in bytes.")
	dst, stride, q, k := argument("dst"), argument("stride"), argument("q"), argument("k")
	scale, panel, column, tiles := argument("scale"), argument("panel"), argument("column"), argument("tiles")
	repeat("tile", tiles, func() {
		var acc [8][3]reg.VecVirtual
		for c := range 3 {
			for r := range 8 {
				acc[r][c] = ZMM()
				if r == 0 {
					VMOVDQU32(Mem{Base: column, Disp: 64 * c}, acc[r][c])
				} else {
					VMOVDQA32(acc[0][c], acc[r][c])
				}
			}
		}
		rows, weights, count := newRows(q, k, 8), copied(panel), copied(k)
		SHRQ(U8(4), count)
		repeat("inner", count, func() {
			for step := range 4 {
				w := [3]reg.VecVirtual{ZMM(), ZMM(), ZMM()}
				for c := range w {
					VMOVDQU32(Mem{Base: weights, Disp: 192*step + 64*c}, w[c])
				}
				for r := range acc {
					a := ZMM()
					VPBROADCASTD(rows.row(r, 4*step), a)
					for c := range w {
						vnni("VPDPBUSD", w[c], a, acc[r][c])
					}
				}
			}
			ADDQ(U32(4*192), weights)
			rows.advance(U32(16))
		})
		out := newRows(dst, stride, 8)
		for c := range 3 {
			columnScale, bias := ZMM(), ZMM()
			VMOVUPS(Mem{Base: column, Disp: 192 + 64*c}, columnScale)
			VMOVUPS(Mem{Base: column, Disp: 384 + 64*c}, bias)
			for r := range acc {
				v, rowScale := acc[r][c], ZMM()
				VBROADCASTSS(Mem{Base: scale, Disp: 4 * r}, rowScale)
				VCVTDQ2PS(v, v)
				VMULPS(columnScale, v, v)
				VFMADD213PS(bias, rowScale, v)
				VMOVUPS(v, out.row(r, 64*c))
			}
		}
		// The last pointer was at row 6 and moved by a row.
		LEAQ(Mem{Base: rows.base[2], Index: k, Scale: 1}, q)
		LEAQ(Mem{Base: out.base[2], Index: stride, Scale: 2}, dst)
		ADDQ(U32(32), scale)
	})
	done()
}

// multiply2 works on tiles of 4 rows and 24 columns in 12 registers. VPMADDUBSW
// adds pairs of unsigned by signed bytes in 16 bits, which is too little for
// 2·255·127, but not for 2·128·127: so the rows are shifted back to signed bytes,
// whose signs go to the weights. The column's correction undoes just that shift
// and is left out.
func multiply2() {
	function("multiply", multiplySignature,
		"multiplies 8·tiles rows of k bytes by a panel of 48 columns; strides are in bytes.")
	dst, stride, q, k := argument("dst"), argument("stride"), argument("q"), argument("k")
	scale, panel, tiles := argument("scale"), argument("panel"), argument("tiles")
	ADDQ(tiles, tiles) // of 4 rows
	half := GP64()     // 0 or 96: bytes of 24 columns, as weights and as words
	repeat("tile", tiles, func() {
		XORQ(half, half)
		Label("half")
		acc := sum2(q, k, panel, half)
		column, out := argument("column"), newRows(copied(dst), stride, 4)
		for c := range 3 {
			words := Mem{Base: column, Index: half, Scale: 1, Disp: 32 * c}
			for r := range acc {
				v, rowScale := acc[r][c], YMM()
				VBROADCASTSS(Mem{Base: scale, Disp: 4 * r}, rowScale)
				VCVTDQ2PS(v, v)
				VMULPS(words.Offset(192), v, v)
				VFMADD213PS(words.Offset(384), rowScale, v)
				VMOVUPS(v, out.row(r, 32*c))
			}
		}
		ADDQ(U32(96), dst)
		XORQ(U32(96), half)
		JNZ(LabelRef("half"))
		LEAQ(Mem{Base: dst, Index: stride, Scale: 4, Disp: -192}, dst)
		LEAQ(Mem{Base: q, Index: k, Scale: 4}, q)
		ADDQ(U32(16), scale)
	})
	done()
}

// sum2 adds up four rows at q over half a panel.
func sum2(q, k, panel, half reg.GPVirtual) (acc [4][3]reg.VecVirtual) {
	for r := range acc {
		for c := range acc[r] {
			acc[r][c] = YMM()
			zero(acc[r][c])
		}
	}
	weights, count, rows := GP64(), copied(k), newRows(copied(q), k, 4)
	LEAQ(Mem{Base: panel, Index: half, Scale: 1}, weights)
	SHRQ(U8(2), count)
	ones := fill("ones")
	repeat("inner", count, func() {
		for r := range acc {
			a, size := YMM(), YMM()
			VPBROADCASTD(rows.row(r, 0), a)
			VPXOR(table.Offset(64*indexOf("shift")), a, a)
			VPABSB(a, size)
			for c := range acc[r] {
				w := YMM()
				VMOVDQU(Mem{Base: weights, Disp: 32 * c}, w)
				VPSIGNB(a, w, w)
				VPMADDUBSW(w, size, w)
				VPMADDWD(ones, w, w)
				VPADDD(w, acc[r][c], acc[r][c])
			}
		}
		ADDQ(U32(192), weights)
		rows.advance(U32(4))
	})
	return acc
}
