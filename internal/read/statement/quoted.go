package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// quoted finds quotations whose cue stands right before, right behind or
// between: `"...," said Ruiz, "..."`, `Ruiz told the Post: "..."`.
func quoted(s *scan) []draft {
	var out []draft
	for n, q := range s.a.Quotes {
		if q.Outer >= 0 || q.Continues >= 0 || s.used[-1-n] || s.quotedBlock(q) < 0 {
			continue
		}
		chain := s.chainOf(n)
		d, ok := s.cueBeside(chain)
		if !ok {
			continue
		}
		s.used[d.cueToken] = true
		chain, q = s.ownPart(chain, &d, out)
		for _, i := range chain {
			s.used[-1-i] = true
			d.content = append(d.content, s.a.Quotes[i].Range)
			if !s.a.Quotes[i].Closed {
				d.grade, d.why = readout.Guessed, "the closing quotation mark is missing"
			}
		}
		if s.tokenAt(d.cue.Start) > s.tokenAt(q.Start) {
			whole := d.content[0]
			d.content[0] = s.fromClauseStart(whole)
			if rest := s.predicateBehind(d); d.content[0] != whole && !rest.Empty() {
				d.content = append(d.content, rest)
			}
		} else if front := s.frontClause(d); !front.Empty() {
			first := s.tokenAt(q.Start)
			if len(chain) == 1 {
				d.content[0] = s.stretched(s.trimmed(s.span(first, s.clauseEnd(first))))
			}
			d.content = append([]readout.Range{front}, d.content...)
		} else if clause := s.clauseBetween(d, s.tokenAt(q.Start)); !clause.Empty() {
			d.content = append([]readout.Range{clause}, d.content...)
		}
		if second := s.splitOff(d); second >= 0 {
			s.used[-1-second] = true
			d.content = append(d.content, s.a.Quotes[second].Range)
		}
		out = append(out, d)
	}
	return out
}

// cueBeside looks behind the quotations of a chain, then in front of the first.
func (s *scan) cueBeside(chain []int) (draft, bool) {
	d, ok := s.cueBehind(chain)
	if !ok {
		d, ok = s.cueBefore(chain)
	}
	return d, ok && !s.used[d.cueToken]
}

// ownPart is the part of a chain that belongs to the cue of a draft: all of it, but for
// the paragraphs before the cue's where they go on with another statement's quotation.
func (s *scan) ownPart(chain []int, d *draft, before []draft) ([]int, readout.Quote) {
	first := s.a.Quotes[chain[0]]
	from := 0
	for m, n := range chain {
		if s.a.Quotes[n].Start < d.cue.Start {
			from = m
		}
	}
	if from == 0 || len(before) == 0 || !s.goesOn(&before[len(before)-1], first) {
		return chain, first
	}
	if last := before[len(before)-1]; d.pronoun && d.party < 0 { // nobody else opens a paragraph in the middle of his words
		d.party, d.grade, d.why = last.party, readout.Inherited, "goes on with the quotation before"
	}
	return chain[from:], s.a.Quotes[chain[from]]
}

// chainOf is a quotation and those that go on with it in the next paragraphs.
func (s *scan) chainOf(n int) []int {
	chain := []int{n}
	for next, ok := s.goesOnIn[n]; ok; next, ok = s.goesOnIn[next] {
		chain = append(chain, next)
	}
	return chain
}

// quotedBlock is the index of the block of a quotation that is read, or -1.
func (s *scan) quotedBlock(q readout.Quote) int {
	t := s.tokenAt(q.Start)
	if t >= len(s.a.Tokens) || !s.reads(s.sentence(t)) {
		return -1
	}
	return s.sentence(t).Block
}

// cueBehind looks behind each quotation of a chain, the first one first.
func (s *scan) cueBehind(chain []int) (draft, bool) {
	for _, n := range chain {
		q := s.a.Quotes[n]
		k := s.tokenAt(q.End)
		if k >= len(s.a.Tokens) || s.sentence(k).Block != s.quotedBlock(q) {
			continue
		}
		stopped := strings.ContainsRune(",.!?…—-", lastOf(s.text[q.Inner.Start:q.Inner.End]))
		if s.word(k) == "," {
			stopped = true
			k++
		}
		if !stopped && len(s.text[q.Inner.Start:q.Inner.End]) < 25 {
			continue
		}
		if d, ok := s.attributionAt(k, s.runsOn(q, k)); ok && !s.ownSentence(d, q) {
			d.sent = s.a.Tokens[d.cueToken].Sentence
			return d, true
		}
	}
	return draft{}, false
}

// ownSentence reports that a cue behind a quotation that ended its sentence
// has a content of its own: `"We go." Ruiz said the ship would stay.`
func (s *scan) ownSentence(d draft, q readout.Quote) bool {
	if s.sentence(d.cueToken).First < s.tokenAt(q.End) && d.source.Start > d.cue.Start || strings.HasSuffix(s.text[q.Inner.Start:q.Inner.End], ",") {
		return false
	}
	if s.a.Tokens[d.cueToken].Sentence == s.a.Tokens[s.tokenAt(q.End)-1].Sentence {
		return false
	}
	f := s.form(d.cueToken)
	if f == nil {
		return false
	}
	next := s.tokenAt(d.cue.End)
	_, ok := s.complement(subject{party: d.party, source: d.source}, f, d.cueToken, d.cueToken, next)
	return ok
}

// attributionAt reads "said Ruiz" or "Ruiz, the minister, told reporters" at
// token k. Where the sentence of a quotation runs on, any verb will do.
func (s *scan) attributionAt(k int, any bool) (draft, bool) {
	j := k
	for s.class(j) == readout.Adverb && s.quoteAt(j) < 0 {
		j++
	}
	if f := s.speaking(j, any); f != nil && s.finite(f, j) && f.Quote && s.quoteAt(j) < 0 {
		next := s.behindVerb(j, f)
		if u := s.sourceBehind(j, next); u.found() {
			return s.attributed(u, f, j, j, next), true
		}
	}
	m := s.startingAt(k)
	if m == nil {
		return s.parsedAt(k, any)
	}
	end := s.tokenAt(m.End)
	u := s.mentioned(m, 0, end)
	j = end
	if s.comma(j) { // "Ruiz, the minister, said"
		for i := j + 1; i < s.sentence(k).Last && i < j+25; i++ {
			if s.comma(i) && s.finiteAt(i+1) {
				j = i + 1
				break
			}
		}
	}
	start := j
	for s.class(j) == readout.Adverb || s.class(j) == readout.Auxiliary {
		j++
	}
	f := s.speaking(j, any)
	if f == nil || !s.finite(f, j) || !(f.Quote || f.Told) || s.quoteAt(j) >= 0 {
		return s.parsedAt(k, any)
	}
	next := s.behindVerb(j, f)
	return s.attributed(u, f, start, j, next), true
}

func (s *scan) finiteAt(j int) bool {
	for s.class(j) == readout.Adverb || s.class(j) == readout.Auxiliary {
		j++
	}
	f := s.form(j)
	return f != nil && s.finite(f, j) && (f.Quote || f.Told)
}

// finite reports a form that can be a main verb: past, present, or a base
// behind an auxiliary or a plural subject.
func (s *scan) finite(f *lang.Form, i int) bool {
	switch f.Tense {
	case lang.Past, lang.Third:
		return true
	case lang.Base, lang.Participle, lang.Gerund:
		return s.class(i-1) == readout.Auxiliary || s.class(i-1) == readout.Adverb && s.class(i-2) == readout.Auxiliary || f.Tense == lang.Base
	}
	return false
}

// attributed makes the draft of a cue at token j whose words begin at start
// and end in front of next.
func (s *scan) attributed(u subject, f *lang.Form, start, j, next int) draft {
	d := draft{
		source: u.source, shared: u.shared, cue: s.span(s.pastAdverbs(start, j), next), party: u.party, form: f.Cue, first: j, cueToken: j,
		sent: s.a.Tokens[j].Sentence, parent: -1, pronoun: u.pronoun, poster: -1,
	}
	d.grade, d.why = s.gradeOf(u)
	if f.Told {
		if to := s.overAddressee(next); to > next {
			d.told = s.span(next, to)
		}
	}
	return d
}

// pastAdverbs goes over adverbs in front of a cue: "later told" is "told".
func (s *scan) pastAdverbs(k, verb int) int {
	for k < verb && s.class(k) != readout.Auxiliary && s.class(k) != readout.Negation {
		k++
	}
	return k
}

// gradeOf is the grade that a subject alone allows.
func (s *scan) gradeOf(u subject) (readout.Grade, string) {
	switch {
	case u.party < 0:
		return readout.Guessed, "could not tell who speaks"
	case u.pronoun && !u.sure:
		return readout.Guessed, "pronoun that could mean another"
	case u.pronoun:
		return readout.Inherited, "pronoun"
	case !u.sure:
		return readout.Guessed, byNearness
	}
	return readout.Sure, "named speaker and cue"
}

const byNearness = "speaker by nearness only"

// cueBefore looks for a cue in front of the first quotation of a chain, with
// nothing but an addressee, a time or a place between. It may stand at the end of
// the paragraph before, with a colon.
func (s *scan) cueBefore(chain []int) (draft, bool) {
	q := s.a.Quotes[chain[0]]
	k := s.tokenAt(q.Start) - 1
	if k < 0 || s.sentence(k).Block != s.quotedBlock(q) && !s.announced(q, k) {
		return draft{}, false
	}
	sent := s.a.Tokens[k].Sentence
	mark := s.word(k)
	stop := mark == ":" || mark == ","
	if sent != s.a.Tokens[s.tokenAt(q.Start)].Sentence && !stop {
		return draft{}, false
	}
	if !stop && !s.wholeSentence(q) {
		return draft{}, false
	}
	for j := k; j >= s.a.Sentences[sent].First && j > k-24; j-- {
		if s.quoteAt(j) >= 0 || s.word(j) == ";" {
			return draft{}, false
		}
		f := s.speaking(j, mark == ":" && j+1 >= k)
		if f != nil && (s.class(j) == readout.Verb || s.class(j) == readout.Other) && (f.Quote || f.Told || f.Clause && mark == ":") && (stop || !s.weak(f.Lemma)) && s.class(j) != readout.Preposition {
			if !stop && !f.Told && s.startingAt(j+1) != nil {
				return draft{}, false // `says Holt "is going"`: the quotation is part of a clause about Holt
			}
			if !stop && s.clauseWithin(j+1, k+1, q) || mark == "," && s.subjectOf(j+1, k, q) {
				return draft{}, false
			}
			if !f.Clause && s.a.Tokens[j].Relation == "ccomp" {
				return draft{}, false // `said it went on for a year: "..."`
			}
			return s.cueAt(j, f, k)
		}
		if c := s.class(j); c == readout.Verb && (f == nil || mark != ":") || c == readout.Auxiliary && !s.possessive(j) {
			return draft{}, false
		}
	}
	return draft{}, false
}

// announced reports that the paragraph before a quotation's ends with the colon at
// token k.
func (s *scan) announced(q readout.Quote, k int) bool {
	t := s.tokenAt(q.Start)
	return s.word(k) == ":" && s.sentence(k).Block == s.sentence(t).Block-1 && s.reads(s.sentence(k)) && s.a.Blocks[s.sentence(t).Block].Start == q.Start
}

// clauseWithin reports that a clause begins among tokens i to end, so that a
// quotation behind them is a part of it: "told us that she", "vowed to build a wall".
func (s *scan) clauseWithin(i, end int, q readout.Quote) bool {
	for k := i; k < end; k++ {
		t := s.a.Tokens[k]
		switch {
		case t.UPOS == "SCONJ", t.UPOS == "VERB", t.UPOS == "AUX", isWh(s.low(k)):
			return true
		case t.Relation == "nsubj" && (t.UPOS == "PRON" || t.Head >= 0 && q.Contains(s.a.Tokens[t.Head].Range)):
			return true
		}
	}
	return false
}

// cueAt makes the draft of a cue at token j in front of a quotation.
func (s *scan) cueAt(j int, f *lang.Form, end int) (draft, bool) {
	start, negated, infinitive, passive := s.auxiliaries(j)
	if infinitive && s.low(start-1) == "used" {
		infinitive, start = false, start-1
	}
	if negated || infinitive || passive && f.Tense != lang.Gerund {
		return draft{}, false
	}
	next := s.behindVerb(j, f)
	u := s.subjectBefore(start)
	if f.Tense == lang.Gerund && !passive || f.Tense == lang.Base && !u.found() {
		return draft{}, false // a participle's own finder knows whose it is
	}
	if !u.found() && s.coordinating(start-1) {
		if u = s.conjoined(j); !u.found() {
			u = s.sameSubject(j)
		}
	}
	if !u.found() {
		if u = s.after(next); u.found() {
			start = j
		} else {
			u = s.chunk(start)
		}
	}
	if !u.found() {
		u = s.sameSubject(j)
	}
	if !u.found() {
		return draft{}, false
	}
	return s.attributed(u, f, start, j, next), true
}

// wholeSentence reports a quotation that starts like a sentence, or ends one.
func (s *scan) wholeSentence(q readout.Quote) bool {
	inner := s.text[q.Inner.Start:q.Inner.End]
	k := s.tokenAt(q.End)
	ends := k >= len(s.a.Tokens) || s.a.Tokens[k].Sentence != s.a.Tokens[s.tokenAt(q.Start)].Sentence || s.punct(k) && s.quoteAt(k) < 0
	return ends && len(strings.Fields(inner)) >= 1
}

// fromClauseStart takes the words in front of a quotation that stands in the
// middle of its sentence into the content: `The logs show "two steps", she said`.
func (s *scan) fromClauseStart(r readout.Range) readout.Range {
	t := s.tokenAt(r.Start)
	open := s.sentence(t).First
	if open == t || s.word(t-1) == ":" {
		return r
	}
	open = s.pastClock(open)
	if s.hasVerb(open, t) || s.quoteAt(open) < 0 && t-open <= 4 {
		r.Start = s.a.Tokens[open].Start
	}
	return r
}

// splitOff is the quotation that goes on behind the cue after a comma or a
// colon: `"A," said Ruiz, "b."`, or -1.
func (s *scan) splitOff(d draft) int {
	at := max(d.cue.End, d.source.End)
	k := s.tokenAt(at)
	for k < len(s.a.Tokens) && s.a.Tokens[k].Sentence == d.sent && k < s.tokenAt(at)+16 {
		if s.quoteAt(k) >= 0 {
			n := s.quoteAt(k)
			prev := s.word(k - 1)
			if (prev == "," || prev == ":" || prev == "—" || prev == "–" || prev == ";" && d.source.Start > d.content[0].End) && s.a.Tokens[k].Start == s.a.Quotes[n].Start && !s.used[-1-n] {
				return n
			}
			return -1
		}
		if s.participle(k) || s.class(k) == readout.Verb && k > s.tokenAt(at) && s.form(k) != nil {
			return -1
		}
		k++
	}
	return -1
}

func lastOf(t string) rune {
	r := []rune(strings.TrimSpace(t))
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}
