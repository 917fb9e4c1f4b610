package check

import (
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// utterance is the speech event that the ledger would put a statement of the
// draft under, zero where it is under none.
func (c *checker) utterance(id string) readout.Utterance {
	for _, u := range c.draft.Joined.Utterances {
		if slices.Contains(u.Statements, id) {
			return u
		}
	}
	return readout.Utterance{}
}

// speaker is who the draft says speaks, by the id that the ledger has for him.
func (c *checker) speaker(s readout.Statement) string {
	if u := c.utterance(s.ID); u.Speaker != "" {
		return u.Speaker
	}
	return s.Speaker
}

// stances are those that the statement would take, as the draft has it.
func (c *checker) stances(id string) (all []readout.Stance) {
	for _, s := range c.draft.Joined.Stances {
		if s.Statement == id {
			all = append(all, s)
		}
	}
	return all
}

// beside are the stances on record on a proposition that the draft speaks of.
// Their statements may not count; see recorded.
func (c *checker) beside(proposition string) ([]readout.Stance, error) {
	return c.engine.Stances(c.ctx, proposition)
}

// recorded are the statements with these ids that are on record and count; a
// report with the text of the draft itself is no witness of it.
func (c *checker) recorded(ids []string) ([]query.Told, error) {
	all, err := c.engine.Told(c.ctx, ids, c.at)
	return slices.DeleteFunc(all, func(t query.Told) bool { return t.Doc == c.draft.Doc.ID }), err
}

// party is one by its id: as the ledger would have it with the draft, else as
// the record has it, else as the draft does. Its id is empty where nobody
// knows it.
func (c *checker) party(id string) (readout.Party, error) {
	if p, ok := c.parties[id]; ok || id == "" {
		return p, nil
	}
	known, err := c.engine.Parties(c.ctx, []string{id})
	if err != nil {
		return readout.Party{}, err
	}
	for _, list := range [][]readout.Party{c.draft.Rec.Parties, c.draft.Joined.Parties} {
		for _, p := range list {
			known[p.ID] = p
		}
	}
	if c.parties == nil {
		c.parties = map[string]readout.Party{}
	}
	c.parties[id] = known[id]
	return known[id], nil
}

// near reports whether one party may be named for the other: it speaks for it,
// belongs to it or decides for it, or is one of it, or has its name in part.
func (c *checker) near(a, b string) (bool, error) {
	if a == b {
		return true, nil
	}
	p, err := c.party(a)
	if err != nil {
		return false, err
	}
	q, err := c.party(b)
	if err != nil {
		return false, err
	}
	return ties(p, b) || ties(q, a) || inName(p.Name, q.Name) || inName(q.Name, p.Name), nil
}

func ties(p readout.Party, to string) bool {
	return to != "" && (p.PartOf == to || p.SpeaksFor == to || p.Principal == to || slices.Contains(p.Members, to))
}

// inName reports whether all words of a name that carry meaning stand in
// another: "Lowgate" in "Lowgate Water".
func inName(name, in string) bool { return query.Within(name, in) == 1 }

// level is that of what the record has otherwise: a question where the reader
// guessed any of the statements that it rests on.
func level(grades ...readout.Grade) Level {
	if slices.Contains(grades, readout.Guessed) {
		return Question
	}
	return Error
}

// witnesses are the rows of statements on record, each once.
func witnesses(all []query.Told) (rows []query.Row) {
	for _, t := range all {
		if !slices.ContainsFunc(rows, func(r query.Row) bool { return r.ID == t.ID }) {
			rows = append(rows, t.Row)
		}
	}
	return rows
}
