package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// Running text ends as sentences do. A line in its midst that does not is no
// paragraph of it but a crosshead, or the words under a picture that nothing
// marks; a paragraph whose last stop was forgotten has others, or a quotation.

var (
	// EXAMPLE "– Cranes stand still –"
	ruled = regexp.MustCompile(`^[–—-] ?\S[^.!?–—]*(?:[.!?][^.!?–—]*)?\S ?[–—-]$`)
	// EXAMPLE "[How the harbour silted up]"
	bracketedTitle = regexp.MustCompile(`^\[ ?[^\[\].]+[^\[\].!] ?\]$`)
	// EXAMPLE "1. The keys of both gates", an item of a list
	item = regexp.MustCompile(`^(?:[-–—*•·▪●]|\(?(?:\d{1,2}|\p{Ll})[.)] )`)
	// EXAMPLE "Brandal: We have money"
	announced = regexp.MustCompile(`^(?:\S+ ){0,3}\S+: `)
	// EXAMPLE "... was shut.The owner", two sentences without a space
	joined = regexp.MustCompile(`\p{Ll}[.!?]["”’]?\p{Lu}`)
	// EXAMPLE "closed", "lying"
	verbEnd = regexp.MustCompile(`^\p{Ll}{2,}(?:ed|ing)$`)
)

// stray is the class of a line in the midst of the text that is no sentence;
// "" where it may be one.
func (c *classifier) stray(i int, s string) readout.Class {
	words := strings.Fields(s)
	if ended(s) || !c.stopped() || strings.ContainsRune(":;,-–—", lastRune(s)) || item.MatchString(s) || c.broken(i) || c.inList(i) {
		return ""
	}
	switch short := len(words) < 8 || len(words) < 14 && announced.MatchString(s) || len(words) < 12 && !c.clause(words); {
	case short && c.above(i):
		return readout.Headline
	case c.row(i):
		return readout.Link
	case !short && c.bare(s):
		return readout.Caption
	}
	return ""
}

// below reports a title under a line that announces such: "Read more:".
func (c *classifier) below(i int) bool {
	for k := i - 1; k >= max(c.head, i-reachBack) && !ended(c.at(k)); k-- {
		if s := c.at(k); len(strings.Fields(s)) < 5 && (c.listed(s) == readout.Link || c.listed(s) == readout.Promo && strings.HasSuffix(s, ":")) {
			return true
		}
	}
	return false
}

// row reports one of many short lines, none of which ends as a sentence does:
// the titles of other pieces.
func (c *classifier) row(i int) bool {
	first, last, words := i, i, 0
	for first > max(0, i-reachBack) && !ended(c.at(first-1)) {
		first--
	}
	for last+1 < min(len(c.paras), i+reachBack) && !ended(c.at(last+1)) {
		last++
	}
	for k := first; k <= last; k++ {
		if c.caption(k, c.at(k)) || c.page.is("picture", c.at(k)) {
			return false
		}
		words += len(strings.Fields(c.at(k)))
	}
	return last-first > 4 && words < 11*(last-first+1)
}

// bare reports words under a picture that nothing marks: no more than a
// sentence, or two where the report has several such lines.
func (c *classifier) bare(s string) bool {
	stops := sentences(s) + len(joined.FindAllString(s, 2))
	return len(strings.Fields(s)) <= 36 && !strings.ContainsAny(s[:1]+s[len(s)-1:], "\"") && !strings.HasPrefix(s, "“") && lastRune(s) != '”' &&
		(stops == 0 || stops == 1 && c.stopless > 2)
}

// broken reports a line in the midst of a sentence, which goes on in the next
// or has begun in the one before.
func (c *classifier) broken(i int) bool {
	return startsLow(c.at(i)) || startsLow(c.line(i+1))
}

func startsLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// reachBack is how many lines around one are looked at for a list that it is in.
const reachBack = 30

// inList reports an item of a list: the lines before it that do not end as
// sentences go back to one that ends with a colon, or end with commas.
func (c *classifier) inList(i int) bool {
	for k := i - 1; k >= max(0, i-reachBack); k-- {
		s := c.at(k)
		if strings.ContainsRune(":;,", lastRune(s)) {
			return true
		}
		if ended(s) {
			return false
		}
	}
	return false
}

// above reports that running text stands below line i.
func (c *classifier) above(i int) bool {
	return i+1 < len(c.paras) && (ended(c.at(i+1)) || strings.HasSuffix(c.at(i+1), ":"))
}

// clause reports words with a verb among them, as far as lists and endings
// tell.
func (c *classifier) clause(words []string) bool {
	for _, w := range words[1:] {
		class := c.l.Classes[strings.ToLower(w)]
		if class == readout.Auxiliary || class == readout.Verb || len(c.l.Forms[w]) > 0 || class == readout.Other && verbEnd.MatchString(w) {
			return true
		}
	}
	return false
}

// stopped reports a text most of whose paragraphs end as sentences do, if the
// words under pictures are not counted.
func (c *classifier) stopped() bool {
	if c.stops == nil {
		ends, long := 0, 0
		for i := range c.paras {
			if s := c.at(i); len(strings.Fields(s)) > 7 {
				long++
				if ended(s) {
					ends++
				}
			}
		}
		stops := ends > 2 && ends*5 >= long*2
		c.stops, c.stopless = &stops, long-ends
	}
	return *c.stops
}
