package nn

import "fmt"

// GELU replaces each number by x·Φ(x), the exact form with the error function,
// within 1e-6 of the larger of 1 and |x|.
func GELU(s *Scratch, x []float32) {
	whole := len(x) / 16 * 16
	s.kernel().gelu(x[:whole])
	if whole < len(x) {
		var rest [16]float32
		copy(rest[:], x[whole:])
		s.kernel().gelu(rest[:])
		copy(x[whole:], rest[:])
	}
}

// LayerNorm writes rows of (y - mean)/√(variance + 1e-12)·gain + bias with
// y = x + residual. The width is len(gain), a multiple of 16; x, residual and dst
// are [rows][width], and dst may be one of the others.
func LayerNorm(s *Scratch, dst, x, residual, gain, bias []float32) {
	n := len(gain)
	if n == 0 || n%16 != 0 || len(bias) != n || len(x)%n != 0 || len(residual) != len(x) || len(dst) != len(x) {
		panic(fmt.Sprintf("nn: layer norm of width %d on %d + %d numbers into %d", n, len(x), len(residual), len(dst)))
	}
	s.kernel().normalise(dst, x, residual, gain, bias)
}
