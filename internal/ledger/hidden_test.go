package ledger_test

import (
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
	"readout/internal/store"
)

// Who tells of a contact counts, as one of the two who met, also where another
// is shown as its teller; but a later report on who is who changes nothing.
func TestATellerThatIsNotShown(t *testing.T) {
	ana, ruiz, holm, lind := known[0], known[1], known[5], known[7]
	met := func(outlet string, by, and string, parties ...readout.Party) store.Report {
		b := ledgertest.New(outlet, "2026-05-04").Party(parties...)
		id := b.Say(by, readout.ActState, "said", "they met at the lock")
		b.Record().Contacts = []readout.Contact{{
			ID: readout.NewID("k", outlet), Form: readout.Meeting, State: readout.ContactReported, When: &readout.Date{Value: "2026-05-03"},
			Participants: []readout.Participant{{Party: ana.ID, ToldBy: by}, {Party: holm.ID, ToldBy: and}}, Evidence: []readout.Evidence{{Statement: id}},
		}}
		return renamed(b.Report(1))
	}
	last := ledgertest.New("Canal Times", "2026-05-06").Party(ana)
	last.Say(ana.ID, readout.ActState, "said", "it was a fine day")
	reports := []store.Report{
		met("Harbour Post", lind.ID, lind.ID, lind, holm), met("Tide Wire", ruiz.ID, holm.ID, ruiz, holm), renamed(last.Report(3)),
	}
	if what := differ(t, reports, nil, []bool{true, true, true}); what != "" {
		t.Error(what)
	}
}
