package readout

import "strings"

// Act is what a speaker does by speaking; it follows the cue.
type Act string

const (
	ActState       Act = "state"
	ActClaim       Act = "claim"
	ActConfirm     Act = "confirm"
	ActDeny        Act = "deny"
	ActAcknowledge Act = "acknowledge"
	ActAccept      Act = "accept"
	ActAcceptIf    Act = "accept-conditionally"
	ActReject      Act = "reject"
	ActPropose     Act = "propose"
	ActRequest     Act = "request"
	ActDemand      Act = "demand"
	ActWarn        Act = "warn"
	ActThreaten    Act = "threaten"
	ActCommit      Act = "commit"
	ActConsider    Act = "consider"
	ActPredict     Act = "predict"
	ActEvaluate    Act = "evaluate"
	ActAccuse      Act = "accuse"
	ActQuestion    Act = "question"
	ActDecline     Act = "decline"
)

// Acts lists every act, in the order of the format's description.
var Acts = []Act{
	ActState, ActClaim, ActConfirm, ActDeny, ActAcknowledge, ActAccept, ActAcceptIf, ActReject, ActPropose,
	ActRequest, ActDemand, ActWarn, ActThreaten, ActCommit, ActConsider, ActPredict, ActEvaluate, ActAccuse,
	ActQuestion, ActDecline,
}

// Mode says whether the content stands in quotation marks.
type Mode string

const (
	Direct   Mode = "direct"   // all of it
	Indirect Mode = "indirect" // none of it
	Mixed    Mode = "mixed"    // part of it
)

// Grade is how sure the reader is of a statement.
type Grade string

const (
	Sure      Grade = "sure"      // by form: named speaker, cue, balanced quotes
	Inherited Grade = "inherited" // pronoun, floating quotation
	Guessed   Grade = "guessed"   // needs a person's eye
)

// Grades lists every grade, the surest first.
var Grades = []Grade{Sure, Inherited, Guessed}

// SpeakerClass is how the text names the speaker.
type SpeakerClass string

const (
	SpeakerNamed       SpeakerClass = "named"
	SpeakerOffice      SpeakerClass = "office"
	SpeakerInstitution SpeakerClass = "institution"
	SpeakerState       SpeakerClass = "state"
	SpeakerGroup       SpeakerClass = "group"
	SpeakerOutlet      SpeakerClass = "outlet"
	SpeakerUnnamed     SpeakerClass = "unnamed"
	SpeakerNone        SpeakerClass = "none"
)

// HopKind is how one teller in a chain passes on the next.
type HopKind string

const (
	Quotes     HopKind = "quotes"
	Relays     HopKind = "relays"
	TellsOf    HopKind = "tells-of"
	AskedAbout HopKind = "asked-about"
)

// Hop is one teller in a chain. Cue is the words by which the hop before it
// cites it; an outlet without a name is Name "outlet" and no Party.
type Hop struct {
	Party string  `json:"party,omitempty"`
	Name  string  `json:"name,omitempty"`
	Cue   *Span   `json:"cue,omitempty"`
	Kind  HopKind `json:"kind,omitempty"`
}

// Edit is a square-bracket insertion or an ellipsis inside a quotation.
type Edit struct {
	Kind EditKind `json:"kind"`
	Span Span     `json:"span"`
}

// EditKind tells the two apart.
type EditKind string

const (
	Insertion EditKind = "insertion"
	Cut       EditKind = "cut"
)

// Statement is one attribution in one document: a witness of an utterance.
// Source and Cue are nil where the text has none; Speaker is empty when the
// text names nobody. Content holds several spans when the cue splits it.
type Statement struct {
	ID           string       `json:"id"`
	Doc          string       `json:"doc"`
	Span         Span         `json:"span"`
	Source       *Span        `json:"source,omitempty"`
	Cue          *Span        `json:"cue,omitempty"`
	Content      []Span       `json:"content,omitempty"`
	Speaker      string       `json:"speaker,omitempty"`
	SpeakerClass SpeakerClass `json:"speaker_class,omitempty"`
	Act          Act          `json:"act,omitempty"`
	Mode         Mode         `json:"mode,omitempty"`
	Floating     bool         `json:"floating,omitempty"`
	Negated      bool         `json:"negated,omitempty"`
	Addressee    string       `json:"addressee,omitempty"`
	Channel      string       `json:"channel,omitempty"`
	Place        string       `json:"place,omitempty"`
	Said         *Date        `json:"said,omitempty"`
	Chain        []Hop        `json:"chain,omitempty"`
	Parent       string       `json:"parent,omitempty"`
	Edits        []Edit       `json:"edits,omitempty"`
	Grade        Grade        `json:"grade"`
	By           string       `json:"by"`            // rule or model, with its version
	Why          string       `json:"why,omitempty"` // one line of reason
}

// ContentText is the words of the content, a space between its pieces; ""
// where there is none.
func (s *Statement) ContentText() string {
	parts := make([]string, len(s.Content))
	for i, c := range s.Content {
		parts[i] = c.Text
	}
	return strings.Join(parts, " ")
}
