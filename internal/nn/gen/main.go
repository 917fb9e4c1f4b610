// Command gen writes the assembly of package nn. Operations on rows are written
// once over vectors of 16 numbers, which are one register with AVX-512 and two
// with AVX2, so that both round alike; what multiplies is written for each. It
// has a module of its own: the product does not depend on the assembler.
//
//	go generate ./internal/nn
package main

import (
	"flag"
	"log"

	. "github.com/mmcloughlin/avo/build"
)

func main() {
	name := flag.String("isa", "AVX512", "instruction set: AVX512 or AVX2")
	flag.Parse()
	switch *name {
	case "AVX512":
		isa = avx512
	case "AVX2":
		isa = avx2
	default:
		log.Fatalf("gen: error: no instruction set %q", *name)
	}
	ConstraintExpr("amd64")
	declareConstants()
	quantise()
	quantise16()
	pair()
	turn()
	if isa == avx512 {
		multiply512()
		product512()
	} else {
		multiply2()
		product2()
	}
	soften()
	gelu()
	normalise()
	Generate()
}
