package export

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"readout"
	"readout/internal/serve/query"
)

// ICS writes appointments as an iCalendar file (RFC 5545): what has a day as an
// all-day VEVENT on it, what waits for its condition as a VTODO without one. Its
// UID is made of the id of the commitment; SEQUENCE is its revision; DTSTAMP and
// LAST-MODIFIED are when it last changed, never the time of writing, so that the
// same appointments give the same bytes. What is called off is there as CANCELLED.
func ICS(w io.Writer, all []query.Appointment) error {
	cal := ics.NewCalendarFor("readout")
	cal.SetProductId("-//readout//deadlines//EN")
	cal.SetXWRCalName("readout: deadlines")
	for _, a := range all {
		if day, err := time.Parse(time.DateOnly, a.Day()); err == nil {
			event := ics.NewEvent(a.ID + "@readout")
			describe(&event.ComponentBase, a)
			event.SetAllDayStartAt(day)
			event.SetAllDayEndAt(day.AddDate(0, 0, 1)) // 3.6.1: not included
			event.SetStatus(eventStatus(a))
			event.SetTimeTransparency(ics.TransparencyTransparent) // nobody is busy
			cal.AddVEvent(event)
			continue
		}
		todo := ics.NewTodo(a.ID + "@readout")
		describe(&todo.ComponentBase, a)
		if status := todoStatus(a); status != "" {
			todo.SetStatus(status)
		}
		cal.AddVTodo(todo)
	}
	if err := cal.SerializeTo(w, ics.WithNewLineWindows); err != nil { // 3.1: lines end in CRLF
		return fmt.Errorf("calendar: %w", err)
	}
	return nil
}

// describe sets what events and to-dos have alike.
func describe(c *ics.ComponentBase, a query.Appointment) {
	modified := stamp(a.Modified)
	c.SetDtStampTime(modified)
	c.SetModifiedAt(modified)
	c.SetSequence(a.Revision)
	c.SetSummary(text(summary(a)))
	c.SetDescription(text(description(a)))
	c.AddCategory(string(a.Kind))
}

// stamp is a time of the record; a day begins at midnight, what is not known is
// the beginning of 1970, since 3.6.1 wants a time.
func stamp(value string) time.Time {
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, value); err == nil {
			return t.UTC()
		}
	}
	return time.Unix(0, 0).UTC()
}

// eventStatus is tentative where nobody who is bound has said so, or it is not
// settled.
func eventStatus(a query.Appointment) ics.ObjectStatus {
	switch {
	case a.Cancelled():
		return ics.ObjectStatusCancelled
	case tentative[a.Said]:
		return ics.ObjectStatusTentative
	}
	return ics.ObjectStatusConfirmed
}

var tentative = map[readout.CommitmentState]bool{
	readout.StateTentative: true, readout.StateClaimed: true, readout.StateProposed: true, readout.StateConditional: true, readout.StateDisputed: true,
}

// todoStatus is empty where none of the four of 3.8.1.11 is true.
func todoStatus(a query.Appointment) ics.ObjectStatus {
	switch {
	case a.Cancelled():
		return ics.ObjectStatusCancelled
	case a.Said == readout.StateKept && a.NoBreach == "":
		return ics.ObjectStatusCompleted
	case a.Said == readout.StateKept, a.Said == readout.StateBroken, a.Said == readout.StateDisputed:
		return ""
	}
	return ics.ObjectStatusNeedsAction
}

func summary(a query.Appointment) string { return who(a) + ": " + a.What }

// who is bound or, of an ultimatum, who puts it to whom.
func who(a query.Appointment) string {
	if a.Kind == readout.Ultimatum {
		return cmp.Or(a.IssuerName, "nobody named") + " to " + cmp.Or(a.AddresseeName, "nobody named")
	}
	return cmp.Or(strings.Join(a.ObligorNames, ", "), "nobody named")
}

// description has a line for each thing that is known.
func description(a query.Appointment) string {
	var lines []string
	line := func(name, value string) {
		if value != "" {
			lines = append(lines, name+": "+value)
		}
	}
	line("State", state(a))
	line("On the word of", a.TellerName)
	if a.Condition != nil {
		line("Condition", a.Condition.Text)
	}
	line("Or else", a.Consequence)
	switch {
	case a.Due.Known():
		line("Due", a.Due.Value+" ("+cmp.Or(a.Due.Basis, "no calculation kept")+")")
	case a.Was != nil:
		line("Due", "extended, the new day is not on record; it was "+a.Was.Value)
	}
	line("Sentence", a.Sentence)
	line("Report", strings.TrimRight(a.Outlet+", "+value(a.Published), ", "))
	if a.Outcome != nil {
		line("Outcome, on the word of "+cmp.Or(a.Outcome.Speaker, "nobody named"), a.Outcome.Sentence)
	}
	line("Record", a.ID)
	return strings.Join(lines, "\n")
}

// state says what made it, and what is never plainly kept.
func state(a query.Appointment) string {
	switch {
	case a.Gone:
		return "taken out by a person's decision"
	case a.NoBreach != "" && a.State == readout.StateKept:
		return "said to be kept, no breach on record until " + a.NoBreach
	case a.NoBreach != "":
		return string(a.State) + ", no breach on record until " + a.NoBreach
	case a.By == "clock" && a.State == readout.StateLapsed:
		return "lapsed by the clock, no word on the outcome found"
	case a.By == "clock":
		return string(a.State) + " by the clock"
	}
	return string(a.State)
}

func value(d *readout.Date) string {
	if d == nil {
		return ""
	}
	return d.Value
}

// text is one that 3.3.11 allows: UTF-8, no control characters but ends of lines.
func text(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
