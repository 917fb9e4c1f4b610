package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// deadlines finds what the draft calls kept, broken, extended or passed, where
// nobody on record says so or the day has not come.
func deadlines(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for _, s := range f.sentences {
		state := f.outcome(s.words)
		if state == "" || c.attributed(s) {
			continue
		}
		pledges, err := c.pledgesIn(s, state)
		if err != nil {
			return nil, err
		}
		reason, rows, err := c.otherwise(pledges, state)
		if err != nil {
			return nil, err
		}
		if reason == "" {
			continue
		}
		one, err := c.finding(DeadlineState, gradeOf(nil, rows[:1]), s.Range, reason, rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// outcome is what a sentence says became of a promise or deadline, "" for
// nothing.
func (f *facts) outcome(words []string) readout.CommitmentState {
	if f.asPromised(words) {
		return readout.StateKept
	}
	deadline := f.has(words, "deadline")
	if !deadline && !f.has(words, "promise") {
		return ""
	}
	failed := f.count(words, "negation")%2 == 1
	kept := f.keeps(words)
	switch {
	case f.has(words, "broken") && !(failed && !kept):
		return readout.StateBroken
	case kept && failed:
		return readout.StateBroken
	case kept:
		return readout.StateKept
	case failed:
		return ""
	case deadline && f.has(words, "extended"):
		return readout.StateExtended
	case deadline && f.has(words, "passed"):
		return readout.StateLapsed
	}
	return ""
}

// keeps reports a word of keeping near the promise; "good" needs "make" before
// it and "met" a deadline behind it.
func (f *facts) keeps(words []string) bool {
	for i, w := range words {
		if !f.is("kept", w) {
			continue
		}
		switch {
		case w == "good":
			if i == 0 || !strings.HasPrefix(words[i-1], "ma") {
				continue
			}
		case w == "met":
			if !f.has(words[i+1:min(len(words), i+3)], "deadline", "promise") {
				continue
			}
		}
		return true
	}
	return false
}

// asPromised reports "as promised", "as he had pledged".
func (f *facts) asPromised(words []string) bool {
	for i, w := range words {
		if w != "as" {
			continue
		}
		for _, next := range words[i+1 : min(len(words), i+4)] {
			if next == "promised" || next == "pledged" || next == "vowed" {
				return true
			}
		}
	}
	return false
}

// attributed reports that the outcome is somebody's word in the draft.
func (c *checker) attributed(s sentence) bool {
	if strings.ContainsAny(s.text, `?"“”«»`) {
		return true
	}
	for _, st := range s.statements {
		if st.Cue == nil || st.Act == readout.ActCommit || c.facts.has(lower(st.Cue.Text), "promise", "deadline") {
			continue
		}
		if slices.ContainsFunc(st.Content, func(x readout.Span) bool { return c.facts.outcome(lower(x.Text)) != "" }) {
			return true
		}
	}
	return c.facts.has(s.words, "aside") && !c.facts.onlyPromising(s.words)
}

// onlyPromising reports that the only words of another's word in a sentence are
// those of the promise itself.
func (f *facts) onlyPromising(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return f.is("aside", w) && w != "promised" && w != "vowed" && w != "pledged" && w != "demanded" && w != "would" && w != "could"
	})
}

// pledgesIn are the commitments on record that a sentence speaks of: of a party
// that it names, with the most of its words.
func (c *checker) pledgesIn(s sentence, state readout.CommitmentState) ([]query.Pledge, error) {
	parties, err := c.partiesIn(s)
	if len(parties) == 0 || err != nil {
		return nil, err
	}
	stems := c.facts.pledgeStems(s.text)
	var failed error
	best := 0
	shared := map[string]int{}
	_, err = c.pledged(func(k readout.Commitment) bool {
		n := likeOf(stems, c.facts.pledgeStems(k.What)).shared
		timed := state == readout.StateExtended || state == readout.StateLapsed
		if timed && k.Kind == readout.Ultimatum && c.facts.has(s.words, "deadline") {
			n++
		}
		if n == 0 || timed && !k.Due.Known() {
			return false
		}
		for _, p := range parties {
			is, err := c.anyOf(p, append(bound(k), k.Addressee))
			if err != nil {
				failed = err
			}
			if is {
				shared[k.ID] = n
				best = max(best, n)
			}
		}
		return false
	})
	if err != nil || failed != nil {
		return nil, cmp.Or(err, failed)
	}
	return c.pledged(func(k readout.Commitment) bool { return best > 0 && shared[k.ID] == best })
}

// partiesIn are the parties that a sentence names, and those that the reader has
// in its promises and statements.
func (c *checker) partiesIn(s sentence) (ids []string, err error) {
	for _, k := range c.draft.Rec.Commitments {
		if k.Span != nil && k.Span.Bytes().Overlaps(s.Range) {
			ids = append(ids, bound(k)...)
		}
	}
	for _, st := range s.statements {
		if st.Speaker != "" {
			ids = append(ids, st.Speaker)
		}
	}
	parties, err := c.engine.PartiesIn(c.ctx, s.text)
	for _, p := range parties {
		ids = append(ids, p.ID)
	}
	return ids, err
}

// otherwise says how the record stands against an outcome, "" where it bears it
// out or nothing fits. Every pledge that fits must stand against it.
func (c *checker) otherwise(pledges []query.Pledge, state readout.CommitmentState) (reason string, rows []query.Row, err error) {
	for _, p := range pledges {
		if c.onlyDraft(p.Rows) {
			continue
		}
		if c.borneOut(p, state) {
			return "", nil, nil
		}
		text, err := c.toldSo(p, state)
		if err != nil || text {
			return "", nil, err
		}
		reason = inWords(p)
		rows = append(rows, p.Rows...)
	}
	return reason, rows, nil
}

// borneOut reports that the record has a pledge in the state.
func (c *checker) borneOut(p query.Pledge, state readout.CommitmentState) bool {
	if p.Now.State == state || slices.ContainsFunc(p.History, func(e readout.CommitmentEvent) bool { return e.State == state && e.By != "clock" }) {
		return true
	}
	switch state {
	case readout.StateExtended:
		return len(p.Dues) > 1
	case readout.StateLapsed:
		_, last := query.Bounds(p.Due)
		return last == "" || c.facts.day > last || len(p.Dues) > 1 && p.Now.State != readout.StateExtended
	}
	return false
}

// inWords is how a pledge stands.
func inWords(p query.Pledge) string {
	due := ""
	if p.Due.Known() {
		due = ", due " + p.Due.Value
	}
	switch p.Now.State {
	case readout.StateKept, readout.StateBroken, readout.StateWithdrawn, readout.StateExtended, readout.StateSuperseded, readout.StateRejected:
		return fmt.Sprintf("On record it is %s%s.", p.Now.State, due)
	}
	return fmt.Sprintf("Nobody on record says so%s.", due)
}

// toldSo reports that a report says in its own words what became of a pledge: in
// a sentence with a word for the outcome and one of the pledge, or of who gave
// it.
func (c *checker) toldSo(p query.Pledge, state readout.CommitmentState) (bool, error) {
	if state != readout.StateKept && state != readout.StateBroken && state != readout.StateExtended {
		return false, nil
	}
	found, err := c.find(p.What)
	if err != nil {
		return false, err
	}
	var docs []string
	for _, r := range p.Rows {
		docs = appendNew(docs, r.Doc)
	}
	for _, x := range found {
		docs = appendNew(docs, x.Doc)
	}
	stems := c.facts.stems(p.What)
	for _, doc := range docs {
		text, err := c.engine.Text(c.ctx, doc, c.at)
		if err != nil {
			return false, err
		}
		for line := range strings.SplitSeq(text, "\n") {
			for sentence := range strings.SplitSeq(line, ". ") {
				if c.facts.outcome(lower(sentence)) == state && c.speaksOf(sentence, p, stems) {
					return true, nil
				}
			}
		}
	}
	return false, nil
}

// pledgeStems are the stems of a text without those of promising.
func (f *facts) pledgeStems(text string) []string {
	var kept []string
	for _, w := range lower(text) {
		if !f.has([]string{w}, "promise", "deadline") && w != "promised" {
			kept = append(kept, w)
		}
	}
	return f.stems(strings.Join(kept, " "))
}

// fewStems are as many as a sentence has that says no more than whose promise was
// kept or broken.
const fewStems = 4

// speaksOf reports that a sentence has several words of a pledge, or names one
// who is bound by it and has some, or no others.
func (c *checker) speaksOf(sentence string, p query.Pledge, stems []string) bool {
	n := likeOf(stems, c.facts.stems(sentence)).shared
	if n >= 2 {
		return true
	}
	words := lower(sentence)
	if n == 0 && len(stems) > 0 && len(c.facts.pledgeStems(sentence)) > fewStems {
		return false // it is on something else
	}
	return slices.ContainsFunc(bound(p.Commitment), func(id string) bool {
		party, err := c.party(id)
		return err == nil && slices.Contains(words, surname(party.Name))
	})
}
