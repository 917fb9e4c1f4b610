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
		if low := strings.ToLower(f.words(first, last+1)); low == f.words(first, last+1) {
			continue
		}
		if n.Probability >= shaping && n.Class != readout.NameOther && !f.timed(first) {
			t.end[first] = last + 1
		}
		t.class[last] = n
	}
	return t
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

// kindCalled is the kind of a run that no list knows, from what the encoder takes
// it for; false where it does not say.
func (f *finder) kindCalled(r run) (runKind, bool) {
	switch f.called(r) {
	case readout.NamePerson:
		if r.end-r.name == 1 && r.start > 0 && f.role(r.start-1) == lang.RoleInstitution {
			return unsure, false // "the seafarers' union Marisol"
		}
		return person, true
	case readout.NameOrganisation:
		if f.l.MediaWords[f.word(r.end-1)] && r.end-r.name > 1 || compoundMedia(f.word(r.end-1), f.l) {
			return outlet, true
		}
		return institution, true
	case readout.NamePlace:
		if f.acts(r) || f.governed(f.nameOf(r)) {
			return state, true
		}
		return place, true
	case readout.NameGroup:
		return adjective, true
	}
	return unsure, false
}
