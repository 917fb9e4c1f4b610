package tag

import (
	"math"
	"slices"
	"sort"

	"readout"
	"readout/internal/nn/head"
)

// cueBias is added to the score of beginning a cue: the network, trained to be
// right word by word, finds too few. Chosen on PolNeAR dev.
const cueBias = 0.15

// The network is too sure of itself: its log odds times the slope plus the shift
// are those of how often all roles overlap the gold's, fitted on PolNeAR dev.
const (
	oddsSlope = 0.81
	oddsShift = -0.64
)

// calibrated is the probability that an attribution of the network's p is right.
func calibrated(p float64) float64 {
	p = math.Min(math.Max(p, 1e-6), 1-1e-6)
	return 1 / (1 + math.Exp(-oddsSlope*math.Log(p/(1-p))-oddsShift))
}

// near is how many words on either side of a cue are looked at for its source and
// content: beyond, there is next to nothing, and it costs time.
const near = 128

// labels of the two chains
const (
	outside = iota
	beginCue
	insideCue
)

const (
	beginSource = iota + 1
	insideSource
	beginContent
	insideContent
)

// found is an attribution in the making: words of the page in rising order.
type found struct {
	source, cue, content []int
	p                    float64
}

// attributions reads the cues of the window's own words and, for each, its source
// and content.
func (w *window) attributions(n *head.Network, v *head.Window) []found {
	rows := w.rows(n)
	own := w.core - w.context
	scores := v.Cues(rows[own:])
	for i := beginCue; i < len(scores); i += 3 {
		scores[i] += cueBias
	}
	path, marginal := n.Cue.Best(scores)
	var out []found
	for i := 0; i < len(path); i++ {
		if path[i] != beginCue {
			continue
		}
		last := i
		for last+1 < len(path) && path[last+1] == insideCue {
			last++
		}
		p := 0.0
		for k := i; k <= last; k++ {
			p += 1 - marginal[k*3+outside]
		}
		f := w.roles(n, v, rows, own+i, own+last)
		f.p *= p / float64(last-i+1)
		out = append(out, f)
		i = last
	}
	return out
}

// roles finds source and content of the cue first to last (indices into rows).
// Its p is the mean of the two roles' probabilities.
func (w *window) roles(n *head.Network, v *head.Window, rows []int, first, last int) found {
	from, to := max(0, first-near), min(len(rows), last+near+1)
	at := w.relative(first, last)
	path, marginal := n.Pair.Best(v.Roles(rows[from:to], first-from, last-from, at[from:to]))
	var f found
	for i := first; i <= last; i++ {
		f.cue = append(f.cue, w.context+i)
	}
	var source, content, none float64
	none = 1
	for k, label := range path {
		i, m := from+k, marginal[k*5:][:5]
		none = min(none, m[outside]+m[beginContent]+m[insideContent])
		switch {
		case i >= first && i <= last:
		case label == beginSource || label == insideSource:
			f.source = append(f.source, w.context+i)
			source += m[beginSource] + m[insideSource]
		case label == beginContent || label == insideContent:
			f.content = append(f.content, w.context+i)
			content += m[beginContent] + m[insideContent]
		}
	}
	if len(f.source) > 0 {
		none = source / float64(len(f.source))
	}
	if len(f.content) > 0 {
		content /= float64(len(f.content))
	}
	f.p = min(1, (none+content)/2)
	return f
}

// relative places every word of the window with respect to a cue: buckets of
// distance (0 to 4, then two a doubling; those in front of the cue behind those
// that follow), of quotations between (8: the cue's own), of paragraphs between.
func (w *window) relative(first, last int) []head.Relative {
	out := make([]head.Relative, w.end-w.context)
	c := w.words[w.context+first]
	for i := range out {
		x, d, r := w.words[w.context+i], 0, &out[i]
		switch {
		case i < first:
			d = first - i
		case i > last:
			d = i - last
		}
		r.Distance = distanceOf(d)
		if i < first {
			r.Distance += 13
		}
		if x.quotation >= 0 {
			r.Quotation = uint8(4 + limit(x.quotation-c.quoted+1, 3))
			if x.quotation == c.quotation {
				r.Quotation = 8
			}
		}
		r.Paragraph = uint8(2 + limit(x.paragraph-c.paragraph, 2))
	}
	return out
}

func distanceOf(d int) uint8 {
	if d <= 4 {
		return uint8(d)
	}
	return uint8(min(12, 4+int(math.Ceil(math.Log2(float64(d)/4)*2))))
}

func limit(x, most int) int { return max(-most, min(most, x)) }

// settle decides among the attributions of a page: one without content is none,
// one whose cue lies in another's content is part of that one, a source is one
// stretch, and a word is in one content only.
func settle(fs []found) []found {
	fs = slices.DeleteFunc(fs, func(f found) bool { return len(f.content) == 0 })
	for i := range fs {
		fs[i].source = nearest(fs[i].source, fs[i].cue)
	}
	fs = outermost(fs)
	order := make([]int, len(fs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return fs[order[i]].p > fs[order[j]].p })
	taken := map[int]bool{}
	for _, i := range order {
		fs[i].content = slices.DeleteFunc(fs[i].content, func(w int) bool { return taken[w] })
		for _, w := range fs[i].content {
			taken[w] = true
		}
	}
	return slices.DeleteFunc(fs, func(f found) bool { return len(f.content) == 0 })
}

// outermost drops what stands inside another's content, unless that one is less
// probable and stands inside this one's.
func outermost(fs []found) []found {
	dropped := make([]bool, len(fs))
	for i, a := range fs {
		for j, b := range fs {
			if i != j && !dropped[j] && within(a.cue, b.content) && (b.p >= a.p || !meets(b.cue, a.content)) {
				dropped[i] = true
				break
			}
		}
	}
	var out []found
	for i, f := range fs {
		if !dropped[i] {
			out = append(out, f)
		}
	}
	return out
}

func has(set []int, x int) bool {
	_, ok := slices.BinarySearch(set, x)
	return ok
}

func within(part, set []int) bool {
	for _, x := range part {
		if !has(set, x) {
			return false
		}
	}
	return true
}

func meets(a, b []int) bool {
	for _, x := range a {
		if has(b, x) {
			return true
		}
	}
	return false
}

// nearest is the stretch of neighbouring words that is nearest to the cue.
func nearest(words, cue []int) []int {
	var best []int
	bestGap := math.MaxInt
	for _, run := range stretches(words) {
		gap := min(abs(run[len(run)-1]-cue[0]), abs(run[0]-cue[len(cue)-1]))
		if gap < bestGap {
			best, bestGap = run, gap
		}
	}
	return best
}

func abs(x int) int { return max(x, -x) }

// stretches cuts words into runs of neighbours.
func stretches(words []int) [][]int {
	var out [][]int
	for i := 0; i < len(words); {
		j := i + 1
		for j < len(words) && words[j] == words[j-1]+1 {
			j++
		}
		out = append(out, words[i:j])
		i = j
	}
	return out
}

// ranges are the stretches of words as ranges of the text.
func (p *page) ranges(words []int) []readout.Range {
	var out []readout.Range
	for _, run := range stretches(words) {
		out = append(out, readout.Range{Start: p.words[run[0]].Start, End: p.words[run[len(run)-1]].End})
	}
	return out
}
