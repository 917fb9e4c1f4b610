package query

import (
	"cmp"
	"slices"

	"readout"
)

// PositionRow is a position with names and the statements that make it.
type PositionRow struct {
	Position
	PartyName string            `json:"party_name"`
	PartyKind readout.PartyKind `json:"party_kind,omitempty"`
	UnderName string            `json:"under_name,omitempty"`
	Matter    string            `json:"matter"`
	Rows      []Row             `json:"rows,omitempty"`         // of Statements
	Against   []Row             `json:"dissent_rows,omitempty"` // of Dissent
	Beside    []Row             `json:"voice_rows,omitempty"`   // of Voices
	Told      Tally             `json:"told"`                   // of Statements
}

// SilenceRow is a silence with names and what others tell.
type SilenceRow struct {
	Silence
	PartyName string `json:"party_name"`
	Matter    string `json:"matter"`
	Told      []Row  `json:"second_hand_rows,omitempty"`
	Beside    []Row  `json:"voice_rows,omitempty"`
}

// Matter is a proposition and who stands where on it as of a day: positions,
// responses of those who were asked, and who has nothing on record. First is the
// first day on which a report has it, Newest the latest on which anything was
// said about it; Documents counts the reports that have it.
type Matter struct {
	readout.Proposition
	AsOf      *readout.Date `json:"as_of,omitempty"`
	Positions []PositionRow `json:"positions,omitempty"`
	Responses []ResponseRow `json:"responses,omitempty"`
	Silent    []SilenceRow  `json:"silent,omitempty"`
	First     string        `json:"first,omitempty"`
	Newest    string        `json:"newest,omitempty"`
	Documents int           `json:"documents"`
}

// Contested reports whether parties, or the voices of one, point opposite ways.
func (m Matter) Contested() bool {
	sum := map[int]bool{}
	for _, p := range m.Positions {
		sum[Leaning(p.Value)] = true
		if len(p.Dissent) > 0 || len(p.Conflict) > 0 {
			return true
		}
	}
	return sum[1] && sum[-1]
}

// Open reports whether an answer is missing.
func (m Matter) Open() bool { return len(m.Silent) > 0 || len(m.Unanswered()) > 0 }

// Unanswered lists the newest response of each party that was no answer, where
// the party has not taken a stance since.
func (m Matter) Unanswered() []ResponseRow {
	spoken, asked := map[string]string{}, map[string]string{}
	for _, p := range m.Positions {
		spoken[p.Party] = p.On
	}
	var open []ResponseRow
	for _, r := range m.Responses { // the newest first
		day := lastDay(r.AsOf)
		answer := slices.Contains(answers, r.Status)
		newest, before := asked[r.Party]
		if !answer && day >= spoken[r.Party] && (!before || day == newest) {
			open = append(open, r)
		}
		if r.Party != "" && !before {
			asked[r.Party] = day
		}
	}
	return open
}

// answers are the responses that say something of the matter.
var answers = []readout.Status{readout.Confirmed, readout.Denied, readout.Acknowledged}

// ranked puts what a reader should look at first in front.
func ranked(all []Matter) {
	rank := map[string]int{}
	for _, m := range all {
		switch {
		case m.Contested():
			rank[m.ID] = 0
		case m.Open():
			rank[m.ID] = 1
		default:
			rank[m.ID] = 2
		}
	}
	slices.SortStableFunc(all, func(a, b Matter) int {
		return cmp.Or(cmp.Compare(rank[a.ID], rank[b.ID]), cmp.Compare(len(b.Positions), len(a.Positions)),
			cmp.Compare(b.Newest, a.Newest), cmp.Compare(a.ID, b.ID))
	})
}

// matters answers, without rows, for the propositions of l, which is the whole
// ledger or a part that was taken of it; those on which nothing was said by the
// day are left out.
func (v *view) matters(asOf string, l *readout.Ledger) ([]Matter, error) {
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	matters := map[string]*Matter{}
	for _, q := range l.Propositions {
		matters[q.ID] = &Matter{Proposition: q, AsOf: onDay(day)}
	}
	witnesses, err := v.witnesses(slices.DeleteFunc(slices.Clone(l.Stances), func(s readout.Stance) bool {
		return matters[s.Proposition] == nil
	}), day)
	if err != nil {
		return nil, err
	}
	lines, silent := Positions(l, witnesses, day)
	for _, p := range lines {
		if m := matters[p.Proposition]; m != nil {
			m.Positions = append(m.Positions, PositionRow{
				Position: p, PartyName: v.name(p.Party, ""), PartyKind: v.parties[p.Party].Kind, UnderName: v.name(p.Under, ""), Matter: m.Text,
			})
			m.Newest = max(m.Newest, p.On)
		}
	}
	for _, s := range silent {
		m := matters[s.Proposition]
		m.Silent = append(m.Silent, SilenceRow{Silence: s, PartyName: v.name(s.Party, ""), Matter: m.Text})
	}
	for _, r := range v.responses(day, func(r readout.Response) bool { return r.About != nil && matters[r.About.Proposition] != nil }) {
		m := matters[r.About.Proposition]
		m.Responses = append(m.Responses, r)
	}
	return spoken(matters, l, witnesses, day), nil
}

// spoken keeps the matters on which something was said, in the ledger's order,
// and counts the reports that say it.
func spoken(matters map[string]*Matter, l *readout.Ledger, witnesses map[string]Witness, day string) []Matter {
	on := days(l, witnesses)
	reports := map[string]map[string]bool{}
	for _, s := range l.Stances {
		w, ok := witnesses[s.Statement]
		if !ok || matters[s.Proposition] == nil || day != "" && on[s.Statement] > day {
			continue
		}
		if reports[s.Proposition] == nil {
			reports[s.Proposition] = map[string]bool{}
		}
		reports[s.Proposition][w.Doc] = true
		if m, at := matters[s.Proposition], lastDay(w.Published); at != "" && (m.First == "" || at < m.First) {
			m.First = at
		}
	}
	var all []Matter
	for _, q := range l.Propositions {
		m := matters[q.ID]
		if m.Documents = len(reports[q.ID]); m.Documents > 0 || len(m.Responses) > 0 {
			all = append(all, *m)
		}
	}
	return all
}

// fill adds the statements behind positions and silences.
func (v *view) fill(all []Matter) error {
	var ids []string
	for _, m := range all {
		for _, p := range m.Positions {
			ids = append(append(append(ids, p.Statements...), p.Dissent...), p.Voices...)
		}
		for _, s := range m.Silent {
			ids = append(append(ids, s.SecondHand...), s.Silence.Voices...)
		}
	}
	rows, err := v.rows(ids)
	if err != nil {
		return err
	}
	for _, m := range all {
		for i := range m.Positions {
			p := &m.Positions[i]
			p.Rows, p.Against, p.Beside = pick(rows, p.Statements), pick(rows, p.Dissent), pick(rows, p.Voices)
			p.Told = tally(p.Rows)
		}
		for i := range m.Silent {
			s := &m.Silent[i]
			s.Told, s.Beside = pick(rows, s.SecondHand), pick(rows, s.Silence.Voices)
		}
	}
	return nil
}

func pick(rows map[string]Row, ids []string) []Row {
	var all []Row
	for _, id := range ids {
		if r, ok := rows[id]; ok {
			all = append(all, r)
		}
	}
	return all
}
