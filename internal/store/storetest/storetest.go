// Package storetest is the contract of a store: what every implementation of
// store.Store must do, as tests. A store's own test calls Run and adds what is
// its own: files, versions, kills.
//
// The reports in it are made up, and hold one of everything that a record can
// have, so that a field which is lost on the way in or out is noticed.
package storetest

import (
	"context"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"readout"
	"readout/internal/store"
)

// Run tests a store. Open gives an empty one, and closes it when its test
// ends.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	tests := []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"Empty", testEmpty},
		{"StoredEqualsLoaded", testStoredEqualsLoaded},
		{"PutTwice", testPutTwice},
		{"OtherReader", testOtherReader},
		{"OtherText", testOtherText},
		{"Amend", testAmend},
		{"AmendRefused", testAmendRefused},
		{"PutReading", testPutReading},
		{"BadSpan", testBadSpan},
		{"BadReport", testBadReport},
		{"KeptStatement", testKeptStatement},
		{"Order", testOrder},
		{"Walks", testWalks},
		{"Filter", testFilter},
		{"FilterErrors", testFilterErrors},
		{"ManyStatements", testManyStatements},
		{"Resolve", testResolve},
		{"ResolveMany", testResolveMany},
		{"Latest", testLatest},
		{"Search", testSearch},
		{"Groups", testGroups},
		{"Ledger", testLedger},
		{"LedgerOrder", testLedgerOrder},
		{"LedgerEntries", testLedgerEntries},
		{"LedgerVersions", testLedgerVersions},
		{"LedgerMoved", testLedgerMoved},
		{"LedgerDropped", testLedgerDropped},
		{"LedgerStale", testLedgerStale},
		{"Decisions", testDecisions},
		{"DecisionGone", testDecisionGone},
		{"DecisionFollows", testDecisionFollows},
		{"JoinDecisions", testJoinDecisions},
		{"DraftDecisions", testDraftDecisions},
		{"DropLedger", testDropLedger},
		{"DecisionRefused", testDecisionRefused},
		{"Failures", testFailures},
		{"FailuresCleared", testFailuresCleared},
		{"ReadDuringWrite", testReadDuringWrite},
		{"Cancelled", testCancelled},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, open(t)) })
	}
}

// all runs a walk to its end.
func all[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var list []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// walkError runs a walk that must end with an error, after no value.
func walkError[T any](t *testing.T, seq iter.Seq2[T, error]) error {
	t.Helper()
	var last error
	for v, err := range seq {
		if last != nil {
			t.Fatal("the walk goes on after its error")
		}
		if err == nil {
			t.Fatalf("the walk gives %v, want an error", v)
		}
		last = err
	}
	if last == nil {
		t.Fatal("the walk ends without an error")
	}
	return last
}

// equal compares; an empty list and none are the same.
func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// put keeps a report that is new.
func put(t *testing.T, s store.Store, r store.Report) {
	t.Helper()
	added, err := s.Put(context.Background(), r.Doc, r.Rec)
	if err != nil {
		t.Fatal(err)
	}
	if !added {
		t.Fatalf("%s is kept already", r.Doc.Name)
	}
}

// stats gives the counts, without the size, which is the store's own affair.
func stats(t *testing.T, s store.Store) store.Stats {
	t.Helper()
	st, err := s.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	st.Bytes = 0
	return st
}

// whole is a change that puts all groups of a ledger.
func whole(from, to int64, l *readout.Ledger) store.Change {
	return store.Change{From: from, To: to, Put: slices.Collect(store.Groups(l))}
}
