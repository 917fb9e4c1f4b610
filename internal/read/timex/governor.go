package timex

import (
	"slices"
	"sort"

	"readout"
)

// told is the verb that an expression hangs on in the parse, where it tells of what
// was done: "On Friday, the port | planned | to pay", "Halm on Sunday | issued | a call";
// empty elsewhere. perfect is one with "had" in front: "had replied by Friday".
func (m *matcher) told(h *hit) (verb string, perfect bool) {
	v := m.governor(m.atoms[h.to-1].Range)
	if v < 0 {
		return "", false
	}
	all := m.parse.Tokens
	j := slices.IndexFunc(m.atoms, func(a atom) bool { return a.Start == all[v].Start })
	if j < 0 || !m.sameVoice(j, h.from) {
		return "", false
	}
	for k := v - 1; k >= 0 && all[k].Sentence == all[v].Sentence; k-- {
		if all[k].Head != v || all[k].Relation != "aux" && all[k].Relation != "mark" {
			continue
		}
		if at := slices.IndexFunc(m.atoms, func(a atom) bool { return a.Start == all[k].Start }); at < 0 || m.atoms[at].lower != "had" {
			return "", false
		}
		perfect = true
	}
	reports, _, _ := m.word("REPORT", j)
	if n, _, _ := m.word("BACK", j); n == 0 || j > h.from && reports > 0 || h.from > opening && m.plans(j) {
		return "", false
	}
	return m.atoms[j].text, perfect
}

// term reports a day to which something lasts or is put off: "until 9 a.m. Tuesday",
// "as soon as Tuesday".
func (m *matcher) term(h *hit) bool {
	switch m.at(h.from - 1).lower {
	case "to", "for", "by", "before", "as", "from":
		return true
	}
	return slices.ContainsFunc(m.atoms[max(0, h.from-6):h.from], func(a atom) bool { return a.lower == "until" || a.lower == "till" })
}

// plans reports a verb of what is meant to be: "planned a march on Saturday".
func (m *matcher) plans(j int) bool {
	ahead, _, _ := m.word("AHEAD", j)
	intent, _, _ := m.word("INTENT", j)
	return ahead+intent > 0
}

// governor is the nearest verb above the token at a range, -1 without one.
func (m *matcher) governor(at readout.Range) int {
	all := m.parse.Tokens
	k := sort.Search(len(all), func(i int) bool { return all[i].End > at.Start })
	for range 6 {
		if k < 0 || k >= len(all) || all[k].UPOS == "VERB" {
			break
		}
		k = all[k].Head
	}
	if k < 0 || k >= len(all) || all[k].UPOS != "VERB" {
		return -1
	}
	return k
}
