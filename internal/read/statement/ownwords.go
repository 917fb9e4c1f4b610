package statement

import (
	"slices"
	"sort"

	"readout"
	"readout/internal/lang"
)

// subjectBefore is the subject in front of token k; inside of what somebody says also
// a pronoun, which stands for nobody before it is known whose words they are.
func (s *scan) subjectBefore(k int) subject {
	u := s.before(k)
	if !u.source.Empty() {
		u = s.withName(s.nearer(u, k))
	}
	if u.found() || k < 1 || !s.said(k) {
		return u
	}
	switch s.low(k - 1) {
	case "i", "he", "she":
		return subject{source: s.span(k-1, k), party: -1, pronoun: true}
	}
	return u
}

// nearer is the subject that the parse has between u and the verb at or behind token
// k, where another cue stands between them: in "Ruiz wrote that the clerk, Ivo Lind,
// had agreed" it is the clerk.
func (s *scan) nearer(u subject, k int) subject {
	from := s.tokenAt(u.source.End)
	crossed := false
	for j := from; j < k; j++ {
		crossed = crossed || (s.form(j) != nil || s.word(j) == ";") && s.quoteAt(j) == s.quoteAt(k)
		if !crossed || s.a.Tokens[j].Relation != "nsubj" || s.a.Tokens[j].Head < k || s.relative(j) {
			continue
		}
		if first, end := s.subtree(j); first >= from && end <= k {
			return s.withName(s.spokenBy(s.trimmed(s.span(first, end))))
		}
	}
	return u
}

// said reports that token k stands in a quotation or in a turn of an interview.
func (s *scan) said(k int) bool {
	r := s.a.Tokens[min(k, len(s.a.Tokens)-1)].Range
	_, turn := s.turnAt(r.Start)
	_, quotes := s.quotesAt(r)
	return turn || slices.ContainsFunc(quotes, func(q readout.Quote) bool { return q.Inner.Contains(r) })
}

// tellsInside reports that a pronoun inside of what somebody says tells with this cue
// what was said at another time: "I told her", "he says", and not "I think".
func tellsInside(f *lang.Form, pronoun string) bool {
	if !f.Told && !(f.Quote && f.Clause) {
		return false
	}
	return f.Tense == lang.Past || f.Tense == lang.Third && pronoun != "i"
}

// owners finds the party of pronouns inside of what somebody says: "I" is the speaker;
// "he" and "she" are not, but the person spoken of last. It runs when drafts know what
// they stand in.
func (s *scan) owners() {
	for n := range s.drafts {
		d := &s.drafts[n]
		if !d.pronoun || d.parent < 0 || d.source.Empty() {
			continue
		}
		speaker := s.drafts[d.parent].party
		if d.party >= 0 && (d.party != speaker || !s.said(s.tokenAt(d.source.Start))) {
			continue
		}
		switch s.low(s.tokenAt(d.source.Start)) {
		case "i":
			d.party, d.grade, d.why = speaker, readout.Inherited, "the speaker's own word"
		case "he", "she":
			d.party, d.grade, d.why = s.personBefore(d.source.Start, speaker), readout.Guessed, "the person spoken of last"
		}
	}
}

// personBefore is the person named last before a byte, in the same block or the one
// before, and not the one who speaks; -1 for none.
func (s *scan) personBefore(at, speaker int) int {
	here := s.sentence(s.tokenAt(at)).Block
	for n := sort.Search(len(s.a.Mentions), func(n int) bool { return s.a.Mentions[n].Start >= at }) - 1; n >= 0; n-- {
		m := s.a.Mentions[n]
		if here-s.sentence(s.tokenAt(m.Start)).Block > 1 {
			break
		}
		if m.End <= at && m.Party >= 0 && m.Party != speaker && m.Kind != readout.PronounMention && s.a.Parties[m.Party].Kind == readout.Person {
			return m.Party
		}
	}
	return -1
}

// homeless reports a pronoun that was read inside somebody's words and stands in none.
func (s *scan) homeless(d *draft) bool {
	if !d.pronoun || d.party >= 0 || d.parent >= 0 || d.source.Empty() {
		return false
	}
	switch s.low(s.tokenAt(d.source.Start)) {
	case "i", "he", "she":
		return s.quoteAt(s.tokenAt(d.source.Start)) >= 0
	}
	return false
}
