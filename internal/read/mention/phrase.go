package mention

// nominal reports that token k can stand in front of a noun in its phrase, as
// far as the parse tells: no verb ("to hear the firm's complaint"), no
// subordinator ("a sign that investors").
func (f *finder) nominal(k int) bool {
	t := f.a.Tokens[k]
	switch t.UPOS {
	case "VERB":
		return t.Relation == "amod" || t.Relation == "compound"
	case "SCONJ", "AUX", "INTJ", "PUNCT", "ADP", "CCONJ":
		return false
	case "PRON":
		return t.Relation == "nmod" || t.Relation == "det"
	}
	return true
}

// behind reports that the phrase that the preposition at token k opens belongs
// to the noun phrase from start up to k with the head h, not to the verb whose
// object that is: "the unions on the board", not "told the unions on the 3rd".
func (f *finder) behind(k, start, h int) bool {
	p := f.a.Tokens[k]
	if r := f.a.Tokens[h].Relation; p.Head < 0 || f.low(k) == "of" || f.low(k) == "for" || r != "obj" && r != "iobj" {
		return true
	}
	noun := f.a.Tokens[p.Head]
	if noun.Relation == "obl" || noun.Relation == "advmod" {
		return noun.Head >= start && noun.Head < k
	}
	return true
}
