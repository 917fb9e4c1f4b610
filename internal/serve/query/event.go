package query

import (
	"context"
	"slices"
	"strings"

	"readout"
	"readout/internal/store"
)

// Happening is an incident with its figures and evidence, as far as their
// reports count.
type Happening struct {
	readout.Incident
	Counts []Count
	Rows   []Row
}

// Count is a figure with its teller, the day from which it is known ("" where
// that is unknown) and where it stands.
type Count struct {
	readout.Figure
	TellerName string
	Day        string
	Row        Row
}

// Pledge is a commitment as it stands on the day, with its evidence. Dues are
// all the days that the reports give for it, what was put off included.
type Pledge struct {
	readout.Commitment
	Now  readout.CommitmentEvent
	Dues []string
	Rows []Row
}

// Encounter is a contact with its evidence.
type Encounter struct {
	readout.Contact
	Rows []Row
}

// Happenings are incidents on record as of a day; one that no report that
// counts tells of is left out.
func (e *Engine) Happenings(ctx context.Context, at At, list []readout.Incident) ([]Happening, error) {
	v, day, err := e.eventsAt(ctx, at, len(list))
	if err != nil || len(list) == 0 {
		return nil, err
	}
	var all []Happening
	for _, in := range list {
		h := Happening{Incident: in}
		if h.Rows, err = v.grounds(in.Evidence, day); err != nil {
			return nil, err
		}
		for _, fig := range in.Figures {
			if v.held(fig.Span.Doc, day) {
				h.Counts = append(h.Counts, v.count(fig, h.Rows))
			}
		}
		if len(h.Rows) > 0 {
			all = append(all, h)
		}
	}
	return all, nil
}

// count finds the evidence in which a figure stands.
func (v *view) count(fig readout.Figure, rows []Row) Count {
	c := Count{Figure: fig, TellerName: v.name(fig.ToldBy, fig.Span.Doc), Day: lastOf(fig.AsOf)}
	c.Row = v.spanRow(fig.Span)
	for _, r := range rows {
		has := r.Doc == fig.Span.Doc && strings.Contains(r.Sentence, fig.Span.Text)
		if has && (c.Row.ID == "" || r.Speaker == fig.ToldBy) {
			c.Row = r
		}
	}
	if c.Day == "" {
		c.Day = lastDay(c.Row.Said)
	}
	if c.Day == "" {
		c.Day = lastDay(c.Row.Published)
	}
	return c
}

// Pledges are commitments on record as of a day, as Happenings.
func (e *Engine) Pledges(ctx context.Context, at At, list []readout.Commitment) ([]Pledge, error) {
	v, day, err := e.eventsAt(ctx, at, len(list))
	if err != nil || len(list) == 0 {
		return nil, err
	}
	var all []Pledge
	for _, c := range list {
		p := Pledge{Commitment: c, Now: StateOn(c, day)}
		if p.Rows, err = v.grounds(c.Evidence, day); err != nil {
			return nil, err
		}
		if len(p.Rows) == 0 || p.Now.State == "" && len(c.History) > 0 {
			continue
		}
		if p.Dues, err = v.dues(c, p.Rows); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// dues are the days that the reports themselves give.
func (v *view) dues(c readout.Commitment, rows []Row) (days []string, err error) {
	add := func(d *readout.Date) {
		if d.Known() && !slices.Contains(days, d.Value) {
			days = append(days, d.Value)
		}
	}
	add(c.Due)
	evidence := map[string]bool{}
	for _, e := range c.Evidence {
		evidence[evidenceKey(e)] = true
	}
	read := map[string]bool{}
	for _, r := range rows {
		if read[r.Doc] {
			continue
		}
		read[r.Doc] = true
		rec, err := v.store.Record(v.ctx, r.Doc)
		if err != nil {
			return nil, err
		}
		for _, told := range rec.Commitments {
			if slices.ContainsFunc(told.Evidence, func(e readout.Evidence) bool { return evidence[evidenceKey(e)] }) {
				add(told.Due)
			}
		}
	}
	return days, nil
}

func evidenceKey(e readout.Evidence) string {
	if e.Span != nil {
		return e.Span.Doc + e.Span.Text
	}
	return e.Statement
}

// Encounters are contacts on record as of a day, as Happenings.
func (e *Engine) Encounters(ctx context.Context, at At, list []readout.Contact) ([]Encounter, error) {
	v, day, err := e.eventsAt(ctx, at, len(list))
	if err != nil || len(list) == 0 {
		return nil, err
	}
	var all []Encounter
	for _, c := range list {
		rows, err := v.grounds(c.Evidence, day)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			all = append(all, Encounter{c, rows})
		}
	}
	return all, nil
}

// Events are all incidents, commitments and contacts of the ledger, as it has
// them: to be asked for once, and sifted.
func (e *Engine) Events(ctx context.Context) (*readout.Ledger, error) {
	all := new(readout.Ledger)
	for _, kind := range []string{"incident", "commitment", "contact"} {
		l, err := e.store.Groups(ctx, e.version, store.GroupFilter{Type: kind})
		if err != nil {
			return nil, err
		}
		all.Incidents = append(all.Incidents, l.Incidents...)
		all.Commitments = append(all.Commitments, l.Commitments...)
		all.Contacts = append(all.Contacts, l.Contacts...)
	}
	return all, nil
}

func (e *Engine) eventsAt(ctx context.Context, at At, n int) (v *view, day string, err error) {
	if n == 0 {
		return nil, "", nil
	}
	if v, err = e.partAt(ctx, at); err != nil {
		return nil, "", err
	}
	day, err = v.day(at.AsOf)
	return v, day, err
}

// grounds are the rows of evidence whose reports count on the day; a sentence
// that is no statement has no id.
func (v *view) grounds(all []readout.Evidence, day string) (rows []Row, err error) {
	for _, e := range all {
		if e.Span != nil {
			if v.held(e.Span.Doc, day) {
				rows = append(rows, v.spanRow(*e.Span))
			}
			continue
		}
		err := v.load([]string{e.Statement}, func(s readout.Statement) {
			if v.held(s.Doc, day) {
				rows = append(rows, v.row(s))
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return rows, nil
}

func (v *view) spanRow(s readout.Span) Row {
	r := Row{Doc: s.Doc, Outlet: v.outlet(s.Doc), Sentence: s.Text, Grade: readout.Sure}
	if d := v.doc(s.Doc); d != nil {
		r.Published = d.Published
	}
	return r
}
