package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"readout"
	"readout/internal/store"
)

// IncidentPage is an incident with names, figures and evidence, as the reports
// that count tell of it. Figures stand side by side, by what they count, then by
// day and teller; none is chosen.
type IncidentPage struct {
	Incident    readout.Incident `json:"incident"`
	Actor       *PartyRef        `json:"actor,omitempty"`
	ActorToldBy *PartyRef        `json:"actor_told_by,omitempty"`
	Figures     []FigureRow      `json:"figures,omitempty"`
	AsOf        *readout.Date    `json:"as_of,omitempty"`
	Evidence    []EvidenceRow    `json:"evidence,omitempty"`
}

// FigureRow is a figure and whose word it is: no teller is the outlet's own. On is
// the last day for which it can be meant: its own or that of publication. Sentence
// is the attribution or, where it is in none, the line on which it stands.
type FigureRow struct {
	readout.Figure
	TellerName string        `json:"teller_name,omitempty"`
	Outlet     string        `json:"outlet,omitempty"`
	Published  *readout.Date `json:"published,omitempty"`
	On         string        `json:"on,omitempty"`
	Sentence   string        `json:"sentence,omitempty"`
}

// Incidents lists the incidents that the reports that count tell of, by their
// last possible day, those without one at the end.
func (e *Engine) Incidents(ctx context.Context, c Clock) ([]IncidentPage, error) {
	v, known, now, err := e.clockView(ctx, c)
	if err != nil {
		return nil, err
	}
	found, err := v.store.Groups(ctx, v.version, store.GroupFilter{Type: "incident"})
	if err != nil {
		return nil, err
	}
	all, err := v.incidents(found.Incidents, known, now)
	slices.SortStableFunc(all, func(a, b IncidentPage) int {
		return cmp.Or(cmp.Compare(dueKey(a.Incident.When), dueKey(b.Incident.When)), cmp.Compare(a.Incident.ID, b.Incident.ID))
	})
	return all, err
}

// Incident is the page of an incident, by its id or the beginning of it. The error
// is an *UnknownError or *AmbiguousError, also where no report that counts tells
// of it.
func (e *Engine) Incident(ctx context.Context, prefix string, c Clock) (*IncidentPage, error) {
	ref, err := e.resolveOne(ctx, prefix, "incident", "readout incidents lists them")
	if err != nil {
		return nil, err
	}
	v, known, now, err := e.clockView(ctx, c)
	if err != nil {
		return nil, err
	}
	return v.incident(ref.ID, known, now)
}

func (v *view) incidentAt(id, asOf string) (*IncidentPage, error) {
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	return v.incident(id, day, day)
}

func (v *view) incident(id, known, now string) (*IncidentPage, error) {
	found, err := v.groups("incident", 0, id)
	if err != nil {
		return nil, err
	}
	one := slices.DeleteFunc(found.Incidents, func(i readout.Incident) bool { return i.ID != id })
	pages, err := v.incidents(one, known, now)
	if err != nil {
		return nil, err
	}
	if len(pages) == 0 {
		return nil, &UnknownError{What: "incident", ID: id, Hint: "no report that counts tells of it; give a later --as-of or --recorded-by"}
	}
	return &pages[0], nil
}

// incidents gives those that the reports that count tell of, without the figures
// and the day that only others have.
func (v *view) incidents(all []readout.Incident, known, now string) ([]IncidentPage, error) {
	var evidence [][]readout.Evidence
	for _, i := range all {
		evidence = append(evidence, i.Evidence)
	}
	kept, err := v.counting(evidence, known)
	if err != nil {
		return nil, err
	}
	var pages []IncidentPage
	for n, i := range all {
		if len(kept[n]) == 0 && len(i.Evidence) > 0 {
			continue
		}
		i.Evidence = kept[n]
		if i.When != nil && i.When.Phrase != nil && !v.held(i.When.Phrase.Doc, known) {
			i.When = nil
		}
		i.Figures = slices.DeleteFunc(slices.Clone(i.Figures), func(f readout.Figure) bool { return !v.held(f.Span.Doc, known) })
		page := IncidentPage{Incident: i, Actor: v.ref(i.Actor), ActorToldBy: v.ref(i.ActorToldBy), AsOf: onDay(now)}
		if page.Evidence, err = v.evidence(i.Evidence); err != nil {
			return nil, err
		}
		if page.Figures, err = v.figures(page); err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// quantities are in the order in which they are shown.
var quantities = []readout.Quantity{
	readout.Killed, readout.Injured, readout.Missing, readout.Captured, readout.Displaced, readout.Damaged,
	readout.Launched, readout.Intercepted, readout.Clashes, readout.OtherCount,
}

func (v *view) figures(page IncidentPage) ([]FigureRow, error) {
	var rows []FigureRow
	for _, f := range page.Incident.Figures {
		row := FigureRow{Figure: f, TellerName: v.name(f.ToldBy, f.Span.Doc), Outlet: v.outlet(f.Span.Doc), Published: v.published(f.Span.Doc)}
		row.On = cmp.Or(lastOf(f.AsOf), lastDay(row.Published))
		var err error
		if row.Sentence, err = v.sentenceOf(f.Span, page.Evidence); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b FigureRow) int {
		return cmp.Or(
			cmp.Compare(slices.Index(quantities, a.Quantity), slices.Index(quantities, b.Quantity)),
			cmp.Compare(a.On, b.On), cmp.Compare(a.TellerName, b.TellerName),
		)
	})
	return rows, nil
}

// sentenceOf is the evidence in which some words stand, else their line.
func (v *view) sentenceOf(s readout.Span, evidence []EvidenceRow) (string, error) {
	for _, e := range evidence {
		if e.Span != nil && e.Doc == s.Doc && e.Span.Bytes().Contains(s.Bytes()) {
			return e.Sentence, nil
		}
	}
	doc, err := v.store.Document(v.ctx, s.Doc)
	if err != nil {
		return "", err
	}
	before, after := around(doc.Text, s.Bytes())
	line := before + s.Text + after
	for _, e := range evidence {
		if e.Statement != nil && e.Doc == s.Doc && strings.Contains(e.Sentence, s.Text) && strings.Contains(line, strings.TrimSpace(e.Sentence)) {
			return e.Sentence, nil
		}
	}
	return strings.TrimSpace(line), nil
}
