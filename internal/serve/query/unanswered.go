package query

import (
	"context"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// unanswered are the statuses of a party that was asked and has not answered.
var unanswered = map[readout.Status]bool{
	readout.Declined: true, readout.Refused: true, readout.NoResponse: true,
}

// besideIt reports that a response stands in one sentence with a statement, or
// directly behind one, or soon behind one that names the party or who decides
// for it.
func (v *view) besideIt(r ResponseRow, s readout.Statement, text string) bool {
	gap := r.Span.BStart - s.Span.BEnd
	if gap > behind || gap < -len(s.Span.Text) {
		return false
	}
	if gap <= 0 || !strings.ContainsAny(text[s.Span.BEnd:r.Span.BStart], ".!?\n") {
		return true
	}
	if gap <= nextSentence && !strings.Contains(text[s.Span.BEnd:r.Span.BStart], "\n") {
		return true
	}
	named := match.Words(s.ContentText())
	principal := v.name(v.parties[r.Party].Principal, "")
	return slices.Contains(named, lastWord(r.PartyName)) || s.Parent == "" && slices.Contains(named, lastWord(principal))
}

func lastWord(name string) string {
	words := match.Words(name)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// nextSentence is how many bytes there are at most between a statement and the
// sentence that follows it.
const nextSentence = 30

// behind is how many bytes of text there may be between a statement and the
// sentence that says that somebody did not comment, where that does not say on
// what.
const behind = 320

// Unanswered lists who is told, in the report that has a statement, to have
// given no answer on it: on its proposition or, where nothing is said of what it
// is on, in the same sentence or soon behind it.
func (e *Engine) Unanswered(ctx context.Context, s readout.Statement, at At) ([]ResponseRow, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	stances, err := v.groups("stance", 0, s.ID)
	if err != nil {
		return nil, err
	}
	keys := []string{s.Doc}
	on := map[string]bool{}
	for _, st := range stances.Stances {
		on[st.Proposition] = true
		keys = append(keys, st.Proposition)
	}
	found, err := v.groups("response", 0, keys...)
	if err != nil {
		return nil, err
	}
	doc, err := v.store.Document(ctx, s.Doc)
	if err != nil {
		return nil, err
	}
	text := doc.Text
	var all []ResponseRow
	for _, r := range found.Responses {
		if !unanswered[r.Status] || r.Party == "" || !v.held(r.Doc, day) {
			continue
		}
		about := ""
		if r.About != nil {
			about = r.About.Proposition
		}
		row := v.response(r, day)
		near := about == "" && r.Doc == s.Doc && v.besideIt(row, s, text)
		if !row.Expired && (on[about] || near) {
			all = append(all, row)
		}
	}
	return all, nil
}
