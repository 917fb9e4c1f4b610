package readout

// DecisionKind is what a person decides.
type DecisionKind string

const (
	AcceptIt  DecisionKind = "accept"  // the target is right as it stands
	RejectIt  DecisionKind = "reject"  // it is wrong and counts no more; of a decision: it is undone
	CorrectIt DecisionKind = "correct" // Field of it is Value
)

// DecisionKinds lists them all.
var DecisionKinds = []DecisionKind{AcceptIt, RejectIt, CorrectIt}

// Decision is what a person has decided about the record, by name and with a
// reason. Decisions are kept beside what was read, are never changed, and hold
// again after every reading; to undo one is another decision (RejectIt).
type Decision struct {
	ID     string       `json:"id"`
	Who    string       `json:"who"`
	On     string       `json:"on"` // RFC 3339
	What   DecisionKind `json:"what"`
	Target Target       `json:"target"`
	Field  string       `json:"field,omitempty"`
	Value  string       `json:"value,omitempty"`
	Why    string       `json:"why"`
}

// Target is what a decision is about: its type and id as they were when it was
// made, and where it stood. By At it is found again where another reading has
// given it another id. A decision that undoes another has no At.
type Target struct {
	Type string `json:"type"`
	ID   string `json:"id"`
	At   *Span  `json:"at,omitempty"`
}
