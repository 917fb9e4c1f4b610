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

// linkable is what a window says of its own words: the tokens, each as an
// antecedent, and those of them that can stand for an earlier one.
type linkable struct {
	own         []int
	antecedents []head.Antecedent
	asked       []int // tokens
	anaphors    []head.Anaphor
}

func (w *window) linkable(n *head.Network, v *head.Window, a *readout.Analysis, tokens []readout.Token) linkable {
	var l linkable
	var rows, ask []int
	next := w.lo
	for _, s := range w.sentencesOf(a) {
		for i := s.First; i < s.Last; i++ {
			var piece int
			piece, next = w.pieceAt(tokens[i].Range, next)
			row := w.row(n, piece)
			l.own, rows = append(l.own, i), append(rows, row)
			if anaphoric(w.text, tokens[s.First:s.Last], i-s.First, s.First) {
				l.asked, ask = append(l.asked, i), append(ask, row)
			}
		}
	}
	l.antecedents, l.anaphors = v.Antecedents(rows), v.Anaphors(ask)
	return l
}

// links scores, for every token of a window that can stand for an earlier one, the
// tokens before it.
func (l *linker) links(w linkable) []readout.Anaphor {
	if len(w.own) == 0 {
		return nil
	}
	l.forget(w.own[0])
	l.before = append(l.before, w.antecedents...)
	var out []readout.Anaphor
	for i, ana := range w.anaphors {
		out = append(out, l.link(ana, w.asked[i]))
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

// link is the softmax over the tokens in front of an anaphor and none. The best
// token is kept however unlikely it is.
func (l *linker) link(ana head.Anaphor, token int) readout.Anaphor {
	from := max(l.first, token-reach)
	scores := make([]float64, 0, token-from)
	best, top := 0, float64(ana.None)
	for i := from; i < token; i++ {
		s := float64(l.network.Link(ana, l.before[i-l.first], token-i))
		scores = append(scores, s)
		top = max(top, s)
		if s > scores[best] {
			best = i - from
		}
	}
	sum := math.Exp(float64(ana.None) - top)
	for _, s := range scores {
		sum += math.Exp(s - top)
	}
	out := readout.Anaphor{Token: token, None: math.Exp(float64(ana.None)-top) / sum}
	for i, s := range scores {
		if p := math.Exp(s-top) / sum; p >= likely || i == best {
			out.To = append(out.To, readout.Antecedent{Token: from + i, Probability: p})
		}
	}
	sort.SliceStable(out.To, func(i, j int) bool { return out.To[i].Probability > out.To[j].Probability })
	return out
}

// anaphoric reports that word i of a sentence can stand for an earlier one: a
// pronoun, or a noun with "the" or a word that points back. first is the token that
// the sentence begins with.
func anaphoric(text string, sentence []readout.Token, i, first int) bool {
	switch t := sentence[i]; t.UPOS {
	case "PRON":
		return true
	case "NOUN":
		for _, k := range sentence[max(i-4, 0):i] {
			if k.Head != first+i || k.Relation != "det" {
				continue
			}
			switch strings.ToLower(text[k.Start:k.End]) {
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
	work := <-t.works
	defer func() { t.works <- work }()
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
