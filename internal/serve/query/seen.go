package query

import (
	"slices"
	"strings"

	"readout"
)

// seen is a commitment as the reports that count tell of it. A commitment is
// joined from several; those that came out later, or into the file, are left out
// with what they alone have told: steps, evidence, a condition, another day.
type seen struct {
	readout.Commitment
	docs []string      // reports that tell of it, in order of publication
	was  *readout.Date // the day before it was extended to one that is not on record
}

// seen gives those of some commitments that the reports that count tell of.
func (v *view) seen(all []readout.Commitment, known string) ([]seen, error) {
	var ids []string
	for _, c := range all {
		ids = append(ids, told(c)...)
	}
	docs := map[string]string{} // of the statements
	if err := v.load(ids, func(s readout.Statement) { docs[s.ID] = s.Doc }); err != nil {
		return nil, err
	}
	var out []seen
	for _, c := range all {
		one, ok, err := v.seenOne(c, docs, known)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, one)
		}
	}
	return out, nil
}

// told are the statements that a commitment rests on.
func told(c readout.Commitment) (ids []string) {
	for _, e := range c.Evidence {
		if e.Statement != "" {
			ids = append(ids, e.Statement)
		}
	}
	for _, e := range c.History {
		if strings.HasPrefix(e.Evidence, "s-") {
			ids = append(ids, e.Evidence)
		}
	}
	return ids
}

func (v *view) seenOne(c readout.Commitment, docs map[string]string, known string) (seen, bool, error) {
	one := seen{Commitment: c}
	counts := func(doc string) bool { return doc == "" || v.held(doc, known) }
	one.Evidence = slices.DeleteFunc(slices.Clone(c.Evidence), func(e readout.Evidence) bool { return !counts(docOf(e, docs)) })
	if len(one.Evidence) == 0 && len(c.Evidence) > 0 {
		return one, false, nil
	}
	one.History = slices.DeleteFunc(slices.Clone(c.History), func(e readout.CommitmentEvent) bool { return !counts(docs[e.Evidence]) })
	if len(one.Evidence) < len(c.Evidence) || len(one.History) < len(c.History) {
		one.State = holding(one.History).State
	}
	for _, e := range one.Evidence {
		if doc := docOf(e, docs); doc != "" && !slices.Contains(one.docs, doc) {
			one.docs = append(one.docs, doc)
		}
	}
	slices.SortStableFunc(one.docs, func(a, b string) int { return compareDays(v.published(a), v.published(b)) })
	if c.Condition != nil && c.Condition.Span != nil && !counts(c.Condition.Span.Doc) {
		one.Condition = nil
	}
	if c.Due != nil && c.Due.Phrase != nil && !counts(c.Due.Phrase.Doc) {
		days, err := v.dueDays(one)
		if err != nil {
			return one, false, err
		}
		one.Due = nil
		if len(days) > 0 {
			one.Due = days[len(days)-1].Due
		}
	}
	v.outdated(&one, docs)
	return one, true, nil
}

func docOf(e readout.Evidence, docs map[string]string) string {
	if e.Span != nil {
		return e.Span.Doc
	}
	return docs[e.Statement]
}

func (v *view) published(doc string) *readout.Date {
	if d := v.doc(doc); d != nil {
		return d.Published
	}
	return nil
}

// outdated takes a day away that a report has told before a later one told that
// the commitment was extended: it is not the day any more, and no report has the
// new one.
func (v *view) outdated(c *seen, docs map[string]string) {
	if !c.Due.Known() || c.Due.Phrase == nil || holding(c.History).State != readout.StateExtended {
		return
	}
	for _, e := range c.History {
		doc := docs[e.Evidence]
		if e.State == readout.StateExtended && doc != "" && doc != c.Due.Phrase.Doc && compareDays(v.published(c.Due.Phrase.Doc), v.published(doc)) < 0 {
			c.was, c.Due = c.Due, nil
			return
		}
	}
}

// DueDay is a day that a report gives a commitment, with its calculation.
type DueDay struct {
	Due       *readout.Date `json:"due"`
	Doc       string        `json:"doc"`
	Outlet    string        `json:"outlet,omitempty"`
	Published *readout.Date `json:"published,omitempty"`
}

// dueDays are the days that a commitment has had, in order of publication: those
// of the readings that rest on its evidence. A report that gives it two days
// gives none.
func (v *view) dueDays(c seen) ([]DueDay, error) {
	var days []DueDay
	for _, doc := range c.docs {
		rec, err := v.store.Record(v.ctx, doc)
		if err != nil {
			return nil, err
		}
		var due *readout.Date
		for _, m := range rec.Commitments {
			switch {
			case !m.Due.Known() || m.Kind != c.Kind || !shares(m.Evidence, c.Evidence):
			case due == nil || due.Value == m.Due.Value:
				due = m.Due
			default:
				due = &readout.Date{}
			}
		}
		if due.Known() && (len(days) == 0 || days[len(days)-1].Due.Value != due.Value) {
			days = append(days, DueDay{due, doc, v.outlet(doc), v.published(doc)})
		}
	}
	return days, nil
}

func shares(a, b []readout.Evidence) bool {
	return slices.ContainsFunc(a, func(x readout.Evidence) bool {
		return slices.ContainsFunc(b, func(y readout.Evidence) bool {
			return x.Span != nil && y.Span != nil && *x.Span == *y.Span || x.Span == nil && y.Span == nil && x.Statement == y.Statement
		})
	})
}
