package tag

import (
	"fmt"
	"sync"

	"readout"
	"readout/internal/nn"
	"readout/internal/nn/head"
	"readout/internal/nn/wordpiece"
)

// Tagger lays the encoder's layers over a report. It is safe for any number of
// goroutines; the same text gives the same layers in all of them.
type Tagger struct {
	version string
	tokens  *wordpiece.Tokenizer
	network *head.Network
	names   head.CRF
	works   sync.Pool
}

// NewTagger opens weights of the format of internal/nn.
func NewTagger(weights string) (*Tagger, error) {
	w, err := nn.Open(weights)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	t := &Tagger{}
	if err := w.Meta("version", &t.version); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	vocabulary, err := w.Text("vocabulary")
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	if t.tokens, err = wordpiece.New(vocabulary); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	if err := checkVocabulary(w, t.tokens); err != nil {
		return nil, fmt.Errorf("tagger: vocabulary: %w", err)
	}
	if t.network, err = head.Load(w); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	t.names = nameChain(t.network.Tags)
	t.works.New = func() any { return &head.Work{} }
	return t, nil
}

// checkVocabulary holds the vocabulary against the encoder's table, whose rows are
// its pieces, and against the marks.
func checkVocabulary(w *nn.Weights, t *wordpiece.Tokenizer) error {
	if shape := w.Shape("word"); len(shape) > 0 && shape[0] != t.Size() {
		return fmt.Errorf("%d pieces for a table of %d", t.Size(), shape[0])
	}
	cls, _ := t.ID("[CLS]")
	sep, _ := t.ID("[SEP]")
	if cls != clsPiece || sep != sepPiece {
		return fmt.Errorf("the marks are pieces %d and %d, want %d and %d", cls, sep, clsPiece, sepPiece)
	}
	return nil
}

// Version names the weights.
func (t *Tagger) Version() string { return t.version }

// Tag fills the encoder's layers of an analysis that has blocks, sentences and
// tokens: Attributions, Names, Anaphors, and part of speech, head and relation of
// the tokens. Memory beyond the layers does not grow with the text.
func (t *Tagger) Tag(a *readout.Analysis) {
	work := t.works.Get().(*head.Work)
	defer t.works.Put(work)
	p := newPage(a, t.tokens)
	tokens := append([]readout.Token(nil), a.Tokens...)
	link := linker{network: t.network}
	var fs []found
	a.Attributions, a.Names, a.Anaphors = nil, nil, nil
	for _, w := range p.windows() {
		v := w.encode(t.network, work)
		fs = append(fs, w.attributions(t.network, v)...)
		w.parse(t.network, v, a, tokens)
		a.Names = append(a.Names, w.names(t.network, t.names, v, a)...)
		a.Anaphors = append(a.Anaphors, link.links(&w, v, a, tokens)...)
	}
	agree(p.text, a.Names)
	a.Tokens = tokens
	for _, f := range settle(fs) {
		a.Attributions = append(a.Attributions, readout.Attribution{Source: p.ranges(f.source), Cue: p.ranges(f.cue), Content: p.ranges(f.content), Probability: calibrated(f.p)})
	}
}
