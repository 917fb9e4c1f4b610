package query

import (
	"context"

	"readout"
)

// EvidenceRow is one piece of evidence: a statement, or a sentence that is
// none. Doc is empty where the evidence is not kept any more.
type EvidenceRow struct {
	Statement *Row          `json:"statement,omitempty"`
	Span      *readout.Span `json:"span,omitempty"`
	Doc       string        `json:"doc,omitempty"`
	Outlet    string        `json:"outlet,omitempty"`
	Sentence  string        `json:"sentence,omitempty"`
}

// CommitmentPage is a commitment as it stands on AsOf, with its evidence.
type CommitmentPage struct {
	Commitment  readout.Commitment      `json:"commitment"`
	State       readout.CommitmentState `json:"state"`
	By          string                  `json:"by"` // "statement" or "clock"
	AsOf        *readout.Date           `json:"as_of,omitempty"`
	Obligor     []PartyRef              `json:"obligor,omitempty"`
	Teller      *PartyRef               `json:"teller,omitempty"`
	AskedBy     *PartyRef               `json:"asked_by,omitempty"`
	Beneficiary *PartyRef               `json:"beneficiary,omitempty"`
	Issuer      *PartyRef               `json:"issuer,omitempty"`
	Addressee   *PartyRef               `json:"addressee,omitempty"`
	Evidence    []EvidenceRow           `json:"evidence,omitempty"`
}

// ContactPage is a contact with names and evidence.
type ContactPage struct {
	Contact      readout.Contact `json:"contact"`
	Participants []ParticipantOf `json:"participants,omitempty"`
	Evidence     []EvidenceRow   `json:"evidence,omitempty"`
}

// ParticipantOf is a participant and whose word it is; no teller is the
// outlet's own word.
type ParticipantOf struct {
	Party  PartyRef  `json:"party"`
	ToldBy *PartyRef `json:"told_by,omitempty"`
}

// IncidentPage is an incident with names, figures and evidence.
type IncidentPage struct {
	Incident    readout.Incident `json:"incident"`
	Actor       *PartyRef        `json:"actor,omitempty"`
	ActorToldBy *PartyRef        `json:"actor_told_by,omitempty"`
	Figures     []FigureRow      `json:"figures,omitempty"`
	Evidence    []EvidenceRow    `json:"evidence,omitempty"`
}

// FigureRow is a figure and whose word it is.
type FigureRow struct {
	readout.Figure
	TellerName string `json:"teller_name,omitempty"`
	Outlet     string `json:"outlet,omitempty"`
}

// UtterancePage is an utterance with the statements that witness it.
type UtterancePage struct {
	Utterance   readout.Utterance `json:"utterance"`
	SpeakerName string            `json:"speaker_name,omitempty"`
	Tellers     []string          `json:"tellers,omitempty"` // names
	Statements  []Row             `json:"statements,omitempty"`
}

// Due lists what has a date, as it stands on the day (EDTF; "" is the newest
// publication date), the earliest first.
func (e *Engine) Due(ctx context.Context, asOf string) ([]Deadline, error) {
	v, err := e.view(ctx)
	if err != nil {
		return nil, err
	}
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	return v.due(day)
}

// due is Due with the parties' names and the first sentence of the evidence.
func (v *view) due(day string) ([]Deadline, error) {
	list := Due(v.ledger.Commitments, day)
	var first []readout.Evidence
	for i := range list {
		d := &list[i]
		d.ObligorNames = v.names(d.Obligor)
		d.IssuerName, d.AddresseeName = v.name(d.Issuer, ""), v.name(d.Addressee, "")
		if len(d.Evidence) > 0 {
			first = append(first, d.Evidence[0])
		}
		if d.Outcome != nil {
			first = append(first, readout.Evidence{Statement: d.Outcome.Statement})
		}
	}
	rows, err := v.evidence(first)
	if err != nil {
		return nil, err
	}
	sentences, speakers := map[string]string{}, map[string]string{}
	for _, r := range rows {
		if r.Statement != nil {
			sentences[r.Statement.ID], speakers[r.Statement.ID] = r.Sentence, r.Statement.SpeakerName
		}
	}
	for i := range list {
		if e := list[i].Evidence; len(e) > 0 && e[0].Span != nil {
			list[i].Sentence = e[0].Span.Text
		} else if len(e) > 0 {
			list[i].Sentence = sentences[e[0].Statement]
		}
		if o := list[i].Outcome; o != nil {
			o.Sentence, o.Speaker = sentences[o.Statement], speakers[o.Statement]
		}
	}
	return list, nil
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
			list = append(list, EvidenceRow{Span: e.Span, Doc: e.Span.Doc, Outlet: v.outlet(e.Span.Doc), Sentence: e.Span.Text})
		} else if row, ok := rows[e.Statement]; ok {
			list = append(list, EvidenceRow{Statement: &row, Doc: row.Doc, Outlet: row.Outlet, Sentence: row.Sentence})
		}
	}
	return list, nil
}

func (v *view) commitment(id, asOf string) (*CommitmentPage, error) {
	c, ok := find(v.ledger.Commitments, func(c readout.Commitment) bool { return c.ID == id })
	if !ok {
		return nil, &UnknownError{What: "commitment", ID: id}
	}
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	page := &CommitmentPage{
		Commitment: c, AsOf: onDay(day), Teller: v.ref(c.Teller), AskedBy: v.ref(c.AskedBy), Beneficiary: v.ref(c.Beneficiary),
		Issuer: v.ref(c.Issuer), Addressee: v.ref(c.Addressee),
	}
	now := StateOn(c, day)
	page.State, page.By = now.State, now.By
	for _, o := range c.Obligor {
		page.Obligor = append(page.Obligor, *v.ref(o))
	}
	page.Evidence, err = v.evidence(c.Evidence)
	return page, err
}

func (v *view) contact(id string) (*ContactPage, error) {
	c, ok := find(v.ledger.Contacts, func(c readout.Contact) bool { return c.ID == id })
	if !ok {
		return nil, &UnknownError{What: "contact", ID: id}
	}
	page := &ContactPage{Contact: c}
	for _, p := range c.Participants {
		page.Participants = append(page.Participants, ParticipantOf{Party: *v.ref(p.Party), ToldBy: v.ref(p.ToldBy)})
	}
	var err error
	page.Evidence, err = v.evidence(c.Evidence)
	return page, err
}

func (v *view) incident(id string) (*IncidentPage, error) {
	c, ok := find(v.ledger.Incidents, func(i readout.Incident) bool { return i.ID == id })
	if !ok {
		return nil, &UnknownError{What: "incident", ID: id}
	}
	page := &IncidentPage{Incident: c, Actor: v.ref(c.Actor), ActorToldBy: v.ref(c.ActorToldBy)}
	for _, f := range c.Figures {
		page.Figures = append(page.Figures, FigureRow{Figure: f, TellerName: v.name(f.ToldBy, f.Span.Doc), Outlet: v.outlet(f.Span.Doc)})
	}
	var err error
	page.Evidence, err = v.evidence(c.Evidence)
	return page, err
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
