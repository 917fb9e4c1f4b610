package ledger_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand"
	"runtime/debug"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"readout"
	"readout/internal/ledger"
	"readout/internal/ledger/ledgertest"
	"readout/internal/store"
)

var seeds = flag.Int("seeds", 12, "how many random files are built in random batches")
var from = flag.Int("from", 0, "the first of them")

// A file of every sort of report, with decisions: whatever the batches, and
// whether memory is let go between them, the ledger is that of the whole.
func TestBatchesMakeNoDifference(t *testing.T) {
	for seed := int64(*from); seed < int64(*from+*seeds); seed++ {
		r := rand.New(rand.NewSource(seed))
		reports := mixed(r, 8+r.Intn(25))
		decisions := decide(r, reports, r.Intn(3)*r.Intn(16))
		borders := bordersOf(r, len(reports))
		if differ(t, reports, decisions, borders) == "" {
			continue
		}
		reports, decisions, borders = shrink(t, reports, decisions, borders)
		t.Fatalf("seed %d: %d reports in batches %v, decisions %s:\n%s\n%s", seed, len(reports), borders, text(decisions),
			differ(t, reports, decisions, borders), text(reports))
	}
}

func text[T any](list []T) string {
	var out strings.Builder
	for _, v := range list {
		b, err := json.Marshal(v)
		if err != nil {
			return err.Error()
		}
		out.WriteString(string(b) + "\n")
	}
	return out.String()
}

// bordersOf says after which reports the ledger is brought up to date.
func bordersOf(r *rand.Rand, n int) (out []bool) {
	often := []int{1, 2, 4}[r.Intn(3)]
	for range n {
		out = append(out, r.Intn(often) == 0)
	}
	return out
}

// differ says what differs between the whole and the batches; "" is nothing.
func differ(t *testing.T, reports []store.Report, decisions []readout.Decision, borders []bool) (what string) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			what = fmt.Sprintf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	numbered := slices.Clone(reports)
	for i := range numbered {
		numbered[i].Seq = int64(i + 1)
	}
	m := &memory{decisions: decisions}
	for i := range numbered {
		m.reports = numbered[:i+1]
		if i < len(numbered)-1 && !borders[i] {
			continue
		}
		if err := ledger.UpdateForgetting(t.Context(), m); err != nil {
			return err.Error()
		}
	}
	got, want := lines(m.ledger()), lines(mustBuild(t, numbered, decisions...))
	what = missing("-", want, got) + missing("+", got, want)
	whole := &memory{reports: numbered, decisions: decisions}
	if err := ledger.Update(t.Context(), whole); err != nil {
		return err.Error()
	}
	return what + cmp.Diff(whole.groups, m.groups) + cmp.Diff(whole.unmet, m.unmet, cmpopts.EquateEmpty())
}

// lines are the groups of a ledger as text, the candidates in order of their
// ids, the others numbered.
func lines(l *readout.Ledger) (out []string) {
	n := map[string]int{}
	for g := range store.Groups(l) {
		b, err := json.Marshal(g.Value)
		if err != nil {
			panic(err)
		}
		at := 0
		if n[g.Type]++; g.Type != "candidate" {
			at = n[g.Type]
		}
		out = append(out, fmt.Sprint(g.Type, " ", at, " ", string(b)))
	}
	sort.Strings(out)
	return out
}

func missing(mark string, in, of []string) string {
	var b strings.Builder
	for _, line := range in {
		if _, ok := slices.BinarySearch(of, line); !ok {
			b.WriteString(mark + " " + line + "\n")
		}
	}
	return b.String()
}

// shrink leaves out what is not needed for a difference.
func shrink(t *testing.T, reports []store.Report, decisions []readout.Decision, borders []bool) ([]store.Report, []readout.Decision, []bool) {
	for again := true; again; {
		again = false
		for i := 0; i < len(reports); i++ {
			less, fewer := slices.Delete(slices.Clone(reports), i, i+1), slices.Delete(slices.Clone(borders), i, i+1)
			if i > 0 && borders[i] {
				fewer[i-1] = true
			}
			if len(less) > 0 && differ(t, less, decisions, fewer) != "" {
				reports, borders, again = less, fewer, true
				i--
			}
		}
		for i := 0; i < len(decisions); i++ {
			if less := slices.Delete(slices.Clone(decisions), i, i+1); differ(t, reports, less, borders) != "" {
				decisions, again = less, true
				i--
			}
		}
		for i := range reports {
			for _, less := range lesser(reports[i]) {
				tried := slices.Clone(reports)
				tried[i] = less
				if differ(t, tried, decisions, borders) != "" {
					reports, again = tried, true
					break
				}
			}
		}
	}
	return reports, decisions, borders
}

// lesser are a report without one thing that it has.
func lesser(r store.Report) (out []store.Report) {
	with := func(change func(*readout.Record)) {
		rec := *r.Rec
		change(&rec)
		out = append(out, store.Report{Seq: r.Seq, Doc: r.Doc, Rec: &rec})
	}
	for i := range r.Rec.Parties {
		with(func(c *readout.Record) { c.Parties = slices.Delete(slices.Clone(c.Parties), i, i+1) })
	}
	for i := range r.Rec.Statements {
		with(func(c *readout.Record) { c.Statements = slices.Delete(slices.Clone(c.Statements), i, i+1) })
	}
	for i := range r.Rec.Responses {
		with(func(c *readout.Record) { c.Responses = slices.Delete(slices.Clone(c.Responses), i, i+1) })
	}
	for i := range r.Rec.Commitments {
		with(func(c *readout.Record) { c.Commitments = slices.Delete(slices.Clone(c.Commitments), i, i+1) })
	}
	for i := range r.Rec.Contacts {
		with(func(c *readout.Record) { c.Contacts = slices.Delete(slices.Clone(c.Contacts), i, i+1) })
	}
	for i := range r.Rec.Incidents {
		with(func(c *readout.Record) { c.Incidents = slices.Delete(slices.Clone(c.Incidents), i, i+1) })
	}
	return out
}

// Wherever the store fails, Update says so; afterwards it goes on.
func TestAFailingStoreIsReported(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	reports := mixed(r, 9)
	decisions := decide(r, reports, 8)
	m := &memory{decisions: decisions, reports: reports[:6]}
	if err := ledger.UpdateForgetting(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	m.reports = reports
	for n := 1; ; n++ {
		m.lookups, m.fail = 0, n
		err := ledger.UpdateForgetting(t.Context(), m)
		if err == nil {
			break
		}
		if !errors.Is(err, errRead) || m.cursor != 6 {
			t.Fatalf("look-up %d fails: %v, cursor %d", n, err, m.cursor)
		}
	}
	if m.cursor != 9 {
		t.Errorf("cursor %d", m.cursor)
	}
}

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
