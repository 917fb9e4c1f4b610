package mention

import (
	"regexp"
	"slices"
	"strings"

	"readout"
)

// EXAMPLE "Port of Velm (@portofvelm) · 3 March" on top of a post · "... — Ana Ruiz (@anaruiz)"
var posting = regexp.MustCompile(`(?:^|[—–-]\s*)(\p{Lu}[\p{L}\d.'’&-]*(?: [\p{L}\d.'’&-]+){0,5}) \(?@\w+`)

// blocks makes mentions of those whom the kind of a block shows: who signs a
// post, and the outlet whose text is reproduced.
func (f *finder) blocks() {
	f.sort()
	for _, b := range f.a.Blocks {
		switch {
		case b.Class == readout.Embed:
			if m := posting.FindStringSubmatchIndex(f.text[b.Start:b.End]); m != nil {
				f.poster(readout.Range{Start: b.Start + m[2], End: b.Start + m[3]})
			}
		case b.RelayOf != "":
			f.relayed(b)
		}
	}
}

// poster is the party of a name in front of a handle.
func (f *finder) poster(r readout.Range) {
	if slices.ContainsFunc(f.mentions, func(m readout.Mention) bool { return m.Range == r && m.Party >= 0 }) {
		return
	}
	name, kind := f.text[r.Start:r.End], readout.Person
	if words := strings.Fields(name); len(words) < 2 || len(words) > 4 || f.l.OrgWords[words[len(words)-1]] || slices.ContainsFunc(words, func(w string) bool { return w == "of" || w == "the" || w == "for" }) {
		kind = readout.Institution
	}
	f.add(f.tokenAt(r.Start), f.tokenAt(r.End), readout.NameMention, f.party(name, kind), true)
}

// relayed makes sure that the outlet of a relay is one: it stands in the
// sentence in front of it.
func (f *finder) relayed(b readout.Block) {
	for i, p := range f.parties {
		if p.Name == b.RelayOf || slices.Contains(p.Aliases, b.RelayOf) {
			if p.Kind != readout.Agency {
				f.parties[i].Kind = readout.Outlet
			}
			return
		}
	}
	f.party(b.RelayOf, readout.Outlet)
}
