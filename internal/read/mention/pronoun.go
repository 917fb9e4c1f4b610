package mention

import (
	"sort"

	"readout"
)

var personal = map[string]string{"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}

// pronouns resolves he and she to a person, they and it to a body or group,
// and who to the phrase in front of it. Pronouns inside quotations are the
// speaker's own and are left to the statements.
func (f *finder) pronouns() {
	f.ending = f.longestAt(func(m readout.Mention) int { return m.End })
	links := f.newLinks()
	var found []readout.Mention
	for _, s := range f.a.Sentences {
		if !f.reads(s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			low := f.low(i)
			if f.class(i) != readout.Pronoun && personal[low] == "" && low != "which" || f.quoted(f.a.Tokens[i].Start) {
				continue
			}
			party := -1
			switch low {
			case "he", "she", "his", "her", "him":
				party = f.pointed(links, i, s, func(p int) bool {
					return (f.parties[p].Kind == readout.Person || f.perhaps[p]) && (f.gender[p] == "" || f.gender[p] == personal[low])
				})
				if party >= 0 && f.gender[party] == "" && (low == "he" || low == "she") {
					f.gender[party] = personal[low]
				}
				if f.perhaps[party] { // a name alone that "he" goes to is a person's
					f.parties[party].Kind = readout.Person
				}
				if n := f.a.Tokens[i].Sentence; party >= 0 && (low == "he" || low == "she") && f.heads[n].Len() == 0 {
					f.heads[n] = readout.Mention{Range: f.rangeOf(i, i+1), Kind: readout.PronounMention, Party: party}
				}
			case "who", "which":
				party = f.headBefore(i)
			case "they":
				party = f.pointed(links, i, s, func(p int) bool {
					k := f.parties[p].Kind
					return k == readout.Unnamed || k == readout.Group || k == readout.Institution
				})
			case "it":
				party = f.pointed(links, i, s, func(p int) bool {
					k := f.parties[p].Kind
					return k == readout.Institution || k == readout.State || k == readout.Outlet || k == readout.Agency
				})
			default:
				continue
			}
			found = append(found, readout.Mention{Range: f.rangeOf(i, i+1), Kind: readout.PronounMention, Party: party})
			links.party[i] = party
		}
	}
	f.mentions = append(f.mentions, found...)
}

// quoted reports that a byte stands inside a quotation.
func (f *finder) quoted(at int) bool {
	i := f.tokenAt(at)
	return i < len(f.quotedAt) && f.quotedAt[i]
}

// antecedent is the party that a pronoun at token i of sentence s goes to: a
// subject earlier in the sentence, else the first fitting mention (mostly the
// subject) of the nearest sentence before, up to three back.
func (f *finder) antecedent(i int, s readout.Sentence, fits func(int) bool) int {
	n := f.a.Tokens[i].Sentence
	if p := f.subjectIn(s, f.a.Tokens[i].Start, fits); p >= 0 {
		return p
	}
	for back := 1; back <= 4 && n-back >= 0; back++ {
		prev := f.a.Sentences[n-back]
		if h := f.heads[n-back]; h.Len() > 0 && fits(h.Party) && f.subjectIn(prev, h.Start, fits) < 0 {
			return h.Party // "She left. She said": the pronoun goes on
		}
		if p := f.subjectIn(prev, prev.End, fits); p >= 0 {
			return p
		}
		if p := f.anyIn(prev, fits); p >= 0 {
			return p
		}
	}
	return f.anyIn(readout.Sentence{Range: readout.Range{Start: s.Start, End: f.a.Tokens[i].Start}}, fits)
}

// subjectIn is the first fitting mention before end that is not behind a
// preposition or verb and not in a quotation.
func (f *finder) subjectIn(s readout.Sentence, end int, fits func(int) bool) int {
	for _, m := range f.from(s.Start) {
		if m.Start > end {
			break
		}
		if m.End > end || m.Party < 0 || m.Kind == readout.PronounMention || !fits(m.Party) || f.quoted(m.Start) {
			continue
		}
		t := f.tokenAt(m.Start)
		if t > s.First {
			switch f.class(t - 1) {
			case readout.Preposition, readout.Verb:
				if !f.afterCue(t-1, m.End) {
					continue
				}
			}
		}
		if f.owns(m) {
			continue
		}
		return m.Party
	}
	return -1
}

// afterCue reports the inverted form: "..., said Ruiz."
func (f *finder) afterCue(verb, end int) bool {
	forms := f.l.Forms[f.low(verb)]
	return len(forms) > 0 && forms[0].Quote && f.class(verb) == readout.Verb && verb > 0 && f.a.Tokens[verb-1].Kind == readout.Punct
}

// owns reports a possessive: "Ruiz's office".
func (f *finder) owns(m readout.Mention) bool {
	t := f.tokenAt(m.End)
	return t < len(f.a.Tokens) && f.a.Tokens[t].Start == m.End && (f.word(t) == "'s" || f.word(t) == "’s")
}

func (f *finder) anyIn(s readout.Sentence, fits func(int) bool) int {
	for _, m := range f.from(s.Start) {
		if m.Start > s.End {
			break
		}
		if m.End <= s.End && m.Party >= 0 && fits(m.Party) && !f.quoted(m.Start) {
			return m.Party
		}
	}
	return -1
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
