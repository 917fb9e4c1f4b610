// Package ruling holds what persons have decided about joins while the ledger
// is made, for its parts to obey.
//
// The idea: a decision names its target by what it was when it was made. As
// the reports come, the target is found in the one that has it, by its id or
// by its place (package decision), and from then on the decision is about that
// statement, party or commitment of this file, whatever the ledger makes of it.
// Utterances and propositions are known by a statement of theirs. Of two
// decisions about one pair the later one holds. What is never found is unmet.
//
// A nil Book has no decisions.
package ruling

import (
	"cmp"

	"readout"
	"readout/internal/decision"
	"readout/internal/ledger/shelf"
)

// Book is the decisions about joins, and which targets have been found.
type Book struct {
	joins []decision.Join
	found *shelf.Table[string, string] // decision and side → id of a party, statement or commitment
	known known
}

// known is the decisions whose targets are there, by what the parts ask.
type known struct {
	merged  [][2]string          // parties
	split   map[[2]string]bool   // parties
	joined  []Pair               // utterances, by statements
	apart   map[[2]string]bool   // utterances, by statements
	under   map[string][]Link    // statement → what it stands under
	barred  map[string][]string  // statement → statements and propositions that it does not stand with
	fields  map[string][]Field   // party, commitment, contact, incident → what is corrected
	none    map[string]bool      // commitments, contacts and incidents that are none
	texts   map[string]string    // proposition or statement that founded it → its words
	outcome map[string][]Outcome // commitment → its states
	by      map[string][]string  // statement → commitments that have a state on its word
}

// Pair is two statements, and why they are one utterance.
type Pair struct{ A, B, Why string }

// Link puts a statement with another, or under a proposition in a person's own
// words (ID and Words). Value is where it stands; it may be nothing.
type Link struct {
	Statement, ID, Words string
	Value                readout.StanceValue
	Why                  string
}

// Field is what a person has corrected.
type Field struct{ Name, Value string }

// Outcome is a state that a person gives a commitment.
type Outcome struct {
	State     readout.CommitmentState
	On        string // day of the decision
	Statement string // on whose word, or ""
	Decision  string
}

// New is the book of these decisions, those that were found earlier included.
func New(s *shelf.Shelf, joins []decision.Join) *Book {
	b := &Book{joins: joins, found: shelf.NewTable[string, string](s, "ruling")}
	b.index()
	return b
}

// Read finds the targets that stand in a report.
func (b *Book) Read(rec *readout.Record) {
	if b == nil {
		return
	}
	news := false
	for _, j := range b.joins {
		a, c := b.look(j.ID+" a", rec, j.A), b.look(j.ID+" b", rec, j.B)
		news = news || a || c
	}
	if news {
		b.index()
	}
}

// look notes under a key where a target is, if it is in this report.
func (b *Book) look(key string, rec *readout.Record, t readout.Target) bool {
	if t.ID == "" || b.at(key) == t.ID {
		return false
	}
	id, ok := "", false
	switch t.Type {
	case "party":
		id, ok = party(rec, t)
	case "commitment", "contact", "incident":
		id, ok = decision.FindEvent(rec, t)
	default:
		id, ok = decision.Find(rec, t)
	}
	if !ok || b.at(key) != "" && id != t.ID {
		return false
	}
	b.found.Put(key, id)
	return true
}

// party is the one with the target's id or, without it, with its name; "an
// aide" and "the president" are somebody else in every report.
func party(rec *readout.Record, t readout.Target) (id string, ok bool) {
	for _, p := range rec.Parties {
		if p.ID == t.ID {
			return p.ID, true
		}
		if p.Name == t.Name && t.Name != "" && p.Kind != readout.Unnamed && p.Kind != readout.OfficeKind {
			id = p.ID
		}
	}
	return id, id != ""
}

func (b *Book) at(key string) string {
	if id := b.found.Get(key); id != nil {
		return *id
	}
	return ""
}

// ends is where the two targets of a decision are, "" where they are not yet.
// A proposition in a person's own words is there by its id.
func (b *Book) ends(j decision.Join) (a, c string) {
	return cmp.Or(b.at(j.ID+" a"), own(j.A)), cmp.Or(b.at(j.ID+" b"), own(j.B))
}

// own is the id of a proposition in a person's own words.
func own(t readout.Target) string {
	if t.Type == "proposition" && t.At == nil && t.Statement == "" {
		return t.ID
	}
	return ""
}

// Unmet lists the decisions that have lost a target: no report has it.
func (b *Book) Unmet() []string {
	if b == nil {
		return nil
	}
	var out []string
	for _, j := range b.joins {
		if a, c := b.ends(j); a == "" || c == "" && j.B.ID != "" {
			out = append(out, j.ID)
		}
	}
	return out
}
