package mention

import (
	"strings"

	"readout"
)

// groups finds joint speakers: two mentions joined by "and" in front of a verb
// that reports ("Ruiz and Holt said").
func (f *finder) groups() {
	f.sort()
	ends := f.longestAt(func(m readout.Mention) int { return m.End })
	starts := f.longestAt(func(m readout.Mention) int { return m.Start })
	for i := 1; i+1 < len(f.a.Tokens); i++ {
		if f.low(i) != "and" || f.a.Tokens[i-1].Sentence != f.a.Tokens[i+1].Sentence {
			continue
		}
		left, ok := ends[f.a.Tokens[i-1].End]
		if !ok {
			continue
		}
		right, found := starts[f.a.Tokens[i+1].Start]
		if !found || left.Party == right.Party || !f.beforeCue(right.End) {
			continue
		}
		whole := readout.Range{Start: left.Start, End: right.End}
		p := f.joint(whole, left.Party, right.Party)
		f.mentions = append(f.mentions, readout.Mention{Range: whole, Kind: readout.NameMention, Party: p, Sure: left.Sure && right.Sure})
	}
}

// beforeCue reports that a verb that reports speech follows, adverbs and
// auxiliaries aside.
func (f *finder) beforeCue(end int) bool {
	i := f.tokenAt(end)
	for k := i; k < len(f.a.Tokens) && k < i+5; k++ {
		if len(f.l.Forms[f.low(k)]) > 0 && f.class(k) == readout.Verb {
			return true
		}
		switch f.class(k) {
		case readout.Adverb, readout.Auxiliary, readout.Negation:
		default:
			return false
		}
	}
	return false
}

// offices settles what titles say of states and persons: who decides for a
// state whose president or prime minister the report names.
func (f *finder) offices() {
	for i := range f.parties {
		if f.parties[i].Kind != readout.Person || f.parties[i].PartOf == "" {
			continue
		}
		whole, ok := f.byKey[f.parties[i].PartOf]
		if !ok || f.parties[whole].Kind != readout.State {
			continue
		}
		for _, o := range f.parties[i].Offices {
			if rank := principal(o.Title); rank > 0 && (f.parties[whole].Principal == "" || rank > f.rankOf(f.parties[whole].Principal)) {
				f.parties[whole].Principal = f.parties[i].ID
			}
		}
	}
}

func (f *finder) rankOf(id string) int {
	best := 0
	for _, o := range f.parties[f.byKey[id]].Offices {
		best = max(best, principal(o.Title))
	}
	return best
}

// principal ranks the titles of those who decide for a state; 0 is none.
// "former", "vice" and "deputy" holders, aides and spokesmen decide nothing.
func principal(title string) int {
	low := " " + strings.ToLower(title) + " "
	for _, no := range []string{" former ", " vice ", " deputy ", " ex-", " aide ", " adviser ", " advisor ", " spokes", " elect "} {
		if strings.Contains(low, no) {
			return 0
		}
	}
	switch {
	case strings.HasSuffix(low, " president "), strings.HasSuffix(low, " leader "):
		return 2
	case strings.HasSuffix(low, " prime minister "), strings.HasSuffix(low, " chancellor "), strings.HasSuffix(low, " premier "):
		return 1
	}
	return 0
}
