package readout

// Status is what became of a question that a report put, or would have put.
type Status string

const (
	Confirmed       Status = "confirmed"
	Denied          Status = "denied"
	Acknowledged    Status = "acknowledged"
	NotAcknowledged Status = "not-acknowledged"
	NotConfirmed    Status = "not-confirmed"
	Declined        Status = "declined"
	Refused         Status = "refused"
	NoResponse      Status = "no-response"
	NotDisclosed    Status = "not-disclosed"
)

// NothingOnRecord is computed for a party of a proposition that has no stance
// and no response; it is never stored.
const NothingOnRecord = "nothing-on-record"

// Response says that a party has, or has not, answered. Party is empty when
// nobody is named.
type Response struct {
	ID      string `json:"id"`
	Doc     string `json:"doc"`
	Span    Span   `json:"span"`
	Party   string `json:"party,omitempty"`
	About   *About `json:"about,omitempty"`
	Status  Status `json:"status"`
	AsOf    *Date  `json:"as_of,omitempty"`
	Expires *Date  `json:"expires,omitempty"`
}

// About is what a response is about: an object of the record, or its words.
type About struct {
	Proposition string `json:"proposition,omitempty"`
	Contact     string `json:"contact,omitempty"`
	Incident    string `json:"incident,omitempty"`
	Text        string `json:"text,omitempty"`
}

// VoiceKind is what the outlet itself does in its own words.
type VoiceKind string

const (
	VoicePosition   VoiceKind = "position"
	VoiceOpinion    VoiceKind = "opinion"
	VoiceBackground VoiceKind = "background"
)

// Voice is the outlet's own: shown grey, never counted in a position.
type Voice struct {
	ID          string      `json:"id"`
	Doc         string      `json:"doc"`
	Span        Span        `json:"span"`
	Kind        VoiceKind   `json:"kind"`
	Party       string      `json:"party,omitempty"`
	Proposition string      `json:"proposition,omitempty"`
	Value       StanceValue `json:"value,omitempty"`
	When        *Date       `json:"when,omitempty"`
}
