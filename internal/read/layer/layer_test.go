package layer

import (
	"testing"

	"readout"
	"readout/internal/lang"
)

// words makes an analysis of one sentence with a token for each word.
func words(t *testing.T, list ...string) *readout.Analysis {
	t.Helper()
	a := &readout.Analysis{Doc: &readout.Document{ID: "d-test"}, Blocks: []readout.Block{{Class: readout.Body}}}
	for _, w := range list {
		start := len(a.Doc.Text)
		a.Doc.Text += w + " "
		a.Tokens = append(a.Tokens, readout.Token{Range: readout.Range{Start: start, End: start + len(w)}})
	}
	a.Sentences = []readout.Sentence{{Range: readout.Range{End: len(a.Doc.Text)}, Last: len(a.Tokens)}}
	return a
}

func index(t *testing.T, a *readout.Analysis, statements ...readout.Statement) *Index {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(a, l, statements)
}

// Outside the text there is nothing, and asking does no harm.
func TestOutside(t *testing.T) {
	x := index(t, words(t, "one"))
	for _, i := range []int{-1, 1, 99} {
		_, starts := x.Starting(i)
		_, ends := x.Ending(i)
		if x.Word(i) != "" || x.Time(i) != nil || x.Quoted(i) != -1 || starts || ends || x.Number(i) || x.Noun(i) || !x.Range(i, i+1).Empty() {
			t.Errorf("something stands at token %d", i)
		}
	}
}

func TestList(t *testing.T) {
	a := words(t, "Ruiz", ",", "Holt", "and", "Weiss", "met")
	for n, i := range []int{0, 2, 4} {
		a.Tokens[i].Class = readout.Proper
		a.Parties = append(a.Parties, readout.Party{ID: "p-" + a.Doc.Text[a.Tokens[i].Start:a.Tokens[i].End], Kind: readout.Person})
		a.Mentions = append(a.Mentions, readout.Mention{Range: a.Tokens[i].Range, Party: n})
	}
	x := index(t, a)
	list, end := x.List(0)
	if len(list) != 3 || end != 5 || list[1].Party.ID != "p-Holt" {
		t.Errorf("List gave %d parties up to %d", len(list), end)
	}
	who, first := x.Subject(5)
	if len(who) != 3 || first != 0 {
		t.Errorf("Subject gave %d parties from %d", len(who), first)
	}
}

// The innermost statement around a range is whose word it is.
func TestAround(t *testing.T) {
	a := words(t, "Ruiz", "said", "Holt", "agreed", "to", "pay")
	cut := func(i, j int) readout.Span {
		s, err := a.Doc.Span(readout.Range{Start: a.Tokens[i].Start, End: a.Tokens[j-1].End})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	outer := readout.Statement{ID: "s-1", Speaker: "p-ruiz", Content: []readout.Span{cut(2, 6)}}
	inner := readout.Statement{ID: "s-2", Speaker: "p-holt", Content: []readout.Span{cut(4, 6)}, Parent: "s-1"}
	x := index(t, a, outer, inner)
	for i, want := range map[int]string{1: "", 3: "p-ruiz", 5: "p-holt"} {
		if got := x.Teller(x.Range(i, i+1)); got != want {
			t.Errorf("token %d is told by %q, want %q", i, got, want)
		}
	}
	if p := x.Parent(&x.Statements[1]); p == nil || p.ID != "s-1" {
		t.Errorf("parent is %v", p)
	}
}

func TestPeriod(t *testing.T) {
	for value, want := range map[string]string{"P1W": "P7D", "P2W": "P14D", "P30D": "P30D", "PT3H": "PT3H", "P1M": "P1M", "": ""} {
		if got := Period(value); got != want {
			t.Errorf("Period(%q) = %q, want %q", value, got, want)
		}
	}
}
