package tag

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"readout"
)

// invented are texts as they come, beside the odd ones.
var invented = []string{
	"Ana Ruiz, the minister, said on Monday that the union “will not stay”.\nHolt did not answer. She said it will.",
	"“We will go,” he said.\n\n“And we will stay,\n\n“Whatever it is,” she said, and the well-known minister wasn't there.",
	"",
	" \n ",
	"Union scorns pledge",
}

func tagged(t testing.TB, g *Tagger, text string) *readout.Analysis {
	a := analysis(text)
	g.Tag(a)
	return a
}

func TestTag(t *testing.T) {
	g := tagger(t)
	all := readout.Analysis{}
	for i, text := range invented {
		a := tagged(t, g, text)
		check(t, fmt.Sprint("text ", i), a)
		all.Attributions, all.Names, all.Anaphors = append(all.Attributions, a.Attributions...), append(all.Names, a.Names...), append(all.Anaphors, a.Anaphors...)
	}
	for name, text := range odd {
		a := tagged(t, g, text)
		check(t, name, a)
		class := map[string]readout.NameClass{} // one for each name
		for _, n := range a.Names {
			word := text[n.Start:n.End]
			if c := class[word]; c != "" && c != n.Class {
				t.Errorf("%s: %q is %s and %s", name, word, c, n.Class)
			}
			class[word] = n.Class
		}
	}
	if len(all.Attributions) == 0 || len(all.Names) == 0 || len(all.Anaphors) == 0 {
		t.Errorf("%d attributions, %d names, %d anaphors: the layers were not looked at", len(all.Attributions), len(all.Names), len(all.Anaphors))
	}
}

// check holds what is true of the layers of any text.
func check(t testing.TB, what string, a *readout.Analysis) {
	t.Helper()
	in := newBounds(a.Doc.Text)
	for i, n := range a.Names {
		in.check(t, what+": name", n.Range)
		if !probable(n.Probability) || !slices.Contains(readout.NameClasses, n.Class) || i > 0 && n.Start < a.Names[i-1].End {
			t.Fatalf("%s: name %d is %+v", what, i, n)
		}
	}
	checkAttributions(t, what, in, a.Attributions)
	checkSyntax(t, what, a)
	checkAnaphors(t, what, a)
}

func probable(p float64) bool { return p >= 0 && p <= 1 }

// bounds are the bytes at which a character begins, or what is none.
type bounds []bool

func newBounds(text string) bounds {
	b := make(bounds, len(text)+1)
	for i := range text {
		b[i] = true
	}
	b[len(text)] = true
	return b
}

func (b bounds) check(t testing.TB, what string, rs ...readout.Range) {
	t.Helper()
	end := 0
	for _, r := range rs {
		if r.Start < end || r.Empty() || !b[r.Start] || !b[r.End] {
			t.Fatalf("%s: ranges %v are not in order or cut a character", what, rs)
		}
		end = r.End
	}
}

func checkAttributions(t testing.TB, what string, in bounds, list []readout.Attribution) {
	t.Helper()
	said := map[int]bool{}
	cue := 0
	for i, x := range list {
		in.check(t, what+": source", x.Source...)
		in.check(t, what+": cue", x.Cue...)
		in.check(t, what+": content", x.Content...)
		if len(x.Source) > 1 || len(x.Cue) != 1 || len(x.Content) == 0 || !probable(x.Probability) || x.Cue[0].Start < cue {
			t.Fatalf("%s: attribution %d is %+v", what, i, x)
		}
		cue = x.Cue[0].End
		for _, c := range x.Content {
			for k := c.Start; k < c.End; k++ {
				if said[k] {
					t.Fatalf("%s: byte %d is in two contents", what, k)
				}
				said[k] = true
			}
		}
	}
}

// checkSyntax: all tokens of a sentence hang on a root of it.
func checkSyntax(t testing.TB, what string, a *readout.Analysis) {
	t.Helper()
	for n, s := range a.Sentences {
		for i := s.First; i < s.Last; i++ {
			if k := a.Tokens[i]; k.UPOS == "" {
				continue
			} else if !slices.Contains(upos, k.UPOS) || !slices.Contains(relations, k.Relation) || k.Head != -1 && (k.Head < s.First || k.Head >= s.Last) {
				t.Fatalf("%s: sentence %d: token %d is %+v", what, n, i, k)
			}
			at := i
			for range s.Last - s.First {
				if at >= 0 {
					at = a.Tokens[at].Head
				}
			}
			if at >= 0 {
				t.Fatalf("%s: sentence %d: token %d hangs in a circle", what, n, i)
			}
		}
	}
}

func checkAnaphors(t testing.TB, what string, a *readout.Analysis) {
	t.Helper()
	last := -1
	for _, x := range a.Anaphors {
		sum, before := x.None, 1.0
		for _, to := range x.To {
			if to.Token < max(0, x.Token-reach) || to.Token >= x.Token || !((to.Probability >= likely || len(x.To) == 1) && to.Probability <= before) {
				t.Fatalf("%s: anaphor %+v", what, x)
			}
			sum, before = sum+to.Probability, to.Probability
		}
		if x.Token <= last || x.Token >= len(a.Tokens) || !probable(x.None) || !(sum <= 1+1e-9) {
			t.Fatalf("%s: anaphor %+v behind token %d", what, x, last)
		}
		last = x.Token
	}
}

// layers are what Tag fills.
func layers(a *readout.Analysis) []any {
	return []any{a.Tokens, a.Attributions, a.Names, a.Anaphors}
}

func same(t *testing.T, what string, got, want *readout.Analysis) {
	t.Helper()
	if !reflect.DeepEqual(layers(got), layers(want)) {
		t.Errorf("%s: the layers differ", what)
	}
}

// Tagging depends on the text alone: not on what was tagged before, nor beside it.
func TestTagAlike(t *testing.T) {
	texts := append(slices.Clone(invented), odd["endless sentence"][:1500], odd["controls"], odd["not UTF-8"])
	var want []*readout.Analysis
	for _, text := range texts {
		fresh, err := NewTagger(newDraft(11).file())
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, tagged(t, fresh, text))
	}
	g := tagger(t)
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for k := range texts {
				i := (worker + k*(1+worker%3)) % len(texts)
				same(t, fmt.Sprintf("worker %d, text %d", worker, i), tagged(t, g, texts[i]), want[i])
			}
		})
	}
	group.Wait()
}

// Tag fills the layers anew: what they held is gone.
func TestTagTwice(t *testing.T) {
	g := tagger(t)
	a := tagged(t, g, invented[0])
	once := *a
	g.Tag(a)
	same(t, "the second time", a, &once)
}

// TestTagHostile is about time and memory: none of these may take more than their
// length is worth.
func TestTagHostile(t *testing.T) {
	g := tagger(t)
	for name, text := range map[string]string{
		"a word of 2 MB":     strings.Repeat("a", 2<<20),
		"controls":           strings.Repeat("\x00", 3_000),
		"emoji":              strings.Repeat("😀", 2_000),
		"not UTF-8":          strings.Repeat("\xff\xc3", 1_000),
		"quotation marks":    strings.Repeat("\"", 700),
		"openings":           strings.Repeat("“", 700),
		"a long sentence":    strings.Repeat("said that he will ", 250),
		"a million newlines": strings.Repeat("\n", 1_000_000) + "he said no",
	} {
		check(t, name, tagged(t, g, text))
	}
}

func TestVersion(t *testing.T) {
	if v := tagger(t).Version(); v != "test/1" {
		t.Errorf("version is %q", v)
	}
}

func TestNewTaggerNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(*draft)
		want   string
	}{
		{"no version", func(d *draft) { delete(d.meta, "version") }, `meta "version"`},
		{"no vocabulary", func(d *draft) { d.entries = d.entries[1:] }, `no tensor "vocabulary"`},
		{"a piece missing", func(d *draft) {
			d.entries[0]["shape"], d.entries[0]["bytes"] = []int{d.entries[0]["bytes"].(int) - len("\nholt")}, d.entries[0]["bytes"].(int)-len("\nholt")
		}, "pieces for a table"},
		{"marks", func(d *draft) { d.data = bytes.Replace(d.data, []byte("[CLS]\n[SEP]"), []byte("[SEP]\n[CLS]"), 1) }, "the marks are pieces 102 and 101"},
		{"no heads", func(d *draft) { d.entries = d.entries[:20] }, "network: "},
	} {
		d := newDraft(2)
		c.change(d)
		_, err := NewTagger(d.file())
		if err == nil || !strings.HasPrefix(err.Error(), "tagger: ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v", c.what, err)
		}
	}
	if _, err := NewTagger("readnn"); err == nil {
		t.Error("a broken file is taken")
	}
}
