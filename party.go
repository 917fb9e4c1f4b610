package readout

// PartyKind is what sort of actor a party is.
type PartyKind string

const (
	Person      PartyKind = "person"
	OfficeKind  PartyKind = "office"
	Institution PartyKind = "institution"
	State       PartyKind = "state"
	Force       PartyKind = "force"
	Group       PartyKind = "group"
	Outlet      PartyKind = "outlet"
	Agency      PartyKind = "agency"
	Unnamed     PartyKind = "unnamed"
)

// Party is someone who can speak or be bound. Unnamed sources keep their own
// words as their name and are never merged into a named party.
type Party struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"` // best full name
	Kind      PartyKind `json:"kind"`
	Aliases   []string  `json:"aliases,omitempty"`
	PartOf    string    `json:"part_of,omitempty"`
	SpeaksFor string    `json:"speaks_for,omitempty"`
	Principal string    `json:"principal,omitempty"`
	Members   []string  `json:"members,omitempty"` // of a group of joint speakers
	Offices   []Office  `json:"offices,omitempty"`
}

// Office is a title held for a time; From and To are EDTF, empty if unknown.
type Office struct {
	Title string `json:"title"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}
