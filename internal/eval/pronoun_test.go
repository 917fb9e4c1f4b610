package eval

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lockTree speaks of a keeper (1), a lock (2), a town (3) and its people (4).
//
//	The keeper of Marle's lock opened it. She told them that they must wait; it rained.
var lockTree = conllu("The keeper of Marle's lock opened it.",
	"The DET 2 det Entity=(1-person-new-cf1-2-coref", "keeper NOUN 7 nsubj", "of ADP 6 case",
	"Marle PROPN 6 nmod:poss Entity=(2-object-new-cf2-3-coref(3-place-new-cf3-1-coref)", "'s PART 4 case", "lock NOUN 2 nmod Entity=2)1)",
	"opened VERB 0 root", "it PRON 7 obj Entity=(2-object-giv-cf1-1-ana)", ". PUNCT 7 punct") +
	conllu("She told them that they must wait; it rained.",
		"She PRON 2 nsubj Entity=(1-person-giv-cf1-1-ana)", "told VERB 0 root", "them PRON 2 obj Entity=(4-person-new-cf2-1-coref)",
		"that SCONJ 7 mark", "they PRON 7 nsubj Entity=(4-person-giv-cf2-1-ana)", "must AUX 7 aux", "wait VERB 2 ccomp", "; PUNCT 2 punct",
		"it PRON 10 expl", "rained VERB 2 parataxis", ". PUNCT 2 punct")

// fakeResolver answers with the nearest word before that is written so.
type fakeResolver map[string]string

func (f fakeResolver) Antecedents(text string, words, _ [][2]int, pronouns []int) []int {
	var answers []int
	form := func(i int) string { return text[words[i][0]:words[i][1]] }
	for _, p := range pronouns {
		i := p - 1
		for i >= 0 && form(i) != f[form(p)] {
			i--
		}
		if f[form(p)] == "itself" {
			i = p
		}
		answers = append(answers, i)
	}
	return answers
}

func lockCorpus(t *testing.T, tree string) string {
	return corpus(t, map[string]string{"gum/lists/dev.txt": "lock\n", "gum/conllu/lock.conllu": tree})
}

func TestCoreference(t *testing.T) {
	for _, c := range []struct {
		answers fakeResolver
		right   [3]int
	}{
		{fakeResolver{"it": "lock", "She": "keeper", "they": "them"}, [3]int{1, 1, 1}},
		{fakeResolver{"it": "of", "She": "The", "they": "She"}, [3]int{1, 0, 0}},      // any word of the mention
		{fakeResolver{"it": "Marle", "She": "lock", "they": "then"}, [3]int{0, 0, 0}}, // a mention inside speaks of something else
		{fakeResolver{"it": "itself", "She": "itself", "they": "itself"}, [3]int{0, 0, 0}},
	} {
		r, err := Coreference(lockCorpus(t, lockTree), c.answers)
		if err != nil {
			t.Fatal(err)
		}
		want := []Line{
			{"pronoun.he_she", Accuracy{Right: c.right[0], N: 1}.String()},
			{"pronoun.it", Accuracy{Right: c.right[1], N: 1}.String()},
			{"pronoun.they", Accuracy{Right: c.right[2], N: 1}.String()},
			{"pronoun.i_we_you", Accuracy{}.String()},
			{"pronoun.third", Accuracy{Right: c.right[0] + c.right[1] + c.right[2], N: 3}.String()},
			{"pronoun.all", Accuracy{Right: c.right[0] + c.right[1] + c.right[2], N: 3}.String()},
		}
		if diff := cmp.Diff(want, r.Lines()); diff != "" {
			t.Errorf("%v: %s", c.answers, diff)
		}
	}
}

func TestEntities(t *testing.T) {
	documents, err := readTreebank(filepath.Join(lockCorpus(t, lockTree), "gum", "conllu", "lock.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	entities, err := documents[0].entities()
	if err != nil {
		t.Fatal(err)
	}
	want := []entity{
		{"3", "place", 3, 3}, {"2", "object", 3, 5}, {"1", "person", 0, 5}, {"2", "object", 7, 7},
		{"1", "person", 9, 9}, {"4", "person", 11, 11}, {"4", "person", 13, 13},
	}
	if diff := cmp.Diff(want, entities, cmp.AllowUnexported(entity{})); diff != "" {
		t.Error(diff)
	}
	if head := documents[0].headOf(entities[2]); head != 1 {
		t.Errorf("head is %d", head)
	}
}

func TestEntitiesThatCannotBeReadAreErrors(t *testing.T) {
	for marks, says := range map[string]string{
		"1)":          "entity 1 ends before it begins",
		"(1-person-n": "entity 1 does not end",
		"person":      "no brackets of entities",
	} {
		tree := conllu("It", "It PRON 0 root Entity="+marks)
		if _, err := Coreference(lockCorpus(t, tree), fakeResolver{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", marks, err)
		}
	}
}
