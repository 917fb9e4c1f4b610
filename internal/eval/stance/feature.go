package stance

import (
	"maps"
	"slices"
	"strings"

	"readout/internal/ledger/match"
)

// Features are numbers by name, of about the size of 1.
type Features map[string]float64

// bias is the feature that every pair has.
const bias = "bias"

// Features are those of a text towards a claim.
func (r *Reader) Features(claim, text string) Features { return r.pair(claim, text).features() }

func (p *pair) features() Features {
	f := Features{bias: 1}
	p.cues(f)
	p.likeness(f)
	f.mark("question mark", p.mark)
	f.mark("question first", p.asks())
	f.mark("double", p.doubled)
	return f
}

func (f Features) mark(name string, holds bool) {
	if holds {
		f[name] = 1
	}
}

// cues are what the words of the text do, by kind, and which words they are.
func (p *pair) cues(f Features) {
	for name, k := range kinds {
		if k != asks {
			f[name] = float64(min(count(p.text, k), 3))
		}
	}
	for _, w := range p.text {
		if w.kind&^asks != 0 {
			f["word "+w.stem] = 1
		}
	}
	f["against"], f["removed"] = float64(count(p.text, against)), float64(count(p.text, removed))
	f.mark("any against", f["against"] > 0)
	f.mark("any removed", f["removed"] > 0)
	f.mark("claim against", count(p.claim, against) > 0)
	f.mark("claim removed", count(p.claim, removed) > 0)
	f["free"] = float64(min(len(p.free), 3))
	f.mark("any free", len(p.free) > 0)
	f.mark("odd free", len(p.free)%2 == 1)
}

// likeness is how much of the claim the text has, and of the text the claim.
func (p *pair) likeness(f Features) {
	f["share"] = 2 * p.share()
	f["share of text"] = 2 * float64(len(p.shared)) / float64(max(1, len(matter(p.text))))
	f["length"] = float64(len(p.text)) / 10
	f["longer"] = float64(len(p.text)) / float64(max(1, len(p.claim)))
}

func matter(ws []word) map[string]bool {
	m := map[string]bool{}
	for _, w := range ws {
		if w.matter {
			m[w.stem] = true
		}
	}
	return m
}

// share is the part of the claim's words that the text has.
func (p *pair) share() float64 {
	return float64(len(p.shared)) / float64(max(1, len(matter(p.claim))))
}

// crossed: each has a number that the other has not.
func (p *pair) crossed() bool {
	numbers := func(ws []word) []string {
		return slices.DeleteFunc(slices.Sorted(maps.Keys(matter(ws))), func(w string) bool { return !match.IsNumber(w) })
	}
	a, b := numbers(p.claim), numbers(p.text)
	return len(match.Minus(a, b)) > 0 && len(match.Minus(b, a)) > 0
}

// asks reports a question.
func (p *pair) asks() bool { return p.mark || len(p.text) > 0 && p.text[0].kind&asks != 0 }

func marked(text string) bool { return strings.Contains(text, "?") }

// within is how far from a cue the claim's words are looked for.
const within = 4

// near: a cue against stands near a word of the claim, a negation before it.
func (p *pair) near() bool {
	return slices.ContainsFunc(p.free, func(i int) bool {
		first := max(0, i-within)
		if p.text[i].kind&against == negates {
			first = i
		}
		return slices.ContainsFunc(p.text[first:min(len(p.text), i+within+1)], func(w word) bool { return p.shared[w.stem] })
	})
}
