package incident

// head, relation and upos are of the parse: Universal Dependencies. Outside the
// text, and where nothing was parsed, there is none.
func (f *finder) head(i int) int {
	if f.relation(i) == "" {
		return -1
	}
	return f.A.Tokens[i].Head
}

func (f *finder) relation(i int) string {
	if i < 0 || i >= len(f.A.Tokens) {
		return ""
	}
	return f.A.Tokens[i].Relation
}

func (f *finder) upos(i int) string {
	if i < 0 || i >= len(f.A.Tokens) {
		return ""
	}
	return f.A.Tokens[i].UPOS
}

// child is the first token of h's sentence that hangs on h in one of the
// relations, -1 where there is none.
func (f *finder) child(h int, relations ...string) int {
	s := f.Sentence(h)
	for i := s.First; i < s.Last; i++ {
		if f.head(i) != h {
			continue
		}
		for _, r := range relations {
			if f.relation(i) == r {
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
		if low := f.Low(i); f.head(i) == v && (low == "got" || low == "get" || low == "gets") {
			return true
		}
	}
	return f.relation(v) == "conj" && f.child(v, "nsubj") < 0 && f.head(v) < v && f.Verb(f.head(v)).Passive
}

// object is what an active verb is done to, or -1.
func (f *finder) object(v int) int { return f.child(v, "obj", "iobj") }

// predicate is the verb that a noun phrase with head h is a part of, and how:
// list members count as their list, and a noun of an amount ("the lives of
// twelve people", "a group of six") passes on what hangs on it.
func (f *finder) predicate(h int) (v int, relation string) {
	for range 8 {
		relation = f.relation(h)
		up := f.head(h)
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
	switch f.upos(i) {
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
	for v := i; v >= 0; v = f.head(v) {
		if m := f.child(v, "mark"); m >= 0 && m < i {
			switch f.Low(m) {
			case "if", "unless", "whether":
				return true
			case "to":
				if v == i && f.upos(v) == "VERB" && !f.is(f.head(v), "manage") {
					return true
				}
			}
		}
		if r := f.relation(v); r != "xcomp" && r != "advcl" && r != "conj" && r != "acl" {
			break
		}
	}
	g := f.Verb(f.head(i)) // "could strike the coast, killing thousands"
	return f.relation(i) == "advcl" && (g.Modal || g.Future)
}
