package storetest

import (
	"fmt"
	"testing"

	"readout"
	"readout/internal/store"
)

func resolve(t *testing.T, s store.Store, prefix string) []store.Ref {
	t.Helper()
	refs, err := s.Resolve(t.Context(), prefix)
	if err != nil {
		t.Fatal(err)
	}
	return refs
}

func testResolve(t *testing.T, s store.Store) {
	a, b := makeReport(1, "reader/1"), makeReport(2, "reader/1")
	put(t, s, a)
	put(t, s, b)
	ledger := fullLedger()
	ledger.Responses = append(ledger.Responses, a.Rec.Responses...) // those of the reports, joined
	if err := s.PutLedger(t.Context(), "v1", whole(0, 2, ledger)); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		prefix string
		want   []store.Ref
	}{
		{a.Doc.ID, []store.Ref{{Type: "document", ID: a.Doc.ID}}},
		{a.Doc.ID[:8], []store.Ref{{Type: "document", ID: a.Doc.ID}}},
		{b.Rec.Statements[1].ID[:10], []store.Ref{{Type: "statement", ID: b.Rec.Statements[1].ID}}},
		{a.Rec.Responses[0].ID, []store.Ref{{Type: "response", ID: a.Rec.Responses[0].ID}}},
		{"p-b", []store.Ref{{Type: "party", ID: "p-brand"}}},
		{"p-", []store.Ref{{Type: "party", ID: "p-brand"}, {Type: "party", ID: "p-port"}, {Type: "party", ID: "p-steel"}}},
		{"u-", []store.Ref{{Type: "utterance", ID: "u-1"}, {Type: "utterance", ID: "u-10"}}},
		{"u-1", []store.Ref{{Type: "utterance", ID: "u-1"}, {Type: "utterance", ID: "u-10"}}},
		{"q-", []store.Ref{{Type: "proposition", ID: "q-1"}}},
		{"c-led", []store.Ref{{Type: "commitment", ID: "c-led"}}},
		{"k-led", []store.Ref{{Type: "contact", ID: "k-led"}}},
		{"i-led", []store.Ref{{Type: "incident", ID: "i-led"}}},
		{"y-", []store.Ref{{Type: "story", ID: "y-1"}}},
		{"o-", []store.Ref{{Type: "origin", ID: "o-1"}}},
		{"p-brand ", nil},
		{"P-BRAND", nil},
		{"%", nil},
		{"_-", nil},
		{"*", nil},
		{"s-1 q-1", nil}, // a stance has no id
	}
	for _, tt := range tests {
		equal(t, tt.prefix, resolve(t, s, tt.prefix), tt.want)
	}
}

func testResolveMany(t *testing.T, s store.Store) {
	ledger := &readout.Ledger{}
	for i := range 2 * store.MaxRefs {
		ledger.Stories = append(ledger.Stories, readout.Story{ID: fmt.Sprintf("y-%03d", i), Documents: []string{"d-1"}})
	}
	if err := s.PutLedger(t.Context(), "v1", whole(0, 1, ledger)); err != nil {
		t.Fatal(err)
	}
	refs := resolve(t, s, "y-0")
	equal(t, "number of refs", len(refs), store.MaxRefs)
	for i, ref := range refs {
		equal(t, "ref", ref, store.Ref{Type: "story", ID: ledger.Stories[i].ID})
	}
}
