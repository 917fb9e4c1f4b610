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
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// How alike two wordings must be, by Dice, or by containment of one that has
// at least two stems. There is no weighting: the wordings are short.
const (
	alike     = 0.5
	contained = 0.75
	shortest  = 2
	lookedAt  = 512 // latest commitments of a party with one word
)

// Names folds names in a text and knows which id stands for a party.
type Names interface {
	Fold(text string) []string
	Canonical(party string) string
}

// File is the commitments of all reports seen so far.
type File struct {
	names  Names
	groups []*group
	by     match.Postings[string] // bound party → groups
	worded match.Postings[bond]
}

// bond is a word of what parties are bound to.
type bond struct {
	parties string
	word    string
}

type group struct {
	id      string
	kind    readout.CommitmentKind
	tokens  []string // of the first wording
	bound   []string
	due     match.Days
	members []readout.Commitment
	history []readout.CommitmentEvent
}

// New is an empty file.
func New(names Names) *File {
	return &File{names: names, worded: match.Postings[bond]{Most: lookedAt}}
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
		f.outcome(doc, &rec.Statements[i])
	}
}

func (f *File) add(doc *readout.Document, statements map[string]*readout.Statement, c readout.Commitment) {
	next := &group{id: c.ID, kind: c.Kind, tokens: match.Stems(f.names.Fold(c.What)), bound: f.bound(c)}
	if c.Due.Known() {
		next.due = match.ParseDays(c.Due.Value)
	}
	g := f.find(next, c.State)
	if g == nil {
		g = next
		for _, p := range g.bound {
			f.by.Add(p, len(f.groups))
		}
		for _, b := range bonds(g) {
			f.worded.Add(b, len(f.groups))
		}
		f.groups = append(f.groups, g)
	}
	g.members = append(g.members, c)
	if next.due.Bounded() {
		g.due = next.due
	}
	g.history = append(g.history, events(doc, statements, c)...)
}

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

func (f *File) find(next *group, state readout.CommitmentState) *group {
	var near []int32
	for _, b := range bonds(next) {
		list, _ := f.worded.Of(b)
		near = append(near, list...)
	}
	slices.Sort(near)
	var best *group
	top := 0.0
	for _, n := range slices.Compact(near) {
		g := f.groups[n]
		if g.kind != next.kind || state != readout.StateExtended && !g.due.Overlap(next.due) {
			continue
		}
		if score := likeness(g.tokens, next.tokens); score > top {
			best, top = g, score
		}
	}
	return best
}

// bonds is under what a group can be found: nothing where nobody is bound.
func bonds(g *group) []bond {
	if len(g.bound) == 0 {
		return nil
	}
	var out []bond
	for _, w := range g.tokens {
		out = append(out, bond{strings.Join(g.bound, " "), w})
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
