package mention

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// introduced is the unnamed party that an earlier phrase with the same head
// brought in, the nearest before: "a man by the exit ... the man". The later
// phrase may say less of it, not something else.
func (f *finder) introduced(start, h, end int) int {
	same := f.byHead[f.low(h)]
	for n := 0; n < len(same) && n < phrasesBack; n++ {
		p := f.phrases[same[len(same)-1-n]]
		switch f.parties[p.party].Kind {
		case readout.Unnamed, readout.OfficeKind, readout.Institution:
			if f.lessThan(start, end, p) {
				return p.party
			}
		}
	}
	return -1
}

// phrasesBack is among how many phrases with its head one is looked for.
const phrasesBack = 50

// keep notes a noun phrase of a party.
func (f *finder) keep(start, head, end, party int) {
	f.byHead[f.low(head)] = append(f.byHead[f.low(head)], len(f.phrases))
	f.phrases = append(f.phrases, phrase{start, head, end, party})
	f.headAt[f.rangeOf(start, end)] = head
}

// phrase is a noun phrase with its party.
type phrase struct{ start, head, end, party int }

// lessThan reports that the words from start up to end all stand in a phrase.
func (f *finder) lessThan(start, end int, p phrase) bool {
	words := strings.Fields(strings.ToLower(f.words(p.start, p.end)))
	for k := start; k < end; k++ {
		if f.class(k) != readout.Determiner && !contains(words, f.low(k)) {
			return false
		}
	}
	return true
}

// later gives an office that nobody held when its phrase was read the person of
// whom an apposition in front says it; behind, only where it is a rare one:
// "the collector said ... Ana Ruiz, collector of Velm".
func (f *finder) later() {
	f.known = f.newKnown()
	brought := map[int]bool{} // parties that a phrase without "the" brought in
	for _, p := range f.phrases {
		brought[p.party] = brought[p.party] || f.low(p.start) != "the"
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		h, ok := f.headAt[m.Range]
		if m.Kind != readout.NounMention || !ok || m.Party < 0 || brought[m.Party] || f.traitOf(m.Party) != one || f.parties[m.Party].Kind == readout.Person {
			continue
		}
		if start := f.tokenAt(m.Start); f.low(start) == "the" {
			if p := f.holder(start, h); p >= 0 && (f.role(h) == lang.RoleNone || f.known.first(f, p) < m.Start) {
				m.Party, m.Sure = p, false
			}
		}
	}
}

// describes finds whom a definite phrase stands for: a business, or a person by
// what is known of him.
func (a *antecedents) describes(m *readout.Mention) {
	f := a.f
	start := f.tokenAt(m.Start)
	h, ok := f.headAt[m.Range]
	if !ok || f.low(start) != "the" || f.plural(h) || f.owned(start, h) {
		return
	}
	low, state := f.low(h), f.stateIn(start, h+1)
	switch {
	case f.properIn(start, h+1) && state == "" && !f.l.Epithets[low]:
	case businessHeads[low] && f.role(h) == lang.RoleInstitution:
		a.describe(m, h, func(p int) bool { return f.business(p, low) })
	case f.parties[m.Party].Kind != readout.Person && f.epithet(start, h):
		a.describesPerson(m, h, state)
	}
}

// describesPerson looks among the persons of the state that the phrase names, else
// among those of none that is known; for an office only if there is but one.
func (a *antecedents) describesPerson(m *readout.Mention, h int, state string) {
	f := a.f
	of := func(known string) func(int) bool {
		return func(p int) bool {
			g := genderOf(f.low(h))
			return f.parties[p].Kind == readout.Person && (state == "" || f.of[p] == known) && (g == "" || f.gender[p] == "" || g == f.gender[p])
		}
	}
	if a.describe(m, h, of(state)) || state == "" {
		return
	}
	if untied := of(""); f.role(h) == lang.RoleNone || f.only(untied) {
		a.describe(m, h, untied)
	}
}

// only reports that just one party of the report fits.
func (f *finder) only(fits func(int) bool) bool {
	n := 0
	for p := 0; p < len(f.parties) && n < 2; p++ {
		if fits(p) {
			n++
		}
	}
	return n == 1
}

// describe gives a phrase with head h the party with the most points of those that
// fit, if there is one.
func (a *antecedents) describe(m *readout.Mention, h int, fits func(int) bool) bool {
	low := a.f.low(h)
	firm := func(p int) bool { return contains(strings.Fields(strings.ToLower(a.f.parties[p].Name)), low) }
	p, sure := a.choose(anaphor{a.f.tokenAt(m.Start), low, fits, firm})
	if p >= 0 {
		m.Party, m.Sure = p, sure && firm(p)
	}
	return p >= 0
}

// business reports that a head noun of businesses can stand for a party.
func (f *finder) business(party int, head string) bool {
	p := f.parties[party]
	if p.Kind != readout.Institution && p.Kind != readout.Outlet {
		return false
	}
	words := strings.Fields(strings.ToLower(p.Name))
	if len(words) == 0 || !capitalised(p.Name) || contains(words, head) {
		return len(words) > 0 && capitalised(p.Name)
	}
	return p.Kind == readout.Outlet || isBusiness(words) && f.l.Roles[words[len(words)-1]] == lang.RoleNone
}

// epithet reports a description that names somebody by what he is, not by an
// office of his own: by origin, age or past, or by one of the words for it.
//
//	EXAMPLE "the Dutch envoy" · "the 61-year-old" · "the veteran negotiator" · "the nominee"
func (f *finder) epithet(start, h int) bool {
	low := f.low(h)
	switch {
	case f.l.Epithets[low], strings.HasSuffix(low, "-year-old"), f.stateNamed(f.word(h)) != "":
		return true
	case f.role(h) != lang.RolePerson, low == "leader":
		return false
	}
	for k := start; k < h; k++ {
		if f.stateNamed(f.word(k)) != "" || former[f.low(k)] {
			return true
		}
	}
	return false
}

var former = map[string]bool{"former": true, "veteran": true, "retired": true, "longtime": true, "presidential": true, "younger": true, "older": true, "outspoken": true}

// stateIn is the state that an adjective in a phrase names, or "".
func (f *finder) stateIn(start, end int) string {
	for k := start; k < end; k++ {
		if s := f.stateNamed(f.word(k)); s != "" {
			return s
		}
	}
	return ""
}
