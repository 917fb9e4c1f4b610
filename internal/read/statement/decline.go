package statement

import (
	"readout"
	"readout/internal/lang"
)

// answering are verbs of what is not done by who declines: "would not say",
// "refused to discuss".
var answering = map[string]bool{
	"say": true, "comment": true, "discuss": true, "answer": true, "respond": true, "elaborate": true, "speculate": true, "confirm": true,
	"divulge": true, "disclose": true, "reveal": true, "name": true, "identify": true, "specify": true, "speak": true, "talk": true, "be": true,
	"give": true, "provide": true, "take": true, "explain": true, "describe": true, "characterise": true, "characterize": true, "share": true,
}

// declines finds refusals to answer that are no cue of the lists: "would not say",
// "did not wish to comment", "are not commenting", "would not be drawn". What was
// asked about is no content.
func declines(s *scan) []draft {
	var out []draft
	for _, sent := range s.a.Sentences {
		if !s.reads(sent) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if s.quoteAt(i) < 0 && !s.used[i] {
				if d, ok := s.unanswered(i); ok {
					out = append(out, d)
				}
			}
		}
	}
	return out
}

// unanswered reads the refusal whose verb is token i.
func (s *scan) unanswered(i int) (draft, bool) {
	start, negated, infinitive, passive := s.auxiliaries(i)
	wish := start
	switch low := s.low(i); {
	case infinitive && start > 0 && (low == "say" || low == "comment" || low == "discuss" || low == "talk" || low == "answer"):
		if wish = start - 1; !wishing[s.low(wish)] {
			return draft{}, false
		}
		start, negated, _, _ = s.auxiliaries(wish)
	case passive && low == "drawn", passive && low == "commenting":
	case s.willing(start) && (low == "say" || low == "comment" || low == "discuss" || low == "talk" || low == "elaborate"):
	default:
		return draft{}, false
	}
	u := s.before(start)
	if !negated || !u.found() || s.nobodyDid(u) || s.low(i+1) == "that" || s.low(i) == "say" && s.low(i+1) == "no" {
		return draft{}, false
	}
	d := s.attributed(u, &lang.Form{Cue: &lang.Cue{Lemma: s.low(i), Act: readout.ActDecline}}, start, i, i+1)
	d.act = readout.ActDecline
	s.used[wish] = true
	return d, true
}

var wishing = map[string]bool{"want": true, "wish": true, "care": true, "wants": true, "wishes": true}

// willing reports "will" and "would", of what one does by choice.
func (s *scan) willing(k int) bool {
	switch s.low(k) {
	case "would", "will", "wouldn't", "wouldn’t", "won't", "won’t":
		return true
	}
	return false
}

// another reports a verb of answering that has something else: "give up her seat".
func (s *scan) another(verb int) bool {
	switch s.low(verb) {
	case "give", "provide", "share", "take":
		return !comment.MatchString(s.text[s.a.Tokens[verb].Start:s.sentence(verb).End])
	}
	return false
}

// declined reads "declined to comment on the report": the verb belongs to the cue;
// what it is about is no content. Another verb is what is not done.
func (s *scan) declined(d draft, start, next int) (draft, bool) {
	if s.low(next+1) == "be" && s.low(next+2) != "drawn" { // "who declined to be named"
		return d, false
	}
	verb := next + 2
	if s.low(next+1) == "be" {
		verb++
	}
	last := s.fullStop(s.sentence(next))
	d.cue = s.span(s.pastAdverbs(start, d.cueToken), min(verb, last))
	if d.content = nil; !answering[s.low(next+1)] || s.another(next+1) {
		d.cue = s.span(s.pastAdverbs(start, d.cueToken), next)
		return s.with(d, next, s.clauseEnd(next))
	}
	return d, true
}
