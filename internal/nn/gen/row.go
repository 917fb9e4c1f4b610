package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// soften: a row's scores to weights of 16 bits, as softenPlain describes it.
func soften() {
	function("soften", "func(p *int16, scores, values *float32, most float32, vectors, rows int, scale *float32)",
		"turns rows of 16·vectors scores, which it overwrites, into weights of 16 bits.")
	p, scores, values := argument("p"), argument("scores"), argument("values")
	vectors, rows, scale := argument("vectors"), argument("rows"), argument("scale")
	c := load(expNames...)
	limit, most := XMM(), XMM()
	VMOVSS(table.Offset(64*indexOf("32767")), limit)
	Load(Param("most"), most)
	VDIVSS(most, limit, limit)
	repeat("row", rows, func() {
		top := maximum(scores, vectors)
		sum, weighted := newVector(), newVector()
		sum.zero()
		weighted.zero()
		q, v := copied(scores), copied(values)
		repeat("exp", copied(vectors), func() {
			for i := range isa.parts() {
				x := register()
				VMOVUPS(at(Mem{Base: q}, i), x)
				VSUBPS(top, x, x)
				e := exp(x, c)
				VADDPS(e, sum[i], sum[i])
				VMULPS(at(Mem{Base: v}, i), e, e)
				VADDPS(e, weighted[i], weighted[i])
				VMOVUPS(e, at(Mem{Base: q}, i))
			}
			ADDQ(U32(64), q)
			ADDQ(U32(64), v)
		})
		sum.fold(VADDPS)
		weighted.fold(VADDPS)
		up := register()
		VMOVSS(table.Offset(64*indexOf("halfMillion")), up.AsX())
		VDIVSS(weighted[0].AsX(), up.AsX(), up.AsX())
		VMINSS(limit, up.AsX(), up.AsX())
		VMULSS(up.AsX(), sum[0].AsX(), sum[0].AsX())
		one := XMM()
		VMOVSS(table.Offset(64*indexOf("one")), one)
		VDIVSS(sum[0].AsX(), one, one)
		VMOVSS(one, Mem{Base: scale})
		ADDQ(U32(4), scale)
		VBROADCASTSS(up.AsX(), up)
		repeat("round", copied(vectors), func() {
			w := newVector()
			w.each(func(i int, r reg.VecVirtual) {
				VMULPS(at(Mem{Base: scores}, i), up, r)
				VCVTPS2DQ(r, r)
			})
			storeWords(w, Mem{Base: p})
			ADDQ(U32(64), scores)
			ADDQ(U32(32), p)
		})
	})
	done()
}

// maximum is the largest number of a row in every lane.
func maximum(row, vectors reg.GPVirtual) reg.VecVirtual {
	top := newVector()
	top.load(Mem{Base: row})
	q := copied(row)
	repeat("max", copied(vectors), func() {
		top.each(func(i int, r reg.VecVirtual) { VMAXPS(at(Mem{Base: q}, i), r, r) })
		ADDQ(U32(64), q)
	})
	top.fold(VMAXPS)
	return top[0]
}

// gelu: max(x, 0) - m·Φ(-m) with m = |x| up to a limit, Φ(-m) by a polynomial.
func gelu() {
	function("gelu", "func(x *float32, vectors int)", "replaces 16·vectors numbers by x·Φ(x).")
	x, vectors := argument("x"), argument("vectors")
	names := []string{"magnitude", "geluTop", "geluScale", "minusOne"}
	for i := range geluDegree + 1 {
		names = append(names, fmt.Sprint("gelu", i))
	}
	c := load(names...)
	none := register()
	zero(none)
	repeat("next", vectors, func() {
		for part := range isa.parts() {
			at := at(Mem{Base: x}, part)
			v, m, u, p := register(), register(), register(), register()
			VMOVUPS(at, v)
			and(c["magnitude"], v, m)
			VMINPS(c["geluTop"], m, m)
			VMOVUPS(c["geluScale"], u)
			VFMADD213PS(c["minusOne"], m, u)
			VMOVUPS(c[fmt.Sprint("gelu", geluDegree)], p)
			for i := geluDegree - 1; i >= 0; i-- {
				VFMADD213PS(c[fmt.Sprint("gelu", i)], u, p)
			}
			VMAXPS(none, v, v)
			VFNMADD231PS(m, p, v)
			VMOVUPS(v, at)
		}
		ADDQ(U32(64), x)
	})
	done()
}

// geluDegree is the degree of the polynomial for Φ(-m).
const geluDegree = 14

func and(a, b, to Op) {
	if isa == avx512 {
		VPANDD(a, b, to)
	} else {
		VPAND(a, b, to)
	}
}

// normalise: LayerNorm of x + residual. A row is read three times; sums run in
// four vectors, whole groups of 64 numbers taking turns, the rest in the first.
func normalise() {
	function("normalise", "func(dst, x, residual, gain, bias *float32, vectors, rows int, width float32)",
		"writes rows of LayerNorm(x + residual)·gain + bias, 16·vectors = width numbers each.")
	dst, x, residual := argument("dst"), argument("x"), argument("residual")
	gain, bias := argument("gain"), argument("bias")
	vectors, rows := argument("vectors"), argument("rows")
	width := XMM()
	Load(Param("width"), width)
	one := fill("one")
	repeat("row", rows, func() {
		offset := GP64()
		XORQ(offset, offset)
		mean := sumOf("sum", vectors, func(acc vector, disp int) {
			acc.each(func(i int, r reg.VecVirtual) {
				v := register()
				VMOVUPS(at(Mem{Base: x, Disp: disp, Index: offset, Scale: 1}, i), v)
				VADDPS(at(Mem{Base: residual, Disp: disp, Index: offset, Scale: 1}, i), v, v)
				VMOVUPS(v, at(Mem{Base: dst, Disp: disp, Index: offset, Scale: 1}, i))
				VADDPS(v, r, r)
			})
		}, offset)
		VDIVSS(width, mean[0].AsX(), mean[0].AsX())
		mean.broadcast(mean[0].AsX())
		XORQ(offset, offset)
		scale := sumOf("square", vectors, func(acc vector, disp int) {
			acc.each(func(i int, r reg.VecVirtual) {
				v, m := register(), at(Mem{Base: dst, Disp: disp, Index: offset, Scale: 1}, i)
				VMOVUPS(m, v)
				VSUBPS(mean[0], v, v)
				VMOVUPS(v, m)
				VFMADD231PS(v, v, r)
			})
		}, offset)
		s := scale[0]
		VDIVSS(width, s.AsX(), s.AsX())
		VADDSS(table.Offset(64*indexOf("epsilon")), s.AsX(), s.AsX())
		VSQRTSS(s.AsX(), s.AsX(), s.AsX())
		VDIVSS(s.AsX(), one.AsX(), s.AsX())
		VBROADCASTSS(s.AsX(), s)
		XORQ(offset, offset)
		repeat("scale", copied(vectors), func() {
			for i := range isa.parts() {
				v, w, m := register(), register(), at(Mem{Base: dst, Index: offset, Scale: 1}, i)
				VMULPS(m, s, v)
				VMOVUPS(at(Mem{Base: gain, Index: offset, Scale: 1}, i), w)
				VFMADD213PS(at(Mem{Base: bias, Index: offset, Scale: 1}, i), w, v)
				VMOVUPS(v, m)
			}
			ADDQ(U32(64), offset)
		})
		for _, p := range []reg.GPVirtual{dst, x, residual} {
			ADDQ(offset, p)
		}
	})
	done()
}

// sumOf adds up what step puts into four vectors: groups of four vectors of the
// row first, then what is left into the first. offset moves along the row.
func sumOf(label string, vectors reg.GPVirtual, step func(acc vector, disp int), offset reg.GPVirtual) vector {
	acc := [4]vector{newVector(), newVector(), newVector(), newVector()}
	for _, v := range acc {
		v.zero()
	}
	groups := copied(vectors)
	SHRQ(U8(2), groups)
	JZ(LabelRef(label + "Rest"))
	repeat(label+"Groups", groups, func() {
		for i, v := range acc {
			step(v, 64*i)
		}
		ADDQ(U32(256), offset)
	})
	Label(label + "Rest")
	rest := copied(vectors)
	ANDQ(U8(3), rest)
	JZ(LabelRef(label + "Fold"))
	repeat(label+"Ones", rest, func() {
		step(acc[0], 0)
		ADDQ(U32(64), offset)
	})
	Label(label + "Fold")
	add := func(a, b vector) {
		a.each(func(i int, r reg.VecVirtual) { VADDPS(b[i], r, r) })
	}
	add(acc[0], acc[1])
	add(acc[2], acc[3])
	add(acc[0], acc[2])
	acc[0].fold(VADDPS)
	return acc[0]
}
