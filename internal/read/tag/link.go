package tag

import (
	"math"
	"sort"
	"strings"

	"readout"
	"readout/internal/nn/head"
)

// How far back an antecedent is looked for, in tokens, and how probable one must
// be to be kept.
const (
	reach  = 400
	likely = 0.02
)

// linker remembers the last tokens of a document as antecedents.
type linker struct {
	network *head.Network
	first   int // token that before[0] is
	before  []head.Antecedent
}

// links scores, for every token of the window's own sentences that can stand for an
// earlier one, the tokens before it.
func (l *linker) links(w *window, v *head.Window, a *readout.Analysis, tokens []readout.Token) []readout.Anaphor {
	var own, rows []int
	next := w.lo
	for _, s := range w.sentencesOf(a) {
		for i := s.First; i < s.Last; i++ {
			var piece int
			piece, next = w.pieceAt(tokens[i].Range, next)
			own, rows = append(own, i), append(rows, w.row(l.network, piece))
		}
	}
	if len(own) == 0 {
		return nil
	}
	l.forget(own[0])
	var asked []int // of own
	for k, i := range own {
		if anaphoric(w.text, tokens, i) {
			asked = append(asked, k)
		}
	}
	l.before = append(l.before, v.Antecedents(rows)...)
	ask := make([]int, len(asked))
	for i, k := range asked {
		ask[i] = rows[k]
	}
	var out []readout.Anaphor
	for i, ana := range v.Anaphors(ask) {
		out = append(out, l.link(ana, own[asked[i]]))
	}
	return out
}

// forget drops what is out of reach of the window that begins at a token.
func (l *linker) forget(token int) {
	if l.first+len(l.before) < token {
		l.before, l.first = l.before[:0], token // no window held what lies between
	}
	if drop := token - reach - l.first; drop > 0 {
		l.before = append([]head.Antecedent(nil), l.before[drop:]...)
		l.first += drop
	}
}

// link is the softmax over the tokens in front of an anaphor and none.
func (l *linker) link(ana head.Anaphor, token int) readout.Anaphor {
	from := max(l.first, token-reach)
	scores := make([]float64, 0, token-from)
	top := float64(ana.None)
	for i := from; i < token; i++ {
		s := float64(l.network.Link(ana, l.before[i-l.first], token-i))
		scores = append(scores, s)
		top = max(top, s)
	}
	sum := math.Exp(float64(ana.None) - top)
	for _, s := range scores {
		sum += math.Exp(s - top)
	}
	out := readout.Anaphor{Token: token, None: math.Exp(float64(ana.None)-top) / sum}
	for i, s := range scores {
		if p := math.Exp(s-top) / sum; p >= likely {
			out.To = append(out.To, readout.Antecedent{Token: from + i, Probability: p})
		}
	}
	sort.SliceStable(out.To, func(i, j int) bool { return out.To[i].Probability > out.To[j].Probability })
	return out
}

// anaphoric reports a word that can stand for an earlier one: a pronoun, or a noun
// with "the" or a word that points back.
func anaphoric(text string, tokens []readout.Token, i int) bool {
	switch t := tokens[i]; t.UPOS {
	case "PRON":
		return true
	case "NOUN":
		for k := max(i-4, 0); k < i; k++ {
			if tokens[k].Head != i || tokens[k].Relation != "det" {
				continue
			}
			switch strings.ToLower(text[tokens[k].Start:tokens[k].End]) {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		}
	}
	return false
}

// Choose is the number of the candidate (half-open ranges of tokens, before or
// behind it) that a token stands for, -1 for none of them. It looks at the window
// of the token alone: a candidate outside is not chosen.
func (t *Tagger) Choose(a *readout.Analysis, token int, candidates [][2]int) int {
	work := t.works.Get().(*head.Work)
	defer t.works.Put(work)
	p := newPage(a, t.tokens)
	for _, w := range p.windows() {
		if w.stretch(w.core, w.end).End > a.Tokens[token].Start {
			return w.choose(t.network, w.encode(t.network, work), a, token, candidates)
		}
	}
	return -1
}

func (w *window) choose(n *head.Network, v *head.Window, a *readout.Analysis, token int, candidates [][2]int) int {
	row := func(i int) []int {
		piece, _ := w.pieceAt(a.Tokens[i].Range, w.lo)
		return []int{w.row(n, piece)}
	}
	ana := v.Anaphors(row(token))[0]
	seen := w.stretch(w.context, w.end)
	choice, top := -1, float64(ana.None)
	for k, c := range candidates {
		sum := 0.0
		for i := c[0]; i < c[1]; i++ {
			if seen.Contains(a.Tokens[i].Range) {
				sum += math.Exp(float64(n.Link(ana, v.Antecedents(row(i))[0], token-i)))
			}
		}
		if s := math.Log(sum); s > top {
			choice, top = k, s
		}
	}
	return choice
}
