package check_test

import (
	"testing"

	"readout"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
)

const bridge = "“The bridge was sound when we left it,” Ode Tal said. “Nobody asked us to look at the cables. We would have looked.”\n\n" +
	"The crowd waited. Then a train came.\n\n“Count the cables … and then count them again,” Tal told the court.\n\n" +
	"Karl Brun called the report “a tale [told] for children”."

func bridgePress(t *testing.T) *press {
	p := newPress(t)
	p.report("The Span", bridge,
		line{who: "p-tal", cue: "said", content: "“The bridge was sound when we left it,” ... “Nobody asked us to look at the cables. We would have looked.”"},
		line{who: "p-tal", cue: "told", content: "“Count the cables … and then count them again,”"},
		line{who: "p-brun", cue: "called", content: "the report “a tale [told] for children”", mode: readout.Mixed},
	)
	return p
}

// What is no alteration: case, marks, a shorter quotation, a marked cut, words in
// brackets, and what a cue has split given in one.
func TestQuotationAsItStands(t *testing.T) {
	for _, q := range []string{
		`"The bridge was sound when we left it,"`, `"the bridge was sound",`, `‘The bridge was sound … when we left it’`,
		`"The bridge [...] was sound when we left it"`, `"The bridge was sound when [the crew] left it"`,
		`"The bridge was sound when we left it. Nobody asked us to look at the cables."`, `"[T]he bridge was sound when we left it"`,
		`"Count the cables"`, `"The bridge was sound ... We would have looked"`,
	} {
		bridgePress(t).wants("", q+" Ode Tal said.", line{who: "p-tal", cue: "said", content: q})
	}
	bridgePress(t).wants("", `Brun called it "a tale [told] for children".`,
		line{who: "p-brun", cue: "called", content: `it "a tale [told] for children"`, mode: readout.Mixed})
}

func TestQuotation(t *testing.T) {
	for _, tt := range []struct {
		kind check.Kind
		text string
	}{
		{check.QuoteAltered, `"The bridge was safe when we left it,"`},
		{check.QuoteAltered, `"The bridge was not sound when we left it,"`},
		{check.QuoteAltered, `"Nobody asked us to look at cables,"`},
		{check.QuoteAltered, `"The bridge was [very] safe when we left it,"`},
		{check.QuoteMerged, `"Nobody asked us to look at the cables. Count the cables,"`},
		{check.QuoteMerged, `"The bridge was sound when we left it. We would have looked,"`},
		{check.QuoteMerged, `"Count the cables and then count them again,"`}, // the cut was marked
		{check.QuoteUnknown, `"I have a boat in the harbour of Lisk,"`},
	} {
		bridgePress(t).wants(tt.kind, tt.text+" Ode Tal said.", line{who: "p-tal", cue: "said", content: tt.text})
	}
}

func TestAlteredShowsTheWords(t *testing.T) {
	q := `"The bridge was safe when we left it,"`
	f := bridgePress(t).wants(check.QuoteAltered, "Yes.\n"+q+" Ode Tal said.", line{who: "p-tal", cue: "said", content: q})
	if len(f.Edits) != 3 || f.Edits[1] != (query.Edit{Op: query.Altered, Asked: "safe", Text: "sound"}) {
		t.Errorf("edits %+v", f.Edits)
	}
	if f.Line != 2 || f.Column != 2 || f.Level != check.Error || len(f.Witnesses) != 1 || f.Witnesses[0].Outlet != "The Span" {
		t.Errorf("%+v", f)
	}
}

// A guess of the reader makes it a question.
func TestAlteredByGuess(t *testing.T) {
	q := `"The bridge was safe when we left it,"`
	f := bridgePress(t).wants(check.QuoteAltered, q+" Ode Tal said.", line{who: "p-tal", cue: "said", content: q, grade: readout.Guessed})
	if f.Level != check.Question {
		t.Errorf("level %s", f.Level)
	}
}

// Words that a report has and that were not read as a quotation are there.
func TestQuotationThatWasNotRead(t *testing.T) {
	p := newPress(t)
	p.report("The Span", "Ode Tal said the town was calm. On the wall stood “no more calm for us”.",
		line{who: "p-tal", cue: "said", content: "the town was calm", mode: readout.Indirect})
	p.wants("", `The wall says "no more calm for us".`, line{who: "p-brun", cue: "says", content: `"no more calm for us"`})
}

func TestNameInQuotationMarks(t *testing.T) {
	newPress(t).wants("", `He wrote "A Song of the Cables".`,
		line{who: "p-brun", cue: "wrote", content: `He wrote "A Song of the Cables"`, mode: readout.Mixed})
}

func TestVariant(t *testing.T) {
	p := newPress(t)
	p.report("The Span", "“We never touched the old cables,” Tal said.",
		line{who: "p-tal", cue: "said", content: "“We never touched the old cables,”", utterance: "u-1"})
	p.report("The Pier", "“We have never touched the old cables,” Tal said.",
		line{who: "p-tal", cue: "said", content: "“We have never touched the old cables,”", utterance: "u-1"})
	p.report("The Quay", "“Never touched the old cables,” Tal said.",
		line{who: "p-tal", cue: "said", content: "“Never touched the old cables,”", utterance: "u-1"})
	q := `"We never touched the old cables,"`
	f := p.wants(check.QuoteVariant, q+" Ode Tal said.", line{who: "p-tal", cue: "said", content: q})
	if f.Level != check.Hint || len(f.Witnesses) != 2 || f.Witnesses[0].Outlet != "The Span" || f.Witnesses[1].Outlet != "The Pier" {
		t.Errorf("%+v", f)
	}
	short := `"never touched the old cables,"` // as they all have it
	p.wants("", short+" Ode Tal said.", line{who: "p-tal", cue: "said", content: short})
}
