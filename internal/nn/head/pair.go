package head

import (
	"readout/internal/nn"
)

// pairHead finds source and content of one cue: the words' columns, seen from
// the cue, pass a small transformer layer of their own.
type pairHead struct {
	cue              *nn.Linear
	dist, quo, par   []float32
	norm, outNorm    norm
	n1, n2           norm
	qkv, o, up, down *nn.Linear
	outHid, out      *nn.Linear
}

func (l *loader) pair() pairHead {
	return pairHead{
		cue:  l.linear("pair_cue", 2*width, 2*hidden),
		dist: l.floats("dist", Distances, width), quo: l.floats("quo", Quotations, width), par: l.floats("par", Paragraphs, width),
		norm: l.norm("pair_norm"), outNorm: l.norm("out_norm"), n1: l.norm("refine.n1"), n2: l.norm("refine.n2"),
		qkv: l.linear("refine.qkv", 3*width, width), o: l.linear("refine.o", width, width),
		up: l.linear("refine.up", 2*width, width), down: l.linear("refine.down", width, 2*width),
		outHid: l.linear("out_hid", width, width), out: l.linear("out", 5, width),
	}
}

// The numbers of values that a Relative may have.
const (
	Distances  = 26
	Quotations = 9
	Paragraphs = 5
)

// Relative places a word with respect to a cue: buckets of distance, relative
// quotation and relative paragraph.
type Relative struct{ Distance, Quotation, Paragraph uint8 }

// Roles scores O, B-source, I-source, B-content, I-content for each word with
// respect to the cue whose first and last word are given (indices into words):
// [words][5]. at has one place for each word.
func (v *Window) Roles(words []int, first, last int, at []Relative) []float32 {
	p, w, rows := &v.n.pair, v.work, len(words)
	s := &w.Scratch
	z := v.seen(words, words[first], words[last], at)
	w.zero = zeros(w.zero, len(z))
	p.norm.apply(s, z, z, w.zero)
	nn.GELU(s, z)
	w.refine(p, z, rows)
	hid := w.buffer(1, len(z))
	p.outNorm.apply(s, hid, z, w.zero)
	out := w.buffer(2, len(z))
	p.outHid.Apply(s, out, hid, rows)
	nn.GELU(s, out)
	scores := make([]float32, rows*p.out.Out())
	p.out.Apply(s, scores, out, rows)
	return scores
}

// seen is the words as the cue sees them: t + c1 + t⊙c2 and where they stand.
func (v *Window) seen(words []int, first, last int, at []Relative) []float32 {
	p, w := &v.n.pair, v.work
	both := append(append(make([]float32, 0, 2*hidden), v.vectors[first*hidden:][:hidden]...), v.vectors[last*hidden:][:hidden]...)
	var c [2 * width]float32
	p.cue.Apply(&w.Scratch, c[:], both, 1)
	z := w.buffer(0, len(words)*width)
	for i, piece := range words {
		t, row := v.column(piece, pairIn), z[i*width:][:width]
		d, q, g := p.dist[int(at[i].Distance)*width:][:width], p.quo[int(at[i].Quotation)*width:][:width], p.par[int(at[i].Paragraph)*width:][:width]
		for k := range row {
			row[k] = t[k] + c[k] + float32(t[k]*c[width+k]) + d[k] + q[k] + g[k] // rounded: no fused sum on any machine
		}
	}
	return z
}

// refine is the transformer layer, its norms before each half, in place.
func (w *Work) refine(p *pairHead, z []float32, rows int) {
	s := &w.Scratch
	x, qkv, ctx, add := w.buffer(1, len(z)), w.buffer(2, 3*len(z)), w.buffer(3, len(z)), w.buffer(4, len(z))
	p.n1.apply(s, x, z, w.zero)
	p.qkv.Apply(s, qkv, x, rows)
	nn.Attend(s, ctx, qkv, heads, width/heads)
	p.o.Apply(s, add, ctx, rows)
	accumulate(z, add)
	p.n2.apply(s, x, z, w.zero)
	wide := w.buffer(5, rows*p.up.Out())
	p.up.Apply(s, wide, x, rows)
	nn.GELU(s, wide)
	p.down.Apply(s, add, wide, rows)
	accumulate(z, add)
}

func accumulate(dst, x []float32) {
	for i, v := range x {
		dst[i] += v
	}
}

func (w *Work) buffer(i, n int) []float32 {
	w.pair[i] = room(w.pair[i], n)
	return w.pair[i]
}

func zeros(b []float32, n int) []float32 {
	b = room(b, n)
	clear(b)
	return b
}
