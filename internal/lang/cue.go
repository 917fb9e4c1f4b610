package lang

import (
	"strings"

	"readout"
)

// Cue is a verb that reports speech, with what it can govern.
type Cue struct {
	Lemma    string
	Particle string // further words, "for" of "call for"; "~" is a possessive, "~ word" of "give her word"; "" mostly
	Act      readout.Act
	Quote    bool // goes with a quotation, source before or after: "..." said X
	Clause   bool // "that" or bare clause
	Whether  bool // "whether" or "if" clause
	Noun     bool // noun phrase as content: "welcomed the plan"
	ToVerb   bool // to-infinitive: "promised to pay"
	Asked    bool // object and to-infinitive: "urged them to pay"
	Told     bool // addressee before the clause: "told them that"
	As       bool // object, "as": "described it as"
	Called   bool // object, then what it is called: "called it a mistake"
	Object   bool // an object before the preposition: "accused them of"
	Many     bool // a noun that needs no owner: "reports that"
	Preps    []string
}

// Tense is the form of a cue verb.
type Tense uint8

const (
	Base       Tense = iota // say
	Third                   // says
	Past                    // said
	Participle              // said, written
	Gerund                  // saying
)

// Present reports a form of the present tense.
func (t Tense) Present() bool { return t == Base || t == Third || t == Gerund }

// Form is one reading of an inflected word.
type Form struct {
	*Cue
	Tense Tense
}

// forms reads "lemma act frames [past[=participle]]" and inflects.
func (l *Language) forms(list string) map[string][]Form {
	m := map[string][]Form{}
	for _, line := range l.Lines(list) {
		f := strings.Fields(line)
		lemma, particle, _ := strings.Cut(f[0], "_")
		c := &Cue{Lemma: lemma, Particle: strings.ReplaceAll(particle, "_", " "), Act: readout.Act(f[1])}
		c.frames(f[2])
		past := ""
		if len(f) > 3 {
			past = f[3]
		}
		for form, tense := range inflect(lemma, past) {
			m[form] = append(m[form], Form{c, tense})
		}
	}
	return m
}

// nouns reads "noun act frames" and adds the plurals.
func (l *Language) nouns() map[string]*Cue {
	m := map[string]*Cue{}
	for _, line := range l.Lines("nouns") {
		f := strings.Fields(line)
		c := &Cue{Lemma: f[0], Act: readout.Act(f[1])}
		c.frames(f[2])
		m[f[0]], m[third(f[0])] = c, c
	}
	return m
}

func (c *Cue) frames(spec string) {
	flags := map[byte]*bool{
		'q': &c.Quote, 'c': &c.Clause, 'w': &c.Whether, 'n': &c.Noun, 't': &c.ToVerb,
		'o': &c.Asked, 'a': &c.Told, 's': &c.As, 'k': &c.Called, 'x': &c.Object, 'm': &c.Many,
	}
	for i := 0; i < len(spec); i++ {
		if strings.HasPrefix(spec[i:], "p:") {
			for _, p := range prepositions {
				if strings.HasPrefix(spec[i+2:], p) {
					c.Preps = append(c.Preps, p)
					i += 1 + len(p)
					break
				}
			}
			continue
		}
		*flags[spec[i]] = true
	}
}

// The longer first, so that "against" is not read as "a...".
var prepositions = []string{"against", "about", "from", "for", "of", "on", "to", "at"}

// inflect gives the forms of a regular verb, or of one whose past (and
// "=participle") is given.
func inflect(lemma, past string) map[string]Tense {
	m := map[string]Tense{}
	participle := past
	if before, after, ok := strings.Cut(past, "="); ok {
		past, participle = before, after
	}
	if past == "" {
		past = ed(lemma)
		participle = past
	}
	m[ing(lemma)] = Gerund
	m[participle] = Participle
	m[past] = Past
	m[third(lemma)] = Third
	if _, taken := m[lemma]; !taken {
		m[lemma] = Base
	}
	return m
}

func third(v string) string {
	switch {
	case endsIn(v, "s", "x", "z", "ch", "sh", "o"):
		return v + "es"
	case consonantY(v):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

func ed(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case consonantY(v):
		return v[:len(v)-1] + "ied"
	}
	return doubled(v) + "ed"
}

func ing(v string) string {
	if strings.HasSuffix(v, "e") && !endsIn(v, "ee") {
		return v[:len(v)-1] + "ing"
	}
	return doubled(v) + "ing"
}

// doubled doubles the last consonant of the verbs that do so in English; a
// short list is surer than a rule about stress.
func doubled(v string) string {
	switch v {
	case "commit", "admit", "slam", "rebut", "plan", "beg", "quip", "set", "cut", "snap", "rip", "pan":
		return v + v[len(v)-1:]
	}
	return v
}

func consonantY(v string) bool {
	return strings.HasSuffix(v, "y") && len(v) > 1 && !strings.ContainsRune("aeiou", rune(v[len(v)-2]))
}

func endsIn(v string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(v, s) {
			return true
		}
	}
	return false
}
