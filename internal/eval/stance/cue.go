package stance

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/ledger/match"
)

// kind is a set of what a word may do.
type kind uint16

const (
	refutes kind = 1 << iota
	denies
	doubts
	negates
	hedges
	tells
	confirms
	corrects
	asks

	against = refutes | denies | doubts | negates
	removed = hedges | tells // puts at a remove
)

// kinds are named as the lists of stance.txt.
var kinds = map[string]kind{
	"refutes": refutes, "denies": denies, "doubts": doubts, "negates": negates, "hedges": hedges,
	"tells": tells, "confirms": confirms, "corrects": corrects, "asks": asks,
}

// word is a word of a text. One of matter is neither a function word nor a cue.
type word struct {
	low, stem string
	kind      kind
	matter    bool
}

// phrase is a cue of several words.
type phrase struct {
	words []string
	kind  kind
}

// gap is how many words may stand between two of a phrase: "made it all up".
const gap = 2

// add enters a list of cues.
func (r *Reader) add(k kind, list map[string]bool) {
	for cue := range list {
		if parts := strings.Split(cue, "_"); len(parts) > 1 {
			r.phrases = append(r.phrases, phrase{parts, k})
			continue
		}
		r.cues[match.Stem(cue)] |= k
	}
	slices.SortFunc(r.phrases, func(a, b phrase) int {
		return cmp.Or(slices.Compare(a.words, b.words), cmp.Compare(a.kind, b.kind))
	})
}

// words cuts a text and marks the cues.
func (r *Reader) words(text string) []word {
	var out []word
	for _, low := range match.Words(text) {
		w := word{low: low, stem: match.Stem(low)}
		w.kind = r.cues[w.stem]
		w.matter = w.kind&^asks == 0 && !match.Stop(low) && (len(low) > 1 || match.IsNumber(low))
		out = append(out, w)
	}
	for i := range out {
		for _, p := range r.phrases {
			if p.begins(out[i:]) {
				out[i].kind, out[i].matter = out[i].kind|p.kind, false
			}
		}
	}
	return out
}

// begins reports that the words begin with the phrase.
func (p phrase) begins(ws []word) bool {
	at := 0
	if len(ws) == 0 || ws[0].low != p.words[0] {
		return false
	}
	for _, low := range p.words[1:] {
		next := slices.IndexFunc(ws[at+1:min(len(ws), at+2+gap)], func(w word) bool { return w.low == low })
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return true
}

// count is how many words are of a kind.
func count(ws []word, k kind) (n int) {
	for _, w := range ws {
		if w.kind&k != 0 {
			n++
		}
	}
	return n
}

// unanswered are the words of the text that speak against and have none of their
// kind in the claim with the same word, or of the same word.
func (p *pair) unanswered() (free []int) {
	for i, w := range p.text {
		if w.kind&against == 0 {
			continue
		}
		if !slices.ContainsFunc(places(p.claim, w.kind&against), func(j int) bool {
			return w.kind&negates == 0 && p.claim[j].stem == w.stem || follower(p.text, i) == follower(p.claim, j)
		}) {
			free = append(free, i)
		}
	}
	return free
}

// places are the words of a kind.
func places(ws []word, k kind) (at []int) {
	for i, w := range ws {
		if w.kind&k != 0 {
			at = append(at, i)
		}
	}
	return at
}

// follower is the stem of the next word that is no function word, "" at the end.
func follower(ws []word, i int) string {
	for _, w := range ws[i+1:] {
		if !match.Stop(w.low) {
			return w.stem
		}
	}
	return ""
}

// doubled: a negation close before another cue against ("no hoax"), a denial with
// a refutation behind it ("denied that the letter was forged").
func doubled(ws []word) bool {
	for i, w := range ws {
		behind := ws[i+1:]
		if w.kind&negates != 0 && count(behind[:min(3, len(behind))], against&^negates) > 0 ||
			w.kind&(denies|doubts) != 0 && count(behind, refutes) > 0 {
			return true
		}
	}
	return false
}
