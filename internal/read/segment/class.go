package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// classifier decides the class of each paragraph from its form and neighbours.
type classifier struct {
	text  string
	title string
	l     *lang.Language
	paras []readout.Range
	out   []readout.Block
}

func classify(doc *readout.Document, paras []readout.Range, l *lang.Language) []readout.Block {
	c := &classifier{text: doc.Text, title: strings.TrimSpace(doc.Title), l: l, paras: paras}
	if len(paras) > 0 {
		paras = c.metadata(paras)
	}
	c.paras = paras
	for i := range paras {
		c.paragraph(i)
	}
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
	headerLine  = regexp.MustCompile(`^(?i:date|published|updated|outlet|source|publisher|title|url|author|lang|language|section|by line|byline):\s`)
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

// paragraph classes paragraph i; what stands in front of a body paragraph (a
// dateline) becomes a block of its own.
func (c *classifier) paragraph(i int) {
	r := c.paras[i]
	s := c.text[r.Start:r.End]
	switch {
	case c.embed(s):
		c.add(r, readout.Embed)
	case c.listed(s) != "":
		c.add(r, c.listed(s))
	case c.headline(i, s):
		c.add(r, readout.Headline)
	case c.byline(i, s):
		c.add(r, readout.Byline)
	case c.shout(s):
		c.add(r, readout.Promo)
	case c.loose(i, s):
		c.add(r, readout.Link)
	default:
		if n := dateline(s); n > 0 {
			c.add(readout.Range{Start: r.Start, End: r.Start + n}, readout.Dateline)
			r.Start += n
		}
		if relayOf := c.relay(s); relayOf != "" {
			c.add(r, readout.Relay)
			c.out[len(c.out)-1].RelayOf = relayOf
			return
		}
		c.add(r, readout.Body)
	}
}

var (
	// EXAMPLE "... — Ana Ruiz (@anaruiz) March 3, 2026"
	embedTail = regexp.MustCompile(`[—–-]\s*[^()\n]{2,60}\(@\w+\)\s*\p{L}+ \d{1,2}, \d{4}\s*$`)
	// EXAMPLE "Ana Ruiz @anaruiz · Mar 3"; "@anaruiz, 3 March 2026:"
	embedHandle = regexp.MustCompile(`^(?:[^\n@“"]{0,60}\s)?@\w{2,30}\b[^\n“"]{0,40}\d`)
	picLink     = regexp.MustCompile(`\bpic\.\w+\.\w+/\w+`)
)

func (c *classifier) embed(s string) bool {
	return embedTail.MatchString(s) || picLink.MatchString(s) || embedHandle.MatchString(s) && len(s) < 600
}

// listed is the class of a line that the language's lists know. A long line is
// text, whatever it begins with, unless it is a credit.
func (c *classifier) listed(s string) readout.Class {
	low := strings.ToLower(strings.TrimLeft(s, "*_-–—•>#[(\" "))
	words := len(strings.Fields(s))
	for _, b := range c.l.Boilerplate {
		if words > 30 || words > 12 && b.Place == 0 && len(b.Phrase) < 8 && b.Class != readout.Caption && b.Class != readout.Promo {
			continue
		}
		if b.Class == readout.Credit && b.Phrase == "via" && words > 5 {
			continue
		}
		if matches(low, b) {
			return b.Class
		}
	}
	return ""
}

func matches(low string, b lang.Boilerplate) bool {
	switch b.Place {
	case '~':
		return strings.Contains(low, b.Phrase)
	case '.':
		return strings.HasSuffix(strings.TrimRight(low, ".!*_ "), b.Phrase)
	}
	if !strings.HasPrefix(low, b.Phrase) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(low[len(b.Phrase):])
	last, _ := utf8.DecodeLastRuneInString(b.Phrase)
	return !unicode.IsLetter(last) || !unicode.IsLetter(next)
}

// shout is a short line in capitals.
func (c *classifier) shout(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 9 || ended(s) || !c.bodySeen() {
		return false
	}
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// loose is a line in the middle of the text that ends like a heading, in
// capitalised words: a link to another piece.
func (c *classifier) loose(i int, s string) bool {
	if !c.bodySeen() || ended(s) || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") || i+1 == len(c.paras) {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 3 || len(words) > 16 || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "•") || strings.HasPrefix(s, "*") {
		return false
	}
	upper, content := 0, 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"“‘'("))
		if _, common := c.l.Classes[strings.ToLower(w)]; common {
			continue
		}
		content++
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			upper++
		}
	}
	return content > 1 && upper*10 >= content*9
}

func (c *classifier) bodySeen() bool {
	for _, b := range c.out {
		if b.Class == readout.Body || b.Class == readout.Relay {
			return true
		}
	}
	return false
}

// longer reports that a paragraph of running text follows.
func (c *classifier) longer(i int, s string) bool {
	for _, r := range c.paras[i+1:] {
		if next := c.text[r.Start:r.End]; ended(next) && len(next) > len(s) {
			return true
		}
	}
	return false
}

// ended reports that a line ends as a sentence does.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"”’'»)]* \u00a0")
	return s != "" && strings.ContainsRune(".!?…", lastRune(s))
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }
