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
		if s.word(k) == "," && s.quoteAt(k) < 0 && s.a.Tokens[k].Start > d.content[0].Start {
			d.content[0].End = s.a.Tokens[k].Start
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
	return f.Tense == lang.Base && s.class(i-1) != readout.Auxiliary && u.party >= 0 && s.a.Parties[u.party].Kind == readout.Person && !u.pronoun && s.class(i-1) != readout.Adverb
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
			return subject{source: d.source, shared: true, party: d.party, pronoun: true, why: "same subject"}
		}
	}
	for k := s.a.Sentences[sent].First; k < i; k++ {
		if m := s.startingAt(k); m != nil && s.quoteAt(k) < 0 && m.Party >= 0 && (k == s.a.Sentences[sent].First || s.class(k-1) != readout.Preposition) {
			return subject{source: m.Range, shared: true, party: m.Party, pronoun: true, why: "subject of the sentence"}
		}
	}
	return subject{party: -1}
}

// complement reads what the cue governs behind it.
func (s *scan) complement(u subject, f *lang.Form, start, i, next int) (draft, bool) {
	d := s.attributed(u, f, start, i, next)
	last := s.sentence(i).Last
	if next >= last {
		return d, false
	}
	k := next
	if f.Told {
		if to := s.overAddressee(k); f.Lemma == "tell" || s.governs(s.overAdverbials(to)) {
			k = to
		}
	}
	after := s.overAdverbials(k)
	if f.Lemma == "express" || f.Lemma == "voice" {
		return s.expressed(d, start, next)
	}
	switch {
	case f.Clause && s.low(after) == "that" && (!f.Noun || s.opensClause(after+1)):
		return s.with(d, after+1, s.clauseEnd(after+1))
	case f.Whether && (s.low(after) == "whether" || s.low(after) == "if" || isWh(s.low(after))):
		return s.with(d, after, s.clauseEnd(after))
	case f.Act == readout.ActDecline && s.low(next) == "to", f.Lemma == "refuse" && s.low(next) == "to" && comment.MatchString(s.word(next+1)):
		return s.declined(d, start, next)
	case f.Asked && s.low(k) == "not" && s.low(k+2) == "be": // "who asked not to be named"
		return d, false
	case f.Asked && s.infinitiveAfter(k):
		return s.with(d, k, s.clauseEnd(k))
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
	case f.Clause && (s.low(after) == "no" || s.low(after) == "yes") && (after+1 >= last || s.punct(after+1)):
		return s.with(d, after, after+1)
	case f.Clause && f.Quote && s.parenthetic(u, next):
		return s.with(d, next, s.clauseEnd(next))
	case f.Clause && s.opensClause(after):
		return s.with(d, after, s.clauseEnd(after))
	case f.Noun && !f.Clause && s.opensPhrase(next):
		return s.with(d, next, s.phraseEnd(next))
	case f.Noun && s.opensPhrase(next) && f.Act != readout.ActState:
		return s.with(d, next, s.phraseEnd(next))
	case f.Quote && s.quoteAt(after) >= 0 && after < last:
		return s.with(d, after, s.clauseEnd(after))
	}
	return d, false
}

// declined reads "declined to comment on the report": the verb belongs to the
// cue, what is not answered is the content.
func (s *scan) declined(d draft, start, next int) (draft, bool) {
	last := s.fullStop(s.sentence(next))
	verb := min(next+2, last)
	d.cue = s.span(start, verb)
	d.content = nil
	if verb < last && (s.low(verb) == "on" || s.low(verb) == "about") {
		verb++
	}
	end := verb
	if verb < last && s.timeAt(verb) < 0 && !s.punct(verb) {
		end = s.clauseEnd(verb)
	}
	if end > verb {
		d, _ = s.with(d, verb, end)
	}
	return d, true
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
	return false
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

// overAddressee goes over the one told: "reporters", "the Harbour Post".
func (s *scan) overAddressee(k int) int {
	if m := s.startingAt(k); m != nil && m.Kind != readout.PronounMention {
		return s.tokenAt(m.End)
	}
	end := k
	for end < s.sentence(k).Last && end < k+6 && s.quoteAt(end) < 0 && s.timeAt(end) < 0 && !s.punct(end) {
		c := s.class(end)
		if !(c == readout.Other || c == readout.Proper || c == readout.Determiner && end == k || c == readout.Pronoun && end == k || s.low(end) == "and" || c == readout.Auxiliary && s.possessive(end)) {
			break
		}
		end++
	}
	return end
}

// overAdverbials goes over times, places and channels between a cue and its
// content: "on Tuesday", "in a statement", "to reporters in Velm", and a
// comma-enclosed aside; it stays where it is when no clause follows them.
func (s *scan) overAdverbials(k int) int {
	last := s.sentence(k).Last
	at := k
	for at < last && s.quoteAt(at) < 0 {
		switch {
		case s.timeAt(at) >= 0:
			x := s.timeAt(at)
			for at < last && s.timeAt(at) == x {
				at++
			}
		case s.class(at) == readout.Adverb && s.low(at) != "only" && s.low(at) != "there":
			at++
		case s.class(at) == readout.Preposition && s.low(at) != "like" && !(s.low(at) == "to" && s.class(at+1) != readout.Proper && s.class(at+1) != readout.Determiner && !s.channelWord(at, at+2)):
			end := s.phraseBehind(at)
			if end == 0 || s.low(end) != "that" && s.timeAt(end) < 0 && !s.channelWord(at, end) && !s.opensAnew(end) {
				return at
			}
			at = end
		default:
			if s.low(at) == "that" || at == k {
				return at
			}
			return at
		}
		if at >= last {
			return k
		}
	}
	return at
}

// opensAnew reports a word that a new subject begins with behind a phrase of
// place: an article, a pronoun, a possessive.
func (s *scan) opensAnew(k int) bool {
	c := s.class(k)
	return (c == readout.Determiner || c == readout.Pronoun) && s.opensClause(k) || s.class(k) == readout.Preposition
}

// phraseBehind is the end of the noun phrase behind the preposition at token
// k; 0 when there is none.
func (s *scan) phraseBehind(k int) int {
	j := k + 1
	for j < s.sentence(k).Last && j < k+9 && s.quoteAt(j) < 0 {
		c := s.class(j)
		if s.timeAt(j) >= 0 && s.class(j-1) != readout.Determiner && j > k+1 {
			break
		}
		if s.punct(j) || c != readout.Other && c != readout.Proper && !(c == readout.Determiner && j == k+1) && !(c == readout.Auxiliary && s.possessive(j)) {
			break
		}
		j++
	}
	if j == k+1 {
		return 0
	}
	return j
}

// channelWord reports that a phrase says where words were said or written.
func (s *scan) channelWord(i, end int) bool {
	for j := i; j < end; j++ {
		switch s.low(j) {
		case "statement", "post", "interview", "letter", "conference", "briefing", "email", "message", "speech", "address", "report", "filing",
			"meeting", "call", "phone", "telephone", "radio", "television", "reporters", "journalists", "twitter", "telegram", "facebook", "x", "hearing", "note":
			return true
		}
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
			return s.phraseEnd2(j+1, end)
		}
		if f.Called && s.quoteAt(j) >= 0 && j > k && j < k+12 {
			return s.phraseEnd2(j, end)
		}
	}
	if f.Called {
		c := s.class(k)
		if c == readout.Pronoun || s.startingAt(k) != nil || c == readout.Determiner {
			for j := k + 1; j < end && j < k+8; j++ {
				if (s.word(j) == "a" || s.word(j) == "an") && s.class(j-1) != readout.Preposition {
					return s.phraseEnd2(j, end)
				}
			}
		}
	}
	if f.As && f.Noun && s.opensPhrase(k) {
		return s.phraseEnd(k)
	}
	return 0
}

// phraseEnd2 is where what a thing is called ends.
func (s *scan) phraseEnd2(j, end int) int {
	for k := j; k < end; k++ {
		if s.quoteAt(k) < 0 && s.word(k) == "," {
			return k
		}
	}
	return end
}

// clauseInFront reads "The port will close, Ruiz said" and its split form
// "The port, Ruiz said, will close".
func (s *scan) clauseInFront(u subject, f *lang.Form, start, i, next int) (draft, bool) {
	from := start
	if !u.found() {
		if u = s.after(next); !u.found() || !s.comma(i-1) || s.word(i-1) == "-" {
			return draft{}, false
		}
		from, start = i, i
	} else {
		from = s.tokenAt(u.source.Start)
	}
	end := from - 1
	if end <= s.sentence(i).First || !s.comma(end) {
		return draft{}, false
	}
	behind := max(next, u.last, s.tokenAt(u.source.End))
	tail := s.overAdverbials2(behind)
	last := s.sentence(i).Last
	d := s.attributed(u, f, start, i, next)
	open := s.clauseStart(end)
	open = s.pastClock(open)
	if behindSource := s.tokenAt(d.source.End) <= start; behindSource && tail+1 < last && s.word(tail) == "," && s.goesOnBehind(tail+1) && s.hasVerb(open, last) {
		d.content = []readout.Range{s.trimmed(s.span(open, end)), s.stretched(s.trimmed(s.span(tail+1, s.clauseEnd(tail+1))))}
		return d, true
	}
	if inverted := d.source.Start > d.cue.Start; !s.hasVerb(open, end) && !(inverted && f.Quote && f.Clause && s.quoteAt(open) < 0) {
		return draft{}, false
	}
	if tail < last && !s.punct(tail) && s.low(tail) != "that" && s.low(tail) != "where" && s.low(tail) != "as" && s.low(tail) != "after" && s.low(tail) != "and" && s.low(tail) != "but" && s.low(tail) != "while" && s.low(tail) != "when" {
		return draft{}, false
	}
	d, ok := s.with(d, open, end)
	return d, ok
}

// overAdverbials2 goes over times and phrases behind a cue that closes a
// sentence.
func (s *scan) overAdverbials2(k int) int {
	last := s.sentence(k - 1).Last
	for k < last {
		switch {
		case s.timeAt(k) >= 0, s.class(k) == readout.Adverb:
			k++
		case s.class(k) == readout.Preposition && s.phraseBehind(k) > 0:
			k = s.phraseBehind(k)
		case s.class(k) == readout.Preposition && s.timeAt(k+1) >= 0:
			k++
		case s.class(k) == readout.Other && !s.punct(k), s.class(k) == readout.Proper, s.class(k) == readout.Determiner:
			k++
		default:
			return k
		}
	}
	return k
}

func (s *scan) hasVerb(i, j int) bool {
	for k := i; k < j; k++ {
		c := s.class(k)
		if c == readout.Auxiliary && !s.possessive(k) || c == readout.Verb && k > i || c == readout.Other && k > i && s.pastForm(k) {
			return true
		}
	}
	return false
}

// goesOnBehind reports that the words behind "Ruiz said," go on with what stood
// before them, and are no aside, participle or statement of their own.
func (s *scan) goesOnBehind(k int) bool {
	low := s.low(k)
	if s.participle(k) || s.breaks(k) || s.class(k) == readout.Conjunction || low == "who" || low == "which" || low == "as" || low == "after" || low == "when" || low == "while" {
		return false
	}
	return s.form(k) == nil || s.form(k).Tense != lang.Gerund
}

// mainInFront reports that a main clause, not one that "after" or "if" opens,
// stands in front of a subject, with no cue of its own.
func (s *scan) mainInFront(u subject) bool {
	if !u.found() || u.source.Empty() {
		return false
	}
	end := s.tokenAt(u.source.Start) - 1
	open := s.clauseStart(end)
	if end <= open || s.word(end) != "," {
		return false
	}
	if f := s.form(open); f != nil && f.Tense == lang.Past {
		return false // "Asked about it, Ruiz said"
	}
	switch s.class(open) {
	case readout.Subordinator, readout.Preposition, readout.Adverb:
		return s.low(open) == "there"
	}
	for k := open; k < end; k++ {
		if f := s.form(k); s.quoteAt(k) < 0 && f != nil && s.class(k) == readout.Verb && (f.Quote || f.Clause) && (f.Tense == lang.Past || f.Tense == lang.Third) && s.endingAt(k-1) != nil {
			return false
		}
	}
	return s.hasVerb(open, end)
}

// pastClock goes over the hour that an entry of a live page begins with:
// "14:05 Polls have closed".
func (s *scan) pastClock(k int) int {
	switch w := s.word(k); {
	case s.a.Tokens[k].Kind != readout.Number:
		return k
	case len(w) == 5 && w[2] == '.':
		k++
	case s.word(k+1) == ":" || s.word(k+1) == ".":
		k += 3
	default:
		return k
	}
	for s.punct(k) && s.quoteAt(k) < 0 {
		k++
	}
	return k
}
