package readout

// Analysis is what reading lays over one Document, layer by layer. It lives
// while the report is read and is not stored. Layers are in order of the text;
// a step fills its own layer from those before it and changes no other.
type Analysis struct {
	Doc          *Document
	Blocks       []Block
	Sentences    []Sentence
	Tokens       []Token
	Attributions []Attribution
	Names        []Name
	Anaphors     []Anaphor
	Quotes       []Quote
	Times        []Timex
	Mentions     []Mention
	Parties      []Party // what Mention.Party points into

	ruler *Ruler // of Doc, made by the first Span
}

// Span cuts r out of the document, as Document.Span does, and fast however
// long it is. An Analysis is for one goroutine.
func (a *Analysis) Span(r Range) (Span, error) {
	if a.ruler == nil {
		a.ruler = a.Doc.Ruler()
	}
	return a.ruler.Span(r)
}

// Block is a paragraph, or a piece of one that is of another class than the
// rest. Blocks do not overlap and cover everything but white space. RelayOf is
// the outlet whose text a relay is, in the words of the report.
type Block struct {
	Range
	Class   Class
	RelayOf string
}

// Sentence lies inside one block. Tokens First to Last-1 are its own.
type Sentence struct {
	Range
	Block       int
	First, Last int
}

// TokenKind says what a token is made of.
type TokenKind uint8

const (
	Word   TokenKind = iota // letters, with digits, hyphens and apostrophes inside
	Number                  // digits, with their separators
	Punct                   // one mark
)

// Token is a word (UAX #29 and the language's exceptions), a number or a mark.
// UPOS, Head and Relation are those of Universal Dependencies, as far as the
// encoder can tell; UPOS is empty where nothing was parsed. Head is the token it
// hangs on, -1 for the root of its sentence; Relation has no subtype.
type Token struct {
	Range
	Kind     TokenKind
	Class    WordClass
	Sentence int
	UPOS     string
	Head     int
	Relation string
}

// WordClass is a coarse part of speech, as far as lists and spelling tell.
type WordClass uint8

const (
	Other        WordClass = iota // noun, adjective, unlisted verb
	Determiner                    // the, a, this, his
	Pronoun                       // he, they, who
	Preposition                   // in, of, with
	Conjunction                   // and, or, but
	Subordinator                  // that, if, because, while
	Auxiliary                     // has, will, 's
	Negation                      // not, never
	Adverb                        // also, quickly
	Verb                          // a verb of the lists, cues included
	Proper                        // capitalised where a common word would not be
)

// Quote is a stretch of the text inside quotation marks. Range has the marks,
// Inner has not. Continues is the index of the quotation in the paragraph
// before that this one goes on with, or -1. Outer is the index of the
// quotation around it, or -1.
type Quote struct {
	Range
	Inner     Range
	Outer     int
	Continues int
	Closed    bool // false: the closing mark is missing and was supplied
	Edits     []QuoteEdit
}

// QuoteEdit is a bracketed insertion or an ellipsis inside a quotation.
type QuoteEdit struct {
	Range
	Kind EditKind
}

// TimexType is a TIMEX3 type.
type TimexType string

const (
	TimexDate     TimexType = "DATE"
	TimexTime     TimexType = "TIME"
	TimexDuration TimexType = "DURATION"
	TimexSet      TimexType = "SET"
)

// Timex is a time expression with its value. Value is EDTF for dates and
// times, an ISO 8601 period for durations, empty when it cannot be computed;
// Weekday then keeps a weekday whose week is unknown. Basis is the calculation
// in one line. Mod is a TIMEX3 modifier ("START", "MID", "END", "APPROX").
// TIMEX3 is the same as TimeML writes it.
type Timex struct {
	Range
	Type    TimexType
	Value   string
	Grain   Grain
	Mod     string
	Weekday string
	Basis   string
	TIMEX3  Timex3
}

// Timex3 is type and value of a time expression in TimeML 1.2.1. It has a value
// for what no calendar has ("recently" is PAST_REF, "several weeks" PXW), and
// "in three days" is a length of time, whatever day it leads to.
type Timex3 struct {
	Type  TimexType
	Value string
}

// Mention is a name, title, pronoun or description that stands for a party of
// the report. Party is an index into Analysis.Parties, -1 when it could not be
// resolved.
type Mention struct {
	Range
	Kind  MentionKind
	Party int
	Sure  bool // false: resolved by nearness or recency only
}

// Attribution is what the encoder takes for a source, a cue and their content,
// before anything is decided: quotation marks, "that" and "to" belong to the
// content, auxiliaries and negation to the cue. Probability is that all of it is
// right, as far as the encoder can tell.
type Attribution struct {
	Source, Cue, Content []Range
	Probability          float64
}

// NameClass is what a name is a name of.
type NameClass string

const (
	NamePerson       NameClass = "person"
	NameOrganisation NameClass = "organisation"
	NamePlace        NameClass = "place" // states too
	NameGroup        NameClass = "group" // nationality, religious or political group
	NameOther        NameClass = "other" // work, event, product
)

// NameClasses are all of them.
var NameClasses = []NameClass{NamePerson, NameOrganisation, NamePlace, NameGroup, NameOther}

// Name is a name as the encoder sees it, without title.
type Name struct {
	Range
	Class       NameClass
	Probability float64
}

// Anaphor says which earlier tokens a pronoun or a noun may stand for, the most
// probable first, and how probable it is that it stands for none of them.
type Anaphor struct {
	Token int
	None  float64
	To    []Antecedent
}

// Antecedent is a token with the probability that a later one stands for it.
type Antecedent struct {
	Token       int
	Probability float64
}

// MentionKind is the form of a mention.
type MentionKind uint8

const (
	NameMention    MentionKind = iota // a proper name, with its title
	PronounMention                    // he, she, they, who
	NounMention                       // "the minister", "two officials"
)
