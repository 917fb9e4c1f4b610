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
			end := f.apart(i, max(f.runEnd(i, s.Last), min(f.encoder.end[i], s.Last)))
			if k := f.pastLabel(i, end); k > i {
				f.glued[k] = true
				i = k
				continue
			}
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
		next := j+1 < last && (f.class(j+1) == readout.Proper || f.goesOn(j+1))
		switch {
		case f.timed(j), f.personFrom(j) && f.organisation(i, j):
			return j
		case f.class(j) == readout.Proper:
			j++
		case f.a.Tokens[j].Kind == readout.Number && f.orgBefore(i, j) && !next:
			return j
		case particles[w] && next, w == "&" && next:
			j += 2
		case (w == "of" || w == "for") && next && f.orgBefore(i, j):
			j += 2
		case f.goesOn(j):
			j++
		case (w == "of" || w == "for") && j+2 < last && f.low(j+1) == "the" && f.class(j+2) == readout.Proper && f.orgBefore(i, j):
			j += 3
		default:
			return j
		}
	}
	return j
}

// goesOn reports a capitalised common word inside a line of the report, which is
// part of the name that it follows: "Human" in "Centre for Human Skills".
func (f *finder) goesOn(j int) bool {
	t := f.a.Tokens[j]
	return (t.UPOS == "NOUN" || t.UPOS == "ADJ") && f.upper(j) && f.blockOf(t.Sentence) == readout.Body && f.role(j) == lang.RoleNone
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

// titledRun is the run with the title in front of it, and what it names.
func (f *finder) titledRun(r run) run {
	f.titleBefore(&r)
	r.kind = f.kindOf(r)
	return r
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
