package readout

// ContactForm is how parties met.
type ContactForm string

const (
	Meeting     ContactForm = "meeting"
	Call        ContactForm = "call"
	Visit       ContactForm = "visit"
	Talks       ContactForm = "talks"
	Letter      ContactForm = "letter"
	Briefing    ContactForm = "briefing"
	ContactOnly ContactForm = "contact"
)

// ContactState is how far a contact is more than talk.
type ContactState string

const (
	ContactRumoured    ContactState = "rumoured"
	ContactOffered     ContactState = "offered"
	ContactRefused     ContactState = "refused"
	ContactPlanned     ContactState = "planned"
	ContactConditional ContactState = "conditional"
	ContactReported    ContactState = "reported" // by one side or the outlet
	ContactConfirmed   ContactState = "confirmed"
	ContactDenied      ContactState = "denied"
	ContactCancelled   ContactState = "cancelled"
)

// Contact is a meeting, call, visit, round of talks, letter or briefing.
type Contact struct {
	ID           string        `json:"id"`
	Form         ContactForm   `json:"form"`
	Participants []Participant `json:"participants,omitempty"`
	When         *Date         `json:"when,omitempty"`
	Where        string        `json:"where,omitempty"`
	Subject      string        `json:"subject,omitempty"`
	State        ContactState  `json:"state"`
	Condition    *Condition    `json:"condition,omitempty"`
	Evidence     []Evidence    `json:"evidence"`
}

// Participant is a party (id) and whose word it is that it took part (party
// id; empty is the outlet's own).
type Participant struct {
	Party  string `json:"party"`
	ToldBy string `json:"told_by,omitempty"`
}

// Incident is something that happened to people or places.
type Incident struct {
	ID          string     `json:"id"`
	What        string     `json:"what"`
	Where       string     `json:"where,omitempty"`
	When        *Date      `json:"when,omitempty"`
	Actor       string     `json:"actor,omitempty"`
	ActorToldBy string     `json:"actor_told_by,omitempty"`
	Figures     []Figure   `json:"figures,omitempty"`
	Evidence    []Evidence `json:"evidence"`
}

// Quantity is what a figure counts.
type Quantity string

const (
	Killed      Quantity = "killed"
	Injured     Quantity = "injured"
	Missing     Quantity = "missing"
	Captured    Quantity = "captured"
	Displaced   Quantity = "displaced"
	Damaged     Quantity = "damaged"
	Launched    Quantity = "launched"
	Intercepted Quantity = "intercepted"
	Clashes     Quantity = "clashes"
	OtherCount  Quantity = "other"
)

// Bound is how a figure is meant.
type Bound string

const (
	Exact   Bound = "exact"
	AtLeast Bound = "at-least"
	Around  Bound = "about"
	UpTo    Bound = "up-to"
	Some    Bound = "some" // no number given
)

// Figure is a number about an incident, on somebody's word (ToldBy, party id;
// empty is the outlet's own). Value is nil where the text gives no number.
type Figure struct {
	Quantity Quantity `json:"quantity"`
	Unit     string   `json:"unit,omitempty"`
	Value    *float64 `json:"value,omitempty"`
	Bound    Bound    `json:"bound,omitempty"`
	Scope    string   `json:"scope,omitempty"`
	Span     Span     `json:"span"`
	ToldBy   string   `json:"told_by,omitempty"`
	AsOf     string   `json:"as_of,omitempty"` // EDTF
}
