package nn

import "fmt"

// Scratch is the memory that one computation works in: its buffers grow to the
// largest batch seen and are used again. The zero value is ready. One goroutine
// uses a Scratch at a time.
type Scratch struct {
	forced *kernel
	tile   [tileRows * panelWidth]float32

	quant      []uint8
	quantScale []float32
	attention  attention
	encoder    encoderBuffers
}

// Kernels are the names of the kernels that this machine can run, fastest first;
// the last is "plain". All give the same bytes.
func Kernels() []string {
	names := make([]string, len(kernels))
	for i, k := range kernels {
		names[i] = k.name
	}
	return names
}

// NewScratch is a Scratch whose computations run on the kernel of a name, for
// tests and comparisons; the zero Scratch takes the fastest.
func NewScratch(name string) (*Scratch, error) {
	for _, k := range kernels {
		if k.name == name {
			return &Scratch{forced: k}, nil
		}
	}
	return nil, fmt.Errorf("kernel %q: this machine has %v", name, Kernels())
}

func (s *Scratch) kernel() *kernel {
	if s.forced != nil {
		return s.forced
	}
	return kernels[0]
}

// grow gives a buffer room for n numbers; what was in it may be lost.
func grow[E uint8 | int16 | int32 | float32](b *[]E, n int) []E {
	if cap(*b) < n {
		*b = aligned[E](n + n/4)
	}
	*b = (*b)[:cap(*b)]
	return (*b)[:n]
}

// quantised rounds rows of width k to bytes. The last tile is filled with rows of
// zeros: what lies there is multiplied and thrown away.
func (s *Scratch) quantised(x []float32, k int) bytesOf {
	rows := len(x) / k
	full := roundUp(rows, tileRows)
	q, scale := grow(&s.quant, full*k), grow(&s.quantScale, full)
	s.kernel().quantise(q[:rows*k], scale[:rows], x, k)
	clear(q[rows*k:])
	clear(scale[rows:])
	return bytesOf{q, scale}
}
