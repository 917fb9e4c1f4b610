package statement

import (
	"sort"
	"strings"

	"readout"
)

// channelIn notes how the words came, where the phrase of preposition p tells.
//
//	EXAMPLE "in an emailed statement" · "on Telegram" · "by phone" · "on his Chirrup page" · "in a post on Chirrup"
func (f *frame) channelIn(p string, i, end, head int) bool {
	low := f.low(head)
	switch p {
	case "in", "on", "at", "during", "via", "by", "through", "over", "from":
	default:
		return false
	}
	network := f.platformIn(p, i, end, head)
	switch {
	case network != "" && (f.o.channel == "" || f.last == channelPart || f.l.Occasion.Has(strings.ToLower(f.o.channel), "written")):
		f.o.channel = network
		return true
	case !f.l.Occasion.Has(low, "written", "spoken", "page"):
		return false
	case p == "on" && !f.l.Occasion.Has(low, "spoken", "page"), p == "from", p == "by" && f.class(i) == readout.Determiner:
		return false
	case f.o.channel != "":
		return true
	}
	f.o.channel = f.wayOf(i, end, head)
	f.o.again = f.low(i) == "the" && f.low(i+1) == "same" || f.low(i) == "that" || f.low(i) == "this"
	return true
}

// wayOf is a channel without its article: "emailed statement".
func (s *scan) wayOf(i, end, head int) string {
	return s.wordsAt(s.withoutArticle(i, head), end)
}

// platformIn is the network that a phrase names: one of the list, or any single
// name behind "on" that is neither a place, a person nor a time.
func (f *frame) platformIn(p string, i, end, head int) string {
	for k := i; k < end; k++ {
		for _, to := range []int{k + 2, k + 1} {
			if to <= end && f.l.Occasion.Has(strings.TrimSuffix(f.wordsAt(k, to), "."), "platform") {
				return strings.TrimSuffix(f.wordsAt(k, to), ".")
			}
		}
	}
	if p != "on" && p != "via" || f.a.Tokens[head].UPOS != "PROPN" || end > i+2 {
		return ""
	}
	posted := f.last == channelPart && f.l.Occasion.Has(strings.ToLower(f.o.channel), "posted")
	switch class := f.nameClass(i, end); {
	case class == readout.NamePerson, class == readout.NamePlace && !posted:
		return ""
	}
	if m := f.startingAt(i); m != nil && m.Party >= 0 && f.a.Parties[m.Party].Kind == readout.State {
		return ""
	}
	return strings.TrimSuffix(f.wordsAt(i, end), ".")
}

// nameClass is what the encoder takes a name among the tokens from i up to end
// for; empty where it sees none.
func (s *scan) nameClass(i, end int) readout.NameClass {
	for _, n := range s.namesIn(i, end) {
		return n.Class
	}
	return ""
}

// namesIn are the names that the encoder sees among the tokens from i up to end.
func (s *scan) namesIn(i, end int) []readout.Name {
	r, all := s.span(i, end), s.a.Names
	first := sort.Search(len(all), func(n int) bool { return all[n].End > r.Start })
	last := sort.Search(len(all), func(n int) bool { return all[n].Start >= r.End })
	return all[first:max(first, last)]
}
