package check

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/serve/query"
)

// wrongDue finds promises and ultimatums for which the draft has a day that no
// report gives, of the same party for the same thing.
func wrongDue(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for _, k := range c.draft.Rec.Commitments {
		if _, ok := singleDay(k.Due); !ok || k.Due.Phrase == nil {
			continue
		}
		pledges, err := c.pledges(bound(k), f.pledgeStems(k.What))
		if err != nil {
			return nil, err
		}
		rows, days := f.dueOtherwise(pledges, *k.Due)
		if rows == nil {
			continue
		}
		found, err := c.finding(WrongDate, level(rows[0].Grade), k.Due.Phrase.Bytes(), "On record it is due on "+enumerated(days)+".", rows)
		if err != nil {
			return nil, err
		}
		all = append(all, found)
	}
	return all, nil
}

func singleDay(d *readout.Date) (time.Time, bool) {
	if !d.Known() {
		return time.Time{}, false
	}
	return dayOf(d.Value)
}

// bound are the parties that answer for a commitment.
func bound(k readout.Commitment) []string {
	var all []string
	for _, id := range append(slices.Clone(k.Obligor), k.Issuer) {
		if id != "" {
			all = append(all, id)
		}
	}
	return all
}

// pledges are those on record of one of the parties whose words have most of
// the stems, or the other way round.
func (c *checker) pledges(parties, stems []string) ([]query.Pledge, error) {
	var failed error
	pledges, err := c.pledged(func(k readout.Commitment) bool {
		l := likeOf(stems, c.facts.pledgeStems(k.What))
		all := k.Kind == readout.Ultimatum && l.of == 1
		if l.shared == 0 || max(l.of, l.back) < 0.6 || l.shared < 2 && min(l.of, l.back) < 0.34 && !all {
			return false
		}
		for _, p := range parties {
			is, err := c.anyOf(p, bound(k))
			if err != nil {
				failed = err
			}
			if is {
				return true
			}
		}
		return false
	})
	if failed != nil {
		return nil, failed
	}
	return slices.DeleteFunc(pledges, func(p query.Pledge) bool { return c.onlyDraft(p.Rows) }), err
}

func (c *checker) onlyDraft(rows []query.Row) bool {
	return !slices.ContainsFunc(rows, func(r query.Row) bool { return r.Doc != c.draft.Doc.ID })
}

// dueOtherwise gives the evidence and the days of pledges, none where one of
// them can be due on the day.
func (f *facts) dueOtherwise(pledges []query.Pledge, mine readout.Date) (rows []query.Row, days []string) {
	for _, p := range pledges {
		for _, due := range p.Dues {
			first, last := query.Bounds(&readout.Date{Value: due})
			if first <= mine.Value && (last == "" || mine.Value <= last) || f.onWeekday(mine, last) {
				return nil, nil
			}
			days = appendNew(days, due)
		}
		if len(p.Dues) > 0 {
			rows = append(rows, p.Rows...)
		}
	}
	return rows, days
}

// wrongMeeting finds meetings, calls and talks for which the draft has a day
// that no report gives.
func wrongMeeting(c *checker) (all []Finding, err error) {
	if _, err := c.fact(); err != nil {
		return nil, err
	}
	for _, k := range c.draft.Rec.Contacts {
		day, ok := singleDay(k.When)
		if !ok || k.When.Phrase == nil || len(k.Participants) == 0 || len(k.Participants) == 1 && k.Where == "" {
			continue
		}
		rows, days, err := c.metOtherwise(k, day)
		if err != nil {
			return nil, err
		}
		if rows == nil {
			continue
		}
		found, err := c.finding(WrongDate, level(rows[0].Grade), k.When.Phrase.Bytes(), "On record it is "+enumerated(days)+".", rows)
		if err != nil {
			return nil, err
		}
		all = append(all, found)
	}
	return all, nil
}

// metOtherwise gives the evidence and the days of contacts of the same parties
// in the same form, none where one of them was, or is, on the day.
func (c *checker) metOtherwise(k readout.Contact, day time.Time) (rows []query.Row, days []string, err error) {
	var failed error
	met, err := c.encounters(func(o readout.Contact) bool {
		is, err := c.sameMeeting(k, o)
		if err != nil {
			failed = err
		}
		return is
	})
	if err != nil || failed != nil {
		return nil, nil, cmp.Or(err, failed)
	}
	value := day.Format(time.DateOnly)
	for _, o := range met {
		first, last := query.Bounds(o.When)
		if last == "" || first <= value && value <= last || c.facts.onWeekday(*k.When, last) {
			return nil, nil, nil
		}
		if first != last || c.onlyDraft(o.Rows) {
			continue
		}
		rows, days = append(rows, o.Rows...), appendNew(days, "on "+last)
	}
	if len(days) > 1 && k.Where == "" {
		return nil, nil, nil // which of them is meant is not known
	}
	return rows, days, nil
}

// sameMeeting reports that a contact on record can be the one of the draft:
// the same form, the parties of one among those of the other, no other place,
// both over or both to come.
func (c *checker) sameMeeting(k, o readout.Contact) (bool, error) {
	if form(k.Form) != form(o.Form) || o.When == nil || !o.When.Known() {
		return false, nil
	}
	if k.Where != "" && o.Where != "" && !strings.EqualFold(k.Where, o.Where) {
		return false, nil
	}
	if k.Where == "" && o.Where == "" && ahead(k.State) != ahead(o.State) {
		return false, nil
	}
	for _, p := range k.Participants {
		var theirs []string
		for _, q := range o.Participants {
			theirs = append(theirs, q.Party)
		}
		is, err := c.anyOf(p.Party, theirs)
		if err != nil || !is {
			return false, err
		}
	}
	return len(o.Participants) >= len(k.Participants) && (len(k.Participants) > 1 || o.Where != ""), nil
}

// form puts forms together that reports use for one another.
func form(f readout.ContactForm) readout.ContactForm {
	switch f {
	case readout.Talks, readout.Visit:
		return readout.Meeting
	}
	return f
}

func ahead(s readout.ContactState) bool {
	switch s {
	case readout.ContactPlanned, readout.ContactConditional, readout.ContactOffered:
		return true
	}
	return false
}

// wrongOccasion finds the day of an incident that is another in every report.
func wrongOccasion(c *checker) (all []Finding, err error) {
	if _, err := c.fact(); err != nil {
		return nil, err
	}
	for _, in := range c.draft.Rec.Incidents {
		day, ok := singleDay(in.When)
		if !ok || in.When.Phrase == nil {
			continue
		}
		found, err := c.happenings(func(o readout.Incident) bool {
			return c.sameOccasion(in, o) && o.When.Known() && !c.facts.elsewhere(in.Where, o.Where)
		})
		if err != nil {
			return nil, err
		}
		rows, days := c.facts.happenedOtherwise(found, *in.When, day)
		if rows == nil {
			continue
		}
		one, err := c.finding(WrongDate, level(rows[0].Grade), in.When.Phrase.Bytes(), "On record it happened on "+enumerated(days)+".", rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// nearDays is how far from each other the days of two tellings of one incident
// may be; what is farther apart is another.
const nearDays = 14

func (f *facts) happenedOtherwise(found []query.Happening, mine readout.Date, day time.Time) (rows []query.Row, days []string) {
	for _, h := range found {
		first, last := query.Bounds(h.When)
		value := day.Format(time.DateOnly)
		if first <= value && (last == "" || value <= last) || f.onWeekday(mine, last) {
			return nil, nil
		}
		on, ok := singleDay(h.When)
		if !ok || on.Sub(day).Abs() > nearDays*24*time.Hour {
			continue
		}
		rows, days = append(rows, h.Rows...), appendNew(days, h.When.Value)
	}
	if len(days) > 1 {
		return nil, nil // two like things happened: which is meant is not known
	}
	return rows, days
}

// sameOccasion reports that what is told of two incidents can be one: they
// share the word for it, or both are told at one place.
func (c *checker) sameOccasion(in, o readout.Incident) bool {
	l := c.facts.likeEvents(in.What, o.What)
	return l.shared >= 1 && max(l.of, l.back) >= 0.34
}

// elsewhere reports two places that share no word.
func (f *facts) elsewhere(a, b string) bool {
	return a != "" && b != "" && f.like(a, b).shared == 0
}

// onWeekday reports a date of which the draft gives no more than the weekday,
// and that a day is one of those: in which week it is meant nobody can tell.
func (f *facts) onWeekday(d readout.Date, day string) bool {
	t, ok := dayOf(day)
	if !ok || d.Phrase == nil {
		return false
	}
	named := f.dates(d.Phrase.Text)
	return len(named) == 1 && named[0].month == 0 && int(t.Weekday()) == named[0].weekday
}
