package statement

import (
	"iter"
	"strings"

	"readout"
	"readout/internal/lang"
)

// unused are the tokens that can be a cue and that no finder has taken, with their
// form, in the sentences that are read.
func (s *scan) unused() iter.Seq2[int, *lang.Form] {
	return func(yield func(int, *lang.Form) bool) {
		for _, sent := range s.a.Sentences {
			if !s.reads(sent) {
				continue
			}
			for i := sent.First; i < sent.Last; i++ {
				if f := s.form(i); f != nil && !s.used[i] && !yield(i, f) {
					return
				}
			}
		}
	}
}

// cues finds attributions by a finite cue with a clause, noun phrase or
// infinitive: "Ruiz said the port would close", "the union denied the report",
// "The port will close, Ruiz said".
func cues(s *scan) []draft {
	var out []draft
	for i, f := range s.unused() {
		if d, ok := s.finiteCue(i, f); ok {
			s.used[i] = true
			out = append(out, d)
			s.drafts = append(s.drafts, d) // later cues of the sentence take over its subject
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
	if infinitive || passive && f.Tense != lang.Gerund || f.Tense == lang.Gerund && !passive {
		return draft{}, false
	}
	next := s.behindVerb(i, f)
	u := s.subjectBefore(start)
	inner := s.quoteAt(i) >= 0
	if inner && !(f.Quote && f.Clause && (f.Tense == lang.Past || f.Tense == lang.Third)) {
		return draft{}, false
	}
	negated = negated || s.nobodyDid(u)
	if !u.found() {
		if s.coordinating(start - 1) {
			if u = s.sameSubject(i); !u.found() || inner {
				u = s.conjoined(i)
			}
		} else if !inner && s.low(next) == "that" && f.Clause || !inner && s.low(next) == "whether" {
			u = s.chunk(start)
		}
	}
	who := s.relative(start - 1) // "who said": what stands in front is not what is said
	clauseBefore := !who && (!u.found() || !u.shared && s.tokenAt(u.source.Start) > s.sentence(i).First && s.comma(s.tokenAt(u.source.Start)-1))
	if u.found() && (s.own(u, i) || s.attributive(u, i)) {
		return draft{}, false
	}
	if negated && (f.Act == readout.ActConfirm || f.Act == readout.ActAcknowledge || f.Act == readout.ActState && !s.never(start, i)) {
		return draft{}, false // no answer is a response, not a statement
	}
	if d, ok := s.parenthesis(u, f, start, i, next); ok && !inner && !who {
		return d, true
	}
	if clauseBefore && !inner && (f.Clause || f.Quote) && s.mainInFront(u) {
		if d, ok := s.clauseInFront(u, f, start, i, next); ok {
			return d, true
		}
	}
	if u.found() {
		if d, ok := s.complement(u, f, start, i, next); ok && !s.hollow(d) {
			d.negated = negated
			s.closeRelative(&d, start)
			return d, true
		}
	}
	if clauseBefore && !inner && f.Clause {
		return s.clauseInFront(u, f, start, i, next)
	}
	if subjects := s.dependents(i, "nsubj"); f.Clause && f.Quote && !inner && s.word(start-1) == "," && (len(subjects) == 0 || subjects[0] > i) {
		return s.clauseInFront(subject{party: -1}, f, start, i, next) // "In Velm, the mill burned, reported the Post"
	}
	return draft{}, false
}

// never reports that a cue denies more than an answer: "has never said", "no longer
// claims".
func (s *scan) never(start, i int) bool {
	for k := start; k < i; k++ {
		if w := s.low(k); w == "never" || w == "longer" {
			return true
		}
	}
	return false
}

// attributive reports a participle that only says which one is meant: "In a
// video posted on Tuesday".
func (s *scan) attributive(u subject, i int) bool {
	t := s.a.Tokens[i]
	start := s.tokenAt(u.source.Start)
	return t.Relation == "acl" && t.Head >= start && t.Head < i && s.class(start-1) == readout.Preposition && s.form(i).Tense == lang.Past
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

// hollow reports "asked for none of this", "agreed to nothing": nothing is told.
func (s *scan) hollow(d draft) bool {
	if len(d.content) != 1 || s.clause(&d) {
		return false
	}
	k := s.tokenAt(d.content[0].Start)
	if low := s.low(k); low == "to" || low == "of" {
		k++
	}
	switch s.low(k) {
	case "none", "nothing", "nobody":
		return true
	}
	return s.low(k) == "no" && s.low(k+1) == "one"
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
	f := s.form(i)
	if s.quoteAt(i) >= 0 && (s.firstPerson(u.source) || u.pronoun) && !tellsInside(f, s.low(s.tokenAt(u.source.Start))) {
		return true
	}
	if f.Tense != lang.Base || s.class(i-1) == readout.Auxiliary || s.class(i-1) == readout.Adverb || s.class(i-1) == readout.Negation {
		return false
	}
	switch s.low(s.tokenAt(u.source.Start)) {
	case "he", "she", "it":
		return u.pronoun
	}
	return !u.pronoun && !s.several(u)
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
		if d := s.drafts[n]; d.sent == sent && d.cueToken < i && d.party >= 0 && d.parent < 0 && s.quoteAt(d.cueToken) == s.quoteAt(i) {
			return subject{source: d.source, shared: true, party: d.party, pronoun: true, sure: d.grade != readout.Guessed}
		}
	}
	if u := s.sharedSubject(i); u.found() {
		return u
	}
	for k := s.a.Sentences[sent].First; k < i; k++ {
		if m := s.startingAt(k); m != nil && s.quoteAt(k) < 0 && m.Party >= 0 && (k == s.a.Sentences[sent].First || s.class(k-1) != readout.Preposition) {
			return subject{source: m.Range, shared: true, party: m.Party, pronoun: true, sure: m.Sure}
		}
	}
	return subject{party: -1}
}
