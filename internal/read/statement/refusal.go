package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// refusals finds who would not speak: "would not comment", "won't be drawn on it", "is
// not commenting", "did not wish to discuss it". Who only has not spoken ("did not say",
// "has not commented") is a response and no statement.
func refusals(s *scan) []draft {
	var out []draft
	for _, sent := range s.a.Sentences {
		if !s.reads(sent) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if s.quoteAt(i) >= 0 || s.used[i] {
				continue
			}
			if d, ok := s.refusal(i); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

func (s *scan) refusal(i int) (draft, bool) {
	start, ok := s.unwilling(i)
	if !ok {
		return draft{}, false
	}
	u := s.before(start)
	if !u.found() || s.nobodyDid(u) || s.firstPerson(u.source) {
		return draft{}, false
	}
	f := &lang.Form{Cue: &lang.Cue{Lemma: "decline", Act: readout.ActDecline}}
	d := s.attributed(u, f, start, i, i+1)
	return s.unanswered(d, start, i+1)
}

// unwilling is where "would not comment" begins whose verb is token i.
func (s *scan) unwilling(i int) (start int, ok bool) {
	low := s.low(i)
	start, negated, infinitive, passive := s.auxiliaries(i)
	switch low {
	case "commenting", "discussing":
		return start, negated && passive
	case "drawn":
		return start, negated && passive && s.wills(start, i)
	case "denied", "deny":
		return s.neither(i)
	case "comment", "discuss", "elaborate", "speculate", "answer":
	case "say":
		if !s.openEnd(i + 1) {
			return start, false
		}
	default:
		return start, false
	}
	if !infinitive {
		return start, negated && s.wills(start, i)
	}
	if w := s.low(start - 1); w != "wish" && w != "want" && w != "care" && w != "wishes" && w != "wanted" {
		return start, false
	}
	start, negated, infinitive, _ = s.auxiliaries(start - 1)
	return start, negated && !infinitive
}

// neither is where "neither confirmed nor denied" begins whose second verb is token i.
func (s *scan) neither(i int) (start int, ok bool) {
	if w := s.low(i - 1); w != "nor" && w != "or" || !strings.HasPrefix(s.low(i-2), "confirm") {
		return i, false
	}
	start, negated, infinitive, _ := s.auxiliaries(i - 2)
	if s.low(start-1) == "neither" {
		start, _, infinitive, _ = s.auxiliaries(start - 1)
		negated = true
	}
	return start, negated && !infinitive
}

// wills reports "would" or "will" among the tokens in front of a verb.
func (s *scan) wills(start, i int) bool {
	for k := start; k < i; k++ {
		switch s.low(k) {
		case "would", "will", "wouldn't", "wouldn’t", "won't", "won’t":
			return true
		}
	}
	return false
}

// openEnd reports that nothing is said behind "would not say": the sentence ends there,
// or a question follows.
func (s *scan) openEnd(k int) bool {
	return k >= s.sentence(k-1).Last || s.punct(k) || s.low(k) == "whether" || s.low(k) == "if" || s.low(k) == "more" || isWh(s.low(k))
}
