package mention

import (
	"strings"

	"readout"
)

// appositions joins a description and the name beside it: "its director, Ana
// Ruiz,", "Ana Ruiz, the director,". The description is then an office.
func (f *finder) appositions() {
	f.sort()
	starts, ends := map[int]int{}, map[int]int{}
	for i, m := range f.mentions {
		if m.Kind == readout.NameMention && m.Party >= 0 && f.parties[m.Party].Kind == readout.Person {
			if _, ok := starts[m.Start]; !ok {
				starts[m.Start] = i
			}
			ends[m.End] = i
		}
	}
	for i := range f.mentions {
		n := &f.mentions[i]
		if n.Kind != readout.NounMention || n.Party < 0 || f.parties[n.Party].Kind == readout.Person && n.Sure {
			continue
		}
		kind := f.parties[n.Party].Kind
		if kind != readout.Unnamed && kind != readout.OfficeKind && kind != readout.Person || f.plural(f.tokenAt(n.End)-1) {
			continue
		}
		first, after := f.tokenAt(n.Start), f.tokenAt(n.End)
		if after+1 < len(f.a.Tokens) && f.word(after) == "," {
			if name, ok := starts[f.a.Tokens[after+1].Start]; ok && f.closed(f.tokenAt(f.mentions[name].End)) {
				f.apply(n, f.mentions[name].Party)
				continue
			}
		}
		if first > 1 && f.word(first-1) == "," && f.closed(after) {
			if name, ok := ends[f.a.Tokens[first-2].End]; ok {
				f.apply(n, f.mentions[name].Party)
			}
		}
	}
}

// closed reports that an insertion ends in front of token i.
func (f *finder) closed(i int) bool {
	return i >= len(f.a.Tokens) || f.a.Tokens[i].Kind == readout.Punct || f.class(i) == readout.Verb || f.class(i) == readout.Auxiliary || f.class(i) == readout.Pronoun
}

func (f *finder) apply(n *readout.Mention, party int) {
	words := bare(f.text[n.Start:n.End])
	n.Party, n.Sure = party, true
	for _, article := range []string{"a ", "an ", "its ", "his ", "her ", "their "} {
		words = strings.TrimPrefix(words, article)
	}
	f.office(party, words)
	f.affiliate(party, strings.Fields(strings.NewReplacer("'s", "", "’s", "").Replace(words)))
}
