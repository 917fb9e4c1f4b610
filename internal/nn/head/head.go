// Package head reads the encoder's vectors: which words are cues, what their
// source and content are, which are names, what part of speech and which head
// a word has, and which earlier word a word may stand for. It gives scores;
// what they mean for a report is decided elsewhere.
//
// Every head works on the first piece of a word, so that the same vectors serve
// several ways of cutting a text into words. The network is the one of
// train/model.py, the names of its tensors are those of train/export.py.
//
// It leaves out the choice among scores, except for the two that are pure
// mathematics: the best path of a chain (CRF) and the best tree (Tree).
package head

import (
	"errors"
	"fmt"

	"readout/internal/nn"
)

const (
	hidden = 384
	width  = 192 // of every head
	heads  = 4   // of the small transformer layer
)

// the first layers of all heads lie side by side in one product
const (
	cueIn = iota
	pairIn
	nameIn
	posIn
	arcDep
	arcHead
	relDep
	relHead
	anaIn
	antIn
	inputs
)

// Network is the encoder with its heads. It is read-only and safe for any number
// of goroutines, each with a Work of its own.
type Network struct {
	encoder *nn.Encoder
	words   *nn.Linear // all first layers

	Cue, Pair CRF

	cueOut, nameOut, posOut, arc, relOut, link *nn.Linear
	pair                                       pairHead
	root, gap, ant, none                       []float32

	Tags, Upos, Relations []string // what the columns of the scores stand for
}

// Load finds the network in the weights.
func Load(w *nn.Weights) (*Network, error) {
	n := &Network{}
	l := loader{w: w}
	var err error
	if n.encoder, err = nn.NewEncoder(w); err != nil {
		return nil, fmt.Errorf("network: %w", err)
	}
	if n.encoder.Hidden() != hidden {
		return nil, fmt.Errorf("network: %d wide, the heads want %d", n.encoder.Hidden(), hidden)
	}
	l.errs = append(l.errs, w.Meta("tags", &n.Tags), w.Meta("upos", &n.Upos), w.Meta("relations", &n.Relations))
	n.words = l.linear("words", inputs*width, hidden)
	n.cueOut = l.linear("cue_out", 3, width)
	n.nameOut = l.linear("name_out", len(n.Tags), width)
	n.posOut = l.linear("pos_out", len(n.Upos), width)
	n.arc, n.link = l.linear("arc", width, width), l.linear("link", width, width)
	n.relOut = l.linear("rel_out", len(n.Relations), width)
	n.root, n.gap = l.floats("root", width), l.floats("gap", Gaps, 1)
	n.ant, n.none = l.floats("ant_bias", width+1), l.floats("no_ant", width+1)
	n.Cue, n.Pair = l.crf("cue_crf", 3), l.crf("pair_crf", 5)
	n.pair = l.pair()
	if err := errors.Join(l.errs...); err != nil {
		return nil, fmt.Errorf("network: %w", err)
	}
	return n, nil
}

// Positions is the number of pieces that a window may have, marks included.
func (n *Network) Positions() int { return n.encoder.Positions() }

// loader collects the errors of many look-ups.
type loader struct {
	w    *nn.Weights
	errs []error
}

func (l *loader) linear(name string, out, in int) *nn.Linear {
	t, err := l.w.Linear(name)
	if err == nil && (t.Out() != out || t.In() != in) {
		err = fmt.Errorf("%s is [%d %d], want [%d %d]", name, t.Out(), t.In(), out, in)
	}
	l.errs = append(l.errs, err)
	return t
}

func (l *loader) floats(name string, shape ...int) []float32 {
	f, err := l.w.Floats(name, shape...)
	l.errs = append(l.errs, err)
	return f
}

func (l *loader) crf(name string, labels int) CRF {
	return CRF{Start: l.floats(name+".start", labels), Trans: l.floats(name+".trans", labels, labels)}
}

func (l *loader) norm(name string) norm {
	return norm{l.floats(name+".g", width), l.floats(name+".b", width)}
}

type norm struct{ gain, bias []float32 }

func (n norm) apply(s *nn.Scratch, dst, x, add []float32) {
	nn.LayerNorm(s, dst, x, add, n.gain, n.bias)
}
