package main

import (
	"context"
	"io"
	"slices"
	"testing"

	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

// factDesk reads drafts and checks them against the demo story.
type factDesk struct {
	*program
	db *sqlite.DB
}

func factsBesideDemo(t *testing.T) *factDesk {
	t.Helper()
	p := &program{out: newScreen(io.Discard), err: newScreen(io.Discard)}
	db, err := sqlite.Open(context.Background(), sqlite.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	err = p.keep(context.Background(), db, demoInputs(), func(o outcome) {
		if o.err != nil {
			t.Error(o.err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return &factDesk{p, db}
}

func (b *factDesk) check(t *testing.T, text, asOf string) []check.Finding {
	t.Helper()
	ctx := context.Background()
	r := new(reading)
	doc, err := r.decode(input{"draft.txt", []byte(text), ingest.Options{Published: "2026-05-26"}})
	if err != nil {
		t.Fatal(err)
	}
	rec, err := r.document(doc)
	if err != nil {
		t.Fatal(err)
	}
	joined, err := ledger.Consider(ctx, b.db, doc, rec)
	if err != nil {
		t.Fatal(err)
	}
	found, err := check.Check(ctx, query.New(b.db, ledger.Version), check.Draft{Doc: doc, Rec: rec, Joined: joined}, query.At{AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestCheckFacts has for each kind a sentence that the record does not bear out
// and one like it that it does.
func TestCheckFacts(t *testing.T) {
	b := factsBesideDemo(t)
	for _, c := range []struct {
		kind         check.Kind
		wrong, right string
	}{
		{check.NotConfirmed, "Hanna Reyle confirmed that engineers had asked for new pins in March.",
			"Lowmark confirmed that one of its technicians was in custody."},
		{check.NotConfirmed, "Both governments say that gate four was opened on purpose.",
			"Both offices said Ilse Marant and Emeric Dasso would speak by phone on Tuesday."},
		{check.OneOrigin, "Several newspapers reported that the closed lock is costing shippers about 600,000 crowns a day.",
			"The consultancy Brack & Moor estimates that the closed lock is costing shippers about 600,000 crowns a day."},
		{check.DeniedElsewhere, "Gate four of the Ostrel Dam was opened on purpose.",
			"Whether gate four of the Ostrel Dam was opened on purpose is disputed."},
		{check.DeniedElsewhere, "Gate four was opened on purpose.",
			"Gate four was opened on purpose. Pavo Kestrin denied that it had been opened on purpose."},
		{check.NoAnswerMissing, "Pavo Kestrin alleged that Lestrian patrol boats had turned back a Corvanian dredger.",
			"Pavo Kestrin alleged that Lestrian patrol boats had turned back a Corvanian dredger. Lestria's river police have not commented."},
		{check.WrongDate, "Emeric Dasso told a rally in Sandholt on Sunday, May 17, that he had agreed to nothing.",
			"Emeric Dasso told a rally in Sandholt on Saturday, May 16, that he had agreed to nothing."},
		{check.WrongDate, "Noor Castellan and Pavo Kestrin met in Merrow on May 21.",
			"Noor Castellan and Pavo Kestrin met in Merrow on May 19."},
		{check.WrongDate, "The surge struck Sandholt on May 5.", "The surge struck Sandholt on May 3."},
		{check.WrongDate, "Emeric Dasso gave Corvane until June 5 to admit inspectors to the dam.",
			"Emeric Dasso gave Corvane until May 29 to admit inspectors to the dam."},
		{check.WrongDate, "They left on Tuesday, May 20.", "They left on Wednesday, May 20."},
		{check.FigureDiffers, "Nine people were killed in the surge at Sandholt on May 3.",
			"Seven people were killed in the surge at Sandholt on May 3."},
		{check.FigureDiffers, "Lowmark would pay 6mn crowns into a relief fund for Sandholt.",
			"Lowmark would pay 4mn crowns into a relief fund for Sandholt."},
		{check.FigureOutdated, "Eleven people were injured in the surge at Sandholt.",
			"Eleven people were first said to be injured in the surge at Sandholt; the figure is now nine."},
		{check.PositionOutdated, "Ilse Marant refuses to admit outside inspectors to the Ostrel Dam.",
			"Ilse Marant said on May 25 that Corvane would admit outside inspectors to the Ostrel Dam."},
		{check.DeadlineState, "Ilse Marant kept her promise to reopen the lock by Saturday.",
			"Ilse Marant broke her promise to reopen the lock by Saturday."},
		{check.DeadlineState, "Emeric Dasso's ultimatum to Corvane has expired.",
			"Emeric Dasso's ultimatum to Corvane has been extended."},
	} {
		of := func(f check.Finding) bool { return f.Kind == c.kind }
		if found := b.check(t, c.wrong, ""); !slices.ContainsFunc(found, of) {
			t.Errorf("%s: not found: %s %v", c.kind, c.wrong, found)
		}
		if found := b.check(t, c.right, ""); len(found) > 0 {
			t.Errorf("%s: nothing is wrong: %s: %s %s", c.kind, c.right, found[0].Kind, found[0].Reason)
		}
	}
}

// TestCheckFactsAsOf asks for days on which the record was another.
func TestCheckFactsAsOf(t *testing.T) {
	b := factsBesideDemo(t)
	for text, asOf := range map[string]string{
		"Ilse Marant refuses to admit outside inspectors to the Ostrel Dam.":              "2026-05-20",
		"Corvane's Civil Protection Office put the death toll of the surge at three.":     "2026-05-20",
		"Eleven people were injured in the surge at Sandholt, the River Authority said.":  "2026-05-09",
		"The Amsel police say two Lowmark technicians were detained before the flood hit": "2026-05-04",
	} {
		if found := b.check(t, text, asOf); len(found) > 0 {
			t.Errorf("on %s: %s: %s %s", asOf, text, found[0].Kind, found[0].Reason)
		}
	}
}
