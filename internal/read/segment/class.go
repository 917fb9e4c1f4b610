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
	// EXAMPLE " date 2026-01-29 In a surprising ..." → a crawler's prefix
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

// headline is a Markdown heading, the document's title, or a short line
// without a final stop on top of longer text.
func (c *classifier) headline(i int, s string) bool {
	if heading.MatchString(s) || c.title != "" && strings.EqualFold(s, c.title) {
		return true
	}
	if c.bodySeen() || ended(s) || len(strings.Fields(s)) > 22 || strings.HasSuffix(s, ":") {
		return false
	}
	return len(strings.Fields(s)) >= 4 && c.longer(i, s) && !bylineForm.MatchString(s) && dateline(s) == 0 &&
		!(bylinePlace.MatchString(s) && c.capitalised(strings.Fields(s)))
}

// EXAMPLE "# The list" · "## What he says"
var heading = regexp.MustCompile(`^#{1,6} `)

// EXAMPLE "By Ana Ruiz" · "EXCLUSIVE by Ana Ruiz, Chief Reporter" · "From our correspondent" · "Interview: Ana Ruiz"
var bylineForm = regexp.MustCompile(`^(?:(?i:by|from|words by|report by|\p{L}+ by)\s+\p{Lu}|(?i:from our)\s|(?i:interview|report|words|story|text|photographs?|analysis): ?\p{Lu})`)

// places joins the names of a byline: "Ana Ruiz in Velm and Jo Holt in Lendwick".
var bylinePlace = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]+ (?:[\p{L}.'’-]+ )*\p{Lu}[\p{L}.'’-]+ (?:in|at) \p{Lu}`)

// byline is "By Ana Ruiz", or two to four capitalised words alone near the top.
func (c *classifier) byline(i int, s string) bool {
	words := strings.Fields(s)
	if len(words) > 14 || ended(s) || strings.ContainsAny(s, "?!") {
		return false
	}
	if bylineForm.MatchString(s) {
		return !c.bodySeen() || i+1 == len(c.paras)
	}
	if bylinePlace.MatchString(s) && !c.bodySeen() && c.capitalised(words) {
		return true
	}
	if strings.Contains(s, ":") {
		return false
	}
	if c.bodySeen() || len(words) < 2 || len(words) > 4 || !c.longer(i, s) {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		_, common := c.l.Classes[strings.ToLower(w)]
		if !unicode.IsUpper(r) || common || strings.ToUpper(w) == w && len(w) > 3 || c.lowerElsewhere(w) {
			return false
		}
	}
	return true
}

// capitalised reports that all words but those that join names are.
func (c *classifier) capitalised(words []string) bool {
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "in" && w != "and" && w != "at" && w != "for" {
			return false
		}
	}
	return true
}

// lowerElsewhere reports that a capitalised word also stands in the text in
// lower case: it is a common word, not a name.
func (c *classifier) lowerElsewhere(w string) bool {
	low := strings.ToLower(strings.Trim(w, ",.;"))
	return low != "" && strings.Contains(c.text, " "+low+" ")
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

// relay is the outlet whose text this paragraph reproduces, when the one
// before it ends by saying so: "Here is the Northwire report:".
func (c *classifier) relay(s string) string {
	for k := len(c.out) - 1; k >= 0; k-- {
		b := c.out[k]
		if b.Class == readout.Dateline {
			continue
		}
		if b.Class != readout.Body {
			return ""
		}
		prev := c.text[b.Start:b.End]
		if !strings.HasSuffix(prev, ":") {
			return ""
		}
		last := prev[strings.LastIndexAny(prev[:len(prev)-1], ".!?\n")+1:]
		return c.relayed(last)
	}
	return ""
}

var relayMarker = regexp.MustCompile(`(?i)\b(?:report|reports|reported|reporting|dispatch|bulletin|story|article|writes|wrote|carried|published|item)\b`)

// relayed finds the name of an outlet or agency in a marker sentence.
func (c *classifier) relayed(s string) string {
	if !relayMarker.MatchString(s) {
		return ""
	}
	longest := ""
	for name := range c.l.Agencies {
		longer := len(name) > len(longest) || len(name) == len(longest) && name < longest
		if i := strings.Index(s, name); i >= 0 && wordAt(s, i, len(name)) && longer {
			longest = name
		}
	}
	if longest != "" {
		return c.l.Agencies[longest]
	}
	words := strings.Fields(s)
	for i, w := range words {
		w = strings.Trim(w, ",.:;'’\"“”")
		if c.l.MediaWords[w] && i > 0 {
			if prev := strings.Trim(words[i-1], ",.:;"); prev != "" && unicode.IsUpper([]rune(prev)[0]) && !c.l.MediaWords[prev] {
				if _, common := c.l.Classes[strings.ToLower(prev)]; !common {
					return fullName(words, i)
				}
			}
		}
		if name := compound(w, c.l); name != "" {
			return name
		}
	}
	return ""
}

// fullName is the run of capitalised words around word i.
func fullName(words []string, i int) string {
	clean := func(k int) string { return strings.Trim(words[k], ",.:;'’\"“”") }
	upper := func(k int) bool {
		r, _ := utf8.DecodeRuneInString(clean(k))
		return unicode.IsUpper(r)
	}
	from, to := i-1, i+1
	for from > 1 && upper(from-1) {
		from--
	}
	for to < len(words) && upper(to) {
		to++
	}
	var name []string
	for k := from; k < to; k++ {
		name = append(name, clean(k))
	}
	return strings.Join(name, " ")
}

// compound is a name whose end is a media word: "Northwire", "Eastpress".
func compound(w string, l *lang.Language) string {
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return ""
	}
	for m := range l.MediaWords {
		if len(w) > len(m)+2 && strings.HasSuffix(w, strings.ToLower(m)) && len(m) > 3 {
			return w
		}
	}
	return ""
}

func wordAt(s string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// EXAMPLE "LENDWICK, March 3 (Northwire) - " · "LENDWICK (Northwire) — " · "PORT VELM — "
var datelineForm = regexp.MustCompile(`^[\p{Lu}][\p{Lu}.’' -]{2,30}(?:, ?[\p{L} .]{2,25})?(?:,? ?\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} \p{L}{3,9}(?: \d{4})?)? ?(?:\([\p{L} ./]{2,40}\))? ?(?:--|[—–-]) ?`)

// dateline gives the length of the dateline that a paragraph begins with.
func dateline(s string) int {
	m := datelineForm.FindString(s)
	if m == "" {
		return 0
	}
	place, _, _ := strings.Cut(strings.FieldsFunc(m, func(r rune) bool { return r == ',' || r == '(' || r == '—' || r == '–' })[0], " -")
	letters := 0
	for _, r := range place {
		if unicode.IsLower(r) {
			return 0
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	if letters < 3 {
		return 0
	}
	return len(strings.TrimRight(m, " "))
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
