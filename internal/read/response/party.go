package response

import (
	"sort"

	"readout"
)

// parties are those that a noun phrase with head h stands for: one, two joined
// by "and", "or" or "nor", the members of a joint speaker; for "nobody at the
// palace" those behind the preposition, for "neither" the two named last.
func (f *finder) parties(h int) []int {
	if h < 0 {
		return nil
	}
	if out := f.joinedByNor(h); len(out) > 1 {
		return out
	}
	if f.none(h) && f.worded(h, "neither") < 0 || f.Low(h) == "neither" {
		return f.behindNobody(h)
	}
	if f.Low(h) == "both" {
		if two := f.lastTwo(h); two != nil {
			return two
		}
	}
	out := f.adjectives(h)
	if len(out) < 2 {
		out = append(f.party(h), out...)
	}
	for _, k := range f.kids[h] {
		if f.related(k, "conj") {
			out = append(out, f.party(k)...)
		}
	}
	if f.worded(h, "neither") >= 0 && f.child(h, "conj") < 0 {
		return f.lastTwo(h) // "neither side"
	}
	return unique(out)
}

// joinedByNor are the parties of "neither Ruiz nor the port" around token h, on
// whatever the parse hangs them.
func (f *finder) joinedByNor(h int) []int {
	s := f.Sentence(h)
	first := h
	for first > s.First && f.Low(first) != "neither" && h-first < 8 {
		first--
	}
	if f.Low(first) != "neither" {
		return nil
	}
	last, joined := first+1, false
	for last < s.Last && f.A.Tokens[last].UPOS != "AUX" && f.A.Tokens[last].UPOS != "VERB" {
		joined = joined || f.Low(last) == "nor"
		last++
	}
	var out []int
	end := 0
	for n := f.mentionsFrom(f.A.Tokens[first].Start); joined && n < len(f.A.Mentions) && f.A.Mentions[n].End <= f.A.Tokens[last-1].End; n++ {
		if m := &f.A.Mentions[n]; m.Start >= end && m.Party >= 0 {
			out, end = append(out, m.Party), m.End
		}
	}
	return unique(out)
}

// adjectives are the further parties of "Danish or Dutch officials".
func (f *finder) adjectives(h int) []int {
	first := f.firstOf(h)
	joined := false
	for k := first; k < h; k++ {
		joined = joined || f.Low(k) == "or" || f.Low(k) == "and" || f.Low(k) == "nor"
	}
	var out []int
	for k := first; joined && k < h; k++ {
		all := f.L.Places.Adjectives
		for _, word := range []string{f.Word(k) + " " + f.Word(k+1), f.Word(k)} {
			if n := f.state(all[word]); n >= 0 {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

// state is the party of a state by its name, or -1.
func (f *finder) state(name string) int {
	for n, p := range f.A.Parties {
		if p.Kind == readout.State && p.Name == name {
			return n
		}
	}
	return -1
}

// behindNobody are the parties of "no one at the clinic", "neither of the
// firms"; "neither" alone is the last two that were named together.
func (f *finder) behindNobody(h int) []int {
	behind := f.kids[h]
	if f.Low(h+1) == "of" {
		behind = append([]int{f.head(h + 1)}, behind...)
	}
	for _, k := range behind {
		if k >= 0 && f.related(k, "nmod", "obl") {
			if out := f.party(k); len(out) > 0 {
				return out
			}
		}
	}
	if f.Low(h) == "neither" {
		return f.lastTwo(h)
	}
	return nil
}

// lastTwo are the two parties that were last joined by "and", "or" or "nor" in
// front of token h, at most three sentences before.
func (f *finder) lastTwo(h int) []int {
	here := f.A.Tokens[h].Sentence
	for k := h - 1; k >= 0 && f.A.Tokens[k].Sentence >= here-3; k-- {
		if !f.related(k, "conj") || f.Quoted(k) >= 0 {
			continue
		}
		up := f.head(k)
		if a, b := f.party(up), f.party(k); len(a) == 1 && len(b) == 1 && a[0] != b[0] {
			return []int{a[0], b[0]}
		}
	}
	return f.onlyTwo(h)
}

// onlyTwo are the persons named in the paragraph in front of token h, when
// there are two.
func (f *finder) onlyTwo(h int) []int {
	var out []int
	all, block := f.A.Mentions, f.A.Blocks[f.Sentence(h).Block]
	for n := f.mentionsFrom(block.Start); n < len(all) && all[n].End <= f.A.Tokens[h].Start; n++ {
		if m := &all[n]; m.Party >= 0 && m.Kind == readout.NameMention && f.A.Parties[m.Party].Kind == readout.Person {
			out = append(out, m.Party)
		}
	}
	if out = unique(out); len(out) == 2 {
		return out
	}
	return nil
}

// party is whom one noun stands for; empty when it stands for nobody known. The
// office of a person answers for the person, a press desk for whose it is.
func (f *finder) party(h int) []int {
	if f.Word(h) == "office" {
		for _, k := range f.kids[h] {
			if m := f.mention(k); m != nil && k < h && f.person(m) {
				return []int{m.Party}
			}
		}
	}
	m := f.mention(h)
	if m != nil && f.A.Parties[m.Party].Kind != readout.Unnamed {
		return f.members(m.Party)
	}
	for _, k := range f.kids[h] { // "its registrar, Ada Finn"
		if n := f.mention(k); k > h && f.related(k, "appos", "flat") && n != nil && n.Kind == readout.NameMention {
			return f.members(n.Party)
		}
	}
	if m != nil {
		return f.members(m.Party)
	}
	if first := f.firstOf(h); f.Possessive(first - 1) {
		return f.ending(first - 2)
	} else if k := f.child(h, "nmod"); k >= 0 && k < h && f.Possessive(k+1) {
		return f.ending(k)
	}
	places := f.L.Places
	if name := places.Capitals[f.Word(h)] + places.States[f.Word(h)]; name != "" { // "no reaction from Lisbon"
		if n := f.state(name); n >= 0 {
			return []int{n}
		}
	}
	if t := f.A.Tokens[h]; t.UPOS == "PRON" && t.Head >= 0 && f.related(t.Head, "acl") && f.head(t.Head) >= 0 { // "the firm, which ..."
		return f.party(f.head(t.Head))
	}
	return nil
}

// person reports the name of a person, or a pronoun that surely stands for one.
func (f *finder) person(m *readout.Mention) bool {
	return f.A.Parties[m.Party].Kind == readout.Person && (m.Kind == readout.NameMention || m.Kind == readout.PronounMention && m.Sure)
}

// ending is the body whose name ends with token i.
func (f *finder) ending(i int) []int {
	if a, ok := f.Ending(i); ok && a.Party.Kind != readout.Person {
		if n, known := f.byID[a.Party.ID]; known {
			return []int{n}
		}
	}
	return nil
}

// mention is the longest mention of a party whose head is token h, or nil.
func (f *finder) mention(h int) *readout.Mention {
	var best *readout.Mention
	at := f.A.Tokens[h].Range
	all := f.A.Mentions
	for n := f.mentionsFrom(f.Sentence(h).Start); n < len(all) && all[n].Start <= at.Start; n++ {
		m := &all[n]
		if !m.Contains(at) || m.Party < 0 {
			continue
		}
		if !f.heads(h, m.Range) {
			continue
		}
		if best == nil || m.Len() > best.Len() {
			best = m
		}
	}
	return best
}

// mentionsFrom is the first mention that begins at or behind a byte.
func (f *finder) mentionsFrom(at int) int {
	return sort.Search(len(f.A.Mentions), func(n int) bool { return f.A.Mentions[n].Start >= at })
}

// heads reports that token h is the head of a phrase: what stands before it
// hangs on no other noun there, and what stands behind it hangs on it.
func (f *finder) heads(h int, phrase readout.Range) bool {
	if up := f.head(h); up >= 0 && phrase.Contains(f.A.Tokens[up].Range) && !f.verb(up) {
		return false
	}
	for k := h + 1; k < len(f.A.Tokens) && f.A.Tokens[k].End <= phrase.End; k++ {
		up := k
		for steps := 0; up >= 0 && up != h && steps < 12; steps++ {
			up = f.head(up)
		}
		if up != h && f.Noun(k) {
			return false
		}
	}
	return true
}

// members are the parties of joint speakers, or the party itself.
func (f *finder) members(party int) []int {
	if p := f.A.Parties[party]; p.Kind == readout.Group && len(p.Members) > 0 {
		var out []int
		for _, id := range p.Members {
			if n, ok := f.byID[id]; ok {
				out = append(out, n)
			}
		}
		return out
	}
	return []int{party}
}

// outlet reports that a party is the paper itself, or one that tells: what it
// could not find out is nobody's answer.
func (f *finder) outlet(party int) bool {
	p := f.A.Parties[party]
	return p.Name == f.A.Doc.Outlet || p.Kind == readout.Outlet || p.Kind == readout.Agency
}

func unique(in []int) []int {
	seen := map[int]bool{}
	var out []int
	for _, p := range in {
		if !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	return out
}
