package mention

import (
	"strings"

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
	case role == lang.RolePerson || agentive(f.low(head)):
		f.traits[party] = one
	default:
		f.traits[party] = unknown
	}
}

// genderOf is what a noun says of the gender of whom it stands for.
func genderOf(low string) string {
	if g := genders[low]; g != "" {
		return g
	}
	low = afterHyphen(low)
	switch {
	case strings.HasSuffix(low, "woman"):
		return "f"
	case strings.HasSuffix(low, "man") && len(low) > 4 && !manly[low]:
		return "m"
	}
	return genders[low]
}

// manly are words that only end like a man's.
var manly = map[string]bool{"german": true, "roman": true, "norman": true, "ottoman": true, "human": true}

var numerals = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "some": true, "many": true, "others": true, "most": true, "few": true, "several": true, "both": true, "people": true, "police": true, "staff": true}

// givenGender is what the first name of a person shows, if there is more than one
// name or alone is true.
func (f *finder) givenGender(name string, alone bool) string {
	first, _, more := strings.Cut(name, " ")
	if !more && !alone {
		return ""
	}
	return f.l.Given[first]
}

// lean is what the pronouns around a person say of the gender, where neither title
// nor name does: one vote each, women's above zero.
type lean map[int]int

// firmly is how many votes are as good as a title.
const firmly = 2

// sexes counts the pronouns of sentences that name nobody else.
func (f *finder) sexes() {
	for _, s := range f.a.Sentences {
		if p, at := f.onlyPerson(s); p >= 0 && f.gender[p] == "" {
			f.leans[p] += f.pronounsIn(s, f.tokenAt(at))
		}
	}
	for p, n := range f.leans {
		switch g := f.givenGender(f.parties[p].Name, true); {
		case n >= firmly:
			f.gender[p] = "f"
		case -n >= firmly:
			f.gender[p] = "m"
		case g != "" && f.parties[p].Kind == readout.Person:
			f.gender[p] = g
		}
	}
}

// leaning is what the pronouns so far make probable, or the ending of the name:
// given names in -a are mostly women's.
func (f *finder) leaning(party int) string {
	first, _, more := strings.Cut(f.parties[party].Name, " ")
	switch n := f.leans[party]; {
	case n > 0, n == 0 && more && len(first) > 3 && strings.HasSuffix(first, "a"):
		return "f"
	case n < 0:
		return "m"
	}
	return ""
}

// against reports that the pronouns seen so far speak against a party.
func (f *finder) against(pronoun string, party int) bool {
	n := f.leans[party]
	return personal[pronoun] == "m" && n > 0 || personal[pronoun] == "f" && n < 0
}

// onlyPerson is the person whom a sentence names, if it names one, and where.
func (f *finder) onlyPerson(s readout.Sentence) (only, at int) {
	only = -1
	for _, m := range f.from(s.Start) {
		if m.Start >= s.End {
			break
		}
		if m.Party < 0 || f.traitOf(m.Party) != one && !f.perhaps[m.Party] || f.quoted(m.Start) {
			continue
		}
		if only >= 0 && only != m.Party {
			return -1, 0
		}
		if only < 0 {
			only, at = m.Party, m.End
		}
	}
	return only, at
}

// pronounsIn counts a sentence's "she" and "her" from token i on against its "he",
// "his", "him".
func (f *finder) pronounsIn(s readout.Sentence, i int) int {
	n := 0
	for ; i < s.Last; i++ {
		if f.quotedAt[i] {
			continue
		}
		switch personal[f.pronoun(i)] {
		case "f":
			n++
		case "m":
			n--
		}
	}
	return n
}

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
