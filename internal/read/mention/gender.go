package mention

import (
	"strings"

	"readout"
)

// genders are words that show whether somebody is a man or a woman.
var genders = map[string]string{
	"Mr": "m", "Mr.": "m", "Sir": "m", "Lord": "m", "King": "m", "Prince": "m", "Father": "m", "Baron": "m",
	"Mrs": "f", "Mrs.": "f", "Ms": "f", "Ms.": "f", "Miss": "f", "Lady": "f", "Dame": "f", "Queen": "f", "Princess": "f", "Baroness": "f", "Duchess": "f",
	"man": "m", "husband": "m", "father": "m", "son": "m", "brother": "m", "grandfather": "m", "grandson": "m", "uncle": "m", "nephew": "m", "boy": "m", "king": "m", "prince": "m", "monk": "m", "widower": "m", "actor": "m", "dad": "m", "boyfriend": "m",
	"woman": "f", "wife": "f", "mother": "f", "daughter": "f", "sister": "f", "grandmother": "f", "granddaughter": "f", "aunt": "f", "niece": "f", "girl": "f", "queen": "f", "princess": "f", "nun": "f", "widow": "f", "actress": "f", "waitress": "f", "mum": "f", "mom": "f", "girlfriend": "f", "duchess": "f", "baroness": "f",
}

// genderOf is what a noun says of the gender of whom it stands for.
func genderOf(low string) string {
	if g := genders[low]; g != "" {
		return g
	}
	low = afterHyphen(strings.TrimSuffix(low, "-in-law"))
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

// runGender is what the title in front of a name says of its gender.
func (f *finder) runGender(r run) string {
	for k := max(r.start-1, 0); k < r.name; k++ {
		if g := genders[f.word(k)]; g != "" {
			return g
		}
		if g := genderOf(f.low(k)); g != "" {
			return g
		}
	}
	if r.start > 1 && f.word(r.start-1) == "," {
		return genderOf(f.low(r.start - 2))
	}
	return ""
}

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
