package readout

import "encoding/json"

// Evidence is a statement by its id or, where there is none, a Span. In JSON
// it is a string or an object.
type Evidence struct {
	Statement string
	Span      *Span
}

// MarshalJSON writes the id, or the span.
func (e Evidence) MarshalJSON() ([]byte, error) {
	if e.Span != nil {
		return json.Marshal(e.Span)
	}
	return json.Marshal(e.Statement)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (e *Evidence) UnmarshalJSON(b []byte) error {
	*e = Evidence{}
	if len(b) > 0 && b[0] == '{' {
		return json.Unmarshal(b, &e.Span)
	}
	return json.Unmarshal(b, &e.Statement)
}
