package commitment

import (
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/ledger/match"
)

// spokenOf is the share of a commitment's wording that a statement on its
// outcome must repeat where it calls it a promise.
const spokenOf = 0.6

// recent is how many days after the day it was due a word on "her promise"
// still means that promise.
const recent = 31

// outcome puts what a statement says has become of a commitment into the history
// of the one that it can mean. Two sentences that say different things of one
// leave it as it is.
func (f *File) outcome(doc *readout.Document, st *readout.Statement) {
	found := map[int]readout.CommitmentState{}
	for _, s := range f.sentences(st) {
		n, state := f.promised(doc, st, s)
		if n < 0 {
			n, state = f.deed(doc, st, s)
		}
		if n < 0 {
			n, state = f.refused(doc, st, s)
		}
		if n < 0 {
			continue
		}
		if before, ok := found[n]; ok && before != state {
			state = ""
		}
		found[n] = state
	}
	for n, state := range found {
		if state != "" {
			f.became(n, readout.CommitmentEvent{State: state, On: day(doc, st), By: "statement", Evidence: st.ID})
		}
	}
}

// became adds what a statement says has become of a commitment, once.
func (f *File) became(n int, step readout.CommitmentEvent) {
	g := f.groups.Edit(n)
	if !slices.ContainsFunc(g.History, func(e readout.CommitmentEvent) bool { return e.Evidence == step.Evidence }) {
		g.History = append(g.History, g.sober(step))
		f.changed[n] = true
	}
}

// promised is the commitment that a sentence calls a promise, and what it says
// of it: one whose words it repeats, else the party's that was just due.
func (f *File) promised(doc *readout.Document, st *readout.Statement, s sentence) (int, readout.CommitmentState) {
	state := s.said()
	if state == "" || denies(st) {
		return -1, ""
	}
	subject := f.subject(st, s)
	stems := english().stems(s.words)
	only, several := f.only(st, s, func(g *group) bool {
		all := g.Words.all()
		return len(all) > 0 && (subject == "" || f.binds(g, subject)) && float64(shared(all, stems)) >= spokenOf*float64(len(all)) && mayHave(g, state)
	})
	if several {
		return -1, ""
	}
	if only < 0 && (state == readout.StateKept || state == readout.StateBroken) {
		only = f.justDue(doc, st, s)
	}
	return only, state
}

func denies(st *readout.Statement) bool {
	return st.Act == readout.ActDeny || st.Act == readout.ActReject
}

// mayHave: whom an ultimatum is put to owes nothing, so that it is neither kept
// nor broken.
func mayHave(g *group, state readout.CommitmentState) bool {
	return g.Kind != readout.Ultimatum || state == readout.StateExtended || state == readout.StateWithdrawn
}

// only is the one group of a party that speaks or is named for which a rule
// holds; several is whether there is more than one.
func (f *File) only(st *readout.Statement, s sentence, holds func(*group) bool) (only int, several bool) {
	only = -1
	for _, n := range f.concerned(st, s) {
		g := f.groups.Get(int(n))
		if g == nil || !holds(g) {
			continue
		}
		if only >= 0 {
			return -1, true
		}
		only = int(n)
	}
	return only, false
}

// concerned are the groups of which a bound party speaks or is named.
func (f *File) concerned(st *readout.Statement, s sentence) []int32 {
	parties := []string{f.names.Canonical(st.Speaker)}
	for _, w := range s.words {
		if id, ok := strings.CutPrefix(w, "@"); ok {
			parties = append(parties, id)
		}
	}
	var out []int32
	for _, p := range f.sides(parties) {
		list, _ := f.by.Of(p)
		out = append(out, list...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// justDue is the one commitment of the party that a sentence begins with ("Ruiz
// broke her promise", "we kept our word") whose day came shortly before; -1
// where there is none or more than one.
func (f *File) justDue(doc *readout.Document, st *readout.Statement, s sentence) int {
	on, subject := match.ParseDays(day(doc, st)), f.subject(st, s)
	if subject == "" || !on.Bounded() {
		return -1
	}
	only := -1
	list, _ := f.by.Of(subject)
	for _, n := range list {
		g := f.groups.Get(int(n))
		if g == nil || g.Kind == readout.Ultimatum || !f.binds(g, subject) || !g.due().Bounded() ||
			g.due().To.After(on.To) || on.To.Sub(g.due().To) > recent*24*time.Hour {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = int(n)
	}
	return only
}

// binds reports whether a party is bound, itself or by one that speaks for it.
func (f *File) binds(g *group, party string) bool {
	return slices.ContainsFunc(g.Bound, func(b string) bool { return f.oneSide(b, party) })
}

// subject is the first party in the first words of a sentence, or the speaker
// where it begins in the first person.
func (f *File) subject(st *readout.Statement, s sentence) string {
	for i, w := range s.words {
		if i == 0 && (w == "i" || w == "we") {
			return f.names.Canonical(st.Speaker)
		}
		if id, ok := strings.CutPrefix(w, "@"); ok {
			return id
		}
		if i >= 4 {
			break
		}
	}
	return ""
}

// deed is the commitment of which a sentence says, in other words, that it was
// done in time, was not done by its day, was put off or called off: its party
// acts, its words are there, and the day agrees.
func (f *File) deed(doc *readout.Document, st *readout.Statement, s sentence) (int, readout.CommitmentState) {
	if denies(st) {
		return -1, ""
	}
	state := readout.CommitmentState("")
	on := match.ParseDays(day(doc, st))
	only, _ := f.only(st, s, func(g *group) bool {
		if g.Kind != readout.Promise || !f.acts(g, st, s) || slices.ContainsFunc(g.Members, func(m readout.Commitment) bool { return rests(m, st.ID) }) {
			return false
		}
		became := becameOf(g, s, on)
		if became != "" {
			state = became
		}
		return became != ""
	})
	return only, state
}

func rests(m readout.Commitment, statement string) bool {
	return slices.ContainsFunc(m.Evidence, func(e readout.Evidence) bool { return e.Statement == statement })
}

// acts reports whether it is a bound party that a sentence tells of.
func (f *File) acts(g *group, st *readout.Statement, s sentence) bool {
	if subject := f.subject(st, s); subject != "" {
		return f.binds(g, subject)
	}
	return f.binds(g, f.names.Canonical(st.Speaker))
}

// becameOf is what a deed makes of a commitment. A thing done is a promise kept
// only where it is said by its last day, or to have been done on that day or as
// promised; a thing not done is one broken only where that day is over.
func becameOf(g *group, s sentence, on match.Days) readout.CommitmentState {
	due := g.due()
	dated := due.Bounded() && on.Bounded()
	deed := s.of(g.Words)
	if g.Words.Not && deed != undone {
		return ""
	}
	switch deed {
	case done:
		inTime := dated && !on.To.After(due.To) && !on.To.Before(g.Told.From) || dated && s.onDay(due, on) || s.phrase("as") != ""
		if inTime {
			return readout.StateKept
		}
	case undone:
		over := dated && on.From.After(due.To) && on.To.Sub(due.To) <= recent*24*time.Hour
		switch {
		case g.Words.Not:
			return readout.StateInForce
		case over:
			return readout.StateBroken
		}
	case putOff:
		return readout.StateExtended
	case calledOff:
		return readout.StateWithdrawn
	}
	return ""
}

// onDay reports whether a sentence told within a week names the day of the week
// on which something was due.
func (s sentence) onDay(due, on match.Days) bool {
	return due.Length() == 1 && on.To.Sub(due.To) < 7*24*time.Hour && strings.Contains(s.line, " on "+strings.ToLower(due.To.Weekday().String())+" ")
}

// refused is the commitment that somebody denies to have made ("I agreed to
// nothing"), or the ultimatum that the one it is put to rejects.
func (f *File) refused(doc *readout.Document, st *readout.Statement, s sentence) (int, readout.CommitmentState) {
	x := english()
	speaker := f.names.Canonical(st.Speaker)
	named := func(kind string) bool {
		return slices.ContainsFunc(s.plain, func(w string) bool { return x.has(kind, w) })
	}
	told := match.ParseDays(day(doc, st))
	if st.Act == readout.ActReject && named("final") {
		n, _ := f.only(st, s, func(g *group) bool {
			return g.Kind == readout.Ultimatum && f.oneSide(g.Addressee, speaker) && told.Near(g.Told, recent)
		})
		return n, readout.StateRejected
	}
	own := f.subject(st, s)
	if own != "" && !f.oneSide(own, speaker) || st.Act != readout.ActDeny && !named("not") {
		return -1, ""
	}
	matter, agrees := s.agreed()
	if !agrees {
		return -1, ""
	}
	n, _ := f.only(st, s, func(g *group) bool {
		return g.Kind == readout.Promise && f.binds(g, speaker) && told.Near(g.Told, recent) && g.onlyClaimed() &&
			(len(matter) == 0 || shared(g.Words.all(), matter) > 0)
	})
	return n, readout.StateDisputed
}

// agreed reports whether a sentence has a verb by which one binds oneself ("to
// agree with" does not), and to what.
func (s sentence) agreed() (matter []string, agrees bool) {
	x := english()
	var rest []string
	for i, w := range s.words {
		switch {
		case x.has("agree", w) && (i+1 == len(s.words) || s.words[i+1] != "with"):
			agrees = true
		case !x.has("agree", w) && !x.has("not", w):
			rest = append(rest, w)
		}
	}
	return x.stems(rest), agrees
}

// onlyClaimed: nobody who is bound has spoken.
func (g *group) onlyClaimed() bool {
	return len(g.History) > 0 && !slices.ContainsFunc(g.History, func(e readout.CommitmentEvent) bool { return e.State != readout.StateClaimed })
}
