package statement

import (
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/internal/lang"
)

// scan is the analysis with the lookups that finders need, and what has been
// found so far.
type scan struct {
	a      *readout.Analysis
	l      *lang.Language
	text   string
	quote  []int // token → index of the outermost quotation around it, -1
	timex  []int // token → index of the time expression it is in, -1
	ending map[int]int
	begin  map[int]int
	used   map[int]bool // cue tokens and quotations (as -1-index) that are taken
	drafts []draft
	// quotation → the one in the next paragraph that goes on with it
	goesOnIn   map[int]int
	reach      []int           // quotation → the furthest end of it and those before it
	hang       [][]int         // token → those that hang on it in the parse
	turns      []readout.Range // of an interview, in order of the text
	longer     map[string]bool // see known
	introduced map[int]bool
}

func newScan(a *readout.Analysis, l *lang.Language) *scan {
	s := &scan{a: a, l: l, text: a.Doc.Text, ending: map[int]int{}, begin: map[int]int{}, used: map[int]bool{}, hang: hang(a.Tokens)}
	s.known()
	s.quote = make([]int, len(a.Tokens))
	s.timex = make([]int, len(a.Tokens))
	for i := range a.Tokens {
		s.quote[i], s.timex[i] = -1, -1
	}
	s.reach = make([]int, len(a.Quotes))
	s.goesOnIn = map[int]int{}
	for n, q := range a.Quotes {
		if q.Continues >= 0 {
			s.goesOnIn[q.Continues] = n
		}
		if s.reach[n] = q.End; n > 0 {
			s.reach[n] = max(q.End, s.reach[n-1])
		}
		for t := s.tokenAt(q.Start); t < len(a.Tokens) && a.Tokens[t].Start < q.End; t++ {
			if s.quote[t] < 0 {
				s.quote[t] = n
			}
		}
	}
	for n, x := range a.Times {
		for t := s.tokenAt(x.Start); t < len(a.Tokens) && a.Tokens[t].Start < x.End; t++ {
			s.timex[t] = n
		}
	}
	for n, m := range a.Mentions { // the longest mention at each end and beginning
		if old, ok := s.ending[m.End]; !ok || a.Mentions[old].Len() < m.Len() {
			s.ending[m.End] = n
		}
		if old, ok := s.begin[m.Start]; !ok || a.Mentions[old].Len() < m.Len() {
			s.begin[m.Start] = n
		}
	}
	return s
}

// tokenAt is the index of the first token that starts at or behind a byte.
func (s *scan) tokenAt(at int) int {
	return sort.Search(len(s.a.Tokens), func(i int) bool { return s.a.Tokens[i].Start >= at })
}

// quoteAt is the outermost quotation that token i stands in, or -1.
func (s *scan) quoteAt(i int) int { return at(s.quote, i) }

// timeAt is the time expression that token i stands in, or -1.
func (s *scan) timeAt(i int) int { return at(s.timex, i) }

func at(list []int, i int) int {
	if i < 0 || i >= len(list) {
		return -1
	}
	return list[i]
}

func (s *scan) word(i int) string {
	if i < 0 || i >= len(s.a.Tokens) {
		return ""
	}
	return s.text[s.a.Tokens[i].Start:s.a.Tokens[i].End]
}

func (s *scan) low(i int) string { return strings.ToLower(s.word(i)) }

func (s *scan) class(i int) readout.WordClass {
	if i < 0 || i >= len(s.a.Tokens) {
		return readout.Other
	}
	return s.a.Tokens[i].Class
}

func (s *scan) punct(i int) bool {
	return i >= 0 && i < len(s.a.Tokens) && s.a.Tokens[i].Kind == readout.Punct
}

// sentence is the one that token i stands in; the nearest for a token outside
// of the text.
func (s *scan) sentence(i int) readout.Sentence {
	i = max(0, min(i, len(s.a.Tokens)-1))
	return s.a.Sentences[s.a.Tokens[i].Sentence]
}

// span is the text from token i up to but not including token j.
func (s *scan) span(i, j int) readout.Range {
	return readout.Range{Start: s.a.Tokens[i].Start, End: s.a.Tokens[j-1].End}
}

// endingAt is the longest mention that ends with token i, or nil.
func (s *scan) endingAt(i int) *readout.Mention {
	if i < 0 {
		return nil
	}
	if n, ok := s.ending[s.a.Tokens[i].End]; ok {
		return &s.a.Mentions[n]
	}
	return nil
}

// startingAt is the longest mention that starts with token i, or nil.
func (s *scan) startingAt(i int) *readout.Mention {
	if i < 0 || i >= len(s.a.Tokens) {
		return nil
	}
	if n, ok := s.begin[s.a.Tokens[i].Start]; ok {
		return &s.a.Mentions[n]
	}
	return nil
}

// take keeps a draft and marks its cue and quotations as used. Empty pieces of
// content are dropped, and a draft that has neither cue nor content.
func (s *scan) take(d draft) {
	d.content = slices.DeleteFunc(d.content, func(r readout.Range) bool { return s.spelled([]readout.Range{r}) == "" })
	if len(d.content) == 0 && d.cue.Empty() {
		return
	}
	if d.cueToken >= 0 && !d.cue.Empty() {
		s.used[d.cueToken] = true
	}
	for _, c := range d.content {
		first, quotes := s.quotesAt(c)
		for n, q := range quotes {
			if c.Contains(q.Inner) || c.Contains(q.Range) {
				s.used[-1-first-n] = true
			}
		}
	}
	if d.by == "interview" {
		s.turns = append(s.turns, d.content...)
	}
	s.drafts = append(s.drafts, d)
}

// quotesAt is the quotations among which are all that touch r, and the index
// of the first: they are in order of their beginnings.
func (s *scan) quotesAt(r readout.Range) (first int, quotes []readout.Quote) {
	all := s.a.Quotes
	first = sort.SearchInts(s.reach, r.Start)
	end := sort.Search(len(all), func(n int) bool { return all[n].Start > r.End })
	return first, all[first:max(first, end)]
}

// reads reports whether attributions are looked for in a sentence.
func (s *scan) reads(n readout.Sentence) bool {
	switch s.a.Blocks[n.Block].Class {
	case readout.Body, readout.Relay, readout.Headline, readout.Caption:
		return true
	}
	return false
}

// trimmed drops white space at both ends and commas, colons and dashes at the
// beginning or the end of a content.
func (s *scan) trimmed(r readout.Range) readout.Range {
	if r.Empty() {
		return readout.Range{}
	}
	t := strings.TrimLeft(s.text[r.Start:r.End], " \t\r\n\u00a0,:;—–-")
	r.Start = r.End - len(t)
	r.End = r.Start + len(strings.TrimRight(t, " \t\r\n\u00a0;:—–-"))
	return r
}

// auxiliaries goes left from the verb at token i over auxiliaries, adverbs and
// negations, and says whether there is a negation, a "to" or a form of "be".
func (s *scan) auxiliaries(i int) (start int, negated, infinitive, passive bool) {
	first := s.sentence(i).First
	k := i
	for k > first {
		low := s.low(k - 1)
		switch {
		case s.quoteAt(k-1) != s.quoteAt(i):
			return k, negated, infinitive, passive
		case low == "to":
			infinitive = true
		case s.class(k-1) == readout.Negation, strings.HasSuffix(low, "n't"), strings.HasSuffix(low, "n’t"):
			negated = true
		case s.class(k-1) == readout.Auxiliary:
			if s.possessive(k - 1) {
				return k, negated, infinitive, passive
			}
			passive = passive || isBe(low)
		case (s.class(k-1) == readout.Adverb || low == "once") && s.timeAt(k-1) < 0:
		default:
			return k, negated, infinitive, passive
		}
		k--
	}
	return k, negated, infinitive, passive
}

// possessive reports that "'s" belongs to the name before it.
func (s *scan) possessive(i int) bool {
	w := s.word(i)
	return (w == "'s" || w == "’s") && i > 0 && s.a.Tokens[i-1].End == s.a.Tokens[i].Start && s.class(i-1) != readout.Pronoun
}

// joinedGerund reports a word in "ing" that is a verb by the parse, or behind "and" where
// another stands before it: "calling for rain and warning of floods".
func (s *scan) joinedGerund(i int) bool {
	if i < 1 || i >= len(s.a.Tokens) || !strings.HasSuffix(s.low(i), "ing") {
		return false
	}
	if s.a.Tokens[i].UPOS == "VERB" {
		return true
	}
	if w := s.low(i + 1); s.low(i-1) != "and" || w != "of" && w != "that" && w != "against" {
		return false
	}
	for k := i - 2; k > s.sentence(i).First; k-- {
		if s.class(k) == readout.Verb && strings.HasSuffix(s.low(k), "ing") && s.form(k) != nil {
			return true
		}
	}
	return false
}

// form is how the verb at token i can report speech; nil when it is no cue.
func (s *scan) form(i int) *lang.Form {
	if f := s.phrase(i); f != nil {
		return f
	}
	if s.class(i) != readout.Verb && !s.joinedGerund(i) {
		return nil
	}
	forms := s.l.Forms[s.low(i)]
	var plain *lang.Form
	for n := range forms {
		f := &forms[n]
		if f.Particle != "" && s.low(i+1) == f.Particle {
			return f
		}
		if f.Particle == "" && plain == nil {
			plain = f
		}
	}
	return plain
}
