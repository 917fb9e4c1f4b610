package lang

import (
	"strings"

	"readout"
)

// Role is what a noun that can speak stands for.
type Role uint8

const (
	RoleNone        Role = iota
	RolePerson           // minister, spokeswoman
	RoleUnnamed          // officials, witnesses, reports
	RoleInstitution      // ministry, company
	RoleDocument         // filing, survey
	RoleMedia            // newspaper, website
)

var roleKinds = map[string]Role{
	"person": RolePerson, "unnamed": RoleUnnamed, "institution": RoleInstitution, "document": RoleDocument, "media": RoleMedia,
}

// roles reads "kind word word ..."; the first line that has a word decides.
func (l *Language) roles() map[string]Role {
	m := map[string]Role{}
	for _, line := range l.Lines("roles") {
		fields := strings.Fields(line)
		for _, w := range fields[1:] {
			if m[w] == RoleNone {
				m[w] = roleKinds[fields[0]]
			}
		}
	}
	return m
}

var classNames = map[string]readout.WordClass{
	"det": readout.Determiner, "pron": readout.Pronoun, "poss": readout.Determiner, "prep": readout.Preposition,
	"conj": readout.Conjunction, "sub": readout.Subordinator, "aux": readout.Auxiliary, "neg": readout.Negation,
	"adv": readout.Adverb, "verb": readout.Verb,
}

// classes reads "class word word ..."; the first line that has a word decides,
// except that a subordinator wins over a preposition ("after", "before" open
// clauses more often than not in front of a subject).
func (l *Language) classes() map[string]readout.WordClass {
	m := map[string]readout.WordClass{}
	for _, line := range l.Lines("function") {
		fields := strings.Fields(line)
		for _, w := range fields[1:] {
			if _, ok := m[w]; !ok {
				m[w] = classNames[fields[0]]
			}
		}
	}
	return m
}

// agencies reads "Name = Other = Other".
func (l *Language) agencies() map[string]string {
	m := map[string]string{}
	for _, line := range l.Lines("agencies") {
		names := strings.Split(line, " = ")
		for _, n := range names {
			m[strings.TrimSpace(n)] = strings.TrimSpace(names[0])
		}
	}
	return m
}

// Boilerplate is a kind of line that is not part of the report's text.
type Boilerplate struct {
	Class  readout.Class
	Place  byte // 0 the line begins with Phrase, '+' it does and a title follows, '~' it holds it, '.' it ends with it
	Phrase string
}

// boilerplate reads "class phrase", "class + phrase", "class ~ phrase", "class ... phrase".
func (l *Language) boilerplate() []Boilerplate {
	var out []Boilerplate
	for _, line := range l.Lines("boilerplate") {
		class, phrase, _ := strings.Cut(line, " ")
		b := Boilerplate{Class: readout.Class(class), Phrase: strings.TrimSpace(phrase)}
		for mark, place := range map[string]byte{"+ ": '+', "~ ": '~', "... ": '.'} {
			if rest, ok := strings.CutPrefix(b.Phrase, mark); ok {
				b.Place, b.Phrase = place, rest
			}
		}
		out = append(out, b)
	}
	return out
}
