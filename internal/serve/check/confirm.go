package check

import (
	"cmp"
	"fmt"
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// notConfirmed finds "X confirmed" where the record has no statement of X, or of
// one who speaks for it, that says so.
func notConfirmed(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for i := range c.draft.Rec.Statements {
		st := &c.draft.Rec.Statements[i]
		if !f.confirms(st) || st.Speaker == "" || st.Parent != "" || f.isBoth(st) {
			continue
		}
		w, err := c.stand(st)
		if err != nil {
			return nil, err
		}
		if len(w.own) == 0 {
			back, err := c.takesBack(st.Speaker, sentence{text: st.ContentText()})
			if err != nil {
				return nil, err
			}
			w.ownAgainst = append(w.ownAgainst, back...)
		}
		if reason, rows := w.unconfirmed(c.nameOf(st)); reason != "" {
			one, err := c.finding(NotConfirmed, gradeOf(st, rows), c.headOf(st), reason, rows)
			if err != nil {
				return nil, err
			}
			all = append(all, one)
		}
	}
	return all, nil
}

// confirms reports that the draft has the speaker confirm something in words
// that are not his.
func (f *facts) confirms(st *readout.Statement) bool {
	return st.Cue != nil && !st.Negated && st.Mode != readout.Direct && len(st.Content) > 0 &&
		f.has(lower(st.Cue.Text), "confirm", "confirmation") && !f.has(lower(st.Cue.Text), "refusal")
}

// headOf is the part of a statement that names the speaker and what he does.
func (c *checker) headOf(st *readout.Statement) readout.Range {
	r := st.Cue.Bytes()
	if st.Source != nil {
		s := st.Source.Bytes()
		r.Start, r.End = min(r.Start, s.Start), max(r.End, s.End)
	}
	for _, content := range st.Content {
		if r.Contains(content.Bytes()) {
			return st.Cue.Bytes()
		}
	}
	return r
}

func (c *checker) nameOf(st *readout.Statement) string {
	if st.Source != nil {
		return st.Source.Text
	}
	p, _ := c.party(st.Speaker)
	return p.Name
}

// standing is what the record has of a thing that the draft tells: on its side
// and against it, each apart for the speaker and for others. Loose are
// statements of the speaker with some of the words.
type standing struct {
	own, ownAgainst, others, against, loose []query.Row
	speakers                                [][]string // ids of those of own and others, each with a row
	known                                   bool       // the speaker has said something that is on record
}

// stand gathers it for a statement of the draft.
func (c *checker) stand(st *readout.Statement) (w standing, err error) {
	text := st.ContentText()
	pages, err := c.mattersOf(st, text)
	if err != nil {
		return w, err
	}
	seen := map[string]bool{}
	for _, page := range pages {
		side := c.side(st, page)
		for _, s := range page.Stances {
			lean := query.Leaning(s.Value)
			if s.Value == readout.SecondHand || lean == 0 || seen[s.Statement] {
				continue
			}
			seen[s.Statement] = true
			if err := c.put(&w, st, s, lean*side); err != nil {
				return w, err
			}
		}
	}
	found, err := c.find(text)
	if err != nil {
		return w, err
	}
	for _, x := range found {
		is, err := c.same(c.speaker(*st), cmp.Or(x.Who, x.Speaker))
		if err != nil {
			return w, err
		}
		l := c.facts.like(text, contentOf(x))
		w.known = w.known || is
		if is && !seen[x.ID] && l.shared >= 2 && l.of >= 0.4 {
			w.loose = append(w.loose, x.Row)
		}
	}
	return w, nil
}

func (c *checker) put(w *standing, st *readout.Statement, s query.StanceRow, lean int) error {
	is, err := c.same(c.speaker(*st), s.Party)
	if err != nil {
		return err
	}
	to := &w.others
	switch {
	case is && lean > 0:
		to = &w.own
	case is:
		to = &w.ownAgainst
	case lean < 0:
		to = &w.against
	}
	*to = append(*to, s.Row)
	if lean > 0 {
		w.speakers = append(w.speakers, []string{s.Party, s.Row.Source})
	}
	return nil
}

// side is 1 where the draft's statement speaks for a proposition as it is
// worded, -1 where it speaks against it.
func (c *checker) side(st *readout.Statement, page *query.PropositionPage) int {
	for _, s := range c.stances(st.ID) {
		if s.Proposition == page.ID && query.Leaning(s.Value) != 0 {
			return query.Leaning(s.Value)
		}
	}
	if c.facts.odd(st.ContentText()) != c.facts.odd(page.Text) {
		return -1
	}
	return 1
}

// unconfirmed says why a confirmation is none, "" where it is one or nobody can
// tell.
func (w standing) unconfirmed(name string) (string, []query.Row) {
	switch {
	case len(w.own) > 0:
		return "", nil
	case len(w.ownAgainst) > 0:
		return fmt.Sprintf("%s is on record with the opposite.", name), append(w.ownAgainst, w.others...)
	case len(w.loose) > 0:
		return "", nil
	case len(w.others)+len(w.against) > 0:
		return fmt.Sprintf("Nothing on record has %s say so; it is the word of others.", name), append(w.others, w.against...)
	}
	return "", nil
}

// bothSides finds "both sides say" where the record does not have both say so.
func bothSides(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for i := range c.draft.Rec.Statements {
		st := &c.draft.Rec.Statements[i]
		if !f.isBoth(st) || st.Negated || st.Parent != "" || st.Cue == nil || st.Act == readout.ActDeny || st.Act == readout.ActDecline {
			continue
		}
		w, err := c.stand(st)
		if err != nil {
			return nil, err
		}
		together, err := c.together(w)
		if err != nil {
			return nil, err
		}
		w.others = append(w.own, w.others...)
		rows := append(slices.Clone(w.against), w.others...)
		if together || len(rows) == 0 {
			continue
		}
		reason := fmt.Sprintf("On record only one side says so (%s).", enumerated(namesOf(w.others)))
		if len(w.against) > 0 {
			reason = fmt.Sprintf("On record %s says otherwise.", enumerated(namesOf(w.against)))
		}
		one, err := c.finding(NotConfirmed, gradeOf(st, rows), c.headOf(st), reason, rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// isBoth reports that the source stands for two sides.
func (f *facts) isBoth(st *readout.Statement) bool {
	return st.Source != nil && f.bothIn(st.Source.Text)
}

func (f *facts) bothIn(source string) bool {
	words := lower(source)
	return f.has(words, "both") || (slices.Contains(words, "two") || slices.Contains(words, "all")) && f.has(words, "side")
}

// together reports that two sides are on record on the draft's side and nobody
// is against, or one source that stands for both.
func (c *checker) together(w standing) (bool, error) {
	for i, a := range w.speakers {
		if c.facts.bothIn(a[1]) {
			return true, nil
		}
		for _, b := range w.speakers[:i] {
			is, err := c.same(a[0], b[0])
			if err != nil {
				return false, err
			}
			if !is && a[0] != "" && b[0] != "" && len(w.against) == 0 {
				return true, nil
			}
		}
	}
	return false, nil
}

func namesOf(rows []query.Row) (all []string) {
	for _, r := range rows {
		all = appendNew(all, who(r))
	}
	return all
}

// surname is the last word of a party's name as lower has it.
func surname(name string) string {
	words := lower(name)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
