package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// clauseEnd is the end of a content that begins at token i, as a token index:
// the end of the sentence, or where another attribution or an aside begins.
// Quotations are passed over whole.
func (s *scan) clauseEnd(i int) int {
	sent := s.sentence(i)
	closing := -1 // the dash that ends an aside
	for k := i; k < sent.Last; k++ {
		if s.quoteAt(k) >= 0 {
			continue
		}
		switch w := s.word(k); {
		case w == ";":
			return k
		case k > i && s.citing(k) > 0 && w != "In":
			return k
		case w == "," && k > i && s.breaks(k+1):
			return k
		case w == ":" && s.quoteAt(k+1) >= 0:
			return k
		case k > i && s.quoteAt(k-1) >= 0 && strings.HasSuffix(s.text[:s.innerEnd(k-1)], ",") && s.breaks(k):
			return k
		case s.class(k) == readout.Conjunction && k > i && (s.coordinated(k+1) || s.low(i) == "to" && s.low(k+1) == "that"):
			if s.word(k-1) == "," {
				return k - 1
			}
			return k
		case (w == "—" || w == "–" || w == "-" || w == "--") && k > i:
			if k == closing && !s.breaks(k+1) {
				continue
			}
			if closing = s.partner(k, sent.Last); closing < 0 {
				return k
			}
		case (s.low(k) == "while" || s.low(k) == "whereas" || s.low(k) == "although") && k > i && s.word(k-1) == ",":
			if s.ownCue(k + 1) {
				return k - 1
			}
		}
	}
	return s.fullStop(sent)
}

// innerEnd is where the words of the quotation around token i end.
func (s *scan) innerEnd(i int) int { return s.a.Quotes[s.quoteAt(i)].Inner.End }

// fullStop is the end of the sentence without what closes it outside of
// quotations; the scorer trims final punctuation, people do not want it.
func (s *scan) fullStop(sent readout.Sentence) int {
	last := sent.Last
	for last > sent.First+1 && s.punct(last-1) && s.quoteAt(last-1) < 0 && s.word(last-1) != ")" && s.word(last-1) != "]" {
		last--
	}
	return last
}

// breaks reports that what follows a comma does not go on with the content:
// "saying ...", "according to ...", "as ...", "Ruiz said", "said Ruiz".
func (s *scan) breaks(k int) bool {
	if s.participle(k) {
		return true
	}
	low := s.low(k)
	if low == "according" && s.low(k+1) == "to" || low == "as" && s.quoteAt(k) < 0 && s.low(k+1) != "well" {
		return true
	}
	if s.class(k) == readout.Conjunction {
		k++
		if s.coordinated(k) {
			return true
		}
	}
	return s.ownCue(k)
}

// participle reports that "adding", "saying" or the like begins at token k,
// adverbs aside.
func (s *scan) participle(k int) bool {
	for s.class(k) == readout.Adverb {
		k++
	}
	f := s.form(k)
	return f != nil && s.quoteAt(k) < 0 && f.Tense == lang.Gerund && (f.Quote || f.Clause || f.Noun)
}

// coordinated reports that token k, behind "and" or "but", is a finite cue of
// the same speaker: "and said they would".
func (s *scan) coordinated(k int) bool {
	for s.class(k) == readout.Adverb && s.timeAt(k) < 0 || s.class(k) == readout.Auxiliary {
		if isBe(s.low(k)) {
			return false
		}
		k++
	}
	f := s.form(k)
	return f != nil && s.quoteAt(k) < 0 && s.class(k) == readout.Verb && (f.Tense == lang.Past || f.Tense == lang.Third) && (f.Clause || f.Quote || f.Noun || f.ToVerb || f.Asked || f.Object && f.Lemma != "put") && !s.weak(f.Lemma)
}

// weak lists verbs that mostly do not report speech when nothing shows it.
func (s *scan) weak(lemma string) bool {
	switch lemma {
	case "continue", "begin", "read", "find", "show", "back", "hold", "support", "seek", "add", "plan", "cut", "project", "charge", "feel", "challenge", "order", "call", "post":
		return true
	}
	return false
}

// ownCue reports that a subject and its finite cue begin at token k: "Ruiz
// said", "said Ruiz".
func (s *scan) ownCue(k int) bool {
	if k >= len(s.a.Tokens) || s.quoteAt(k) >= 0 {
		return false
	}
	if f := s.form(k); f != nil && f.Quote && (f.Tense == lang.Past || f.Tense == lang.Third) && s.startingAt(k+1) != nil {
		return true
	}
	m := s.startingAt(k)
	if m == nil {
		return false
	}
	j := s.tokenAt(m.End)
	for s.class(j) == readout.Adverb || s.class(j) == readout.Auxiliary {
		j++
	}
	f := s.form(j)
	return f != nil && s.class(j) == readout.Verb && s.quoteAt(j) < 0 && (f.Tense == lang.Past || f.Tense == lang.Third) && (f.Clause || f.Quote || f.Object) && !s.weak(f.Lemma)
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "isn’t", "aren't", "aren’t", "wasn't", "wasn’t", "weren't", "weren’t":
		return true
	}
	return false
}

// partner is the dash further on that closes an aside that the one at token k opens; -1
// for none.
func (s *scan) partner(k, last int) int {
	for i := k + 1; i < last; i++ {
		if s.quoteAt(i) < 0 && s.word(i) == s.word(k) {
			return i
		}
	}
	return -1
}

// phraseEnd is the end of a noun phrase content that begins at token i: the
// first comma, participle, or clause of time or reason outside quotations.
func (s *scan) phraseEnd(i int) int {
	end := s.clauseEnd(i)
	for k := i + 1; k < end; k++ {
		if s.quoteAt(k) >= 0 {
			continue
		}
		switch s.low(k) {
		case ",", "(":
			if s.word(k) == "," && s.listed(k, end) {
				continue
			}
			return k
		case "after", "before", "when", "while", "because", "although", "though", "amid", "during", "but", "since", "until", "where", "which":
			return k
		}
		if x := s.timeAt(k); x >= 0 && s.timeAt(end-1) == x && s.timeAt(k-1) != x {
			switch s.low(k - 1) {
			case "on", "at":
				return k - 1
			case "by", "until", "till", "before", "since", "for", "from", "of", "in", "within", "to", "the", "a":
				return end
			}
			return k
		}
	}
	return end
}

// listed reports that a comma stands in an enumeration that "and" ends.
func (s *scan) listed(k, end int) bool {
	for i := k + 1; i < end && i < k+7; i++ {
		if s.low(i) == "and" {
			return s.class(k+1) == readout.Other && s.class(i+1) != readout.Verb
		}
		if s.class(i) == readout.Verb || s.word(i) == "," {
			return false
		}
	}
	return false
}

// clauseStart is the token where the clause that ends at token end began: the
// start of the sentence, or behind a semicolon or a colon.
func (s *scan) clauseStart(end int) int {
	first := s.sentence(end - 1).First
	for k := end - 1; k > first; k-- {
		if s.quoteAt(k) < 0 && (s.word(k) == ";" || s.word(k) == ":" && s.a.Tokens[k-1].Kind != readout.Number) {
			return k + 1
		}
	}
	return first
}

// stretched makes a content that ends in or at a quotation end where the
// quotation does.
func (s *scan) stretched(r readout.Range) readout.Range {
	for _, q := range s.a.Quotes {
		if q.Outer < 0 && q.Start < r.End && q.End > r.End && q.Start >= r.Start {
			r.End = q.End
		}
	}
	return r
}
