package nn

import "fmt"

const (
	panelWidth = 48      // columns that lie side by side in a q8 tensor
	tileRows   = 8       // rows that a kernel multiplies at once
	maxInner   = 1 << 14 // K up to which sums of 255·127 stay within 31 bits
)

// Linear is a quantised linear layer y = W·x + b.
type Linear struct {
	in, out int
	weights []int8  // [panels][in/4][48][4]
	columns []int32 // [panels][3][48]: correction, scale, bias
}

// Linear is the q8 tensor of a name.
func (w *Weights) Linear(name string) (*Linear, error) {
	t, err := w.find(name, "q8")
	if err != nil {
		return nil, err
	}
	out, in := t.Shape[0], t.Shape[1]
	n := roundUp(out, panelWidth) * in
	return &Linear{in: in, out: out, weights: cast[int8](t.data[:n]), columns: cast[int32](t.data[n:])}, nil
}

// linear is Linear with the shape that the caller counts on.
func (w *Weights) linear(name string, out, in int) (*Linear, error) {
	l, err := w.Linear(name)
	if err == nil && (l.out != out || l.in != in) {
		err = fmt.Errorf("weights: tensor %q has shape [%d %d], want [%d %d]", name, l.out, l.in, out, in)
	}
	return l, err
}

// In is the width of a row that goes in.
func (l *Linear) In() int { return l.in }

// Out is the width of a row that comes out.
func (l *Linear) Out() int { return l.out }

// Apply computes rows of W·x + b: x is [rows][In], dst is [rows][Out]; they must
// not overlap. Each row of x is rounded to bytes by its own largest value.
func (l *Linear) Apply(s *Scratch, dst, x []float32, rows int) {
	l.multiply(s, dst, s.quantised(x[:rows*l.in], l.in), rows)
}

// bytesOf are quantised rows, filled up to a whole number of tiles.
type bytesOf struct {
	values []uint8
	scale  []float32
}

// multiply applies the layer to rows that are bytes already.
func (l *Linear) multiply(s *Scratch, dst []float32, q bytesOf, rows int) {
	dst = dst[:rows*l.out]
	whole := rows / tileRows * tileRows
	for p := 0; p < l.out; p += panelWidth {
		panel := l.weights[p*l.in:][:panelWidth*l.in]
		column := l.columns[p*3:][:3*panelWidth]
		direct := 0
		if p+panelWidth <= l.out {
			direct = whole
		}
		if direct > 0 {
			s.kernel().multiply(dst[p:], l.out, q.values, l.in, q.scale[:direct], panel, column)
		}
		for r := direct; r < rows; r += tileRows {
			s.kernel().multiply(s.tile[:], panelWidth, q.values[r*l.in:], l.in, q.scale[r:][:tileRows], panel, column)
			spill(dst, s.tile[:], r, min(r+tileRows, rows), p, l.out)
		}
	}
}

// spill copies the part of a tile that lies in dst, whose rows are out wide: rows
// from r to end, columns from p.
func spill(dst, tile []float32, r, end, p, out int) {
	n := min(panelWidth, out-p)
	for i := r; i < end; i++ {
		copy(dst[i*out+p:][:n], tile[(i-r)*panelWidth:])
	}
}
