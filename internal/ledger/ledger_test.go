package ledger_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// counted is a store that counts how often the ledger is written, and fails once.
type counted struct {
	*sqlite.DB
	puts     int
	fail     int    // the put that fails, from 1
	first    func() // done before the first put
	gone     int    // utterances that became others
	moved    int    // stances that became another party's
	versions int    // revisions between which another came
}

func open(t *testing.T) *counted {
	t.Helper()
	db, err := sqlite.Open(t.Context(), sqlite.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return &counted{DB: db}
}

var errFull = errors.New("disk full")

func (c *counted) PutLedger(ctx context.Context, version string, change store.Change) error {
	if c.puts++; c.puts == c.fail {
		return errFull
	}
	if c.puts == 1 && c.first != nil {
		c.first()
	}
	for _, ref := range change.Gone {
		switch ref.Type {
		case "utterance":
			c.gone++
		case "stance":
			c.moved++
		case "revision":
			c.versions++
		}
	}
	return c.DB.PutLedger(ctx, version, change)
}

func (c *counted) put(t *testing.T, reports []store.Report) {
	t.Helper()
	for _, r := range reports {
		if _, err := c.Put(t.Context(), r.Doc, r.Rec); err != nil {
			t.Fatal(err)
		}
	}
}

// wantBuilt: what the store has is what Build makes, in the same order.
func (c *counted) wantBuilt(t *testing.T, reports []store.Report, what string, decisions ...readout.Decision) {
	t.Helper()
	kept, cursor, err := c.Ledger(t.Context(), ledger.Version)
	if err != nil {
		t.Fatal(err)
	}
	built := mustBuild(t, reports, decisions...)
	slices.SortFunc(built.Candidates, func(a, b readout.Candidate) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(kept.Candidates, func(a, b readout.Candidate) int { return strings.Compare(a.ID, b.ID) })
	if diff := cmp.Diff(built, kept, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s, %d reports (-build +update):\n%s", what, len(reports), diff)
	}
	if cursor != int64(len(reports)) {
		t.Fatalf("%s: cursor %d of %d", what, cursor, len(reports))
	}
}

func mustBuild(t *testing.T, reports []store.Report, decisions ...readout.Decision) *readout.Ledger {
	t.Helper()
	l, err := ledger.Build(seqOf(reports), decisions...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// One by one, in batches of any size, or all at once; with everything that was
// read before in memory or in the store: the ledger is the same.
func TestUpdateGivesWhatBuildGives(t *testing.T) {
	gone, moved, versions := 0, 0, 0
	for seed := range int64(3) {
		r := rand.New(rand.NewSource(seed))
		reports := mixed(r, 30)
		c := open(t)
		for at := 0; at < len(reports); {
			next := min(len(reports), at+1+r.Intn(12)*r.Intn(2))
			c.put(t, reports[at:next])
			at = next
			if err := ledger.Update(t.Context(), c); err != nil {
				t.Fatal(err)
			}
			c.wantBuilt(t, reports[:at], fmt.Sprint("seed ", seed))
		}
		gone, moved, versions = gone+c.gone, moved+c.moved, versions+c.versions
	}
	if gone == 0 || moved == 0 || versions == 0 {
		t.Errorf("%d groups became others, %d stances another's, %d versions came between: the reports do not try it", gone, moved, versions)
	}
}

func TestForgettingChangesNothing(t *testing.T) {
	reports := mixed(rand.New(rand.NewSource(9)), 300)
	c := open(t)
	c.put(t, reports)
	if err := ledger.UpdateForgetting(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if c.puts < 2 {
		t.Errorf("%d pages", c.puts)
	}
	c.wantBuilt(t, reports, "forgetting")
}

// However the reports come in, the candidates are those of the whole.
func TestCandidatesAreOfTheWhole(t *testing.T) {
	reports := mixed(rand.New(rand.NewSource(4)), 40)
	got, again := mustBuild(t, reports).Candidates, mustBuild(t, reports).Candidates
	if len(got) == 0 {
		t.Fatal("nothing came near")
	}
	if diff := cmp.Diff(got, again); diff != "" {
		t.Errorf("(-first +second):\n%s", diff)
	}
	ids := map[string]bool{}
	for g := range store.Groups(mustBuild(t, reports)) {
		ids[g.ID] = true
	}
	for _, c := range got {
		if !ids[c.A] || !ids[c.B] || c.A == c.B || c.Why == "" || c.Score <= 0 || c.Score > 1 {
			t.Errorf("candidate %+v", c)
		}
	}
}

func TestUpdateWritesInPages(t *testing.T) {
	reports := mixed(rand.New(rand.NewSource(1)), 270)
	c := open(t)
	c.fail = 2
	c.put(t, reports)
	if err := ledger.Update(t.Context(), c); !errors.Is(err, errFull) {
		t.Fatalf("error %v", err)
	}
	if cursor, err := c.Cursor(t.Context(), ledger.Version); err != nil || cursor == 0 || cursor == 270 {
		t.Fatalf("after a failure in the second page the cursor is %d, %v", cursor, err)
	}
	if err := ledger.Update(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	c.wantBuilt(t, reports, "after a failure")
}

// What somebody else does between the reading and the writing is not lost: the
// first try says that it has, the next takes it in.
func TestADecisionDuringAnUpdate(t *testing.T) {
	reports := told()
	other := about(reports, "utterance", 1, 0)
	d := decided(1, readout.SameIt, about(reports, "utterance", 0, 0), &other, "")
	c := open(t)
	c.put(t, reports)
	c.first = func() {
		if err := c.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	if err := ledger.Update(t.Context(), c); !errors.Is(err, store.ErrMoved) {
		t.Fatalf("error %v", err)
	}
	if err := ledger.Update(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	c.wantBuilt(t, reports, "decided meanwhile", d)

	again := open(t)
	again.put(t, reports)
	again.first = func() {
		if err := ledger.Update(t.Context(), again.DB); err != nil {
			t.Fatal(err)
		}
	}
	if err := ledger.Update(t.Context(), again); err != nil && !errors.Is(err, store.ErrMoved) {
		t.Fatal(err)
	}
	again.wantBuilt(t, reports, "two at once")
}

func TestNothingNewWritesNothing(t *testing.T) {
	c := open(t)
	for _, want := range []int{0, 1, 1} {
		if err := ledger.Update(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		if c.puts != want {
			t.Fatalf("%d writes, want %d", c.puts, want)
		}
		c.put(t, mixed(rand.New(rand.NewSource(2)), 5))
	}
}

func TestABadReportEndsTheBuild(t *testing.T) {
	_, err := ledger.Build(func(yield func(store.Report, error) bool) { yield(store.Report{}, errFull) })
	if !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

// A report that is read again drops the ledger; the next Update makes it anew.
func TestUpdateAfterAnotherReading(t *testing.T) {
	c := open(t)
	reports := mixed(rand.New(rand.NewSource(3)), 6)
	c.put(t, reports)
	if err := ledger.Update(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	again := *reports[2].Rec
	again.Reader, again.Statements, again.Commitments, again.Responses = "test/2", again.Statements[:1], nil, nil
	reports[2].Rec = &again
	c.put(t, reports[2:3])
	if err := ledger.Update(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	c.wantBuilt(t, reports, "read again")
}

// renamed gives a made-up report the id that its bytes ask for.
func renamed(r store.Report) store.Report {
	b, err := json.Marshal(r)
	if err != nil {
		panic(err)
	}
	id := readout.DocumentID(r.Doc.Hash)
	var out store.Report
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(b), `"`+r.Doc.ID+`"`, `"`+id+`"`)), &out); err != nil {
		panic(err)
	}
	return out
}

// A draft is joined with what is on record, and leaves nothing there.
func TestConsiderWritesNothing(t *testing.T) {
	reports := told()
	c := open(t)
	c.put(t, reports[:2])
	if err := ledger.Update(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	draft := reports[2]
	l, err := ledger.Consider(t.Context(), c, draft.Doc, draft.Rec)
	if err != nil {
		t.Fatal(err)
	}
	if u := l.Utterances; len(u) != 1 || !slices.Contains(u[0].Statements, reports[0].Rec.Statements[0].ID) || !slices.Contains(u[0].Statements, draft.Rec.Statements[0].ID) {
		t.Errorf("utterances %+v", u)
	}
	c.wantBuilt(t, reports[:2], "after a draft")
}
