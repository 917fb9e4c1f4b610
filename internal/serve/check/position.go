package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/serve/query"
)

// outdated finds stands that a party has left since: the draft has it for or
// against something, as it once said, and its latest word on record is the
// other.
func outdated(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	stands, err := c.stands()
	if err != nil {
		return nil, err
	}
	for _, st := range stands {
		sign := f.sign(st)
		if sign == 0 || st.Speaker == "" || st.Parent != "" || st.Mode == readout.Direct || f.asHistory(st) {
			continue
		}
		latest, rows, err := c.turned(st, sign)
		if err == nil && latest == nil {
			latest, rows, err = c.dayNamed(st)
		}
		if err != nil {
			return nil, err
		}
		if latest == nil {
			continue
		}
		reason := fmt.Sprintf("The latest word of %s on record is another%s.", who(*latest), on(*latest))
		one, err := c.finding(PositionOutdated, gradeOf(st, rows[:1]), st.Span.Bytes(), reason, rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// stands are the draft's statements, and its sentences that begin with a party
// and tell of no statement: what it will not do is its stand too.
func (c *checker) stands() (all []*readout.Statement, err error) {
	for i := range c.draft.Rec.Statements {
		all = append(all, &c.draft.Rec.Statements[i])
	}
	for _, s := range c.facts.sentences {
		if len(s.statements) > 0 || !c.facts.has(s.words, "refusal", "consent") || c.facts.has(s.words, "aside") {
			continue
		}
		parties, err := c.engine.PartiesIn(c.ctx, s.text)
		if err != nil {
			return nil, err
		}
		for _, p := range parties {
			span, err := c.span(s.Range)
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(append([]string{p.Name}, p.Aliases...), func(n string) bool { return strings.HasPrefix(s.text, n+" ") }) {
				all = append(all, &readout.Statement{Span: span, Content: []readout.Span{span}, Speaker: p.ID, Mode: readout.Indirect, Grade: readout.Inherited})
				break
			}
		}
	}
	return all, nil
}

// sign is -1 where a statement is against something, 1 where it is for it, 0
// where its words do not tell.
func (f *facts) sign(st *readout.Statement) int {
	words := []string{}
	if st.Cue != nil {
		words = lower(st.Cue.Text)
	}
	if len(st.Content) > 0 {
		words = append(words, lower(st.Content[0].Text)...)
	}
	against := f.count(words, "refusal")
	switch {
	case against%2 == 1:
		return -1
	case against > 0:
		return 0
	case f.has(words, "consent") && st.Act != readout.ActRequest && st.Act != readout.ActDemand && st.Act != readout.ActQuestion:
		return 1
	}
	return 0
}

// topic is what a statement is on: its stems, without those of taking a stand
// and of the party's own name.
func (f *facts) topic(st *readout.Statement, name string) []string {
	own := lower(name)
	var kept []string
	for _, w := range lower(st.ContentText()) {
		if !f.has([]string{w}, "refusal", "consent") && !slices.Contains(own, w) {
			kept = append(kept, cmp.Or(f.one[w], w))
		}
	}
	return match.Stems(kept)
}

// asHistory reports a stand that the draft tells as one of the past: with a day
// of its own, or a word for it.
func (f *facts) asHistory(st *readout.Statement) bool {
	if st.Said.Known() && st.Said.Phrase != nil {
		return true
	}
	for _, s := range f.sentences {
		if !s.Overlaps(st.Span.Bytes()) {
			continue
		}
		for _, w := range s.words {
			if f.is("past", w) && w != "was" && w != "were" && w != "then" && w != "before" {
				return true
			}
		}
	}
	return false
}

// turned gives the latest statement of the speaker of st on its topic where
// that has the other sign and an earlier one has the same; nil else, and where
// the draft tells of the turn.
func (c *checker) turned(st *readout.Statement, sign int) (latest *query.Row, rows []query.Row, err error) {
	p, err := c.party(st.Speaker)
	if err != nil {
		return nil, nil, err
	}
	topic := c.facts.topic(st, p.Name)
	found, err := c.find(st.ContentText())
	if err != nil {
		return nil, nil, err
	}
	day, newest, before := "", 0, false
	for _, x := range found {
		theirs := c.facts.sign(&x.Statement)
		if theirs == 0 || !onTopic(topic, c.facts.topic(&x.Statement, p.Name)) {
			continue
		}
		is, err := c.same(c.speaker(*st), cmp.Or(x.Who, x.Speaker))
		if err != nil {
			return nil, nil, err
		}
		if !is {
			continue
		}
		before = before || theirs == sign
		on := dayOfFound(x)
		switch {
		case on < day:
			continue
		case on == day && theirs != newest:
			newest = 0
			continue
		}
		day, newest = on, theirs
		row := x.Row
		latest, rows = &row, append([]query.Row{row}, rows...)
	}
	if newest != -sign || !before || c.tellsTurn(st, sign, topic) {
		return nil, nil, nil
	}
	return latest, rows, nil
}

// onTopic reports that two topics share two stems, and half of the shorter.
func onTopic(a, b []string) bool {
	l := likeOf(a, b)
	return l.shared >= 2 && max(l.of, l.back) >= 0.5
}

// dayOfFound orders statements by the last day on which they can have been made;
// of two that end on one day, the one that is known to be of that day is later.
func dayOfFound(x query.Found) string {
	for _, d := range []*readout.Date{x.Event.Said, x.Said, x.Published} {
		first, last := query.Bounds(d)
		switch {
		case last != "" && first == last:
			return last + " known"
		case last != "":
			return last
		}
	}
	return ""
}

// tellsTurn reports that the draft has the speaker on the other side too.
func (c *checker) tellsTurn(st *readout.Statement, sign int, topic []string) bool {
	return slices.ContainsFunc(c.draft.Rec.Statements, func(o readout.Statement) bool {
		if o.ID == st.ID || c.facts.sign(&o) != -sign || likeOf(topic, c.facts.topic(&o, "")).shared == 0 {
			return false
		}
		is, err := c.same(o.Speaker, st.Speaker)
		return err == nil && is
	})
}
