package decision

import "readout"

// Find is the statement of a report that a target is, or is known by: the one
// with its id or, failing that, the one that stands where it stood. Ok is false
// where the report has none, is another, or has two that fit equally well.
func Find(rec *readout.Record, t readout.Target) (statement string, ok bool) {
	if t.Type != "statement" {
		t.ID = t.Statement
	}
	i := place(rec.Doc, rec.Statements, t, func(s readout.Statement) (string, []readout.Span) { return s.ID, []readout.Span{s.Span} })
	if i < 0 {
		return "", false
	}
	return rec.Statements[i].ID, true
}

// FindEvent is the commitment, contact or incident (the target's type) of a
// report that a target is: Find for what stands where its own span does or,
// without one, its evidence.
func FindEvent(rec *readout.Record, t readout.Target) (id string, ok bool) {
	switch t.Type {
	case "commitment":
		return event(rec, t, rec.Commitments, func(c readout.Commitment) (string, *readout.Span, []readout.Evidence) {
			return c.ID, c.Span, c.Evidence
		})
	case "contact":
		return event(rec, t, rec.Contacts, func(c readout.Contact) (string, *readout.Span, []readout.Evidence) { return c.ID, nil, c.Evidence })
	case "incident":
		return event(rec, t, rec.Incidents, func(i readout.Incident) (string, *readout.Span, []readout.Evidence) { return i.ID, nil, i.Evidence })
	}
	return "", false
}

func event[T any](rec *readout.Record, t readout.Target, all []T, of func(T) (string, *readout.Span, []readout.Evidence)) (string, bool) {
	spans := map[string]readout.Span{}
	for _, s := range rec.Statements {
		spans[s.ID] = s.Span
	}
	i := place(rec.Doc, all, t, func(v T) (string, []readout.Span) {
		id, own, evidence := of(v)
		if own != nil {
			return id, []readout.Span{*own}
		}
		var at []readout.Span
		for _, e := range evidence {
			if s, known := spans[e.Statement]; known {
				at = append(at, s)
			}
			at = append(at, deref(e.Span)...)
		}
		return id, at
	})
	if i < 0 {
		return "", false
	}
	id, _, _ := of(all[i])
	return id, true
}

func findResponse(rec *readout.Record, t readout.Target) int {
	return place(rec.Doc, rec.Responses, t, func(r readout.Response) (string, []readout.Span) { return r.ID, []readout.Span{r.Span} })
}

// place is the index of the target in a list of the report doc: what has its id
// or, failing that, what shares most bytes with the place at which it stood,
// and more than half of either. -1 is none, also where two share as much: a
// wrong one would be worse.
func place[T any](doc string, all []T, t readout.Target, of func(T) (id string, at []readout.Span)) int {
	best, most, tied := -1, 0.0, false
	for i, v := range all {
		id, at := of(v)
		if id == t.ID && id != "" {
			return i
		}
		if t.At == nil || t.At.Doc != doc {
			continue
		}
		near := 0.0
		for _, s := range at {
			near = max(near, likeness(s, *t.At))
		}
		if near > most {
			best, most, tied = i, near, false
		} else if near == most {
			tied = true
		}
	}
	if tied || most <= 0.5 {
		return -1
	}
	return best
}

// likeness is the share that two places have in common of the longer one.
func likeness(a, b readout.Span) float64 {
	shared := min(a.BEnd, b.BEnd) - max(a.BStart, b.BStart)
	return float64(shared) / float64(max(a.Bytes().Len(), b.Bytes().Len(), 1))
}
