package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// behindVerb is the first token behind the verb at token i and the further words of its
// cue, "fired back", "gave her word"; -1 where they do not follow.
func (s *scan) behindVerb(i int, f *lang.Form) int {
	k := i + 1
	for _, word := range strings.Fields(f.Particle) {
		switch {
		case word == "~" && s.possessing(k):
		case word != s.low(k) || s.quoteAt(k) != s.quoteAt(i):
			return -1
		}
		k++
	}
	return k
}

// phrase is the cue of several words that the verb at token i begins, the longest of
// them, or nil.
func (s *scan) phrase(i int) *lang.Form {
	if i < 0 || i >= len(s.a.Tokens) || s.class(i) != readout.Verb && s.a.Tokens[i].UPOS != "VERB" {
		return nil
	}
	var best *lang.Form
	forms := s.l.Phrases[s.low(i)]
	for n := range forms {
		if k := s.behindVerb(i, &forms[n]); k > i && (best == nil || k > s.behindVerb(i, best)) {
			best = &forms[n]
		}
	}
	return best
}

// possessing reports "his", "their" or the like.
func (s *scan) possessing(k int) bool {
	switch s.low(k) {
	case "my", "your", "his", "her", "its", "our", "their":
		return true
	}
	return false
}
