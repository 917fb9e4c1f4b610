package tag

import (
	"math"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"readout"
	"readout/internal/nn/head"
)

func TestAnaphoric(t *testing.T) {
	noun := func(text string, det int) bool {
		a := analysis(text)
		last := len(a.Tokens) - 1
		a.Tokens[last].UPOS = "NOUN"
		if det >= 0 {
			a.Tokens[det].Relation, a.Tokens[det].Head = "det", last
		}
		return anaphoric(text, a.Tokens, last, 0)
	}
	for _, c := range []struct {
		text string
		det  int
		want bool
	}{
		{"minister", -1, false},
		{"the minister", 0, true},
		{"The young minister", 0, true},
		{"both ministers", 0, true},
		{"Those ministers", 0, true},
		{"a minister", 0, false},
		{"the ministry minister", -1, false}, // "the" hangs elsewhere
		{"the very tall old minister", 0, true},
		{"the very tall young old minister", 0, false},
	} {
		if got := noun(c.text, c.det); got != c.want {
			t.Errorf("%q can stand for something: %v", c.text, got)
		}
	}
	a := analysis("She")
	for upos, want := range map[string]bool{"PRON": true, "PROPN": false, "": false} {
		a.Tokens[0].UPOS = upos
		if got := anaphoric(a.Doc.Text, a.Tokens, 0, 0); got != want {
			t.Errorf("a word that is %q can stand for something: %v", upos, got)
		}
	}
}

func TestForget(t *testing.T) {
	for _, c := range []struct{ first, held, token, wantFirst, wantHeld int }{
		{0, 0, 0, 0, 0},
		{0, 300, 300, 0, 300},
		{0, reach, reach, 0, reach},
		{0, 500, 500, 100, reach},
		{100, 700, 800, 400, reach},
		{0, 300, 301, 301, 0}, // what lies between was in no window
		{0, 0, 900, 900, 0},
	} {
		l := linker{first: c.first, before: make([]head.Antecedent, c.held)}
		l.forget(c.token)
		if l.first != c.wantFirst || len(l.before) != c.wantHeld {
			t.Errorf("of %d from %d on, before token %d: %d from %d on, want %d from %d on", c.held, c.first, c.token, len(l.before), l.first, c.wantHeld, c.wantFirst)
		}
	}
}

// TestLinks compares with the softmax over all tokens within reach, none forgotten.
func TestLinks(t *testing.T) {
	g := tagger(t)
	a := analysis(strings.Repeat("the minister said that he will stay and go. ", 110) + strings.Repeat("and he ", 400))
	tokens := slices.Clone(a.Tokens)
	for i := range tokens {
		if i%37 == 0 {
			tokens[i].UPOS = "PRON"
		}
	}
	work := &head.Work{}
	link := linker{network: g.network}
	var all []head.Antecedent
	var asked []head.Anaphor
	var got []readout.Anaphor
	for _, w := range newPage(a, g.tokens).windows() {
		v := w.encode(g.network, work)
		got = append(got, link.links(w.linkable(g.network, v, a, tokens))...)
		for _, s := range w.sentencesOf(a) {
			for i := s.First; i < s.Last; i++ {
				piece, _ := w.pieceAt(tokens[i].Range, w.lo)
				row := []int{w.row(g.network, piece)}
				all = append(all, v.Antecedents(row)...)
				if i%37 == 0 {
					asked = append(asked, v.Anaphors(row)...)
				}
			}
		}
		if len(link.before) > reach+2*corePieces {
			t.Fatalf("%d antecedents are held", len(link.before))
		}
	}
	var want []readout.Anaphor
	for k, x := range asked {
		want = append(want, softmax(g.network, x, all, 37*k))
	}
	if len(got) < 40 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d links differ from %d", len(got), len(want))
	}
}

func softmax(n *head.Network, x head.Anaphor, all []head.Antecedent, token int) readout.Anaphor {
	from := max(0, token-reach)
	scores, top := []float64{}, float64(x.None)
	for i := from; i < token; i++ {
		scores = append(scores, float64(n.Link(x, all[i], token-i)))
		top = max(top, scores[i-from])
	}
	sum := math.Exp(float64(x.None) - top)
	for _, s := range scores {
		sum += math.Exp(s - top)
	}
	out := readout.Anaphor{Token: token, None: math.Exp(float64(x.None)-top) / sum}
	for i, s := range scores {
		if p := math.Exp(s-top) / sum; p >= likely || i == slices.Index(scores, slices.Max(scores)) {
			out.To = append(out.To, readout.Antecedent{Token: from + i, Probability: p})
		}
	}
	sort.SliceStable(out.To, func(i, j int) bool { return out.To[i].Probability > out.To[j].Probability })
	return out
}

// TestChoose: what stands outside of the token's window is not chosen and changes no
// choice.
func TestChoose(t *testing.T) {
	g := tagger(t)
	a := analysis("holt ruiz holt. " + strings.Repeat("the union will not stay. ", 150) + "holt said ruiz said he will.")
	last := len(a.Tokens)
	near, far := [][2]int{{last - 7, last - 6}, {last - 5, last - 4}}, [][2]int{{0, 1}, {1, 3}}
	chosen := map[int]bool{}
	for token := last - 12; token < last; token++ {
		want := g.Choose(a, token, near)
		chosen[want] = true
		if got := g.Choose(a, token, append(slices.Clone(near), far...)); got != want {
			t.Errorf("token %d: %d is chosen, without far ones %d", token, got, want)
		}
		if got := g.Choose(a, token, far); got != -1 {
			t.Errorf("token %d: %d is chosen of far ones", token, got)
		}
	}
	if len(chosen) < 2 {
		t.Errorf("only %v was chosen", chosen)
	}
}
