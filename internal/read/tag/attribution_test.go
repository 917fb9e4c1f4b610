package tag

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"readout/internal/nn/head"
)

// attribution reads words drawn as letters: s of the source, c of the cue, o of the
// content.
func attribution(drawn string, p float64) found {
	f := found{p: p}
	for i, c := range drawn {
		switch c {
		case 's':
			f.source = append(f.source, i)
		case 'c':
			f.cue = append(f.cue, i)
		case 'o':
			f.content = append(f.content, i)
		}
	}
	return f
}

// draw is the way back, for words from the first up to the end.
func draw(f found, first, end int) string {
	out := []byte(strings.Repeat(".", end-first))
	for as, words := range map[byte][]int{'s': f.source, 'c': f.cue, 'o': f.content} {
		for _, i := range words {
			out[i-first] = as
		}
	}
	return string(out)
}

func TestSettle(t *testing.T) {
	type drawn struct {
		words string
		p     float64
	}
	for _, c := range []struct {
		name string
		in   []drawn
		want []string
	}{
		{"nothing", nil, nil},
		{"no content", []drawn{{"sc..........", 1}}, nil},
		{"no source", []drawn{{".coo........", 0.1}}, []string{".coo........"}},
		{"content in two parts", []drawn{{"oo.sc.ooo...", 0.5}}, []string{"oo.sc.ooo..."}},
		{"source in two parts", []drawn{{"ss..c.soo...", 0.5}}, []string{"....c.soo..."}},
		{"the first of two as near", []drawn{{".ss.c.s.oo..", 0.5}}, []string{".ss.c...oo.."}},
		{"source around the cue", []drawn{{"...scs.oo...", 0.5}}, []string{"...sc..oo..."}},
		{"cue of two parts", []drawn{{"s..c.c.oo...", 0.5}}, []string{"s..c.c.oo..."}},
		{"apart", []drawn{{"scooo.......", 0.2}, {"......scooo.", 0.9}}, []string{"scooo.......", "......scooo."}},
		{"inside", []drawn{{"sc.ooooooooo", 0.6}, {"...sc.ooo...", 0.5}}, []string{"sc.ooooooooo"}},
		{"inside and likelier", []drawn{{"sc.ooooooooo", 0.5}, {"...sc.ooo...", 0.9}}, []string{"sc.ooooooooo"}},
		{"only the source inside", []drawn{{"sc.oooo.....", 0.6}, {".....s.coo..", 0.5}}, []string{"sc.oooo.....", ".....s.coo.."}},
		{"part of the cue inside", []drawn{{"sc.ooo......", 0.6}, {".....cc.oo..", 0.5}}, []string{"sc.ooo......", ".....cc.oo.."}},
		{"each in the other", []drawn{{"sc.oooo.....", 0.5}, {"oooo.sc.....", 0.6}}, []string{"oooo.sc....."}},
		{"each in the other, as likely", []drawn{{"sc.oooo.....", 0.5}, {"oooo.sc.....", 0.5}}, []string{"oooo.sc....."}},
		{"inside what is inside", []drawn{{"c.ooo.......", 0.9}, {"...c.ooo....", 0.9}, {"......c..oo.", 0.9}}, []string{"c.ooo.......", "......c..oo."}},
		{"a word is in the likelier", []drawn{{"sc.oooo.....", 0.5}, {".....ooo.sc.", 0.6}}, []string{"sc.oo.......", ".....ooo.sc."}},
		{"as likely, in the first", []drawn{{"sc.oooo.....", 0.5}, {".....ooo.sc.", 0.5}}, []string{"sc.oooo.....", ".......o.sc."}},
		{"no word is left", []drawn{{"sc.oooo.....", 0.7}, {".....oo..sc.", 0.5}}, []string{"sc.oooo....."}},
		{"three want a word", []drawn{{"c.oo........", 0.1}, {"..oooo..c...", 0.2}, {".....ooo.c..", 0.3}}, []string{"..ooo...c...", ".....ooo.c.."}},
	} {
		var in []found
		for _, d := range c.in {
			in = append(in, attribution(d.words, d.p))
		}
		var got []string
		for _, f := range settle(in) {
			got = append(got, draw(f, 0, 12))
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Ranges take in what stands between neighbouring words and nothing else.
func TestRanges(t *testing.T) {
	p := pageOf(t, analysis("Holt said:\n“No.” Ruiz"))
	for _, c := range []struct {
		words []int
		want  string
	}{
		{nil, ""},
		{[]int{0, 1}, "Holt said"},
		{[]int{0, 2, 4, 5}, "Holt|:|No."},
		{[]int{1, 2, 3, 4}, "said:\n“No"},
	} {
		var got []string
		for _, r := range p.ranges(c.words) {
			got = append(got, p.text[r.Start:r.End])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("words %v are %q, want %q", c.words, s, c.want)
		}
	}
}

// TestRelative: distance counts words, then two buckets a doubling, and 13 more in
// front of the cue; quotation is 4 for the one that opened last before the cue, 8
// for the cue's own, 0 for none; paragraph is 2 for the cue's own.
func TestRelative(t *testing.T) {
	p := pageOf(t, analysis("“A b”\n“c” d “e f” g “h”\n“i”"))
	w := window{page: p, end: len(p.words)}
	for _, c := range []struct {
		first, last int
		want        string // of the words A, c, e, g, h, i: distance, quotation, paragraph
	}{
		{7, 7, "19,3,1 15,4,2 2,5,2 5,0,2 6,6,2 7,7,3"},
		{9, 10, "19,2,1 17,3,2 0,8,2 2,0,2 4,5,2 6,6,3"},
		{1, 1, "0,8,2 4,5,3 6,6,3 7,0,3 8,7,3 8,7,4"},
	} {
		at := w.relative(c.first, c.last)
		var got []string
		for _, i := range []int{1, 5, 9, 12, 14, 17} {
			got = append(got, fmt.Sprintf("%d,%d,%d", at[i].Distance, at[i].Quotation, at[i].Paragraph))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("cue %d to %d: %s, want %s", c.first, c.last, s, c.want)
		}
	}
}

func TestDistances(t *testing.T) {
	last := []int{0, 1, 2, 3, 4, 5, 8, 11, 16, 22, 32, 45} // of each bucket
	for d := range 400 {
		want := 0
		for want < len(last) && d > last[want] {
			want++
		}
		if got := distanceOf(d); int(got) != want {
			t.Errorf("distance %d is bucket %d, want %d", d, got, want)
		}
	}
}

// Whatever the page, places are rows of the tables.
func TestRelativeIsInTheTables(t *testing.T) {
	for name, text := range odd {
		for _, w := range pageOf(t, analysis(text)).windows() {
			for _, cue := range []int{0, (w.end - w.context) / 2, w.end - w.context - 1} {
				for _, at := range w.relative(cue, cue) {
					if at.Distance >= head.Distances || at.Quotation >= head.Quotations || at.Paragraph >= head.Paragraphs {
						t.Fatalf("%s: %+v", name, at)
					}
				}
			}
		}
	}
}

// TestAttributions reads the paths of both chains once more, as strings.
func TestAttributions(t *testing.T) {
	g, err := NewTagger(newDraft(23).file()) // one with many cues
	if err != nil {
		t.Fatal(err)
	}
	n, work := g.network, &head.Work{}
	found, several := 0, 0
	for _, text := range []string{invented[0], invented[1], strings.Repeat("he said it will stay. ", 60)} {
		for _, w := range newPage(analysis(text), g.tokens).windows() {
			v := w.encode(n, work)
			rows, own := w.rows(n), w.core-w.context
			scores := v.Cues(rows[own:])
			for i := range scores {
				if i%3 == beginCue {
					scores[i] += cueBias
				}
			}
			path, marginal := n.Cue.Best(scores)
			got := w.attributions(n, v)
			for k, cue := range regexp.MustCompile("BI*").FindAllStringIndex(letter("OBI", path), -1) {
				p := 0.0
				for i := cue[0]; i < cue[1]; i++ {
					p += (1 - marginal[3*i]) / float64(cue[1]-cue[0])
				}
				want, q := rolesOf(n, v, &w, rows, own+cue[0], own+cue[1]-1)
				if k >= len(got) || draw(got[k], w.context, w.end) != want || math.Abs(got[k].p-p*q) > 1e-9 {
					t.Fatalf("cue %d: want %s, probability %v of %+v", k, want, p*q, got)
				}
				found, several = found+1, several+min(1, cue[1]-cue[0]-1)
			}
		}
	}
	if found < 10 || several == 0 {
		t.Errorf("%d cues were looked at, %d of several words", found, several)
	}
}

// letter spells a path of labels.
func letter(labels string, path []int) string {
	out := make([]byte, len(path))
	for i, k := range path {
		out[i] = labels[k]
	}
	return string(out)
}

// rolesOf spells the roles of the window's words and gives the mean of the two
// roles' probabilities: that of there being no source is that of the word which is
// least like none.
func rolesOf(n *head.Network, v *head.Window, w *window, rows []int, first, last int) (string, float64) {
	from, to := max(0, first-near), min(len(rows), last+near+1)
	path, marginal := n.Pair.Best(v.Roles(rows[from:to], first-from, last-from, w.relative(first, last)[from:to]))
	drawn := []byte(strings.Repeat(".", from) + letter(".ssoo", path) + strings.Repeat(".", len(rows)-to))
	source, content, most := []float64{}, []float64{}, 0.0
	for i := from; i < to; i++ {
		m := marginal[5*(i-from):]
		most = max(most, m[1]+m[2])
		if i >= first && i <= last {
			drawn[i] = 'c'
		}
		switch drawn[i] {
		case 's':
			source = append(source, m[1]+m[2])
		case 'o':
			content = append(content, m[3]+m[4])
		}
	}
	if len(source) == 0 {
		source = append(source, 1-most)
	}
	return string(drawn), (mean(source) + mean(content)) / 2
}

func mean(x []float64) (m float64) {
	for _, v := range x {
		m += v / float64(len(x))
	}
	return m
}
