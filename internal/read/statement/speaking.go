package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// speaking is how the verb at token j reports a quotation beside it. Where any verb
// will do, one that is in no list is a cue by its place: `"...," raged the warden`.
func (s *scan) speaking(j int, any bool) *lang.Form {
	if f := s.form(j); f != nil || !any {
		return f
	}
	low := s.low(j)
	if j < 0 || j >= len(s.a.Tokens) || s.a.Tokens[j].UPOS != "VERB" || s.low(j-1) == "to" || strings.HasSuffix(low, "ing") {
		return nil
	}
	f := &lang.Form{Cue: s.unlisted(j), Tense: lang.Past}
	f.Quote = true
	for _, k := range s.dependents(j, "compound", "advmod") {
		if k == j+1 && particles[s.low(k)] {
			f.Particle = s.low(k) // "hit back"
		}
	}
	return f
}

var particles = map[string]bool{"back": true, "in": true, "on": true, "out": true, "up": true, "off": true, "away": true, "over": true}

// runsOn reports that the sentence goes on behind a quotation that opened it, with
// token k: a comma closes the words, or a small letter follows.
func (s *scan) runsOn(q readout.Quote, k int) bool {
	first := s.tokenAt(q.Start)
	if open := s.sentence(first).First; first != open && s.word(first-1) != ":" && s.pastClock(open) != first {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.word(k))
	return lastOf(s.text[q.Inner.Start:q.Inner.End]) == ',' || s.word(k-1) == "," || unicode.IsLower(r)
}

// sourceBehind is the subject behind the cue at token j: what begins at next, or
// what the parse has there: "said somebody who had waited in the rain".
func (s *scan) sourceBehind(j, next int) subject {
	if u := s.after(next); u.found() {
		if c := s.class(u.last); c == readout.Auxiliary && !s.possessive(u.last) || c == readout.Verb && s.form(u.last) == nil {
			return subject{party: -1} // "said it would": the subject of what is said
		}
		return s.withName(u)
	}
	for _, k := range s.dependents(j, "nsubj") {
		if first, end := s.subtree(k); first == next && !s.relative(k) {
			return s.spokenBy(s.trimmed(s.span(first, end)))
		}
	}
	return subject{party: -1}
}

// withName takes in the name behind a description: "said the drummer, Ana Ruiz".
func (s *scan) withName(u subject) subject {
	k := s.tokenAt(u.source.End)
	if !u.found() || u.pronoun || s.word(k) != "," {
		return u
	}
	name := s.startingAt(k + 1)
	if name == nil || name.Kind != readout.NameMention || name.Party < 0 || s.a.Parties[name.Party].Kind != readout.Person {
		return u
	}
	if m := s.endingAt(k - 1); m == nil || m.Kind != readout.NounMention {
		return u
	}
	u.source.End, u.party, u.sure, u.last = name.End, name.Party, name.Sure, s.tokenAt(name.End)
	return u
}

// conjoined is the subject of the verb that the cue at token j is joined to: "looked
// up and said".
func (s *scan) conjoined(j int) subject {
	for s.a.Tokens[j].Relation == "conj" && s.a.Tokens[j].Head >= 0 {
		j = s.a.Tokens[j].Head
		for _, k := range s.dependents(j, "nsubj") {
			if first, end := s.subtree(k); k < j && s.quoteAt(k) == s.quoteAt(j) && !s.relative(k) {
				return s.spokenBy(s.trimmed(s.span(first, end)))
			}
		}
	}
	return subject{party: -1}
}

// parsedAt reads "the crowd chanted" at token k, where no list knows the noun: the
// parse has a phrase that begins there as the subject of a verb behind it.
func (s *scan) parsedAt(k int, any bool) (draft, bool) {
	for h := k; h < s.sentence(k).Last && h < k+12; h++ {
		j := s.a.Tokens[h].Head
		if s.a.Tokens[h].Relation != "nsubj" || j < h || s.quoteAt(j) >= 0 {
			continue
		}
		first, end := s.subtree(h)
		f := s.speaking(j, any)
		if first != k || end > j || f == nil || !f.Quote && !f.Told || !s.finite(f, j) {
			return draft{}, false
		}
		start, negated, infinitive, passive := s.auxiliaries(j)
		if negated || infinitive || passive {
			return draft{}, false
		}
		next := s.behindVerb(j, f)
		return s.attributed(s.spokenBy(s.trimmed(s.span(first, end))), f, start, j, next), true
	}
	return draft{}, false
}

// relative reports "who", "which" and "that" that stand for a phrase before them.
func (s *scan) relative(k int) bool {
	switch s.low(k) {
	case "who", "which", "that", "whom":
		return true
	}
	return false
}
