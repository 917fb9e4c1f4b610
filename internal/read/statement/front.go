package statement

import (
	"readout"
	"readout/internal/lang"
)

// clauseInFront reads "The port will close, Ruiz said" and its split form
// "The port, Ruiz said, will close".
func (s *scan) clauseInFront(u subject, f *lang.Form, start, i, next int) (draft, bool) {
	from := start
	if !u.found() {
		if u = s.withName(s.after(next)); !u.found() || !s.comma(i-1) || s.word(i-1) == "-" {
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
	tail := s.overTail(behind)
	last := s.sentence(i).Last
	d := s.attributed(u, f, start, i, next)
	open := s.clauseStart(end)
	open = s.pastClock(open)
	if comma := s.commaAhead(open, end); s.citing(open) > 0 && comma > open {
		open = comma + 1 // "According to the guard, the ferry waited, its captain said"
	}
	if g := s.form(open); g != nil && (g.Tense == lang.Past || g.Tense == lang.Participle) {
		return draft{}, false // "Asked about it, Ruiz said"
	}
	if behindSource := s.tokenAt(d.source.End) <= start; behindSource && tail+1 < last && s.word(tail) == "," && s.goesOnBehind(tail+1) && s.hasVerb(open, last) {
		d.content = []readout.Range{s.trimmed(s.span(open, end)), s.stretched(s.trimmed(s.span(tail+1, s.clauseEnd(tail+1))))}
		return d, true
	}
	if v := s.predicateOf(open, end); d.source.Start > d.cue.Start && v > behind && v < last { // "The fee, wrote Ruiz, the chair, on Monday, was a gift"
		from, _, _, _ := s.auxiliaries(v)
		d.split = true
		d.content = []readout.Range{s.trimmed(s.span(open, end)), s.stretched(s.trimmed(s.span(from, s.clauseEnd(from))))}
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

// predicateOf is the verb, or what stands for it, that tokens open to end are the subject
// of; -1 where they are none.
func (s *scan) predicateOf(open, end int) int {
	if t := s.a.Tokens[s.phraseHead(open, end)]; t.Relation == "nsubj" {
		return t.Head
	}
	return -1
}

// parenthesis reads a source and cue between commas, which break a sentence that is
// said: "The maps, Ruiz said on Monday, were worse". What stands in front may be any
// part of it, but for a time alone.
func (s *scan) parenthesis(u subject, f *lang.Form, start, i, next int) (draft, bool) {
	if !u.found() || u.shared || u.source.Empty() || !(f.Clause && f.Quote) {
		return draft{}, false
	}
	end := s.tokenAt(u.source.Start) - 1
	tail := s.overTail(next)
	last := s.sentence(i).Last
	if end <= s.sentence(i).First || s.word(end) != "," || s.word(tail) != "," || tail+1 >= last || s.quoteAt(tail+1) >= 0 || !s.goesOnBehind(tail+1) {
		return draft{}, false
	}
	open := s.pastClock(s.clauseStart(end))
	if form := s.form(open); open >= end || form != nil || s.timeAt(open) >= 0 || s.timeAt(open+1) >= 0 && s.class(open) == readout.Preposition {
		return draft{}, false
	}
	d := s.attributed(u, f, start, i, next)
	d.split = true
	d.content = []readout.Range{s.trimmed(s.span(open, end)), s.stretched(s.trimmed(s.span(tail+1, s.clauseEnd(tail+1))))}
	return d, true
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
	if s.class(k) == readout.Preposition && (s.low(k+1) == "which" || s.low(k+1) == "whom") {
		return false
	}
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

// frontClause is the main clause in front of the source of a quotation that goes on
// with it: "The plan, Ruiz said, “is dead”"; empty when there is none.
func (s *scan) frontClause(d draft) readout.Range {
	if d.source.Empty() || d.shared || d.source.Start > d.cue.Start {
		return readout.Range{}
	}
	end := s.tokenAt(d.source.Start) - 1
	open := s.pastClock(s.clauseStart(max(end, 1)))
	if conditional := s.low(open) == "if" || s.low(open+1) == "if" && s.class(open) == readout.Conjunction; conditional && s.word(end) == "," && !s.commaBetween(open, end) {
		return s.trimmed(s.span(open, end)) // `If true, Ruiz said, "it helps"`
	}
	if end <= open || !s.mainInFront(subject{source: d.source, party: d.party}) || s.hangsAside(open, end) {
		return readout.Range{}
	}
	return s.trimmed(s.span(open, end))
}

// commaBetween reports a comma among tokens i to end.
func (s *scan) commaBetween(i, end int) bool {
	k := s.commaAhead(i, end)
	return s.word(k) == ","
}

// hangsAside reports that tokens open to end only say when, where or why: the parse
// hangs them on the rest of the sentence as a modifier.
func (s *scan) hangsAside(open, end int) bool {
	switch s.a.Tokens[s.phraseHead(open, end)].Relation {
	case "advcl", "obl", "advmod", "discourse", "vocative", "nmod", "mark":
		return true
	}
	return false
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
