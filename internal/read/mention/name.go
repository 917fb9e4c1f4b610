package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// run is a stretch of name tokens: title tokens from start, the name itself
// from name up to end.
type run struct {
	start, name, end int
	kind             runKind
	party            int
}

type runKind uint8

const (
	unsure runKind = iota
	person
	institution
	outlet
	agency
	state
	place
	adjective // "Danish" alone
)

// names finds the runs of capitalised words and says what each is.
func (f *finder) names() {
	for _, s := range f.a.Sentences {
		if !f.reads(s) {
			continue
		}
		for i := s.First; i < s.Last; {
			if f.encoder.end[i] == 0 && f.class(i) != readout.Proper && !f.opensName(i, s) || f.timed(i) {
				i++
				continue
			}
			end := max(f.runEnd(i, s.Last), min(f.encoder.end[i], s.Last))
			f.split(i, end)
			i = end
		}
	}
}

var particles = map[string]bool{
	"de": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "van": true, "von": true, "der": true, "den": true,
	"ter": true, "al": true, "el": true, "bin": true, "ibn": true, "la": true, "le": true, "du": true, "y": true, "ul": true, "ben": true,
}

// runEnd gives the end of the run of names that begins at token i.
func (f *finder) runEnd(i, last int) int {
	j := i + 1
	for j < last {
		w := f.word(j)
		next := j+1 < last && f.class(j+1) == readout.Proper
		switch {
		case f.timed(j):
			return j
		case f.class(j) == readout.Proper:
			j++
		case f.a.Tokens[j].Kind == readout.Number && f.orgBefore(i, j) && !next:
			return j
		case particles[w] && next, w == "&" && next:
			j += 2
		case (w == "of" || w == "for") && next && f.orgBefore(i, j):
			j += 2
		case w == "of" && j+2 < last && f.low(j+1) == "the" && f.class(j+2) == readout.Proper && f.orgBefore(i, j):
			j += 3
		default:
			return j
		}
	}
	return j
}

// orgBefore reports that the run so far ends in a word that "of" may follow
// inside a name: "Ministry of", "Bank of".
func (f *finder) orgBefore(i, j int) bool { return f.l.OrgWords[f.word(j-1)] }

// split takes titles off the front of a run and records it.
func (f *finder) split(i, end int) {
	r := run{start: i, name: i, end: end, party: -1}
	if first := f.a.Sentences[f.a.Tokens[i].Sentence].First; i > first && particles[f.word(i-1)] && f.word(i-1) != "y" && f.word(i-1) != "la" && f.word(i-1) != "le" {
		r.start, r.name = i-1, i-1
		f.runs = append(f.runs, f.titledRun(r))
		return
	}
	if f.organisation(i, end) || f.calledBody(i, end) {
		r.start = f.wider(i, end)
		r.name = r.start
		for len(f.runs) > 0 && f.runs[len(f.runs)-1].end > r.start {
			f.runs = f.runs[:len(f.runs)-1]
		}
	} else if k := f.calledFrom(i, end); k > i {
		r.name = k
	} else {
		first := f.a.Sentences[f.a.Tokens[i].Sentence].First
		for k := end - 2; k > i; k-- { // "Velm Energy CEO Ana Ruiz": the name is behind the last title
			if f.l.Roles[f.low(k)] == lang.RolePerson {
				r.name = k + 1
				break
			}
		}
		for r.name+1 < end && (f.titleWord(r.name) || end-r.name > 2 && f.trade(r.name, first)) {
			r.name++
		}
	}
	f.runs = append(f.runs, f.titledRun(r))
}

// trade reports a word at the beginning of a sentence, or behind a colon, that says
// what somebody does whose name follows: "Vet Ana Ruiz", "Winchman Ivo Holt".
func (f *finder) trade(i, first int) bool {
	if i != first && f.word(i-1) != ":" {
		return false
	}
	return agentive(f.low(i)) || f.a.Tokens[i].UPOS == "NOUN" || f.l.Given[f.word(i)] == "" && f.l.Given[f.word(i+1)] != ""
}

// titledRun is the run with the title in front of it, and what it names.
func (f *finder) titledRun(r run) run {
	f.titleBefore(&r)
	r.kind = f.kindOf(r)
	return r
}

// titleWord reports that a capitalised word belongs to a title, not a name.
func (f *finder) titleWord(i int) bool {
	w, low := f.word(i), f.low(i)
	return f.l.Honorifics[w] || f.l.TitleWords[low] || f.l.Roles[low] == lang.RolePerson ||
		f.stateNamed(w) != "" || f.l.Places.States[w] != "" || f.l.Places.Seats[w].Name != "" || f.l.OrgWords[w]
}

// organisation reports that a run names a body: by a word in it, as a seat,
// or by its last word.
func (f *finder) organisation(i, end int) bool {
	name := f.text[f.a.Tokens[i].Start:f.a.Tokens[end-1].End]
	if f.l.Places.Seats[name].Name != "" || f.l.Agencies[name] != "" {
		return true
	}
	for k := i; k < end; k++ {
		if f.low(k) == "of" || f.low(k) == "for" || f.word(k) == "&" {
			return true
		}
	}
	return f.l.OrgWords[f.word(end-1)] || f.l.MediaWords[f.word(end-1)] && end-i > 1
}

// timed reports that token i stands in a time expression: "Thursday".
func (f *finder) timed(i int) bool { return f.timedAt[i] }

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
	case r.end-r.name >= 2 && f.neuter(r):
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

// repeated reports that the last word of the run is used alone elsewhere, as a
// surname is.
func (f *finder) repeated(r run) bool {
	if f.alone == nil {
		f.alone = map[string][]int{}
		for i := range f.a.Tokens {
			if w := f.word(i); len(f.alone[w]) < 2 && f.standsAlone(i) { // two are enough: one is not the run's
				f.alone[w] = append(f.alone[w], i)
			}
		}
	}
	for _, i := range f.alone[f.word(r.end-1)] {
		if i != r.end-1 {
			return true
		}
	}
	return false
}

// innerCapital reports a word like "SpaceX" or "eBay", which names a product or
// a body; "McKay" and "O'Neill" are surnames.
func innerCapital(w string) bool {
	for _, prefix := range []string{"Mc", "Mac", "O'", "O’", "D'", "D’", "L'", "L’", "De", "Di", "La", "Le", "Van", "Fitz", "Al-", "El-"} {
		w = strings.TrimPrefix(w, prefix)
	}
	lower := false
	for _, r := range w {
		if unicode.IsUpper(r) && lower {
			return true
		}
		lower = unicode.IsLower(r)
	}
	return false
}

// standsAlone reports that token i is used as a surname is: without a name
// beside it, and not as a place.
func (f *finder) standsAlone(i int) bool {
	if f.locative(i) {
		return false
	}
	before := i > 0 && f.class(i-1) == readout.Proper
	after := i+1 < len(f.a.Tokens) && f.class(i+1) == readout.Proper
	return !after && (!before || f.titleWord(i-1))
}

func acronym(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsUpper(r) && r != '.' && r != '-' && !unicode.IsDigit(r) && r != '/' {
			return false
		}
		n++
	}
	return n >= 2 && n <= 8
}

// compoundMedia is a name that ends in a media word: "Northwire".
func compoundMedia(w string, l *lang.Language) bool {
	if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
		return false
	}
	for m := range l.MediaWords {
		if len(m) > 3 && len(w) > len(m)+2 && strings.HasSuffix(w, strings.ToLower(m)) {
			return true
		}
	}
	return false
}
