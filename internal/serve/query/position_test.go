package query

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
)

// A case of the rule: stances on one proposition, a line each,
//
//	id party value said [published]
//
// where said is "-" if unknown; and the positions expected as of a day:
//
//	party value basis statements [against=...] [beside=...] [conflict] [under=...]
//
// "party nothing [told=...] [beside=...]" is nothing on record.
var positionCases = []struct {
	name, text, asOf, stances, responses, want string
}{
	{
		name: "the principal outranks the minister, whose dissent shows", asOf: "2026-03-10",
		stances: "s1 president supports 2026-03-01\ns2 minister opposes 2026-03-05",
		want: `minister opposes principal s2 under=state
			president supports principal s1 under=state
			state supports principal s1 against=s2`,
	},
	{
		name: "where the principal is silent, who speaks for it", asOf: "2026-03-10",
		stances: "s1 spokesman denies 2026-03-01\ns2 spokesman affirms 2026-03-02\ns3 army affirms 2026-03-09",
		want: `army affirms principal s3 under=state
			spokesman affirms principal s2 under=state
			state affirms speaks-for s2 beside=s3`,
	},
	{
		name: "then a member", asOf: "2026-03-10", stances: "s1 army denies 2026-03-01",
		want: "army denies principal s1 under=state\nstate denies member s1",
	},
	{
		name: "what comes later does not count", asOf: "2026-03-04",
		stances: "s1 president supports 2026-03-01\ns2 president opposes 2026-03-05",
		want:    "president supports principal s1 under=state\nstate supports principal s1",
	},
	{
		name: "an old word in a late report is old", asOf: "2026-03-10",
		stances: "s1 president supports 2026-03-01\ns2 president opposes 2026-03-05\ns9 president supports ../2026-03-09",
		want:    "president opposes principal s2 under=state\nstate opposes principal s2",
	},
	{
		name: "no date of its own: the day of publication", asOf: "2026-03-10",
		stances: "s1 president supports - 2026-03-06\ns2 president opposes 2026-03-05",
		want:    "president supports principal s1 under=state\nstate supports principal s1",
	},
	{
		name: "second-hand and questions make no position", asOf: "2026-03-10",
		stances: "s1 rival second-hand 2026-03-01\ns2 president questions 2026-03-01",
		want:    "rival nothing told=s1",
	},
	{
		name: "an agency of the state is not the state", asOf: "2026-03-10", stances: "s1 agency affirms 2026-03-01",
		want: "agency affirms principal s1",
	},
	{
		name: "an unnamed official is a voice, not the line", asOf: "2026-03-10", text: "State closed the lock.",
		stances: "s1 officials affirms 2026-03-01",
		want:    "officials affirms principal s1\nstate nothing beside=s1",
	},
	{
		name: "a conflict on one day is shown, and the weaker word stands", asOf: "2026-03-10",
		stances: "s1 president supports 2026-03-01\ns2 president opposes 2026-03-01",
		want:    "president supports principal s1,s2 conflict under=state\nstate supports principal s1,s2 conflict",
	},
	{
		name: "more and less of the same is no conflict", asOf: "2026-03-10",
		stances: "s1 president supports 2026-03-01\ns2 president supports-with-conditions 2026-03-01",
		want: `president supports-with-conditions principal s1,s2 under=state
			state supports-with-conditions principal s1,s2`,
	},
	{
		name: "joint speakers speak for each", asOf: "2026-03-10", stances: "s1 both supports 2026-03-01",
		want: "both supports principal s1\nrival supports principal s1\nstate supports principal s1",
	},
	{
		name: "somebody who answered is not silent", asOf: "2026-03-10", text: "Rival hit State.",
		stances: "s1 boss affirms 2026-03-01", responses: "rival 2026-03-02",
		want: "boss affirms principal s1\nstate nothing",
	},
	{
		name: "an answer after the day is none yet", asOf: "2026-03-01", text: "Rival hit the lock.",
		stances: "s1 boss affirms 2026-03-01", responses: "rival 2026-03-02",
		want: "boss affirms principal s1\nrival nothing",
	},
	{
		name: "a name inside another word names nobody", asOf: "2026-03-10", text: "Rivalry and Stately homes.",
		stances: "s1 boss affirms 2026-03-01", want: "boss affirms principal s1",
	},
	{
		name: "nobody has spoken yet", asOf: "2026-02-01", text: "Rival hit State.", stances: "s1 boss affirms 2026-03-01", want: "",
	},
}

var cast = []readout.Party{
	{ID: "state", Name: "State", Kind: readout.State, Principal: "president"},
	{ID: "president", Name: "Pat President", Kind: readout.Person, PartOf: "state"},
	{ID: "minister", Name: "Mia Minister", Kind: readout.Person, PartOf: "state", SpeaksFor: "state"},
	{ID: "spokesman", Name: "Sam Spokesman", Kind: readout.Person, SpeaksFor: "state"},
	{ID: "army", Name: "Army", Kind: readout.Institution, PartOf: "state"},
	{ID: "agency", Name: "Agency", Kind: readout.Agency, PartOf: "state"},
	{ID: "officials", Name: "two officials", Kind: readout.Unnamed, PartOf: "state"},
	{ID: "rival", Name: "Rival", Kind: readout.State},
	{ID: "boss", Name: "Bo Boss", Kind: readout.Person},
	{ID: "both", Name: "both sides", Kind: readout.Group, Members: []string{"state", "rival"}},
}

func TestPositions(t *testing.T) {
	for _, c := range positionCases {
		l := &readout.Ledger{
			Parties:      cast,
			Propositions: []readout.Proposition{{ID: "q", Text: c.text}},
			Utterances:   []readout.Utterance{{ID: "u", Statements: []string{"s1", "s9"}}},
		}
		witnesses := map[string]Witness{}
		for line := range strings.Lines(c.stances) {
			f := append(strings.Fields(line), "")
			l.Stances = append(l.Stances, readout.Stance{Statement: f[0], Proposition: "q", Party: f[1], Value: readout.StanceValue(f[2])})
			w := Witness{Grade: readout.Sure, Published: &readout.Date{Value: f[4]}}
			if f[3] != "-" {
				w.Said = &readout.Date{Value: f[3]}
			}
			witnesses[f[0]] = w
		}
		for line := range strings.Lines(c.responses) {
			f := strings.Fields(line)
			l.Responses = append(l.Responses, readout.Response{
				Party: f[0], AsOf: &readout.Date{Value: f[1]}, About: &readout.About{Proposition: "q"},
			})
		}
		var want []string
		for line := range strings.Lines(c.want) {
			want = append(want, strings.TrimSpace(line))
		}
		if got := written(Positions(l, witnesses, c.asOf)); !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}

// written puts an answer into the form of the cases.
func written(lines []Position, silent []Silence) []string {
	var out []string
	list := func(name string, ids []string) string {
		if len(ids) == 0 {
			return ""
		}
		return " " + name + "=" + strings.Join(ids, ",")
	}
	for _, p := range lines {
		s := fmt.Sprintf("%s %s %s %s", p.Party, p.Value, p.Basis, strings.Join(p.Statements, ","))
		s += list("against", p.Dissent) + list("beside", p.Voices)
		if p.Conflict != nil {
			s += " conflict"
		}
		if p.Under != "" {
			s += " under=" + p.Under
		}
		out = append(out, s)
	}
	for _, s := range silent {
		out = append(out, s.Party+" nothing"+list("told", s.SecondHand)+list("beside", s.Voices))
	}
	return out
}

// The weakest grade of the statements behind a position is the position's.
func TestPositionGrade(t *testing.T) {
	l := &readout.Ledger{Parties: cast, Propositions: []readout.Proposition{{ID: "q"}}, Stances: []readout.Stance{
		{Statement: "s1", Proposition: "q", Party: "boss", Value: readout.Affirms},
		{Statement: "s2", Proposition: "q", Party: "boss", Value: readout.Affirms},
	}}
	said := &readout.Date{Value: "2026-03-01"}
	lines, _ := Positions(l, map[string]Witness{"s1": {Said: said, Grade: readout.Guessed}, "s2": {Said: said, Grade: readout.Sure}}, "")
	if len(lines) != 1 || lines[0].Grade != readout.Guessed || lines[0].AsOf != nil {
		t.Errorf("got %+v, want one guessed position without a day", lines)
	}
}
