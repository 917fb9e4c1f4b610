package nn

import (
	"errors"
	"fmt"
)

const (
	headWidth = 32
	// block is the number of rows that go through a feed-forward layer together:
	// few enough for its wide rows to stay in the cache.
	block = 64
)

// Encoder is a BERT-class encoder with its norms after each sublayer.
type Encoder struct {
	word       *Table
	position   []float32 // [Positions][Hidden], the token type's vector added
	feature    []float32 // [features][Hidden], may be empty
	gain, bias []float32
	layers     []layer
	hidden     int
}

// layer is one layer of the encoder.
type layer struct {
	qkv, out, up, down *Linear
	gain1, bias1       []float32
	gain2, bias2       []float32
}

// Sequence is one sequence of word pieces, the marks at its beginning and end
// included. Feats is empty or holds one feature for each piece.
type Sequence struct {
	IDs   []int32
	Feats []uint8
}

// NewEncoder finds an encoder in the weights: meta "layers"; tensors "word" (rows8
// [pieces][hidden]), "pos", "feat" (f32, may be missing), "norm.g", "norm.b", and
// for layer i "layer.i." with qkv, o, up, down (q8), n1.g, n1.b, n2.g, n2.b (f32).
// Heads are 32 wide.
func NewEncoder(w *Weights) (*Encoder, error) {
	e := &Encoder{}
	var n int
	err := errors.Join(w.Meta("layers", &n), e.readInput(w))
	if err != nil {
		return nil, fmt.Errorf("encoder: %w", err)
	}
	for i := range n {
		l, err := readLayer(w, fmt.Sprintf("layer.%d.", i), e.hidden)
		if err != nil {
			return nil, fmt.Errorf("encoder: %w", err)
		}
		e.layers = append(e.layers, l)
	}
	return e, nil
}

// readInput reads what stands before the first layer.
func (e *Encoder) readInput(w *Weights) (err error) {
	if e.word, err = w.Table("word"); err != nil {
		return err
	}
	e.hidden = e.word.Dim()
	if e.hidden%headWidth != 0 {
		return fmt.Errorf("%d hidden are not whole heads of %d", e.hidden, headWidth)
	}
	if w.Has("feat") {
		if e.feature, err = w.Floats("feat", 0, e.hidden); err != nil {
			return err
		}
	}
	if e.position, err = w.Floats("pos", 0, e.hidden); err != nil {
		return err
	}
	e.gain, e.bias, err = readNorm(w, "norm", e.hidden)
	return err
}

func readNorm(w *Weights, name string, hidden int) (gain, bias []float32, err error) {
	gain, err = w.Floats(name+".g", hidden)
	if err == nil {
		bias, err = w.Floats(name+".b", hidden)
	}
	return gain, bias, err
}

func readLayer(w *Weights, prefix string, hidden int) (l layer, err error) {
	wide := 0
	if shape := w.Shape(prefix + "up"); len(shape) == 2 {
		wide = shape[0]
	}
	for _, m := range []struct {
		name    string
		to      **Linear
		out, in int
	}{
		{"qkv", &l.qkv, 3 * hidden, hidden},
		{"o", &l.out, hidden, hidden},
		{"up", &l.up, wide, hidden},
		{"down", &l.down, hidden, wide},
	} {
		if *m.to, err = w.linear(prefix+m.name, m.out, m.in); err != nil {
			return l, err
		}
	}
	if l.gain1, l.bias1, err = readNorm(w, prefix+"n1", hidden); err != nil {
		return l, err
	}
	l.gain2, l.bias2, err = readNorm(w, prefix+"n2", hidden)
	return l, err
}

// Hidden is the width of the vectors.
func (e *Encoder) Hidden() int { return e.hidden }

// Positions is the length of the longest sequence.
func (e *Encoder) Positions() int { return len(e.position) / e.hidden }

// Features is the number of features that a piece may have, 0 where the weights
// know none.
func (e *Encoder) Features() int { return len(e.feature) / e.hidden }

// encoderBuffers are what Encode works in, each [rows] of the width named.
type encoderBuffers struct {
	x, ctx, out []float32 // hidden
	qkv         []float32 // 3·hidden
	wide        []float32 // of one block
}

// Encode gives one vector of Hidden numbers for each piece, the sequences laid end
// to end; they are valid until the next Encode with s, other operations leave them
// alone. A sequence's vectors do not depend on its neighbours. It panics on a sequence longer than Positions and on
// a piece or feature that the weights do not have.
func (e *Encoder) Encode(s *Scratch, seqs []Sequence) []float32 {
	b, rows := &s.encoder, 0
	for _, q := range seqs {
		rows += len(q.IDs)
	}
	x := grow(&b.x, rows*e.hidden)
	e.embed(s, x, seqs)
	for i := range e.layers {
		e.layers[i].apply(s, x, seqs, e.hidden)
	}
	return x
}

// embed writes the sums of the input embeddings, normalised.
func (e *Encoder) embed(s *Scratch, x []float32, seqs []Sequence) {
	places := grow(&s.encoder.out, len(x))
	at := 0
	for _, q := range seqs {
		if len(q.IDs) > e.Positions() {
			panic(fmt.Sprintf("nn: sequence of %d pieces, the encoder takes %d", len(q.IDs), e.Positions()))
		}
		copy(places[at:], e.position[:len(q.IDs)*e.hidden])
		for i, id := range q.IDs {
			row := places[at : at+e.hidden]
			e.word.Row(x[at:at+e.hidden], int(id))
			if len(e.feature) > 0 && len(q.Feats) > 0 {
				for j, f := range e.feature[int(q.Feats[i])*e.hidden:][:e.hidden] {
					row[j] += f
				}
			}
			at += e.hidden
		}
	}
	LayerNorm(s, x, x, places, e.gain, e.bias)
}

// apply runs one layer on x in place.
func (l *layer) apply(s *Scratch, x []float32, seqs []Sequence, hidden int) {
	b, rows := &s.encoder, len(x)/hidden
	qkv, ctx, out := grow(&b.qkv, 3*len(x)), grow(&b.ctx, len(x)), grow(&b.out, len(x))
	l.qkv.Apply(s, qkv, x, rows)
	at := 0
	for _, q := range seqs {
		end := at + len(q.IDs)*hidden
		Attend(s, ctx[at:end], qkv[3*at:3*end], hidden/headWidth, headWidth)
		at = end
	}
	l.out.Apply(s, out, ctx, rows)
	LayerNorm(s, x, out, x, l.gain1, l.bias1)
	for r := 0; r < rows; r += block {
		l.feed(s, x[r*hidden:min(r+block, rows)*hidden], hidden)
	}
}

// feed runs the feed-forward half of a layer on a block of rows.
func (l *layer) feed(s *Scratch, x []float32, hidden int) {
	rows := len(x) / hidden
	wide := grow(&s.encoder.wide, rows*l.up.out)
	out := grow(&s.encoder.out, len(x))
	l.up.Apply(s, wide, x, rows)
	GELU(s, wide)
	l.down.Apply(s, out, wide, rows)
	LayerNorm(s, x, out, x, l.gain2, l.bias2)
}
