package main

import (
	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/ir"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// isa is the instruction set that is written.
var isa instructions

type instructions int

const (
	avx512 instructions = iota // AVX512F, BW, DQ, VL and VNNI
	avx2                       // AVX2 and FMA
)

func (i instructions) String() string { return [...]string{"AVX512", "AVX2"}[i] }

// parts is the number of registers of a vector of 16 numbers, width the bytes of
// one register.
func (i instructions) parts() int { return [...]int{1, 2}[i] }
func (i instructions) width() int { return [...]int{64, 32}[i] }

// function begins a function of package nn.
func function(name, signature, doc string) {
	TEXT(name+isa.String(), NOSPLIT, signature)
	Pragma("noescape")
	Doc(name+isa.String()+" "+doc, "")
}

// vector is 16 numbers of 32 bits.
type vector []reg.VecVirtual

func newVector() vector {
	v := make(vector, isa.parts())
	for i := range v {
		v[i] = register()
	}
	return v
}

func register() reg.VecVirtual {
	if isa == avx512 {
		return ZMM()
	}
	return YMM()
}

// each does an operation on all registers of a vector.
func (v vector) each(do func(i int, r reg.VecVirtual)) {
	for i, r := range v {
		do(i, r)
	}
}

// at is the memory of one register of the vector at m.
func at(m Mem, part int) Mem { return m.Offset(part * isa.width()) }

func (v vector) load(m Mem) {
	v.each(func(i int, r reg.VecVirtual) { VMOVUPS(at(m, i), r) })
}

func (v vector) zero() {
	v.each(func(_ int, r reg.VecVirtual) { zero(r) })
}

// zero clears a register. The assembler's own VPXORD counts as a reading of the
// register, which would be kept for it from the function's beginning.
func zero(r reg.VecVirtual) {
	if isa == avx2 {
		VXORPS(r, r, r)
		return
	}
	Instruction(&ir.Instruction{
		Opcode:   "VPXORD",
		Operands: []Op{r, r, r},
		Outputs:  []Op{r},
		ISA:      []string{"AVX512F"},
	})
}

func (v vector) broadcast(m Op) {
	v.each(func(_ int, r reg.VecVirtual) { VBROADCASTSS(m, r) })
}

// fold reduces the 16 lanes by op to one number in every lane: halves upon halves.
func (v vector) fold(op func(...Op)) {
	t := register()
	r := v[0]
	if isa == avx512 {
		VEXTRACTF64X4(U8(1), r, t.AsY())
		op(t.AsY(), r.AsY(), r.AsY())
	} else {
		op(v[1], r, r)
	}
	if isa == avx512 {
		VEXTRACTF32X4(U8(1), r.AsY(), t.AsX())
	} else {
		VEXTRACTF128(U8(1), r, t.AsX())
	}
	op(t.AsX(), r.AsX(), r.AsX())
	for _, swap := range []uint8{0x4e, 0xb1} {
		VPERMILPS(U8(swap), r.AsX(), t.AsX())
		op(t.AsX(), r.AsX(), r.AsX())
	}
	v.broadcast(r.AsX())
}

// vnni adds to each 32-bit lane of sum the products of four signed by four unsigned
// bytes (VPDPBUSD) or of two by two signed words (VPDPWSSD). The assembler's
// tables lack these.
func vnni(opcode string, a, b, sum reg.VecVirtual) {
	Instruction(&ir.Instruction{
		Opcode:   opcode,
		Operands: []Op{a, b, sum},
		Inputs:   []Op{a, b, sum},
		Outputs:  []Op{sum},
		ISA:      []string{"AVX512_VNNI"},
	})
}

// rowsOf are the addresses of 8 (or 4) rows at a stride: pointers to every third
// row, which reach two more by the stride as index.
type rowsOf struct {
	base   []reg.GPVirtual
	stride reg.GPVirtual
}

// newRows points at rows that begin at p, which it takes over.
func newRows(p, stride reg.GPVirtual, count int) rowsOf {
	a := rowsOf{stride: stride, base: []reg.GPVirtual{p}}
	for len(a.base)*3 < count {
		next := GP64()
		LEAQ(Mem{Base: a.base[len(a.base)-1], Index: stride, Scale: 2}, next)
		ADDQ(stride, next)
		a.base = append(a.base, next)
	}
	return a
}

func (a rowsOf) row(r, offset int) Mem {
	m := Mem{Base: a.base[r/3], Disp: offset}
	if r%3 > 0 {
		m.Index, m.Scale = a.stride, uint8(r%3)
	}
	return m
}

// advance moves all rows by bytes.
func (a rowsOf) advance(by Op) {
	for _, p := range a.base {
		ADDQ(by, p)
	}
}

// argument loads a parameter of the function.
func argument(name string) reg.GPVirtual {
	r := GP64()
	Load(Param(name), r)
	return r
}

// copied is a register with the value of another.
func copied(r reg.GPVirtual) reg.GPVirtual {
	c := GP64()
	MOVQ(r, c)
	return c
}

// repeat runs body count times; count is a register that is counted down, at
// least 1.
func repeat(label string, count reg.GPVirtual, body func()) {
	Label(label)
	body()
	DECQ(count)
	JNZ(LabelRef(label))
}

func done() {
	VZEROUPPER()
	RET()
}
