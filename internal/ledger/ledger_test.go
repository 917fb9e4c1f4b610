package ledger_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout"
	"readout/internal/ledger"
	"readout/internal/ledger/ledgertest"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// fake is a store in memory that keeps groups as JSON, by kind and id.
type fake struct {
	reports []store.Report
	kept    map[string]string
	order   []string
	cursor  int64
	puts    int
	loads   int // of the ledger
	anew    int // puts from 0 over a kept ledger
	fail    int // the put that fails, from 1
}

func (f *fake) Reports(_ context.Context, after int64) iter.Seq2[store.Report, error] {
	return func(yield func(store.Report, error) bool) {
		for _, r := range f.reports {
			if r.Seq > after && !yield(r, nil) {
				return
			}
		}
	}
}

func (f *fake) Ledger(context.Context, string) (*readout.Ledger, int64, error) {
	f.loads++
	l := &readout.Ledger{}
	for _, key := range f.order {
		add(l, key, f.kept[key])
	}
	return l, f.cursor, nil
}

func (f *fake) Cursor(context.Context, string) (int64, error) { return f.cursor, nil }

var errFull = errors.New("disk full")

func (f *fake) PutLedger(_ context.Context, _ string, from, to int64, changed *readout.Ledger) error {
	f.puts++
	if f.puts == f.fail {
		return errFull
	}
	if from == 0 {
		if len(f.kept) > 0 {
			f.anew++
		}
		f.kept, f.order, f.cursor = map[string]string{}, nil, 0
	}
	if from != f.cursor {
		return store.ErrMoved
	}
	for _, row := range rows(changed) {
		if _, ok := f.kept[row[0]]; !ok {
			f.order = append(f.order, row[0])
		}
		f.kept[row[0]] = row[1]
	}
	f.cursor = to
	return nil
}

// rows is every group of a ledger as a key and JSON, in order.
func rows(l *readout.Ledger) [][2]string {
	var out [][2]string
	put := func(key string, v any) {
		b, err := json.Marshal(v)
		if err != nil {
			panic(err)
		}
		out = append(out, [2]string{key, string(b)})
	}
	for _, v := range l.Parties {
		put("party "+v.ID, v)
	}
	for _, v := range l.Utterances {
		put("utterance "+v.ID, v)
	}
	for _, v := range l.Propositions {
		put("proposition "+v.ID, v)
	}
	for _, v := range l.Stances {
		put(fmt.Sprint("stance ", v.Statement, v.Proposition, v.Party, v.Value), v)
	}
	for _, v := range l.Responses {
		put("response "+v.ID, v)
	}
	for _, v := range l.Commitments {
		put("commitment "+v.ID, v)
	}
	for _, v := range l.Stories {
		put("story "+v.ID, v)
	}
	for _, v := range l.Origins {
		put("origin "+v.ID, v)
	}
	for _, v := range l.Revisions {
		put("revision "+v.ID, v)
	}
	return out
}

func add(l *readout.Ledger, key, text string) {
	kind, _, _ := strings.Cut(key, " ")
	into := func(v any) {
		if err := json.Unmarshal([]byte(text), v); err != nil {
			panic(err)
		}
	}
	switch kind {
	case "party":
		l.Parties = append(l.Parties, readout.Party{})
		into(&l.Parties[len(l.Parties)-1])
	case "utterance":
		l.Utterances = append(l.Utterances, readout.Utterance{})
		into(&l.Utterances[len(l.Utterances)-1])
	case "proposition":
		l.Propositions = append(l.Propositions, readout.Proposition{})
		into(&l.Propositions[len(l.Propositions)-1])
	case "stance":
		l.Stances = append(l.Stances, readout.Stance{})
		into(&l.Stances[len(l.Stances)-1])
	case "response":
		l.Responses = append(l.Responses, readout.Response{})
		into(&l.Responses[len(l.Responses)-1])
	case "commitment":
		l.Commitments = append(l.Commitments, readout.Commitment{})
		into(&l.Commitments[len(l.Commitments)-1])
	case "story":
		l.Stories = append(l.Stories, readout.Story{})
		into(&l.Stories[len(l.Stories)-1])
	case "origin":
		l.Origins = append(l.Origins, readout.Origin{})
		into(&l.Origins[len(l.Origins)-1])
	case "revision":
		l.Revisions = append(l.Revisions, readout.Revision{})
		into(&l.Revisions[len(l.Revisions)-1])
	}
}

// sorted is a ledger's groups without regard to their order.
func sorted(l *readout.Ledger) []string {
	var out []string
	for _, row := range rows(l) {
		out = append(out, row[0]+" "+row[1])
	}
	slices.Sort(out)
	return out
}

// invent makes n small reports in which speakers, words and days recur.
func invent(r *rand.Rand, n int) []store.Report {
	people := []readout.Party{
		{ID: "p-ana", Name: "Ana Ruiz", Kind: readout.Person, Offices: []readout.Office{{Title: "Velmaran president"}}},
		{ID: "p-ruiz", Name: "Ruiz", Kind: readout.Person}, {ID: "p-luis", Name: "Luis Ruiz", Kind: readout.Person},
		{ID: "p-holm", Name: "Per Holm", Kind: readout.Person}, {ID: "p-velmar", Name: "Velmar", Kind: readout.State},
		{ID: "p-office", Name: "Velmaran president", Kind: readout.OfficeKind}, {ID: "p-a-ruiz", Name: "A. Ruiz", Kind: readout.Person},
	}
	contents := []string{
		"the crew of the tug cut the mooring cable", "the crew of the tug did not cut the mooring cable", "“a tax on every sailor” was coming",
		"“The lock was never safe and nobody in the ministry wanted to hear of it”", "the claim", "“a tax on every sailor”",
		"Velmar closed the northern lock to barges", "Holm had agreed to open the northern lock", "the collision killed 12 sailors",
		"Ruiz broke her promise to open the northern lock",
	}
	acts := []readout.Act{readout.ActState, readout.ActClaim, readout.ActDeny, readout.ActReject, readout.ActAccuse}
	cues := []string{"said", "claimed", "denied", "rejected", "accused"}
	var out []store.Report
	for i := range n {
		b := ledgertest.New(fmt.Sprint("Outlet ", i), fmt.Sprintf("2026-05-%02d", 1+r.Intn(28)))
		for _, p := range people {
			if r.Intn(3) > 0 {
				b.Party(p)
			}
		}
		if r.Intn(3) == 0 {
			b.Headline(people[r.Intn(4)].ID, readout.ActState, "says", contents[r.Intn(len(contents))])
		}
		for range 1 + r.Intn(4) {
			k, who := r.Intn(len(acts)), people[r.Intn(len(people))].ID
			id := b.Say(who, acts[k], cues[k], contents[r.Intn(len(contents))], func(st *readout.Statement) {
				if r.Intn(3) == 0 {
					ledgertest.On(fmt.Sprintf("2026-05-%02d", 1+r.Intn(6)))(st)
				}
			})
			if r.Intn(4) == 0 {
				b.Say(who, readout.ActState, "said", "“It was rust and nothing else,”")
			}
			if r.Intn(6) == 0 {
				b.Record().Commitments = append(b.Record().Commitments, readout.Commitment{
					ID: readout.NewID("c", id), Kind: readout.Promise, What: "open the northern lock", Obligor: []string{"p-ana"},
					State: readout.StateGiven, Evidence: []readout.Evidence{{Statement: id}},
				})
			}
		}
		b.Response("p-holm", readout.NotConfirmed, b.Prose("Holm has not confirmed it."), "the mooring cable of the tug")
		out = append(out, b.Report(i+1))
	}
	return out
}

func mustBuild(t *testing.T, reports []store.Report) *readout.Ledger {
	t.Helper()
	l, err := ledger.Build(seqOf(reports))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestUpdateGivesWhatBuildGives(t *testing.T) {
	anew := 0
	for seed := range int64(12) {
		r := rand.New(rand.NewSource(seed))
		reports := invent(r, 40)
		f := &fake{}
		for at := 0; at < len(reports); {
			at = min(len(reports), at+1+r.Intn(12))
			f.reports = reports[:at]
			if err := ledger.Update(t.Context(), f); err != nil {
				t.Fatal(err)
			}
			kept, _, _ := f.Ledger(t.Context(), "")
			if diff := cmp.Diff(sorted(mustBuild(t, f.reports)), sorted(kept)); diff != "" {
				t.Fatalf("seed %d, %d reports (-build +update):\n%s", seed, at, diff)
			}
		}
		anew += f.anew
	}
	if anew == 0 {
		t.Error("no two groups ever became one: the reports do not try it")
	}
}

// However the reports come in, the candidates are those of the whole.
func TestCandidatesAreOfTheWhole(t *testing.T) {
	reports := invent(rand.New(rand.NewSource(4)), 40)
	got, again := mustBuild(t, reports).Candidates, mustBuild(t, reports).Candidates
	if len(got) == 0 {
		t.Fatal("nothing came near")
	}
	if diff := cmp.Diff(got, again); diff != "" {
		t.Errorf("(-first +second):\n%s", diff)
	}
	ids := map[string]bool{}
	for _, row := range rows(mustBuild(t, reports)) {
		_, id, _ := strings.Cut(row[0], " ")
		ids[id] = true
	}
	for _, c := range got {
		if !ids[c.A] || !ids[c.B] || c.A == c.B || c.Why == "" || c.Score <= 0 || c.Score > 1 {
			t.Errorf("candidate %+v", c)
		}
	}
}

func TestUpdateWritesInPages(t *testing.T) {
	f := &fake{reports: invent(rand.New(rand.NewSource(1)), 300), fail: 2}
	if err := ledger.Update(t.Context(), f); !errors.Is(err, errFull) {
		t.Fatalf("error %v", err)
	}
	if f.cursor == 0 || f.cursor == 300 {
		t.Fatalf("after a failure in the second page the cursor is %d", f.cursor)
	}
	if err := ledger.Update(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	kept, cursor, _ := f.Ledger(t.Context(), "")
	if diff := cmp.Diff(sorted(mustBuild(t, f.reports)), sorted(kept)); diff != "" || cursor != 300 {
		t.Errorf("cursor %d (-build +update):\n%s", cursor, diff)
	}
}

func TestNothingNewWritesNothing(t *testing.T) {
	f := &fake{}
	for _, want := range []int{0, 1, 1} {
		if err := ledger.Update(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		if f.puts != want {
			t.Fatalf("%d reports: %d writes, want %d", len(f.reports), f.puts, want)
		}
		if f.loads != want {
			t.Fatalf("%d reports: the ledger is loaded %d times, want %d", len(f.reports), f.loads, want)
		}
		f.reports = invent(rand.New(rand.NewSource(2)), 5)
	}
}

func TestABadReportEndsTheBuild(t *testing.T) {
	_, err := ledger.Build(func(yield func(store.Report, error) bool) { yield(store.Report{}, errFull) })
	if !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

// In a real store, a report that is read again drops the ledger; the next
// Update makes it anew.
func TestUpdateOfARealStore(t *testing.T) {
	ctx := t.Context()
	db, err := sqlite.Open(ctx, ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	reports := invent(rand.New(rand.NewSource(3)), 6)
	for i := range reports {
		reports[i] = renamed(reports[i])
		if _, err := db.Put(ctx, reports[i].Doc, reports[i].Rec); err != nil {
			t.Fatal(err)
		}
		if err := ledger.Update(ctx, db); err != nil {
			t.Fatal(err)
		}
	}
	again := *reports[2].Rec
	again.Reader, again.Statements, again.Commitments, again.Responses = "test/2", again.Statements[:1], nil, nil
	reports[2].Rec = &again
	if _, err := db.Put(ctx, reports[2].Doc, &again); err != nil {
		t.Fatal(err)
	}
	if err := ledger.Update(ctx, db); err != nil {
		t.Fatal(err)
	}
	kept, _, err := db.Ledger(ctx, ledger.Version)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sorted(mustBuild(t, reports)), sorted(kept)); diff != "" {
		t.Errorf("(-build +update):\n%s", diff)
	}
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
