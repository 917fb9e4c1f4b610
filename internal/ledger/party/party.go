// Package party joins what several reports say of the same party. The reader
// already gives the same full name the same id; here the names, titles and
// ties that single reports give are put together. A person in another spelling
// is the same person; one known by the surname only, or with an initial, is
// tied to the one person of the file that bears it, an office to its only
// holder; a title that names a state or body ("Velmaran foreign minister"), or
// the name of a state's own body, gives the party its place. Unnamed sources
// stay alone. Two persons with one surname, two holders of an office: no tie; who
// can be meant by a surname is listed for a person to decide.
package party

import (
	"cmp"
	"math"
	"slices"

	"readout"
	"readout/internal/ledger/ruling"
	"readout/internal/ledger/shelf"
)

// File is the parties of all reports seen so far.
type File struct {
	named      *shelf.Table[string, group]
	unnamed    *shelf.Table[string, group] // loaded one by one: every report has some
	places     *shelf.Counter
	called     *shelf.Table[string, []string] // folded name or alias → ids
	surnames   *shelf.Table[string, []string] // surname as spellings are compared → ids of persons with more than it
	persons    *shelf.Table[string, string]   // full name as spellings are compared → the first id with it
	states     *shelf.Table[string, []string] // "" → ids of states
	holders    *shelf.Table[string, []string] // title with its body ("@lestria president") → ids of persons who bear it
	bodies     *shelf.Table[string, string]   // folded name of a body → the first id with it
	same       *shelf.Table[string, string]   // id of an office or a body → id of its holder, of the body under its first name
	adjectives map[string]string              // "American" → usual name of the state
	rulings    *ruling.Book
	shown      shown
}

// group is a party as the reports have it.
type group struct {
	ID                        string
	Place                     int
	Names, Kinds              tally
	PartOf, Speaks, Principal tally
	Aliases, Members          []string
	Offices                   []readout.Office
	Held                      []tenure
}

// tally counts votes; best is the most frequent, of equals the longest, then
// the first in the alphabet.
type tally map[string]int

func (t tally) add(v string) {
	if v != "" {
		t[v]++
	}
}

func (t tally) best() string {
	best := ""
	for v, n := range t {
		if best == "" || n > t[best] || n == t[best] && (len(v) > len(best) || len(v) == len(best) && v < best) {
			best = v
		}
	}
	return best
}

// New is the file that a shelf holds. adjectives gives the usual name of a state
// for words such as "American" that cannot be told by their letters; it may be
// nil.
func New(s *shelf.Shelf, rulings *ruling.Book, adjectives map[string]string) *File {
	return &File{
		named:    shelf.NewTable[string, group](s, "party"),
		unnamed:  shelf.NewTable[string, group](s, "party.unnamed"),
		places:   shelf.NewCounter(s, "party.count"),
		called:   shelf.NewTable[string, []string](s, "party.called"),
		surnames: shelf.NewTable[string, []string](s, "party.surname"),
		persons:  shelf.NewTable[string, string](s, "party.person"),
		states:   shelf.NewTable[string, []string](s, "party.state"),
		holders:  shelf.NewTable[string, []string](s, "party.holder"),
		bodies:   shelf.NewTable[string, string](s, "party.body"),
		same:     shelf.NewTable[string, string](s, "party.same"), adjectives: adjectives, rulings: rulings,
		shown: newShown(s),
	}
}

// Add takes in the parties of one report, published on a day ("" is unknown).
func (f *File) Add(day string, parties []readout.Party) {
	for _, p := range parties {
		g := f.edit(p)
		g.add(p)
		g.hold(p.Offices, day)
		f.index(p)
		if f.named.Get(p.ID) == nil {
			f.shown.touch(g)
		}
	}
	f.identify(parties)
}

// group is what is known of a party, nil where nothing is.
func (f *File) group(id string) *group {
	if g := f.named.Get(id); g != nil {
		return g
	}
	return f.unnamed.Get(id)
}

func (f *File) edit(p readout.Party) *group {
	switch {
	case f.named.Get(p.ID) != nil:
		return f.named.Edit(p.ID)
	case f.unnamed.Get(p.ID) != nil:
		return f.unnamed.Edit(p.ID)
	}
	table := f.named
	if p.Kind == readout.Unnamed {
		table = f.unnamed
	}
	table.Put(p.ID, group{
		ID: p.ID, Place: f.places.Next(), Names: tally{}, Kinds: tally{}, PartOf: tally{}, Speaks: tally{}, Principal: tally{},
	})
	return table.Edit(p.ID)
}

func (g *group) add(p readout.Party) {
	g.Names.add(p.Name)
	g.Kinds.add(string(p.Kind))
	g.PartOf.add(p.PartOf)
	g.Speaks.add(p.SpeaksFor)
	g.Principal.add(p.Principal)
	g.Aliases = union(g.Aliases, p.Aliases)
	g.Members = union(g.Members, p.Members)
	for _, o := range p.Offices {
		if !slices.Contains(g.Offices, o) {
			g.Offices = append(g.Offices, o)
		}
	}
}

// include adds an id to a list of a table.
func include(t *shelf.Table[string, []string], key, id string) {
	if !slices.Contains(list(t, key), id) {
		at := t.Edit(key)
		*at = append(*at, id)
	}
}

func list(t *shelf.Table[string, []string], key string) []string {
	if at := t.Get(key); at != nil {
		return *at
	}
	return nil
}

func text(t *shelf.Table[string, string], key string) string {
	if at := t.Get(key); at != nil {
		return *at
	}
	return ""
}

// kind is "" of no group: the shelf has failed.
func (g *group) kind() readout.PartyKind {
	if g == nil {
		return ""
	}
	return readout.PartyKind(g.Kinds.best())
}

// words are those of the name, none of no group.
func (g *group) words() []string {
	if g == nil {
		return nil
	}
	return nameWords(g.Names.best())
}

func union(a, b []string) []string {
	for _, v := range b {
		if !slices.Contains(a, v) {
			a = append(a, v)
		}
	}
	return a
}

// Canonical is the id that stands for a party in the ledger's groups: the
// person with the full name for one known by the surname or by an office that
// only this one holds, the first spelling of a body's name, else the id itself.
// Of parties that a person has merged it is the first to come.
func (f *File) Canonical(id string) string {
	id = f.joined(id)
	merged := f.rulings.Merged()
	if len(merged) == 0 {
		return id
	}
	all := []string{id}
	for n := 0; n < len(all); n++ {
		for _, m := range merged {
			a, b := f.joined(m[0]), f.joined(m[1])
			if a == all[n] {
				all = union(all, []string{b})
			} else if b == all[n] {
				all = union(all, []string{a})
			}
		}
	}
	return slices.MinFunc(all, func(a, b string) int { return cmp.Compare(f.arrival(a), f.arrival(b)) })
}

// arrival is the place of a party among all, the last where it is not known.
func (f *File) arrival(id string) int {
	if g := f.group(id); g != nil {
		return g.Place
	}
	return math.MaxInt
}

// joined is Canonical as the names have it, but for those that a person has
// split.
func (f *File) joined(id string) string {
	g, other := f.group(id), id
	switch {
	case g == nil:
	case g.kind() == readout.Person:
		return f.person(id)
	case text(f.same, id) == "":
	case g.kind() == readout.OfficeKind:
		other = f.person(text(f.same, id)) // not Canonical: that asks for all that is joined
	default:
		other = text(f.same, id)
	}
	if f.rulings.Split(id, other) {
		return id
	}
	return other
}

// person is joined for a person, else the id itself.
func (f *File) person(id string) string {
	g := f.group(id)
	if g == nil || g.kind() != readout.Person {
		return id
	}
	if other := f.known(id, g.words()); !f.rulings.Split(id, other) {
		return other
	}
	return id
}

// Relays reports whether a teller passes a speaker's words on as they are: an
// outlet, an agency, one who speaks for the speaker.
func (f *File) Relays(teller, speaker string) bool {
	g := f.group(teller)
	if g == nil {
		return false
	}
	k := g.kind()
	return k == readout.Outlet || k == readout.Agency || speaker != "" && g.Speaks.best() == speaker
}
