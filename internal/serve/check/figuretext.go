package check

import (
	"fmt"
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// quantities compares the other numbers of the draft (money, pages, days) with
// those that the record has of the same things, in nearly the same words.
func quantities(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for _, u := range c.units() {
		for _, n := range f.numbers(u.text) {
			at := readout.Range{Start: u.Start + n.Start, End: u.Start + n.End}
			if n.unit == "" || f.judged[at.Start] || c.counted(at) {
				continue
			}
			witnesses, err := c.witnessesOf(u)
			if err != nil {
				return nil, err
			}
			rows, theirs := f.otherNumber(witnesses, n)
			if rows == nil {
				continue
			}
			kind, reason := FigureDiffers, "On record: "+enumerated(theirs)+"."
			if f.is("span", n.unit) || f.is("span", n.unit+"s") {
				kind = WrongDate
			}
			one, err := c.finding(kind, gradeOf(u.statement, rows), at, reason, rows)
			if err != nil {
				return nil, err
			}
			all = append(all, one)
		}
	}
	return all, nil
}

// counted reports a number inside a figure of an incident that was compared.
func (c *checker) counted(at readout.Range) bool {
	return slices.ContainsFunc(c.draft.Rec.Incidents, func(in readout.Incident) bool {
		return slices.ContainsFunc(in.Figures, func(x readout.Figure) bool { return c.facts.judged[x.Span.BStart] && x.Span.Bytes().Overlaps(at) })
	})
}

// otherNumber gives the witnesses that have a number of the same unit, where
// none of them has the draft's.
func (f *facts) otherNumber(witnesses []query.Found, n number) (rows []query.Row, theirs []string) {
	for _, x := range witnesses {
		text := contentOf(x)
		has := false
		for _, m := range f.numbers(text) {
			if m.value == n.value {
				return nil, nil
			}
			if m.unit == n.unit {
				has = true
				theirs = appendNew(theirs, fmt.Sprintf("%s (%s%s)", text[m.Start:m.End], who(x.Row), on(x.Row)))
			}
		}
		if has {
			rows = append(rows, x.Row)
		}
	}
	return rows, theirs
}
