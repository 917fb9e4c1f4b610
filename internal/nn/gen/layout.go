package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// pair: two rows of words side by side, as products of pairs take them.
func pair() {
	function("pair", "func(dst, upper, lower *int16, vectors int)",
		"writes the 16·vectors words of two rows in turn.")
	dst, upper, lower, vectors := argument("dst"), argument("upper"), argument("lower"), argument("vectors")
	repeat("next", vectors, func() {
		for i := range isa.parts() {
			u, l := register(), register()
			VPMOVZXWD(Mem{Base: upper, Disp: isa.width() / 2 * i}, u)
			VPMOVZXWD(Mem{Base: lower, Disp: isa.width() / 2 * i}, l)
			VPSLLD(U8(16), l, l)
			if isa == avx512 {
				VPORD(u, l, l)
			} else {
				VPOR(u, l, l)
			}
			VMOVUPS(l, at(Mem{Base: dst}, i))
		}
		ADDQ(U32(32), upper)
		ADDQ(U32(32), lower)
		ADDQ(U32(64), dst)
	})
	done()
}

// turn: a matrix of pairs of words (32 bits) in blocks of 16 by 16, or 8 by 8.
func turn() {
	function("turn", "func(dst *int16, ldd int, src *int16, lds int, rows, columns int)",
		"transposes blocks of 16 by 16 pairs of words, as many as rows and columns say; strides are in bytes.")
	dst, ldd, src, lds := argument("dst"), argument("ldd"), argument("src"), argument("lds")
	rows, columns := argument("rows"), argument("columns")
	n := isa.width() / 4
	if isa == avx2 {
		ADDQ(rows, rows)
		ADDQ(columns, columns)
	}
	repeat("down", rows, func() {
		from, to := copied(src), copied(dst)
		repeat("along", copied(columns), func() {
			p := copied(from)
			var in []reg.VecVirtual
			for range n {
				v := register()
				VMOVUPS(Mem{Base: p}, v)
				ADDQ(lds, p)
				in = append(in, v)
			}
			for _, v := range turned(in) {
				VMOVUPS(v, Mem{Base: to})
				ADDQ(ldd, to)
			}
			ADDQ(U32(isa.width()), from)
		})
		for range n {
			ADDQ(lds, src)
		}
		ADDQ(U32(isa.width()), dst)
	})
	done()
}

// turned transposes a square of 32-bit lanes: first 4 by 4 within the quarters (or
// halves) of 128 bits of four registers each, then the quarters among the groups.
func turned(in []reg.VecVirtual) []reg.VecVirtual {
	var groups [][]reg.VecVirtual
	for g := 0; g < len(in); g += 4 {
		groups = append(groups, turned4(in[g:g+4]))
	}
	out := make([]reg.VecVirtual, len(in))
	for c := range 4 {
		if isa == avx2 {
			a, b := groups[0][c], groups[1][c]
			out[c], out[4+c] = register(), a
			VPERM2I128(U8(0x20), b, a, out[c])
			VPERM2I128(U8(0x31), b, a, a)
			continue
		}
		even01, odd01 := quarters(groups[0][c], groups[1][c])
		even23, odd23 := quarters(groups[2][c], groups[3][c])
		out[c], out[8+c] = quarters(even01, even23)
		out[4+c], out[12+c] = quarters(odd01, odd23)
	}
	return out
}

// turned4 transposes 4 by 4 within each 128 bits.
func turned4(in []reg.VecVirtual) []reg.VecVirtual {
	low01, high01 := interleaved(in[0], in[1], VPUNPCKLDQ, VPUNPCKHDQ)
	low23, high23 := interleaved(in[2], in[3], VPUNPCKLDQ, VPUNPCKHDQ)
	c0, c1 := interleaved(low01, low23, VPUNPCKLQDQ, VPUNPCKHQDQ)
	c2, c3 := interleaved(high01, high23, VPUNPCKLQDQ, VPUNPCKHQDQ)
	return []reg.VecVirtual{c0, c1, c2, c3}
}

func interleaved(a, b reg.VecVirtual, low, high func(...Op)) (l, h reg.VecVirtual) {
	l = register()
	low(b, a, l)
	high(b, a, a)
	return l, a
}

// quarters are the even and the odd quarters of two registers.
func quarters(a, b reg.VecVirtual) (even, odd reg.VecVirtual) {
	even = ZMM()
	VSHUFI32X4(U8(0x88), b, a, even)
	VSHUFI32X4(U8(0xdd), b, a, a)
	return even, a
}
