package mention

import (
	"unicode"
	"unicode/utf8"

	"readout"
)

// A name whose words the parse joins is one name, whatever their classes: the
// spelling of "Inland Waters Forum" leaves open whether "Inland" belongs to it.

// joining are the relations of a word to the name that it is a part of.
var joining = map[string]bool{"compound": true, "amod": true, "nmod": true, "flat": true, "conj": true, "nummod": true}

// upper reports that token i begins with a capital letter, as names do.
func (f *finder) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.word(i))
	return unicode.IsUpper(r)
}

// partOfName reports that the parse hangs token k, over at most three arcs, on
// one from from up to but not including to.
func (f *finder) partOfName(k, from, to int) bool {
	for range 3 {
		t := f.a.Tokens[k]
		if t.Head < 0 || !joining[t.Relation] {
			return false
		}
		if k = t.Head; k >= from && k < to {
			return true
		}
	}
	return false
}

// wider is where the name of a body that ends in front of token end begins:
// token i or, where the parse says so, words in front of it.
//
//	EXAMPLE "the Inland Waters Forum" · "the Rail and Tramway Union" · "City Hall"
func (f *finder) wider(i, end int) int {
	first := f.a.Sentences[f.a.Tokens[i].Sentence].First
	for i > first {
		k := i - 1
		if w := f.word(k); (w == "and" || w == "&") && k > first {
			if k--; k > first && f.l.OrgWords[f.word(k)] && f.upper(k-1) {
				return i // "Velm Rail and Fjord Ferries" are two
			}
		}
		opens := k == first && f.a.Tokens[k].UPOS != "PROPN" && f.a.Tokens[k].UPOS != "ADJ"
		if !f.upper(k) || opens || f.timed(k) || f.class(k) == readout.Determiner || !f.partOfName(k, i, end) {
			return i
		}
		i = k
	}
	return i
}

// beside reports that the parse ties the noun at token k to the name right behind
// it: "plumber Ana Ruiz", whatever the noun.
func (f *finder) beside(k int, r run) bool {
	noun, name := f.a.Tokens[k], f.a.Tokens[r.name]
	switch {
	case noun.UPOS != "NOUN" || f.timed(k) || f.plural(k) || k+1 != r.name:
		return false
	case name.Head == k:
		return name.Relation == "flat" || name.Relation == "appos" || name.Relation == "compound" || name.Relation == "nmod"
	case noun.Head >= r.name && noun.Head < r.end:
		return noun.Relation == "compound" || noun.Relation == "nmod" || noun.Relation == "appos" || noun.Relation == "amod"
	}
	return noun.Head >= 0 && noun.Head == name.Head && noun.Relation == "nsubj" && name.Relation == "nsubj"
}

// opensName reports a first word of a sentence that is a name though its spelling
// is that of a common word ("Beijing"), or part of the name behind it: "City Hall
// said".
func (f *finder) opensName(i int, s readout.Sentence) bool {
	if i != s.First || i+1 >= s.Last || f.a.Tokens[i].UPOS != "PROPN" || f.class(i) != readout.Other {
		return false
	}
	p, w := f.l.Places, f.word(i)
	return p.Capitals[w] != "" || p.States[w] != "" || f.class(i+1) == readout.Proper && f.partOfName(i, i+1, min(i+4, s.Last))
}
