package query

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"readout"
	"readout/internal/decision"
	"readout/internal/store"
)

// Appointment is a commitment as a calendar shows it: one with a day, or without
// one that waits for its condition. Gone is true where a person has taken out the
// statements on which it rested. Revision grows with all that changes it, and
// never falls while the record is only added to; Modified is when it last did (an
// RFC 3339 time or a day, "" if unknown).
type Appointment struct {
	Deadline
	Gone     bool
	Revision int
	Modified string
}

// What moves a revision on, so that it never falls: the clock (due, lapsed) may be
// set back by a step or another day, and these by a decision, which takes away a
// few steps at most.
const (
	perStep     = 3
	perDecision = 8 * perStep
)

// Appointments lists what a calendar shows on the day, in the order of Promises,
// with what decisions have taken out at the end. Left is how many commitments have
// neither a day nor a condition.
func (e *Engine) Appointments(ctx context.Context, c Clock, decisions []readout.Decision) (all []Appointment, left int, err error) {
	v, known, now, err := e.clockView(ctx, c)
	if err != nil {
		return nil, 0, err
	}
	found, err := v.store.Groups(ctx, v.version, store.GroupFilter{Type: "commitment"})
	if err != nil {
		return nil, 0, err
	}
	v.ledger.Commitments = found.Commitments
	seen, err := v.seen(found.Commitments, known)
	if err != nil {
		return nil, 0, err
	}
	by := map[string]seenAt{}
	for _, one := range seen {
		at := seenAt{seen: one}
		if len(one.docs) > 1 {
			days, err := v.dueDays(one)
			if err != nil {
				return nil, 0, err
			}
			at.days = len(days)
		}
		by[one.ID] = at
	}
	list, err := v.due(known, now, func(readout.Commitment) bool { return true })
	if err != nil {
		return nil, 0, err
	}
	for _, d := range list {
		if !d.Due.Known() && d.Was == nil && d.Condition == nil {
			left++
			continue
		}
		a := Appointment{Deadline: d, Revision: by[d.ID].revision(d) + perDecision*len(decisions), Modified: v.modified(by[d.ID].docs)}
		if d.By == byClock {
			a.Modified = max(a.Modified, d.On)
		}
		all = append(all, a)
	}
	gone, err := v.gone(decisions, known)
	return append(all, gone...), left, err
}

type seenAt struct {
	seen
	days int // that it has had
}

func (s seenAt) revision(d Deadline) int {
	n := perStep * (len(evidenceOf(s.History)) + max(0, s.days-1))
	switch {
	case d.By != byClock:
		return n
	case d.State == readout.StateDue:
		return n + 1
	}
	return n + 2
}

// modified is when the last of some reports came into the file or, where that is
// not known, out.
func (v *view) modified(docs []string) (latest string) {
	for _, id := range docs {
		if d := v.doc(id); d != nil && d.Recorded.Known() {
			latest = max(latest, d.Recorded.Value)
		} else {
			latest = max(latest, lastDay(v.published(id)))
		}
	}
	return latest
}

// gone lists the commitments that persons have taken out, themselves or by the
// statements on which they rested, and that are nowhere else on record.
func (v *view) gone(decisions []readout.Decision, known string) ([]Appointment, error) {
	var all []Appointment
	for _, d := range decision.Effective(decisions) {
		if d.What != readout.RejectIt || d.Target.Type != "statement" && d.Target.Type != "commitment" || d.Target.At == nil || !v.held(d.Target.At.Doc, known) {
			continue
		}
		reading, err := v.store.Reading(v.ctx, d.Target.At.Doc)
		if errors.Is(err, store.ErrNotFound) {
			continue
		} else if err != nil {
			return nil, err
		}
		v.learn(reading)
		id, _ := decision.Find(reading, d.Target)
		own, _ := decision.FindEvent(reading, d.Target)
		for _, c := range reading.Commitments {
			rests := c.ID == own || d.Target.Type == "statement" && slices.ContainsFunc(c.Evidence, func(e readout.Evidence) bool { return e.Statement == id && id != "" })
			twice := slices.ContainsFunc(all, func(a Appointment) bool { return a.ID == c.ID })
			if !rests || twice || !c.Due.Known() && c.Condition == nil || v.elsewhere(c) {
				continue
			}
			line, _ := deadline(c, "")
			line.ObligorNames, line.IssuerName, line.AddresseeName = v.names(c.Obligor), v.name(c.Issuer, ""), v.name(c.Addressee, "")
			line.Doc, line.Outlet, line.Published = reading.Doc, v.outlet(reading.Doc), v.published(reading.Doc)
			line.Sentence = d.Target.At.Text
			all = append(all, Appointment{
				Deadline: line, Gone: true, Revision: perStep + perDecision*len(decisions), Modified: max(d.On, v.modified([]string{reading.Doc})),
			})
		}
	}
	return all, nil
}

// elsewhere reports whether a commitment is still on record, itself or as one of
// the same parties for the same day.
func (v *view) elsewhere(c readout.Commitment) bool {
	return slices.ContainsFunc(v.ledger.Commitments, func(o readout.Commitment) bool {
		same := o.Due.Known() && c.Due.Known() && o.Due.Value == c.Due.Value && slices.Equal(o.Obligor, c.Obligor) && o.Issuer == c.Issuer
		return o.ID == c.ID || same
	})
}

// Day is the day (YYYY-MM-DD) on which it is shown: the last that its day can mean,
// the first of one that is open at its end, the one it had where the new one is not
// on record; "" where it has none.
func (a Appointment) Day() string {
	d := a.Due
	if !d.Known() {
		d = a.Was
	}
	return cmp.Or(lastDay(d), firstDay(d))
}

// Cancelled reports that nobody waits for it any more, or no longer on this day.
func (a Appointment) Cancelled() bool {
	switch a.Said {
	case readout.StateWithdrawn, readout.StateRejected, readout.StateSuperseded:
		return true
	}
	return a.Gone || a.Was != nil
}
