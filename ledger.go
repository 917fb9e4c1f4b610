package readout

// Ledger is what several reports say of the same thing, joined: the groups of
// the record. Responses are those of the reports with About filled in where
// the group is known. Positions are not here: they are computed for a day.
type Ledger struct {
	Parties      []Party       `json:"parties,omitempty"`
	Utterances   []Utterance   `json:"utterances,omitempty"`
	Propositions []Proposition `json:"propositions,omitempty"`
	Stances      []Stance      `json:"stances,omitempty"`
	Responses    []Response    `json:"responses,omitempty"`
	Commitments  []Commitment  `json:"commitments,omitempty"`
	Contacts     []Contact     `json:"contacts,omitempty"`
	Incidents    []Incident    `json:"incidents,omitempty"`
	Stories      []Story       `json:"stories,omitempty"`
	Origins      []Origin      `json:"origins,omitempty"`
	Revisions    []Revision    `json:"revisions,omitempty"`
	Candidates   []Candidate   `json:"candidates,omitempty"`
}

// Candidate is a join that is not clear and was not made: two groups of a kind
// ("party", "utterance", "proposition") by their ids, where groups come near by
// their sentences the two statements that do (A's first), how near they come (0
// to 1, comparable within a kind) and, in one line, what speaks for it and what
// against. It is a person's to decide.
type Candidate struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	A          string   `json:"a"`
	B          string   `json:"b"`
	Statements []string `json:"statements,omitempty"`
	Score      float64  `json:"score"`
	Why        string   `json:"why"`
}
