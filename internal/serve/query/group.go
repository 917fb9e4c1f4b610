package query

import (
	"readout"
)

// EvidenceRow is one piece of evidence: a statement, or a sentence that is
// none. Doc is empty where the evidence is not kept any more.
type EvidenceRow struct {
	Statement *Row          `json:"statement,omitempty"`
	Span      *readout.Span `json:"span,omitempty"`
	Doc       string        `json:"doc,omitempty"`
	Outlet    string        `json:"outlet,omitempty"`
	Published *readout.Date `json:"published,omitempty"`
	Sentence  string        `json:"sentence,omitempty"`
}

// UtterancePage is an utterance with the statements that witness it.
type UtterancePage struct {
	Utterance   readout.Utterance `json:"utterance"`
	SpeakerName string            `json:"speaker_name,omitempty"`
	Tellers     []string          `json:"tellers,omitempty"` // names
	Statements  []Row             `json:"statements,omitempty"`
}

func (v *view) evidence(all []readout.Evidence) ([]EvidenceRow, error) {
	var ids []string
	for _, e := range all {
		if e.Statement != "" {
			ids = append(ids, e.Statement)
		}
	}
	rows, err := v.rows(ids)
	if err != nil {
		return nil, err
	}
	var list []EvidenceRow
	for _, e := range all {
		if e.Span != nil {
			list = append(list, EvidenceRow{Span: e.Span, Doc: e.Span.Doc, Outlet: v.outlet(e.Span.Doc), Published: v.published(e.Span.Doc), Sentence: e.Span.Text})
		} else if row, ok := rows[e.Statement]; ok {
			list = append(list, EvidenceRow{Statement: &row, Doc: row.Doc, Outlet: row.Outlet, Published: row.Published, Sentence: row.Sentence})
		}
	}
	return list, nil
}

func (v *view) utterance(id string) (*UtterancePage, error) {
	u, ok := find(v.ledger.Utterances, func(u readout.Utterance) bool { return u.ID == id })
	if !ok {
		return nil, &UnknownError{What: "utterance", ID: id}
	}
	rows, err := v.rows(u.Statements)
	if err != nil {
		return nil, err
	}
	page := &UtterancePage{Utterance: u, SpeakerName: v.name(u.Speaker, ""), Statements: pick(rows, u.Statements)}
	for _, t := range u.Tellers {
		name := v.name(t, "")
		if v.doc(t) != nil {
			name = v.outlet(t)
		}
		page.Tellers = append(page.Tellers, name)
	}
	return page, nil
}

func find[T any](all []T, fits func(T) bool) (T, bool) {
	for _, one := range all {
		if fits(one) {
			return one, true
		}
	}
	var none T
	return none, false
}
