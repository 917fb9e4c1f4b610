package tag

import (
	"readout"
	"readout/internal/nn/head"
)

// The pieces of a window's own and of what stands before it for context, as in
// training (train/corpora.py).
const (
	corePieces    = 288
	contextPieces = 48
)

// The marks at a window's beginning and end in BERT's vocabulary.
const (
	clsPiece = 101
	sepPiece = 102
)

// window is words context to end of a page, of which those from core on are its
// own; lo is the piece at its beginning.
type window struct {
	*page
	context, core, end int
	lo                 int
}

// windows cuts a page into windows: whole paragraphs, whole sentences of one that
// is too long, and words of such a sentence.
func (p *page) windows() []window {
	var out []window
	add := func(a, b int) {
		c := p.contextOf(a)
		out = append(out, window{page: p, context: c, core: a, end: b, lo: p.firstPiece(c)})
	}
	start := -1
	for _, u := range p.units() {
		if start >= 0 && p.size(start, u[1]) > corePieces {
			add(start, u[0])
			start = -1
		}
		if start < 0 {
			start = u[0]
		}
	}
	if start >= 0 {
		add(start, len(p.words))
	}
	return out
}

// units are what a window should not cut, as ranges of words.
func (p *page) units() [][2]int {
	var out [][2]int
	for i := 0; i < len(p.words); {
		j := i
		for j < len(p.words) && p.words[j].paragraph == p.words[i].paragraph {
			j++
		}
		a, last := i, i
		for k := i; k < j; k++ {
			if p.words[k].opens {
				last = k
			}
			if k > a && p.size(a, k+1) > corePieces {
				cut := k
				if last > a {
					cut = last
				}
				out = append(out, [2]int{a, cut})
				a = cut
			}
		}
		out = append(out, [2]int{a, j})
		i = j
	}
	return out
}

// contextOf is where the context of a window begins whose own words begin at a:
// at a sentence.
func (p *page) contextOf(a int) int {
	c := a
	for c > 0 && p.size(c-1, a) <= contextPieces {
		c--
	}
	for c < a && !p.words[c].opens {
		c++
	}
	return c
}

// size is the number of pieces of words a to b. A word counts for half a piece at
// least: signs without one would make a window of any number of words.
func (p *page) size(a, b int) int { return max(p.firstPiece(b)-p.firstPiece(a), (b-a)/2) }

func (p *page) firstPiece(w int) int {
	if w == len(p.words) {
		return len(p.pieces)
	}
	return p.words[w].piece
}

// stretch is the text from word a up to word b, and all before the first word and
// behind the last one.
func (p *page) stretch(a, b int) readout.Range {
	r := readout.Range{End: len(p.text)}
	if a > 0 {
		r.Start = p.words[a].Start
	}
	if b < len(p.words) {
		r.End = p.words[b].Start
	}
	return r
}

// encode runs the network over the window's pieces, as many as it takes.
func (w *window) encode(n *head.Network, work *head.Work) *head.Window {
	hi := min(w.firstPiece(w.end), w.lo+n.Positions()-2)
	ids := make([]int32, 0, hi-w.lo+2)
	feats := make([]uint8, 1, hi-w.lo+2)
	ids = append(ids, clsPiece)
	for _, p := range w.pieces[w.lo:hi] {
		ids = append(ids, p.ID)
	}
	feats = append(feats, w.feats[w.lo:hi]...)
	return n.Encode(work, append(ids, sepPiece), append(feats, 0))
}

// row is where a piece of the page lies in the encoded window.
func (w *window) row(n *head.Network, piece int) int {
	hi := min(w.firstPiece(w.end), w.lo+n.Positions()-2)
	return max(min(piece-w.lo+1, hi-w.lo), 1)
}

// rows are the rows of the window's words, its context's first.
func (w *window) rows(n *head.Network) []int {
	out := make([]int, w.end-w.context)
	for i := range out {
		out[i] = w.row(n, w.words[w.context+i].piece)
	}
	return out
}
