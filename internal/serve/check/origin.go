package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// oneOrigin finds "several outlets report" and "sources say" where all that the
// record has of it comes from one.
func oneOrigin(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for i := range c.draft.Rec.Statements {
		st := &c.draft.Rec.Statements[i]
		kind := f.many(st)
		if kind == "" || st.Negated || st.Parent != "" {
			continue
		}
		rows, err := c.tellers(st)
		if err != nil {
			return nil, err
		}
		reason := onlyOne(kind, rows)
		if reason == "" || kind == "source" && f.pluralSource(rows) {
			continue
		}
		at := st.Cue
		if st.Source != nil {
			at = st.Source
		}
		one, err := c.finding(OneOrigin, gradeOf(st, rows), at.Bytes(), reason, rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// many says whether a source stands for several outlets or several tellers, ""
// for neither.
func (f *facts) many(st *readout.Statement) string {
	switch {
	case len(st.Content) == 0 || f.isBoth(st):
		return ""
	case st.Source == nil && st.Cue != nil && slices.Contains(lower(st.Span.Text), "widely"):
		return "outlet"
	case st.Source == nil:
		return ""
	}
	words := lower(st.Source.Text)
	if len(words) == 0 || len(words) > 6 {
		return ""
	}
	last := words[len(words)-1]
	switch {
	case f.is("outlet", last) && (len(words) == 1 || f.has(words, "several")):
		return "outlet"
	case words[0] == "sources" || f.is("source", last) && (last == "sources" || f.has(words, "several")):
		return "source"
	}
	return ""
}

// tellers are the statements on record that tell what a statement of the draft
// tells, on its side, the copies of one among them.
func (c *checker) tellers(st *readout.Statement) (rows []query.Row, err error) {
	pages, err := c.mattersOf(st, st.ContentText())
	if err != nil {
		return nil, err
	}
	for i := range c.draft.Rec.Statements {
		if inner := &c.draft.Rec.Statements[i]; len(pages) == 0 && inner.Parent == st.ID {
			if pages, err = c.mattersOf(inner, inner.ContentText()); err != nil {
				return nil, err
			}
			st = inner
		}
	}
	for _, page := range pages {
		side := c.side(st, page)
		for _, s := range page.Stances {
			if s.Value == readout.SecondHand || query.Leaning(s.Value)*side <= 0 {
				continue
			}
			if !slices.ContainsFunc(rows, func(r query.Row) bool { return r.ID == s.Row.ID }) {
				rows = append(rows, s.Row)
			}
		}
	}
	return rows, nil
}

// onlyOne says that rows have one origin, or for outlets one outlet; "" where
// there are more, or none.
func onlyOne(kind string, rows []query.Row) string {
	var origins, outlets []string
	for _, r := range rows {
		origins = appendNew(origins, cmp.Or(r.Speaker, cmp.Or(r.Utterance, r.ID)))
		outlets = appendNew(outlets, r.Outlet)
	}
	switch {
	case len(rows) == 0:
		return ""
	case kind == "outlet" && len(outlets) == 1:
		return fmt.Sprintf("On record only %s tells it, on the word of %s.", outlets[0], enumerated(namesOf(rows)))
	case len(origins) == 1:
		return fmt.Sprintf("All that is on record comes from one: %s.", who(rows[0]))
	}
	return ""
}

// pluralSource reports that the one origin is itself several people.
func (f *facts) pluralSource(rows []query.Row) bool {
	return slices.ContainsFunc(rows, func(r query.Row) bool {
		words := lower(r.Source)
		return slices.ContainsFunc(words, func(w string) bool {
			return f.is("source", w) || f.is("several", w) || f.is("number", w) && w != "one"
		}) && !strings.HasPrefix(strings.ToLower(r.Source), "a ")
	})
}
