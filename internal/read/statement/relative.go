package statement

import "readout/internal/lang"

// qualified finds cues whose subject is cut off from them by a clause that says who is
// meant: "those who remember it say", "two clerks I have spoken to think". The parse
// has the subject.
func qualified(s *scan) []draft {
	var out []draft
	for i, f := range s.unused() {
		if s.quoteAt(i) >= 0 || s.weak(f.Lemma) || f.Tense == lang.Gerund {
			continue
		}
		start, negated, infinitive, passive := s.auxiliaries(i)
		u := s.qualifiedSubject(i, start)
		if negated || infinitive || passive || !u.found() {
			continue
		}
		if d, ok := s.complement(u, f, start, i, s.behindVerb(i, f)); ok && !s.hollow(d) {
			out = append(out, d)
		}
	}
	return out
}

// qualifiedSubject is the phrase in front of the auxiliaries that begin at start which
// the parse has for the subject of token i, if it holds a clause of its own.
func (s *scan) qualifiedSubject(i, start int) subject {
	for _, k := range s.dependents(i, "nsubj") {
		first, end := s.subtree(k)
		if k < i && end <= start && !s.relative(k) && len(s.dependents(k, "acl")) > 0 && s.quoteAt(k) < 0 {
			return s.spokenBy(s.trimmed(s.span(first, end)))
		}
	}
	return subject{party: -1}
}
