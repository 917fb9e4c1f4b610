package head

import "readout/internal/nn"

// Arcs scores, for each word of one sentence, every word of it as its head and,
// last, none (the root): [words][words+1].
func (v *Window) Arcs(words []int) []float32 {
	w, n := v.work, len(words)
	w.in = v.gather(w.in, words, arcDep)
	w.out = room(w.out, n*width)
	v.n.arc.Apply(&w.Scratch, w.out, w.in, n)
	w.in = v.gather(w.in, words, arcHead)
	scores := make([]float32, n*(n+1))
	for i := range n {
		dep, row := w.out[i*width:][:width], scores[i*(n+1):][:n+1]
		for j := range n {
			row[j] = dot(dep, w.in[j*width:][:width])
		}
		row[n] = dot(dep, v.n.root)
	}
	return scores
}

// RelationsTo scores the universal relations of each word of a sentence to its
// head, an index into words (a word without a head is given as its own):
// [words][Relations].
func (v *Window) RelationsTo(words, head []int) []float32 {
	w, n := v.work, len(words)
	w.in = room(w.in, n*width)
	for i, p := range words {
		dep, top, row := v.column(p, relDep), v.column(words[head[i]], relHead), w.in[i*width:][:width]
		for k := range row {
			row[k] = dep[k] + top[k] + float32(dep[k]*top[k]) // rounded: no fused sum on any machine
		}
	}
	nn.GELU(&w.Scratch, w.in)
	scores := make([]float32, n*v.n.relOut.Out())
	v.n.relOut.Apply(&w.Scratch, scores, w.in, n)
	return scores
}

// dot adds in eight lanes, in an order that does not depend on the machine.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3, s4, s5, s6, s7 float32
	for len(a) >= 8 && len(b) >= 8 {
		s0 += float32(a[0] * b[0])
		s1 += float32(a[1] * b[1])
		s2 += float32(a[2] * b[2])
		s3 += float32(a[3] * b[3])
		s4 += float32(a[4] * b[4])
		s5 += float32(a[5] * b[5])
		s6 += float32(a[6] * b[6])
		s7 += float32(a[7] * b[7])
		a, b = a[8:], b[8:]
	}
	return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7))
}
