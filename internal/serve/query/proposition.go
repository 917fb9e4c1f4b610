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

// PropositionPage is a Matter with every stance on it that counts, in order of
// days, and the near matters.
type PropositionPage struct {
	Matter
	Told    Tally       `json:"told"`
	Stances []StanceRow `json:"stances,omitempty"`
	SeeAlso []Related   `json:"see_also,omitempty"`
	Rule    string      `json:"rule"`
}

// proposition is the page of one that the view has taken.
func (v *view) proposition(id, asOf string) (*PropositionPage, error) {
	all, err := v.matters(asOf, v.ledger)
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
	case len(v.ledger.Propositions) > 0: // on record, but not yet by the day
		page.Proposition = v.ledger.Propositions[0]
	default:
		return nil, &UnknownError{What: "proposition", ID: id}
	}
	var ids []string
	for _, s := range v.ledger.Stances {
		if s.Proposition == id {
			ids = append(ids, s.Statement)
		}
	}
	rows, err := v.rows(ids)
	if err != nil {
		return nil, err
	}
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	page.Stances = v.stanceRows(func(s readout.Stance) bool {
		return s.Proposition == id && v.held(rows[s.Statement].Doc, day)
	}, rows)
	slices.SortStableFunc(page.Stances, func(a, b StanceRow) int { return compareDays(a.Row.Said, b.Row.Said) })
	page.Told = tally(rowsOf(page.Stances))
	page.SeeAlso, err = v.seeAlso(page.Proposition)
	return page, err
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

// rowsOf are the statements of some stances, each once.
func rowsOf(stances []StanceRow) []Row {
	var rows []Row
	seen := map[string]bool{}
	for _, s := range stances {
		if !seen[s.Statement] {
			seen[s.Statement] = true
			rows = append(rows, s.Row)
		}
	}
	return rows
}
