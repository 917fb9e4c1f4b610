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
	"slices"
	"strings"

	"readout"
)

// File is the parties of all reports seen so far.
type File struct {
	groups     map[string]*group
	order      []string            // ids as they came
	called     map[string][]string // folded name or alias → ids
	surnames   map[string][]string // surname as spellings are compared → ids of persons with more than it
	persons    map[string]string   // full name as spellings are compared → the first id with it
	states     []string            // ids of states
	holders    map[string][]string // title with its body ("@lestria president") → ids of persons who bear it
	bodies     map[string]string   // folded name of a body → the first id with it
	same       map[string]string   // id of an office or a body → id of its holder, of the body under its first name
	adjectives map[string]string   // "American" → usual name of the state
}

type group struct {
	id                        string
	names, kinds              tally
	partOf, speaks, principal tally
	aliases, members          []string
	offices                   []readout.Office
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

// New is an empty file. adjectives gives the usual name of a state for words
// such as "American" that cannot be told by their letters; it may be nil.
func New(adjectives map[string]string) *File {
	return &File{
		groups: map[string]*group{}, called: map[string][]string{}, surnames: map[string][]string{}, persons: map[string]string{},
		holders: map[string][]string{}, bodies: map[string]string{}, same: map[string]string{},
		adjectives: adjectives,
	}
}

// Add takes in the parties of one report.
func (f *File) Add(parties []readout.Party) {
	for _, p := range parties {
		g := f.groups[p.ID]
		if g == nil {
			g = &group{id: p.ID, names: tally{}, kinds: tally{}, partOf: tally{}, speaks: tally{}, principal: tally{}}
			f.groups[p.ID] = g
			f.order = append(f.order, p.ID)
		}
		g.add(p)
		f.index(p)
	}
	f.identify(parties)
}

func (g *group) add(p readout.Party) {
	g.names.add(p.Name)
	g.kinds.add(string(p.Kind))
	g.partOf.add(p.PartOf)
	g.speaks.add(p.SpeaksFor)
	g.principal.add(p.Principal)
	g.aliases = union(g.aliases, p.Aliases)
	g.members = union(g.members, p.Members)
	for _, o := range p.Offices {
		if !slices.Contains(g.offices, o) {
			g.offices = append(g.offices, o)
		}
	}
}

func (g *group) kind() readout.PartyKind { return readout.PartyKind(g.kinds.best()) }

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
func (f *File) Canonical(id string) string {
	g := f.groups[id]
	if g == nil {
		return id
	}
	if g.kind() != readout.Person {
		return f.identity(id, g.kind())
	}
	return f.known(id, nameWords(g.names.best()))
}

// Relays reports whether a teller passes a speaker's words on as they are: an
// outlet, an agency, one who speaks for the speaker.
func (f *File) Relays(teller, speaker string) bool {
	g := f.groups[teller]
	if g == nil {
		return false
	}
	k := g.kind()
	return k == readout.Outlet || k == readout.Agency || speaker != "" && g.speaks.best() == speaker
}

// All lists the parties as they came first.
func (f *File) All() []readout.Party {
	principals, spellings := f.principals(), map[string][]string{}
	for _, id := range f.order {
		if c := f.Canonical(id); c != id && f.groups[c].kind() == f.groups[id].kind() {
			spellings[c] = append(spellings[c], f.groups[id].names.best())
		}
	}
	var out []readout.Party
	for _, id := range f.order {
		g := f.groups[id]
		p := readout.Party{
			ID: id, Name: g.names.best(), Kind: g.kind(),
			PartOf: f.Canonical(g.partOf.best()), SpeaksFor: f.Canonical(g.speaks.best()),
			Principal: f.Canonical(g.principal.best()), Offices: slices.Clone(g.offices),
		}
		p.Aliases = others(slices.Concat(g.aliases, spellings[id]), g.names, p.Name)
		for _, m := range g.members {
			p.Members = append(p.Members, f.Canonical(m))
		}
		f.place(&p)
		if p.Kind == readout.State && f.leadsAnother(p.Principal, id, principals) {
			p.Principal = ""
		}
		if p.Principal == "" && len(principals[id]) == 1 {
			p.Principal = principals[id][0]
		}
		out = append(out, p)
	}
	return out
}

// others is every way a party is called but its name.
func others(aliases []string, names tally, name string) []string {
	var out []string
	for n := range names {
		out = append(out, n)
	}
	out = append(out, aliases...)
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.DeleteFunc(out, func(a string) bool { return a == name || strings.TrimSpace(a) == "" })
}
