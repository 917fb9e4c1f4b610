// Package party joins what several reports say of the same party. The reader
// already gives the same full name the same id; here the names, titles and
// ties that single reports give are put together, a person known by the
// surname only is tied to the one person of the file that bears it, and a
// title that names a state or body ("Velmaran foreign minister") gives the
// party its place. Unnamed sources stay alone. Two persons with one surname,
// two holders of a highest office: no tie.
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
	surnames   map[string][]string // folded surname → ids of persons with a full name
	states     []string            // ids of states
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
		groups: map[string]*group{}, called: map[string][]string{}, surnames: map[string][]string{},
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
// person with the full name for one known by the surname, else the id itself.
func (f *File) Canonical(id string) string {
	g := f.groups[id]
	if g == nil || g.kind() != readout.Person {
		return id
	}
	words := nameWords(g.names.best())
	if len(words) != 1 {
		return id
	}
	if full := f.surnames[words[0]]; len(full) == 1 {
		return full[0]
	}
	return id
}

// All lists the parties as they came first.
func (f *File) All() []readout.Party {
	principals := f.principals()
	var out []readout.Party
	for _, id := range f.order {
		g := f.groups[id]
		p := readout.Party{
			ID: id, Name: g.names.best(), Kind: g.kind(),
			PartOf: f.Canonical(g.partOf.best()), SpeaksFor: f.Canonical(g.speaks.best()),
			Principal: f.Canonical(g.principal.best()), Offices: slices.Clone(g.offices),
		}
		p.Aliases = others(g.aliases, g.names, p.Name)
		for _, m := range g.members {
			p.Members = append(p.Members, f.Canonical(m))
		}
		f.place(&p)
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
