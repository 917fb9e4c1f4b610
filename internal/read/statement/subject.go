package statement

import (
	"strings"

	"readout"
)

// subject is who a cue is said of: the words and the party behind them.
type subject struct {
	source  readout.Range // empty when it is taken over from another statement
	party   int
	sure    bool // by form; false: by nearness, or an unknown noun phrase
	pronoun bool
	shared  bool // the source stands with another cue, whose it is too
	last    int  // first token behind the source, for one behind the cue
}

// found reports that somebody, or nobody in so many words, is there.
func (u subject) found() bool { return u.party >= 0 || !u.source.Empty() }

func (s *scan) mentioned(m *readout.Mention, from, to int) subject {
	if name := s.nameOf(m); name != nil && s.tokenAt(m.End) == to {
		u := s.mentioned(name, from, s.tokenAt(name.End))
		u.source.Start = m.Start
		return u
	}
	return subject{
		source: readout.Range{Start: m.Start, End: max(m.End, s.a.Tokens[to-1].End)}, party: m.Party, sure: m.Sure,
		pronoun: m.Kind == readout.PronounMention, last: to,
	}
}

// nameOf is the name that follows a description and a comma: "the director, Ana
// Ruiz", or nil.
func (s *scan) nameOf(m *readout.Mention) *readout.Mention {
	end := s.tokenAt(m.End)
	if m.Kind != readout.NounMention || m.Party < 0 || s.word(end) != "," {
		return nil
	}
	if name := s.startingAt(end + 1); name != nil && name.Kind == readout.NameMention && name.Party == m.Party {
		return name
	}
	return nil
}

// before finds the subject that ends in front of token k (the auxiliaries of a
// cue, or the cue): next to it, behind an insertion between commas or dashes,
// or with a phrase of time or place between.
func (s *scan) before(k int) subject {
	first := s.sentence(k).First
	for j := k - 1; j >= first && s.quoteAt(j) == s.quoteAt(k); {
		if m := s.endingAt(j); m != nil && s.tokenAt(m.Start) >= first {
			return s.settle(m, j+1, k)
		}
		if s.timeAt(j) >= 0 {
			j = s.overTime(j, first)
			continue
		}
		if s.comma(j) {
			return s.overInsertion(j, first)
		}
		if s.reduced(j) {
			j--
			continue
		}
		if p := s.overPhrase(j, first); p >= 0 {
			j = p
			continue
		}
		break
	}
	return s.overRelative(k, first)
}

// overRelative finds the subject in front of a clause that says which one is
// meant: "a leader who asked not to be named said".
func (s *scan) overRelative(k, first int) subject {
	for j := k - 1; j > first && j > k-14 && s.quoteAt(j) == s.quoteAt(k); j-- {
		if s.punct(j) {
			break
		}
		if w := s.low(j); w != "who" && w != "which" {
			continue
		}
		if m := s.endingAt(j - 1); m != nil && m.Kind != readout.PronounMention {
			return s.mentioned(m, 0, j)
		}
		break
	}
	return subject{party: -1}
}

// sharedSubject is the subject of the verb that the parse joins the cue at token i to:
// "As minister she opened it and said".
func (s *scan) sharedSubject(i int) subject {
	t := s.a.Tokens[i]
	if t.Relation != "conj" || t.Head < 0 {
		return subject{party: -1}
	}
	for k := s.sentence(i).First; k < i; k++ {
		n := s.a.Tokens[k]
		if n.Head != t.Head || n.Relation != "nsubj" || s.quoteAt(k) >= 0 {
			continue
		}
		if u := s.spokenBy(n.Range); u.party >= 0 {
			return subject{source: s.around(n.Range), shared: true, party: u.party, pronoun: true, sure: u.sure}
		}
	}
	return subject{party: -1}
}

// around is the longest mention that begins before a token and holds it, else the
// token.
func (s *scan) around(r readout.Range) readout.Range {
	for k := s.tokenAt(r.Start); k >= s.sentence(s.tokenAt(r.Start)).First; k-- {
		if m := s.startingAt(k); m != nil && m.Contains(r) {
			r = m.Range
		}
	}
	return r
}

func (s *scan) comma(i int) bool {
	switch s.word(i) {
	case ",", "—", "–", "-", "--":
		return true
	}
	return false
}

// settle turns the mention in front of a cue into its subject: "who" stands
// for the phrase before it, and words between them and the cue belong to it.
func (s *scan) settle(m *readout.Mention, end, k int) subject {
	u := s.mentioned(m, 0, end)
	start := s.tokenAt(m.Start)
	if m.Kind == readout.PronounMention && (s.low(start) == "who" || s.low(start) == "which") {
		j := start - 1
		if s.comma(j) {
			j--
		}
		if head := s.endingAt(j); head != nil && head.Party >= 0 {
			u = s.mentioned(head, 0, j+1)
			u.sure = head.Sure
			if t := s.tokenAt(head.Start); s.class(t-1) == readout.Preposition && !clausal(s.low(t-1)) {
				if outer := s.endingAt(t - 2); outer != nil && outer.Kind != readout.PronounMention {
					u = s.mentioned(outer, 0, j+1)
					u.sure = outer.Sure
				}
			}
		}
		return u
	}
	if s.class(start-1) == readout.Preposition && !s.inverted(start-1) && !clausal(s.low(start-1)) {
		// "the head of Velm Energy said": the phrase before the preposition speaks
		if outer := s.endingAt(start - 2); outer != nil && outer.Kind != readout.PronounMention {
			u = s.mentioned(outer, 0, end)
			u.sure = outer.Sure
			return u
		}
		if start-1 > s.sentence(start).First {
			u.sure = false
		}
	}
	return u
}

// clausal reports a preposition that also opens a clause: "after Ruiz said".
func clausal(w string) bool {
	switch w {
	case "after", "before", "since", "until", "till", "than", "like", "as", "despite", "except":
		return true
	}
	return false
}

// inverted reports a preposition that opens a sentence: "In March, Ruiz".
func (s *scan) inverted(i int) bool { return i == s.sentence(i).First }

// reduced reports a participle behind a noun phrase: "a survey published".
func (s *scan) reduced(j int) bool {
	m := s.endingAt(j - 1)
	return m != nil && m.Kind == readout.NounMention && s.pastForm(j)
}

// overTime goes left over a time expression and its preposition.
func (s *scan) overTime(j, first int) int {
	x := s.timeAt(j)
	for j >= first && s.timeAt(j) == x {
		j--
	}
	if j >= first && s.class(j) == readout.Preposition {
		j--
	}
	return j
}

// overPhrase goes left over "in the region": nouns, then a preposition. It
// gives -1 when there is none.
func (s *scan) overPhrase(j, first int) int {
	n := 0
	for ; j > first && n < 8; j-- {
		switch s.class(j) {
		case readout.Preposition:
			if n > 0 {
				return j - 1
			}
			return -1
		case readout.Other, readout.Proper, readout.Determiner:
			if s.punct(j) {
				return -1
			}
		default:
			return -1
		}
		n++
	}
	return -1
}

// overInsertion finds the subject in front of an insertion that ends with the
// comma or dash at token j: "Ruiz, who leads the union,".
func (s *scan) overInsertion(j, first int) subject {
	best := subject{party: -1}
	for i := j - 1; i > first; i-- {
		if s.quoteAt(i) != s.quoteAt(j) || !s.comma(i) {
			continue
		}
		m := s.endingAt(i - 1)
		if m == nil {
			continue
		}
		start := s.tokenAt(m.Start)
		if start > first && (s.class(start-1) == readout.Preposition && start-1 > first || s.class(start-1) == readout.Verb && s.form(start-1) == nil) {
			continue
		}
		if best.found() && s.comma(start-1) && i < j-1 && best.party == m.Party {
			best.source.Start = m.Start
			continue
		}
		best = s.mentioned(m, 0, i)
		if beside := s.endingAt(start - 2); start > first+1 && s.comma(start-1) && beside != nil && beside.Party == m.Party {
			continue // a description behind the name: go on to the name
		}
		if start == first || s.comma(start-1) || s.class(start-1) == readout.Conjunction {
			break
		}
	}
	return best
}

// after finds the subject that begins at token k: "said Ruiz".
func (s *scan) after(k int) subject {
	for s.class(k) == readout.Adverb && s.quoteAt(k) < 0 {
		k++
	}
	m := s.startingAt(k)
	if m == nil || m.Kind == readout.PronounMention && s.low(k) == "who" {
		return subject{party: -1}
	}
	return s.mentioned(m, 0, s.tokenAt(m.End))
}

// chunk is the noun phrase without a mention that ends in front of token k:
// somebody unknown to the lists. The party is none.
func (s *scan) chunk(k int) subject {
	first := s.sentence(k).First
	j := k
	for j > first && k-j < 8 && s.quoteAt(j-1) == s.quoteAt(k) {
		c := s.class(j - 1)
		t := s.a.Tokens[j-1]
		if t.Kind == readout.Punct || c != readout.Other && c != readout.Proper && c != readout.Determiner && !(c == readout.Auxiliary && s.possessive(j-1)) {
			break
		}
		j--
		if c == readout.Determiner {
			break
		}
	}
	if j == k || j > first && s.class(j-1) == readout.Preposition {
		return subject{party: -1}
	}
	return subject{source: s.span(j, k), party: -1}
}

// firstPerson reports I, we and you, whose words in a quotation are the
// speaker's own.
func (s *scan) firstPerson(r readout.Range) bool {
	switch strings.ToLower(s.text[r.Start:r.End]) {
	case "i", "we", "you", "us", "me":
		return true
	}
	return false
}
