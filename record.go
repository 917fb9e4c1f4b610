package readout

import "slices"

// Record is all we keep of one reading of one document. Parties are those of
// this report, with ids that are already comparable across reports: the same
// full name gives the same id.
type Record struct {
	Doc         string       `json:"doc"`
	Reader      string       `json:"reader"` // version of code and models that read it
	Segments    []Segment    `json:"segments,omitempty"`
	Parties     []Party      `json:"parties,omitempty"`
	Statements  []Statement  `json:"statements,omitempty"`
	Responses   []Response   `json:"responses,omitempty"`
	Voices      []Voice      `json:"voices,omitempty"`
	Commitments []Commitment `json:"commitments,omitempty"`
	Contacts    []Contact    `json:"contacts,omitempty"`
	Incidents   []Incident   `json:"incidents,omitempty"`
}

// Within reports whether a span stands in a segment of a class.
func (r *Record) Within(s Span, class Class) bool {
	return slices.ContainsFunc(r.Segments, func(seg Segment) bool {
		return seg.Class == class && seg.Span.Bytes().Contains(s.Bytes())
	})
}
