package utterance_test

import (
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
	"readout/internal/ledger/shelf"
	"readout/internal/ledger/utterance"
)

type self struct{}

func (self) Canonical(id string) string { return id }

// origins is a fake of the file of copies.
type origins struct {
	copied func(a, b string) bool
	copies map[string]bool
}

func (o origins) Copied(a, b string) bool { return o.copied(a, b) }
func (o origins) IsCopy(doc string) bool  { return o.copies[doc] }

func apart(_, _ string) bool { return false }

// file is a file with what it has shown.
type file struct {
	*utterance.File
	all  []readout.Utterance
	near []readout.Candidate
}

func build(copied func(a, b string) bool, reports ...*ledgertest.Builder) *file {
	return buildWith(origins{copied: copied}, reports...)
}

func buildWith(o origins, reports ...*ledgertest.Builder) *file {
	f := utterance.New(shelf.New(nil), self{}, o, nil, nil)
	for i, b := range reports {
		r := b.Report(i + 1)
		f.Add(i, r.Doc, r.Rec)
	}
	put, near, _ := f.Changed()
	return &file{f, shelf.Groups(put), shelf.Groups(near)}
}

// SameOccasion reports whether two statements are one utterance.
func (f *file) SameOccasion(a, b string) bool {
	return slices.ContainsFunc(f.all, func(u readout.Utterance) bool {
		return slices.Contains(u.Statements, a) && slices.Contains(u.Statements, b)
	})
}

func TestOneOccasionInOneReport(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	first := b.Say("p-ruiz", readout.ActState, "told reporters", "the lock is open", ledgertest.On("2026-05-03"))
	added := b.Say("p-ruiz", readout.ActState, "added", "nobody was hurt")
	other := b.Say("p-holm", readout.ActDeny, "denied", "it was open")
	later := b.Say("p-ruiz", readout.ActState, "said", "the boats were moving", ledgertest.On("2026-05-03"))
	undated := b.Say("p-holm", readout.ActState, "said", "the pin broke", ledgertest.On("2026-04-02"))
	f := build(apart, b)
	if !f.SameOccasion(first, added) {
		t.Error("what goes on without a date is another occasion")
	}
	if !f.SameOccasion(first, later) {
		t.Error("the same day after another speaker is another occasion")
	}
	if f.SameOccasion(other, undated) {
		t.Error("a new date is the same occasion")
	}
	if f.SameOccasion(first, other) {
		t.Error("two speakers share an occasion")
	}
}

// A speech is taken up again after one answer to it, not after two, nor when
// what stands there was written or told before.
func TestTakenUpAgainAfterAnAnswer(t *testing.T) {
	for _, tc := range []struct {
		cue      string
		answers  []string
		together bool
	}{
		{"said", []string{"p-holm"}, true},
		{"said", []string{"p-holm", "p-lind"}, false},
		{"had said", []string{"p-holm"}, false},
		{"wrote", []string{"p-holm"}, false},
	} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		first := b.Say("p-ruiz", readout.ActWarn, "warned of", "higher tolls")
		for _, id := range tc.answers {
			b.Say(id, readout.ActState, "said", "tolls were fine")
		}
		second := b.Say("p-ruiz", readout.ActClaim, tc.cue, "the lock could be built in a week")
		if got := build(apart, b).SameOccasion(first, second); got != tc.together {
			t.Errorf("%s after %v: together %v", tc.cue, tc.answers, got)
		}
	}
}

func TestAHeadlineIsOfTheWordsBelowIt(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	headline := b.Headline("p-ruiz", readout.ActState, "says", "lock is open")
	b.Say("p-holm", readout.ActState, "said", "the fog had gone")
	first := b.Say("p-ruiz", readout.ActState, "said", "the lock is open", ledgertest.On("2026-05-03"))
	b.Say("p-holm", readout.ActState, "said", "the pin broke")
	later := b.Say("p-ruiz", readout.ActState, "had said", "the boats were moving", ledgertest.On("2026-04-02"))
	f := build(apart, b)
	if !f.SameOccasion(headline, first) || f.SameOccasion(headline, later) {
		t.Error("the headline is not of the first words below it alone")
	}
}

func TestOneDayInTwoReports(t *testing.T) {
	on := func(channel string) func(*readout.Statement) {
		return func(st *readout.Statement) {
			st.Channel = channel
			ledgertest.On("2026-05-03")(st)
		}
	}
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	a := x.Say("p-ruiz", readout.ActState, "said", "the lock is open", on(""))
	b := y.Say("p-ruiz", readout.ActState, "told reporters", "boats would pass the lock", on("press conference"))
	posted := y.Say("p-ruiz", readout.ActState, "posted", "the lock and the tolls", on("post"))
	other := y.Say("p-holm", readout.ActState, "said", "the lock is open", on(""))
	f := build(apart, x, y)
	if !f.SameOccasion(a, b) {
		t.Error("one day, one speaker and a word in common are two occasions")
	}
	if f.SameOccasion(a, posted) || f.SameOccasion(a, other) {
		t.Error("a post or another's words are the same occasion")
	}
	if got := f.all[0].Why; len(got) != 1 || !strings.Contains(got[0], "one day in several reports") {
		t.Errorf("why %q", got)
	}
}

func TestNearWordsAreACandidate(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	x.Say("p-ruiz", readout.ActState, "said", "the lock was never safe and nobody in the ministry wanted to hear of it")
	y.Say("p-ruiz", readout.ActState, "said", "the lock was never safe and nobody in the ministry cared at all")
	f := build(apart, x, y)
	if got := f.near; len(f.all) != 2 || len(got) != 1 || got[0].Score < 0.5 || got[0].Score >= 0.8 {
		t.Errorf("candidates %+v", got)
	}
}

func TestNestedAndSilent(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	outer := b.Say("p-ruiz", readout.ActState, "said", "Holm had agreed to the toll")
	inner := b.Say("p-ruiz", readout.ActAccept, "had agreed to", "the toll", ledgertest.Inside(outer))
	silent := b.Say("p-holm", readout.ActDecline, "declined to comment", "")
	spoke := b.Say("p-holm", readout.ActState, "said", "the pin broke")
	f := build(apart, b)
	if f.SameOccasion(outer, inner) {
		t.Error("a statement inside another was joined to it")
	}
	if f.SameOccasion(silent, spoke) {
		t.Error("a refusal to comment opened an occasion")
	}
}

func TestSameWordsInTwoReports(t *testing.T) {
	for _, tc := range []struct {
		name       string
		day, other string
		a, b       string
		want       bool
	}{
		{"quoted fragment", "2026-05-04", "2026-05-05", "the toll was “a tax on every sailor” and more", "“a tax on every sailor”", true},
		{"short fragment", "2026-05-04", "2026-05-05", "it was “a tax”", "they had “a tax”", false},
		{"long and nearly equal", "2026-05-04", "2026-05-05", "“We will open the lock on Monday if the water is low enough for barges”",
			"“We will open the lock on Monday if the water is low enough”", true},
		{"one theme, other words", "2026-05-04", "2026-05-05", "the lock would open on Monday for small boats", "small boats could pass the lock from Monday", false},
		{"a slogan months later", "2026-05-04", "2026-08-05", "“a tax on every sailor”", "“a tax on every sailor”", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			x, y := ledgertest.New("Harbour Post", tc.day), ledgertest.New("Tide Wire", tc.other)
			a, b := x.Say("p-ruiz", readout.ActState, "said", tc.a), y.Say("p-ruiz", readout.ActState, "said", tc.b)
			f := build(apart, x, y)
			if got := f.SameOccasion(a, b); got != tc.want {
				t.Errorf("joined: %v", got)
			}
			if got := f.Twin(b) == a; got != tc.want {
				t.Errorf("twin: %q", f.Twin(b))
			}
		})
	}
}

func TestDaysThatCannotBeTheSame(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-06")
	a := x.Say("p-ruiz", readout.ActState, "said", "“a tax on every sailor”", ledgertest.On("2026-05-03"))
	b := y.Say("p-ruiz", readout.ActState, "said", "“a tax on every sailor”", ledgertest.On("2026-05-06"))
	if build(apart, x, y).SameOccasion(a, b) {
		t.Error("the same words on two days are one utterance")
	}
}

func TestOriginTellersWordings(t *testing.T) {
	late, early := ledgertest.New("Tide Wire", "2026-05-06"), ledgertest.New("Harbour Post", "2026-05-04")
	b := late.Say("p-ruiz", readout.ActState, "said", "“A tax on every sailor”", func(st *readout.Statement) {
		st.Chain = []readout.Hop{{Name: "outlet"}, {Party: "p-agency"}, {Party: "p-ruiz"}}
	})
	a := early.Say("p-ruiz", readout.ActState, "said", "it was “a tax on every sailor,” again")
	f := build(apart, late, early)
	all := f.all
	if len(all) != 1 {
		t.Fatalf("%d utterances", len(all))
	}
	u := all[0]
	if u.Origin != a || !slices.Equal(u.Statements, []string{a, b}) {
		t.Errorf("origin %s, statements %q; the earlier is %s", u.Origin, u.Statements, a)
	}
	if want := []string{"Harbour Post", "Tide Wire", "p-agency"}; !slices.Equal(u.Tellers, want) {
		t.Errorf("tellers %q, want %q", u.Tellers, want)
	}
	if len(u.Wordings) != 1 || len(u.Wordings[0].Statements) != 2 {
		t.Errorf("wordings %+v: case and commas make no other", u.Wordings)
	}
	if got := buildWith(origins{apart, map[string]bool{late.ID(): true}}, late, early).all[0].Tellers; !slices.Equal(got, []string{"Harbour Post"}) {
		t.Errorf("with a copy, tellers %q", got)
	}
}

func TestShortWordsInACopy(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	a, b := x.Say("p-ruiz", readout.ActState, "put", "the toll at three"), y.Say("p-ruiz", readout.ActState, "put", "the toll at three")
	if build(apart, x, y).SameOccasion(a, b) {
		t.Error("four unquoted words joined two independent reports")
	}
	if !build(func(_, _ string) bool { return true }, x, y).SameOccasion(a, b) {
		t.Error("the same words in a copy were not joined")
	}
}
