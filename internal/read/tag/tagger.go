package tag

import (
	"fmt"
	"runtime"
	"slices"
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
	works   chan *head.Work // one for each processor, whatever is read at once
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
	t.works = make(chan *head.Work, runtime.GOMAXPROCS(0))
	for range cap(t.works) {
		t.works <- &head.Work{}
	}
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
// the tokens. The windows of a text are read side by side, as many as there are
// processors; memory beyond the layers does not grow with the text.
func (t *Tagger) Tag(a *readout.Analysis) {
	p := newPage(a, t.tokens)
	tokens := append([]readout.Token(nil), a.Tokens...)
	link := linker{network: t.network}
	var fs []found
	a.Attributions, a.Names, a.Anaphors = nil, nil, nil
	for round := range slices.Chunk(p.windows(), cap(t.works)) {
		for _, s := range t.look(round, a, tokens) {
			fs = append(fs, s.attributions...)
			a.Names = append(a.Names, s.names...)
			a.Anaphors = append(a.Anaphors, link.links(s.linked)...)
		}
	}
	agree(p.text, a.Names)
	a.Tokens = tokens
	for _, f := range settle(fs) {
		a.Attributions = append(a.Attributions, readout.Attribution{Source: p.ranges(f.source), Cue: p.ranges(f.cue), Content: p.ranges(f.content), Probability: calibrated(f.p)})
	}
}

// sight is what one window shows, beside what it writes into its own tokens.
type sight struct {
	attributions []found
	names        []readout.Name
	linked       linkable
}

// look reads windows side by side. Each writes into the tokens of its own words.
func (t *Tagger) look(windows []window, a *readout.Analysis, tokens []readout.Token) []sight {
	out, faults := make([]sight, len(windows)), make([]any, len(windows))
	var wg sync.WaitGroup
	for i := range windows {
		wg.Go(func() {
			work := <-t.works
			defer func() {
				t.works <- work
				faults[i] = recover()
			}()
			w := &windows[i]
			v := w.encode(t.network, work)
			w.parse(t.network, v, a, tokens)
			out[i] = sight{w.attributions(t.network, v), w.names(t.network, t.names, v, a), w.linkable(t.network, v, a, tokens)}
		})
	}
	wg.Wait()
	for _, fault := range faults {
		if fault != nil {
			panic(fault) // where the caller can catch it, as of a text that is read alone
		}
	}
	return out
}
