package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

var expNames = []string{"log2e", "ln2Hi", "ln2Lo", "exp0", "exp1", "exp2", "exp3", "exp4", "exp5", "one", "lowest"}

// exp is e^x of each lane of x, from -87 to 0; x is used up.
func exp(x reg.VecVirtual, c constants) reg.VecVirtual {
	n, p := register(), register()
	VMAXPS(c["lowest"], x, x)
	VMULPS(c["log2e"], x, n)
	if isa == avx512 {
		VRNDSCALEPS(U8(0), n, n)
	} else {
		VROUNDPS(U8(0), n, n)
	}
	VFNMADD231PS(c["ln2Hi"], n, x)
	VFNMADD231PS(c["ln2Lo"], n, x)
	VMOVUPS(c["exp0"], p)
	for _, name := range []string{"exp1", "exp2", "exp3", "exp4", "exp5", "one", "one"} {
		VFMADD213PS(c[name], x, p)
	}
	if isa == avx512 {
		VSCALEFPS(n, p, p)
		return p
	}
	VCVTPS2DQ(n, n)
	VPADDD(table.Offset(64*indexOf("bias127")), n, n)
	VPSLLD(U8(23), n, n)
	VMULPS(n, p, p)
	return p
}
