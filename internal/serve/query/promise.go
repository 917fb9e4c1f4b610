package query

import (
	"context"
	"slices"
	"strings"

	"readout"
	"readout/internal/decision"
	"readout/internal/store"
)

// PromiseFilter says which commitments are wanted; the zero value wants all.
// Obligor is as in Says; the addressee of an ultimatum owes nothing, so it is not
// found by it. States are those that it is in on the day. Dated wants a due day,
// Within, if it is not nil, one that is no more days ahead and not over.
type PromiseFilter struct {
	Obligor string
	States  []readout.CommitmentState
	Dated   bool
	Within  *int
}

// States are all that a commitment can be in: those that are told, and those that
// the clock makes.
var States = append(slices.Clone(decision.States), readout.StateDue, readout.StateLapsed)

// Promises lists the commitments, ultimatums and decisions that the reports that
// count tell of, as they stand on the day: the earliest due first, those without
// a day at the end. An *UnknownError is an obligor that is not there.
func (e *Engine) Promises(ctx context.Context, f PromiseFilter, c Clock) ([]Deadline, error) {
	v, known, now, err := e.clockView(ctx, c)
	if err != nil {
		return nil, err
	}
	var obligors []string
	if f.Obligor != "" {
		if obligors, err = v.partiesCalled(f.Obligor); err != nil {
			return nil, err
		}
	}
	found, err := v.store.Groups(ctx, v.version, store.GroupFilter{Type: "commitment"})
	if err != nil {
		return nil, err
	}
	v.ledger.Commitments = found.Commitments
	all, err := v.due(known, now, func(c readout.Commitment) bool {
		return (!f.Dated || c.Due != nil) && (f.Obligor == "" || slices.ContainsFunc(bound(c), func(p string) bool { return slices.Contains(obligors, p) }))
	})
	return slices.DeleteFunc(all, func(d Deadline) bool {
		return f.Dated && !d.Due.Known() && d.Was == nil || len(f.States) > 0 && !slices.Contains(f.States, d.State) ||
			f.Within != nil && (!d.Due.Known() || d.Days < 0 || d.Days > *f.Within)
	}), err
}

// bound are the parties that owe something. Whom an ultimatum is put to does not,
// until it accepts: that is another commitment.
func bound(c readout.Commitment) []string {
	return slices.DeleteFunc(slices.Clone(c.Obligor), func(p string) bool { return c.Kind == readout.Ultimatum && p == c.Addressee })
}

// Due lists what has a date, as it stands on the day (EDTF; "" is the newest
// publication date), the earliest first.
func (e *Engine) Due(ctx context.Context, asOf string) ([]Deadline, error) {
	return e.Promises(ctx, PromiseFilter{Dated: true}, Clock{At: At{AsOf: asOf}})
}

// due is the commitments of the view that fit and are on record on the day, each
// with names and the first sentence of its evidence.
func (v *view) due(known, now string, fits func(readout.Commitment) bool) ([]Deadline, error) {
	some := slices.DeleteFunc(slices.Clone(v.ledger.Commitments), func(c readout.Commitment) bool { return !fits(c) })
	all, err := v.seen(some, known)
	if err != nil {
		return nil, err
	}
	var list []Deadline
	for _, c := range all {
		if d, ok := deadline(c.Commitment, now); ok {
			d.Was, d.NoBreach = c.was, noBreach(c.Commitment, d.State, min(known, v.newest), now)
			d.Obligor = bound(c.Commitment)
			list = append(list, d)
		}
	}
	slices.SortStableFunc(list, byDue)
	return list, v.illustrate(list)
}

// illustrate fills in names and sentences.
func (v *view) illustrate(list []Deadline) error {
	var grounds []readout.Evidence
	for _, d := range list {
		grounds = append(grounds, d.Evidence[:min(len(d.Evidence), 1)]...)
		if d.Outcome != nil {
			grounds = append(grounds, readout.Evidence{Statement: d.Outcome.Statement})
		}
	}
	rows, err := v.evidence(grounds)
	if err != nil {
		return err
	}
	by := map[readout.Evidence]EvidenceRow{}
	for _, r := range rows {
		by[r.key()] = r
	}
	for i := range list {
		d := &list[i]
		d.ObligorNames = v.names(d.Obligor)
		d.TellerName, d.IssuerName, d.AddresseeName = v.name(d.Teller, ""), v.name(d.Issuer, ""), v.name(d.Addressee, "")
		if len(d.Evidence) > 0 {
			r := by[d.Evidence[0]]
			d.Sentence, d.Doc, d.Outlet, d.Published = r.Sentence, r.Doc, r.Outlet, r.Published
		}
		if o := d.Outcome; o != nil {
			if r := by[readout.Evidence{Statement: o.Statement}]; r.Statement != nil {
				o.Sentence, o.Speaker = r.Sentence, r.Statement.SpeakerName
			}
		}
	}
	return nil
}

// key is the evidence that a row shows.
func (r EvidenceRow) key() readout.Evidence {
	if r.Statement != nil {
		return readout.Evidence{Statement: r.Statement.ID}
	}
	return readout.Evidence{Span: r.Span}
}

// CommitmentPage is a commitment as it stands on AsOf: the steps of its history
// and the days that it has had, each with where they are told. Commitment is what
// the reports that count tell of it. NoBreach and Was are as in Deadline. Accepted
// is true where the addressee of an ultimatum has bound itself.
type CommitmentPage struct {
	Commitment  readout.Commitment      `json:"commitment"`
	State       readout.CommitmentState `json:"state"`
	By          string                  `json:"by"` // "statement", "person" or "clock"
	NoBreach    string                  `json:"no_breach_until,omitempty"`
	Was         *readout.Date           `json:"was_due,omitempty"`
	AsOf        *readout.Date           `json:"as_of,omitempty"`
	Obligor     []PartyRef              `json:"obligor,omitempty"`
	Teller      *PartyRef               `json:"teller,omitempty"`
	AskedBy     *PartyRef               `json:"asked_by,omitempty"`
	Beneficiary *PartyRef               `json:"beneficiary,omitempty"`
	Issuer      *PartyRef               `json:"issuer,omitempty"`
	Addressee   *PartyRef               `json:"addressee,omitempty"`
	Accepted    bool                    `json:"accepted,omitempty"`
	Dues        []DueDay                `json:"due_days,omitempty"`
	Steps       []StepRow               `json:"steps,omitempty"`
	Tellers     []string                `json:"tellers,omitempty"` // outlets
	Evidence    []EvidenceRow           `json:"evidence,omitempty"`
}

// StepRow is a step of a commitment's history, and on whose word it is: of a
// statement, where there is one. What the clock has made has none.
type StepRow struct {
	readout.CommitmentEvent
	Statement *Row `json:"statement,omitempty"`
}

// Promise is the page of a commitment, by its id or the beginning of it. The
// error is an *UnknownError or *AmbiguousError, also where no report that counts
// tells of it.
func (e *Engine) Promise(ctx context.Context, prefix string, c Clock) (*CommitmentPage, error) {
	ref, err := e.resolveOne(ctx, prefix, "commitment", "readout promises lists them")
	if err != nil {
		return nil, err
	}
	v, known, now, err := e.clockView(ctx, c)
	if err != nil {
		return nil, err
	}
	return v.commitment(ref.ID, known, now)
}

// resolveOne is resolve with a hint that says what lists the ids of a kind.
func (e *Engine) resolveOne(ctx context.Context, prefix, kind, hint string) (store.Ref, error) {
	ref, err := e.resolve(ctx, prefix, kind)
	if u, ok := err.(*UnknownError); ok {
		u.Hint = hint
	}
	return ref, err
}

func (v *view) commitmentAt(id, asOf string) (*CommitmentPage, error) {
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	return v.commitment(id, day, day)
}

func (v *view) commitment(id, known, now string) (*CommitmentPage, error) {
	found, err := v.groups("commitment", 0, id)
	if err != nil {
		return nil, err
	}
	same, _ := find(found.Commitments, func(c readout.Commitment) bool { return c.ID == id })
	all, err := v.seen([]readout.Commitment{same}, known)
	if err != nil {
		return nil, err
	}
	if same.ID == "" || len(all) == 0 {
		return nil, &UnknownError{What: "commitment", ID: id, Hint: "no report that counts tells of it; give a later --as-of or --recorded-by"}
	}
	c := all[0]
	is := StateOn(c.Commitment, now)
	page := &CommitmentPage{
		Commitment: c.Commitment, State: is.State, By: is.By, NoBreach: noBreach(c.Commitment, is.State, min(known, v.newest), now), Was: c.was, AsOf: onDay(now),
		Teller: v.ref(c.Teller), AskedBy: v.ref(c.AskedBy), Beneficiary: v.ref(c.Beneficiary), Issuer: v.ref(c.Issuer), Addressee: v.ref(c.Addressee),
	}
	for _, o := range bound(c.Commitment) {
		page.Obligor = append(page.Obligor, *v.ref(o))
	}
	if page.Dues, err = v.dueDays(c); err != nil {
		return nil, err
	}
	if page.Evidence, err = v.evidence(c.Evidence); err != nil {
		return nil, err
	}
	for _, e := range page.Evidence {
		if e.Outlet != "" && !slices.Contains(page.Tellers, e.Outlet) {
			page.Tellers = append(page.Tellers, e.Outlet)
		}
	}
	return page, v.steps(page, c.History, is)
}

// steps fills in the history, with what the clock has made at its end, and
// whether an addressee has accepted.
func (v *view) steps(page *CommitmentPage, history []readout.CommitmentEvent, is readout.CommitmentEvent) error {
	var ids []string
	for _, e := range history {
		if strings.HasPrefix(e.Evidence, "s-") {
			ids = append(ids, e.Evidence)
		}
	}
	rows, err := v.rows(ids)
	if err != nil {
		return err
	}
	for _, e := range evidenceOf(history) {
		step := StepRow{CommitmentEvent: e}
		if row, ok := rows[e.Evidence]; ok {
			step.Statement = &row
			page.Accepted = page.Accepted || e.State == readout.StateGiven && row.Speaker != "" && row.Speaker == page.Commitment.Addressee
		}
		page.Steps = append(page.Steps, step)
	}
	if is.By == byClock {
		page.Steps = append(page.Steps, StepRow{CommitmentEvent: is})
	}
	return nil
}

// evidenceOf is a history without what the clock has made.
func evidenceOf(history []readout.CommitmentEvent) []readout.CommitmentEvent {
	return slices.DeleteFunc(slices.Clone(history), func(e readout.CommitmentEvent) bool { return e.By == byClock })
}
