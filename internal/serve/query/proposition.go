package query

import (
	"slices"

	"readout"
)

// StanceRow is a stance with the statement that takes it. Matter is the text
// of the proposition.
type StanceRow struct {
	readout.Stance
	PartyName string `json:"party_name,omitempty"`
	Matter    string `json:"matter"`
	Row       Row    `json:"row"`
}

// PropositionPage is a Matter with every stance on it, in order of days.
type PropositionPage struct {
	Matter
	Stances []StanceRow `json:"stances,omitempty"`
	Rule    string      `json:"rule"`
}

// about keeps of the ledger what bears on some propositions.
func about(l *readout.Ledger, fits func(proposition string) bool) *readout.Ledger {
	part := &readout.Ledger{Parties: l.Parties, Utterances: l.Utterances}
	for _, q := range l.Propositions {
		if fits(q.ID) {
			part.Propositions = append(part.Propositions, q)
		}
	}
	for _, s := range l.Stances {
		if fits(s.Proposition) {
			part.Stances = append(part.Stances, s)
		}
	}
	for _, r := range l.Responses {
		if r.About != nil && fits(r.About.Proposition) {
			part.Responses = append(part.Responses, r)
		}
	}
	return part
}

func (v *view) proposition(id, asOf string) (*PropositionPage, error) {
	part := about(v.ledger, func(q string) bool { return q == id })
	all, err := v.matters(asOf, part)
	if err != nil {
		return nil, err
	}
	page := &PropositionPage{Rule: Rule}
	switch {
	case len(all) > 0:
		if err := v.fill(all); err != nil {
			return nil, err
		}
		page.Matter = all[0]
	case len(part.Propositions) > 0:
		page.Proposition = part.Propositions[0]
	default:
		return nil, &UnknownError{What: "proposition", ID: id}
	}
	var ids []string
	for _, s := range part.Stances {
		ids = append(ids, s.Statement)
	}
	rows, err := v.rows(ids)
	if err != nil {
		return nil, err
	}
	page.Stances = v.stanceRows(func(s readout.Stance) bool { return s.Proposition == id }, rows)
	slices.SortStableFunc(page.Stances, func(a, b StanceRow) int { return compareDays(a.Row.Said, b.Row.Said) })
	return page, nil
}

// stanceRows lists the stances that fit and whose statement is among the rows.
func (v *view) stanceRows(fits func(readout.Stance) bool, rows map[string]Row) []StanceRow {
	var all []StanceRow
	for _, s := range v.ledger.Stances {
		row, ok := rows[s.Statement]
		if !ok || !fits(s) {
			continue
		}
		all = append(all, StanceRow{
			Stance: s, PartyName: v.name(s.Party, row.Doc), Matter: v.matter[s.Proposition],
			Row: row,
		})
	}
	return all
}
