package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// Silence is computed and never stored: a party that a proposition involves
// and that has neither taken a stance on it nor answered a question about it,
// as far as this file knows. SecondHand are statements in which others tell
// of its stance, Voices those of unnamed sources of the party.
type Silence struct {
	Party       string        `json:"party"`
	Proposition string        `json:"proposition"`
	AsOf        *readout.Date `json:"as_of,omitempty"`
	Status      string        `json:"status"` // always readout.NothingOnRecord
	Computed    bool          `json:"computed"`
	SecondHand  []string      `json:"second_hand,omitempty"`
	Voices      []string      `json:"voices,omitempty"`
}

// silences finds the parties that a proposition involves (those of whom others
// tell, those who were addressed, those it names) and that are not on record.
func (t *table) silences() []Silence {
	answered := t.answered()
	named := newNames(t.ledger.Parties)
	var silent []Silence
	for _, q := range t.ledger.Propositions {
		for _, party := range t.involved(q, named) {
			at := place{q.ID, party}
			if answered[at] {
				continue
			}
			s := Silence{Party: party, Proposition: q.ID, AsOf: onDay(t.asOf), Status: readout.NothingOnRecord, Computed: true}
			for _, told := range t.stances[q.ID] {
				if told.Value == readout.SecondHand && told.Party == party {
					s.SecondHand = append(s.SecondHand, told.Statement)
				}
			}
			for _, v := range t.voices[at] {
				s.Voices = append(s.Voices, v.Statement)
			}
			silent = append(silent, s)
		}
	}
	return silent
}

// answered marks the cells where a party, or somebody of it who has a name,
// has taken any stance of its own, a question included, or has a response on
// record.
func (t *table) answered() map[place]bool {
	on := map[place]bool{}
	mark := func(proposition, party string) {
		for whole, basis := range t.wholes(party) {
			if basis != beside {
				on[place{proposition, whole}] = true
			}
		}
	}
	for q, stances := range t.stances {
		for _, s := range stances {
			if s.Value != readout.SecondHand {
				mark(q, s.Party)
			}
		}
	}
	for _, r := range t.ledger.Responses {
		if r.About != nil && r.About.Proposition != "" && r.Party != "" && t.by(lastDay(r.AsOf)) {
			mark(r.About.Proposition, r.Party)
		}
	}
	return on
}

// involved lists the parties of a proposition, none where nobody has spoken of
// it by the day.
func (t *table) involved(q readout.Proposition, named names) []string {
	stances := t.stances[q.ID]
	if len(stances) == 0 {
		return nil
	}
	ids := named.in(q.Text)
	for _, s := range stances {
		ids = append(ids, t.witnesses[s.Statement].Addressee)
		if s.Value == readout.SecondHand {
			ids = append(ids, s.Party)
		}
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return !t.answers(id) })
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return t.shortFor(id, ids) })
}

// answers reports a party that an answer can be expected of: a person, a state
// and its offices, and any other body that the record has heard speak.
func (t *table) answers(id string) bool {
	p := t.parties[id]
	if p == nil {
		return false
	}
	switch p.Kind {
	case readout.Person, readout.State, readout.OfficeKind:
		return true
	case readout.Institution, readout.Group, readout.Force:
		return t.heard[id]
	}
	return false
}

// shortFor reports that another of the parties has a longer name of which this
// one's is the end or the beginning: "Holt" beside "Ana Holt".
func (t *table) shortFor(id string, ids []string) bool {
	name := t.parties[id].Name
	return slices.ContainsFunc(ids, func(other string) bool {
		long := t.parties[other].Name
		return other != id && (strings.HasSuffix(long, " "+name) || strings.HasPrefix(long, name+" "))
	})
}

// names finds parties by name in a text: the names and aliases that begin with
// a capital letter, by their first word.
type names map[string][]partyName

type partyName struct{ name, party string }

func newNames(parties []readout.Party) names {
	n := names{}
	for _, p := range parties {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			if first, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(first) {
				word := name[:wordEnd(name)]
				n[word] = append(n[word], partyName{name, p.ID})
			}
		}
	}
	return n
}

// in lists the parties that the text names, as whole words.
func (n names) in(text string) []string {
	var ids []string
	for i := 0; i < len(text); {
		end := wordEnd(text[i:])
		if end == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		for _, c := range n[text[i:i+end]] {
			rest, ok := strings.CutPrefix(text[i:], c.name)
			if ok && wordEnd(rest) == 0 {
				ids = append(ids, c.party)
			}
		}
		i += end
	}
	return ids
}

// wordEnd is the length of the letters and digits that s begins with.
func wordEnd(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			return i
		}
	}
	return len(s)
}
