package commitment

import (
	"maps"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// sentence is one sentence of a statement's content, folded, and what it says
// has happened.
type sentence struct {
	words []string // folded
	plain []string // the same, names as they are written
	line  string   // plain, with a space at both ends
}

// sentences cuts a statement's content; what is asked, wished, foreseen or
// offered says nothing of what happened.
func (f *File) sentences(st *readout.Statement) []sentence {
	switch st.Act {
	case readout.ActQuestion, readout.ActPredict, readout.ActConsider, readout.ActDecline, readout.ActDemand, readout.ActRequest,
		readout.ActCommit, readout.ActPropose, readout.ActThreaten:
		return nil
	}
	if st.Negated || st.Grade == readout.Guessed {
		return nil
	}
	var out []sentence
	for _, c := range st.Content {
		for _, text := range strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune(".!?;“”\"«»\n", r) }) {
			if plain := match.Words(text); len(plain) > 0 {
				out = append(out, sentence{f.names.Fold(text), plain, " " + strings.Join(plain, " ") + " "})
			}
		}
	}
	return out
}

// said is the state that a sentence gives to what it calls a promise, a pledge
// or a deadline, "" where it calls nothing so or leaves it open.
func (s sentence) said() readout.CommitmentState {
	state := readout.CommitmentState("")
	for kind, gives := range outcomeOf {
		phrase := s.ofPledge(kind)
		if phrase == "" {
			continue
		}
		negated, open := s.negated(phrase)
		switch {
		case open && (gives == readout.StateKept || gives == readout.StateBroken), state != "" && state != gives:
			return ""
		case negated && gives == readout.StateKept:
			gives = readout.StateBroken
		case negated:
			return ""
		}
		state = gives
	}
	return state
}

// ofPledge is the phrase of a kind that is said of a pledge: right behind it is
// the noun ("kept her solemn promise"), or in front ("the promise has been kept").
// Who "kept the lock shut in spite of her promise" has not kept it.
func (s sentence) ofPledge(kind string) string {
	x := english()
	pledge := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return x.has("pledge", strings.TrimSuffix(w, "s")) })
	}
	for _, p := range slices.Sorted(maps.Keys(x.of[kind])) {
		before, after, found := strings.Cut(s.line, " "+p+" ")
		if !found {
			continue
		}
		front, back := strings.Fields(before), strings.Fields(after)
		front = front[max(0, len(front)-pledgeBefore):]
		passive := len(front) > 0 && x.has("aux", front[len(front)-1]) || kind == "broken"
		if pledge(back[:min(len(back), pledgeBehind)]) || passive && pledge(slices.DeleteFunc(slices.Clone(front), func(w string) bool { return w == "word" })) {
			return p
		}
	}
	return ""
}

const pledgeBefore, pledgeBehind = 4, 3 // words between a pledge and what is said of it

var outcomeOf = map[string]readout.CommitmentState{
	"kept": readout.StateKept, "broken": readout.StateBroken, "extended": readout.StateExtended, "withdrawn": readout.StateWithdrawn,
}

// phrase is the first phrase of a kind, by the alphabet, that stands in the
// sentence.
func (s sentence) phrase(kind string) string {
	best := ""
	for p := range english().of[kind] {
		if strings.Contains(s.line, " "+p+" ") && (best == "" || p < best) {
			best = p
		}
	}
	return best
}

// negated reports whether a phrase stands right behind a negation, and open
// whether the sentence has a negation elsewhere or is in doubt.
func (s sentence) negated(phrase string) (negated, open bool) {
	x := english()
	before, _, _ := strings.Cut(s.line, " "+phrase+" ")
	near := strings.Fields(before)
	near = near[max(0, len(near)-2):]
	for i, w := range s.plain {
		not := x.has("not", w) || strings.HasSuffix(w, "n't")
		switch {
		case not && i > 0 && i+1 < len(s.plain) && s.plain[i+1] == "to" && x.has("pledge", s.plain[i-1]):
			// what was promised: "her promise not to raise the tax"
		case not && slices.Contains(near, w):
			negated = true
		case not, x.has("unsure", w):
			open = true
		}
	}
	return negated, open
}

// deed is what a sentence says of an act: that it was done, that it was not,
// that it was put off or called off.
type deed int

const (
	noDeed deed = iota
	done
	undone
	putOff
	calledOff
)

// of reports what the sentence says of what a commitment is worded as, unless it
// tells of another time.
func (s sentence) of(w wording) deed {
	x := english()
	for word := range x.of["unsure"] {
		if strings.Contains(s.line, " "+word+" ") {
			return noDeed
		}
	}
	if slices.ContainsFunc(s.plain, func(p string) bool { return x.has("other", p) || x.has("part", p) }) || !s.counts(w) {
		return noDeed
	}
	said := x.stems(s.words)
	n := shared(w.Rest, said)
	if w.Head == "" || n == 0 || float64(n) < contained*float64(len(w.Rest)) {
		return noDeed
	}
	named := shared([]string{w.Head}, said) > 0 || n == len(w.Rest) && n > 1
	nots := 0
	for _, p := range s.plain {
		if x.has("not", p) || strings.HasSuffix(p, "n't") {
			nots++
		}
	}
	switch {
	case nots == 0 && named && s.phrase("delay") != "":
		return putOff
	case nots == 0 && named && s.phrase("calloff") != "":
		return calledOff
	case nots <= 1 && s.actBehind("undone", w.Head):
		return undone
	case nots == 0 && s.past(w.Head):
		return done
	}
	return noDeed
}

// actBehind reports whether the act stands in the three words behind a phrase
// of a kind.
func (s sentence) actBehind(kind, head string) bool {
	x := english()
	for p := range x.of[kind] {
		_, after, found := strings.Cut(s.line, " "+p+" ")
		if !found {
			continue
		}
		next := strings.Fields(after)
		for _, w := range next[:min(3, len(next))] {
			if x.word(w) == head {
				return true
			}
		}
	}
	return false
}

// past reports whether the act stands in a form of the past: no "to" precedes it,
// nor what makes it an adjective ("the reopened lock", "is closed").
func (s sentence) past(head string) bool {
	x := english()
	for i, w := range s.plain {
		if x.word(w) == head && (strings.HasSuffix(w, "ed") || x.past[w] != "") && (i == 0 || !x.has("adjective", s.plain[i-1])) {
			return true
		}
	}
	return false
}

// counts reports whether the numbers of a wording, and no others, are said: who
// has paid two million has not paid four.
func (s sentence) counts(w wording) bool {
	said := english().words(s.words, false).Counts
	return slices.Equal(said, w.Counts)
}

// stems are the words of a sentence as wordings have them.
func (x *lexicon) stems(folded []string) []string {
	var out []string
	for _, w := range folded {
		if !match.Stop(w) {
			out = append(out, x.word(w))
		}
	}
	return match.Set(out)
}
