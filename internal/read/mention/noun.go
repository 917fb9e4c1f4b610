package mention

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// nouns finds phrases whose head is a noun that can speak and that hold no
// name of a person: "the finance minister", "two officials familiar with the
// talks", "Velm's ministry".
func (f *finder) nouns() {
	named := f.covered()
	f.bodyRuns, f.personAt = map[int]run{}, map[int]bool{}
	for _, r := range f.runs {
		switch r.kind {
		case institution:
			for k := r.start; k < r.end && r.party >= 0; k++ {
				f.bodyRuns[k] = r
			}
		case person:
			f.personAt[r.name] = r.start == r.name
		}
	}
	f.known = f.newKnown()
	for _, s := range f.a.Sentences {
		if !f.reads(s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			role := f.role(i)
			if role == lang.RoleNone || named[i] || i+1 < s.Last && f.role(i+1) != lang.RoleNone && !named[i+1] {
				continue
			}
			if f.class(i) == readout.Pronoun || f.class(i) == readout.Determiner && !f.aloneBefore(i, s) {
				continue
			}
			f.noun(s, i, role)
		}
	}
}

// covered marks the tokens that stand in the mention of a person.
func (f *finder) covered() []bool {
	out := make([]bool, len(f.a.Tokens))
	for _, r := range f.runs {
		if r.party < 0 || f.parties[r.party].Kind != readout.Person && r.kind != agency && r.kind != outlet {
			continue
		}
		for k := r.start; k < r.end; k++ {
			out[k] = true
		}
	}
	return out
}

func (f *finder) role(i int) lang.Role {
	low := f.low(i)
	if r := f.l.Roles[low]; r != lang.RoleNone {
		return r
	}
	if head := afterHyphen(low); head != low {
		if strings.HasSuffix(low, "-year-old") {
			return lang.RolePerson
		}
		return f.l.Roles[head]
	}
	if strings.HasSuffix(low, "s") && f.l.Roles[low[:len(low)-1]] != lang.RoleNone {
		if r := f.l.Roles[low[:len(low)-1]]; r == lang.RolePerson {
			return lang.RoleUnnamed
		} else {
			return r
		}
	}
	if strings.HasSuffix(low, "ies") {
		return f.l.Roles[low[:len(low)-3]+"y"]
	}
	return lang.RoleNone
}

// aloneBefore reports that "some", "many", "both", "two" is a subject itself.
func (f *finder) aloneBefore(i int, s readout.Sentence) bool {
	return i+1 < s.Last && (f.class(i+1) == readout.Verb || f.class(i+1) == readout.Auxiliary)
}

// noun records the phrase with head token h.
func (f *finder) noun(s readout.Sentence, h int, role lang.Role) {
	start := f.left(s, h)
	if r, ok := f.bodyRuns[h]; ok && start >= r.start-1 {
		return // the name is a mention already
	}
	end := f.restrictive(s, h, f.right(s, start, h))
	if f.class(h) == readout.Verb && start == h || f.a.Tokens[h].UPOS == "VERB" { // "reports", "claims" as verbs
		return
	}
	if f.a.Tokens[h].Kind != readout.Word {
		return
	}
	party, sure := f.nounParty(start, h, end, role)
	if party >= 0 {
		f.note(party, h)
		f.keep(start, h, end, party)
		f.add(start, end, readout.NounMention, party, sure)
	}
}

// left goes back over what belongs in front of a noun.
func (f *finder) left(s readout.Sentence, h int) int {
	k := h
	for k > s.First && !f.glued[k] {
		w := f.word(k - 1)
		t := f.a.Tokens[k-1]
		switch {
		case f.class(k-1) == readout.Determiner && !f.nominal(k-1):
			return k
		case f.class(k-1) == readout.Determiner:
			k--
			if f.low(k) == "all" || k > s.First && f.low(k-1) == "of" && k-1 > s.First && quantity(f.low(k-2)) {
				continue
			}
			return k
		case t.Kind == readout.Number && (k-1 > s.First && f.word(k-2) == ":" || k-1 == s.First && len(w) == 5 && w[2] == '.'):
			return k // the hour of an entry of a live page
		case t.Kind == readout.Number, f.class(k-1) == readout.Proper, t.UPOS == "NUM" && t.Kind == readout.Word:
		case (w == "'s" || w == "’s") && k-1 > s.First:
		case (w == "'" || w == "’") && k-1 > s.First && f.a.Tokens[k-1].Start == f.a.Tokens[k-2].End && strings.HasSuffix(f.low(k-2), "s"):
		case t.Kind == readout.Word && f.nominal(k-1) && (f.class(k-1) == readout.Other || f.l.TitleWords[w] || f.l.Roles[w] != lang.RoleNone && f.class(k-1) != readout.Verb):
		case t.Kind == readout.Word && f.class(k-1) == readout.Verb && strings.HasSuffix(w, "ed") && k-1 > s.First && f.class(k-2) == readout.Determiner:
		case f.ordinal(k-1, h), f.bothOf(k, h, s.First):
		case w == "of" && k-1 > s.First && quantity(f.low(k-2)):
		case k < s.Last && f.low(k) == "of" && quantity(f.low(k-1)):
		default:
			return k
		}
		k--
	}
	return k
}

func quantity(w string) bool {
	switch w {
	case "lot", "number", "group", "couple", "dozens", "hundreds", "thousands", "many", "some", "most", "one", "two", "several", "half", "members", "majority":
		return true
	}
	return false
}

var afterNoun = map[string]bool{"for": true, "of": true, "at": true, "from": true, "in": true, "with": true, "on": true, "to": true}

// right takes in up to two phrases behind the noun that say whose it is: "for
// the ministry", "familiar with the talks".
func (f *finder) right(s readout.Sentence, start, h int) int {
	end := h + 1
	for n := 0; n < 2; n++ {
		k := end
		if k < s.Last && complement(f.low(k)) && k+1 < s.Last && f.class(k+1) == readout.Preposition {
			k++
		}
		if k >= s.Last || !afterNoun[f.low(k)] && !(f.low(k) == "by" && f.role(h) == lang.RoleDocument) || f.low(k) == "to" && k+1 < s.Last && f.class(k+1) != readout.Determiner && f.class(k+1) != readout.Proper {
			return end
		}
		if !f.behind(k, start, h) || f.low(k) == "to" && f.role(h) == lang.RoleInstitution && !sent[f.low(h)] {
			return end
		}
		k++
		if k < s.Last && f.class(k) == readout.Determiner && personal[f.low(k)] != "" && f.role(h) == lang.RolePerson {
			return end // "the harbour master in his opening words"
		}
		from := k
		for k < s.Last && f.inPhrase(k, from) && !(k > from && f.personAt[k] && (f.upper(k-1) || f.role(h) == lang.RolePerson && f.class(k-1) == readout.Other)) {
			k++ // not into "the ambassador to Velm Ana Ruiz"
		}
		if k == from {
			return end
		}
		end = k
	}
	return end
}

// sent are bodies that are sent to somebody: "the delegation to Velm".
var sent = map[string]bool{"delegation": true, "mission": true, "embassy": true, "team": true}

func complement(w string) bool {
	switch w {
	case "familiar", "close", "briefed", "involved", "present", "aware", "privy", "based", "working", "near":
		return true
	}
	return false
}

// inPhrase reports that token k goes on with a noun phrase begun at from.
func (f *finder) inPhrase(k, from int) bool {
	if f.timed(k) {
		return false
	}
	switch f.class(k) {
	case readout.Determiner:
		return k == from
	case readout.Proper, readout.Other:
		return f.a.Tokens[k].Kind != readout.Punct && f.nominal(k)
	}
	return f.word(k) == "'s" || f.word(k) == "’s"
}
