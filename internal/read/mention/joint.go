package mention

import (
	"slices"
	"sort"
	"strings"

	"readout"
)

// pairs are the coordinated names and phrases that "they" and "both" can go back
// to: "Ruiz and Holt", also where nobody says they spoke. They are candidates, no
// mentions of the report.
func (f *finder) pairs() []readout.Mention {
	ends := f.longestAt(func(m readout.Mention) int { return m.End })
	starts := f.longestAt(func(m readout.Mention) int { return m.Start })
	var out []readout.Mention
	for i := 1; i+1 < len(f.a.Tokens); i++ {
		if f.low(i) != "and" || f.quotedAt[i] || f.a.Tokens[i-1].Sentence != f.a.Tokens[i+1].Sentence {
			continue
		}
		left, ok := ends[f.a.Tokens[i-1].End]
		right, found := starts[f.a.Tokens[i+1].Start]
		if !ok || !found || !f.alike(left.Party, right.Party) {
			continue
		}
		whole := readout.Range{Start: left.Start, End: right.End}
		out = append(out, readout.Mention{Range: whole, Kind: readout.NameMention, Party: f.joint(whole, left.Party, right.Party), Sure: left.Sure && right.Sure})
	}
	return out
}

// alike reports two parties of which one can say "both": persons, or bodies.
func (f *finder) alike(a, b int) bool {
	if a < 0 || b < 0 || a == b || f.parties[a].Kind == readout.Group || f.parties[b].Kind == readout.Group {
		return false
	}
	person := f.traitOf(a) == one
	return person == (f.traitOf(b) == one) && (person || f.traitOf(a) == f.traitOf(b))
}

// joint is the group of two parties, by their full names if they have some, else
// by the words of the text.
func (f *finder) joint(words readout.Range, a, b int) int {
	name := f.parties[a].Name + " and " + f.parties[b].Name
	if !words.Empty() && (!f.hasName(a) || !f.hasName(b)) {
		name = f.text[words.Start:words.End]
	}
	p := f.party(name, readout.Group)
	if f.parties[p].Kind == readout.Group && len(f.parties[p].Members) == 0 {
		f.parties[p].Members = []string{f.parties[a].ID, f.parties[b].ID}
	}
	if !words.Empty() {
		f.alias(p, f.text[words.Start:words.End])
	}
	return p
}

func (f *finder) hasName(party int) bool {
	k := f.parties[party].Kind
	return k != readout.Unnamed && k != readout.OfficeKind && capitalised(f.parties[party].Name)
}

// either are the words behind "both" and "the two" that say nothing of who it is.
var either = map[string]bool{"sides": true, "men": true, "women": true, "leaders": true, "countries": true, "governments": true, "nations": true, "capitals": true, "presidents": true, "ministers": true, "politicians": true, "rivals": true, "candidates": true}

// both reports a phrase that stands for two who have been named.
//
//	EXAMPLE "both" · "the two" · "both sides" · "the pair" · "the two leaders"
func (f *finder) both(r readout.Range) bool {
	words := strings.Fields(strings.ToLower(f.text[r.Start:r.End]))
	switch len(words) {
	case 1:
		return words[0] == "both"
	case 2:
		return words[0] == "the" && slices.Contains([]string{"two", "pair", "couple", "duo"}, words[1]) || words[0] == "both" && either[words[1]]
	case 3:
		return words[0] == "the" && words[1] == "two" && either[words[2]]
	}
	return false
}

// two is the group that "both" at token i stands for: the pair with the most
// points, else the subject of a sentence just before and who is named with it.
func (a *antecedents) two(i int) (party int, sure bool) {
	if p, sure := a.of(i, "both"); p >= 0 {
		return p, sure
	}
	t := a.f.a.Tokens[i]
	end := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= t.Start })
	for k := end - 1; k >= max(0, end-mentionsBack) && a.all[k].sentence >= t.Sentence-2; k-- {
		c := &a.all[k]
		for j := k + 1; c.role >= places["nsubj"] && j < end && a.all[j].sentence == c.sentence; j++ {
			if d := &a.all[j]; a.f.alike(c.Party, d.Party) && a.f.parties[c.Party].Kind == a.f.parties[d.Party].Kind && a.f.parties[c.Party].Kind != readout.Unnamed {
				return a.f.joint(readout.Range{}, c.Party, d.Party), false
			}
		}
	}
	return -1, false
}

// latter is whom "the latter" and "the former" stand for: of the last two names in
// front of it the second and the first; -1 for other words.
func (a *antecedents) latter(m *readout.Mention) int {
	back := map[string]int{"the latter": 1, "the former": 2}[strings.ToLower(a.f.text[m.Start:m.End])]
	k := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= m.Start })
	for last := -1; back > 0 && k > 0; {
		k--
		c := &a.all[k]
		if c.Kind != readout.NameMention || c.End > m.Start || c.Party == last || a.f.parties[c.Party].Kind == readout.Group {
			continue
		}
		if back--; back == 0 {
			return c.Party
		}
		last = c.Party
	}
	return -1
}

// resolve settles a noun phrase that stands for somebody who has been named.
func (a *antecedents) resolve(m *readout.Mention) {
	old := m.Party
	if a.f.both(m.Range) {
		if p, sure := a.two(a.f.tokenAt(m.Start)); p >= 0 {
			m.Party, m.Sure, m.Kind = p, sure, readout.PronounMention
		}
	}
	if p := a.latter(m); p >= 0 {
		m.Party, m.Sure = p, false
	}
	a.partitive(m)
	a.describes(m)
	if m.Party == old {
		return
	}
	for i := a.f.tokenAt(m.Start); i < len(a.f.a.Tokens) && a.f.a.Tokens[i].End <= m.End; i++ {
		a.links.party[i] = m.Party
	}
	for k := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= m.Start }); k < len(a.all) && a.all[k].Start == m.Start; k++ {
		if a.all[k].Range == m.Range {
			a.all[k].Party = m.Party
		}
	}
}
