package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// floating finds quotations that are sentences of their own and have no cue.
// One that follows a quotation of the same paragraph, or opens the next, goes
// on with it; else it is a statement of whoever spoke last, when the report
// has gone on with nobody else in between.
func floating(s *scan) []draft {
	var out []draft
	for n, q := range s.a.Quotes {
		if q.Outer >= 0 || s.used[-1-n] || s.quotedBlock(q) < 0 || !s.standsAlone(q) || s.crosshead(q) {
			continue
		}
		if q.Continues >= 0 && s.used[-1-q.Continues] && s.join(q.Continues, n) {
			continue
		}
		last := s.lastBefore(q.Start, out)
		if last != nil && s.goesOn(last, q) {
			last.content = append(last.content, q.Range)
			s.used[-1-n] = true
			continue
		}
		t := s.tokenAt(q.Start)
		d := draft{party: -1, content: []readout.Range{q.Range}, first: t, cueToken: -1, sent: s.a.Tokens[t].Sentence, parent: -1, poster: -1, floating: true, grade: readout.Guessed, why: "could not tell who speaks"}
		if p, sure := s.focus(t, last); p >= 0 {
			d.party, d.grade, d.why = p, readout.Inherited, "quotation without a cue: speaker of the passage"
			if !sure {
				d.grade = readout.Guessed
			}
		}
		s.used[-1-n] = true
		out = append(out, d)
	}
	return out
}

// standsAlone reports that a quotation fills its sentences: it begins one and
// ends one.
func (s *scan) standsAlone(q readout.Quote) bool {
	first := s.tokenAt(q.Start)
	last := s.tokenAt(q.End) - 1
	if first > last || s.sentence(first).First != first {
		return false
	}
	sent := s.sentence(last)
	for k := last + 1; k < sent.Last; k++ {
		if !s.punct(k) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.text[q.Inner.Start:q.Inner.End], " [(….'‘"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// join adds quotation n to the draft that has quotation of.
func (s *scan) join(of, n int) bool {
	for i := range s.drafts {
		for _, c := range s.drafts[i].content {
			if c == s.a.Quotes[of].Range {
				s.drafts[i].content = append(s.drafts[i].content, s.a.Quotes[n].Range)
				s.used[-1-n] = true
				return true
			}
		}
	}
	return false
}

// lastBefore is the draft that ends last before a byte, in the same block or
// the one before.
func (s *scan) lastBefore(at int, more []draft) *draft {
	var best *draft
	here := s.a.Tokens[s.tokenAt(at)].Sentence
	for _, list := range [][]draft{s.drafts, more} {
		for i := range list {
			d := &list[i]
			if w := d.whole(); w.End <= at && d.parent < 0 && (!aside(s.classAt(d.sent)) || d.sent == here) && (best == nil || w.End > best.whole().End) {
				best = d
			}
		}
	}
	if best == nil || s.blocksBetween(s.a.Tokens[s.tokenAt(best.whole().End)-1].Sentence, here) > 1 {
		return nil
	}
	return best
}

// goesOn reports that quotation q continues a draft that ends in quoted words:
// nothing but the cue and what belongs to it stands between them.
func (s *scan) goesOn(d *draft, q readout.Quote) bool {
	if len(d.content) == 0 || d.cue.Empty() && !d.floating {
		return false
	}
	last := d.content[len(d.content)-1]
	direct := false
	for _, o := range s.a.Quotes {
		direct = direct || o.Range == last
	}
	if !direct {
		return false
	}
	end := s.sentence(s.tokenAt(d.whole().End) - 1).End
	return s.adjoining(max(end, d.whole().End), q.Start)
}

// focus is the party that a quotation without a cue at token t belongs to: the
// speaker of the last statement when no other party has acted since, or the
// subject of the sentence before.
func (s *scan) focus(t int, last *draft) (party int, sure bool) {
	sent := s.a.Tokens[t].Sentence
	subject := -1
	if before := s.sentenceBefore(sent); before >= 0 && s.blocksBetween(before, sent) <= 1 {
		prev := s.a.Sentences[before]
		for k := prev.First; k < prev.Last; k++ {
			m := s.startingAt(k)
			if m == nil || s.quoteAt(k) >= 0 || m.Party < 0 {
				continue
			}
			if k > prev.First && (s.class(k-1) == readout.Preposition || s.class(k-1) == readout.Verb) {
				continue
			}
			kind := s.a.Parties[m.Party].Kind
			if kind != readout.State && kind != readout.Outlet {
				subject = m.Party
				break
			}
		}
	}
	if last != nil && last.party >= 0 && last.sent >= sent-1 {
		return last.party, true
	}
	if subject >= 0 {
		return subject, false
	}
	if last != nil && last.party >= 0 && last.sent >= sent-3 {
		return last.party, false
	}
	return -1, false
}

// fragments finds quoted words in the outlet's own sentences that nobody is
// said to have spoken: kept with no speaker, for a person to look at. One or
// two words in quotation marks are a name or a distance, not words said.
func fragments(s *scan) []draft {
	var out []draft
	for n, q := range s.a.Quotes {
		if q.Outer >= 0 || s.used[-1-n] || s.quotedBlock(q) < 0 || s.within(q.Range) {
			continue
		}
		inner := s.text[q.Inner.Start:q.Inner.End]
		if words := len(strings.Fields(inner)); words < 3 || s.titleLike(inner) || s.glossed(s.tokenAt(q.Start)-1) {
			continue
		}
		t := s.tokenAt(q.Start)
		out = append(out, draft{
			party: -1, content: []readout.Range{q.Range}, first: t, cueToken: -1, sent: s.a.Tokens[t].Sentence,
			parent: -1, poster: -1, grade: readout.Guessed, why: "could not tell who speaks",
		})
	}
	return out
}

// glossed reports that the word at token k says what a name means: "Orun, which means".
func (s *scan) glossed(k int) bool {
	return s.low(k) == "means" || s.low(k) == "meaning" || s.low(k) == "as" && strings.HasPrefix(s.low(k-1), "translate")
}

func (s *scan) within(r readout.Range) bool {
	for i := range s.drafts {
		for _, c := range s.drafts[i].content {
			if c.Overlaps(r) {
				return true
			}
		}
	}
	return false
}

// titleLike reports quoted words that are written as the title of a work.
func (s *scan) titleLike(inner string) bool {
	words := strings.Fields(inner)
	upper, small := 0, 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			upper++
		} else if len(w) > 4 {
			small++
		}
	}
	return upper*3 >= len(words)*2 || upper > 1 && small == 0
}
