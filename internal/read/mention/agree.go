package mention

import (
	"readout"
	"readout/internal/lang"
)

// trait is what a pronoun must agree with.
type trait uint8

const (
	unknown trait = iota
	one           // a person
	many          // persons
	body          // an institution, a state, a paper: "it"
)

// traitOf is what a party is, as far as its kind or its words show it.
func (f *finder) traitOf(party int) trait {
	switch f.parties[party].Kind {
	case readout.Person, readout.OfficeKind:
		return one
	case readout.Group:
		return many
	case readout.Unnamed:
		return f.traits[party]
	}
	return body
}

// note keeps what the head of an unnamed party's first phrase is.
func (f *finder) note(party, head int) {
	if _, ok := f.traits[party]; ok || party < 0 {
		return
	}
	if g := genderOf(f.low(head)); g != "" && f.gender[party] == "" && f.parties[party].Kind != readout.Person {
		f.gender[party] = g
	}
	switch role := f.role(head); {
	case f.plural(head) || numerals[f.low(head)]:
		f.traits[party] = many
	case role == lang.RoleDocument || role == lang.RoleMedia || role == lang.RoleInstitution:
		f.traits[party] = body
	case role == lang.RolePerson, agentive(f.low(head)), f.low(head) == "source", f.low(head) == "official":
		f.traits[party] = one
	default:
		f.traits[party] = unknown
	}
}

var numerals = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "some": true, "many": true, "others": true, "most": true, "few": true, "several": true, "both": true, "people": true, "police": true, "staff": true}

// agrees reports that a pronoun can stand for a party.
func (f *finder) agrees(pronoun string, party int) bool {
	is := f.traitOf(party)
	if f.perhaps[party] && is == body {
		is = unknown
	}
	switch pronoun {
	case "it", "its":
		return is == body || f.perhaps[party]
	case "they", "them", "their":
		return is != one && !(is == body && f.parties[party].Kind == readout.Unnamed)
	case "both":
		return f.parties[party].Kind == readout.Group && len(f.parties[party].Members) == 2
	}
	g := f.gender[party]
	return (is == one || is == unknown) && (g == "" || g == personal[pronoun])
}

// firm reports that nothing is left open between a pronoun and a party.
func (f *finder) firm(pronoun string, party int) bool {
	switch is := f.traitOf(party); pronoun {
	case "it", "its":
		return is == body && !f.perhaps[party]
	case "they", "them", "their", "both":
		return is == many
	default:
		return is == one && (f.gender[party] == personal[pronoun] || f.gender[party] == "" && f.leaning(party) == personal[pronoun])
	}
}
