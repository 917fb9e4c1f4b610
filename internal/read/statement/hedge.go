package statement

import (
	"readout"
	"readout/internal/lang"
)

// hedges finds what the outlet passes on without naming anybody: "reportedly",
// "allegedly", "is expected to", "is said to", "it is understood that".
func hedges(s *scan) []draft {
	var out []draft
	for _, sent := range s.a.Sentences {
		if !s.reads(sent) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if s.quoteAt(i) >= 0 || s.used[i] {
				continue
			}
			if d, ok := s.adverbHedge(i, sent); ok {
				out = append(out, d)
			} else if d, ok := s.passiveHedge(i, sent); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

func (s *scan) nobody(i, next int, act readout.Act) draft {
	return draft{
		cue: s.span(i, next), party: -1, form: &lang.Cue{Act: act}, act: act, first: i, cueToken: i,
		sent: s.a.Tokens[i].Sentence, parent: -1, poster: -1, grade: readout.Inherited, why: "the outlet names nobody",
	}
}

func (s *scan) adverbHedge(i int, sent readout.Sentence) (draft, bool) {
	switch s.low(i) {
	case "reportedly", "allegedly", "supposedly", "purportedly":
	default:
		return draft{}, false
	}
	d := s.nobody(i, i+1, readout.ActClaim)
	if s.low(i) == "reportedly" {
		d.act = readout.ActState
	}
	from := i
	for from > sent.First && s.quoteAt(from-1) < 0 && s.word(from-1) != "," && s.word(from-1) != ";" && s.class(from-1) != readout.Subordinator && !s.used[from-1] {
		from--
	}
	end := s.clauseEnd(i + 1)
	for k := i + 1; k < end; k++ {
		if s.quoteAt(k) < 0 && s.word(k) == "," {
			end = k
			break
		}
	}
	if i > from {
		d.content = append(d.content, s.trimmed(s.span(from, i)))
	}
	if end > i+1 {
		d.content = append(d.content, s.stretched(s.trimmed(s.span(i+1, end))))
	}
	return d, len(d.content) > 0
}

// passiveHedge reads "is expected to", "are believed to", "it is reported that".
func (s *scan) passiveHedge(i int, sent readout.Sentence) (draft, bool) {
	f := s.form(i)
	if f == nil && (s.low(i) == "learnt" || s.low(i) == "learned" || s.low(i) == "rumoured" || s.low(i) == "rumored") {
		f = &lang.Form{Cue: &lang.Cue{Lemma: "learn", Act: readout.ActState}, Tense: lang.Past}
	}
	if f == nil || f.Tense != lang.Past && f.Tense != lang.Participle || f.Particle != "" {
		return draft{}, false
	}
	start, negated, infinitive, passive := s.auxiliaries(i)
	if !passive || negated || infinitive || start == sent.First {
		return draft{}, false
	}
	act := readout.ActState
	switch f.Lemma {
	case "expect", "predict", "forecast", "anticipate", "project":
		act = readout.ActPredict
	case "announce", "understand", "learn":
		if s.low(start-1) != "it" && !(f.Lemma == "understand" && s.low(i+1) == "to") {
			return draft{}, false
		}
	case "warn", "advise", "urge", "ask", "tell":
		return s.bidden(f, start, i)
	case "blame", "accuse":
		return s.accused(f, start, i)
	case "allege", "claim":
		act = readout.ActClaim
	case "say", "report", "believe", "think", "estimate", "fear":
	default:
		return draft{}, false
	}
	d := s.nobody(i, i+1, act)
	d.cue = s.span(start, i+1)
	if tail := s.overTail(i + 1); s.low(start-1) == "it" && s.word(start-2) == "," && (tail >= s.fullStop(sent) || s.word(tail) == ",") {
		return s.with(d, s.clauseStart(start-2), start-2)
	}
	if s.low(start-1) == "it" && s.low(i+1) != "to" && s.low(i+1) != "that" && s.class(i+1) != readout.Adverb && s.opensClause(i+1) {
		return s.with(d, i+1, s.clauseEnd(i+1)) // "it is feared the road is cut"
	}
	if s.low(i+1) == "to" || s.low(i+1) == "that" {
		var ok bool
		d, ok = s.with(d, i+1, s.clauseEnd(i+1))
		if s.low(i+1) == "that" {
			return s.with(d, i+2, s.clauseEnd(i+2))
		}
		if from := s.phraseStart(start, sent); ok && from < start {
			d.content = append([]readout.Range{s.trimmed(s.span(from, start))}, d.content...)
		}
		return d, ok
	}
	return draft{}, false
}

// bidden reads "residents have been urged to boil water", "drivers are advised to":
// now, and nobody says by whom.
func (s *scan) bidden(f *lang.Form, start, i int) (draft, bool) {
	if w := s.low(start); s.low(i+1) != "to" || w != "are" && w != "is" && w != "have" && w != "has" {
		return draft{}, false
	}
	act := f.Act
	if act == readout.ActState {
		act = readout.ActRequest
	}
	d := s.nobody(i, i+1, act)
	d.cue = s.span(start, i+1)
	return s.with(d, i+2, s.clauseEnd(i+2))
}

// accused reads "the mill has been blamed for the flood".
func (s *scan) accused(f *lang.Form, start, i int) (draft, bool) {
	if w := s.low(i + 1); w != "for" && w != "of" || s.relative(start-1) {
		return draft{}, false
	}
	d := s.nobody(i, i+1, f.Act)
	d.cue = s.span(start, i+1)
	d, ok := s.with(d, i+1, s.clauseEnd(i+1))
	if from := s.phraseStart(start, s.sentence(i)); ok && from < start {
		d.content = append([]readout.Range{s.trimmed(s.span(from, start))}, d.content...)
	}
	return d, ok
}

// phraseStart is where the subject phrase in front of token k begins.
func (s *scan) phraseStart(k int, sent readout.Sentence) int {
	j := k
	for j > sent.First && s.quoteAt(j-1) < 0 && !s.punct(j-1) && s.class(j-1) != readout.Verb && s.class(j-1) != readout.Subordinator && s.class(j-1) != readout.Conjunction {
		j--
	}
	return j
}
