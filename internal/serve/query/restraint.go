package query

import (
	"slices"
	"strings"
	"sync"

	"readout"
	"readout/internal/lang"
	"readout/internal/ledger/match"
)

// restraint reports a promise that something will not happen. No day on which
// nothing has happened makes it kept: all that can be said is that no breach is
// on record until then. Its words are English, as the rules of joining are.
func restraint(c readout.Commitment) bool {
	w := restraints()
	words := match.Words(strings.ReplaceAll(c.What, "’", "'"))
	if c.Kind == readout.Ultimatum || len(words) == 0 {
		return false
	}
	if slices.Contains(w["refrain"], words[0]) || slices.Contains(w["pause"], words[0]) && lasts(c, words) {
		return true
	}
	for i, word := range words {
		switch {
		case slices.Contains(w["clause"], word):
			return false
		case i+1 < len(words) && slices.Contains(w["but"], words[i+1]):
		case i == 0 && slices.Contains(w["first"], word), slices.Contains(w["negation"], word), strings.HasSuffix(word, "n't"):
			return true
		}
	}
	return false
}

// lasts reports what is promised for a stretch of time.
func lasts(c readout.Commitment, words []string) bool {
	stretch := restraints()["stretch"]
	return c.Duration != "" || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(stretch, w) })
}

// restraints are the words by which it is told, by kind.
var restraints = sync.OnceValue(func() map[string][]string {
	kinds := map[string][]string{}
	if l, err := lang.For("en"); err == nil {
		for _, line := range l.Lines("restraint") {
			words := strings.Fields(line)
			kinds[words[0]] = append(kinds[words[0]], words[1:]...)
		}
	}
	return kinds
})

// noBreach is the day until which no breach of a promise that something will not
// happen is on record: the last of its days, or the last that reports tell of; ""
// where it is no such promise, one is told of, or it is no promise yet or no more.
func noBreach(c readout.Commitment, state readout.CommitmentState, known, now string) string {
	switch state {
	case readout.StateGiven, readout.StateInForce, readout.StateExtended, readout.StateDue, readout.StateLapsed, readout.StateKept:
	default:
		return ""
	}
	breach := func(e readout.CommitmentEvent) bool {
		return e.State == readout.StateBroken || e.State == readout.StateDisputed
	}
	if !restraint(c) || slices.ContainsFunc(c.History, breach) {
		return ""
	}
	day := min(known, now)
	if last := lastDay(c.Due); last != "" {
		day = min(day, last)
	}
	return day
}
