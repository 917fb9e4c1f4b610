package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// conllu writes a sentence: "form UPOS head relation [misc]", a word a line.
func conllu(text string, words ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# text = %s\n", text)
	for i, w := range words {
		f := append(strings.Fields(w), "_")
		fmt.Fprintf(&b, "%d\t%s\t_\t%s\t_\t_\t%s\t%s\t_\t%s\n", i+1, f[0], f[1], f[2], f[3], f[4])
	}
	return b.String() + "\n"
}

// ferryTree is two documents, a paragraph between two sentences, a multiword
// token and an empty node.
var ferryTree = "# newdoc id = ferry\n# newpar\n" +
	strings.Replace(conllu("Quell can't wait.", "Quell PROPN 4 nsubj", "ca AUX 4 aux", "n't PART 4 advmod", "wait VERB 0 root SpaceAfter=No", ". PUNCT 4 punct"),
		"2\tca", "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tca", 1) +
	strings.Replace(conllu("Née waits", "Née PROPN 2 nsubj:outer", "waits VERB 0 root"),
		"2\twaits", "1.1\tshe\t_\t_\t_\t_\t_\t_\t_\t_\n2\twaits", 1) +
	"# newpar\n" + conllu("So!", "So ADV 0 root SpaceAfter=No", "! PUNCT 1 punct") +
	"# newdoc id = quay\n" + conllu("No.", "No INTJ 0 root", ". PUNCT 1 punct")

func TestTreebank(t *testing.T) {
	documents, err := readTreebank(filepath.Join(corpus(t, map[string]string{"t.conllu": ferryTree}), "t.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	if len(documents) != 2 || documents[1].name != "quay" || documents[1].text != "No." {
		t.Fatalf("got %v", documents)
	}
	d := documents[0]
	if want := "Quell can't wait. Née waits\n\nSo!"; d.text != want {
		t.Errorf("text %q, want %q", d.text, want)
	}
	if diff := cmp.Diff([][2]int{{0, 5}, {5, 7}, {7, 9}}, d.sentences); diff != "" {
		t.Error(diff)
	}
	var got []string
	for i, b := range d.bounds() {
		if d.text[b[0]:b[1]] != d.words[i].form {
			t.Errorf("word %d is %q in the text, %q in the tree", i, d.text[b[0]:b[1]], d.words[i].form)
		}
		got = append(got, fmt.Sprint(d.words[i].form, " ", d.words[i].head, " ", d.words[i].relation))
	}
	want := []string{"Quell 3 nsubj", "ca 3 aux", "n't 3 advmod", "wait -1 root", ". 3 punct", "Née 6 nsubj", "waits -1 root", "So -1 root", "! 7 punct"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTreebankThatCannotBeReadIsAnError(t *testing.T) {
	for name, c := range map[string]struct{ file, says string }{
		"columns": {"1\tNo\n", "line 1: 2 columns"},
		"word":    {conllu("Yes.", "No INTJ 0 root"), `word 1 "No" does not follow in the text "Yes."`},
		"head":    {conllu("No", "No INTJ 7 dep"), `word 1 "No" has no place in its tree: head "7"`},
		"empty":   {"# newdoc id = a\n", "no sentence"},
	} {
		file := filepath.Join(corpus(t, map[string]string{"t.conllu": c.file}), "t.conllu")
		if _, err := readTreebank(file); err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// fakeParser gives each word the arc of its form.
type fakeParser map[string]Arc

func (f fakeParser) Parse(text string, words, _ [][2]int) []Arc {
	var arcs []Arc
	for _, w := range words {
		if a, ok := f[text[w[0]:w[1]]]; ok {
			arcs = append(arcs, a)
		}
	}
	return arcs
}

func treebanks(t *testing.T) string {
	return corpus(t, map[string]string{
		"ud-ewt/en_ewt-ud-dev.conllu": ferryTree,
		"gum/lists/dev.txt":           "quay\n",
		"gum/conllu/quay.conllu":      conllu("No.", "No INTJ 0 root", ". PUNCT 1 punct"),
	})
}

func TestSyntax(t *testing.T) {
	r, err := Syntax(treebanks(t), fakeParser{
		"Quell": {"NOUN", 3, "nsubj:pass"}, "ca": {"AUX", 3, "cop"}, "n't": {"PART", 2, "advmod"}, "wait": {"VERB", -1, "root"}, ".": {"PUNCT", 3, "punct"},
		"Née": {"PROPN", 6, "nsubj"}, "waits": {"VERB", 3, "root"}, "So": {"ADV", -1, "root"}, "!": {"PUNCT", 7, "punct"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"ewt.documents": "count 2", "ewt.sentences": "count 4",
		"ewt.upos":      Accuracy{Right: 8, N: 11}.String(), // no word of "No." counts: one arc for two words
		"ewt.uas":       Accuracy{Right: 7, N: 11}.String(),
		"ewt.las":       Accuracy{Right: 6, N: 11}.String(),
		"gum.documents": "count 1", "gum.sentences": "count 1",
		"gum.upos": Accuracy{Right: 0, N: 2}.String(), "gum.uas": Accuracy{Right: 0, N: 2}.String(), "gum.las": Accuracy{Right: 0, N: 2}.String(),
	}
	got := map[string]string{}
	for _, l := range r.Lines() {
		got[l.Name] = l.Figures
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	notes := []string{"document quay: 2 words, but 1 were parsed", "document quay: 2 words, but 1 were parsed"}
	if diff := cmp.Diff(notes, r.Notes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"ferry | ca | gold aux | got cop"}, byMeasure(r, "ewt.las").Misses[:1]); diff != "" {
		t.Error(diff)
	}
}

func TestCorporaThatAreMissingAreErrors(t *testing.T) {
	dir := treebanks(t)
	if err := os.Remove(filepath.Join(dir, "gum", "conllu", "quay.conllu")); err != nil {
		t.Fatal(err)
	}
	for name, measure := range map[string]func(dir string) error{
		"ud-ewt: open ": func(string) error { _, err := Syntax(t.TempDir(), fakeParser{}); return err },
		"gum: open ":    func(dir string) error { _, err := Syntax(dir, fakeParser{}); return err },
		"gum: ":         func(dir string) error { _, err := Coreference(dir, fakeResolver{}); return err },
		"gap: open ":    func(dir string) error { _, err := Gap(dir, fakeChooser{}); return err },
		"politics: ":    func(dir string) error { _, err := Names(dir, fakeNamer{}); return err },
	} {
		if err := measure(dir); !os.IsNotExist(unwrapped(err)) || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
