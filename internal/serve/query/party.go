package query

import (
	"slices"

	"readout"
	"readout/internal/store"
)

// PartyRef is a party by id and name.
type PartyRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// PartyPage is a party and all that is on record of it. Positions are those as
// of the newest publication date.
type PartyPage struct {
	Party      readout.Party `json:"party"`
	PartOf     *PartyRef     `json:"part_of,omitempty"`
	SpeaksFor  *PartyRef     `json:"speaks_for,omitempty"`
	Principal  *PartyRef     `json:"principal,omitempty"`
	Members    []PartyRef    `json:"members,omitempty"`
	AsOf       *readout.Date `json:"as_of,omitempty"`
	Positions  []PositionRow `json:"positions,omitempty"`
	Silent     []SilenceRow  `json:"silent,omitempty"`
	Responses  []ResponseRow `json:"responses,omitempty"`
	Statements []Row         `json:"statements,omitempty"`
	Deadlines  []Deadline    `json:"deadlines,omitempty"`
	Rule       string        `json:"rule"`
}

func (v *view) party(id, asOf string) (*PartyPage, error) {
	p, ok := v.parties[id]
	if !ok {
		return nil, &UnknownError{What: "party", ID: id, Hint: "the ledger has not taken in the report that names it"}
	}
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	page := &PartyPage{
		Party: p, PartOf: v.ref(p.PartOf), SpeaksFor: v.ref(p.SpeaksFor), Principal: v.ref(p.Principal), AsOf: onDay(day), Rule: Rule,
	}
	for _, m := range p.Members {
		page.Members = append(page.Members, *v.ref(m))
	}
	for s, err := range v.store.Statements(v.ctx, store.Filter{Speakers: []string{id}}) {
		if err != nil {
			return nil, err
		}
		page.Statements = append(page.Statements, v.row(s))
	}
	slices.SortStableFunc(page.Statements, func(a, b Row) int { return compareDays(b.Said, a.Said) })
	page.Responses = v.responses(day, func(r readout.Response) bool { return r.Party == id })
	if err := v.standing(page, asOf); err != nil {
		return nil, err
	}
	page.Deadlines, err = v.due(day, day, func(c readout.Commitment) bool {
		return c.Due != nil && (slices.Contains(c.Obligor, id) || c.Issuer == id || c.Addressee == id)
	})
	return page, err
}

// standing fills the party's positions and silences.
func (v *view) standing(page *PartyPage, asOf string) error {
	all, err := v.matters(asOf, v.ledger)
	if err != nil {
		return err
	}
	for i := range all {
		m := &all[i]
		m.Positions = slices.DeleteFunc(m.Positions, func(p PositionRow) bool { return p.Party != page.Party.ID })
		m.Silent = slices.DeleteFunc(m.Silent, func(s SilenceRow) bool { return s.Party != page.Party.ID })
	}
	if err := v.fill(all); err != nil {
		return err
	}
	for _, m := range all {
		page.Positions = append(page.Positions, m.Positions...)
		page.Silent = append(page.Silent, m.Silent...)
	}
	return nil
}

func (v *view) ref(id string) *PartyRef {
	if id == "" {
		return nil
	}
	return &PartyRef{ID: id, Name: v.name(id, "")}
}
