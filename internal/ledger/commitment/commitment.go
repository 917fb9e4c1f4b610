// Package commitment joins what several reports say of one promise,
// ultimatum or decision, and keeps what became of it.
//
// Two are one when the same party is bound, what it is bound to is worded
// alike, and no two due dates contradict each other (but for one that says it
// extends the other). The state is the latest that a statement gives. Kept,
// broken, extended, withdrawn, disputed, superseded and rejected need a
// statement as evidence; where one statement says kept and another broken, it
// is disputed. The clock is not asked here: due and lapsed depend on the day
// that somebody asks for.
package commitment

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/ruling"
	"readout/internal/ledger/shelf"
)

// How alike two wordings must be, by Dice, or by containment of one that has
// at least two stems. There is no weighting: the wordings are short.
const (
	alike     = 0.5
	contained = 0.75
	shortest  = 2
	lookedAt  = 512 // latest commitments of a party, of those with one word
)

// Names folds names in a text and knows which id stands for a party.
type Names interface {
	Fold(text string) []string
	Canonical(party string) string
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
	Kind    readout.CommitmentKind
	Tokens  []string // of the first wording
	Bound   []string
	Due     match.Days
	Members []readout.Commitment
	History []readout.CommitmentEvent
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
	next := &group{Kind: c.Kind, Tokens: match.Stems(f.names.Fold(c.What)), Bound: f.bound(c)}
	if c.Due.Known() {
		next.Due = match.ParseDays(c.Due.Value)
	}
	n := f.find(next, c.State)
	if n < 0 {
		n = f.found(next)
	}
	g := f.groups.Edit(n)
	g.Members = append(g.Members, c)
	if next.Due.Bounded() {
		g.Due = next.Due
	}
	g.History = append(g.History, events(doc, statements, c)...)
	f.numbers.Put(c.ID, n)
	f.changed[n] = true
}

func (f *File) found(g *group) int {
	n := f.count.Next()
	f.groups.Put(n, *g)
	for _, p := range g.Bound {
		f.by.Add(p, n)
	}
	for _, b := range bonds(g) {
		f.worded.Add(b, n)
	}
	return n
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

// bound are the parties by which a commitment is known: who is bound, or for
// an ultimatum whom it is put to.
func (f *File) bound(c readout.Commitment) []string {
	ids := c.Obligor
	if c.Kind == readout.Ultimatum && c.Addressee != "" {
		ids = []string{c.Addressee}
	}
	var out []string
	for _, id := range ids {
		if id != "" {
			out = append(out, f.names.Canonical(id))
		}
	}
	return match.Set(out)
}

// find is the group that is most like, -1 where none is like enough.
func (f *File) find(next *group, state readout.CommitmentState) int {
	var near []int32
	for _, b := range bonds(next) {
		list, _ := f.worded.Of(b)
		near = append(near, list...)
	}
	slices.Sort(near)
	best, top := -1, 0.0
	for _, n := range slices.Compact(near) {
		g := f.groups.Get(int(n))
		if g == nil || g.Kind != next.Kind || state != readout.StateExtended && !g.Due.Overlap(next.Due) {
			continue
		}
		if score := likeness(g.Tokens, next.Tokens); score > top {
			best, top = int(n), score
		}
	}
	return best
}

// bonds is under what a group can be found: nothing where nobody is bound.
func bonds(g *group) []string {
	if len(g.Bound) == 0 {
		return nil
	}
	var out []string
	for _, w := range g.Tokens {
		out = append(out, strings.Join(g.Bound, " ")+" "+w)
	}
	return out
}

// likeness is 0 where two wordings are not alike.
func likeness(a, b []string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	dice := match.Dice(a, b, match.Flat)
	if dice >= alike || len(a) >= shortest && match.Containment(a, b, match.Flat) >= contained {
		return dice
	}
	return 0
}
