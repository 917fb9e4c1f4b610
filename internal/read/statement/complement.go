package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// complement reads what the cue governs behind it.
func (s *scan) complement(u subject, f *lang.Form, start, i, next int) (draft, bool) {
	d := s.attributed(u, f, start, i, next)
	last := s.sentence(i).Last
	if next >= last {
		return d, false
	}
	if to := s.partner(next, min(last, next+5)); to > next && s.comma(next) && s.word(next) != "," {
		next = to + 1 // "noting — rightly — that"
	}
	k := next
	to := next
	if f.Told {
		if to = s.overAddressee(k); f.Lemma == "tell" || s.governs(s.overAdverbials(to)) {
			k = to
		}
	}
	after := s.pastOnly(s.overAdverbials(s.overAside(k)))
	if f.Lemma == "express" || f.Lemma == "voice" {
		return s.expressed(d, start, next)
	}
	switch {
	case s.low(after) == "that" && after > next && s.class(after+1) == readout.Verb:
		return d, false // "in an address that began": of the address
	case f.Lemma == "write" && s.low(next) == "to" && !s.governs(after):
		return d, false
	case f.Clause && s.low(after) == "that" && (!f.Noun || s.opensClause(after+1)):
		return s.with(d, after+1, s.clauseEnd(after+1))
	case f.Whether && (s.low(after) == "whether" || s.low(after) == "if" || isWh(s.low(after))):
		return s.with(d, after, s.clauseEnd(after))
	case f.Act == readout.ActDecline && s.low(next) == "to", f.Lemma == "refuse" && s.low(next) == "to" && answering[s.low(next+1)]:
		return s.declined(d, start, next)
	case f.Whether && f.Asked && s.asksWhether(k) > 0:
		k = s.asksWhether(k)
		return s.with(d, k, s.clauseEnd(k))
	case f.Asked && s.low(k) == "not" && s.low(k+2) == "be": // "who asked not to be named"
		return d, false
	case f.Told && s.low(k) == "to" && k > next: // "told them to leave, and that it was late"
		return s.with(d, k, s.thatEnd(k))
	case f.Asked && s.infinitiveAfter(next):
		return s.with(d, next, s.clauseEnd(next))
	case f.ToVerb && s.low(after) == "to":
		return s.with(d, after, s.clauseEnd(after))
	case f.As || f.Called:
		if to := s.asPhrase(f, next); to > next {
			return s.with(d, next, to)
		}
	}
	for _, p := range f.Preps {
		if s.low(next) == p && next+1 < last {
			return s.with(d, next+1, s.clauseEnd(next+1))
		}
		if f.Object {
			for j := next + 1; j < last && j < next+14; j++ {
				if s.low(j) == p && s.quoteAt(j) < 0 && (f.Lemma != "put" || s.counts(j+1)) {
					return s.with(d, next, s.clauseEnd(next))
				}
			}
		}
	}
	switch {
	case f.Particle != "" && (f.Noun || f.Asked):
		return s.with(d, next, s.clauseEnd(next))
	case f.Told && s.topic(f, next, to) > next:
		k = s.topic(f, next, to)
		return s.with(d, k, s.clauseEnd(k))
	case f.Clause && (s.low(after) == "no" || s.low(after) == "yes") && (after+1 >= last || s.punct(after+1)):
		return s.with(d, after, after+1)
	case f.Clause && f.Quote && s.parenthetic(u, next):
		return s.with(d, next, s.parsedEnd(i, next))
	case f.Clause && (s.opensClause(after) || s.parsedClause(i, after)):
		return s.with(d, after, s.clauseEnd(after))
	case f.Noun && !f.Clause && s.opensPhrase(next):
		return s.with(d, next, s.phraseEnd(next))
	case f.Noun && s.opensPhrase(next) && (f.Act != readout.ActState || f.Lemma == "announce"):
		return s.with(d, next, s.phraseEnd(next))
	case f.Quote && s.quoteAt(after) >= 0 && after < last:
		return s.with(d, after, s.clauseEnd(after))
	case f.Quote && f.Tense == lang.Gerund && (s.word(after) == "," || s.word(after) == ":") && s.quoteAt(after+1) >= 0 && after+1 < last:
		return s.with(d, after+1, s.clauseEnd(after+1)) // `adding: "We are late."`
	}
	return d, false
}

// thatEnd is where an infinitive ends that begins at token i: at the latest where
// another clause with "that" begins.
func (s *scan) thatEnd(i int) int {
	end := s.clauseEnd(i)
	for k := i; k+1 < end; k++ {
		if s.class(k) == readout.Conjunction && s.low(k+1) == "that" && s.quoteAt(k) < 0 {
			if s.word(k-1) == "," {
				return k - 1
			}
			return k
		}
	}
	return end
}

// expressed reads "expressed support for the plan": the feeling belongs to the
// cue, what it is about is the content.
func (s *scan) expressed(d draft, start, next int) (draft, bool) {
	for k := next + 1; k < s.sentence(next).Last && k < next+5; k++ {
		if s.quoteAt(k) >= 0 || s.punct(k) {
			break
		}
		if s.class(k) == readout.Preposition || s.low(k) == "that" {
			d.cue = s.span(s.pastAdverbs(start, d.cueToken), k)
			return s.with(d, k+1, s.phraseEnd(k+1))
		}
	}
	return s.with(d, next, s.phraseEnd(next))
}

// parenthetic reports "a step he said came after": the cue stands inside a
// clause about what is named in front of its subject.
func (s *scan) parenthetic(u subject, next int) bool {
	if u.source.Empty() || u.shared || s.class(next) != readout.Verb && s.class(next) != readout.Auxiliary {
		return false
	}
	switch s.class(s.tokenAt(u.source.Start) - 1) {
	case readout.Other, readout.Proper:
		return !s.punct(s.tokenAt(u.source.Start) - 1)
	}
	return s.relative(s.tokenAt(u.source.Start) - 1)
}

// governs reports that a clause that a cue can govern begins at token k.
func (s *scan) governs(k int) bool { return s.low(k) == "that" || s.opensClause(k) }

// counts reports a number at token k, in digits or as a word.
func (s *scan) counts(k int) bool {
	if k >= len(s.a.Tokens) {
		return false
	}
	if s.a.Tokens[k].Kind == readout.Number || s.word(k) == "$" || s.word(k) == "£" || s.word(k) == "€" {
		return true
	}
	switch s.low(k) {
	case "about", "around", "more", "some", "nearly", "almost", "at", "least", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "zero", "dozens", "hundreds", "between", "over", "under":
		return true
	}
	return false
}

func isWh(w string) bool {
	switch w {
	case "how", "why", "what", "when", "where", "who", "which":
		return true
	}
	return false
}

// with gives the draft its content, the tokens from i up to but not including
// end; an empty one is none.
func (s *scan) with(d draft, i, end int) (draft, bool) {
	if i >= end || end > len(s.a.Tokens) {
		return d, false
	}
	r := s.stretched(s.trimmed(s.span(i, end)))
	if d.cueToken >= 0 && s.quoteAt(d.cueToken) >= 0 { // told inside a quotation: it ends there at the latest
		inner := s.a.Quotes[s.quoteAt(d.cueToken)].Inner
		if r.End = min(r.End, inner.End); r.Empty() {
			return d, false
		}
		r = s.trimmed(r)
	}
	if r.Empty() {
		return d, false
	}
	d.content = []readout.Range{r}
	return d, true
}

// opensClause reports that a clause begins at token k: a subject and, within
// a few words, its verb.
func (s *scan) opensClause(k int) bool {
	if k >= len(s.a.Tokens) {
		return false
	}
	if s.low(k) == "that" && s.class(k+1) != readout.Verb {
		return true
	}
	last := s.sentence(k).Last
	if s.low(k) == "there" {
		return true
	}
	switch s.class(k) {
	case readout.Pronoun, readout.Determiner, readout.Proper, readout.Other, readout.Preposition, readout.Subordinator, readout.Adverb, readout.Negation:
	default:
		return s.quoteAt(k) >= 0
	}
	if s.punct(k) && s.quoteAt(k) < 0 {
		return false
	}
	for j := k; j < last && j < k+26; j++ {
		if s.class(j) == readout.Auxiliary && !s.possessive(j) {
			return true
		}
		if j > k && s.class(j) == readout.Verb && !s.nounUse(j) {
			return true
		}
		if j > k && s.class(j) == readout.Other && s.pastForm(j) && s.class(j-1) != readout.Determiner {
			return true
		}
		if w := s.word(j); s.quoteAt(j) < 0 && (w == ";" || w == ":" || w == "—" || w == "–") {
			return false
		}
	}
	return false
}

// parsedClause reports that the parse has a clause that the verb at token i governs
// behind token k: "said the chairman “has gone”".
func (s *scan) parsedClause(i, k int) bool {
	for _, c := range s.dependents(i, "ccomp") {
		if first, _ := s.subtree(c); first >= k && c > k && len(s.dependents(c, "nsubj", "expl")) > 0 {
			return true
		}
	}
	return false
}

// asksWhether is the token "whether" or the like behind the one asked, "asked her
// whether"; 0 for none.
func (s *scan) asksWhether(k int) int {
	to := s.overAddressee(k)
	if w := s.low(to); to > k && (w == "whether" || w == "if" || isWh(w)) {
		return to
	}
	return 0
}

// nounUse reports that a word of a verb's form is a noun here: "a claim".
func (s *scan) nounUse(j int) bool {
	switch s.class(j - 1) {
	case readout.Determiner, readout.Preposition:
		return true
	}
	return s.low(j-1) == "to"
}

func (s *scan) pastForm(j int) bool {
	low := s.low(j)
	return len(low) > 4 && (low[len(low)-2:] == "ed")
}

// opensPhrase reports that a noun phrase begins at token k.
func (s *scan) opensPhrase(k int) bool {
	if k >= len(s.a.Tokens) || s.timeAt(k) >= 0 && s.class(k) != readout.Determiner {
		return false
	}
	if s.quoteAt(k) >= 0 {
		return true
	}
	switch s.class(k) {
	case readout.Determiner, readout.Proper, readout.Pronoun:
		return s.low(k) != "who"
	case readout.Other, readout.Negation:
		return !s.punct(k)
	case readout.Verb: // "denied claims", "denied taking money"
		low := s.low(k)
		return strings.HasSuffix(low, "s") || strings.HasSuffix(low, "ing")
	}
	return false
}

// infinitiveAfter reports an object with "to" and a verb behind it: "them to
// pay", within a few words.
func (s *scan) infinitiveAfter(k int) bool {
	last := s.sentence(k).Last
	for j := k; j < last && j < k+16; j++ {
		if s.quoteAt(j) >= 0 {
			return false
		}
		if s.low(j) == "to" && j > k && !s.punct(j+1) {
			return true
		}
		if c := s.class(j); c == readout.Auxiliary && !s.possessive(j) || s.word(j) == ";" {
			return false
		}
	}
	return false
}

// asPhrase is the end of "the talks as “useful”" or "it a mistake" behind a
// verb of describing; 0 when nothing of the kind follows.
func (s *scan) asPhrase(f *lang.Form, k int) int {
	end := s.clauseEnd(k)
	if f.As && s.low(k) == "as" {
		return end
	}
	for j := k; j < end; j++ {
		if f.As && s.low(j) == "as" && s.quoteAt(j) < 0 && j > k {
			return s.calledEnd(j+1, end)
		}
		if f.Called && s.quoteAt(j) >= 0 && j > k && j < k+12 {
			return s.calledEnd(j, end)
		}
	}
	if f.Called {
		c := s.class(k)
		if u := s.a.Tokens[min(k+1, len(s.a.Tokens)-1)].UPOS; c == readout.Pronoun && k+1 < end && s.timeAt(k+1) < 0 && (u == "ADJ" || u == "NOUN") {
			return s.calledEnd(k+1, end) // "called it pure invention"
		}
		if c == readout.Pronoun || s.startingAt(k) != nil || c == readout.Determiner {
			for j := k + 1; j < end && j < k+8; j++ {
				if (s.word(j) == "a" || s.word(j) == "an") && s.class(j-1) != readout.Preposition {
					return s.calledEnd(j, end)
				}
			}
		}
	}
	if f.As && f.Noun && s.opensPhrase(k) {
		return s.phraseEnd(k)
	}
	return 0
}

// calledEnd is where what a thing is called ends.
func (s *scan) calledEnd(j, end int) int {
	for k := j; k < end; k++ {
		if s.quoteAt(k) < 0 && s.word(k) == "," {
			return k
		}
	}
	return end
}
