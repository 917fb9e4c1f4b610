// Package commitment joins what several reports say of one promise, ultimatum
// or decision, and keeps what became of it.
//
// The idea: a promise is known by who is bound, by the act and by what the act is
// done to; an ultimatum by its two sides and its day. Two are one where these
// agree and nothing contradicts: no other day (but for one that says it extends
// the first), number, duration or "not". What only refers to one ("reopen it",
// "the Friday deadline") means the one that it can mean, or nothing.
//
// The state is the latest that a statement gives. Kept, broken, extended,
// withdrawn, disputed, superseded and rejected need a statement as evidence, which
// may tell it in other words: of the pledge, or of the act, by the party that is
// bound and at a day that agrees; in doubt it says nothing. Where one statement
// says kept and another broken, it is disputed. What was promised not to be done
// is never kept: it is in force, without a breach on record until that day. The
// clock is not asked here: due and lapsed depend on the day that somebody asks for.
package commitment

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/ruling"
	"readout/internal/ledger/shelf"
)

const lookedAt = 512 // latest commitments of a party, of those with one word

// Names folds names in a text and knows which id stands for a party.
type Names interface {
	Fold(text string) []string
	Canonical(party string) string
	Side(party string) string // whom it speaks for, else itself
}

// File is the commitments of all reports seen so far.
type File struct {
	names   Names
	rulings *ruling.Book
	count   *shelf.Counter
	groups  *shelf.Table[int, group]
	numbers *shelf.Table[string, int] // id of a commitment → its group
	by      *shelf.Postings[string]   // bound party → groups
	worded  *shelf.Postings[string]   // bound parties and a word of what to → groups
	changed map[int]bool
}

type group struct {
	Kind              readout.CommitmentKind
	Words             wording  // of the first report
	Else              []string // of an ultimatum: condition and consequence
	Bound             []string // who is bound, of an ultimatum its two parties
	Issuer, Addressee string
	Duration          string
	Open, Firm        bool         // a condition and no day; a day and no condition
	Dues              []match.Days // all that were told, the one that holds last
	Moved             bool         // it was put off: an older day no longer holds
	Weekday           string       // on which it is due, where the week is not known
	Told              match.Days   // when reports told of it
	Members           []readout.Commitment
	History           []readout.CommitmentEvent
}

func (g *group) due() match.Days {
	if len(g.Dues) == 0 {
		return match.Days{}
	}
	return g.Dues[len(g.Dues)-1]
}

// New is the file that a shelf holds.
func New(s *shelf.Shelf, names Names, rulings *ruling.Book) *File {
	return &File{
		names: names, rulings: rulings, count: shelf.NewCounter(s, "commitment.count"), groups: shelf.NewTable[int, group](s, "commitment"),
		numbers: shelf.NewTable[string, int](s, "commitment.number"), by: shelf.NewPostings[string](s, "commitment.by", lookedAt),
		worded: shelf.NewPostings[string](s, "commitment.word", lookedAt), changed: map[int]bool{},
	}
}

// Add takes in the commitments of one report, then what its statements say of
// those that the file has.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	statements := map[string]*readout.Statement{}
	for i := range rec.Statements {
		statements[rec.Statements[i].ID] = &rec.Statements[i]
	}
	for _, c := range rec.Commitments {
		f.add(doc, statements, c)
	}
	for i := range rec.Statements {
		f.rule(rec.Statements[i].ID)
		f.outcome(doc, &rec.Statements[i])
	}
}

func (f *File) add(doc *readout.Document, statements map[string]*readout.Statement, c readout.Commitment) {
	next := f.read(doc, c)
	n := f.find(next, c)
	if n < 0 {
		n = f.found(next)
	}
	g := f.groups.Edit(n)
	g.Members = append(g.Members, c)
	g.learn(next, c.State == readout.StateExtended)
	for _, e := range events(doc, statements, c) {
		g.History = append(g.History, g.sober(e))
	}
	f.numbers.Put(c.ID, n)
	f.changed[n] = true
}

// read is a group of one report.
func (f *File) read(doc *readout.Document, c readout.Commitment) *group {
	x := english()
	ended := c.Duration != "" || c.Due.Known()
	next := &group{
		Kind: c.Kind, Words: x.words(f.names.Fold(first(c.What)), ended && c.Kind == readout.Promise), Bound: f.bound(c),
		Issuer: f.names.Canonical(c.Issuer), Addressee: f.names.Canonical(c.Addressee), Duration: c.Duration,
		Open: c.Condition != nil && !c.Due.Known(), Firm: c.Condition == nil && c.Due.Known(),
	}
	if c.Kind == readout.Ultimatum {
		f.readUltimatum(next, c)
	}
	if c.Due != nil {
		next.Weekday = c.Due.Weekday
		if due := match.ParseDays(c.Due.Value); due.Bounded() {
			next.Dues = []match.Days{due}
		}
	}
	if doc.Published.Known() {
		next.Told = match.ParseDays(doc.Published.Value)
	}
	return next
}

// first is a wording without what its speaker says besides (", and I expect").
func first(what string) string {
	at := beside.FindStringIndex(what)
	if at == nil {
		return what
	}
	return what[:at[0]]
}

var beside = regexp.MustCompile(`(?i), (and|but) (i|we|you|he|she|it|they) `)

// readUltimatum drops what every ultimatum has: the word, and whose it is.
func (f *File) readUltimatum(next *group, c readout.Commitment) {
	x := english()
	next.Words.Not = false // "or else": what is threatened and what is asked stand together
	own := func(w string) bool {
		id, name := strings.CutPrefix(w, "@")
		return x.has("bare", w) || name && (f.oneSide(id, next.Issuer) || f.oneSide(id, next.Addressee))
	}
	if own(next.Words.Head) {
		next.Words.Head = ""
	}
	next.Words.Rest = slices.DeleteFunc(next.Words.Rest, own)
	text := c.Consequence
	if c.Condition != nil {
		text += " " + c.Condition.Text
	}
	next.Else = slices.DeleteFunc(x.words(f.names.Fold(text), false).all(), own)
}

// learn takes over what a further report of it tells.
func (g *group) learn(next *group, moved bool) {
	switch {
	case len(next.Dues) == 0 || len(g.Dues) > 0 && g.due() == next.due():
	case g.Moved && !moved:
		g.Dues = append(next.Dues, g.Dues...)
	default:
		g.Dues = append(g.Dues, next.Dues...)
	}
	g.Moved = g.Moved || moved && len(next.Dues) > 0
	g.Issuer, g.Addressee = cmp.Or(g.Issuer, next.Issuer), cmp.Or(g.Addressee, next.Addressee)
	g.Duration = cmp.Or(g.Duration, next.Duration)
	g.Told = g.Told.Span(next.Told)
}

func (f *File) found(g *group) int {
	n := f.count.Next()
	f.groups.Put(n, *g)
	for _, p := range f.sides(g.Bound) {
		f.by.Add(p, n)
		for _, s := range match.Set(stubs(g.Words.all())) {
			f.worded.Add(p+" "+s, n)
		}
	}
	return n
}

func stubs(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, stub(w))
	}
	return out
}

// sober is a step as the record has it: what was promised not to be done is never
// kept, it is in force, and nobody has broken it so far.
func (g *group) sober(e readout.CommitmentEvent) readout.CommitmentEvent {
	if g.Words.Not && e.State == readout.StateKept {
		e.State = readout.StateInForce
	}
	return e
}

// rule has the commitments shown again to which persons have given a state on the
// word of a statement that comes now.
func (f *File) rule(statement string) {
	for _, id := range f.rulings.StatedBy(statement) {
		if n := f.numbers.Get(id); n != nil {
			f.changed[*n] = true
		}
	}
}

// ruled are the states that persons have given a commitment.
func (f *File) ruled(id string) []readout.CommitmentEvent {
	var out []readout.CommitmentEvent
	for _, o := range f.rulings.Outcomes(id) {
		out = append(out, readout.CommitmentEvent{State: o.State, On: o.On, By: byPerson, Evidence: cmp.Or(o.Statement, o.Decision)})
	}
	return out
}

const byPerson = "person"

// bound are the parties by which a commitment is known: who is bound, or for an
// ultimatum who makes it and to whom it is put; what binds nobody yet is known by
// who asks for it.
func (f *File) bound(c readout.Commitment) []string {
	ids := c.Obligor
	if c.Kind == readout.Ultimatum {
		ids = []string{c.Issuer, c.Addressee}
	}
	var out []string
	for _, id := range ids {
		if id != "" {
			out = append(out, f.names.Canonical(id))
		}
	}
	if len(out) == 0 && c.AskedBy != "" {
		out = []string{proposed + f.names.Canonical(c.AskedBy)}
	}
	return match.Set(out)
}

const proposed = "? " // in front of the party that proposes what binds nobody yet

// sides are parties and whom they speak for.
func (f *File) sides(parties []string) []string {
	out := slices.Clone(parties)
	for _, p := range parties {
		out = append(out, f.names.Side(p))
	}
	return match.Set(out)
}

// oneSide: one party, or one that speaks for the other. Two ministers of a
// state are two.
func (f *File) oneSide(a, b string) bool {
	return a != "" && b != "" && (a == b || f.names.Side(a) == b || f.names.Side(b) == a)
}
