package check

import (
	"strings"
	"testing"
	"unicode/utf8"

	"readout"
	"readout/internal/serve/query"
)

func TestComments(t *testing.T) {
	draft := "One. <!-- readout: ignore quote-unknown: our own  interview -->\n" + // 1
		"\n<!--readout:ignore wrong-date, figure-differs:\nsee the tape: minute 4 -->\n\nTwo.\n" + // 3-4, and 6
		"<!-- readout: ignore quote-unknown -->\n<!-- readout: ignore all: why not -->\n<!-- readouts: ignore -->\n"
	all, wrong := Comments(draft)
	if len(all) != 2 || len(wrong) != 2 {
		t.Fatalf("%+v, %v", all, wrong)
	}
	if c := all[0]; c.First != 1 || c.Last != 1 || c.Why != "our own interview" || len(c.Kinds) != 1 || c.Kinds[0] != QuoteUnknown {
		t.Errorf("%+v", c)
	}
	if c := all[1]; c.First != 3 || c.Last != 6 || c.Why != "see the tape: minute 4" || len(c.Kinds) != 2 || c.Kinds[1] != FigureDiffers {
		t.Errorf("%+v", c)
	}
	for i, says := range []string{"line 7: a comment that silences names a kind", `line 8: "all" is no kind`} {
		if !strings.HasPrefix(wrong[i].Error(), says) {
			t.Errorf("%v, want %s", wrong[i], says)
		}
	}
}

// Comments are no words, and nothing else moves.
func TestMask(t *testing.T) {
	text := "Zoë said so. <!-- readout: ignore wrong-date: Zoë’s 🚢\nsaid --> More. <!-- other -->"
	got := Mask(text)
	if len(got) != len(text) || utf8.RuneCountInString(got) != utf8.RuneCountInString(text) || strings.Count(got, "\n") != 1 ||
		strings.Contains(got, "ignore") || !strings.HasPrefix(got, "Zoë said so.  ") || !strings.HasSuffix(got, " More. <!-- other -->") {
		t.Errorf("%q", got)
	}
}

func TestSilencedBy(t *testing.T) {
	found := func() []Shown {
		f := Finding{ID: "f-1", Kind: QuoteUnknown, Witnesses: []query.Row{{ID: "s-1"}, {ID: "s-2"}}}
		at := Place{Line: 4, Column: 1, In: "file"}
		return []Shown{{Finding: f, Begin: at, End: Place{Line: 5, Column: 3, In: "file"}}}
	}
	reject := readout.Decision{ID: "z-1", Who: "Kim", Why: "tape", What: readout.RejectIt, Target: readout.Target{Type: "finding", ID: "f-1"}, Value: "s-1 s-2 s-3"}
	undo := readout.Decision{ID: "z-2", What: readout.RejectIt, Target: readout.Target{Type: "decision", ID: "z-1"}}
	other, older := reject, reject
	other.Target.ID, older.Value = "f-2", "s-1"
	comment := func(first, last int, kind Kind) []Comment {
		return []Comment{{Kinds: []Kind{kind}, Why: "ours", First: first, Last: last}}
	}
	for name, c := range map[string]struct {
		comments  []Comment
		decisions []readout.Decision
		by        string
	}{
		"nothing":                   {},
		"a comment on it":           {comments: comment(5, 5, QuoteUnknown), by: "draft"},
		"one above":                 {comments: comment(2, 4, QuoteUnknown), by: "draft"},
		"one behind":                {comments: comment(6, 6, QuoteUnknown)},
		"one of another kind":       {comments: comment(4, 4, WrongDate)},
		"a decision":                {decisions: []readout.Decision{reject}, by: "decision"},
		"an undone one":             {decisions: []readout.Decision{reject, undo}},
		"about another":             {decisions: []readout.Decision{other}},
		"before a new witness came": {decisions: []readout.Decision{older}},
	} {
		all := found()
		SilencedBy(all, c.comments, c.decisions)
		by := ""
		if all[0].Silenced != nil {
			by = all[0].Silenced.By
		}
		if by != c.by {
			t.Errorf("%s: silenced by %q, want %q", name, by, c.by)
		}
	}
	unplaced := found()
	unplaced[0].Begin.In = "text"
	if SilencedBy(unplaced, comment(4, 4, QuoteUnknown), nil); unplaced[0].Silenced != nil {
		t.Error("a comment silences what has no line in the file")
	}
}
