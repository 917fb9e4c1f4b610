package readout

// Utterance is one speech event, however many witnesses it has: three tellers
// of one utterance are one origin.
type Utterance struct {
	ID         string    `json:"id"`
	Statements []string  `json:"statements"`
	Speaker    string    `json:"speaker,omitempty"`
	Said       *Date     `json:"said,omitempty"`
	Place      string    `json:"place,omitempty"`
	Channel    string    `json:"channel,omitempty"`
	Wordings   []Wording `json:"wordings,omitempty"`
	Origin     string    `json:"origin,omitempty"`  // statement id of the earliest witness
	Tellers    []string  `json:"tellers,omitempty"` // outlet or party ids
	Why        []string  `json:"why,omitempty"`     // by what its witnesses were joined
}

// Wording is one way the words of an utterance are given.
type Wording struct {
	Text       string   `json:"text"`
	Statements []string `json:"statements"`
}

// PropositionKind is what sort of matter a proposition is.
type PropositionKind string

const (
	Fact       PropositionKind = "fact"
	Proposal   PropositionKind = "proposal"
	Prediction PropositionKind = "prediction"
)

// Proposition is a matter on which parties take stances, in neutral words.
type Proposition struct {
	ID    string            `json:"id"`
	Text  string            `json:"text"`
	Kind  PropositionKind   `json:"kind"`
	Links []PropositionLink `json:"links,omitempty"`
}

// PropositionLink ties near matters that are not the same: "narrower",
// "contrary", "possibly-related".
type PropositionLink struct {
	Kind string `json:"kind"`
	To   string `json:"to"`
}

// StanceValue is where a statement stands towards a proposition as worded.
type StanceValue string

const (
	Affirms    StanceValue = "affirms"
	Denies     StanceValue = "denies"
	Supports   StanceValue = "supports"
	SupportsIf StanceValue = "supports-with-conditions"
	Opposes    StanceValue = "opposes"
	Proposes   StanceValue = "proposes"
	Requests   StanceValue = "requests"
	Questions  StanceValue = "questions"
	Tentative  StanceValue = "tentative"
	SecondHand StanceValue = "second-hand"
)

// Stance ties a statement to a proposition. Party is whose stance it is: the
// speaker, except in SecondHand, where the teller says it of another and
// ReportedValue is what is said of it.
type Stance struct {
	Statement     string      `json:"statement"`
	Proposition   string      `json:"proposition"`
	Party         string      `json:"party,omitempty"`
	Value         StanceValue `json:"value"`
	ReportedValue StanceValue `json:"reported_value,omitempty"`
	Why           string      `json:"why,omitempty"` // one line: why the statement stands under the proposition
}

// Position is computed: where a party stands on a proposition as of a day.
type Position struct {
	Party       string      `json:"party"`
	Proposition string      `json:"proposition"`
	AsOf        *Date       `json:"as_of,omitempty"`
	Value       StanceValue `json:"value"`
	Statements  []string    `json:"statements"`
	Dissent     []string    `json:"dissent,omitempty"`
}

// Story is a set of reports on one course of events.
type Story struct {
	ID        string   `json:"id"`
	Title     string   `json:"title,omitempty"`
	Documents []string `json:"documents"`
}

// Origin is a text and its copies.
type Origin struct {
	ID       string `json:"id"`
	Document string `json:"document"` // the earliest
	Copies   []Copy `json:"copies,omitempty"`
}

// Copy is a document that repeats another's text: "copy", "edited-copy",
// "shared-passage"; Containment is the share of it that stands in the origin.
type Copy struct {
	Doc         string  `json:"doc"`
	Kind        string  `json:"kind"`
	Containment float64 `json:"containment"`
}
