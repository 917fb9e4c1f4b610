package mention

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// tagged are the encoder's names by their first and by their last token.
type tagged struct {
	end   map[int]int // first token → token behind the last
	class map[int]readout.Name
}

// How probable a name of the encoder must be to cut a title off, to shape a run,
// and to say what it is.
const (
	naming  = 0.4
	shaping = 0.5
	telling = 0.7
)

func (f *finder) newTagged() tagged {
	t := tagged{end: map[int]int{}, class: map[int]readout.Name{}}
	for _, n := range f.a.Names {
		first := f.tokenAt(n.Start)
		last := first
		for last+1 < len(f.a.Tokens) && f.a.Tokens[last+1].End <= n.End {
			last++
		}
		for last > first && (f.class(first) == readout.Determiner || strings.ToLower(f.word(first)) == f.word(first) && !particles[f.word(first)]) {
			first++ // "baker Ana Ruiz"
		}
		for last > first && (f.class(last) == readout.Conjunction || f.class(last) == readout.Preposition) {
			last--
		}
		for k := last; k > first && n.Class == readout.NamePerson; k-- {
			if f.class(k) == readout.Conjunction {
				first = k + 1 // "Ruiz and Holt" are two
			}
		}
		if c := f.class(first); last == first && (f.role(first) != lang.RoleNone || c == readout.Pronoun || c == readout.Determiner || c == readout.Conjunction) {
			continue // "Union leader Ana Ruiz", "Neither": a common word with a capital
		}
		if n.Class == readout.NamePerson {
			first = f.pastTitle(first, last)
		}
		if low := strings.ToLower(f.words(first, last+1)); low == f.words(first, last+1) {
			continue
		}
		if n.Probability >= shaping && n.Class != readout.NameOther && !f.timed(first) {
			t.end[first] = last + 1
		}
		n.Start = f.a.Tokens[first].Start
		t.class[last] = n
	}
	return t
}

// pastTitle is where the name itself begins in a long one with a title in it: "Velm's
// Minister of Internal Affairs Ana Ruiz". It ends in two words, or from a given name on.
func (f *finder) pastTitle(first, last int) int {
	titled := false
	for k := first; k <= last; k++ {
		titled = titled || f.role(k) == lang.RolePerson
	}
	if !titled || last-first < 4 {
		return first
	}
	for k := first; k < last; k++ {
		if f.l.Given[f.word(k)] != "" {
			return k
		}
	}
	return last - 1
}

// personFrom reports that the encoder sees a person's name of several words begin
// at token i.
func (f *finder) personFrom(i int) bool {
	end := f.encoder.end[i]
	return end > i+1 && f.encoder.class[end-1].Class == readout.NamePerson
}

// calledFrom is where the person's name begins that ends a run from token i up to
// end, as the encoder sees it: what stands in front is a title, listed or not.
func (f *finder) calledFrom(i, end int) int {
	n, ok := f.encoder.class[end-1]
	if !ok || n.Class != readout.NamePerson || n.Probability < naming {
		return i
	}
	if k := f.tokenAt(n.Start); k > i && k+1 < end && !f.titleWord(k) {
		return k
	}
	return i
}

// apart is the end of a run from token i up to end, or where a person's name begins
// in it right behind the name of something else: "in Velm Ana Ruiz said".
func (f *finder) apart(i, end int) int {
	k := f.calledFrom(i, end)
	if n, ok := f.encoder.class[k-1]; ok && k > i && n.Probability >= shaping && (n.Class == readout.NamePlace || n.Class == readout.NameOrganisation) {
		return k
	}
	return end
}

// calledBody reports that the encoder takes all of a run, or more, for the name of
// an organisation.
func (f *finder) calledBody(i, end int) bool {
	n, ok := f.encoder.class[end-1]
	return ok && n.Class == readout.NameOrganisation && n.Probability >= shaping && f.tokenAt(n.Start) <= i
}

// called is what the encoder takes the run for, if it is sure.
func (f *finder) called(r run) readout.NameClass {
	if n, ok := f.encoder.class[r.end-1]; ok && n.Probability >= telling {
		return n.Class
	}
	return ""
}

// bodily reports what only a body has around its name: a word for one in front of
// it, or shares and a chief executive behind it, here or elsewhere in the text.
//
//	EXAMPLE "the newspaper Velm Dagblad" · "Oslo-based Gravane" · "Gravane shares"
func (f *finder) bodily(r run) bool {
	if r.start != r.name {
		return false
	}
	if k := r.start - 1; k >= 0 && f.a.Tokens[k].Sentence == f.a.Tokens[r.start].Sentence {
		role := f.role(k)
		if strings.HasSuffix(f.low(k), "-based") || (role == lang.RoleInstitution || role == lang.RoleMedia) && f.a.Tokens[k].UPOS == "NOUN" && !f.plural(k) {
			return true
		}
	}
	return r.end-r.name == 1 && f.traded()[f.word(r.name)]
}

// traded are the names that shares or a chief executive stand behind.
func (f *finder) traded() map[string]bool {
	if f.tradedAt == nil {
		f.tradedAt = map[string]bool{}
		for i := 0; i+2 < len(f.a.Tokens); i++ {
			k := i + 1
			if f.word(k) == "'s" || f.word(k) == "’s" {
				k++
			}
			if w := f.low(k); w == "shares" || w == "shareholders" || w == "stock" || w == "ceo" || w == "headquarters" || w == "chief" && k+1 < len(f.a.Tokens) && f.low(k+1) == "executive" {
				f.tradedAt[f.word(i)] = true
			}
		}
	}
	return f.tradedAt
}

// articled reports a name of several words with an article of its own, which no
// person has: "the Velm Enquirer".
func (f *finder) articled(r run) bool {
	if r.end-r.name < 2 || r.start != r.name || r.name == 0 || f.low(r.name-1) != "the" {
		return false
	}
	the := f.a.Tokens[r.name-1]
	return the.Head >= r.name && the.Head < r.end
}

// kindCalled is the kind of a run that no list knows, from what the encoder takes
// it for; false where it does not say.
func (f *finder) kindCalled(r run) (runKind, bool) {
	if f.bodily(r) {
		return institution, true
	}
	switch f.called(r) {
	case readout.NamePerson:
		if f.articled(r) {
			return institution, true
		}
		return person, true
	case readout.NameOrganisation:
		if f.l.MediaWords[f.word(r.end-1)] && r.end-r.name > 1 || compoundMedia(f.word(r.end-1), f.l) {
			return outlet, true
		}
		return institution, true
	case readout.NamePlace:
		if r.end-r.name > 1 && f.organisation(r.name, r.end) {
			return institution, true // "the University of Velm"
		}
		if f.acts(r) || f.governed(f.nameOf(r)) {
			return state, true
		}
		return place, true
	case readout.NameGroup:
		return adjective, true
	}
	return unsure, false
}
