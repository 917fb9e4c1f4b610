package mention

import (
	"sort"
	"strings"

	"readout"
)

var personal = map[string]string{"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}

// pronoun is the personal pronoun at token i, in lower case and without what is
// drawn together with it ("he'd"); "" for another word.
func (f *finder) pronoun(i int) string {
	low := f.low(i)
	if k := strings.IndexAny(low, "'’"); k > 0 {
		low = low[:k]
	}
	switch low {
	case "he", "she", "his", "her", "him", "they", "it":
		return low
	}
	return ""
}

// pronouns resolves he and she to a person, they and it to a body or group,
// and who to the phrase in front of it. Pronouns inside quotations are the
// speaker's own and are left to the statements. What it returns knows all that it
// has settled.
func (f *finder) pronouns() *antecedents {
	f.ending = f.longestAt(func(m readout.Mention) int { return m.End })
	a := f.newAntecedents()
	phrases := map[int]int{} // token → the longest noun phrase that begins there
	for n := len(f.mentions) - 1; n >= 0; n-- {
		if m := f.mentions[n]; m.Kind == readout.NounMention && m.Party >= 0 && !f.quoted(m.Start) {
			phrases[f.tokenAt(m.Start)] = n
		}
	}
	var found []readout.Mention
	for _, s := range f.a.Sentences {
		if !f.reads(s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if f.quotedAt[i] {
				continue
			}
			if n, ok := phrases[i]; ok {
				a.resolve(&f.mentions[n])
			}
			m := readout.Mention{Range: f.rangeOf(i, i+1), Kind: readout.PronounMention, Party: -1}
			switch p, low := f.pronoun(i), f.low(i); {
			case p != "":
				m.Party, m.Sure = a.of(i, p)
				f.learn(p, m.Party, m.Sure)
				a.settle(i, p, m)
			case low == "who" || low == "which":
				m.Party = f.headBefore(i)
				m.Sure = true
				a.settle(i, low, m)
			default:
				continue
			}
			found = append(found, m)
		}
	}
	f.mentions = append(f.mentions, found...)
	return a
}

// learn keeps what a pronoun shows of the party that it goes to.
func (f *finder) learn(pronoun string, party int, sure bool) {
	if party < 0 || personal[pronoun] == "" {
		return
	}
	switch {
	case f.gender[party] != "" || !sure:
	case personal[pronoun] == "f":
		f.leans[party]++
	default:
		f.leans[party]--
	}
	if f.perhaps[party] { // a name alone that "he" goes to is a person's
		f.parties[party].Kind = readout.Person
	}
}

// quoted reports that a byte stands inside a quotation.
func (f *finder) quoted(at int) bool {
	i := f.tokenAt(at)
	return i < len(f.quotedAt) && f.quotedAt[i]
}

// afterCue reports the inverted form: "..., said Ruiz."
func (f *finder) afterCue(verb int) bool {
	forms := f.l.Forms[f.low(verb)]
	return len(forms) > 0 && forms[0].Quote && f.class(verb) == readout.Verb && verb > 0 && f.a.Tokens[verb-1].Kind == readout.Punct
}

// headBefore is the party of the phrase that ends right before token i.
func (f *finder) headBefore(i int) int {
	k := i
	if k > 0 && (f.word(k-1) == "," || f.word(k-1) == "—" || f.word(k-1) == "–") {
		k--
	}
	if k == 0 {
		return -1
	}
	m, ok := f.ending[f.a.Tokens[k-1].End]
	if !ok {
		return -1
	}
	if t := f.tokenAt(m.Start); t > 1 && (f.low(t-1) == "of" || f.low(t-1) == "for" || f.low(t-1) == "at" || f.low(t-1) == "from") {
		if outer, ok := f.ending[f.a.Tokens[t-2].End]; ok { // "Professor Ruiz of the Institute, who"
			return outer.Party
		}
	}
	return m.Party
}

// from is the mentions that begin at or behind a byte. It wants them sorted.
func (f *finder) from(at int) []readout.Mention {
	return f.mentions[sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= at }):]
}

// longestAt is the longest mention at each place, the first of several.
func (f *finder) longestAt(place func(readout.Mention) int) map[int]readout.Mention {
	out := map[int]readout.Mention{}
	for _, m := range f.mentions {
		if m.Len() > out[place(m)].Len() {
			out[place(m)] = m
		}
	}
	return out
}

// tokenAt is the index of the first token that starts at or behind a byte.
func (f *finder) tokenAt(at int) int {
	lo, hi := 0, len(f.a.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.a.Tokens[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
