package head

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// sample is a window of random pieces and the first pieces of words in it, beside
// what the heads should say.
func sample(t *testing.T, seed uint64, pieces int) (*Window, []int, plain) {
	t.Helper()
	d := newDraft(seed)
	n, err := d.load()
	if err != nil {
		t.Fatal(err)
	}
	v := n.Encode(&Work{}, randomPieces(d.random, pieces), make([]uint8, pieces))
	p := plain{draft: d}
	for i := range pieces {
		p.vectors = append(p.vectors, wide(v.vectors[i*hidden:][:hidden]))
	}
	var words []int
	for i := 1; i < pieces; i += 1 + d.random.IntN(3) {
		words = append(words, i)
	}
	return v, words, p
}

func randomPieces(r *rand.Rand, n int) []int32 {
	ids := make([]int32, n)
	for i := range ids {
		ids[i] = int32(r.IntN(vocabulary))
	}
	return ids
}

// near allows an error that is a part of the numbers' usual size: now and then one
// lies between two bytes and is rounded to the other one.
func near(t *testing.T, what string, part float64, got []float32, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	size := math.Sqrt(product(want, want) / float64(len(want)))
	for i, v := range want {
		if !(math.Abs(float64(got[i])-v) < part*size) {
			t.Errorf("%s: number %d is %v, want %v ± %.3f", what, i, got[i], v, part*size)
		}
	}
}

func TestHeads(t *testing.T) {
	for seed, pieces := range []int{2, 9, 40} {
		v, words, p := sample(t, uint64(seed), pieces)
		near(t, "cues", 0.005, v.Cues(words), p.scores("cue_in", "cue_out", words))
		near(t, "names", 0.005, v.Names(words), p.scores("name_in", "name_out", words))
		near(t, "parts of speech", 0.005, v.Upos(words), p.scores("pos_in", "pos_out", words))
		near(t, "arcs", 0.005, v.Arcs(words), p.arcs(words))
		head := make([]int, len(words))
		for i := range head {
			head[i] = p.random.IntN(len(words))
		}
		head[0] = 0 // the root is given as its own
		near(t, "relations", 0.005, v.RelationsTo(words, head), p.relationsTo(words, head))
	}
}

func TestRoles(t *testing.T) {
	for seed, pieces := range []int{2, 12, 40} {
		v, words, p := sample(t, uint64(seed), pieces)
		at := make([]Relative, len(words))
		for i := range at {
			at[i] = Relative{uint8(p.random.IntN(Distances)), uint8(p.random.IntN(Quotations)), uint8(p.random.IntN(Paragraphs))}
		}
		first := len(words) / 3
		for _, last := range []int{first, len(words) - 1} {
			near(t, fmt.Sprintf("roles of %d to %d", first, last), 0.08, v.Roles(words, first, last, at), p.roles(words, first, last, at))
		}
	}
}

func TestLink(t *testing.T) {
	v, words, p := sample(t, 4, 20)
	anaphors, antecedents := v.Anaphors(words), v.Antecedents(words)
	var got, none []float32
	var want, wantNone []float64
	for i, a := range words {
		for j, b := range words {
			score, no := p.link(a, b, min(4, abs(i-j)))
			got, want = append(got, v.n.Link(anaphors[i], antecedents[j], min(4, abs(i-j)))), append(want, score)
			none, wantNone = append(none, anaphors[i].None), append(wantNone, no)
		}
	}
	near(t, "links", 0.005, got, want)
	near(t, "none", 0.005, none, wantNone)
}

func abs(x int) int { return max(x, -x) }

// Antecedents are asked for long after their window is gone.
func TestLinksOutliveTheWindow(t *testing.T) {
	v, words, _ := sample(t, 5, 30)
	a, b := v.Anaphors(words), v.Antecedents(words)
	score, none := v.n.Link(a[1], b[0], 1), a[1].None
	again := v.n.Encode(v.work, make([]int32, 64), make([]uint8, 64))
	again.Anaphors(words)
	again.Antecedents(words)
	again.Arcs(words)
	if got := v.n.Link(a[1], b[0], 1); got != score || a[1].None != none {
		t.Errorf("the score is %v and %v, was %v and %v", got, a[1].None, score, none)
	}
}

func TestGaps(t *testing.T) {
	last := []int{0, 1, 2, 3, 4, 5, 8, 11, 16, 22, 32, 45, 64, 90, 128, 400} // of each bucket
	bucket := 0
	for d := range 401 {
		if d > last[bucket] {
			bucket++
		}
		if got := gapOf(d); got != bucket || gapOf(-d) != got {
			t.Errorf("%d words apart is bucket %d, and %d before it; want %d", d, got, gapOf(-d), bucket)
		}
	}
}

// TestWorkForgets: what a Work held before changes nothing.
func TestWorkForgets(t *testing.T) {
	n, err := newDraft(6).load()
	if err != nil {
		t.Fatal(err)
	}
	used := &Work{}
	for _, pieces := range []int{64, 3, 20} {
		ids := randomPieces(rand.New(rand.NewPCG(8, 1)), pieces)
		got, want := everything(n, used, ids), everything(n, &Work{}, ids)
		if !slices.Equal(got, want) {
			t.Errorf("%d pieces: the scores differ", pieces)
		}
	}
}

// everything is all scores of a window, its pieces for words.
func everything(n *Network, w *Work, ids []int32) (all []float32) {
	v := n.Encode(w, ids, make([]uint8, len(ids)))
	words := make([]int, len(ids))
	for i := range words {
		words[i] = i
	}
	a, b := v.Anaphors(words), v.Antecedents(words)
	all = append(all, n.Link(a[0], b[len(b)-1], 7))
	return slices.Concat(all, v.Roles(words, 1, 2, make([]Relative, len(ids))), v.Cues(words), v.Names(words), v.Upos(words), v.Arcs(words), v.RelationsTo(words, words))
}

func TestLoad(t *testing.T) {
	n, err := newDraft(7).load()
	if err != nil {
		t.Fatal(err)
	}
	if n.Positions() != positions || !slices.Equal(n.Tags, tags) || !slices.Equal(n.Upos, upos) || !slices.Equal(n.Relations, relations) {
		t.Errorf("%d positions, %v, %v, %v", n.Positions(), n.Tags, n.Upos, n.Relations)
	}
}

func TestLoadNamesWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		what  string
		draft *draft
		want  []string
	}{
		{"tensors", newDraft(8, "arc", "gap", "pair_crf.start"), []string{`"arc"`, `"gap"`, `"pair_crf.start"`}},
		{"a list", unlisted("upos"), []string{`meta "upos"`}},
		{"tags", relisted("tags", []string{"O"}), []string{"name_out is [5 192], want [1 192]"}},
		{"layers", relisted("layers", 2), []string{`"layer.1.qkv"`}},
	} {
		_, err := c.draft.load()
		for _, want := range c.want {
			if err == nil || !strings.HasPrefix(err.Error(), "network: ") || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: error is %v, want %s", c.what, err, want)
			}
		}
	}
}

func unlisted(key string) *draft {
	d := newDraft(9)
	delete(d.meta, key)
	return d
}

func relisted(key string, value any) *draft {
	d := newDraft(9)
	d.meta[key] = value
	return d
}
