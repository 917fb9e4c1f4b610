package storetest

import (
	"testing"

	"readout"
	"readout/internal/store"
)

func putFailures(t *testing.T, s store.Store, list ...store.Failure) {
	t.Helper()
	for _, f := range list {
		if err := s.PutFailure(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
}

func wantFailures(t *testing.T, s store.Store, want ...store.Failure) {
	t.Helper()
	got, err := s.Failures(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "failures", got, want)
	equal(t, "count of failures", stats(t, s).Failures, len(want))
}

func testFailures(t *testing.T, s store.Store) {
	z := store.Failure{Name: "z.pdf", Hash: "sha256:1", Reason: "not a report", On: "2026-03-01"}
	a := store.Failure{Name: "https://example.org/a", Reason: "status 404", On: "2026-03-02T10:00:00Z"}
	odd := store.Failure{Name: "odd\xff\x00name'; DROP TABLE failure; --", Hash: "sha256:1", Reason: "<script>", On: "2026-03-02"}
	putFailures(t, s, z, a, odd)
	wantFailures(t, s, z, a, odd)

	z.Reason, z.On = "still not a report", "2026-03-03"
	putFailures(t, s, z)
	wantFailures(t, s, z, a, odd)
}

func testFailuresCleared(t *testing.T, s store.Store) {
	r := makeReport(1, "reader/1")
	byName := store.Failure{Name: r.Doc.Name, Reason: "disk gone", On: "2026-03-01"}
	byHash := store.Failure{Name: "copy.txt", Hash: r.Doc.Hash, Reason: "unknown format", On: "2026-03-01"}
	other := store.Failure{Name: "other.txt", Hash: "sha256:2", Reason: "empty", On: "2026-03-01"}
	noName := store.Failure{Hash: "sha256:3", Reason: "empty", On: "2026-03-01"}
	putFailures(t, s, byName, byHash, other, noName)
	put(t, s, r)
	wantFailures(t, s, other, noName)

	// The report is there already: the failure is over all the same.
	putFailures(t, s, byName)
	if _, err := s.Put(t.Context(), r.Doc, r.Rec); err != nil {
		t.Fatal(err)
	}
	wantFailures(t, s, other, noName)

	// No name and no hash are nobody's.
	noHash := store.Failure{Name: "x.txt", Reason: "gone", On: "2026-03-01"}
	putFailures(t, s, noHash)
	bare := makeReport(2, "reader/1")
	bare.Doc.Name, bare.Doc.Hash = "", ""
	put(t, s, bare)
	wantFailures(t, s, other, noName, noHash)

	// A report that is refused clears nothing.
	bad := makeReport(3, "reader/1")
	bad.Doc.Name = other.Name
	bad.Rec.Statements[0].Span = readout.Span{}
	if _, err := s.Put(t.Context(), bad.Doc, bad.Rec); err == nil {
		t.Error("a bad span is kept")
	}
	wantFailures(t, s, other, noName, noHash)
}
