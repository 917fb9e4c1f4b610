package tag

import (
	"sort"
	"strings"

	"readout"
	"readout/internal/nn/head"
)

// parse writes the part of speech, head and relation of every token of the window's
// own into tokens.
func (w *window) parse(n *head.Network, v *head.Window, a *readout.Analysis, tokens []readout.Token) {
	for _, s := range w.sentencesOf(a) {
		parts := w.parts(n, tokens, s)
		rows, heads := make([]int, len(parts)), []int(nil)
		for i, p := range parts {
			rows[i] = p.row
		}
		heads = head.Tree(v.Arcs(rows), len(rows))
		to := make([]int, len(heads))
		for i, h := range heads {
			to[i] = h
			if h < 0 {
				to[i] = i
			}
		}
		relations, upos := v.RelationsTo(rows, to), v.Upos(rows)
		for _, i := range tops(parts, heads) {
			t := &tokens[parts[i].token]
			t.UPOS = n.Upos[best(upos, i, len(n.Upos))]
			t.Relation = n.Relations[best(relations, i, len(n.Relations))]
			t.Head = -1
			if heads[i] >= 0 {
				t.Head = parts[heads[i]].token
			}
		}
	}
}

// tops are the tokens' own parts: of each, the one that is nearest to the root, and
// of several the last that is a word, "fire" of "cease-fire" and "do" of "don't".
// What that one hangs on is nearer still, so that the tokens are a tree as the parts
// are.
func tops(parts []part, heads []int) []int {
	var out []int
	for i, p := range parts {
		last := len(out) - 1
		if last < 0 || parts[out[last]].token != p.token {
			out = append(out, i)
			continue
		}
		nearer := depth(heads, out[last]) - depth(heads, i)
		if nearer > 0 || nearer == 0 && (!p.minor || parts[out[last]].minor) {
			out[last] = i
		}
	}
	return out
}

func depth(heads []int, i int) int {
	d := 0
	for ; heads[i] >= 0; i = heads[i] {
		d++
	}
	return d
}

// sentencesOf are the sentences of the analysis as far as their tokens begin in the
// window's own part: one that is longer than a window is cut.
func (w *window) sentencesOf(a *readout.Analysis) []readout.Sentence {
	own := w.stretch(w.core, w.end)
	next := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > own.Start })
	var out []readout.Sentence
	for ; next < len(a.Sentences) && a.Sentences[next].Start < own.End; next++ {
		s := a.Sentences[next]
		tokens := a.Tokens[s.First:s.Last]
		s.Last = s.First + sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= own.End })
		s.First += sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= own.Start })
		if s.First < s.Last {
			out = append(out, s)
		}
	}
	return out
}

// part is a token, or a piece of one that the treebanks count as a word: "cease",
// "-" and "fire", "do" and "n't". A hyphen and a contraction's ending are minor.
type part struct {
	token, row int
	minor      bool
}

const longest = 200 // words of a sentence that are parsed

func (w *window) parts(n *head.Network, tokens []readout.Token, s readout.Sentence) []part {
	var out []part
	next := w.lo
	for i := s.First; i < s.Last && len(out) < longest; i++ {
		for k, r := range split(w.text, tokens[i]) {
			var piece int
			piece, next = w.pieceAt(r, next)
			s := w.text[r.Start:r.End]
			out = append(out, part{i, w.row(n, piece), strings.Contains(hyphens, s) || k > 0 && strings.ContainsAny(s, "'’")})
		}
	}
	return out
}

const hyphens = "-‑–"

// split cuts a token at its hyphens and in front of a contraction's ending.
func split(text string, t readout.Token) []readout.Range {
	if t.Kind == readout.Punct {
		return []readout.Range{t.Range}
	}
	end := t.End
	s := text[t.Start:t.End]
	for _, ending := range [...]string{"n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m"} {
		if strings.HasSuffix(s, ending) && len(s) > len(ending) {
			end -= len(ending)
			break
		}
	}
	var out []readout.Range
	start := t.Start
	for i, c := range text[t.Start:end] {
		if at := t.Start + i; strings.ContainsRune(hyphens, c) {
			width := len(string(c))
			if at > start {
				out = append(out, readout.Range{Start: start, End: at})
			}
			out = append(out, readout.Range{Start: at, End: at + width})
			start = at + width
		}
	}
	if start < end {
		out = append(out, readout.Range{Start: start, End: end})
	}
	if end < t.End {
		out = append(out, readout.Range{Start: end, End: t.End})
	}
	return out
}

// best is the column with the largest score of a row.
func best(scores []float32, row, width int) int {
	k, s := 0, scores[row*width:][:width]
	for i, v := range s {
		if v > s[k] {
			k = i
		}
	}
	return k
}
