package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// How probable an attribution of the encoder must be to stand alone, and to overrule
// a rule on who speaks and what is said. Chosen on PolNeAR dev and the invented
// stories.
const (
	standing   = 0.4
	overruling = 0.5
)

// encoded are the encoder's attributions as drafts, in the record's terms.
func (s *scan) encoded() []draft {
	var out []draft
	for _, x := range s.a.Attributions {
		if len(x.Cue) == 0 || len(x.Content) == 0 {
			continue
		}
		first := s.tokenAt(x.Cue[0].Start)
		if first >= len(s.a.Tokens) || !s.reads(s.sentence(first)) {
			continue
		}
		if d := s.fromEncoder(x); len(d.content) > 0 {
			out = append(out, d)
		}
	}
	return out
}

func (s *scan) fromEncoder(x readout.Attribution) draft {
	d := draft{party: -1, parent: -1, poster: -1, probability: x.Probability, by: "encoder"}
	d.cue = readout.Range{Start: x.Cue[0].Start, End: x.Cue[len(x.Cue)-1].End}
	d.cueToken = s.cueHead(d.cue)
	d.first, d.sent = d.cueToken, s.a.Tokens[d.cueToken].Sentence
	d.form, d.negated = s.cueForm(d.cue, d.cueToken)
	d.cue = s.verbGroup(d.cue, d.cueToken)
	for _, c := range x.Content {
		c = s.sameText(c, d.sent)
		if r := s.trimmed(s.toClauseEnd(s.pastComplementizer(c))); !r.Empty() && s.reads(s.sentence(s.tokenAt(r.Start))) {
			d.content = append(d.content, s.wholeQuotations(r))
		}
	}
	if n := len(d.content); n > 1 && d.content[0].Start < d.cue.Start && s.bareRelative(d.content[0]) {
		d.content = d.content[1:] // "gravel, which its builders say has been late"
	}
	d.content = s.goingOn(s.inSentence(s.beforeSemicolon(&d)))
	var u subject
	if len(x.Source) > 0 {
		u = s.spokenBy(x.Source[0])
		d.source, d.party, d.pronoun = u.source, u.party, u.pronoun
	}
	d.grade, d.why = readout.Guessed, "nobody stands with it"
	if len(x.Source) > 0 {
		d.grade, d.why = s.gradeOf(u)
	}
	return d
}

// bareRelative reports a piece of content that is a relative pronoun alone.
func (s *scan) bareRelative(r readout.Range) bool {
	k := s.tokenAt(r.Start)
	return s.a.Tokens[k].End >= r.End && (s.relative(k) || isWh(s.low(k)))
}

// cueHead is the token of a cue that says what is done: its last verb, else its
// last word.
func (s *scan) cueHead(r readout.Range) int {
	first, verb, last := s.tokenAt(r.Start), -1, -1
	for k := first; k < len(s.a.Tokens) && s.a.Tokens[k].End <= r.End; k++ {
		if s.form(k) != nil || s.a.Tokens[k].UPOS == "VERB" {
			verb = k
		}
		last = k
	}
	switch {
	case verb >= 0:
		return verb
	case last >= 0:
		return last
	}
	return min(first, len(s.a.Tokens)-1)
}

// verbGroup is a cue without a time in front of its verb, and the phrase behind it that says
// where or how: "last year | disclosed", "said | in a statement".
func (s *scan) verbGroup(cue readout.Range, head int) readout.Range {
	f := s.form(head)
	if f == nil {
		return cue
	}
	first, next := s.tokenAt(cue.Start), s.behindVerb(head, f)
	for first < head && s.timeAt(first) >= 0 {
		first++
	}
	if next > head && next < len(s.a.Tokens) && s.a.Tokens[next].UPOS == "ADP" && s.a.Tokens[next].End < cue.End {
		cue.End = s.a.Tokens[next-1].End
	}
	return readout.Range{Start: s.a.Tokens[first].Start, End: cue.End}
}

// cueForm is how the cue can report, and whether it says that somebody did not.
func (s *scan) cueForm(r readout.Range, head int) (cue *lang.Cue, negated bool) {
	for k := s.tokenAt(r.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= r.End; k++ {
		low := s.low(k)
		if s.class(k) == readout.Negation || low == "unable" || low == "longer" && s.low(k-1) == "no" || strings.HasSuffix(low, "n't") || strings.HasSuffix(low, "n’t") {
			negated = true
		}
	}
	if f := s.form(head); f != nil {
		return f.Cue, negated
	}
	if fs := s.l.Forms[s.low(head)]; len(fs) > 0 {
		return fs[0].Cue, negated
	}
	if c := s.l.CueNouns[s.low(head)]; c != nil && (s.a.Tokens[head].UPOS != "VERB" || s.l.Deeds[s.low(head)] == "") {
		return c, negated
	}
	return s.unlisted(head), negated
}

// unlisted is a cue that no list has a frame for.
func (s *scan) unlisted(k int) *lang.Cue {
	act := s.l.Deeds[s.low(k)]
	if act == "" {
		act = readout.ActState
	}
	return &lang.Cue{Lemma: s.low(k), Act: act}
}

// pastComplementizer drops a leading "that", and the hour of an entry of a live page.
func (s *scan) pastComplementizer(r readout.Range) readout.Range {
	k := s.tokenAt(r.Start)
	if k < len(s.a.Tokens) && k == s.sentence(k).First {
		if later := s.pastClock(k); later < len(s.a.Tokens) && s.a.Tokens[later].Start < r.End {
			k, r.Start = later, s.a.Tokens[later].Start
		}
	}
	k = s.pastOnly(k)
	if s.low(k) == "that" && k+1 < len(s.a.Tokens) && s.a.Tokens[k+1].Start < r.End {
		r.Start = s.a.Tokens[k+1].Start
	}
	return r
}

// toClauseEnd cuts a content outside of quotation marks at its first semicolon and at
// the end of its sentence.
func (s *scan) toClauseEnd(r readout.Range) readout.Range {
	first := s.tokenAt(r.Start)
	for k := first + 1; k < len(s.a.Tokens) && s.a.Tokens[k].End <= r.End; k++ {
		opens := s.quoteAt(k) < 0 || s.quoteAt(first) < 0 && s.a.Quotes[s.quoteAt(k)].Start == s.a.Tokens[k].Start
		if s.quoteAt(k) < 0 && s.word(k) == ";" || opens && s.a.Tokens[k].Sentence != s.a.Tokens[k-1].Sentence {
			r.End = s.a.Tokens[k-1].End
			break
		}
	}
	return r
}

// beforeSemicolon drops pieces of content that a semicolon behind the cue cuts off.
func (s *scan) beforeSemicolon(d *draft) []readout.Range {
	for n, c := range d.content {
		if s.hasQuotation(d.content[n : n+1]) {
			continue
		}
		for k := s.tokenAt(max(d.cue.End, d.content[0].End)); n > 0 && k < len(s.a.Tokens) && s.a.Tokens[k].End <= c.Start; k++ {
			if s.word(k) == ";" && s.quoteAt(k) < 0 {
				return d.content[:n]
			}
		}
	}
	return d.content
}

// inSentence drops what follows indirect speech in another sentence: a quotation there
// has no cue.
func (s *scan) inSentence(content []readout.Range) []readout.Range {
	for n := 1; n < len(content); n++ {
		last := s.a.Tokens[max(0, s.tokenAt(content[n-1].End)-1)]
		if s.a.Tokens[s.tokenAt(content[n].Start)].Sentence > last.Sentence && !s.hasQuotation(content[:n]) {
			return content[:n]
		}
	}
	return content
}

// wholeQuotations lets a piece of content that has most of a quotation have all of
// it.
func (s *scan) wholeQuotations(r readout.Range) readout.Range {
	_, quotes := s.quotesAt(r)
	for _, q := range quotes {
		both := readout.Range{Start: max(r.Start, q.Inner.Start), End: min(r.End, q.Inner.End)}
		if q.Outer < 0 && 2*both.Len() > q.Inner.Len() {
			r.Start, r.End = min(r.Start, q.Start), max(r.End, q.End)
		}
	}
	return r
}

// goingOn adds the quotations of the next paragraphs that go on with the last of
// the content.
func (s *scan) goingOn(content []readout.Range) []readout.Range {
	if len(content) == 0 {
		return content
	}
	last := content[len(content)-1]
	first, quotes := s.quotesAt(last)
	for i := range quotes {
		if q := quotes[i]; q.Outer >= 0 || !last.Contains(q.Range) {
			continue
		}
		for n, ok := s.goesOnIn[first+i]; ok; n, ok = s.goesOnIn[n] {
			if q := s.a.Quotes[n]; q.Start >= last.End {
				content = append(content, q.Range)
			}
		}
	}
	return content
}

// spokenBy is the party behind the words of a source: that of the mention that
// holds the head of the phrase, the longest of several, else of the first.
func (s *scan) spokenBy(r readout.Range) subject {
	first := s.pastClock(s.tokenAt(r.Start))
	last := first
	for last < len(s.a.Tokens) && s.a.Tokens[last].End <= r.End {
		last++
	}
	if first < last {
		r.Start = max(r.Start, s.a.Tokens[first].Start)
	}
	best := subject{source: r, party: -1, last: last}
	head := s.phraseHead(first, last)
	longest := -1
	for i := range s.a.Mentions {
		m := &s.a.Mentions[i]
		if m.Start >= r.End {
			break
		}
		if m.End <= r.Start || m.Start < r.Start && m.Kind != readout.PronounMention && !r.Contains(s.a.Tokens[head].Range) {
			continue
		}
		if !m.Contains(s.a.Tokens[head].Range) || m.Party < 0 && longest >= 0 || m.Len() <= longest {
			continue
		}
		longest = m.Len()
		best.party, best.pronoun, best.sure = m.Party, m.Kind == readout.PronounMention, m.Sure
	}
	return best
}

// phraseHead is the token of first to last that hangs on one outside; the first of
// several, and first where nothing was parsed.
func (s *scan) phraseHead(first, last int) int {
	for k := first; k < last; k++ {
		t := s.a.Tokens[k]
		if t.UPOS != "" && t.UPOS != "PUNCT" && t.UPOS != "DET" && (t.Head < first || t.Head >= last) {
			return k
		}
	}
	return min(first, len(s.a.Tokens)-1)
}
