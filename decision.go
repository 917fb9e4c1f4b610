package readout

// DecisionKind is what a person decides.
type DecisionKind string

const (
	AcceptIt    DecisionKind = "accept"    // the target is right as it stands
	RejectIt    DecisionKind = "reject"    // it is wrong and counts no more; of a decision: it is undone
	CorrectIt   DecisionKind = "correct"   // Field of it is Value
	MergeThem   DecisionKind = "merge"     // the two parties are one
	SplitThem   DecisionKind = "split"     // the two parties are two
	SameIt      DecisionKind = "same"      // the two are the same; of a statement and a proposition: it takes a stance on it, Value where one is given
	DifferentIt DecisionKind = "different" // the two are not the same; of a statement and a proposition: it takes none
	StateIt     DecisionKind = "state"     // the state of the commitment is Value, on the word of With where there is one
)

// DecisionKinds lists them all.
var DecisionKinds = []DecisionKind{AcceptIt, RejectIt, CorrectIt, MergeThem, SplitThem, SameIt, DifferentIt, StateIt}

// Decision is what a person has decided about the record, by name and with a
// reason. Decisions are kept beside what was read, are never changed, and hold
// again after every reading; to undo one is another decision (RejectIt).
type Decision struct {
	ID     string       `json:"id"`
	Who    string       `json:"who"`
	On     string       `json:"on"` // RFC 3339
	What   DecisionKind `json:"what"`
	Target Target       `json:"target"`
	With   *Target      `json:"with,omitempty"` // the other of a pair
	Field  string       `json:"field,omitempty"`
	Value  string       `json:"value,omitempty"`
	Why    string       `json:"why"`
}

// Target is what a decision is about: its type and id as they were when it was
// made, and by what it is found again where another reading has given it
// another id.
//
// A statement or response has the place where it stood (At). What the ledger
// has made of statements has one of them (Statement) and its place: an
// utterance its origin, a proposition the statement that founded it, a
// commitment its evidence. A party has its name, and so has a proposition in a
// person's own words, which need not be there yet. A finding in a draft, which is
// not on record, has its kind and words as its name, and the decision to reject
// it the ids of the statements that it rested on as Value. A decision that is
// undone has its id alone.
type Target struct {
	Type      string `json:"type"`
	ID        string `json:"id"`
	Name      string `json:"name,omitempty"`
	Statement string `json:"statement,omitempty"`
	At        *Span  `json:"at,omitempty"`
}
