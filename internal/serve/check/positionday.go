package check

import (
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// namesNoDay reports a refusal to say when: "will not name a day".
func (f *facts) namesNoDay(st *readout.Statement) bool {
	words := lower(st.Span.Text)
	return f.count(words, "refusal")%2 == 1 && f.has(words, "telling") && f.has(words, "when")
}

// dayNamed gives the later statement of a speaker that names a day for what he
// will do, where the draft has him refuse to, as he once did; nil else, and
// where the draft has the day.
func (c *checker) dayNamed(st *readout.Statement) (latest *query.Row, rows []query.Row, err error) {
	if !c.facts.namesNoDay(st) {
		return nil, nil, nil
	}
	own, err := c.engine.Own(c.ctx, c.speaker(*st), c.at)
	if err != nil {
		return nil, nil, err
	}
	refused, named := -1, -1
	for i, x := range own {
		text := x.Statement.ContentText()
		switch {
		case c.facts.namesNoDay(&x.Statement):
			refused, named = i, -1
		case refused >= 0 && slices.Contains(lower(text), "will") && len(c.facts.dates(text)) > 0 && !c.facts.odd(text):
			named = i
		}
	}
	if named < 0 || c.hasFrom(own[named]) {
		return nil, nil, nil
	}
	return &own[named].Row, []query.Row{own[named].Row, own[refused].Row}, nil
}

// hasFrom reports that the draft has a statement like one on record.
func (c *checker) hasFrom(x query.Told) bool {
	return slices.ContainsFunc(c.draft.Rec.Statements, func(st readout.Statement) bool {
		l := c.facts.like(st.ContentText(), x.Statement.ContentText())
		return l.plain() || l.shared >= 2 && l.of == 1
	})
}
