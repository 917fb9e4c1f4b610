package proposition

import (
	"slices"
	"strings"
	"unicode"

	"readout"
	"readout/internal/ledger/match"
)

// goesOn places what follows directly on its speaker's own words and has their
// matter and their value: a quotation that bears out what the report tells
// before it ("Holm denied that the cable was cut. 'It was rust,' he said"), or
// the reason of a stand in one sentence with it ("welcomed the plan, saying
// that it was time"). After "but" comes a reservation: it makes support
// conditional, and of a no nothing that is clear.
func (f *File) goesOn(r *report, i int, s stand) bool {
	e := &r.entries[i]
	t := r.previous(i)
	if t == nil || t.group < 0 || t.speaker != e.speaker || e.speaker == "" || e.st.Parent != "" || e.st.Grade == readout.Guessed {
		return false
	}
	between := r.doc.Text[t.st.Span.BEnd:max(t.st.Span.BEnd, e.st.Span.BStart)]
	why := ""
	switch {
	case f.bearsOut(t, e, s) && !strings.ContainsFunc(between, unicode.IsLetter):
		why = "a quotation that bears out the same speaker's words directly before it"
	case givesReason(t, e) && !strings.ContainsAny(between, ".!?\n"):
		why = "the reason of the same speaker's stand in one sentence with it"
	default:
		return false
	}
	value := t.value
	but := slices.Contains(match.Words(between), "but")
	switch {
	case value == readout.Supports && (but || s.value == readout.SupportsIf):
		value = readout.SupportsIf
	case but && value != readout.SupportsIf:
		return false
	}
	f.put(r, e, t.group, member{value: value, bare: true, why: why})
	return true
}

// bearsOut: a quotation that states, after words that are no quotation, and
// names nobody of whom those do not speak.
func (f *File) bearsOut(t, e *entry, s stand) bool {
	if e.st.Mode != readout.Direct || t.st.Mode == readout.Direct || !states(e.st) || s.value == readout.Denies || !leads(t) {
		return false
	}
	known := append(f.content(t.st.Span.Text).parties, "@"+e.speaker)
	return !slices.ContainsFunc(e.content.parties, func(p string) bool { return !slices.Contains(known, p) })
}

// givesReason: a plain statement beside a stand for or against something.
func givesReason(t, e *entry) bool {
	switch t.value {
	case readout.Supports, readout.SupportsIf, readout.Opposes, readout.Denies:
		return e.st.Act == readout.ActState && len(e.content.words) > 0
	}
	return false
}

// states: acts that can go on with any matter.
func states(st *readout.Statement) bool {
	switch st.Act {
	case readout.ActEvaluate, readout.ActQuestion, readout.ActRequest, readout.ActDemand, readout.ActReject, readout.ActPropose:
		return false
	}
	return true
}

// leads: what a quotation can go on with is no question and no mere praise or
// blame.
func leads(t *entry) bool {
	return t.st.Act != readout.ActEvaluate && t.value != readout.Questions && !t.headline ||
		t.st.Act == readout.ActEvaluate && t.value != readout.Affirms
}

// previous is the statement before entry i that stands inside no other.
func (r *report) previous(i int) *entry {
	for j := i - 1; j >= 0; j-- {
		if r.entries[j].st.Parent == "" {
			return &r.entries[j]
		}
	}
	return nil
}

// headed is the group of a headline that tells what entry i, its speaker's
// first statement in the text below, tells more fully; -1 if there is none.
func (f *File) headed(r *report, i int, s stand) int {
	e := &r.entries[i]
	group := -1
	for j := range r.entries[:i] {
		t := &r.entries[j]
		switch {
		case t.speaker != e.speaker || t.st.Parent != "":
		case !t.headline:
			return -1
		case group < 0 && t.group >= 0 && t.value == s.value && tellsMore(&e.content, &t.content):
			group = t.group
		}
	}
	if e.headline || e.speaker == "" || e.st.Parent != "" {
		return -1
	}
	return group
}

// tellsMore: a word in common, and nothing against it.
func tellsMore(c, headline *content) bool {
	return c.negated == headline.negated && !crossed(c.numbers, headline.numbers) && meet(c.stems, headline.stems)
}
