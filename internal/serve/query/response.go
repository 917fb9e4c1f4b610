package query

import (
	"slices"

	"readout"
)

// ResponseRow is what a party has answered, or that it has not, with the
// sentence that says so. Expired is true when the response was for a time that
// is over on the day asked for ("no immediate response").
type ResponseRow struct {
	readout.Response
	PartyName string        `json:"party_name,omitempty"`
	Outlet    string        `json:"outlet,omitempty"`
	Published *readout.Date `json:"published,omitempty"`
	AboutText string        `json:"about_text,omitempty"`
	Expired   bool          `json:"expired,omitempty"`
	Sentence  string        `json:"sentence"`
}

func (v *view) response(r readout.Response, day string) ResponseRow {
	row := ResponseRow{
		Response: r, PartyName: v.name(r.Party, r.Doc), Outlet: v.outlet(r.Doc), Sentence: r.Span.Text,
		Expired: day != "" && lastDay(r.Expires) != "" && lastDay(r.Expires) < day,
	}
	if d := v.doc(r.Doc); d != nil {
		row.Published = d.Published
	}
	if r.About != nil {
		row.AboutText = v.about(*r.About)
	}
	return row
}

// about words what a response is about.
func (v *view) about(a readout.About) string {
	if text := v.matter[a.Proposition]; text != "" {
		return text
	}
	for _, c := range v.ledger.Contacts {
		if a.Contact != "" && c.ID == a.Contact && c.Subject != "" {
			return string(c.Form) + ": " + c.Subject
		}
	}
	for _, i := range v.ledger.Incidents {
		if a.Incident != "" && i.ID == a.Incident {
			return i.What
		}
	}
	return a.Text
}

// responses lists those of the ledger that fit and were on record by the day,
// the newest first.
func (v *view) responses(day string, fits func(readout.Response) bool) []ResponseRow {
	var rows []ResponseRow
	for _, r := range v.ledger.Responses {
		if fits(r) && v.respondedBy(r, day) && v.held(r.Doc, day) {
			rows = append(rows, v.response(r, day))
		}
	}
	slices.SortStableFunc(rows, func(a, b ResponseRow) int { return compareDays(b.AsOf, a.AsOf) })
	return rows
}

func (v *view) respondedBy(r readout.Response, day string) bool {
	return day == "" || lastDay(r.AsOf) <= day
}
