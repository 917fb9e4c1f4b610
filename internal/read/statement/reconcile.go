package statement

import (
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/lang"
)

// consult lets the encoder speak: where it and a rule found the same attribution,
// one of them is kept with the better of both; what only it found is added.
func (s *scan) consult() {
	for _, e := range s.encoded() {
		n := s.sameAs(&e)
		switch {
		case n >= 0:
			s.reconcile(&s.drafts[n], &e)
		case e.probability >= standing && s.reports(&e):
			s.take(e)
		}
	}
	var kept []draft
	same := s.bySentence()
	for n := range s.drafts {
		if d := &s.drafts[n]; !s.doubled(d, same[d.sent]) && !s.unheard(d) && !s.unlikely(d) && !s.unsaid(d) {
			kept = append(kept, *d)
		}
	}
	s.drafts = kept
}

// reports tells a statement of the record from what else a corpus counts as an
// attribution: no answer is a response ("has not confirmed"), an intention or a
// deed that nobody told of is none ("approved the sale"). Somebody must stand with
// it, the cue must be one of the lists, or what is said must be a clause or stand
// in quotation marks.
func (s *scan) reports(e *draft) bool {
	if e.source.Empty() || s.scenic(e.cueToken) && !s.hasQuotation(e.content) || s.outletsOwn(e) || unnamed.MatchString(s.words(e.content)) || s.hollow(*e) || s.pronounOnly(e.content) || s.low(s.tokenAt(e.cue.Start)) == "without" {
		return false
	}
	never := s.never(e.cueToken-1, e.cueToken) && (e.form.Act == readout.ActState || e.form.Act == readout.ActClaim)
	if e.negated && e.form.Act != readout.ActDeny && !never || s.nobodyDid(subject{source: e.source}) {
		return false
	}
	if s.hasQuotation(e.content) {
		return true
	}
	if strings.Contains(" "+strings.ToLower(s.text[e.cue.Start:e.cue.End])+" ", " unable to ") {
		return false
	}
	if (e.form.Lemma == "quote" || e.form.Lemma == "cite") && s.used[e.cueToken] {
		return false // whom somebody quotes is a speaker
	}
	if !s.cueVerb(e.cueToken) || s.passive(e) {
		return s.clause(e)
	}
	return true
}

// cueVerb reports a word that is a form of a cue verb of the lists.
func (s *scan) cueVerb(i int) bool {
	return slices.ContainsFunc(s.l.Forms[s.low(i)], func(f lang.Form) bool { return f.Particle == "" || s.behindVerb(i, &f) > i })
}

// passive reports "promised by": what is in front of it need not have been said.
func (s *scan) passive(e *draft) bool { return s.low(e.cueToken+1) == "by" }

// EXAMPLE "asked not to be named" · "on condition of anonymity"
var unnamed = regexp.MustCompile(`(?i)^(?:not to be|not being|to remain|anonymity|on condition of) ?(?:named|identified|quoted|anonymous|anonymity)?(?:$| (?:because|as|since|by)\b)`)

// pronounOnly reports a content that says nothing by itself: "tells it differently".
func (s *scan) pronounOnly(content []readout.Range) bool {
	k := s.tokenAt(content[0].Start)
	return len(content) == 1 && s.a.Tokens[k].End == content[0].End && (s.class(k) == readout.Pronoun || s.class(k) == readout.Determiner || s.class(k) == readout.Subordinator)
}

// outletsOwn reports "we" and "us" outside of quotations.
func (s *scan) outletsOwn(e *draft) bool {
	return s.firstPerson(e.source) && s.quoteAt(s.tokenAt(e.source.Start)) < 0
}

func (s *scan) hasQuotation(content []readout.Range) bool {
	for _, c := range content {
		if _, quotes := s.quotesAt(c); len(quotes) > 0 {
			for _, q := range quotes {
				if c.Overlaps(q.Inner) {
					return true
				}
			}
		}
	}
	return false
}

// clause reports that what is said is a clause with a subject of its own.
func (s *scan) clause(e *draft) bool {
	for _, c := range e.content {
		for k := s.tokenAt(c.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= c.End; k++ {
			t := s.a.Tokens[k]
			subject := t.Relation == "nsubj" || t.Relation == "csubj" || t.Relation == "expl"
			if subject && t.Head >= 0 && c.Contains(s.a.Tokens[t.Head].Range) {
				return true
			}
		}
	}
	return false
}

// sameAs is the rules' draft that is about the same cue, or without a common cue
// about the same words; -1 for none.
func (s *scan) sameAs(e *draft) int {
	for n := range s.drafts {
		if r := &s.drafts[n]; r.by != "encoder" && !r.cue.Empty() && r.cue.Overlaps(e.cue) {
			return n
		}
	}
	for n := range s.drafts {
		if r := &s.drafts[n]; r.by != "encoder" && sharedPart(r.content, e.content) > 0.5 {
			return n
		}
	}
	return -1
}

// sharedPart is how much of the shorter of two contents lies in the other.
func sharedPart(a, b []readout.Range) float64 {
	var both, inA, inB int
	for _, x := range a {
		inA += x.Len()
		for _, y := range b {
			both += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		inB += y.Len()
	}
	if least := min(inA, inB); least > 0 {
		return float64(both) / float64(least)
	}
	return 0
}

// reconcile keeps the rule's reading and takes from the encoder what it knows
// better: a speaker where the rule has none, the extent of what is said in
// indirect speech.
func (s *scan) reconcile(r, e *draft) {
	r.probability = e.probability
	r.agreed = alike(r.content, e.content)
	if !r.cue.Empty() && !r.cue.Overlaps(e.cue) && !r.split {
		r.probability = 0 // it has another cue: another's words, or nobody's
		return
	}
	if r.cue.Empty() && e.probability >= overruling && (r.by == "fragment" || r.by == "floating") {
		s.cued(r, e)
		return
	}
	switch {
	case r.party < 0 && e.party >= 0 && e.probability >= standing:
		r.source, r.shared, r.party, r.pronoun, r.grade, r.why = e.source, false, e.party, e.pronoun, e.grade, e.why
		if r.cue.Empty() {
			r.cue, r.cueToken, r.form = e.cue, e.cueToken, e.form
		}
	case r.party >= 0 && e.party >= 0 && r.party != e.party && !e.source.Empty():
		if r.grade != readout.Sure && e.probability >= overruling && len(r.tellers) == 0 {
			r.source, r.shared, r.party, r.pronoun = e.source, false, e.party, e.pronoun
		}
		r.grade, r.why = readout.Guessed, "rule and encoder differ on who speaks"
	}
	if indirect[r.by] && !r.split && !(s.startsWith(r.content, "as") && !s.startsWith(e.content, "as")) && e.probability >= overruling && sharedPart(r.content, e.content) > 0 && !s.swallows(r, e.content) && !s.losesQuotation(r, e.content) && !s.endsInAside(r, e.content) {
		r.content = s.joined(r, s.withObject(r, s.withFront(r, e.content)))
	}
}

// withFront gives a clause in front of its cue, as the encoder has it, the words that
// open its sentence: "[Should it rain,] the match is off, Ruiz warned".
func (s *scan) withFront(r *draft, content []readout.Range) []readout.Range {
	whole := r.content[0]
	if whole.Start > r.cue.Start || content[0].Start <= whole.Start || content[0].End > whole.End {
		return content
	}
	first := s.tokenAt(whole.Start)
	if c := s.class(first); c == readout.Conjunction || c == readout.Adverb || s.timeAt(first) >= 0 || s.timeAt(first+1) >= 0 || s.form(first) != nil {
		return content
	}
	return append([]readout.Range{{Start: whole.Start, End: content[0].End}}, content[1:]...)
}

// withObject gives back to a content whom a cue accuses or what it calls something: the
// encoder leaves that out.
func (s *scan) withObject(r *draft, content []readout.Range) []readout.Range {
	if first := r.content[0]; r.form != nil && (r.form.Object || r.form.Called) && first.Start > r.cue.Start && first.Start < content[0].Start && content[0].Start < first.End {
		return append([]readout.Range{{Start: first.Start, End: content[0].End}}, content[1:]...)
	}
	return content
}

func (s *scan) startsWith(content []readout.Range, word string) bool {
	return len(content) > 0 && s.low(s.tokenAt(content[0].Start)) == word
}

// joined fills the gaps between the pieces of a content in one sentence that neither
// the cue nor its source stands in: what the encoder left out there is said too.
func (s *scan) joined(d *draft, pieces []readout.Range) []readout.Range {
	out := pieces[:1:1]
	for _, p := range pieces[1:] {
		last := &out[len(out)-1]
		gap := readout.Range{Start: last.End, End: p.Start}
		if gap.Overlaps(d.cue) || gap.Overlaps(d.source) || s.a.Tokens[s.tokenAt(p.Start)].Sentence != s.a.Tokens[s.tokenAt(last.Start)].Sentence {
			out = append(out, p)
			continue
		}
		last.End = p.End
	}
	return out
}

// cued gives a quotation without a cue the cue, source and whole content that the
// encoder has for it.
func (s *scan) cued(r, e *draft) {
	by := r.by
	*r = *e
	r.by = by
	s.used[e.cueToken] = true
}

// swallows reports that a content would take in another draft's cue that the
// rule's leaves outside: ", adding that".
func (s *scan) swallows(r *draft, content []readout.Range) bool {
	holds := func(content []readout.Range, cue readout.Range) bool {
		return slices.ContainsFunc(content, func(c readout.Range) bool { return c.Contains(cue) })
	}
	for n := range s.drafts {
		if o := &s.drafts[n]; o != r && !o.cue.Empty() && holds(content, o.cue) && !holds(r.content, o.cue) {
			return true
		}
	}
	return false
}

// losesQuotation reports that a content would leave out a quotation that the rule's has
// and no other draft.
func (s *scan) losesQuotation(r *draft, content []readout.Range) bool {
	for _, c := range r.content {
		_, quotes := s.quotesAt(c)
		for _, q := range quotes {
			if q.Outer >= 0 || !c.Contains(q.Range) || q.Start < content[0].End || sharedPart([]readout.Range{q.Range}, content) > 0 || !s.phrasal(content[len(content)-1].End, q.Start) {
				continue
			}
			if !slices.ContainsFunc(s.drafts, func(o draft) bool { return o.first != r.first && sharedPart([]readout.Range{q.Range}, o.content) > 0 }) {
				return true
			}
		}
	}
	return false
}

// endsInAside reports that a content ends where an aside between dashes does, and the
// rule's goes on: "promised help — with pumps — | if the vote is won".
func (s *scan) endsInAside(r *draft, content []readout.Range) bool {
	last := content[len(content)-1]
	dash := s.tokenAt(last.End)
	if s.word(dash) == "," || !s.comma(dash) || !s.saidIn(dash, r.content) {
		return false
	}
	open := s.tokenAt(last.Start)
	for open < dash && s.word(open) != s.word(dash) {
		open++
	}
	return open < dash && s.partner(open, dash+1) == dash
}

// phrasal reports that no clause and no dash stands between two bytes: "were lost, in
// addition to | 'certain papers'".
func (s *scan) phrasal(from, to int) bool {
	for k := s.tokenAt(from); k < len(s.a.Tokens) && s.a.Tokens[k].End <= to; k++ {
		if u := s.a.Tokens[k].UPOS; u == "VERB" || u == "AUX" || s.comma(k) && s.word(k) != "," {
			return false
		}
	}
	return true
}

// indirect are the finders whose content ends where a clause seems to; the
// encoder sees that better.
var indirect = map[string]bool{"cue": true, "participle": true, "according": true}
