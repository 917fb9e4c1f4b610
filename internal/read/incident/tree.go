package incident

// child is the first token of h's sentence that hangs on h in one of the
// relations, -1 where there is none.
func (f *finder) child(h int, relations ...string) int {
	s := f.Sentence(h)
	for i := s.First; i < s.Last; i++ {
		if f.Head(i) != h {
			continue
		}
		for _, r := range relations {
			if f.Relation(i) == r {
				return i
			}
		}
	}
	return -1
}

// caseOf is the preposition of a noun phrase with head h, in lower case.
func (f *finder) caseOf(h int) string { return f.Low(f.child(h, "case")) }

// passive reports a participle that something is done to: with an auxiliary
// "was" or "got", behind its noun ("the people killed"), or joined to one that
// is ("was hit and 30 injured").
func (f *finder) passive(v int) bool {
	if f.Verb(v).Passive {
		return true
	}
	for i := f.Sentence(v).First; i < v; i++ {
		if low := f.Low(i); f.Head(i) == v && (low == "got" || low == "get" || low == "gets") {
			return true
		}
	}
	return f.Relation(v) == "conj" && f.child(v, "nsubj") < 0 && f.Head(v) < v && f.Verb(f.Head(v)).Passive
}

// object is what an active verb is done to, or -1.
func (f *finder) object(v int) int { return f.child(v, "obj", "iobj") }

// predicate is the verb that a noun phrase with head h is a part of, and how:
// list members count as their list, and a noun of an amount ("the lives of
// twelve people", "a group of six") passes on what hangs on it.
func (f *finder) predicate(h int) (v int, relation string) {
	for range 8 {
		relation = f.Relation(h)
		up := f.Head(h)
		if up < 0 {
			return -1, relation
		}
		if relation == "conj" && f.nominal(up) || relation == "nmod" && f.caseOf(h) == "of" && f.is(up, "amount") {
			h = up
			continue
		}
		return up, relation
	}
	return -1, ""
}

func (f *finder) nominal(i int) bool {
	switch f.UPOS(i) {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return false
}

// unreal: what may happen, or did not, or is only wanted or threatened.
func (f *finder) unreal(i int) bool {
	if g := f.Verb(i); g.Negated || g.Modal || g.Future {
		return true
	}
	for v := i; v >= 0; v = f.Head(v) {
		if m := f.child(v, "mark"); m >= 0 && m < i {
			switch f.Low(m) {
			case "if", "unless", "whether":
				return true
			case "to":
				if v == i && f.UPOS(v) == "VERB" && !f.is(f.Head(v), "manage") {
					return true
				}
			}
		}
		if r := f.Relation(v); r != "xcomp" && r != "advcl" && r != "conj" && r != "acl" {
			break
		}
	}
	g := f.Verb(f.Head(i)) // "could strike the coast, killing thousands"
	return f.Relation(i) == "advcl" && (g.Modal || g.Future)
}
