package query

import (
	"cmp"
	"slices"

	"readout"
)

// Rule is the rule by which positions are computed, in words for readers.
const Rule = "The latest statement of the party itself or of its principal on or before the date. " +
	"Where both are silent, the latest of those who speak for it, else of its members, marked so. " +
	"Others of the same party are listed beside it. Unnamed sources and outlets speak for nobody but themselves, second-hand accounts for nobody; " +
	"a question is not an assertion; rejecting somebody's words is not rejecting the proposal; conflicts are shown as such."

// Basis says on whose word a position rests.
type Basis string

const (
	OfItself  Basis = "principal"  // the party itself or the one who decides for it
	SpeaksFor Basis = "speaks-for" // somebody who speaks for it
	OfMember  Basis = "member"     // somebody who is part of it
	beside    Basis = ""           // an unnamed source: a voice, never the line
)

// Position is where a party stands on a proposition as of a day. On is the
// latest day its statements can have been made (YYYY-MM-DD, empty if unknown).
// Conflict has the values that stand against each other on that day; Value is
// then the one with more statements. Dissent are statements of others of the
// party that point the other way, Voices those that do not. Under names the
// larger party whose position already shows these statements.
type Position struct {
	readout.Position
	Basis    Basis                 `json:"basis"`
	On       string                `json:"on,omitempty"`
	Conflict []readout.StanceValue `json:"conflict,omitempty"`
	Voices   []string              `json:"voices,omitempty"`
	Under    string                `json:"under,omitempty"`
	Grade    readout.Grade         `json:"grade"`
}

// Witness is what the rule must know of a statement.
type Witness struct {
	Doc       string
	Said      *readout.Date
	Published *readout.Date // of its document
	Addressee string
	Grade     readout.Grade
}

// voice is one stance as it bears on one party that the speaker belongs to.
type voice struct {
	readout.Stance
	basis Basis
	day   string
	grade readout.Grade
}

// Positions computes every position of the ledger as of a day (YYYY-MM-DD) by
// Rule, and who has nothing on record. Stances whose statement is not among
// the witnesses are passed over. The answer is ordered by proposition, then
// party.
func Positions(l *readout.Ledger, witnesses map[string]Witness, asOf string) ([]Position, []Silence) {
	t := newTable(l, witnesses, asOf)
	var lines []Position
	for at, voices := range t.voices {
		if p, ok := lineOf(voices); ok {
			p.Proposition, p.Party, p.AsOf = at.proposition, at.party, onDay(asOf)
			lines = append(lines, p)
		}
	}
	slices.SortFunc(lines, func(a, b Position) int {
		return cmp.Or(cmp.Compare(a.Proposition, b.Proposition), cmp.Compare(a.Party, b.Party))
	})
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].Proposition == lines[i].Proposition {
			end++
		}
		t.nest(lines[i:end])
		i = end
	}
	return lines, t.silences()
}

// lineOf applies the rule to the voices of one party on one proposition.
func lineOf(voices []voice) (Position, bool) {
	for _, basis := range []Basis{OfItself, SpeaksFor, OfMember} {
		newest := latest(voices, basis)
		if len(newest) == 0 {
			continue
		}
		value, conflict := weigh(newest)
		p := Position{Position: readout.Position{Value: value}, Basis: basis, On: newest[0].day, Conflict: conflict, Grade: readout.Sure}
		for _, v := range newest {
			p.Statements = append(p.Statements, v.Statement)
			if slices.Index(readout.Grades, v.grade) > slices.Index(readout.Grades, p.Grade) {
				p.Grade = v.grade
			}
		}
		p.Dissent, p.Voices = besides(voices, newest, value)
		return p, true
	}
	return Position{}, false
}

// latest gives the voices of one basis on the newest day any of them has.
func latest(voices []voice, basis Basis) []voice {
	var newest []voice
	for _, v := range voices {
		if v.basis != basis {
			continue
		}
		if len(newest) > 0 && v.day > newest[0].day {
			newest = newest[:0]
		}
		if len(newest) == 0 || v.day == newest[0].day {
			newest = append(newest, v)
		}
	}
	return newest
}

// caution orders values for a tie: the weaker assertion is shown.
var caution = []readout.StanceValue{
	readout.Tentative, readout.SupportsIf, readout.Requests, readout.Proposes,
	readout.Supports, readout.Affirms, readout.Opposes, readout.Denies,
}

// weigh picks the value with more voices, the more cautious at a tie, and
// lists all values where two of them point opposite ways.
func weigh(voices []voice) (value readout.StanceValue, conflict []readout.StanceValue) {
	count := map[readout.StanceValue]int{}
	for _, v := range voices {
		count[v.Value]++
	}
	var values []readout.StanceValue
	for _, v := range caution {
		if count[v] > 0 {
			values = append(values, v)
		}
		if count[v] > count[value] {
			value = v
		}
	}
	for _, v := range values {
		if opposed(v, value) {
			return value, values
		}
	}
	return value, nil
}

// besides splits what others of the party said, each one's latest day only,
// into dissent from the line and the rest.
func besides(voices, line []voice, value readout.StanceValue) (dissent, rest []string) {
	newest := map[string]string{}
	for _, v := range voices {
		newest[v.Party] = max(newest[v.Party], v.day)
	}
	for _, l := range line {
		delete(newest, l.Party)
	}
	for _, v := range voices {
		day, other := newest[v.Party]
		switch {
		case !other || v.day < day:
		case opposed(v.Value, value):
			dissent = append(dissent, v.Statement)
		default:
			rest = append(rest, v.Statement)
		}
	}
	return dissent, rest
}

// Leaning is +1 for what speaks for a proposition, -1 against, 0 for neither.
func Leaning(v readout.StanceValue) int {
	switch v {
	case readout.Affirms, readout.Supports, readout.SupportsIf, readout.Proposes, readout.Requests:
		return 1
	case readout.Denies, readout.Opposes:
		return -1
	}
	return 0
}

func opposed(a, b readout.StanceValue) bool { return Leaning(a)*Leaning(b) < 0 }
