package response

import (
	"sort"

	"readout"
)

var answerNouns = map[string]readout.Status{
	"response": readout.NoResponse, "reply": readout.NoResponse, "reaction": readout.NoResponse, "comment": readout.NoResponse,
	"answer": readout.NoResponse, "word": readout.NoResponse,
	"confirmation": readout.NotConfirmed, "acknowledgement": readout.NotAcknowledged, "acknowledgment": readout.NotAcknowledged,
}

// nominal finds "no immediate response from X or Y", "without confirmation by
// either side": a noun of answering behind "no", and the parties behind "from"
// or "by". It reports whether the sentence had one.
func (f *finder) nominal(s readout.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if w := f.low(i); w != "no" && w != "without" || f.quoted(i) {
			continue
		}
		for k := i + 1; k < s.Last && k < i+5; k++ {
			status, ok := answerNouns[f.low(k)]
			if !ok {
				continue
			}
			parties, end := f.behind(k+1, s)
			if f.low(k) == "word" && len(parties) == 0 {
				continue
			}
			if len(parties) == 0 {
				parties = []int{-1}
			}
			start := i
			for start > s.First && (f.low(start-1) == "with" || f.low(start-1) == "was" || f.low(start-1) == "is" || f.low(start-1) == "there" || f.low(start-1) == "been" || f.low(start-1) == "has") {
				start--
			}
			f.add(status, readout.Range{Start: f.a.Tokens[start].Start, End: f.a.Tokens[end-1].End}, "", parties...)
			return true
		}
	}
	return false
}

// behind reads the parties behind "from" or "by" at or near token k: "from
// Danish or Dutch officials", "from either the union or the company".
func (f *finder) behind(k int, s readout.Sentence) ([]int, int) {
	for j := k; j < s.Last && j < k+8; j++ {
		if w := f.low(j); w != "from" && w != "by" {
			continue
		}
		var parties []int
		end := j + 1
		for n := end; n < s.Last && n < j+16; n++ {
			if f.a.Tokens[n].Kind == readout.Punct && f.low(n) != "," {
				break
			}
			if c := f.a.Tokens[n].Class; c == readout.Verb || c == readout.Preposition && n > end {
				break
			}
			if m := f.starting(n); m != nil {
				parties = append(parties, f.each(m)...)
				end = f.tokenAt(m.End)
				n = end - 1
			}
		}
		if len(parties) > 0 {
			return unique(parties), end
		}
	}
	return nil, k
}

// each is the parties of a mention. An adjective of one state that stands
// beside the phrase of another ("Danish or Dutch officials") is a party of the
// same kind, when the report has it.
func (f *finder) each(m *readout.Mention) []int {
	out := f.members(m.Party)
	first := sort.Search(len(f.a.Mentions), func(n int) bool { return f.a.Mentions[n].Start >= m.Start })
	for _, inner := range f.a.Mentions[first:] {
		if inner.Start > m.End {
			break
		}
		if inner.Party >= 0 && inner.Party != m.Party && m.Contains(inner.Range) && inner.Kind == readout.NameMention && f.joined(m) {
			out = append(out, inner.Party)
		}
	}
	return out
}

// joined reports that "or", "and" or "nor" stands inside a mention.
func (f *finder) joined(m *readout.Mention) bool {
	for k := f.tokenAt(m.Start); k < f.tokenAt(m.End); k++ {
		if w := f.low(k); w == "or" || w == "and" || w == "nor" {
			return true
		}
	}
	return false
}

func (f *finder) starting(i int) *readout.Mention {
	if n, ok := f.starts[f.a.Tokens[i].Start]; ok {
		return &f.a.Mentions[n]
	}
	return nil
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
