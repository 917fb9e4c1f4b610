package readout

// CommitmentKind tells promises, ultimatums and decisions apart.
type CommitmentKind string

const (
	Promise   CommitmentKind = "commitment"
	Ultimatum CommitmentKind = "ultimatum"
	Decided   CommitmentKind = "decision"
)

// CommitmentState is what has become of a commitment. The clock alone makes
// Due and Lapsed; Kept and Broken need a statement.
type CommitmentState string

const (
	StateTentative   CommitmentState = "tentative"
	StateClaimed     CommitmentState = "claimed"
	StateProposed    CommitmentState = "proposed"
	StateGiven       CommitmentState = "given"
	StateConditional CommitmentState = "conditional"
	StateInForce     CommitmentState = "in-force"
	StateDue         CommitmentState = "due"
	StateKept        CommitmentState = "kept"
	StateBroken      CommitmentState = "broken"
	StateLapsed      CommitmentState = "lapsed"
	StateExtended    CommitmentState = "extended"
	StateWithdrawn   CommitmentState = "withdrawn"
	StateSuperseded  CommitmentState = "superseded"
	StateDisputed    CommitmentState = "disputed"
	StateRejected    CommitmentState = "rejected"
)

// Commitment is what somebody is bound to, or is said to be bound to. Parties
// are ids; Duration is an ISO 8601 period; a period without a known Start has
// no Due.
type Commitment struct {
	ID          string            `json:"id"`
	Kind        CommitmentKind    `json:"kind"`
	What        string            `json:"what"`
	Span        *Span             `json:"span,omitempty"`
	Obligor     []string          `json:"obligor,omitempty"`
	Teller      string            `json:"teller,omitempty"`
	AskedBy     string            `json:"asked_by,omitempty"`
	Beneficiary string            `json:"beneficiary,omitempty"`
	Issuer      string            `json:"issuer,omitempty"`
	Addressee   string            `json:"addressee,omitempty"`
	Consequence string            `json:"consequence,omitempty"`
	Decided     *Date             `json:"decided,omitempty"`
	Condition   *Condition        `json:"condition,omitempty"`
	Duration    string            `json:"duration,omitempty"`
	Start       *Date             `json:"start,omitempty"`
	Due         *Date             `json:"due,omitempty"`
	State       CommitmentState   `json:"state,omitempty"`
	History     []CommitmentEvent `json:"history,omitempty"`
	Evidence    []Evidence        `json:"evidence,omitempty"`
}

// Condition is a trigger in the text's own words.
type Condition struct {
	Text string `json:"text"`
	Span *Span  `json:"span,omitempty"`
}

// CommitmentEvent is one step of a commitment's history; By is "statement",
// "clock" or "person", On an EDTF date.
type CommitmentEvent struct {
	State    CommitmentState `json:"state"`
	On       string          `json:"on,omitempty"`
	By       string          `json:"by,omitempty"`
	Evidence string          `json:"evidence,omitempty"` // statement id
}
