package query

import (
	"context"
	"slices"

	"readout"
)

// Waiting is a party that has not answered on a matter. Status is that of its
// newest response ("declined", "no-response") or readout.NothingOnRecord, which
// is computed: the party is named, addressed or told of, and has no word of its
// own. Since is the day from which that is so: of the first response that was
// no answer, or the first on which the matter is on record. Expired is a
// response for a time that is over ("no immediate response"): nothing newer is
// on record. Sentence says so in the words of a report, where one does.
type Waiting struct {
	Proposition string        `json:"proposition"`
	Matter      string        `json:"matter"`
	Party       string        `json:"party,omitempty"`
	PartyName   string        `json:"party_name,omitempty"`
	Status      string        `json:"status"`
	Computed    bool          `json:"computed,omitempty"`
	Since       string        `json:"since,omitempty"`
	AsOf        *readout.Date `json:"as_of,omitempty"`
	Expired     bool          `json:"expired,omitempty"`
	Doc         string        `json:"doc,omitempty"`
	Outlet      string        `json:"outlet,omitempty"`
	Published   *readout.Date `json:"published,omitempty"`
	Sentence    string        `json:"sentence,omitempty"`
	Told        []Row         `json:"second_hand_rows,omitempty"`
	Beside      []Row         `json:"voice_rows,omitempty"`
}

// Silent lists who has not answered on a claim; text is as in FindClaim.
func (e *Engine) Silent(ctx context.Context, text string, at At) (*PropositionPage, []Waiting, error) {
	page, err := e.Claim(ctx, text, at)
	if err != nil {
		return nil, nil, err
	}
	return page, page.Waiting(), nil
}

// Waiting lists who has not answered, those first of whom a report says so.
func (m Matter) Waiting() []Waiting {
	var all []Waiting
	for _, r := range m.Unanswered() {
		all = append(all, Waiting{
			Proposition: m.ID, Matter: m.Text, Party: r.Party, PartyName: r.PartyName, Status: string(r.Status), AsOf: m.AsOf,
			Since: m.unansweredSince(r), Expired: r.Expired, Doc: r.Doc, Outlet: r.Outlet, Published: r.Published, Sentence: r.Sentence,
		})
	}
	for _, s := range m.Silent {
		all = append(all, Waiting{
			Proposition: m.ID, Matter: m.Text, Party: s.Party, PartyName: s.PartyName, Status: s.Status, Computed: true, AsOf: m.AsOf,
			Since: m.First, Told: s.Told, Beside: s.Beside,
		})
	}
	return all
}

// unansweredSince is the day of the first of a party's responses that was no
// answer, after its last answer.
func (m Matter) unansweredSince(r ResponseRow) string {
	since := lastDay(r.AsOf)
	if r.Party == "" {
		return since
	}
	spoken := ""
	for _, line := range m.Positions {
		if line.Party == r.Party {
			spoken = line.On
		}
	}
	for _, other := range m.Responses { // the newest first
		if other.Party != r.Party {
			continue
		}
		day := lastDay(other.AsOf)
		if slices.Contains(answers, other.Status) || day < spoken {
			break
		}
		since = day
	}
	return since
}
