package mention

import (
	"readout"
)

// candidate is a mention with its place in the parse.
type candidate struct {
	readout.Mention
	head     int // token
	sentence int
	role     float64 // how much its place in the sentence speaks for it
	form     string  // of a pronoun
}

func (f *finder) place(m readout.Mention) candidate {
	first, last := f.tokens(m.Range)
	head := f.topOf(first, last)
	return candidate{Mention: m, head: head, sentence: f.a.Tokens[head].Sentence, role: f.roleOf(head, first, last)}
}

// tokens are those of a range, the last one excluded.
func (f *finder) tokens(r readout.Range) (first, last int) {
	first = f.tokenAt(r.Start)
	for last = first; last < len(f.a.Tokens) && f.a.Tokens[last].End <= r.End; last++ {
	}
	return first, last
}

// topOf is the token of a phrase that hangs on one outside, else its first.
func (f *finder) topOf(first, last int) int {
	for k := first; k < last; k++ {
		t := f.a.Tokens[k]
		if t.Kind != readout.Punct && t.Relation != "det" && t.Relation != "case" && (t.Head < first || t.Head >= last) {
			return k
		}
	}
	return first
}

// places are the points of the relations that a phrase can have: a subject is
// what the next sentence goes on about.
var places = map[string]float64{"nsubj": 1.5, "csubj": 1.5, "root": 1, "obj": 0.6, "iobj": 0.6, "obl": 0.4, "vocative": -1}

// The points of places that the relation alone does not show.
const (
	mainSubject  = 2.0 // also of "said Ruiz"
	subjectOwner = 1.2 // "Ruiz's party lost. She"
	elsewhere    = 0.2
)

// roleOf is the points of a phrase with its head and its tokens from first up to
// end.
func (f *finder) roleOf(head, first, end int) float64 {
	t := f.outermost(head)
	subject := func(t readout.Token) bool { return t.Relation == "nsubj" || t.Relation == "csubj" }
	switch {
	case f.possessive(end) && (subject(t) || t.Head >= 0 && subject(f.a.Tokens[t.Head])):
		return subjectOwner
	case f.possessive(end):
		return elsewhere
	case first > 0 && f.afterCue(first-1):
		return mainSubject
	}
	if subject(t) && t.Head >= 0 {
		switch f.a.Tokens[t.Head].Relation {
		case "root", "parataxis", "conj":
			return mainSubject
		}
	}
	if v, ok := places[t.Relation]; ok {
		return v
	}
	return elsewhere
}

// outermost is the token that the parse joins token k to by what leaves the place
// in the sentence as it is: an apposition, "and".
func (f *finder) outermost(k int) readout.Token {
	t := f.a.Tokens[k]
	for range 3 {
		switch t.Relation {
		case "appos", "conj", "flat", "compound":
			if t.Head >= 0 {
				t = f.a.Tokens[t.Head]
			}
		}
	}
	return t
}

func (f *finder) possessive(i int) bool {
	return i < len(f.a.Tokens) && (f.word(i) == "'s" || f.word(i) == "’s") && f.a.Tokens[i].UPOS == "PART"
}

// clausemate reports a pronoun that is the object of the verb whose subject the
// candidate is: in "Ruiz met him" he is somebody else.
func (f *finder) clausemate(i, head int, pronoun string) bool {
	t, c := f.a.Tokens[i], f.a.Tokens[head]
	switch pronoun {
	case "him", "them", "it", "her":
		return t.Head >= 0 && t.Head == c.Head && (t.Relation == "obj" || t.Relation == "iobj" || t.Relation == "obl") && c.Relation == "nsubj"
	}
	return false
}

// ahead reports a pronoun in a clause or phrase that opens the sentence of
// whose verb the later candidate is the subject: "When he resigned, Ruiz said".
func (f *finder) ahead(i, head int) bool {
	verb := f.a.Tokens[head].Head
	if f.a.Tokens[head].Relation != "nsubj" || verb < 0 {
		return false
	}
	for range 6 {
		t := f.a.Tokens[i]
		switch t.Head {
		case -1:
			return false
		case verb:
			return t.Relation == "advcl" || t.Relation == "obl"
		}
		i = t.Head
	}
	return false
}
