package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

// near is a store the ledger of which has candidates.
type near struct {
	*sqlite.DB
	candidates []readout.Candidate
}

func (n near) Ledger(ctx context.Context, version string) (*readout.Ledger, int64, error) {
	l, cursor, err := n.DB.Ledger(ctx, version)
	if err == nil {
		l.Candidates = n.candidates
	}
	return l, cursor, err
}

// openStory is a record of the story of the demo, of which the test may do what
// it likes.
func openStory(t *testing.T) *sqlite.DB {
	t.Helper()
	path, err := story()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "readout.db")
	if err := os.WriteFile(path, kept, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// nearDesk is a desk at the story of the demo, in which three pairs are near.
func nearDesk(t *testing.T) *desk {
	t.Helper()
	db := openStory(t)
	l, _, err := db.Ledger(t.Context(), ledger.Version)
	if err != nil {
		t.Fatal(err)
	}
	engine := query.New(near{db, []readout.Candidate{
		{Kind: "proposition", A: l.Propositions[0].ID, B: l.Propositions[1].ID, Score: 0.4, Why: "like words, but another day"},
		{Kind: "utterance", A: l.Utterances[0].ID, B: l.Utterances[1].ID, Score: 0.7, Why: "much the same words"},
		{Kind: "party", A: "p-lowmark-hydro", B: "p-emeric-dasso", Score: 0.5, Why: "a name fits"},
	}}, ledger.Version)
	return &desk{db: db, engine: engine, who: "Kim", now: time.Now, parties: l.Parties}
}

// reviewed goes through the pairs with these answers.
func reviewed(t *testing.T, d *desk, answers ...string) (out, talk string) {
	t.Helper()
	queue, err := d.queue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	statements := 0
	for _, one := range queue {
		if one.pair == nil {
			statements++
		}
	}
	var o, e bytes.Buffer
	p := &program{in: strings.NewReader(strings.Repeat("s\n", statements) + strings.Join(answers, "\n") + "\n"), out: newScreen(&o), err: newScreen(&e)}
	if err := p.review(t.Context(), d, false); err != nil {
		t.Fatal(err)
	}
	p.out.flush()
	return o.String(), e.String()
}

func decisions(t *testing.T, d *desk) (all []readout.Decision) {
	t.Helper()
	for one, err := range d.db.Decisions(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, one.Decision)
	}
	return all
}

// TestReviewPairs: both sentences are in view, each answer is kept, also after
// the first has dropped the ledger, and what is decided does not come again.
func TestReviewPairs(t *testing.T) {
	d := nearDesk(t)
	out, talk := reviewed(t, d, "maybe", "y one firm", "u", "y", "d")
	for _, part := range []string{"One party, or two?  0.50", "p-lowmark-hydro", "why: much the same words", "One proposition, or two?"} {
		if !strings.Contains(out, part) {
			t.Errorf("no %q in\n%s", part, out)
		}
	}
	if n := strings.Count(out[strings.Index(out, "One party"):], "\n    — "); n != 6 {
		t.Errorf("%d places, want two a pair, in\n%s", n, out)
	}
	for _, part := range []string{`"maybe" is none of y, n, s, u, q`, "undone: merge party", "2 decided, of"} {
		if !strings.Contains(talk, part) {
			t.Errorf("no %q in\n%s", part, talk)
		}
	}
	var kinds []string
	for _, one := range decisions(t, d) {
		kinds = append(kinds, string(one.What))
	}
	if got := strings.Join(kinds, " "); got != "merge reject same different" {
		t.Errorf("decided: %s", got)
	}
	if err := group(t.Context(), d.db); err != nil {
		t.Fatal(err)
	}
	if out, _ := reviewed(t, d, "n"); !strings.Contains(out, "One party") || strings.Contains(out, "Said once") || strings.Contains(out, "One prop") {
		t.Errorf("what was undone comes again, and nothing else:\n%s", out)
	}
	if all := decisions(t, d); all[len(all)-1].What != readout.SplitThem {
		t.Errorf("decided last: %+v", all[len(all)-1])
	}
}

func TestReviewPairsAsJSON(t *testing.T) {
	var out bytes.Buffer
	p := &program{out: newScreen(&out), err: newScreen(&out)}
	if err := p.review(t.Context(), nearDesk(t), true); err != nil {
		t.Fatal(err)
	}
	p.out.flush()
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	last := lines[len(lines)-1]
	for _, part := range []string{`"kind":"proposition"`, `"score":0.4`, `"a":{"id":"q-`, `"sentence":`, `"outlet":`} {
		if !strings.Contains(last, part) {
			t.Errorf("no %s in %s", part, last)
		}
	}
}
