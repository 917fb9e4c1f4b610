package tag

import (
	"reflect"
	"testing"

	"readout"
)

func TestSettleClasses(t *testing.T) {
	for _, c := range []struct {
		word  string
		class readout.WordClass
		upos  string
		want  readout.WordClass
	}{
		{"Union", readout.Proper, "NOUN", readout.Other},
		{"The", readout.Proper, "DET", readout.Determiner},
		{"She", readout.Proper, "PRON", readout.Pronoun},
		{"Under", readout.Proper, "ADP", readout.Preposition},
		{"And", readout.Proper, "CCONJ", readout.Conjunction},
		{"Because", readout.Proper, "SCONJ", readout.Subordinator},
		{"Has", readout.Proper, "AUX", readout.Auxiliary},
		{"Quickly", readout.Proper, "ADV", readout.Adverb},
		{"Denies", readout.Proper, "VERB", readout.Verb},
		{"Ruiz", readout.Proper, "PROPN", readout.Proper},
		{"Six", readout.Proper, "NUM", readout.Proper},
		{"Sic", readout.Proper, "X", readout.Proper},
		{"Ruiz", readout.Proper, "", readout.Proper},
		{"claim", readout.Verb, "NOUN", readout.Other},
		{"stated", readout.Verb, "ADJ", readout.Other},
		{"claim", readout.Verb, "VERB", readout.Verb},
		{"claim", readout.Verb, "", readout.Verb},
		{"Ångström", readout.Other, "PROPN", readout.Other},
		{"velm", readout.Other, "PROPN", readout.Other},
		{"house", readout.Other, "VERB", readout.Other},
		{"he", readout.Pronoun, "NOUN", readout.Pronoun},
	} {
		a := analysis(c.word)
		a.Tokens[0].Class, a.Tokens[0].UPOS = c.class, c.upos
		before := *a
		before.Tokens = append([]readout.Token(nil), a.Tokens...)
		if got := Settle(a); got[0].Class != c.want {
			t.Errorf("%q of class %d as %q is of class %d, want %d", c.word, c.class, c.upos, got[0].Class, c.want)
		}
		if !reflect.DeepEqual(*a, before) {
			t.Errorf("%q: the analysis was changed", c.word)
		}
	}
}

func TestSettleLeavesMarks(t *testing.T) {
	a := analysis("“")
	a.Tokens[0].Class, a.Tokens[0].UPOS = readout.Proper, "NOUN"
	if got := Settle(a); got[0].Class != readout.Proper {
		t.Errorf("a mark is of class %d", got[0].Class)
	}
}
