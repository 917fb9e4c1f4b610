package layer

import (
	"sort"

	"readout"
)

// Around is the innermost statement whose content holds the whole range, or
// nil: on whose word it stands.
func (x *Index) Around(r readout.Range) *readout.Statement {
	var best *readout.Statement
	size := 0
	at, end := -1, sort.Search(len(x.said), func(n int) bool { return x.said[n].Start > r.Start })
	for n := end - 1; n >= 0 && x.said[n].reach >= r.End; n-- {
		if c := x.said[n]; c.Contains(r) && (best == nil || c.Len() < size || c.Len() == size && c.statement > at) {
			best, size, at = &x.Statements[c.statement], c.Len(), c.statement
		}
	}
	return best
}

// content is one piece of what a statement says; reach is the furthest end of
// it and the pieces before it.
type content struct {
	readout.Range
	statement, reach int
}

// contents lists the contents of all statements in order of the text.
func contents(statements []readout.Statement) []content {
	var out []content
	for i := range statements {
		for _, c := range statements[i].Content {
			out = append(out, content{Range: c.Bytes(), statement: i})
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Start < out[b].Start })
	furthest := 0
	for n := range out {
		furthest = max(furthest, out[n].End)
		out[n].reach = furthest
	}
	return out
}

// Teller is the party of the speaker around a range, empty where the outlet
// tells it itself.
func (x *Index) Teller(r readout.Range) string {
	if s := x.Around(r); s != nil {
		return s.Speaker
	}
	return ""
}

// Parent is the statement around another, or nil.
func (x *Index) Parent(s *readout.Statement) *readout.Statement {
	if s == nil || s.Parent == "" {
		return nil
	}
	return x.byID[s.Parent]
}

// Evidence is the statement around a range, or the range itself.
func (x *Index) Evidence(r readout.Range) (readout.Evidence, error) {
	if s := x.Around(r); s != nil {
		return readout.Evidence{Statement: s.ID}, nil
	}
	span, err := x.Span(r)
	return readout.Evidence{Span: span}, err
}
