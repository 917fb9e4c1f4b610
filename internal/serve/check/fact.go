package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"readout"
	"readout/internal/lang"
	"readout/internal/ledger/match"
	"readout/internal/serve/query"
)

// facts is what the finders of facts look up of one draft, each once.
type facts struct {
	lists     map[string][]string
	one       map[string]string // a word → the one that stands for all of its meaning
	judged    map[int]bool      // beginnings of figures that were compared
	sentences []sentence
	matters   map[string]*query.PropositionPage
	found     map[string][]query.Found
	events    *readout.Ledger // incidents, commitments and contacts on record
	day       string          // of the check
}

// sentence is one of the draft, with the statements of the draft in it.
type sentence struct {
	readout.Range
	text       string
	words      []string
	statements []readout.Statement
}

// fact gives the lookups, made at the first call.
func (c *checker) fact() (*facts, error) {
	if c.facts != nil {
		return c.facts, nil
	}
	l, err := lang.For(cmp.Or(c.draft.Doc.Lang, "en"))
	if err != nil {
		return nil, err
	}
	f := newFacts(l)
	if f.day, err = c.engine.Day(c.ctx, c.at); err != nil {
		return nil, err
	}
	for _, r := range c.ranges(l.Abbreviations) {
		f.sentences = append(f.sentences, c.sentence(r))
	}
	c.facts = f
	return f, nil
}

// newFacts reads the lists of a language.
func newFacts(l *lang.Language) *facts {
	f := &facts{
		lists: map[string][]string{}, one: map[string]string{}, judged: map[int]bool{},
		matters: map[string]*query.PropositionPage{}, found: map[string][]query.Found{},
	}
	for _, line := range l.Lines("check") {
		kind, list, _ := strings.Cut(line, " ")
		words := strings.Fields(list)
		f.lists[kind] = words
		if kind == "same" {
			for _, w := range words {
				f.one[w] = words[0]
			}
		}
	}
	return f
}

func (c *checker) sentence(r readout.Range) sentence {
	s := sentence{Range: r, text: c.draft.Doc.Text[r.Start:r.End]}
	s.words = lower(s.text)
	for _, st := range c.draft.Rec.Statements {
		if st.Span.Bytes().Overlaps(r) {
			s.statements = append(s.statements, st)
		}
	}
	return s
}

// ranges cuts the draft into sentences: at the end of a line, and behind a full
// stop, question or exclamation mark before a capital letter. What is no text
// of the draft's own (byline, credit, link) is left out.
func (c *checker) ranges(abbreviations map[string]bool) (all []readout.Range) {
	text, start := c.draft.Doc.Text, 0
	add := func(end int) {
		r := trimmed(text, readout.Range{Start: start, End: end})
		if !r.Empty() && c.ownText(r) {
			all = append(all, r)
		}
		start = end
	}
	for i, ch := range text {
		switch {
		case ch == '\n':
			add(i)
		case strings.ContainsRune(".!?", ch) && endsSentence(text, i, abbreviations):
			end := i + 1
			for end < len(text) {
				mark := []rune(text[end:min(len(text), end+4)])[0]
				if !strings.ContainsRune(`"”’'»)`, mark) {
					break
				}
				end += len(string(mark))
			}
			add(end)
		}
	}
	add(len(text))
	return all
}

// endsSentence reports whether the mark at i ends a sentence.
func endsSentence(text string, i int, abbreviations map[string]bool) bool {
	rest := strings.TrimLeft(text[i+1:], `"”’'»)`)
	if trimmedRest := strings.TrimLeft(rest, " \t"); trimmedRest != "" {
		first := []rune(trimmedRest)[0]
		if len(trimmedRest) == len(rest) || unicode.IsLower(first) {
			return rest[0] == '\n'
		}
	}
	if text[i] != '.' {
		return true
	}
	before := text[:i]
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	short := len([]rune(word)) == 1 && unicode.IsUpper([]rune(word)[0])
	return !short && !abbreviations[strings.ToLower(word)] && !abbreviations[word] && !abbreviations[word+"."]
}

func trimmed(text string, r readout.Range) readout.Range {
	for r.Start < r.End && unicode.IsSpace(rune(text[r.Start])) {
		r.Start++
	}
	for r.End > r.Start && unicode.IsSpace(rune(text[r.End-1])) {
		r.End--
	}
	return r
}

func (c *checker) ownText(r readout.Range) bool {
	for _, seg := range c.draft.Rec.Segments {
		if seg.Span.Bytes().Overlaps(r) {
			switch seg.Class {
			case readout.Byline, readout.Credit, readout.Metadata, readout.Promo, readout.Link, readout.Caption:
				return false
			}
		}
	}
	return true
}

// span cuts a range out of the draft.
func (c *checker) span(r readout.Range) (readout.Span, error) { return c.draft.Doc.Span(r) }

// finding is one at a range of the draft.
func (c *checker) finding(k Kind, l Level, at readout.Range, reason string, rows []query.Row) (Finding, error) {
	s, err := c.span(at)
	if len(rows) > mostWitnesses {
		rows = rows[:mostWitnesses]
	}
	return Finding{Kind: k, Level: l, At: s, Reason: reason, Witnesses: rows}, err
}

const mostWitnesses = 5

// lower cuts a text into words as the lists have them.
func lower(text string) []string {
	return match.Words(strings.ReplaceAll(text, "’", "'"))
}

func (f *facts) is(kind, word string) bool { return slices.Contains(f.lists[kind], word) }

// has reports whether any of the words is in any of the lists.
func (f *facts) has(words []string, kinds ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.ContainsFunc(kinds, func(k string) bool { return f.is(k, w) })
	})
}

// count is how many of the words are in a list.
func (f *facts) count(words []string, kind string) (n int) {
	for _, w := range words {
		if f.is(kind, w) {
			n++
		}
	}
	return n
}

// stems are those of the words that carry meaning, without numbers and days.
func (f *facts) stems(text string) []string {
	var kept []string
	for _, w := range lower(text) {
		if match.IsNumber(w) || f.has([]string{w}, "month", "monthshort", "weekday", "number", "ten", "hundred", "thousand", "million") && w != "may" {
			continue
		}
		kept = append(kept, cmp.Or(f.one[w], w))
	}
	return match.Stems(kept)
}

// overlap is how much of the stems of each of two texts the other has, and
// how many they share.
type overlap struct {
	of, back float64
	shared   int
}

func (f *facts) like(a, b string) overlap { return likeOf(f.stems(a), f.stems(b)) }

func likeOf(a, b []string) overlap {
	n := len(match.Common(a, b))
	return overlap{share(n, len(a)), share(n, len(b)), n}
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// plain reports that two texts say the same thing in nearly the same words.
func (l overlap) plain() bool {
	return l.shared >= 3 && max(l.of, l.back) >= 0.75 && min(l.of, l.back) >= 0.4 || l.shared >= 2 && l.of >= 0.75 && l.back >= 0.75
}

// sameNumbers reports that two texts do not speak of other numbers: one has none,
// or they share one.
func (f *facts) sameNumbers(a, b string) bool {
	mine, theirs := f.numbers(a), f.numbers(b)
	return len(mine) == 0 || len(theirs) == 0 || slices.ContainsFunc(mine, func(n number) bool {
		return slices.ContainsFunc(theirs, func(m number) bool { return n.value == m.value })
	})
}

// find looks for statements on record near to a text, each text once.
func (c *checker) find(text string) ([]query.Found, error) {
	f := c.facts
	if all, ok := f.found[text]; ok {
		return all, nil
	}
	all, err := c.engine.Find(c.ctx, text, c.at, mostFound)
	all = slices.DeleteFunc(all, func(x query.Found) bool { return x.Doc == c.draft.Doc.ID })
	f.found[text] = all
	return all, err
}

const mostFound = 30

// page is the page of a proposition on record, nil where it is only the
// draft's.
func (c *checker) page(id string) (*query.PropositionPage, error) {
	f := c.facts
	if page, ok := f.matters[id]; ok {
		return page, nil
	}
	page, err := c.engine.Claim(c.ctx, id, c.at)
	if _, unknown := err.(*query.UnknownError); unknown {
		page, err = nil, nil
	}
	if page != nil {
		page.Stances = slices.DeleteFunc(page.Stances, func(s query.StanceRow) bool { return s.Row.Doc == c.draft.Doc.ID })
		if len(page.Stances) == 0 {
			page = nil
		}
	}
	f.matters[id] = page
	return page, err
}

// mattersOf are the propositions on record that a statement of the draft takes
// a stance on, and those that words near to its own are on.
func (c *checker) mattersOf(st *readout.Statement, text string) (all []*query.PropositionPage, err error) {
	var ids []string
	if st != nil {
		for _, s := range c.stances(st.ID) {
			ids = append(ids, s.Proposition)
		}
	}
	found, err := c.find(text)
	if err != nil {
		return nil, err
	}
	for _, x := range found {
		l := c.facts.like(text, contentOf(x))
		near := l.plain() || l.shared >= 4 && min(l.of, l.back) >= 0.55
		if near && c.facts.sameNumbers(text, contentOf(x)) {
			for _, s := range x.Stances {
				ids = append(ids, s.Proposition)
			}
		}
	}
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			continue
		}
		page, err := c.page(id)
		if err != nil {
			return nil, err
		}
		if page != nil {
			all = append(all, page)
		}
	}
	return all, nil
}

func contentOf(x query.Found) string { return cmp.Or(x.Statement.ContentText(), x.Statement.Span.Text) }

// odd reports whether a text is turned round by its negations.
func (f *facts) odd(text string) bool { return f.count(lower(text), "negation")%2 == 1 }

// same reports whether two ids are of one party, or of parties one of which may
// be named for the other: by what the ledger knows, or where one name is the
// end of the other.
func (c *checker) same(a, b string) (bool, error) {
	if a == "" || b == "" {
		return false, nil
	}
	if tied, err := c.near(a, b); tied || err != nil {
		return tied, err
	}
	p, err := c.party(a)
	if err != nil {
		return false, err
	}
	q, err := c.party(b)
	return named(p, q), err
}

func named(p, q readout.Party) bool {
	if p.Kind == readout.Unnamed || q.Kind == readout.Unnamed {
		return false
	}
	for _, a := range append([]string{p.Name}, p.Aliases...) {
		for _, b := range append([]string{q.Name}, q.Aliases...) {
			if a != "" && b != "" && (endsWith(a, b) || endsWith(b, a)) {
				return true
			}
		}
	}
	return false
}

// endsWith reports that the last words of a name are another, or that it begins
// with it ("Orrin Hydro" and "Orrin").
func endsWith(long, short string) bool {
	l, s := lower(long), lower(short)
	if len(s) == 0 || len(s) > len(l) {
		return false
	}
	return slices.Equal(l[len(l)-len(s):], s) || slices.Equal(l[:len(s)], s)
}

// anyOf reports whether a party is the same as any of a list.
func (c *checker) anyOf(party string, list []string) (bool, error) {
	for _, other := range list {
		if is, err := c.same(party, other); is || err != nil {
			return is, err
		}
	}
	return false, nil
}

// who names a row's speaker, else its outlet.
func who(r query.Row) string {
	for _, name := range []string{r.SpeakerName, r.Source, r.Outlet} {
		if name != "" {
			return name
		}
	}
	return "a report"
}

// on is the day of a row in words, with a blank before it.
func on(r query.Row) string {
	for _, d := range []*readout.Date{r.Said, r.Published} {
		if d.Known() && len(d.Value) == len("2006-01-02") {
			return ", " + d.Value
		}
	}
	return ""
}

// enumerated joins words as a sentence does.
func enumerated(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
