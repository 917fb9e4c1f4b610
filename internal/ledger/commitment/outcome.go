package commitment

import (
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/ledger/match"
)

// spokenOf is the share of a commitment's wording that a statement on its
// outcome must repeat.
const spokenOf = 0.6

// pledges are the nouns that name a commitment, and phrases what is said to
// have become of one. A statement must have both, in the past and without a
// negation or condition.
var pledges = []string{"promise", "pledge", "word", "commitment", "undertaking", "deadline", "ultimatum", "vow"}

var phrases = []struct {
	words string
	state readout.CommitmentState
}{
	{"making good on", readout.StateKept}, {"made good on", readout.StateKept},
	{"kept", readout.StateKept}, {"honoured", readout.StateKept}, {"honored", readout.StateKept}, {"fulfilled", readout.StateKept},
	{"broke", readout.StateBroken}, {"broken", readout.StateBroken}, {"breached", readout.StateBroken}, {"violated", readout.StateBroken},
	{"extended", readout.StateExtended}, {"postponed", readout.StateExtended},
	{"withdrew", readout.StateWithdrawn}, {"withdrawn", readout.StateWithdrawn},
}

var unsure = []string{
	"not", "no", "never", "if", "unless", "whether", "would", "will", "may", "might", "could", "should", "must", "until", "cannot",
}

// outcome puts a statement that names a pledge and its outcome into the
// history of the one commitment that it can mean.
func (f *File) outcome(doc *readout.Document, st *readout.Statement) {
	state := said(st)
	if state == "" {
		return
	}
	folded := f.names.Fold(st.Span.Text)
	tokens := match.Stems(folded)
	only := -1
	for _, n := range f.concerned(st, folded) {
		g := f.groups.Get(int(n))
		if g == nil || match.Containment(g.Words.all(), tokens, match.Flat) < spokenOf {
			continue
		}
		if only >= 0 {
			return // it could mean either
		}
		only = int(n)
	}
	if only < 0 && (state == readout.StateKept || state == readout.StateBroken) {
		only = f.justDue(doc, st)
	}
	if only >= 0 {
		f.became(only, readout.CommitmentEvent{State: state, On: day(doc, st), By: "statement", Evidence: st.ID})
	}
}

// became adds what a statement says has become of a commitment, once.
func (f *File) became(n int, step readout.CommitmentEvent) {
	g := f.groups.Edit(n)
	if !slices.ContainsFunc(g.History, func(e readout.CommitmentEvent) bool { return e.Evidence == step.Evidence }) {
		g.History = append(g.History, step)
		f.changed[n] = true
	}
}

// recent is how many days after the day it was due a word on "her promise"
// still means that promise.
const recent = 31

// justDue is the one commitment of the party that a statement's content begins
// with ("Ruiz broke her promise", "we kept our word") whose day came shortly
// before; -1 where there is none or more than one.
func (f *File) justDue(doc *readout.Document, st *readout.Statement) int {
	on := match.ParseDays(day(doc, st))
	if len(st.Content) == 0 || !on.Bounded() {
		return -1
	}
	subject := f.subject(st)
	if subject == "" {
		return -1
	}
	only := -1
	list, _ := f.by.Of(subject)
	for _, n := range list {
		g := f.groups.Get(int(n))
		if g == nil || g.Kind == readout.Ultimatum || !g.due().Bounded() || g.due().To.After(on.To) || on.To.Sub(g.due().To) > recent*24*time.Hour {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = int(n)
	}
	return only
}

// subject is the first party in the first words of a statement's content, or
// the speaker where it begins in the first person.
func (f *File) subject(st *readout.Statement) string {
	words := f.names.Fold(st.Content[0].Text)
	for i, w := range words {
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

func said(st *readout.Statement) readout.CommitmentState {
	switch st.Act {
	case readout.ActDeny, readout.ActQuestion, readout.ActPredict, readout.ActConsider, readout.ActDecline, readout.ActDemand, readout.ActRequest:
		return ""
	}
	var text strings.Builder
	for _, c := range st.Content {
		text.WriteString(c.Text + " ")
	}
	words := match.Words(text.String())
	if st.Negated || st.Grade == readout.Guessed || slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains(unsure, w) || strings.HasSuffix(w, "n't")
	}) || !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(pledges, strings.TrimSuffix(w, "s")) }) {
		return ""
	}
	line := " " + strings.Join(words, " ") + " "
	var found readout.CommitmentState
	for _, p := range phrases {
		if !strings.Contains(line, " "+p.words+" ") {
			continue
		}
		if found != "" && found != p.state {
			return ""
		}
		found = p.state
	}
	return found
}

// concerned are the groups of which a bound party speaks or is named.
func (f *File) concerned(st *readout.Statement, folded []string) []int32 {
	parties := []string{f.names.Canonical(st.Speaker)}
	for _, w := range folded {
		if id, ok := strings.CutPrefix(w, "@"); ok {
			parties = append(parties, id)
		}
	}
	var out []int32
	for _, p := range match.Set(parties) {
		list, _ := f.by.Of(p)
		out = append(out, list...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
