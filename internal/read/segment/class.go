package segment

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// classifier decides the class of each paragraph from its form and neighbours.
type classifier struct {
	text       string
	title      string
	outlet     string
	l          *lang.Language
	paras      []readout.Range
	head, tail int // the paragraphs in front of the text, and the first behind it
	page       pageWords
	relays     []relay
	tagged     bool            // a line has announced topics
	lower      map[string]bool // the words of the text, see lowerElsewhere
	stops      *bool           // see stopped
	stopless   int             // paragraphs that do not end as sentences do
	out        []readout.Block

	captions map[int]bool             // what caption has found
	lists    map[string]readout.Class // what listed has found
}

func classify(doc *readout.Document, paras []readout.Range, l *lang.Language) []readout.Block {
	c := &classifier{text: doc.Text, title: strings.TrimSpace(doc.Title), outlet: strings.TrimSpace(doc.Outlet), l: l, page: pageWordsOf(l), paras: paras, captions: map[int]bool{}, lists: map[string]readout.Class{}}
	if len(paras) > 0 {
		paras = c.metadata(paras)
	}
	c.paras = paras
	c.head, c.tail = c.headEnd(), c.tailStart()
	for i := 0; i < len(paras); {
		i += c.paragraph(i)
	}
	c.reproduce()
	return c.out
}

func (c *classifier) add(r readout.Range, class readout.Class) {
	if r = trim(c.text, r); !r.Empty() {
		c.out = append(c.out, readout.Block{Range: r, Class: class})
	}
}

var (
	// EXAMPLE "date 2026-03-04 The port ..." → a crawler's prefix
	datePrefix = regexp.MustCompile(`^\s*(?i:date)[:\s]\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?(?:\s+|$)`)
	// EXAMPLE "Published: 4 March 2026" on the first lines of a file
	headerLine  = regexp.MustCompile(`^(?i:date|published|updated|outlet|source|publisher|title|url|author|lang|language|section|by line|byline|subject|from|sent):\s`)
	frontMatter = regexp.MustCompile(`^---[ \t]*\r?\n(?s:.*?)\n---[ \t]*(?:\r?\n|$)`)
)

// metadata takes front matter, header lines and a date prefix off the top.
func (c *classifier) metadata(paras []readout.Range) []readout.Range {
	if m := frontMatter.FindString(c.text); m != "" {
		c.add(readout.Range{Start: 0, End: len(m)}, readout.Metadata)
		for len(paras) > 0 && paras[0].Start < len(m) {
			paras = paras[1:]
		}
	}
	for len(paras) > 0 && headerLine.MatchString(c.text[paras[0].Start:paras[0].End]) {
		c.add(paras[0], readout.Metadata)
		paras = paras[1:]
	}
	if len(paras) == 0 {
		return paras
	}
	rest := c.text[paras[0].Start:paras[0].End]
	if m := datePrefix.FindString(rest); m != "" {
		c.add(readout.Range{Start: paras[0].Start, End: paras[0].Start + len(m)}, readout.Metadata)
		first := trim(c.text, readout.Range{Start: paras[0].Start + len(m), End: paras[0].End})
		paras = append([]readout.Range{first}, paras[1:]...)
		if first.Empty() {
			paras = paras[1:]
		}
	}
	return paras
}

// paragraph classes what begins with paragraph i and gives the number of
// paragraphs that it took; what stands in front of a body paragraph (a dateline)
// becomes a block of its own.
func (c *classifier) paragraph(i int) int {
	r := c.paras[i]
	if n := c.post(i); n > 0 {
		c.add(readout.Range{Start: r.Start, End: c.paras[i+n-1].End}, readout.Embed)
		return n
	}
	if c.signs(i) {
		return 1
	}
	if class := c.class(i); class != readout.Body {
		c.tagged = c.tagged || c.page.is("topics", c.at(i))
		if n := c.madeBy(c.at(i)); class == readout.Caption && n > 0 { // the name is no part of the sentence
			c.add(readout.Range{Start: r.Start, End: r.Start + n}, class)
			r.Start += n
		}
		c.add(r, class)
		return 1
	}
	if n := c.dateline(i); n > 0 {
		c.add(readout.Range{Start: r.Start, End: r.Start + n}, readout.Dateline)
		r.Start += n
	}
	c.add(r, readout.Body)
	if of, n := c.relay(i); of != "" {
		c.relays = append(c.relays, relay{of, i, i + n})
	}
	return 1
}

// class is the class of a paragraph that is one thing as a whole.
func (c *classifier) class(i int) readout.Class {
	s := c.at(i)
	if class := c.listed(s); class != "" {
		return class
	}
	signed := i < c.head && c.signed(s)
	switch {
	case c.page.is("topics", s):
		return readout.Metadata
	case c.page.is("button", s), counter.MatchString(s):
		return readout.Promo
	case c.page.is("picture", s), i >= c.head && i < c.tail && c.pictures(strings.Fields(s)...) == len(strings.Fields(s)):
		return readout.Caption
	case heading.MatchString(s), ruled.MatchString(s), c.title != "" && strings.EqualFold(s, c.title):
		return readout.Headline
	case !signed && c.caption(i, s):
		return readout.Caption
	}
	if class := noted(s); class != "" && !signed {
		return class
	}
	if i < c.head {
		return c.headClass(i, s)
	}
	if class := c.lastNote(i, s); class != "" {
		return class
	}
	switch {
	case c.byline(i, s):
		return readout.Byline
	case dated(s), endSign.MatchString(s):
		return readout.Metadata
	case bracketedTitle.MatchString(s) && len(strings.Fields(s)) > 3 && c.outletIn(s) == "", !ended(s) && c.below(i):
		return readout.Link
	case entry(s), shout(s) && len(strings.Fields(s)) < 6:
		return readout.Headline
	case shout(s):
		return readout.Link
	case i >= c.tail:
		return c.tailClass(s)
	case c.loose(i, s) && (len(strings.Fields(s)) < 5 || c.parted(i)):
		return readout.Headline
	case c.loose(i, s):
		return readout.Link
	}
	if class := c.stray(i, s); class != "" {
		return class
	}
	return readout.Body
}

// shout is a line in capitals: very short a heading, else a link to another
// piece.
func shout(s string) bool {
	words := len(strings.Fields(s))
	return words > 1 && words < 25 && (!ended(s) || words > 4) && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// EXAMPLE "-0-" · "(Ends)" · "###"
var endSign = regexp.MustCompile(`^(?:-0-|-30-|#{3}|\(?(?i:ends)\)?)$`)

// EXAMPLE "17.20 Full court will sit on Thursday": the title of an entry of a live page
var entryForm = regexp.MustCompile(`^\d{1,2}[.:]\d{2}(?: ?[AaPp][Mm])?\s+\P{Ll}`)

// entry reports the title of an entry.
func entry(s string) bool {
	return entryForm.MatchString(s) && !ended(s) && !strings.HasSuffix(s, ":") && len(strings.Fields(s)) <= 18
}

// loose is a line in the middle of the text that ends like a heading, in
// capitalised words: a link to another piece, or, very short, a heading.
func (c *classifier) loose(i int, s string) bool {
	words := len(strings.Fields(s))
	return !ended(s) && !strings.ContainsRune(":,", lastRune(s)) && i+1 < len(c.paras) && words > 1 && words <= 16 &&
		!strings.HasPrefix(s, "-") && !bullet.MatchString(s) && c.titleCase(s)
}

// parted reports that titles part the text: running text stands below line i, and
// below another like it. A single one is the title of another piece.
func (c *classifier) parted(i int) bool {
	others := 0
	for k := c.head; k < c.tail; k++ {
		if k != i && c.loose(k, c.at(k)) && c.above(k) {
			others++
		}
	}
	return others > 0 && c.above(i)
}

// ended reports that a line ends as a sentence does.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"”’'»)]* \u00a0")
	return s != "" && strings.ContainsRune(".!?…", lastRune(s))
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }
