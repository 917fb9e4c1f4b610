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
		if m.Kind == readout.NameMention && m.Party >= 0 && (f.parties[m.Party].Kind == readout.Person || f.parties[m.Party].Kind == readout.Institution) {
			if _, ok := starts[m.Start]; !ok {
				starts[m.Start] = i
			}
			ends[m.End] = i
		}
	}
	f.labelled()
	defer f.nameSame()
	for i := range f.mentions {
		n := &f.mentions[i]
		if n.Kind != readout.NounMention || n.Party < 0 || f.parties[n.Party].Kind == readout.Person && n.Sure {
			continue
		}
		kind := f.parties[n.Party].Kind
		if kind != readout.Unnamed && kind != readout.OfficeKind && kind != readout.Person && kind != readout.Institution || f.plural(f.headIn(*n)) {
			continue
		}
		paper := kind == readout.Unnamed && f.traits[n.Party] == body // "in a statement, Ruiz said"
		same := func(party int) bool {
			return !paper && (kind == readout.Institution) == (f.parties[party].Kind == readout.Institution) && (kind != readout.Institution || f.class(f.tokenAt(n.End)-1) == readout.Other)
		}
		first, after := f.tokenAt(n.Start), f.tokenAt(n.End)
		if after < len(f.a.Tokens) { // "the economist Greta Holm"
			if name, ok := starts[f.a.Tokens[after].Start]; ok && same(f.mentions[name].Party) && f.a.Tokens[after].Sentence == f.a.Tokens[first].Sentence {
				f.apply(n, f.mentions[name].Party)
				n.End = f.mentions[name].End
				continue
			}
		}
		if after+1 < len(f.a.Tokens) && f.word(after) == "," {
			if name, ok := starts[f.a.Tokens[after+1].Start]; ok && same(f.mentions[name].Party) && (f.closed(f.tokenAt(f.mentions[name].End)) || f.tied(after+1, first, after)) {
				f.apply(n, f.mentions[name].Party)
				continue
			}
		}
		if first > 1 && f.word(first-1) == "," {
			if name, ok := ends[f.a.Tokens[first-2].End]; ok && same(f.mentions[name].Party) && (f.closed(after) || f.tied(f.headIn(*n), f.tokenAt(f.mentions[name].Start), first)) {
				f.apply(n, f.mentions[name].Party)
			}
		}
	}
}

// headIn is the head noun of a phrase.
func (f *finder) headIn(n readout.Mention) int {
	if h, ok := f.headAt[n.Range]; ok {
		return h
	}
	return f.tokenAt(n.End) - 1
}

// tied reports that the parse takes token k for an apposition to one of the tokens
// from from up to to.
func (f *finder) tied(k, from, to int) bool {
	t := f.a.Tokens[k]
	return t.Relation == "appos" && t.Head >= from && t.Head < to
}

// nameSame gives the phrases that go back to one whom an apposition names his party:
// "a man ... the man, Ivo Holt, ... the man".
func (f *finder) nameSame() {
	for i := range f.mentions {
		if to, ok := f.sameAs[f.mentions[i].Party]; ok {
			f.mentions[i].Party = to
		}
	}
}

// labelled joins a body's name and the noun in front of it: "the mining
// company Gravane".
func (f *finder) labelled() {
	names := map[int]readout.Mention{}
	for _, m := range f.mentions {
		if m.Kind == readout.NameMention && m.Party >= 0 && f.parties[m.Party].Kind != readout.Person && f.parties[m.Party].Kind != readout.State {
			names[m.Start] = m
		}
	}
	for _, r := range f.runs { // a name that no verb follows is one here
		if at := f.a.Tokens[r.start].Start; r.party < 0 && r.kind == unsure {
			names[at] = readout.Mention{Range: f.rangeOf(r.start, r.end), Party: -1}
		}
	}
	for i := range f.mentions {
		n := &f.mentions[i]
		after := f.tokenAt(n.End)
		if n.Kind != readout.NounMention || n.Party < 0 || after >= len(f.a.Tokens) || f.class(f.tokenAt(n.End)-1) != readout.Other {
			continue
		}
		name, ok := names[f.a.Tokens[after].Start]
		if !ok || f.a.Tokens[after].Sentence != f.a.Tokens[f.tokenAt(n.Start)].Sentence || f.parties[n.Party].Kind != readout.Institution {
			continue
		}
		if name.Party < 0 {
			name.Party = f.party(f.text[name.Start:name.End], readout.Institution)
		}
		n.End, n.Party = name.End, name.Party
	}
}

// closed reports that an insertion ends in front of token i.
func (f *finder) closed(i int) bool {
	return i >= len(f.a.Tokens) || f.a.Tokens[i].Kind == readout.Punct || f.class(i) == readout.Verb || f.class(i) == readout.Auxiliary || f.class(i) == readout.Pronoun
}

func (f *finder) apply(n *readout.Mention, party int) {
	words := bare(f.text[n.Start:n.End])
	described := *n
	if k := f.parties[n.Party].Kind; k == readout.Unnamed || k == readout.OfficeKind {
		f.sameAs[n.Party] = party
	}
	n.Party, n.Sure = party, true
	if f.parties[party].Kind != readout.Person {
		return
	}
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if g := genderOf(w); g != "" && f.gender[party] == "" {
			f.gender[party] = g
		}
	}
	for _, article := range []string{"a ", "an ", "its ", "his ", "her ", "their "} {
		words = strings.TrimPrefix(words, article)
	}
	f.office(party, words)
	f.affiliate(party, strings.Fields(strings.NewReplacer("'s", "", "’s", "").Replace(words)))
	if f.parties[party].PartOf == "" {
		f.serves(party, described)
	}
}

// serves ties a person to the body that the description names: "a
// spokesperson for Velm Energy", "Velm Energy's director".
func (f *finder) serves(party int, n readout.Mention) {
	for _, m := range f.from(n.Start) {
		if m.Start > n.End {
			return
		}
		if !n.Contains(m.Range) || m.Range == n.Range || m.Party < 0 || m.Party == party {
			continue
		}
		switch f.parties[m.Party].Kind {
		case readout.Institution, readout.State, readout.Outlet, readout.Agency, readout.Force:
			f.parties[party].PartOf = f.parties[m.Party].ID
			f.parties[party].SpeaksFor = f.parties[m.Party].ID
			return
		}
	}
}
