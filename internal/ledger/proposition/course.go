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
	case f.bearsOut(r, t, e, s) && !strings.ContainsFunc(between, unicode.IsLetter):
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
// names nobody of whom those, or the report before it, do not speak.
func (f *File) bearsOut(r *report, t, e *entry, s stand) bool {
	if e.st.Mode != readout.Direct || t.st.Mode == readout.Direct || !states(e.st) || s.value == readout.Denies || !leads(t) {
		return false
	}
	strange := match.Minus(e.content.parties, match.Set(append(f.content(t.st.Span.Text).parties, "@"+e.speaker)))
	return len(strange) == 0 || len(match.Minus(strange, f.content(r.doc.Text[:t.st.Span.BEnd]).parties)) == 0
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

// heads is the group of what the report tells first, where entry i is a
// headline that tells it shortly; -1 if there is none.
func (f *File) heads(r *report, i int, s stand) int {
	e := &r.entries[i]
	if !e.headline || e.st.Parent != "" {
		return -1
	}
	seen := 0
	for j := range r.entries {
		t := &r.entries[j]
		if t.headline || t.st.Parent != "" {
			continue
		}
		if t.group >= 0 && t.value == s.value && f.group(t.group).kind == s.kind && tellsMore(e, t) {
			return t.group
		}
		if seen++; seen == opening {
			break
		}
	}
	return -1
}

// opening is how many statements of a report its headline can have in view.
const opening = 3

// tellsMore: of the same speaker or of the same particular act a word in
// common, else two that are no names; and nothing against it.
func tellsMore(headline, t *entry) bool {
	a, b := &headline.content, &t.content
	if a.negated != b.negated || crossed(a.numbers, b.numbers) {
		return false
	}
	if t.speaker == headline.speaker && t.speaker != "" || t.st.Act == headline.st.Act && t.st.Act != readout.ActState {
		return meet(a.stems, b.stems)
	}
	return len(unnamed(match.Common(a.stems, b.stems))) >= 2 && conflict(a, b) == ""
}

// unnamed leaves out the names of parties.
func unnamed(stems []string) []string {
	return slices.DeleteFunc(slices.Clone(stems), func(s string) bool { return strings.HasPrefix(s, "@") })
}

// speaksOf reports whether a statement of the report stands in the group.
func (r *report) speaksOf(group int) bool {
	return slices.ContainsFunc(r.entries, func(e entry) bool { return e.group == group })
}
