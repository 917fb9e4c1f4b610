package statement

import (
	"readout"
	"readout/internal/lang"
)

// according finds "according to X": in front of its content, behind it, or in
// the middle.
func according(s *scan) []draft {
	var out []draft
	for i := range s.a.Tokens {
		n := s.citing(i)
		if n == 0 || s.quoteAt(i) >= 0 || !s.reads(s.sentence(i)) {
			continue
		}
		sent := s.sentence(i)
		u, end := s.named(i+n, sent.Last)
		if end == i+n {
			continue
		}
		if s.word(end) == "," && s.relative(end+1) && s.low(end+1) != "that" {
			end = s.relativeEnd(end+1, sent.Last)
		}
		d := draft{
			source: u.source, cue: s.span(i, i+n), party: u.party, form: &lang.Cue{Lemma: "according", Act: readout.ActState},
			first: i, cueToken: i, sent: s.a.Tokens[i].Sentence, parent: -1, pronoun: u.pronoun, poster: -1,
		}
		d.grade, d.why = s.gradeOf(u)
		ok := false
		switch {
		case i == sent.First || i == sent.First+1 && s.class(i-1) == readout.Conjunction:
			if comma := s.commaAhead(end, sent.Last); comma > end { // "a memo seen by the Post,"
				d.source.End, end = s.a.Tokens[comma-1].End, comma
			}
			if s.comma(end) {
				end++
			}
			end = s.pastDescription(end, sent.Last)
			d, ok = s.with(d, end, s.clauseEnd(end))
		case s.class(i-1) == readout.Conjunction && s.opensClause(end): // "and according to Ruiz they did"
			d, ok = s.with(d, end, s.clauseEnd(end))
		case s.word(i-1) == "," && s.class(i-2) == readout.Conjunction && s.word(end) == ",": // "and, according to Ruiz, they did"
			d, ok = s.with(d, end+1, s.clauseEnd(end+1))
		case s.word(i-1) == ",":
			d, ok = s.with(d, s.clauseStart(i-1), i-1)
			if ok && s.word(end) == "," && end+1 < sent.Last && !s.breaks(end+1) && s.class(end+1) != readout.Conjunction {
				if rest, more := s.with(d, end+1, s.clauseEnd(end+1)); more {
					d.content = append(d.content, rest.content...)
				}
			}
			if prev := s.overlapping(d.content); ok && prev >= 0 {
				d, ok = s.with(d, s.behind(prev, i), i-1)
			}
		default:
			d, ok = s.with(d, s.clauseStart(i), i)
		}
		if ok {
			out = append(out, d)
		}
	}
	return out
}

// pastDescription goes over a description between commas that begins at token k: "the
// harbour's oldest paper,"; it stays where a clause begins.
func (s *scan) pastDescription(k, last int) int {
	comma := s.commaAhead(k, last)
	if comma == k || comma+1 >= last || s.class(k) != readout.Determiner && s.class(k) != readout.Proper {
		return k
	}
	for j := k; j < comma; j++ {
		if u := s.a.Tokens[j].UPOS; u == "VERB" || u == "AUX" || s.a.Tokens[j].Relation == "nsubj" && s.a.Tokens[j].Head > comma {
			return k
		}
	}
	if !s.opensClause(comma + 1) {
		return k
	}
	return comma + 1
}

// relativeEnd is the comma that ends the relative clause that begins at token k: the
// first behind which the parse leaves it.
func (s *scan) relativeEnd(k, last int) int {
	verb := s.a.Tokens[k].Head
	if verb < k || verb >= last {
		return s.commaAhead(k, last)
	}
	_, end := s.subtree(verb)
	for j := verb; j < last; j++ {
		if s.quoteAt(j) < 0 && s.word(j) == "," && j >= end-1 {
			return j
		}
	}
	return s.commaAhead(k, last)
}

// commaAhead is the next comma within a few words, or k when there is none.
func (s *scan) commaAhead(k, last int) int {
	for j := k; j < last && j < k+12 && s.quoteAt(j) < 0; j++ {
		if s.word(j) == "," {
			return j
		}
	}
	return k
}

// citing is the number of words of "according to", "in the words of" or "in
// the view of" at token i; 0 when it is none of them.
func (s *scan) citing(i int) int {
	if s.low(i) == "according" && s.low(i+1) == "to" {
		return 2
	}
	if s.low(i) == "in" && s.low(i+1) == "the" && s.low(i+3) == "of" {
		switch s.low(i + 2) {
		case "words", "view", "opinion", "account":
			return 4
		}
	}
	return 0
}

// named is the mention, or else the noun phrase, that begins at token k.
func (s *scan) named(k, last int) (subject, int) {
	if m := s.startingAt(k); m != nil {
		end := s.tokenAt(m.End)
		if s.comma(end) { // "Ruiz, the minister," goes to the next comma
			if a := s.startingAt(end + 1); a != nil && s.tokenAt(a.End) <= last && (s.comma(s.tokenAt(a.End)) || s.tokenAt(a.End) >= last-1) && a.Kind == readout.NounMention {
				return s.mentioned(m, 0, end), s.tokenAt(a.End)
			}
		}
		return s.mentioned(m, 0, end), end
	}
	j := k
	for j < last && j < k+12 && s.quoteAt(j) < 0 && !s.punct(j) && s.class(j) != readout.Verb && s.class(j) != readout.Auxiliary {
		j++
	}
	if j == k {
		return subject{party: -1}, k
	}
	return subject{source: s.span(k, j), party: -1}, j
}

// overlapping is the index of a kept draft whose content overlaps, or -1.
func (s *scan) overlapping(content []readout.Range) int {
	for n, d := range s.drafts {
		for _, c := range d.content {
			for _, r := range content {
				if c.Overlaps(r) {
					return n
				}
			}
		}
	}
	return -1
}

// behind is the first token behind a draft's own words and before token i.
func (s *scan) behind(n, i int) int {
	k := s.tokenAt(s.drafts[n].whole().End)
	for k < i && (s.punct(k) || s.class(k) == readout.Conjunction) {
		k++
	}
	return min(k, i)
}
