package query

import (
	"cmp"
	"context"
	"slices"

	"readout"
	"readout/internal/store"
)

// ContactPage is a contact with names and evidence, as the reports that count
// tell of it. Over is true of one that was planned, and of whose day, which has
// passed, no report tells more.
type ContactPage struct {
	Contact      readout.Contact `json:"contact"`
	Participants []ParticipantOf `json:"participants,omitempty"`
	Over         bool            `json:"day_passed,omitempty"`
	AsOf         *readout.Date   `json:"as_of,omitempty"`
	Evidence     []EvidenceRow   `json:"evidence,omitempty"`
}

// ParticipantOf is a participant and whose word it is; no teller is the
// outlet's own word.
type ParticipantOf struct {
	Party  PartyRef  `json:"party"`
	ToldBy *PartyRef `json:"told_by,omitempty"`
}

// Contacts lists the contacts that the reports that count tell of, by their last
// possible day, those without one at the end; between, if it is not empty, those
// in which each of these parties takes part, itself or by somebody who belongs to
// it or speaks for it. A party is as in Says; one that is not there is an
// *UnknownError.
func (e *Engine) Contacts(ctx context.Context, between []string, c Clock) ([]ContactPage, error) {
	v, known, now, err := e.clockView(ctx, c)
	if err != nil {
		return nil, err
	}
	var sides [][]string
	for _, name := range between {
		side, err := v.side(name)
		if err != nil {
			return nil, err
		}
		sides = append(sides, side)
	}
	found, err := v.store.Groups(ctx, v.version, store.GroupFilter{Type: "contact"})
	if err != nil {
		return nil, err
	}
	some := slices.DeleteFunc(found.Contacts, func(c readout.Contact) bool { return !joins(c, sides) })
	all, err := v.contacts(some, known, now)
	slices.SortStableFunc(all, func(a, b ContactPage) int {
		return cmp.Or(cmp.Compare(dueKey(a.Contact.When), dueKey(b.Contact.When)), cmp.Compare(a.Contact.ID, b.Contact.ID))
	})
	return all, err
}

// side is the parties of a name, and those that belong to them or speak for them.
func (v *view) side(name string) ([]string, error) {
	ids, err := v.partiesCalled(name)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(ids)
	for _, p := range v.ledger.Parties {
		if slices.Contains(ids, p.PartOf) || slices.Contains(ids, p.SpeaksFor) {
			all = append(all, p.ID)
		}
	}
	for _, id := range ids {
		all = append(all, v.parties[id].Principal)
	}
	return slices.DeleteFunc(all, func(id string) bool { return id == "" }), nil
}

// joins reports whether every side takes part, each by another participant.
func joins(c readout.Contact, sides [][]string) bool {
	used := map[string]bool{}
	for _, side := range sides {
		i := slices.IndexFunc(c.Participants, func(p readout.Participant) bool { return !used[p.Party] && slices.Contains(side, p.Party) })
		if i < 0 {
			return false
		}
		used[c.Participants[i].Party] = true
	}
	return true
}

// contacts gives those that the reports that count tell of.
func (v *view) contacts(all []readout.Contact, known, now string) ([]ContactPage, error) {
	var evidence [][]readout.Evidence
	for _, c := range all {
		evidence = append(evidence, c.Evidence)
	}
	kept, err := v.counting(evidence, known)
	if err != nil {
		return nil, err
	}
	var pages []ContactPage
	for i, c := range all {
		if len(kept[i]) == 0 && len(c.Evidence) > 0 {
			continue
		}
		if len(kept[i]) < len(c.Evidence) {
			if c, err = v.contactBefore(c, kept[i], known); err != nil {
				return nil, err
			}
		}
		page := ContactPage{Contact: c, AsOf: onDay(now)}
		for _, p := range c.Participants {
			page.Participants = append(page.Participants, ParticipantOf{Party: *v.ref(p.Party), ToldBy: v.ref(p.ToldBy)})
		}
		planned := c.State == readout.ContactPlanned || c.State == readout.ContactConditional || c.State == readout.ContactOffered
		page.Over = planned && lastDay(c.When) != "" && lastDay(c.When) < now
		if page.Evidence, err = v.evidence(c.Evidence); err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// counting leaves of each list of evidence what stands in reports that count.
func (v *view) counting(all [][]readout.Evidence, known string) ([][]readout.Evidence, error) {
	var ids []string
	for _, list := range all {
		ids = append(ids, told(readout.Commitment{Evidence: list})...)
	}
	docs := map[string]string{}
	if err := v.load(ids, func(s readout.Statement) { docs[s.ID] = s.Doc }); err != nil {
		return nil, err
	}
	kept := make([][]readout.Evidence, len(all))
	for i, list := range all {
		kept[i] = slices.DeleteFunc(slices.Clone(list), func(e readout.Evidence) bool {
			doc := docOf(e, docs)
			return doc != "" && !v.held(doc, known)
		})
	}
	return kept, nil
}

// contactBefore is a contact as the earlier of its reports tell of it: who takes
// part by any of their readings, and the rest by the last.
func (v *view) contactBefore(c readout.Contact, evidence []readout.Evidence, known string) (readout.Contact, error) {
	rows, err := v.evidence(evidence)
	if err != nil {
		return c, err
	}
	var docs []string
	for _, r := range rows {
		if !slices.Contains(docs, r.Doc) {
			docs = append(docs, r.Doc)
		}
	}
	slices.SortStableFunc(docs, func(a, b string) int { return compareDays(v.published(a), v.published(b)) })
	before := readout.Contact{ID: c.ID, Form: c.Form, State: readout.ContactRumoured, Evidence: evidence}
	for _, doc := range docs {
		rec, err := v.store.Record(v.ctx, doc)
		if err != nil {
			return c, err
		}
		for _, m := range rec.Contacts {
			if !shares(m.Evidence, evidence) {
				continue
			}
			before.State, before.When, before.Condition = m.State, cmp.Or(m.When, before.When), m.Condition
			before.Where, before.Subject = cmp.Or(m.Where, before.Where), cmp.Or(m.Subject, before.Subject)
			for _, p := range m.Participants {
				if !slices.Contains(before.Participants, p) {
					before.Participants = append(before.Participants, p)
				}
			}
		}
	}
	return before, nil
}

func (v *view) contactAt(id, asOf string) (*ContactPage, error) {
	day, err := v.day(asOf)
	if err != nil {
		return nil, err
	}
	found, err := v.groups("contact", 0, id)
	if err != nil {
		return nil, err
	}
	one := slices.DeleteFunc(found.Contacts, func(c readout.Contact) bool { return c.ID != id })
	pages, err := v.contacts(one, day, day)
	if err != nil {
		return nil, err
	}
	if len(pages) == 0 {
		return nil, &UnknownError{What: "contact", ID: id}
	}
	return &pages[0], nil
}
