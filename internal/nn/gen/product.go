package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const (
	productSignature = "func(c *float32, ldc int, a *int16, lda int, b *int16, ldb, pairs, vectors int, row, column *float32)"
	productDoc       = "writes 8 rows of 16·vectors columns of A·B, times row and column scales; strides are in bytes."
)

// product512: 8 rows by 48 columns in 24 registers while there are as many
// columns, then 32 or 16.
func product512() {
	function("product", productSignature, productDoc)
	c, ldc, a, lda := argument("c"), argument("ldc"), argument("a"), argument("lda")
	b, ldb, vectors, column := argument("b"), argument("ldb"), argument("vectors"), argument("column")
	for _, wide := range []struct {
		columns   int
		name, end string
	}{{3, "three", "two"}, {2, "two", "one"}, {1, "one", "end"}} {
		Label(wide.name)
		CMPQ(vectors, U8(wide.columns))
		JL(LabelRef(wide.end))
		tile(8, wide.columns, wide.name+"Inner", c, ldc, a, lda, b, ldb, column, 0)
		for _, p := range []reg.GPVirtual{c, b, column} {
			ADDQ(U32(64*wide.columns), p)
		}
		SUBQ(U8(wide.columns), vectors)
		JMP(LabelRef(wide.name))
	}
	Label("end")
	done()
}

// product2: 4 rows by 16 columns in 8 registers, twice for 8 rows.
func product2() {
	function("product", productSignature, productDoc)
	c, ldc, a, lda := argument("c"), argument("ldc"), argument("a"), argument("lda")
	ldb := argument("ldb")
	for i, half := range []string{"upper", "lower"} {
		right, out, column, count := argument("b"), copied(c), argument("column"), argument("vectors")
		repeat(half, count, func() {
			tile(4, 2, half+"Inner", out, ldc, a, lda, right, ldb, column, 4*i)
			for _, p := range []reg.GPVirtual{out, right, column} {
				ADDQ(U32(64), p)
			}
		})
		if i == 0 {
			LEAQ(Mem{Base: a, Index: lda, Scale: 4}, a)
			LEAQ(Mem{Base: c, Index: ldc, Scale: 4}, c)
		}
	}
	done()
}

// tile computes height rows by wide registers of 32-bit sums of pairs. The scales
// of its rows begin at first.
func tile(height, wide int, label string, c, ldc, a, lda, b, ldb, column reg.GPVirtual, first int) {
	acc := make([][]reg.VecVirtual, height)
	for r := range acc {
		for range wide {
			acc[r] = append(acc[r], register())
		}
		for _, v := range acc[r] {
			zero(v)
		}
	}
	left, right := newRows(copied(a), lda, height), copied(b)
	repeat(label, argument("pairs"), func() {
		var columns []reg.VecVirtual
		for i := range wide {
			v := register()
			VMOVUPS(Mem{Base: right, Disp: isa.width() * i}, v)
			columns = append(columns, v)
		}
		for r := range acc {
			v := register()
			VPBROADCASTD(left.row(r, 0), v)
			for i, w := range columns {
				addPairs(w, v, acc[r][i])
			}
		}
		ADDQ(ldb, right)
		left.advance(U32(4))
	})
	out, row := newRows(copied(c), ldc, height), argument("row")
	for r := range acc {
		v := register()
		VBROADCASTSS(Mem{Base: row, Disp: 4 * (first + r)}, v)
		for i, sum := range acc[r] {
			VCVTDQ2PS(sum, sum)
			VMULPS(Mem{Base: column, Disp: isa.width() * i}, sum, sum)
			VMULPS(v, sum, sum)
			VMOVUPS(sum, out.row(r, isa.width()*i))
		}
	}
}

// addPairs adds a0·b0 + a1·b1 of the words in each lane to sum.
func addPairs(a, b, sum reg.VecVirtual) {
	if isa == avx512 {
		vnni("VPDPWSSD", a, b, sum)
		return
	}
	t := register()
	VPMADDWD(a, b, t)
	VPADDD(t, sum, sum)
}
