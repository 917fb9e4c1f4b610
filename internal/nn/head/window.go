package head

import (
	"slices"

	"readout/internal/nn"
)

// Work is the memory of one goroutine. The zero value is ready.
type Work struct {
	Scratch nn.Scratch

	first    []float32 // [pieces][inputs·width]
	in, out  []float32
	pair     [6][]float32
	zero     []float32
	sequence [1]nn.Sequence
}

// Window is a stretch of pieces that was encoded: vectors [pieces][384] and the
// first layers of the heads. It is valid until its Work encodes the next one.
type Window struct {
	n       *Network
	work    *Work
	vectors []float32
	first   []float32
}

// Encode runs the encoder over the pieces of one window, the marks at its
// beginning and end included, and the first layers of all heads over its vectors.
func (n *Network) Encode(w *Work, ids []int32, feats []uint8) *Window {
	w.sequence[0] = nn.Sequence{IDs: ids, Feats: feats}
	v := n.encoder.Encode(&w.Scratch, w.sequence[:])
	w.first = room(w.first, len(ids)*inputs*width)
	n.words.Apply(&w.Scratch, w.first, v, len(ids))
	return &Window{n: n, work: w, vectors: v, first: w.first}
}

// room is b with a length of n; what was in it may be lost.
func room(b []float32, n int) []float32 { return slices.Grow(b[:0], n)[:n] }

// column is what one first layer says of a piece.
func (v *Window) column(piece, input int) []float32 {
	return v.first[(piece*inputs+input)*width:][:width]
}

// gather lays the columns of some pieces end to end, through GELU.
func (v *Window) gather(dst []float32, pieces []int, input int) []float32 {
	dst = room(dst, len(pieces)*width)
	for i, p := range pieces {
		copy(dst[i*width:], v.column(p, input))
	}
	nn.GELU(&v.work.Scratch, dst)
	return dst
}

// scores is a head of two layers over the first pieces of words.
func (v *Window) scores(pieces []int, input int, out *nn.Linear) []float32 {
	w := v.work
	w.in = v.gather(w.in, pieces, input)
	dst := make([]float32, len(pieces)*out.Out())
	out.Apply(&w.Scratch, dst, w.in, len(pieces))
	return dst
}

// Cues scores O, B, I for each word: [words][3].
func (v *Window) Cues(words []int) []float32 { return v.scores(words, cueIn, v.n.cueOut) }

// Names scores the Network's Tags for each word: [words][tags].
func (v *Window) Names(words []int) []float32 { return v.scores(words, nameIn, v.n.nameOut) }

// Upos scores the universal parts of speech for each word: [words][Upos].
func (v *Window) Upos(words []int) []float32 { return v.scores(words, posIn, v.n.posOut) }
