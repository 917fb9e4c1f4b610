package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// cues finds attributions by a finite cue with a clause, noun phrase or
// infinitive: "Ruiz said the port would close", "the union denied the report",
// "The port will close, Ruiz said".
func cues(s *scan) []draft {
	var out []draft
	for _, sent := range s.a.Sentences {
		if !s.reads(sent) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			f := s.form(i)
			if f == nil || s.used[i] {
				continue
			}
			if d, ok := s.finiteCue(i, f); ok {
				s.used[i] = true
				out = append(out, d)
				s.drafts = append(s.drafts, d) // later cues of the sentence take over its subject
			}
		}
	}
	s.drafts = s.drafts[:len(s.drafts)-len(out)]
	return out
}

// finiteCue reads the attribution whose verb is token i.
func (s *scan) finiteCue(i int, f *lang.Form) (draft, bool) {
	start, negated, infinitive, passive := s.auxiliaries(i)
	if infinitive && s.low(start-1) == "used" {
		infinitive, start = false, start-1
	}
	if passive && s.low(i+1) == "as" && s.low(i+2) == "saying" && s.quoteAt(i) < 0 {
		if u := s.before(start); u.found() {
			say := &lang.Form{Cue: &lang.Cue{Lemma: "say", Act: readout.ActState, Quote: true, Clause: true}, Tense: lang.Past}
			return s.complement(u, say, start, i, i+3)
		}
	}
	if infinitive || passive && f.Tense != lang.Gerund || f.Tense == lang.Gerund && !passive {
		return draft{}, false
	}
	next := i + 1
	if f.Particle != "" {
		next++
	}
	u := s.before(start)
	inner := s.quoteAt(i) >= 0
	if inner && !(f.Quote && f.Clause && (f.Tense == lang.Past || f.Tense == lang.Third)) {
		return draft{}, false
	}
	negated = negated || s.nobodyDid(u)
	if !u.found() && !inner {
		if s.coordinating(start - 1) {
			u = s.sameSubject(i)
		} else if s.low(next) == "that" && f.Clause || s.low(next) == "whether" {
			u = s.chunk(start)
		}
	}
	clauseBefore := !u.found() || !u.shared && s.tokenAt(u.source.Start) > s.sentence(i).First && s.comma(s.tokenAt(u.source.Start)-1)
	if u.found() && s.own(u, i) {
		return draft{}, false
	}
	if negated && f.Lemma == "comment" && s.low(start) == "would" && u.found() {
		d := s.attributed(u, f, start, i, next)
		d.act = readout.ActDecline
		return d, true
	}
	if negated && (f.Act == readout.ActConfirm || f.Act == readout.ActAcknowledge || f.Act == readout.ActState) {
		return draft{}, false // no answer is a response, not a statement
	}
	if clauseBefore && !inner && (f.Clause || f.Quote) && s.mainInFront(u) {
		if d, ok := s.clauseInFront(u, f, start, i, next); ok {
			return d, true
		}
	}
	if u.found() {
		if d, ok := s.complement(u, f, start, i, next); ok {
			d.negated = negated
			s.closeRelative(&d, start)
			return d, true
		}
	}
	if clauseBefore && !inner && f.Clause {
		return s.clauseInFront(u, f, start, i, next)
	}
	return draft{}, false
}

// closeRelative ends the content of "who said ..., " at the comma that ends
// the relative clause.
func (s *scan) closeRelative(d *draft, start int) {
	if w := s.low(start - 1); w != "who" && w != "which" || len(d.content) != 1 {
		return
	}
	for k := s.tokenAt(d.content[0].Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= d.content[0].End; k++ {
		comma := s.word(k) == "," && s.quoteAt(k) < 0 || s.quoteAt(k) < 0 && s.quoteAt(k-1) >= 0 && strings.HasSuffix(s.text[:s.innerEnd(k-1)], ",")
		if comma && s.a.Tokens[k].Start > d.content[0].Start {
			d.content[0].End = s.a.Tokens[k-1].End
			return
		}
	}
}

// nobodyDid reports a subject that says no: "neither side", "nobody", "no
// official", or one behind "neither" or "nor".
func (s *scan) nobodyDid(u subject) bool {
	if u.source.Empty() {
		return false
	}
	k := s.tokenAt(u.source.Start)
	for _, w := range []string{s.low(k), s.low(k - 1)} {
		switch w {
		case "neither", "nor", "no", "nobody", "none":
			return true
		}
	}
	return false
}

// own reports subjects that report nothing here: I and we in a quotation, a
// bare form without a plural subject.
func (s *scan) own(u subject, i int) bool {
	if s.quoteAt(i) >= 0 && (s.firstPerson(u.source) || u.pronoun) {
		return true
	}
	f := s.form(i)
	return f.Tense == lang.Base && s.class(i-1) != readout.Auxiliary && s.class(i-1) != readout.Adverb && !u.pronoun && !s.several(u)
}

// several reports a subject that a verb without an ending goes with: a plural,
// joint speakers, or a noun for many ("police").
func (s *scan) several(u subject) bool {
	words := strings.Fields(s.text[u.source.Start:u.source.End])
	if u.party >= 0 && s.a.Parties[u.party].Kind == readout.Group || len(words) == 0 {
		return true
	}
	for _, w := range words {
		switch w = strings.ToLower(w); w {
		case "police", "people", "staff", "crew", "family", "troops", "men", "women", "some", "many", "both", "several", "most", "others", "media", "and":
			return true
		}
		if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s") {
			return true
		}
	}
	return false
}

func (s *scan) coordinating(k int) bool {
	for k > 0 && s.class(k) == readout.Adverb {
		k--
	}
	return s.class(k) == readout.Conjunction
}

// sameSubject is the subject of the last finite cue earlier in the sentence,
// or of the sentence: "expressed support but stressed that".
func (s *scan) sameSubject(i int) subject {
	sent := s.a.Tokens[i].Sentence
	for n := len(s.drafts) - 1; n >= 0; n-- {
		if d := s.drafts[n]; d.sent == sent && d.cueToken < i && d.party >= 0 && d.parent < 0 {
			return subject{source: d.source, shared: true, party: d.party, pronoun: true, sure: d.grade != readout.Guessed}
		}
	}
	if u := s.joined(i); u.found() {
		return u
	}
	for k := s.a.Sentences[sent].First; k < i; k++ {
		if m := s.startingAt(k); m != nil && s.quoteAt(k) < 0 && m.Party >= 0 && (k == s.a.Sentences[sent].First || s.class(k-1) != readout.Preposition) {
			return subject{source: m.Range, shared: true, party: m.Party, pronoun: true, sure: m.Sure}
		}
	}
	return subject{party: -1}
}
