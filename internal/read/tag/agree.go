package tag

import "readout"

// Settle gives the tokens the word class that the parse shows where the lists and
// spelling show another: a capitalised word that is no name ("Union scorns
// pledge"), a noun of a verb's form ("the claim").
func Settle(a *readout.Analysis) []readout.Token {
	out := append([]readout.Token(nil), a.Tokens...)
	for i := range out {
		t := &out[i]
		if t.UPOS == "" || t.Kind != readout.Word {
			continue
		}
		switch {
		case t.Class == readout.Proper && t.UPOS != "PROPN" && t.UPOS != "NUM" && t.UPOS != "X":
			t.Class = parsed(t.UPOS)
		case t.Class == readout.Verb && (t.UPOS == "NOUN" || t.UPOS == "ADJ"):
			t.Class = readout.Other
		}
	}
	return out
}

// parsed is the class of a part of speech.
func parsed(upos string) readout.WordClass {
	switch upos {
	case "DET":
		return readout.Determiner
	case "PRON":
		return readout.Pronoun
	case "ADP":
		return readout.Preposition
	case "CCONJ":
		return readout.Conjunction
	case "SCONJ":
		return readout.Subordinator
	case "AUX":
		return readout.Auxiliary
	case "ADV":
		return readout.Adverb
	case "VERB":
		return readout.Verb
	}
	return readout.Other
}
