package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/store"
)

func testGroups(t *testing.T, s store.Store) {
	full := fullLedger()
	putLedger(t, s, "v1", 0, 1, full)
	get := func(version string, f store.GroupFilter) *readout.Ledger {
		t.Helper()
		l, err := s.Groups(t.Context(), version, f)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	for _, tt := range []struct {
		filter store.GroupFilter
		want   *readout.Ledger
	}{
		{store.GroupFilter{}, full},
		{store.GroupFilter{Type: "story"}, &readout.Ledger{Stories: full.Stories}},
		{store.GroupFilter{Keys: []string{}}, &readout.Ledger{}},
		{store.GroupFilter{Keys: []string{"q-1"}}, &readout.Ledger{Propositions: full.Propositions, Stances: full.Stances[:2], Responses: full.Responses}},
		{store.GroupFilter{Type: "stance", Keys: []string{"q-1", "q-2"}}, &readout.Ledger{Stances: full.Stances}},
		{store.GroupFilter{Type: "stance", Keys: []string{"p-steel"}, Most: 1}, &readout.Ledger{Stances: full.Stances[:1]}},
		{store.GroupFilter{Type: "stance", Keys: []string{"p-steel", "p-harbour"}, Most: 1}, &readout.Ledger{Stances: full.Stances[:2]}},
		{store.GroupFilter{Type: "utterance", Keys: []string{"s-2", "s-3", "s-2"}}, &readout.Ledger{Utterances: full.Utterances}},
		{store.GroupFilter{Type: "party", Keys: []string{"Steel union"}}, &readout.Ledger{Parties: full.Parties}},
		{store.GroupFilter{Type: "party", Keys: []string{"p-brand"}}, &readout.Ledger{}}, // a member only
		{store.GroupFilter{Type: "origin", Keys: []string{"d-2"}}, &readout.Ledger{Origins: full.Origins}},
		{store.GroupFilter{Keys: []string{"", "nothing"}}, &readout.Ledger{}},
	} {
		equal(t, fmt.Sprintf("%+v", tt.filter), get("v1", tt.filter), tt.want)
	}
	equal(t, "another version", get("v2", store.GroupFilter{Type: "story"}), &readout.Ledger{})

	// A group that changes has the keys of what it has become.
	full.Utterances[0].Statements = []string{"s-4"}
	putLedger(t, s, "v1", 1, 2, &readout.Ledger{Utterances: full.Utterances[:1]})
	equal(t, "the key it had", get("v1", store.GroupFilter{Keys: []string{"s-3"}}), &readout.Ledger{})
	equal(t, "the key it has", get("v1", store.GroupFilter{Keys: []string{"s-4"}}), &readout.Ledger{Utterances: full.Utterances[:1]})
}

func testLatest(t *testing.T, s store.Store) {
	for i, published := range []string{"2026-03-03", "", "2026-03", "2026-03-10", "2026-03-03"} {
		r := makeReport(i+1, "reader/1")
		r.Doc.Published = &readout.Date{Value: published}
		put(t, s, r)
	}
	order := func(day string) string {
		var got []string
		for _, sum := range all(t, s.Latest(t.Context(), day)) {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(sum.Doc.Name, "report-"), ".txt"))
			if sum.Doc.Text != "" || sum.Statements != 3 || sum.Reader != "reader/1" {
				t.Errorf("summary %+v", sum)
			}
		}
		return strings.Join(got, " ")
	}
	for day, want := range map[string]string{
		"": "3 4 5 1 2", "2026-03-31": "3 4 5 1 2", "2026-03-30": "4 5 1 2", "2026-03-03": "5 1 2", "2026-03-02": "2",
	} {
		equal(t, "latest on "+day, order(day), want)
	}

	r := makeReport(1, "reader/1")
	r.Doc.Published = &readout.Date{Value: "2026-04-01"}
	if err := s.Amend(t.Context(), r.Doc, r.Rec); err != nil {
		t.Fatal(err)
	}
	equal(t, "latest, amended", order(""), "1 3 4 5 2")
}

// sayings are contents of statements, each its own report.
var sayings = []string{
	"The ferry won’t leave before the naïve harbour master has signed",
	"We will leave before the tide turns",
	"No ferry left on Tuesday, the harbour said",
	"We will not be told what we will be",
	"Ticket prices rise in June",
}

// sayingReport is a report of one statement with this content.
func sayingReport(text string) store.Report {
	hash := readout.HashOf([]byte(text))
	doc := &readout.Document{ID: readout.DocumentID(hash), Text: "Ode said: " + text, Hash: hash}
	content, span := cut(doc, text), cut(doc, doc.Text)
	return store.Report{Doc: doc, Rec: &readout.Record{Doc: doc.ID, Reader: "reader/1", Statements: []readout.Statement{{
		ID: readout.NewID("s", text), Doc: doc.ID, Span: span, Content: []readout.Span{content}, Grade: readout.Sure, By: "rule/1",
	}}}}
}

func testSearch(t *testing.T, s store.Store) {
	for _, text := range sayings {
		put(t, s, sayingReport(text))
	}
	l := new(readout.Ledger)
	for i, text := range sayings {
		l.Propositions = append(l.Propositions, readout.Proposition{ID: fmt.Sprint("q-", i), Text: text})
	}
	putLedger(t, s, "v1", 0, 1, l)

	search := func(kind, text string, limit int) (found []int) {
		t.Helper()
		ids, err := s.Search(t.Context(), kind, text, limit)
		if err != nil {
			t.Fatal(err)
		}
		quick := s.Search // a store may have another way for many searches
		if many, ok := s.(interface {
			Searching() func(ctx context.Context, kind, text string, limit int) ([]string, error)
		}); ok {
			quick = many.Searching()
		}
		for range 2 {
			if again, err := quick(t.Context(), kind, text, limit); err != nil || !slices.Equal(again, ids) {
				t.Errorf("%q: many searches find %v, %v; one finds %v", text, again, err, ids)
			}
		}
		for _, id := range ids {
			found = append(found, slices.IndexFunc(sayings, func(text string) bool {
				return readout.NewID("s", text) == id || id == "q-"+fmt.Sprint(slices.Index(sayings, text))
			}))
		}
		return found
	}
	for _, tt := range []struct {
		text  string
		limit int
		want  []int
	}{
		{"THE FERRY WON'T LEAVE BEFORE THE NAIVE HARBOUR MASTER", 1, []int{0}},
		{"we'll leave before the tide turned around", 1, []int{1}}, // altered
		{"what we will be", 2, []int{3, 1}},                        // of common words, in its order
		{"no ferries leave on Tuesday", 1, []int{2}},
		{"prices", 9, []int{4}},
		{"", 9, nil},
		{"zebra \" OR * NEAR(", 9, nil},
		{"Ode said", 1, []int{2}}, // the content of the others does not have it
	} {
		for _, kind := range []string{"statement", "proposition"} {
			equal(t, kind+" "+tt.text, search(kind, tt.text, tt.limit), tt.want)
		}
	}
	if _, err := s.Search(t.Context(), "party", "Ode", 1); err == nil {
		t.Error("parties have no words, want an error")
	}

	// What is read anew is found by its new words only, and the ledger is gone.
	r := sayingReport(sayings[4])
	r.Rec.Reader, r.Rec.Statements[0].Content = "reader/2", []readout.Span{cut(r.Doc, "Ticket")}
	put(t, s, r)
	equal(t, "old words", search("statement", "prices rise", 9), []int(nil))
	equal(t, "new words", search("statement", "ticket", 9), []int{4})
	equal(t, "no ledger", search("proposition", "ticket", 9), []int(nil))
}
