package query

import (
	"cmp"
	"context"
	"slices"

	"readout"
	"readout/internal/store"
)

// ReportRef is a report in a group.
type ReportRef struct {
	ID        string        `json:"id"`
	Outlet    string        `json:"outlet,omitempty"`
	Title     string        `json:"title,omitempty"`
	Published *readout.Date `json:"published,omitempty"`
}

// StoryRow is a course of events with its reports, the first published first.
// From and To are the first and last known day of publication.
type StoryRow struct {
	ID      string      `json:"id"`
	Title   string      `json:"title,omitempty"`
	From    string      `json:"from,omitempty"`
	To      string      `json:"to,omitempty"`
	Reports []ReportRef `json:"reports"`
}

// OriginRow is a text and the reports that repeat it.
type OriginRow struct {
	ID     string    `json:"id"`
	First  ReportRef `json:"first"`
	Copies []CopyRow `json:"copies,omitempty"`
}

// CopyRow is a report that repeats another's text: a "copy", an "edited-copy"
// or a "shared-passage"; Containment is the share of it that stands there.
type CopyRow struct {
	ReportRef
	Kind        string  `json:"kind"`
	Containment float64 `json:"containment,omitempty"`
}

// Stories lists the stories of the reports that count, that with the latest
// report first.
func (e *Engine) Stories(ctx context.Context, at At) ([]StoryRow, error) {
	v, found, day, err := e.listed(ctx, at, "story")
	if err != nil {
		return nil, err
	}
	var all []StoryRow
	for _, s := range found.Stories {
		row := StoryRow{ID: s.ID, Title: s.Title, Reports: v.reports(s.Documents, day)}
		for _, r := range row.Reports {
			if on := lastDay(r.Published); on != "" {
				row.From, row.To = cmp.Or(row.From, on), max(row.To, on)
			}
		}
		if len(row.Reports) > 0 {
			all = append(all, row)
		}
	}
	slices.SortStableFunc(all, func(a, b StoryRow) int { return cmp.Compare(b.To, a.To) })
	return all, nil
}

// Origins lists the texts of the reports that count that others repeat, the
// most repeated first.
func (e *Engine) Origins(ctx context.Context, at At) ([]OriginRow, error) {
	v, found, day, err := e.listed(ctx, at, "origin")
	if err != nil {
		return nil, err
	}
	var all []OriginRow
	for _, o := range found.Origins {
		row := OriginRow{ID: o.ID, First: v.report(o.Document)}
		for _, c := range o.Copies {
			if v.held(c.Doc, day) {
				row.Copies = append(row.Copies, CopyRow{v.report(c.Doc), c.Kind, c.Containment})
			}
		}
		if len(row.Copies) > 0 && v.held(o.Document, day) {
			all = append(all, row)
		}
	}
	slices.SortStableFunc(all, func(a, b OriginRow) int { return cmp.Compare(len(b.Copies), len(a.Copies)) })
	return all, nil
}

// listed gives all groups of a kind, and knows all documents.
func (e *Engine) listed(ctx context.Context, at At, kind string) (*view, *readout.Ledger, string, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, nil, "", err
	}
	if err := v.documents(); err != nil {
		return nil, nil, "", err
	}
	found, err := v.store.Groups(ctx, v.version, store.GroupFilter{Type: kind})
	if err != nil {
		return nil, nil, "", err
	}
	day, err := v.day(at.AsOf)
	return v, found, day, err
}

// documents has a view know all documents, without their texts.
func (v *view) documents() error {
	for s, err := range v.store.Documents(v.ctx) {
		if err != nil {
			return err
		}
		v.docs[s.Doc.ID] = s.Doc
	}
	return nil
}

func (v *view) report(id string) ReportRef {
	r := ReportRef{ID: id, Outlet: v.outlet(id)}
	if d := v.doc(id); d != nil {
		r.Title, r.Published = d.Title, d.Published
	}
	return r
}

func (v *view) reports(ids []string, day string) []ReportRef {
	var all []ReportRef
	for _, id := range ids {
		if v.held(id, day) {
			all = append(all, v.report(id))
		}
	}
	slices.SortStableFunc(all, func(a, b ReportRef) int { return compareDays(a.Published, b.Published) })
	return all
}
