package eval

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fakeNamer names single words, and any two of them in a row that have one
// class are one name.
type fakeNamer map[string]NameClass

func (f fakeNamer) Names(words []string, sentences [][2]int) []Name {
	var list []Name
	for _, s := range sentences {
		for i := s[0]; i < s[1]; i++ {
			class, ok := f[words[i]]
			switch n := len(list); {
			case ok && n > 0 && i > s[0] && list[n-1].Last == i-1 && list[n-1].Class == class:
				list[n-1].Last = i
			case ok:
				list = append(list, Name{i, i, class})
			}
		}
	}
	return list
}

// labelled writes "word/label" as a word and a label a line.
func labelled(sentences ...string) string {
	var b strings.Builder
	for _, s := range sentences {
		for _, w := range strings.Fields(s) {
			b.WriteString(strings.ReplaceAll(w, "/", "\t") + "\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// The two sentences that HeldOut keeps, and one that it does not.
const (
	keptPerson = "Ada/I-PER Holm/I-PER lives/O in/O Marle/I-LOC 11/O"
	keptGroup  = "Marlish/B-Nationality guns/B-Weapon fell/O on/O Friday/B-Temporal 13/O"
	trained    = "Ada/I-PER Holm/I-PER lives/O in/O Marle/I-LOC 1/O"
)

func nameCorpus6(t *testing.T) string {
	return corpus(t, map[string]string{
		"ner/crossner-politics/dev.txt": labelled("Ada/B-politician Holm/I-politician of/O Marle/B-country",
			"the/O Marlish/B-misc vote/B-election of/O Reeds/B-politicalparty"),
		"ner/wnut17/dev.conll":                "@ada\tO\nHolm\tB-person\n\n",
		"ner/uner-ewt/en_ewt-ud-dev.iob2":     "# newdoc id = a\n# text = #\n1\t#\tO\t-\t-\n2\tAda\tB-PER\t-\t-\n\n# text = Ada\n1\tAda\tB-PER\t-\t-\n\n",
		"ner/re3d/re3d-train.conll":           "\n" + labelled(keptGroup),
		"ner/wikigold/wikigold.conll.txt":     strings.ReplaceAll("-DOCSTART-\tO\n\n"+labelled(keptPerson, trained), "\t", " "),
		"gum/lists/dev.txt":                   "GUM_news_lock GUM_bio_ada",
		"gum/conllu/GUM_news_lock.conllu":     holmTree,
		"gum/conllu/GUM_bio_ada.conllu":       conllu("Ada", "Ada PROPN 0 root Entity=(1-person-new)"),
		"ner/crossner-politics/train.txt":     "not read",
		"ner/re3d/re3d-test.conll":            "not read",
		"gum/conllu/GUM_news_not-read.conllu": "not read",
	})
}

// holmTree: [[Ada Holm] and [Bo]], [the Court of [Marle]] on [Friday].
var holmTree = conllu("Ada Holm and Bo left the Court of Marle Friday",
	"Ada PROPN 5 nsubj Entity=(1-person-new(2-person-new", "Holm PROPN 1 flat Entity=2)", "and CCONJ 4 cc", "Bo PROPN 1 conj Entity=(3-person-new)1)",
	"left VERB 0 root", "the DET 7 det Entity=(4-organization-new", "Court PROPN 5 obj", "of ADP 9 case", "Marle PROPN 7 nmod Entity=(5-place-new)4)",
	"Friday PROPN 5 obl Entity=(6-time-new)")

func TestNamesOfCorpora(t *testing.T) {
	r, err := Names(nameCorpus6(t), fakeNamer{
		"Ada": PersonName, "Holm": PersonName, "Marle": PlaceName, "Marlish": GroupName, "vote": GroupName, "Reeds": GroupName,
		"Court": OrganisationName, "#": OtherName,
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]PRF{
		"politics.person": prf(1, 1, 1), "politics.organisation": prf(0, 0, 1), "politics.place": prf(1, 1, 1),
		"politics.other": prf(0, 2, 2), // "Marlish vote" is one name; group is other here
		"wnut17.person":  prf(1, 1, 1), "wnut17.organisation": prf(0, 0, 0), "wnut17.place": prf(0, 0, 0), "wnut17.other": prf(0, 0, 0),
		"uner.person": prf(2, 2, 2), "uner.organisation": prf(0, 0, 0), "uner.place": prf(0, 0, 0),
		"re3d.person": prf(0, 0, 0), "re3d.organisation": prf(0, 0, 0), "re3d.place": prf(0, 0, 0), "re3d.group": prf(1, 1, 1),
		"wikigold.person": prf(1, 1, 1), "wikigold.organisation": prf(0, 0, 0), "wikigold.place": prf(1, 1, 1), "wikigold.other": prf(0, 0, 0),
		"gum-news.person": prf(1, 1, 2), "gum-news.organisation": prf(0, 1, 1), "gum-news.place": prf(0, 1, 0), "gum-news.other": prf(0, 0, 0),
		"politics.all": prf(2, 4, 5), "wnut17.all": prf(1, 1, 1), "uner.all": prf(2, 2, 2), "re3d.all": prf(1, 1, 1), "wikigold.all": prf(2, 2, 2), "gum-news.all": prf(1, 3, 3),
		"ner.person": prf(5, 5, 5), "ner.organisation": prf(0, 0, 1), "ner.place": prf(2, 2, 2), "ner.group": prf(1, 1, 1), "ner.other": prf(0, 2, 2), "ner.all": prf(8, 10, 11),
		"pooled.person": prf(6, 6, 7), "pooled.organisation": prf(0, 1, 2), "pooled.place": prf(2, 3, 2), "pooled.group": prf(1, 1, 1), "pooled.other": prf(0, 2, 2), "pooled.all": prf(9, 13, 14),
	}
	got := map[string]PRF{}
	for _, m := range r.Measures {
		got[m.Name] = m.Figures.(PRF)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"missed | politics 2 | organisation Reeds"}, byMeasure(r, "politics.organisation").Misses); diff != "" {
		t.Error(diff)
	}
}

func TestNamesOfATreebank(t *testing.T) {
	documents, err := gumNames(filepath.Join(nameCorpus6(t), "gum"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Name{{0, 1, PersonName}, {3, 3, PersonName}, {6, 8, OrganisationName}}
	if len(documents) != 1 || !slices.Equal(documents[0].gold, want) {
		t.Errorf("got %v", documents)
	}
}

func TestLabelsOfNames(t *testing.T) {
	c := nameCorpus{classes: map[string]NameClass{"PER": PersonName, "MISC": groupOrOther, "DATE": unjudged}}
	for tags, want := range map[string][]Name{
		"B-PER I-PER O B-PER B-PER":   {{5, 6, PersonName}, {8, 8, PersonName}, {9, 9, PersonName}},
		"I-PER I-PER I-MISC O I-MISC": {{5, 6, PersonName}, {7, 7, OtherName}, {9, 9, OtherName}}, // IOB1
		"B-DATE I-DATE I-PER":         {{7, 7, PersonName}},
	} {
		got, err := c.names(strings.Fields(tags), 5)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", tags, got, err)
		}
	}
	for _, tags := range []string{"B-LOC", "PER", "E-PER"} {
		if _, err := c.names([]string{tags}, 0); err == nil {
			t.Errorf("%s was read", tags)
		}
	}
}

// TestHeldOut: training leaves out the same sentences, so the rule must not move.
func TestHeldOut(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Ada Holm lives in Marle 11": true, "Ada Holm lives in Marle 1": false, "Marlish guns fell on Friday 13": true,
	} {
		if got := HeldOut(strings.Fields(sentence)); got != want {
			t.Errorf("%s: %t", sentence, got)
		}
	}
}
