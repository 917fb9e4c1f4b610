package readout

// Revision is a later version of a report beside the one before it: what
// changed, and what became of its statements. A report with a note that it was
// changed, the earlier version of which is not kept, is one without Of.
type Revision struct {
	ID         string            `json:"id"`
	Doc        string            `json:"doc"`
	Of         string            `json:"of,omitempty"` // document id
	By         string            `json:"by"`           // what joins them: "address", "title" or "note"
	Notes      []Span            `json:"notes,omitempty"`
	Changes    []Change          `json:"changes,omitempty"`
	Statements []StatementChange `json:"statements,omitempty"`
}

// Change is a paragraph that appeared (no Before), vanished (no After) or was
// altered.
type Change struct {
	Before *Span `json:"before,omitempty"`
	After  *Span `json:"after,omitempty"`
}

// StatementChange is a statement that appeared, vanished or was altered, by
// its id in each version.
type StatementChange struct {
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}
