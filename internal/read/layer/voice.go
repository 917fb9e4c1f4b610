package layer

import "readout"

// Around is the innermost statement whose content holds the whole range, or
// nil: on whose word it stands.
func (x *Index) Around(r readout.Range) *readout.Statement {
	var best *readout.Statement
	size := 0
	for i := range x.Statements {
		for _, c := range x.Statements[i].Content {
			if b := c.Bytes(); b.Contains(r) && (best == nil || b.Len() <= size) {
				best, size = &x.Statements[i], b.Len()
			}
		}
	}
	return best
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
