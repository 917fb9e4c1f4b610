package mention

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// titleWord reports that a capitalised word belongs to a title, not a name.
func (f *finder) titleWord(i int) bool {
	w, low := f.word(i), f.low(i)
	return f.l.Honorifics[w] || f.l.TitleWords[low] || f.l.Roles[low] == lang.RolePerson ||
		f.stateNamed(w) != "" || f.l.Places.States[w] != "" || f.l.Places.Seats[w].Name != "" || f.l.OrgWords[w]
}

// trade reports a word at the beginning of a sentence, or behind a colon, that says
// what somebody does whose name follows: "Vet Ana Ruiz", "Winchman Ivo Holt".
func (f *finder) trade(i, first int) bool {
	if i != first && f.word(i-1) != ":" {
		return false
	}
	return agentive(f.low(i)) || f.a.Tokens[i].UPOS == "NOUN" || f.l.Given[f.word(i)] == "" && f.l.Given[f.word(i+1)] != ""
}

// agentive reports a word that by its ending names somebody by what he does.
func agentive(low string) bool {
	if len(low) < 6 {
		return false
	}
	for _, e := range []string{"er", "or", "ist", "ian", "eer", "man", "woman", "ant", "person", "aire"} {
		if strings.HasSuffix(low, e) {
			return true
		}
	}
	return false
}

// titleBefore moves the start of a person's run over the title in lower case
// in front of it: "palace spokesman", "former finance minister".
func (f *finder) titleBefore(r *run) {
	s := f.a.Sentences[f.a.Tokens[r.start].Sentence]
	k, roles := r.start, 0
	if r.start < r.name {
		roles = 1 // "City Attorney Brad Holm": the title goes on to the left
	}
	if k-3 >= s.First && f.word(k-2) == "of" && f.l.Roles[f.low(k-3)] == lang.RolePerson && f.a.Tokens[k-1].UPOS == "NOUN" {
		k, roles = k-3, 1 // "director of operations Ana Ruiz"
	}
	for k > s.First {
		w, low := f.word(k-1), f.low(k-1)
		role := roles == 0 && f.class(k-1) == readout.Other && r.end-r.name > 1 && (agentive(low) || f.beside(k-1, *r)) || f.l.Roles[low] == lang.RolePerson || f.l.Honorifics[w] || strings.Contains(low, "-") && f.l.Roles[afterHyphen(low)] == lang.RolePerson
		switch {
		case w == "of" && roles > 0 && k-1 > s.First && f.l.Roles[f.low(k-2)] == lang.RolePerson: // "Secretary of State Ana Ruiz"
		case role:
			roles++
		case low == "and" && roles > 0 && k-1 > s.First && f.l.Roles[f.low(k-2)] == lang.RolePerson: // "actor and activist Ana Ruiz"
		case roles > 0 && (w == "'s" || w == "’s") && k-1 > s.First && f.class(k-2) == readout.Proper:
		case roles > 0 && (f.l.TitleWords[low] || f.class(k-1) == readout.Proper || f.stateNamed(w) != ""):
		case roles > 0 && !f.l.Honorifics[f.word(k)] && r.start-k < 5 && f.class(k-1) == readout.Other && f.a.Tokens[k-1].Kind == readout.Word && !strings.HasSuffix(low, "ed"):
		default:
			if roles > 0 {
				r.start = k
			}
			return
		}
		k--
	}
	if roles > 0 {
		r.start = k
	}
}

func afterHyphen(w string) string { return w[strings.LastIndexByte(w, '-')+1:] }

// title notes the office in front of a name ("Danish finance minister") and
// what it says of the person: gender, state, body.
func (f *finder) title(r run) {
	var words []string
	for k := r.start; k < r.name; k++ {
		w := f.word(k)
		if g := genders[w]; g != "" {
			f.gender[r.party] = g
		}
		if g := genderOf(strings.ToLower(w)); g != "" {
			f.gender[r.party] = g
		}
		if len(genders[w]) > 0 && len(w) <= 4 || w == "Dr" || w == "Dr." || w == "'s" || w == "’s" {
			continue
		}
		words = append(words, w)
	}
	if len(words) == 0 {
		return
	}
	title := strings.Join(words, " ")
	f.office(r.party, title)
	f.affiliate(r.party, words)
}

// affiliate ties a person to the state or seat that its title names.
func (f *finder) affiliate(party int, title []string) {
	for _, w := range title {
		stateName := f.stateNamed(w)
		if stateName == "" {
			stateName = f.l.Places.States[w]
		}
		of := -1
		if stateName != "" {
			f.of[party] = stateName
			of = f.party(stateName, readout.State)
		} else if seat := f.l.Places.Seats[w]; seat.Name != "" {
			of = f.party(seat.Name, readout.PartyKind(seat.Kind))
			f.seat(of, seat.Name)
		}
		if of >= 0 && of != party {
			f.parties[party].PartOf = f.parties[of].ID
			f.parties[party].SpeaksFor = f.parties[of].ID
			return
		}
	}
}
