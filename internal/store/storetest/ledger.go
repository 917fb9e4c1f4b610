package storetest

import (
	"errors"
	"testing"

	"readout"
	"readout/internal/store"
)

// fullLedger has one of everything, and two where order matters.
func fullLedger() *readout.Ledger {
	r := makeReport(1, "reader/1")
	span := cut(r.Doc, "May")
	day := &readout.Date{Value: "2026-03-02", Grain: readout.GrainDay}
	return &readout.Ledger{
		Parties: []readout.Party{{ID: "p-steel", Name: "Steel union", Kind: readout.Group, Members: []string{"p-brand"}}},
		Utterances: []readout.Utterance{
			{ID: "u-10", Statements: []string{"s-3"}},
			{ID: "u-1", Statements: []string{"s-1", "s-2"}, Speaker: "p-steel", Said: day, Place: "Norhavn", Channel: "briefing",
				Wordings: []readout.Wording{{Text: "will open", Statements: []string{"s-1"}}}, Origin: "s-1", Tellers: []string{"p-post"}},
		},
		Propositions: []readout.Proposition{{ID: "q-1", Text: "The bridge opens by May.", Kind: readout.Prediction,
			Links: []readout.PropositionLink{{Kind: "narrower", To: "q-2"}}}},
		Stances: []readout.Stance{
			{Statement: "s-1", Proposition: "q-1", Party: "p-steel", Value: readout.SecondHand, ReportedValue: readout.Affirms},
			{Statement: "s-1", Proposition: "q-1", Party: "p-harbour", Value: readout.Affirms},
			{Statement: "s-1", Proposition: "q-2", Party: "p-steel", Value: readout.Denies},
		},
		Responses: []readout.Response{{ID: "r-led", Doc: r.Doc.ID, Span: span, Party: "p-steel",
			About: &readout.About{Proposition: "q-1"}, Status: readout.NoResponse}},
		Commitments: []readout.Commitment{{ID: "c-led", Kind: readout.Ultimatum, What: "open", Span: &span, Issuer: "p-steel",
			Evidence: []readout.Evidence{{Span: &span}, {Statement: "s-1"}}}},
		Contacts: []readout.Contact{{ID: "k-led", Form: readout.Call, When: day, State: readout.ContactConfirmed,
			Evidence: []readout.Evidence{{Statement: "s-1"}}}},
		Incidents: []readout.Incident{{ID: "i-led", What: "strike", Figures: []readout.Figure{{Quantity: readout.Clashes, Span: span}},
			Evidence: []readout.Evidence{{Statement: "s-2"}}}},
		Stories: []readout.Story{{ID: "y-1", Title: "The bridge", Documents: []string{r.Doc.ID}}},
		Origins: []readout.Origin{{ID: "o-1", Document: r.Doc.ID, Copies: []readout.Copy{{Doc: "d-2", Kind: "edited-copy", Containment: 0.875}}}},
		Revisions: []readout.Revision{{
			ID: "e-1", Doc: r.Doc.ID, Of: "d-2", By: "title", Statements: []readout.StatementChange{{Before: "s-9", After: "s-1"}},
		}},
	}
}

func putLedger(t *testing.T, s store.Store, version string, from, to int64, l *readout.Ledger) {
	t.Helper()
	if err := s.PutLedger(t.Context(), version, whole(from, to, l)); err != nil {
		t.Fatal(err)
	}
}

func wantLedger(t *testing.T, s store.Store, version string, want *readout.Ledger, wantCursor int64) {
	t.Helper()
	got, cursor, err := s.Ledger(t.Context(), version)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "ledger "+version, got, want)
	equal(t, "cursor of "+version, cursor, wantCursor)
	cursor, err = s.Cursor(t.Context(), version)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "cursor of "+version+" alone", cursor, wantCursor)
}

func testLedger(t *testing.T, s store.Store) {
	full := fullLedger()
	putLedger(t, s, "v1", 0, 3, full)
	wantLedger(t, s, "v1", full, 3)

	// A change replaces what has the same id and adds the rest.
	full.Utterances[0].Statements = []string{"s-3", "s-4"}
	full.Stances[0].Value = readout.Affirms
	full.Stories = append(full.Stories, readout.Story{ID: "y-0", Documents: []string{"d-9"}})
	change := whole(3, 5, &readout.Ledger{Utterances: full.Utterances[:1], Stances: full.Stances[:1], Stories: full.Stories[1:]})
	change.Put[len(change.Put)-1].Place = 2
	mustChange(t, s, "v1", change)
	wantLedger(t, s, "v1", full, 5)

	putLedger(t, s, "v1", 5, 6, &readout.Ledger{})
	wantLedger(t, s, "v1", full, 6)
}

func mustChange(t *testing.T, s store.Store, version string, c store.Change) {
	t.Helper()
	if err := s.PutLedger(t.Context(), version, c); err != nil {
		t.Fatal(err)
	}
}

// testLedgerOrder: groups stand in the order of their places, however they
// came, and what is gone is found no more.
func testLedgerOrder(t *testing.T, s store.Store) {
	story := func(place int64, id string) store.Group {
		return store.Group{Type: "story", ID: id, Keys: []string{id}, Place: place, Value: readout.Story{ID: id}}
	}
	about := store.Group{Type: "proposition", ID: "q-1", Keys: []string{"q-1"}, Place: 1, Value: readout.Proposition{ID: "q-1", Text: "The ferry sails."}}
	mustChange(t, s, "v1", store.Change{To: 1, Put: []store.Group{story(3, "y-3"), story(1, "y-1"), about}})
	mustChange(t, s, "v1", store.Change{From: 1, To: 2, Put: []store.Group{story(2, "y-2"), story(4, "y-1"), story(3, "y-0")}})
	ids := func() (all []string) {
		l, _, err := s.Ledger(t.Context(), "v1")
		if err != nil {
			t.Fatal(err)
		}
		for _, y := range l.Stories {
			all = append(all, y.ID)
		}
		return all
	}
	equal(t, "stories", ids(), []string{"y-2", "y-0", "y-3", "y-1"})

	gone := []store.Ref{{Type: "story", ID: "y-3"}, {Type: "story", ID: "y-9"}, {Type: "proposition", ID: "q-1"}, {Type: "story", ID: "y-0"}}
	mustChange(t, s, "v1", store.Change{From: 2, To: 3, Gone: gone, Put: []store.Group{story(5, "y-0")}})
	equal(t, "stories that are left", ids(), []string{"y-2", "y-1", "y-0"})
	if l, err := s.Groups(t.Context(), "v1", store.GroupFilter{Keys: []string{"y-3", "q-1"}}); err != nil || len(l.Stories)+len(l.Propositions) > 0 {
		t.Errorf("groups that are gone: %+v, %v", l, err)
	}
	if found, err := s.Search(t.Context(), "proposition", "the ferry sails", 3); err != nil || len(found) > 0 {
		t.Errorf("search finds %v of what is gone, %v", found, err)
	}
}

// testLedgerEntries: what a ledger notes for itself comes back as it was, and
// goes when the ledger goes.
func testLedgerEntries(t *testing.T, s store.Store) {
	note := func(table, key, value string) store.Entry {
		return store.Entry{Table: table, Key: key, Value: []byte(value)}
	}
	want := func(version, table, key, value string) {
		t.Helper()
		got, err := s.Entry(t.Context(), version, table, key)
		if err != nil || string(got) != value {
			t.Errorf("%s %s %s: %q, %v; want %q", version, table, key, got, err, value)
		}
	}
	mustChange(t, s, "v1", store.Change{To: 1, Entries: []store.Entry{note("a", "2", "two"), note("a", "1", "one"), note("b", "", "nothing")}})
	mustChange(t, s, "v1", store.Change{From: 1, To: 2, Entries: []store.Entry{note("a", "2", "deux")}})
	want("v1", "a", "1", "one")
	want("v1", "a", "2", "deux")
	want("v1", "b", "", "nothing")
	want("v1", "b", "1", "")
	want("v2", "a", "1", "")
	equal(t, "table a", all(t, s.Entries(t.Context(), "v1", "a")), []store.Entry{note("a", "1", "one"), note("a", "2", "deux")})
	equal(t, "table b", all(t, s.Entries(t.Context(), "v1", "b")), []store.Entry{note("b", "", "nothing")})
	equal(t, "table a of another version", all(t, s.Entries(t.Context(), "v2", "a")), []store.Entry(nil))

	mustChange(t, s, "v1", store.Change{To: 3})
	want("v1", "a", "1", "")
}

func testLedgerVersions(t *testing.T, s store.Store) {
	putLedger(t, s, "v1", 0, 3, fullLedger())
	wantLedger(t, s, "v2", &readout.Ledger{}, 0)

	other := &readout.Ledger{Stories: []readout.Story{{ID: "y-2", Documents: []string{"d-1"}}}}
	putLedger(t, s, "v2", 0, 1, other)
	wantLedger(t, s, "v2", other, 1)
	wantLedger(t, s, "v1", &readout.Ledger{}, 0)

	// From 0 starts anew in the same version too.
	anew := &readout.Ledger{Stories: []readout.Story{{ID: "y-3", Documents: []string{"d-1"}}}}
	putLedger(t, s, "v2", 0, 2, anew)
	wantLedger(t, s, "v2", anew, 2)
}

func testLedgerMoved(t *testing.T, s store.Store) {
	full := fullLedger()
	late := &readout.Ledger{Stories: []readout.Story{{ID: "y-late", Documents: []string{"d-1"}}}}
	if err := s.PutLedger(t.Context(), "v1", whole(2, 3, late)); !errors.Is(err, store.ErrMoved) {
		t.Errorf("a change to no ledger: %v, want ErrMoved", err)
	}
	putLedger(t, s, "v1", 0, 3, full)
	if err := s.PutLedger(t.Context(), "v1", whole(2, 4, late)); !errors.Is(err, store.ErrMoved) {
		t.Errorf("a change from an older cursor: %v, want ErrMoved", err)
	}
	if err := s.PutLedger(t.Context(), "v2", whole(3, 4, late)); !errors.Is(err, store.ErrMoved) {
		t.Errorf("a change to another version: %v, want ErrMoved", err)
	}
	wantLedger(t, s, "v1", full, 3)
}

// testLedgerStale: a ledger begun before a decision is not written after it,
// also where none was kept.
func testLedgerStale(t *testing.T, s store.Store) {
	r := makeReport(1, "reader/1")
	put(t, s, r)
	drops := func() int64 {
		n, err := s.Drops(t.Context())
		if err != nil || n == 0 {
			t.Fatalf("drops %d, %v", n, err)
		}
		return n
	}
	c := whole(0, 1, fullLedger())
	c.Drops = drops()
	put(t, s, makeReport(1, "reader/2"))
	if err := s.PutLedger(t.Context(), "v1", c); !errors.Is(err, store.ErrMoved) {
		t.Errorf("a ledger of the old reading: %v, want ErrMoved", err)
	}
	c.Drops = drops()
	for range 2 { // to begin anew is no drop
		if err := s.PutLedger(t.Context(), "v1", c); err != nil {
			t.Error(err)
		}
	}
}

// testLedgerDropped: a newer reading takes away the statements that the
// ledger points at.
func testLedgerDropped(t *testing.T, s store.Store) {
	put(t, s, makeReport(1, "reader/1"))
	full := fullLedger()
	putLedger(t, s, "v1", 0, 1, full)

	if _, err := s.Put(t.Context(), makeReport(1, "reader/1").Doc, makeReport(1, "reader/1").Rec); err != nil {
		t.Fatal(err)
	}
	put(t, s, makeReport(2, "reader/1"))
	wantLedger(t, s, "v1", full, 1)

	put(t, s, makeReport(1, "reader/2"))
	wantLedger(t, s, "v1", &readout.Ledger{}, 0)
	if err := s.PutLedger(t.Context(), "v1", whole(1, 2, full)); !errors.Is(err, store.ErrMoved) {
		t.Errorf("a change made from the old reading: %v, want ErrMoved", err)
	}
}
