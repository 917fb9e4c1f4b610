package check

import (
	"cmp"
	"fmt"
	"unicode"

	"readout"
	"readout/internal/serve/query"
)

// noAnswer finds claims on which a party is on record as not answering, where
// the draft does not say so.
func noAnswer(c *checker) (all []Finding, err error) {
	if _, err := c.fact(); err != nil {
		return nil, err
	}
	hinted := map[string]bool{} // by the party that did not answer
	for _, u := range c.anyUnits() {
		found, err := c.onRecord(u)
		if err != nil {
			return nil, err
		}
		for _, x := range found {
			if !c.facts.like(u.text, contentOf(x)).plain() || !claims(x.Act) {
				continue
			}
			open, err := c.engine.Unanswered(c.ctx, x.Statement, c.at)
			if err != nil {
				return nil, err
			}
			for _, r := range open {
				missing, err := c.missing(u, r, x)
				if err != nil {
					return nil, err
				}
				if !missing || hinted[r.Party] {
					continue
				}
				hinted[r.Party] = true
				row := x.Row
				row.ID, row.Sentence = r.ID, r.Sentence
				one, err := c.finding(NoAnswerMissing, Hint, u.Range, fmt.Sprintf("On record %s has not answered this (%s); the draft does not say so.", r.PartyName, r.Status), []query.Row{row, x.Row})
				if err != nil {
					return nil, err
				}
				all = append(all, one)
			}
		}
	}
	return all, nil
}

// onRecord are the statements there that the ledger puts beside a unit, and those
// near to it that another finder has looked for already: a search for each
// would take long.
func (c *checker) onRecord(u unit) ([]query.Found, error) {
	if found, ok := c.facts.found[u.text]; ok || u.statement == nil {
		if ok || !c.facts.has(u.in.words, "aside") {
			return found, nil
		}
		return c.find(u.text)
	}
	var ids []string
	taken := map[string][]readout.Stance{}
	for _, s := range c.stances(u.statement.ID) {
		page, err := c.page(s.Proposition)
		if err != nil {
			return nil, err
		}
		if page == nil {
			continue
		}
		for _, o := range page.Stances {
			ids = append(ids, o.Statement)
			taken[o.Statement] = append(taken[o.Statement], o.Stance)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	told, err := c.recorded(ids)
	var all []query.Found
	for _, t := range told {
		all = append(all, query.Found{Told: t, Stances: taken[t.ID]})
	}
	return all, err
}

// claims reports an act by which something is told of others, or against them.
func claims(a readout.Act) bool {
	switch a {
	case readout.ActDecline, readout.ActPropose, readout.ActRequest, readout.ActDemand, readout.ActCommit, readout.ActPredict, readout.ActQuestion:
		return false
	}
	return true
}

// anyUnits are the units and the quotations.
func (c *checker) anyUnits() []unit {
	all := c.units()
	for i := range c.draft.Rec.Statements {
		st := &c.draft.Rec.Statements[i]
		if st.Mode != readout.Indirect && len(st.Content) > 0 && st.Act != readout.ActDecline {
			all = append(all, unit{Range: st.Span.Bytes(), text: st.ContentText(), statement: st})
		}
	}
	return all
}

// missing reports that a party that has not answered has a name, is not the one
// who speaks, has not taken a stand since, and is not told of in the draft as
// not answering.
func (c *checker) missing(u unit, r query.ResponseRow, x query.Found) (bool, error) {
	words := lower(r.PartyName)
	if len(words) == 0 || !unicode.IsUpper([]rune(r.PartyName)[0]) {
		return false, nil
	}
	if is, err := c.same(r.Party, cmp.Or(x.Who, x.Speaker)); is || err != nil {
		return false, err
	}
	for _, st := range x.Stances {
		page, err := c.page(st.Proposition)
		if err != nil {
			return false, err
		}
		if page == nil {
			continue
		}
		for _, s := range page.Stances {
			if is, err := c.same(r.Party, s.Party); err != nil || is && s.Value != readout.SecondHand {
				return false, err
			}
		}
	}
	party, err := c.party(r.Party)
	if err != nil {
		return false, err
	}
	for _, id := range []string{r.Party, party.Principal} {
		if back, err := c.takesBack(id, sentence{text: u.text}); err != nil || len(back) > 0 {
			return false, err
		}
	}
	says, err := c.saysNoAnswer(r, u)
	return !says, err
}

// soon is how many bytes behind a claim the draft may tell who did not answer.
const soon = 200

func (c *checker) saysNoAnswer(r query.ResponseRow, u unit) (bool, error) {
	for _, o := range c.draft.Rec.Responses {
		if gap := o.Span.BStart - u.End; gap >= 0 && gap <= soon && o.Status != readout.Denied && o.Status != readout.Confirmed {
			return true, nil
		}
		if is, err := c.same(o.Party, r.Party); is || err != nil {
			return is, err
		}
	}
	return false, nil
}
