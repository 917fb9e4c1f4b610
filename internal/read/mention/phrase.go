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
// object that is, or whose subject behind it: "the unions on the board", not "told
// the unions on the 3rd", "wrote the premier on Monday".
func (f *finder) behind(k, start, h int) bool {
	p := f.a.Tokens[k]
	t := f.a.Tokens[h]
	if p.Head < 0 || f.low(k) == "of" || f.low(k) == "for" || t.Relation != "obj" && t.Relation != "iobj" && !(t.Relation == "nsubj" && t.Head >= 0 && t.Head < start) {
		return true
	}
	noun := f.a.Tokens[p.Head]
	if noun.Relation == "obl" || noun.Relation == "advmod" {
		return noun.Head >= start && noun.Head < k
	}
	return true
}

// bothOf reports that "and" in front of token k joins two words that both say whose or
// what the plural noun at token h is: "Danish and Swedish pilots".
func (f *finder) bothOf(k, h, first int) bool {
	if k-2 < first || f.low(k-1) != "and" || !f.plural(h) {
		return false
	}
	one := f.a.Tokens[k-2]
	if one.Head != h || one.Relation != "amod" && one.Relation != "compound" {
		return false
	}
	for j := k; j < h; j++ {
		if t := f.a.Tokens[j]; t.Relation == "conj" && t.Head == k-2 {
			return true
		}
	}
	return false
}

// ordinal reports a word that counts off those whom a noun names: "the first pilot".
func (f *finder) ordinal(k, h int) bool {
	switch f.low(k) {
	case "first", "second", "third", "fourth", "other":
		return f.a.Tokens[k].UPOS == "ADJ" && f.a.Tokens[k].Head == h
	}
	return false
}
