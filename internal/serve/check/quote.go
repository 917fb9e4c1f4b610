package check

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// quotation is a stretch of the draft in quotation marks. Parts are what stands
// between marked cuts and brackets, Sources the reports that may have it.
type quotation struct {
	said     readout.Statement
	speaker  string
	at       readout.Span
	tokens   []token
	parts    [][]token
	sources  []*query.Source
	passages []*passage
	best     *closest // of the passages, once it was looked for
}

// hit is a stretch of a passage.
type hit struct {
	*passage
	from, to int
}

func (h hit) witnesses() []query.Told { return h.of(h.from, h.to) }

const (
	fewSources = 12   // reports that are looked at for a quotation
	nearOwn    = 0.6  // how near words of the same speaker are the same words altered
	nearOther  = 0.8  // and words of another
	nearBrief  = 0.39 // and few words of the same speaker, of which one is on record
	fewTokens  = 5    // words of a quotation of which one tells where it is from
	shortest   = 2    // words of a quotation of which something is said
)

// quotes finds what is wrong with the words in quotation marks. Of a quotation
// that is on record word for word, only that witnesses differ.
func quotes(c *checker) (all []Finding, err error) {
	qs, err := c.quotations()
	for _, q := range qs {
		f, err := c.quote(q)
		if err != nil {
			return nil, err
		}
		if f != nil {
			all = append(all, *f)
		}
	}
	return all, err
}

func (c *checker) quote(q *quotation) (*Finding, error) {
	if exact := q.exact(); len(exact) > 0 {
		return q.variant(exact), nil
	}
	if len(q.tokens) < shortest || q.verbatim() || q.title() {
		return nil, nil
	}
	if f := q.merged(); f != nil {
		return f, nil
	}
	if near := q.nearest(); near.hit != nil {
		same, err := c.near(q.speaker, near.who())
		if err != nil {
			return nil, err
		}
		if near.near >= nearOther || same && (near.near >= nearOwn || q.brief(near)) {
			return q.altered(near), nil
		}
	}
	return q.unknown(), nil
}

// quotations lists those of the draft, each once: of a quotation within
// another's the inner speaker's.
func (c *checker) quotations() (all []*quotation, err error) {
	if c.quoted != nil {
		return c.quoted, nil
	}
	text, seen := c.draft.Doc.Text, map[readout.Range]int{}
	for _, s := range c.draft.Rec.Statements {
		for _, r := range pieces(text, &s) {
			q := &quotation{said: s, speaker: c.speaker(s), tokens: tokens(text, r)}
			for _, part := range cuts(text, r) {
				q.parts = append(q.parts, tokens(text, part))
			}
			if q.at, err = c.draft.Doc.Span(r); err != nil {
				return nil, err
			}
			if at, ok := seen[r]; ok {
				if s.Parent != "" && all[at].said.Parent == "" {
					all[at] = q
				}
				continue
			}
			seen[r] = len(all)
			all = append(all, q)
		}
	}
	for _, q := range all {
		if err := c.gather(q); err != nil {
			return nil, err
		}
	}
	c.quoted = all
	return all, nil
}

// gather finds the reports that may have a quotation.
func (c *checker) gather(q *quotation) error {
	words := q.at.Text
	if q.said.Mode == readout.Direct {
		words = q.said.ContentText()
	}
	docs, err := c.likely(words)
	if err != nil {
		return err
	}
	for _, doc := range docs {
		s, err := c.source(doc)
		if err != nil {
			return err
		}
		q.sources = append(q.sources, s)
		if len(q.sources) <= fewSources {
			q.passages = append(q.passages, c.passages[doc]...)
		}
	}
	return nil
}

// likely lists the reports that may have words, the draft itself left out. It
// asks once for the same words.
func (c *checker) likely(words string) ([]string, error) {
	if docs, ok := c.asked[words]; ok {
		return docs, nil
	}
	docs, err := c.engine.Likely(c.ctx, words, c.at)
	docs = slices.DeleteFunc(docs, func(d string) bool { return d == c.draft.Doc.ID })
	if c.asked == nil {
		c.asked = map[string][]string{}
	}
	c.asked[words] = docs
	return docs, err
}

// source is a report, which is loaded once.
func (c *checker) source(doc string) (*query.Source, error) {
	if s, ok := c.sources[doc]; ok {
		return s, nil
	}
	s, err := c.engine.Source(c.ctx, doc, c.at)
	if err != nil {
		return nil, err
	}
	if c.sources == nil {
		c.sources, c.passages = map[string]*query.Source{}, map[string][]*passage{}
	}
	c.sources[doc], c.passages[doc] = s, passages(s)
	return s, nil
}

// exact gives where the words stand word for word, every part of them in what
// one speaker says.
func (q *quotation) exact() (all []hit) {
	var of []string // speakers who have every part so far
	for i, part := range q.parts {
		var here []string
		for _, h := range find(q.passages, part) {
			if i == 0 || slices.Contains(of, h.who()) {
				here = append(here, h.who())
				all = append(all, h)
			}
		}
		of = here
		all = slices.DeleteFunc(all, func(h hit) bool { return !slices.Contains(of, h.who()) })
	}
	return all
}

func find(in []*passage, words []token) (all []hit) {
	for _, p := range in {
		for _, at := range p.find(words) {
			all = append(all, hit{p, at, at + len(words)})
		}
	}
	return all
}

// verbatim reports whether every part stands somewhere in a report, in whatever
// it was read as.
func (q *quotation) verbatim() bool {
	return !slices.ContainsFunc(q.parts, func(part []token) bool {
		want := folded(part)
		return !slices.ContainsFunc(q.sources, func(s *query.Source) bool { return stands(s.Doc.Text, want) })
	})
}

// stands reports whether folded words stand in a text, over no mark of a cut.
func stands(text, words string) bool {
	for _, part := range strings.Split(strings.ReplaceAll(text, "...", "…"), "…") {
		if strings.Contains(" "+strings.Join(query.Fold(part), " ")+" ", words) {
			return true
		}
	}
	return false
}

func folded(words []token) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(" " + w.fold)
	}
	return b.String() + " "
}

// title reports whether every word that carries meaning begins with a capital:
// a name, which nobody need have said.
func (q *quotation) title() bool {
	words := strings.Fields(q.at.Text)
	return q.said.Mode == readout.Mixed && len(words) <= 5 && !slices.ContainsFunc(words, func(w string) bool {
		return w == strings.ToLower(w) && query.Carries(query.Fold(w)) > 0
	})
}

// closest is the stretch of words on record that is nearest to some words, how
// these became those, and how near they are; no stretch where none is near.
type closest struct {
	*hit
	edits []query.Edit
	near  float64
}

// nearest is that of the part of a quotation that is the farthest from all on
// record.
func (q *quotation) nearest() closest {
	if q.best != nil {
		return *q.best
	}
	var best closest
	for _, part := range q.parts {
		if len(find(q.passages, part)) > 0 {
			continue
		}
		if n := nearest(q.passages, part); best.hit == nil || n.hit != nil && n.near < best.near {
			best = n
		}
	}
	q.best = &best
	return best
}

func nearest(in []*passage, part []token) (best closest) {
	asked := folded(part)
	for _, p := range in {
		if e, n := query.Compare(asked, folded(p.tokens), true); n > best.near {
			h := p.locate(e)
			best = closest{&h, nil, n}
		}
	}
	if best.hit != nil {
		best.edits, _ = query.Compare(wording(part), wording(best.tokens[best.from:best.to]), true)
	}
	return best
}

// locate is where in a passage the words of a comparison stand.
func (p *passage) locate(edits []query.Edit) hit {
	var words []token
	for _, e := range edits {
		for _, w := range strings.Fields(e.Text) {
			words = append(words, token{fold: w})
		}
	}
	for _, at := range p.find(words) {
		return hit{p, at, at + len(words)}
	}
	return hit{p, 0, len(p.tokens)}
}

// brief reports whether a quotation of few words has one of those on record that
// carry meaning.
func (q *quotation) brief(by closest) bool {
	return len(q.tokens) <= fewTokens && by.near >= nearBrief && slices.ContainsFunc(by.edits, func(e query.Edit) bool {
		return e.Op == query.Same && query.Carries(query.Fold(e.Text)) > 0
	})
}

func (q *quotation) altered(by closest) *Finding {
	told := by.witnesses()
	reason := "The words in quotation marks differ from every witness; the nearest is in " + told[0].Outlet + "."
	return q.finding(QuoteAltered, level(q.said.Grade, told[0].Grade), reason, told, by.edits)
}

// unknown is the finding that nothing on record is like the words.
func (q *quotation) unknown() *Finding {
	return q.finding(QuoteUnknown, Question, "Nothing like these words is on record.", nil, nil)
}

func (q *quotation) finding(k Kind, l Level, reason string, told []query.Told, edits []query.Edit) *Finding {
	return &Finding{Kind: k, Level: l, At: q.at, Reason: reason, Witnesses: witnesses(told), Edits: edits}
}
