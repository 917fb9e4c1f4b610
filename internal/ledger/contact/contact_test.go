package contact_test

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger/contact"
	"readout/internal/ledger/shelf"
)

type self struct{}

func (self) Canonical(id string) string { return id }

func (self) Side(id string) string {
	whole, _, _ := strings.Cut(id, "'s ")
	return whole
}

func meeting(day string, state readout.ContactState, teller string, parties ...string) readout.Contact {
	c := readout.Contact{ID: readout.NewID("k", day, state, teller, parties), Form: readout.Meeting, State: state}
	if day != "" {
		c.When = &readout.Date{Value: day}
	}
	for _, p := range parties {
		c.Participants = append(c.Participants, readout.Participant{Party: p, ToldBy: teller})
	}
	return c
}

// onA is a meeting on a day of a week that is not known.
func onA(weekday string) readout.Contact {
	c := meeting("", readout.ContactReported, "", "p-ruiz", "p-holm")
	c.When = &readout.Date{Weekday: weekday}
	return c
}

func build(contacts ...readout.Contact) []readout.Contact {
	f := contact.New(shelf.New(nil), self{})
	for i, c := range contacts {
		doc := &readout.Document{ID: fmt.Sprint("d-", i), Published: &readout.Date{Value: fmt.Sprintf("2026-05-%02d", 20+i)}}
		f.Add(doc, &readout.Record{Contacts: []readout.Contact{c}})
	}
	return shelf.Groups(f.Changed())
}

func TestJoin(t *testing.T) {
	first := meeting("2026-05-19", readout.ContactPlanned, "p-ruiz", "p-ruiz", "p-holm")
	call := meeting("2026-05-19", readout.ContactReported, "", "p-ruiz", "p-holm")
	call.Form = readout.Call
	elsewhere := meeting("2026-05-19", readout.ContactReported, "", "p-ruiz", "p-holm")
	elsewhere.Where = "Tormouth"
	for _, tc := range []struct {
		name string
		next readout.Contact
		want int
	}{
		{"the same", meeting("2026-05-19", readout.ContactReported, "", "p-ruiz", "p-holm"), 1},
		{"the same week", meeting("2026-05-18/2026-05-24", readout.ContactReported, "", "p-ruiz", "p-holm"), 1},
		{"another day", meeting("2026-05-26", readout.ContactReported, "", "p-ruiz", "p-holm"), 2},
		{"no day", meeting("", readout.ContactReported, "", "p-ruiz", "p-holm"), 1},
		{"another day of the week", onA("Wednesday"), 2},
		{"a day of the week", onA("Tuesday"), 1},
		{"no day, still to come", meeting("", readout.ContactPlanned, "", "p-ruiz", "p-holm"), 2},
		{"on or before", meeting("../2026-05-19", readout.ContactReported, "", "p-ruiz", "p-holm"), 1},
		{"before", meeting("../2026-05-18", readout.ContactReported, "", "p-ruiz", "p-holm"), 2},
		{"no day, a party more", meeting("", readout.ContactReported, "", "p-ruiz", "p-holm", "p-lind"), 2},
		{"who speaks for one", meeting("2026-05-19", readout.ContactReported, "", "p-ruiz", "p-holm's envoy"), 1},
		{"one party alone", meeting("2026-05-19", readout.ContactReported, "", "p-ruiz"), 2},
		{"one party other", meeting("2026-05-19", readout.ContactReported, "", "p-ruiz", "p-lind"), 2},
		{"refused", meeting("2026-05-19", readout.ContactRefused, "", "p-ruiz", "p-holm"), 2},
		{"a call", call, 2},
		{"no place against one", elsewhere, 1},
	} {
		if got := build(first, tc.next); len(got) != tc.want {
			t.Errorf("%s: %d contacts, want %d", tc.name, len(got), tc.want)
		}
	}
}

func TestStates(t *testing.T) {
	planned := meeting("2026-05-19", readout.ContactPlanned, "p-ruiz", "p-ruiz", "p-holm")
	byOne := meeting("2026-05-19", readout.ContactReported, "p-ruiz", "p-ruiz", "p-holm")
	byOther := meeting("2026-05-19", readout.ContactReported, "p-holm", "p-ruiz", "p-holm")
	for _, tc := range []struct {
		contacts []readout.Contact
		want     readout.ContactState
	}{
		{[]readout.Contact{planned, byOne}, readout.ContactReported},
		{[]readout.Contact{byOne, planned}, readout.ContactReported},
		{[]readout.Contact{byOne, byOther}, readout.ContactConfirmed},
		{[]readout.Contact{byOne, meeting("2026-05-19", readout.ContactReported, "p-holm's envoy", "p-ruiz", "p-holm")}, readout.ContactConfirmed},
		{[]readout.Contact{planned, meeting("2026-05-19", readout.ContactCancelled, "p-holm", "p-ruiz", "p-holm")}, readout.ContactCancelled},
		{[]readout.Contact{meeting("2026-05-19", readout.ContactCancelled, "p-holm", "p-ruiz", "p-holm"), byOne}, readout.ContactReported},
		{[]readout.Contact{byOne, meeting("2026-05-19", readout.ContactDenied, "p-holm", "p-ruiz", "p-holm")}, readout.ContactDenied},
	} {
		got := build(tc.contacts...)
		if len(got) != 1 || got[0].State != tc.want || len(got[0].Participants) != 2 {
			t.Errorf("got %+v, want one %s", got, tc.want)
		}
	}
}
