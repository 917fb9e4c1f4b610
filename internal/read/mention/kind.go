package mention

import (
	"readout"
	"readout/internal/lang"
)

var placeWords = map[string]bool{
	"Oblast": true, "Region": true, "Province": true, "County": true, "City": true, "River": true, "Street": true, "Road": true, "Avenue": true,
	"Bay": true, "Island": true, "Islands": true, "Strait": true, "Sea": true, "Ocean": true, "Valley": true, "Lake": true, "Peninsula": true,
	"Square": true, "Bridge": true, "Airport": true, "Coast": true, "Hills": true, "Mountains": true, "Desert": true, "District": true, "Canal": true, "Harbour": true, "Harbor": true,
	"Lock": true, "Quay": true, "Pier": true, "Wharf": true, "Reservoir": true, "Creek": true, "Falls": true, "Forest": true, "Highway": true, "Motorway": true, "Plaza": true, "Gulf": true, "Port": true, "Fort": true, "Saint": true, "San": true, "Santa": true, "Cape": true, "Mount": true, "Delta": true, "Basin": true, "Dam": true, "Tower": true, "Stadium": true, "Park": true, "Terminal": true,
}

// kindOf decides what a run names from its own words and those around it.
func (f *finder) kindOf(r run) runKind {
	name := f.nameOf(r)
	first, last := f.word(r.name), f.word(r.end-1)
	p := f.l.Places
	switch {
	case r.end < len(f.a.Tokens) && f.low(r.end) == "of" && f.l.Roles[f.low(r.end-1)] == lang.RolePerson:
		return adjective // a title whose name follows or is not given
	case r.end-r.name == 1 && r.start < r.name && f.l.Roles[f.low(r.name)] == lang.RolePerson:
		return adjective // "Labour Minister": a title alone
	case r.end-r.name == 1 && f.l.Roles[f.low(r.name)] == lang.RolePerson && f.determined(r.name):
		return adjective // "the Foreign Secretary"
	case f.l.Agencies[name] != "" && (r.end-r.name > 1 || len(name) > 2):
		return agency
	case p.Seats[name].Name != "":
		return institution
	case p.States[name] != "":
		return state
	case p.Capitals[name] != "" && r.start == r.name:
		return f.capital(r)
	case r.end-r.name == 1 && f.stateNamed(name) != "" && r.start == r.name:
		return adjective
	case r.end-r.name == 1 && (f.governed(name) || f.adjectived[name]):
		return state
	}
	if r.end-r.name == 1 && r.start == r.name && r.name > 0 && (f.low(r.name-1) == "a" || f.low(r.name-1) == "an") && f.called(r) != readout.NameOrganisation {
		return adjective // "a Democrat"
	}
	if k, ok := f.kindCalled(r); ok && (r.start == r.name || k == person || k == institution) {
		return k
	}
	switch {
	case placeWords[last] || r.end-r.name > 1 && placeWords[first]:
		return place
	case f.organisation(r.name, r.end):
		if f.l.MediaWords[last] && r.end-r.name > 1 {
			return outlet
		}
		return institution
	case r.end-r.name == 1 && (acronym(first) || innerCapital(first)):
		return institution
	case innerCapital(last) && r.start == r.name:
		return unsure
	case r.start < r.name || f.titled(r):
		return person
	case r.end-r.name >= 2 && (f.neuter(r) || f.articled(r)):
		return institution
	case r.end-r.name >= 2 && r.end-r.name <= 4:
		if r.start > 0 && stoodIn[f.low(r.start-1)] && !f.repeated(r) {
			return place
		}
		return person
	case r.end-r.name == 1 && compoundMedia(first, f.l):
		return outlet
	}
	return unsure
}

// determined reports an article or a possessive in front of token i, or of the
// capitalised words in front of it.
func (f *finder) determined(i int) bool {
	first := f.a.Sentences[f.a.Tokens[i].Sentence].First
	for i--; i >= first; i-- {
		if f.class(i) == readout.Determiner || f.word(i) == "'s" || f.word(i) == "’s" {
			return true
		}
		if !f.upper(i) || f.class(i) == readout.Other && f.a.Tokens[i].UPOS == "NOUN" {
			return false
		}
	}
	return false
}

// governed reports that the text gives a name a government: "Velmar's
// president", "the Velmar foreign ministry".
func (f *finder) governed(name string) bool {
	if f.ruled == nil {
		f.ruled = map[string]bool{}
		for i := 0; i+2 < len(f.a.Tokens); i++ {
			if w := f.word(i + 1); (w == "'s" || w == "’s") && f.government(i+2) {
				f.ruled[f.word(i)] = true
			}
		}
	}
	return f.ruled[name]
}

// government reports that a word of government stands within a few words from
// token i on.
func (f *finder) government(i int) bool {
	for k := i; k < len(f.a.Tokens) && k < i+4; k++ {
		switch f.low(k) {
		case "president", "minister", "premier", "parliament", "army", "navy", "military", "king", "queen", "chancellor", "ambassador", "government", "capital", "airspace", "border":
			return true
		}
		if c := f.class(k); c != readout.Other && c != readout.Proper {
			break
		}
	}
	return false
}

func (f *finder) nameOf(r run) string {
	return f.text[f.a.Tokens[r.name].Start:f.a.Tokens[r.end-1].End]
}

// neuter reports that the text goes on with "it" for a name that acts:
// "Velmark Foods said it would".
func (f *finder) neuter(r run) bool {
	for k := r.end; k < len(f.a.Tokens) && k < r.end+9; k++ {
		switch low := f.low(k); {
		case low == "it" && k < r.end+4:
			return k > r.end && f.class(k-1) == readout.Verb
		case low == "its":
			return k > r.end+1 && f.class(r.end) == readout.Verb || k > r.end && f.class(k-1) == readout.Verb
		case f.a.Tokens[k].Kind == readout.Punct, f.class(k) == readout.Proper:
			return false
		}
	}
	return false
}

// titled reports an office behind the name: "Ana Ruiz, the minister".
func (f *finder) titled(r run) bool { return r.start < r.name }

// capital decides whether a seat of government speaks for its state here or
// is a place: a state acts ("Oslo said"), a place is stood in.
func (f *finder) capital(r run) runKind {
	if f.locative(r.start) {
		return place
	}
	if r.end < len(f.a.Tokens) && (f.word(r.end) == "'s" || f.word(r.end) == "’s") {
		return place
	}
	for k := r.end; k < len(f.a.Tokens) && k < r.end+5; k++ {
		switch f.class(k) {
		case readout.Verb, readout.Auxiliary:
			return state
		case readout.Adverb, readout.Conjunction, readout.Proper, readout.Negation:
			continue
		}
		break
	}
	if r.start > 0 && (f.low(r.start-1) == "and" || f.low(r.start-1) == "nor" || f.low(r.start-1) == "or" || f.low(r.start-1) == "between" || f.low(r.start-1) == "by") {
		return state
	}
	return place
}

var locatives = map[string]bool{
	"in": true, "at": true, "near": true, "from": true, "outside": true, "around": true, "across": true, "through": true, "of": true,
	"into": true, "to": true, "toward": true, "towards": true, "over": true, "off": true, "on": true, "via": true,
}

// stoodIn are the prepositions that show a name of two words to be a place.
var stoodIn = map[string]bool{"in": true, "at": true, "near": true, "outside": true, "around": true, "across": true, "through": true, "into": true}

func (f *finder) locative(i int) bool { return i > 0 && locatives[f.low(i-1)] }
