// Package stance tells where a text stands towards a claim: for it, against it,
// or only telling of it, and whether that is sure.
//
// The idea is that of the Emergent corpus (Ferreira and Vlachos 2016): words
// that refute, deny, doubt, negate or put at a remove what is told
// (lang/en/stance.txt), how much of the claim the text has, and whether it asks,
// weighed by a small logistic regression. A cue that the claim has as well
// ("did not stop", "will not stop") takes no side, and two that undo
// each other ("denies that it is a hoax") leave nothing sure.
//
// It knows no subject: of a text's own words only the listed ones count. Parse,
// bag of words and the encoder's vectors were tried and added nothing
// (doc/architecture.md, which also says why the ledger does not ask it). Irony,
// and what follows without a cue ("afloat" of what was said to have sunk), it cannot
// see.
package stance

import "readout/internal/lang"

// Value is where a text stands.
type Value uint8

// The values in the order of Verdict.P. Observing is telling of the claim
// without a stand of one's own.
const (
	For Value = iota
	Against
	Observing
	values
)

func (v Value) String() string { return [...]string{"for", "against", "observing"}[v] }

// Verdict is where a text probably stands. What is not sure is nothing to build on.
type Verdict struct {
	Value Value
	Sure  bool
	P     [values]float64 // of each value; their sum is 1
}

// Judge says by the weights where a text stands. A verdict is sure where it is
// probable and the form bears it out: for the claim stands nobody who uses a cue
// against it, who asks, who lacks half of its words or has other numbers;
// against it only who has such a cue, and has it near the claim's words.
func (r *Reader) Judge(w Weights, claim, text string) Verdict {
	p := r.pair(claim, text)
	v := Verdict{P: w.P(p.features())}
	for i, x := range v.P {
		if x > v.P[v.Value] {
			v.Value = Value(i)
		}
	}
	v.Sure = v.P[v.Value] >= least[v.Value] && p.bears(v.Value)
	return v
}

// least is how probable a sure verdict is at least, chosen by cross-validation.
var least = [values]float64{For: 0.75, Against: 0.85, Observing: 0.8}

// enough is the share of the claim's words that a sure verdict needs.
const enough = 0.5

// bears reports that the form of the texts allows a verdict to be sure.
func (p *pair) bears(v Value) bool {
	if p.doubled || p.share() < enough || p.crossed() {
		return false
	}
	switch v {
	case For:
		return len(p.free) == 0 && !p.asks() && count(p.text, corrects) == 0
	case Against:
		return p.near() && !p.asks()
	}
	return true
}

// pair is a claim and a text in words.
type pair struct {
	claim, text   []word
	mark          bool  // a question mark stands in the text, and in the claim none
	free          []int // words of the text that speak against, without the like in the claim
	doubled       bool  // two of them undo each other
	known, shared map[string]bool
}

func (r *Reader) pair(claim, text string) *pair {
	p := &pair{claim: r.words(claim), text: r.words(text), mark: marked(text) && !marked(claim)}
	p.free, p.doubled = p.unanswered(), doubled(p.text)
	p.known, p.shared = map[string]bool{}, map[string]bool{}
	for _, w := range p.claim {
		p.known[w.stem] = p.known[w.stem] || w.matter
	}
	for _, w := range p.text {
		if w.matter && p.known[w.stem] {
			p.shared[w.stem] = true
		}
	}
	return p
}

// Reader knows the cues of a language.
type Reader struct {
	cues    map[string]kind // by stem
	phrases []phrase
}

// New takes the cues of a language; of one without them every text is without cue.
func New(l *lang.Language) *Reader {
	r := &Reader{cues: map[string]kind{}}
	for name, list := range l.Grouped("stance") {
		r.add(kinds[name], list)
	}
	return r
}
