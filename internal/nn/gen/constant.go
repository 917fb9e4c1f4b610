package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// numbers are the constants of the row operations; package nn has the same ones
// in plain_float.go, with the words on where they come from.
var numbers = []struct {
	name string
	bits uint32
}{
	{"log2e", bits(1.44269504088896341)},
	{"ln2Hi", bits(0.693359375)},
	{"ln2Lo", bits(-2.12194440e-4)},
	{"exp0", bits(1.9875691500e-4)},
	{"exp1", bits(1.3981999507e-3)},
	{"exp2", bits(8.3334519073e-3)},
	{"exp3", bits(4.1665795894e-2)},
	{"exp4", bits(1.6666665459e-1)},
	{"exp5", bits(5.0000001201e-1)},
	{"lowest", bits(-87)},
	{"one", bits(1)},
	{"minusOne", bits(-1)},
	{"geluTop", bits(5.25)},
	{"geluScale", bits(2 / 5.25)},
	{"gelu0", bits(0.00433259597)},
	{"gelu1", bits(-0.0334026627)},
	{"gelu2", bits(0.115059651)},
	{"gelu3", bits(-0.225877538)},
	{"gelu4", bits(0.257404655)},
	{"gelu5", bits(-0.121834077)},
	{"gelu6", bits(-0.0996315628)},
	{"gelu7", bits(0.201361194)},
	{"gelu8", bits(-0.0895427838)},
	{"gelu9", bits(-0.0760817602)},
	{"gelu10", bits(0.0888432562)},
	{"gelu11", bits(0.00196694024)},
	{"gelu12", bits(-0.0299980622)},
	{"gelu13", bits(0.00386885181)},
	{"gelu14", bits(0.00353148859)},
	{"magnitude", 0x7fffffff},
	{"least", bits(1e-20)},
	{"127", bits(127)},
	{"4095", bits(4095)},
	{"32767", bits(32767)},
	{"halfMillion", bits(5e5)},
	{"epsilon", bits(1e-12)},
	{"bias127", 127},
	{"bias128", 128},
	{"shift", 0x80808080}, // four bytes
	{"ones", 0x00010001},  // two words
}

func bits(f float32) uint32 { return math.Float32bits(f) }

// table is the memory of the constants, each repeated over 16 lanes.
var table Mem

func declareConstants() {
	table = GLOBL("constants"+isa.String(), RODATA|NOPTR)
	for i, n := range numbers {
		for lane := range 16 {
			DATA(64*i+4*lane, U32(n.bits))
		}
	}
}

// constants are where a function finds its constants: in registers with AVX-512,
// which has enough of them, in memory with AVX2.
type constants map[string]Op

func load(names ...string) constants {
	c := constants{}
	for _, name := range names {
		m := table.Offset(64 * indexOf(name))
		if isa == avx2 {
			c[name] = m
			continue
		}
		r := ZMM()
		VMOVUPS(m, r)
		c[name] = r
	}
	return c
}

func indexOf(name string) int {
	for i, n := range numbers {
		if n.name == name {
			return i
		}
	}
	panic("no constant " + name)
}

// fill is a new register with a constant in every lane.
func fill(name string) reg.VecVirtual {
	r := register()
	VMOVUPS(table.Offset(64*indexOf(name)), r)
	return r
}
