package proposition_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
	"readout/internal/ledger/match"
	"readout/internal/ledger/proposition"
	"readout/internal/ledger/shelf"
)

// names is a small fake of the party file: surnames and states of the tests.
type names map[string]string

func (n names) Canonical(id string) string { return id }

func (n names) Relays(teller, _ string) bool { return teller == "p-wire" }

func (n names) Fold(text string) []string {
	var out []string
	for _, w := range match.Fields(text) {
		if id, ok := n[w]; ok {
			out = append(out, "@"+id)
		} else {
			out = append(out, strings.ToLower(w))
		}
	}
	return out
}

var cast = names{
	"Velmar": "p-velmar", "Velmaran": "p-velmar", "Ostra": "p-ostra", "Ostran": "p-ostra", "Ruiz": "p-ruiz", "Holm": "p-holm", "Lind": "p-lind",
}

func none(string) string { return "" }

func build(reports ...*ledgertest.Builder) *proposition.File {
	f := proposition.New(shelf.New(nil), cast, nil, none)
	for i, b := range reports {
		r := b.Report(i + 1)
		f.Add(r.Doc, r.Rec)
	}
	return f
}

// all is everything that a file has shown.
func all(f *proposition.File) ([]readout.Proposition, []readout.Stance, []readout.Candidate) {
	if _, ok := shown[f]; !ok {
		props, near := f.Changed()
		shown[f] = ledger{shelf.Groups(props), shelf.Groups(f.ChangedStances()), shelf.Groups(near)}
	}
	return shown[f].props, shown[f].stances, shown[f].near
}

type ledger struct {
	props   []readout.Proposition
	stances []readout.Stance
	near    []readout.Candidate
}

var shown = map[*proposition.File]ledger{}

// stancesOf gives "proposition text: value" for each stance of a statement.
func stancesOf(f *proposition.File, statement string) []string {
	props, stances, _ := all(f)
	var out []string
	for _, s := range stances {
		if s.Statement == statement {
			i := slices.IndexFunc(props, func(p readout.Proposition) bool { return p.ID == s.Proposition })
			value := string(s.Value)
			if s.Value == readout.SecondHand {
				value = fmt.Sprintf("%s of %s: %s", s.Value, s.Party, s.ReportedValue)
			}
			out = append(out, props[i].Text+" "+value)
		}
	}
	return out
}

func joined(f *proposition.File, a, b string) bool {
	_, stances, _ := all(f)
	of := map[string]string{}
	for _, s := range stances {
		of[s.Statement] = s.Proposition
	}
	return of[a] != "" && of[a] == of[b]
}

func TestJoinAcrossReports(t *testing.T) {
	for _, tc := range []struct {
		name, a, b string
		act        readout.Act // of the second
		cue        string
		want       string // value of the second towards the first; empty: apart
	}{
		{"same words, other order of clauses", "Velmar closed the northern lock to Ostran barges on Friday",
			"on Friday Velmar closed the northern lock to barges", readout.ActConfirm, "confirmed", "affirms"},
		{"a denial", "the crew of the tug had cut the mooring cable", "the crew of the tug had cut the mooring cable", readout.ActDeny, "denied", "denies"},
		{"a denial by its words", "the crew of the tug cut the mooring cable", "the crew of the tug did not cut the mooring cable",
			readout.ActState, "said", "denies"},
		{"other number", "the collision killed 12 sailors of the tug", "the collision killed 15 sailors of the tug", readout.ActState, "said", ""},
		{"number in words", "the collision killed 12 sailors of the tug", "the collision killed twelve sailors of the tug", readout.ActState, "said", "affirms"},
		{"who did it turned round", "Velmar fired on the patrol of Ostra near the lighthouse", "Ostra fired on the patrol of Velmar near the lighthouse",
			readout.ActState, "said", ""},
		{"another actor", "Velmar fired on a patrol boat near the lighthouse", "Ostra fired on a patrol boat near the lighthouse", readout.ActState, "said", ""},
		{"refused is not did", "the ferry company reopened the northern route to barges", "the ferry company refused to reopen the northern route to barges",
			readout.ActState, "said", ""},
		{"agreed is not did", "the ferry company reopened the northern route", "the ferry company agreed to reopen the northern route", readout.ActState, "said", ""},
		{"will is not did", "the northern lock opened to barges", "the northern lock will open to barges", readout.ActState, "said", ""},
		{"one theme", "the northern lock is closed to barges", "barges carry half of the trade of the north", readout.ActState, "said", ""},
		{"a negation in a side clause", "the port will open on Monday with new pilots", "the port will open on Monday with new pilots if it does not rain",
			readout.ActState, "said", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
			x.Say("p-lind", readout.ActState, "said", "the weather on the lakes has been mild this spring")
			a := x.Say("p-ruiz", readout.ActState, "said", tc.a)
			b := y.Say("p-holm", tc.act, tc.cue, tc.b)
			f := build(x, y)
			if got := joined(f, a, b); got != (tc.want != "") {
				t.Fatalf("joined: %v", got)
			}
			if got := stancesOf(f, b); tc.want != "" && (len(got) != 1 || !strings.HasSuffix(got[0], " "+tc.want)) {
				t.Errorf("stances %q, want %s", got, tc.want)
			}
		})
	}
}

func TestAnOldMatterIsAnother(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-01-04"), ledgertest.New("Tide Wire", "2026-05-05")
	a := x.Say("p-ruiz", readout.ActEvaluate, "called", "the talks in the old mill constructive")
	b := y.Say("p-ruiz", readout.ActEvaluate, "called", "the talks in the old mill constructive")
	if joined(build(x, y), a, b) {
		t.Error("two talks four months apart are one matter")
	}
}

func TestDenialsWithoutAMatterOfTheirOwn(t *testing.T) {
	for _, tc := range []struct {
		cue, content string
		act          readout.Act
		want         string
	}{
		{"dismissed", "the claim", readout.ActDeny, "denies"},
		{"denied", "it", readout.ActDeny, "denies"},
		{"dismissed", "the Ruiz claim", readout.ActDeny, "denies"},
		{"confirmed", "that account", readout.ActConfirm, "affirms"},
		{"said", "it was pure invention", readout.ActState, "denies"},
		{"doubted", "the report", readout.ActQuestion, "questions"},
	} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		claim := b.Say("p-ruiz", readout.ActClaim, "claimed", "the crew of the tug cut the mooring cable")
		answer := b.Say("p-holm", tc.act, tc.cue, tc.content)
		f := build(b)
		if !joined(f, claim, answer) {
			t.Errorf("%s %s: not joined", tc.cue, tc.content)
		}
		if got := stancesOf(f, answer); len(got) != 1 || got[0] != "The crew of the tug cut the mooring cable. "+tc.want {
			t.Errorf("%s %s: %q", tc.cue, tc.content, got)
		}
	}
}

// A question asserts nothing, whatever words it holds.
func TestAQuestionDeniesNothing(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	b.Say("p-ruiz", readout.ActClaim, "claimed", "the crew of the tug cut the mooring cable")
	asked := b.Say("p-holm", readout.ActQuestion, "asked", "So somebody is lying?")
	for _, got := range stancesOf(build(b), asked) {
		if strings.HasSuffix(got, "denies") {
			t.Errorf("got %q", got)
		}
	}
}

func TestTheNamedPartysClaimIsMeant(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	claim := b.Say("p-ruiz", readout.ActClaim, "claimed", "the crew of the tug cut the mooring cable")
	b.Say("p-ruiz", readout.ActEvaluate, "called", "the collision a crime without equal")
	other := b.Say("p-lind", readout.ActState, "said", "the fog had lifted before noon")
	answer := b.Say("p-holm", readout.ActDeny, "dismissed", "the Ruiz claim")
	f := build(b)
	if !joined(f, claim, answer) || joined(f, other, answer) {
		t.Errorf("got %q", stancesOf(f, answer))
	}
}

// What is denied is plain also where it is a guess who said it.
func TestAGuessIsAnswered(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	guess := b.Say("p-ruiz", readout.ActState, "said", "the crew of the tug cut the mooring cable",
		func(st *readout.Statement) { st.Grade = readout.Guessed })
	answer := b.Say("p-holm", readout.ActDeny, "denied", "it")
	f := build(b)
	if !joined(f, guess, answer) || stanceOf(t, f, answer).Value != readout.Denies {
		t.Errorf("got %q", stancesOf(f, answer))
	}
}

func TestNothingToPointAt(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	b.Say("p-holm", readout.ActState, "said", "the crew of the tug cut the mooring cable")
	answer := b.Say("p-holm", readout.ActDeny, "denied", "it")
	if got := stancesOf(build(b), answer); len(got) != 0 {
		t.Errorf("a denial of one's own words: %q", got)
	}
}

func TestRejectingWordsIsNotRejectingTheMatter(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	a := b.Say("p-ruiz", readout.ActAccept, "accepted", "a pause of the tolls in principle")
	c := b.Say("p-holm", readout.ActReject, "rejected", "the words")
	if joined(build(b), a, c) {
		t.Error("the words were taken for the matter")
	}
}

func TestProposals(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	made := b.Say("p-ruiz", readout.ActPropose, "proposed", "a pause of all tolls on the northern lock for 30 days")
	var got []string
	for _, answer := range []struct {
		act readout.Act
		cue string
	}{{readout.ActReject, "rejected"}, {readout.ActAcceptIf, "accepted"}} {
		other := ledgertest.New("Tide Wire"+answer.cue, "2026-05-05")
		id := other.Say("p-holm", answer.act, answer.cue, "the 30-day pause of tolls on the northern lock")
		f := build(b, other)
		if !joined(f, made, id) {
			t.Fatalf("%s: not joined", answer.cue)
		}
		got = append(got, stancesOf(f, id)...)
	}
	for i, want := range []string{"opposes", "supports-with-conditions"} {
		if !strings.HasSuffix(got[i], " "+want) {
			t.Errorf("stance %q, want %s", got[i], want)
		}
	}
}

func TestSecondHand(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	told := b.Say("p-ruiz", readout.ActState, "said", "Holm had agreed to pause the tolls for a week")
	f := build(b)
	want := []string{
		"Holm had agreed to pause the tolls for a week. second-hand of p-holm: affirms",
		"Holm had agreed to pause the tolls for a week. affirms",
	}
	if got := stancesOf(f, told); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestTheNestedSpeakerIsToldOf(t *testing.T) {
	for _, tc := range []struct {
		act  readout.Act
		want readout.StanceValue
	}{{readout.ActState, readout.SecondHand}, {readout.ActDecline, readout.Affirms}} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		outer := b.Say("p-ruiz", tc.act, "spoke of", "")
		inner := b.Say("p-holm", readout.ActState, "said", "the tolls were paused for a week", ledgertest.Inside(outer))
		_, stances, _ := all(build(b))
		if len(stances) != 1 || stances[0].Statement != inner || stances[0].Party != "p-holm" || stances[0].Value != tc.want {
			t.Errorf("inside %s: %+v", tc.act, stances)
		}
	}
}

func TestNoStanceInTheNegative(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	id := b.Say("p-ruiz", readout.ActState, "did not say", "the tolls were paused for a week", func(st *readout.Statement) { st.Negated = true })
	if got := stancesOf(build(b), id); len(got) != 0 {
		t.Errorf("got %q", got)
	}
}

func TestTextNeverComesFromTheOtherSide(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	x.Say("p-ruiz", readout.ActState, "said", "“the crew of the tug cut the mooring cable”")
	y.Say("p-holm", readout.ActState, "said", "the crew of the tug did not cut the mooring cable")
	props, _, _ := all(build(x, y))
	if len(props) != 1 || props[0].Text != "The crew of the tug cut the mooring cable." {
		t.Errorf("got %+v", props)
	}
}

func TestNearIsLinkedNotJoined(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	a := x.Say("p-ruiz", readout.ActState, "said", "the collision killed 12 sailors of the tug")
	b := y.Say("p-holm", readout.ActState, "said", "the collision killed 15 sailors of the tug")
	f := build(x, y)
	props, _, _ := all(f)
	if joined(f, a, b) || len(props) != 2 || len(props[1].Links) != 1 || props[1].Links[0].To != props[0].ID {
		t.Errorf("got %+v", props)
	}
}

// A refusal to speak right behind a claim is about it; one in another
// paragraph, or an absence, may be about anything.
func TestARefusalRightBehindAClaim(t *testing.T) {
	for _, tc := range []struct {
		status readout.Status
		prose  string
		linked bool
	}{
		{readout.Declined, "The port declined to comment.", true},
		{readout.NoResponse, "The port could not be reached.", false},
	} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		b.Say("p-ruiz", readout.ActClaim, "claimed", "the crew of the tug cut the mooring cable")
		b.Response("p-holm", tc.status, b.Prose(tc.prose), "")
		r := b.Report(1)
		got := shelf.Groups(build(b).ChangedResponses())
		if linked := got[0].About != nil && got[0].About.Proposition != ""; linked != tc.linked {
			t.Errorf("%s: linked %v, want %v (between: %q)", tc.prose, linked, tc.linked, r.Doc.Text)
		}
	}
}

func TestResponsesFindTheirMatter(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	b.Say("p-ruiz", readout.ActClaim, "claimed", "the crew of the tug cut the mooring cable")
	b.Say("p-lind", readout.ActState, "said", "the tolls were paused for a week")
	byWords := b.Response("p-holm", readout.NotConfirmed, b.Prose("Holm has not confirmed that the cable was cut."), "the mooring cable was cut")
	byNoun := b.Response("p-holm", readout.Declined, b.Prose("Holm would not comment on the report."), "the report")
	byName := b.Response("p-holm", readout.NoResponse, b.Prose("To the Ruiz claim there was no reply from Holm."), "")
	unknown := b.Response("p-holm", readout.NoResponse, b.Prose("Holm could not be reached."), "")
	r := b.Report(1)
	f := build(b)
	props, _, _ := all(f)
	got := map[string]string{}
	for _, res := range shelf.Groups(f.ChangedResponses()) {
		if res.About != nil && res.About.Proposition != "" {
			i := slices.IndexFunc(props, func(p readout.Proposition) bool { return p.ID == res.About.Proposition })
			got[res.ID] = props[i].Text
		}
	}
	want := map[string]string{
		byWords: "The crew of the tug cut the mooring cable.", byNoun: "The tolls were paused for a week.",
		byName: "The crew of the tug cut the mooring cable.", unknown: "",
	}
	for id, text := range want {
		if got[id] != text {
			t.Errorf("response %d is about %q, want %q", slices.IndexFunc(r.Rec.Responses, func(x readout.Response) bool { return x.ID == id }), got[id], text)
		}
	}
}

// stanceOf is the only stance of a statement, without its matter's words.
func stanceOf(t *testing.T, f *proposition.File, statement string) readout.Stance {
	t.Helper()
	_, stances, _ := all(f)
	stances = slices.DeleteFunc(slices.Clone(stances), func(s readout.Stance) bool { return s.Statement != statement })
	if len(stances) != 1 {
		t.Fatalf("%d stances", len(stances))
	}
	return stances[0]
}

func TestAQuotationBearsOutTheWordsBeforeIt(t *testing.T) {
	for _, tc := range []struct {
		name, speaker, quote string
		act                  readout.Act
		together             bool
	}{
		{"plain", "p-holm", "“It was rust and nothing else,”", readout.ActState, true},
		{"another speaker", "p-lind", "“It was rust and nothing else,”", readout.ActState, false},
		{"names somebody known", "p-holm", "“Velmar has had rust in its cables for years,”", readout.ActState, true},
		{"names somebody new", "p-holm", "“Ostra has been short of steel for years,”", readout.ActState, false},
		{"asks for something", "p-holm", "“Open the lock for the barges now,”", readout.ActRequest, false},
	} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		b.Prose("The ferries of Velmar stood still.")
		denied := b.Say("p-holm", readout.ActDeny, "denied", "that the cable had been cut by night")
		quote := b.Say(tc.speaker, tc.act, "said", tc.quote)
		f := build(b)
		if got := joined(f, denied, quote); got != tc.together {
			t.Errorf("%s: together %v", tc.name, got)
		}
		if s := stanceOf(t, f, quote); tc.together && (s.Value != readout.Denies || !strings.Contains(s.Why, "bears out")) {
			t.Errorf("%s: %+v", tc.name, s)
		}
	}
}

// A copy of such a quotation has the same side as the quotation.
func TestACopiedQuotationKeepsItsSide(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	x.Say("p-holm", readout.ActDeny, "denied", "that the cable had been cut by night")
	quote := x.Say("p-holm", readout.ActState, "said", "“It was rust and nothing else,”")
	again := y.Say("p-holm", readout.ActState, "said", "“It was rust and nothing else,”")
	f := proposition.New(shelf.New(nil), cast, nil, func(id string) string { return map[string]string{again: quote}[id] })
	for i, b := range []*ledgertest.Builder{x, y} {
		r := b.Report(i + 1)
		f.Add(r.Doc, r.Rec)
	}
	if got := stanceOf(t, f, again); got.Value != readout.Denies {
		t.Errorf("got %+v", got)
	}
}

func TestTheReasonOfAStand(t *testing.T) {
	for _, tc := range []struct {
		act       readout.Act
		cue, link string
		want      readout.StanceValue // of what follows; "": apart
	}{
		{readout.ActReject, "rejected", ", ", readout.Opposes},
		{readout.ActAccept, "accepted", ", ", readout.Supports},
		{readout.ActAccept, "accepted", " but ", readout.SupportsIf},
		{readout.ActReject, "rejected", " but ", ""},
		{readout.ActReject, "rejected", ". ", ""},
	} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		stand := b.Say("p-ruiz", tc.act, tc.cue, "the toll plan of the harbour board")
		b.Then(tc.link)
		next := b.Say("p-ruiz", readout.ActState, "said", "the boats paid enough already")
		f := build(b)
		if got := joined(f, stand, next); got != (tc.want != "") {
			t.Errorf("%s%sthe next: joined %v", tc.cue, tc.link, got)
		} else if got && stanceOf(t, f, next).Value != tc.want {
			t.Errorf("%s%sthe next: %s, want %s", tc.cue, tc.link, stanceOf(t, f, next).Value, tc.want)
		}
	}
}

func TestAHeadlineHasTheMatterOfTheWordsBelowIt(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	headline := b.Headline("p-ruiz", readout.ActState, "says", "crew cut cable")
	other := b.Say("p-lind", readout.ActState, "said", "the fog had lifted before noon")
	lead := b.Say("p-ruiz", readout.ActState, "said", "a seaman of the tug severed the mooring cable with an axe on Friday night")
	later := b.Say("p-ruiz", readout.ActState, "said", "the cable was made in Velmar")
	f := build(b)
	if !joined(f, headline, lead) || joined(f, headline, other) || joined(f, headline, later) {
		t.Error("the headline is not of its speaker's first words alone")
	}
	if got := stancesOf(f, headline); got[0] != "A seaman of the tug severed the mooring cable with an axe on Friday night. affirms" {
		t.Errorf("got %q", got)
	}
}

func TestAnswersWithMoreThanANoun(t *testing.T) {
	for _, tc := range []struct {
		cue, content string
		act          readout.Act
	}{
		{"dismissed", "the charge as “a smear”", readout.ActDeny},
		{"branded", "the claim “fantasy from start to finish”", readout.ActDeny},
		{"said", "it did no such thing", readout.ActDeny},
		{"said", "that was not true", readout.ActState},
	} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		claim := b.Say("p-ruiz", readout.ActClaim, "claimed", "the crew of the tug cut the mooring cable")
		answer := b.Say("p-holm", tc.act, tc.cue, tc.content)
		f := build(b)
		if !joined(f, claim, answer) || stanceOf(t, f, answer).Value != readout.Denies {
			t.Errorf("%s %s: %q", tc.cue, tc.content, stancesOf(f, answer))
		}
	}
}

// What says no to a no is not clear.
func TestNoToANo(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	claim := b.Say("p-ruiz", readout.ActState, "said", "the crew of the tug did not cut the mooring cable")
	answer := b.Say("p-holm", readout.ActState, "said", "that was not so")
	if joined(build(b), claim, answer) {
		t.Error("a denial of a negative was joined")
	}
}

func TestSides(t *testing.T) {
	for _, tc := range []struct {
		act          readout.Act
		cue, content string
		want         readout.StanceValue // "": none
	}{
		{readout.ActEvaluate, "condemned", "the new toll on the northern lock", readout.Opposes},
		{readout.ActEvaluate, "condemned", "the new toll on the northern lock as theft", readout.Affirms},
		{readout.ActState, "said", "the harbour board must open the northern lock", readout.Requests},
		{readout.ActState, "said", "the harbour board should have opened the northern lock", readout.Affirms},
		{readout.ActConfirm, "was unable to confirm", "the northern lock had been opened", ""},
	} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		id := b.Say("p-ruiz", tc.act, tc.cue, tc.content)
		f := build(b)
		if tc.want == "" {
			if got := stancesOf(f, id); len(got) > 0 {
				t.Errorf("%s %s: %q", tc.cue, tc.content, got)
			}
		} else if got := stanceOf(t, f, id).Value; got != tc.want {
			t.Errorf("%s %s: %s, want %s", tc.cue, tc.content, got, tc.want)
		}
	}
}

// An agency passes on; what anybody else tells of another is second-hand.
func TestARelayedStandIsTheSpeakersOwn(t *testing.T) {
	for teller, want := range map[string]readout.StanceValue{"p-wire": readout.Affirms, "p-ruiz": readout.SecondHand} {
		b := ledgertest.New("Harbour Post", "2026-05-04")
		outer := b.Say(teller, readout.ActState, "told of", "")
		inner := b.Say("p-holm", readout.ActState, "said", "the tolls were paused for a week", ledgertest.Inside(outer))
		if got := stanceOf(t, build(b), inner).Value; got != want {
			t.Errorf("told by %s: %s, want %s", teller, got, want)
		}
	}
}

func TestAProposalKnownByItsName(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	a := x.Say("p-ruiz", readout.ActEvaluate, "welcomed", "an Ostran toll proposal to end the long quarrel over the old lock")
	b := y.Say("p-holm", readout.ActReject, "dismissed", "Ostra's 30-day toll proposal")
	c := y.Say("p-lind", readout.ActReject, "dismissed", "Velmar's 30-day ferry proposal")
	f := build(x, y)
	if !joined(f, a, b) || joined(f, a, c) || joined(f, b, c) {
		t.Error("one proposal is two, or two are one")
	}
	if a, b := stanceOf(t, f, a).Value, stanceOf(t, f, b).Value; a != readout.Supports || b != readout.Opposes {
		t.Errorf("stances %s and %s", a, b)
	}
}

// One speaker comes back to his matter in fewer of the same words than two
// would need.
func TestASpeakerComesBack(t *testing.T) {
	for speaker, want := range map[string]bool{"p-ruiz": true, "p-holm": false} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
		for _, other := range []string{"fog lay on the lake", "schools stay shut", "bread costs more", "rain is near", "trains run late", "snow fell"} {
			x.Say("p-lind", readout.ActState, "said", other)
		}
		a := x.Say("p-ruiz", readout.ActState, "said", "a second tug was bought in March for the harbour pilots")
		b := y.Say(speaker, readout.ActState, "said", "frightened crews used a second tug, bought too late")
		if got := joined(build(x, y), a, b); got != want {
			t.Errorf("%s: joined %v", speaker, got)
		}
	}
}

func TestNearJoinsAreCandidates(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	x.Say("p-ruiz", readout.ActState, "said", "the collision killed 12 sailors of the tug")
	y.Say("p-holm", readout.ActState, "said", "the collision killed 15 sailors of the tug")
	f := build(x, y)
	props, _, _ := all(f)
	_, _, got := all(f)
	if len(got) != 1 || got[0].A != props[0].ID || got[0].B != props[1].ID || got[0].Score <= 0 || !strings.Contains(got[0].Why, "a number") {
		t.Errorf("candidates %+v", got)
	}
}
