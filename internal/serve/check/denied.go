package check

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// deniedElsewhere finds what the draft tells as plain fact, and somebody on
// record denies.
func deniedElsewhere(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for _, s := range f.sentences {
		if !f.plainFact(s) || slices.ContainsFunc(s.statements, f.says) {
			continue
		}
		rows, err := c.denials(s)
		if err != nil {
			return nil, err
		}
		rows = slices.DeleteFunc(rows, func(r query.Row) bool { return c.toldDenied(r, s) })
		if len(rows) == 0 {
			continue
		}
		one, err := c.finding(DeniedElsewhere, gradeOf(nil, rows), s.Range, fmt.Sprintf("On record %s denies it.", enumerated(namesOf(rows))), rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// plainFact reports a sentence of the draft's own word: nothing in it says that
// it is another's, or in doubt.
func (f *facts) plainFact(s sentence) bool {
	return !f.has(s.words, "aside") && !strings.ContainsAny(s.text, `?"“”«»`) && !strings.Contains(s.text, " may ")
}

// says reports a statement by which the draft gives somebody's word, and not
// what he did (agreed, asked, undertook).
func (f *facts) says(st readout.Statement) bool {
	if f.isBoth(&st) {
		return true
	}
	switch st.Act {
	case readout.ActAccept, readout.ActAcceptIf, readout.ActCommit, readout.ActRequest, readout.ActPropose, readout.ActReject:
		return false
	}
	return st.Cue != nil && len(st.Content) > 0 && !f.has(lower(st.Cue.Text), "consent")
}

// denials are the statements on record that deny what a sentence tells.
func (c *checker) denials(s sentence) (rows []query.Row, err error) {
	found, err := c.find(s.text)
	if err != nil {
		return nil, err
	}
	add := func(r query.Row) {
		if !slices.ContainsFunc(rows, func(o query.Row) bool { return o.ID == r.ID }) {
			rows = append(rows, r)
		}
	}
	for _, x := range found {
		whole := c.facts.tells(s.text, contentOf(x), x.Act == readout.ActDeny)
		l := c.facts.like(s.text, contentOf(x))
		some := l.plain() || l.shared >= 4 && min(l.of, l.back) >= 0.6
		if !whole && !some || !c.facts.sameNumbers(s.text, contentOf(x)) {
			continue
		}
		for _, st := range x.Stances {
			page, err := c.page(st.Proposition)
			if err != nil {
				return nil, err
			}
			if page == nil || page.Kind == readout.Prediction {
				continue
			}
			if st.Value == readout.SecondHand {
				own, err := c.takesBack(st.Party, s)
				if err != nil {
					return nil, err
				}
				for _, r := range own {
					add(r)
				}
				continue
			}
			for _, other := range page.Stances {
				if whole && other.Value == readout.Denies && query.Leaning(st.Value) != 0 {
					add(other.Row)
				}
			}
		}
	}
	return rows, nil
}

// tells reports that a sentence has nearly all words of what a statement on
// record tells, and is not turned round by a negation. Of what is denied there
// may be less.
func (f *facts) tells(text, content string, denied bool) bool {
	l := f.like(text, content)
	near := l.shared >= 3 && l.back >= 0.75 && l.of >= 0.5 || denied && l.shared >= 2 && l.back == 1 && l.of >= 0.6
	return near && f.odd(text) == f.odd(content)
}

// takesBack are the party's own statements that it did not do what a sentence
// tells of it: a clause with a negation and no word of meaning that the
// sentence does not have ("I signed nothing").
func (c *checker) takesBack(party string, s sentence) (rows []query.Row, err error) {
	if party == "" {
		return nil, nil
	}
	sayings, err := c.engine.Own(c.ctx, party, c.at)
	if err != nil {
		return nil, err
	}
	stems := c.facts.stems(s.text)
	for _, say := range sayings {
		if say.Doc == c.draft.Doc.ID || say.Statement.Parent != "" {
			continue
		}
		for _, content := range say.Content {
			for _, clause := range strings.FieldsFunc(content, func(r rune) bool { return strings.ContainsRune(".;!?", r) }) {
				words := c.facts.stemsOfAct(clause)
				if l := likeOf(words, stems); len(words) > 0 && l.of == 1 && c.facts.odd(clause) && !c.facts.odd(s.text) {
					rows = append(rows, say.Row)
				}
			}
		}
	}
	return rows, nil
}

// stemsOfAct are the stems of a clause without its negations.
func (f *facts) stemsOfAct(clause string) []string {
	var kept []string
	for _, w := range lower(clause) {
		if !f.is("negation", w) {
			kept = append(kept, w)
		}
	}
	return f.stems(strings.Join(kept, " "))
}

// toldDenied reports that the draft tells of a denial: by the one who denies,
// or in words for it in the sentence itself or beside it.
func (c *checker) toldDenied(r query.Row, s sentence) bool {
	name := surname(who(r))
	for i, o := range c.facts.sentences {
		if !c.facts.has(o.words, "denial") && !slices.ContainsFunc(o.statements, denies) {
			continue
		}
		if slices.Contains(o.words, name) {
			return true
		}
		for _, n := range []int{i - 1, i + 1, i - 2, i + 2} {
			if n >= 0 && n < len(c.facts.sentences) && c.facts.sentences[n].Range == s.Range {
				return true
			}
		}
	}
	return slices.ContainsFunc(c.draft.Rec.Statements, func(st readout.Statement) bool {
		is, err := c.same(c.speaker(st), r.Speaker)
		return err == nil && is && (st.Act == readout.ActDeny || st.Act == readout.ActReject || c.takesSide(st, r))
	})
}

func denies(st readout.Statement) bool { return st.Act == readout.ActDeny }

// takesSide reports that a statement of the draft is a witness of the row's
// speech event.
func (c *checker) takesSide(st readout.Statement, r query.Row) bool {
	return r.Utterance != "" && c.utterance(st.ID).ID == r.Utterance || c.facts.like(st.ContentText(), strings.Join(r.Content, " ")).plain()
}
