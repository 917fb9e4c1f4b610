package incident

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// forces: soldiers, or a state, in the subject.
func (f *finder) forces(first, i int) bool {
	for k := first; k < i; k++ {
		if f.is(k, "force") || f.is(k, "weapon") || f.is(k, "craft") {
			return true
		}
	}
	a, ok := f.Ending(f.Auxiliaries(i) - 1)
	return ok && a.Party.Kind == readout.State && a.First <= first+1
}

// located: the object of a strike is a thing in a state, not the state.
func (f *finder) located(k, last int) bool {
	for ; k < last; k++ {
		if f.Class(k) == readout.Preposition || f.Class(k) == readout.Other {
			return true
		}
	}
	return false
}

// striker is the party that the subject of a strike names: a state, by name
// or adjective, or a force; "its forces" in a statement are the speaker's.
func (f *finder) striker(first, i int) string {
	if low := f.Low(first); low == "its" || low == "our" {
		if id := f.Teller(f.Range(i, i+1)); id != "" {
			return id
		}
	}
	for k := first; k < i; k++ {
		if p := f.StateOf(f.Word(k)); p != nil {
			return p.ID
		}
	}
	for k := i; k > first; k-- {
		if a, ok := f.Ending(k - 1); ok && f.actor(a) {
			return a.Party.ID
		}
	}
	return ""
}

// actor: a party that strikes, by its kind or by the last word of its name.
func (f *finder) actor(a layer.Actor) bool {
	switch a.Party.Kind {
	case readout.State, readout.Force, readout.Group:
		return !a.Pronoun
	case readout.Unnamed, readout.Institution:
		words := strings.Fields(strings.ToLower(a.Party.Name))
		return !a.Pronoun && len(words) > 0 && f.isWord(words[len(words)-1], "force")
	}
	return false
}

// agent is who did what token v tells: the subject of an active verb, or the
// party behind "by".
func (f *finder) agent(v int) string {
	if s := f.child(v, "nsubj"); s >= 0 && s < v && !f.passive(v) {
		if a, ok := f.Ending(s); ok && f.actor(a) {
			return a.Party.ID
		}
		return ""
	}
	s := f.Sentence(v)
	for i := v + 1; i < s.Last; i++ {
		if f.Head(i) == v && f.Relation(i) == "obl" && f.caseOf(i) == "by" {
			if a, ok := f.Ending(i); ok && f.actor(a) {
				return a.Party.ID
			}
		}
	}
	return ""
}

// hitPlace is what was struck where it is named: "struck Oryel", "control of
// Oryel", "the town of Oryel".
func (f *finder) hitPlace(k, last int) string {
	for j := k; j < last; j++ {
		if f.Class(j) != readout.Proper || f.Time(j) != nil || f.StateOf(f.Word(j)) != nil || f.L.Places.Adjectives[f.Word(j)] != "" {
			continue
		}
		if c, ok := f.nameOf(j); ok && c != readout.NamePlace {
			continue
		}
		end := j
		for end < last && f.Class(end) == readout.Proper {
			end++
		}
		return f.Text(f.Range(j, end))
	}
	return ""
}

// nameOf is the class of the name that token i is in.
func (f *finder) nameOf(i int) (readout.NameClass, bool) {
	for _, n := range f.A.Names {
		if n.Contains(f.A.Tokens[i].Range) {
			return n.Class, true
		}
	}
	return "", false
}

// behind is whose strike it is: "a Danish strike", "a strike by A", "A has
// continued its assaults, including a strike".
func (f *finder) behind(first, i int, s readout.Sentence) string {
	switch f.Low(i) {
	case "strike", "strikes", "attack", "attacks", "raid", "assault", "shelling", "bombing", "bombardment", "ambush", "airstrike":
	default:
		return ""
	}
	for k := first; k < i; k++ {
		if p := f.StateOf(f.Word(k)); p != nil {
			return p.ID
		}
	}
	for k := i + 1; k < i+8 && k < s.Last && !f.Punct(k); k++ {
		if f.Low(k) == "by" {
			if a, ok := f.Starting(k + 1); ok && f.actor(a) {
				return a.Party.ID
			}
		}
	}
	if f.Low(first-1) == "including" {
		if a, ok := f.Starting(s.First); ok && f.actor(a) {
			return a.Party.ID
		}
	}
	return ""
}

// place is what stands behind "in", "on", "at" or "near" among tokens k up to
// last: a phrase with a name in it.
func (f *finder) place(k, last int) string {
	for ; k < last; k++ {
		switch f.Low(k) {
		case "in", "on", "at", "near", "into", "over", "outside":
		default:
			continue
		}
		end, proper := k+1, false
		for end < last && f.Time(end) == nil && (f.Noun(end) || end == k+1 && f.Class(end) == readout.Determiner || proper && (f.Low(end) == "mine" || f.Possessive(end) && f.Noun(end+1))) {
			proper = proper || f.Class(end) == readout.Proper
			end++
		}
		if proper {
			return f.Text(f.Range(f.bare(k+1), end))
		}
	}
	return ""
}
