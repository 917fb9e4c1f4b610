package party

import (
	"cmp"
	"encoding/json"
	"hash/fnv"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/shelf"
)

// shown is what the ledger shows of the parties. What is shown of one that has
// a name may hang on any other (a title on the name of a state), so all of
// those are looked at after every change; there are few of them beside what
// they say. The unnamed are shown as they come, and again when what they are
// part of becomes somebody else.
type shown struct {
	last    *shelf.Table[string, last]
	ids     *shelf.Column[string]      // place → id of an unnamed party
	under   *shelf.Postings[string]    // party → places of unnamed parties that belong to it
	merged  *shelf.Table[string, bool] // unnamed parties that a person has, or had, merged with somebody
	touched map[string]bool            // unnamed
}

// last is how something was shown the last time.
type last struct {
	Hash      uint64
	Canonical string
}

const endless = 1 << 30

func newShown(s *shelf.Shelf) shown {
	return shown{
		last: shelf.NewTable[string, last](s, "party.shown"), ids: shelf.NewColumn[string](s, "party.id"),
		under: shelf.NewPostings[string](s, "party.under", endless), merged: shelf.NewTable[string, bool](s, "party.merged"),
		touched: map[string]bool{},
	}
}

// touch notes that an unnamed party has changed, and to whom it belongs.
func (s *shown) touch(g *group) {
	s.touched[g.ID] = true
	s.ids.Put(g.Place, g.ID)
	for _, whole := range slices.Concat([]string{g.PartOf.best(), g.Speaks.best(), g.Principal.best()}, g.Members) {
		if at, _ := s.under.Of(whole); whole != "" && (len(at) == 0 || int(at[len(at)-1]) != g.Place) {
			s.under.Add(whole, g.Place)
		}
	}
}

// Changed gives the parties and the candidates that are shown otherwise than
// the last time, or for the first time, the candidates that are no more, and
// the ids that stood for a party for which another stands now.
func (f *File) Changed() (put []shelf.Placed[readout.Party], near []shelf.Placed[readout.Candidate], gone, moved []string) {
	named := f.all()
	watched := slices.Concat(named, f.merged())
	for _, g := range watched {
		at, canonical := f.shown.last.Get(g.ID), f.Canonical(g.ID)
		before := g.ID
		if at != nil {
			before = at.Canonical
		}
		if before != canonical {
			moved = append(moved, before)
			f.belongings(g.ID)
		}
	}
	render := f.renderer(named)
	for _, g := range watched {
		if p := render(g); f.news(g.ID, f.Canonical(g.ID), p) {
			put = append(put, shelf.Placed[readout.Party]{Place: g.Place, Group: p})
		}
		delete(f.shown.touched, g.ID)
	}
	for id := range f.shown.touched {
		g := f.unnamed.Get(id)
		if g == nil {
			continue // the shelf has failed
		}
		put = append(put, shelf.Placed[readout.Party]{Place: g.Place, Group: render(g)})
	}
	clear(f.shown.touched)
	slices.SortFunc(put, func(a, b shelf.Placed[readout.Party]) int { return cmp.Compare(a.Place, b.Place) })
	near, gone = f.candidates(named)
	return put, near, gone, moved
}

// merged lists the unnamed parties that a person has merged with somebody.
func (f *File) merged() []*group {
	for _, pair := range f.rulings.Merged() {
		for _, id := range pair {
			if f.named.Get(id) == nil && f.unnamed.Get(id) != nil {
				f.shown.merged.Put(id, true)
			}
		}
	}
	var out []*group
	for _, id := range f.shown.merged.Keys() {
		if g := f.unnamed.Get(id); g != nil {
			out = append(out, g)
		}
	}
	return out
}

// belongings has the unnamed parties that belong to a party shown again.
func (f *File) belongings(id string) {
	places, _ := f.shown.under.Of(id)
	for _, place := range places {
		f.shown.touched[f.shown.ids.Get(int(place))] = true
	}
}

// news reports whether something is shown otherwise than the last time.
func (f *File) news(id, canonical string, shown any) bool {
	b, err := json.Marshal(shown)
	if err != nil {
		return true // whoever writes it will say so
	}
	hash := fnv.New64a()
	hash.Write(b)
	now := last{hash.Sum64(), canonical}
	if before := f.shown.last.Get(id); before != nil && *before == now {
		return false
	}
	f.shown.last.Put(id, now)
	return true
}

// all lists the parties with a name, in order of arrival.
func (f *File) all() []*group {
	var out []*group
	for _, id := range f.named.Keys() {
		out = append(out, f.named.Get(id))
	}
	slices.SortFunc(out, func(a, b *group) int { return cmp.Compare(a.Place, b.Place) })
	return out
}

// renderer shows parties as all of those with a name make them.
func (f *File) renderer(named []*group) func(*group) readout.Party {
	principals, spellings := f.principals(named), map[string][]string{}
	for _, g := range named {
		if c := f.Canonical(g.ID); c != g.ID && f.group(c).kind() == g.kind() {
			spellings[c] = append(spellings[c], g.Names.best())
		}
	}
	return func(g *group) readout.Party {
		p := readout.Party{
			ID: g.ID, Name: g.Names.best(), Kind: g.kind(),
			PartOf: f.Canonical(g.PartOf.best()), SpeaksFor: f.Canonical(g.Speaks.best()),
			Principal: f.Canonical(g.Principal.best()),
		}
		p.Aliases = others(slices.Concat(g.Aliases, spellings[g.ID]), g.Names, p.Name)
		for _, m := range g.Members {
			p.Members = append(p.Members, f.Canonical(m))
		}
		f.place(&p, g.Offices)
		p.Offices = g.offices()
		if p.Kind == readout.State && f.leadsAnother(p.Principal, g.ID, principals) {
			p.Principal = ""
		}
		if p.Principal == "" && len(principals[g.ID]) == 1 {
			p.Principal = principals[g.ID][0]
		}
		return p
	}
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
