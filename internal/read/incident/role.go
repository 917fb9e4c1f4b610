package incident

import "readout"

// role finds what a counted phrase is counted as, by what it is in the clause.
func (f *finder) role(n phrase) (reading, bool) {
	for _, find := range []func(phrase) (reading, bool){f.behindVerb, f.ownWord, f.ofNoun, f.modifier, f.argument} {
		if r, ok := find(n); ok {
			return r, true
		}
	}
	return reading{}, false
}

// behindVerb: directly behind a participle it is what that is done to, whatever
// the parse says: "killing 27 pilgrims and injuring several others".
func (f *finder) behindVerb(n phrase) (reading, bool) {
	v := n.first - 1
	if f.Class(v) == readout.Adverb {
		v--
	}
	if q, ok := f.quantity(v, "verb"); ok && f.ing(v) && !f.unreal(v) && f.Relation(v) != "amod" {
		return reading{quantity: q, at: v}, true
	}
	return reading{}, false
}

// ownWord: the noun itself says it: "nine deaths", "12 wounded", "two dead",
// "13 combat clashes".
func (f *finder) ownWord(n phrase) (reading, bool) {
	at := n.head
	if f.is(at, "lives") && !f.is(f.Head(at), "claim") {
		return reading{}, false
	}
	if f.is(at, "clash") && n.value != nil {
		return reading{quantity: readout.Clashes, at: at}, true
	}
	for _, i := range []int{at, n.end} {
		if i < n.end || i != at && !f.elliptic(n, i) {
			continue
		}
		if q, ok := f.quantity(i, "noun"); ok {
			return reading{quantity: q, at: i}, true
		}
	}
	return reading{}, false
}

// elliptic: "at least 8 killed and more than 20 injured": a bare number in
// front of a word that says what is counted.
func (f *finder) elliptic(n phrase, i int) bool {
	return n.head < n.end && (f.UPOS(i) == "VERB" || f.UPOS(i) == "ADJ")
}

// ill: a report about an illness, in which "cases" are people.
func (f *finder) ill() bool {
	if f.sick == 0 {
		f.sick = -1
		for k := range f.A.Tokens {
			if f.is(k, "sickness") {
				f.sick = 1
				break
			}
		}
	}
	return f.sick > 0
}

// modifier: "three wounded men", "12 people killed in the fire", "20 people
// who died", "four still missing".
func (f *finder) modifier(n phrase) (reading, bool) {
	s := f.Sentence(n.head)
	for i := max(s.First, n.first); i < s.Last; i++ {
		if f.Head(i) != n.head {
			continue
		}
		switch f.Relation(i) {
		case "amod":
			if q, ok := f.quantity(i, "state"); ok && q != readout.Captured && i >= n.end && !f.unreal(i) {
				return reading{quantity: q, at: i}, true
			}
		case "acl":
			if q, ok := f.undergone(i); ok && !n.article && (!n.bare() || q != readout.Captured) {
				return reading{quantity: q, at: i}, true
			}
		}
	}
	return reading{}, false
}

// ofNoun: "the murder of six nuns", "injuries to four men", "the lives of 12".
func (f *finder) ofNoun(n phrase) (reading, bool) {
	v, relation := f.predicate(n.head)
	if _, ok := f.quantity(n.first-2, "of"); ok && f.Low(n.first-1) == "of" {
		v, relation = n.first-2, "nmod"
	}
	if v < 0 || relation != "nmod" && relation != "obl" {
		return reading{}, false
	}
	if f.is(v, "lives") && !f.is(f.Head(v), "claim") {
		return reading{}, false
	}
	if q, ok := f.quantity(v, "of"); ok && (f.inCase(n, "of") || f.inCase(n, "to")) && !f.unreal(v) {
		return reading{quantity: q, at: v}, true
	}
	return reading{}, false
}

// inCase reports the preposition in front of a phrase or the list it is in.
func (f *finder) inCase(n phrase, preposition string) bool {
	h := n.head
	for range 4 {
		if f.caseOf(h) == preposition || f.Low(n.first-1) == preposition {
			return true
		}
		if h = f.Head(h); h < 0 || !f.nominal(h) {
			return false
		}
	}
	return false
}

// argument: the phrase is what the verb is done to, or who the verb is said of.
func (f *finder) argument(n phrase) (reading, bool) {
	v, relation := f.predicate(n.head)
	if v < 0 {
		return reading{}, false
	}
	switch relation {
	case "obj", "iobj", "nsubj", "obl":
		if c := f.child(n.head, "case"); c >= 0 && c < n.first {
			return reading{}, false
		}
		if n.head < v && relation != "obj" { // where it stands tells what it is, when the parse is mistaken
			return f.verbs(v)
		}
		if q, ok := f.done(v); ok {
			return reading{quantity: q, at: v}, true
		}
		if q, ok := f.left(v, n); ok {
			return reading{quantity: q, at: v}, true
		}
	}
	return reading{}, false
}

// verbs reads the verb that is said of a subject, or one joined to it: "were
// burned and taken to hospital".
func (f *finder) verbs(v int) (reading, bool) {
	if q, ok := f.undergone(v); ok {
		return reading{quantity: q, at: v}, true
	}
	for i := v + 1; i < f.Sentence(v).Last; i++ {
		if f.Head(i) == v && f.Relation(i) == "conj" && f.child(i, "nsubj") < 0 {
			q, ok := f.undergone(i)
			return reading{quantity: q, at: i}, ok
		}
	}
	return reading{}, false
}

// done is what an active verb does to its object: "killed twelve".
func (f *finder) done(v int) (readout.Quantity, bool) {
	if f.Low(v) == "shot" && f.Low(v+1) == "down" && !f.unreal(v) {
		return readout.Intercepted, true
	}
	if q, ok := f.quantity(v, "verb"); ok && !f.unreal(v) {
		return q, true
	}
	return "", false
}

// left reads "left nine people dead", where the parse has the people as the
// object of "left".
func (f *finder) left(v int, n phrase) (readout.Quantity, bool) {
	for i := n.last; i < f.Sentence(v).Last && i < n.last+8; i++ {
		if f.Head(i) != v {
			continue
		}
		if q, ok := f.quantity(i, "state"); ok && f.Relation(i) == "xcomp" && !f.unreal(v) {
			return q, true
		}
	}
	return "", false
}

// undergone is what the subject of v, or the noun that v describes, has gone
// through: "were killed", "died", "are in custody", "lost their lives".
func (f *finder) undergone(v int) (readout.Quantity, bool) {
	if f.unreal(v) {
		return "", false
	}
	if q, ok := f.quantity(v, "state"); ok && !f.acts(v) {
		return q, true
	}
	if q, ok := f.quantity(v, "verb"); ok && !f.acts(v) && !f.ing(v) {
		return q, true
	}
	if f.is(v, "remain") {
		if i := f.child(v, "xcomp", "obj"); i > v {
			if q, ok := f.quantity(i, "state"); ok {
				return q, true
			}
		}
	}
	return f.through(v)
}

// acts reports a verb that does something to what stands behind it.
func (f *finder) acts(v int) bool {
	s := f.Sentence(v)
	for i := v + 1; i < s.Last && !f.Punct(i) && !f.passive(v); i++ {
		if r := f.Relation(i); f.Head(i) == v && (r == "obj" || r == "iobj" || r == "nsubj") {
			return true
		}
	}
	return f.object(v) > v
}

func (f *finder) ing(v int) bool { return len(f.Low(v)) > 4 && f.Low(v)[len(f.Low(v))-3:] == "ing" }

// through reads verbs that say it with a second word: "taken to hospital",
// "treated for burns", "lost their lives", "fell ill", "shot dead".
func (f *finder) through(v int) (readout.Quantity, bool) {
	s := f.Sentence(v)
	for i := s.First; i < s.Last; i++ {
		if f.Head(i) != v || i == v {
			continue
		}
		for _, pair := range f.pairs[f.Low(v)] {
			if pair.quantity == readout.OtherCount && f.is(v, "illness") && !f.ill() {
				continue
			}
			if pair.with == f.Low(i) || pair.with == f.caseOf(i)+" "+f.Low(i) || pair.with == f.caseOf(i)+" *" {
				return pair.quantity, pair.active || f.passive(v) || f.Relation(v) == "acl"
			}
		}
	}
	return "", false
}
