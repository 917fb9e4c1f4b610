package segment

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// listed is the class of a line that the language's lists know. A long line is
// text, whatever it begins with, unless it is a credit or a row of titles.
func (c *classifier) listed(s string) readout.Class {
	class, found := c.lists[s]
	if !found {
		class = c.inLists(s)
		c.lists[s] = class
	}
	return class
}

func (c *classifier) inLists(s string) readout.Class {
	bare := strings.TrimLeft(s, "*_-–—•>#[(\" ")
	low := strings.ToLower(bare)
	words := len(strings.Fields(s))
	switch {
	case c.page.holds("rights", s):
		return readout.Credit
	case c.page.holds("box", s):
		return readout.Promo
	}
	said := strings.ContainsAny(s[:min(len(s), 3)], "\"“‘«")
	for _, b := range c.l.Boilerplate {
		switch {
		case said && b.Place == 0: // "You can listen to the sea here," said Holt
		case words > lineMax(b):
		case words > 12 && b.Place == 0 && len(b.Phrase) < 8 && b.Class != readout.Caption && b.Class != readout.Promo && !(strings.HasSuffix(b.Phrase, ":") && !ended(s)):
		case b.Class == readout.Credit && b.Phrase == "via" && words > 5:
		case b.Place == '~' && b.Class == readout.Promo && c.tells(s): // the minister told the bulletin's readers
		case b.Place == '+' && heads(bare, b.Phrase), b.Place != '+' && matches(low, b):
			return b.Class
		}
	}
	return ""
}

// lineMax is how many words a line that a phrase marks has at most.
func lineMax(b lang.Boilerplate) int {
	switch {
	case b.Place == '+':
		return math.MaxInt
	case b.Class == readout.Credit && b.Place == 0 && strings.Count(b.Phrase, " ") > 2:
		return 60 // EXAMPLE "A version of this article stands on page 4 of ..."
	}
	return 30
}

func matches(low string, b lang.Boilerplate) bool {
	switch b.Place {
	case '~':
		return strings.Contains(low, b.Phrase)
	case '.':
		low = strings.TrimRight(low, "!*_ ")
		return strings.HasSuffix(low, b.Phrase) || strings.HasSuffix(b.Phrase, ")") && strings.HasSuffix(strings.TrimRight(low, "."), b.Phrase)
	}
	return strings.HasPrefix(low, b.Phrase) && !cutsWord(low, b.Phrase)
}

// heads reports that a phrase opens a line and a title follows: "Related stories
// Harbour fees rise".
func heads(s, phrase string) bool {
	if len(s) < len(phrase) || !strings.EqualFold(s[:len(phrase)], phrase) || cutsWord(s, phrase) {
		return false
	}
	rest := strings.TrimLeft(s[len(phrase):], " :|–—-\"“‘'")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsUpper(r) || unicode.IsDigit(r)
}

// cutsWord reports that a phrase ends in the midst of a word of the line that it
// begins.
func cutsWord(s, phrase string) bool {
	next, _ := utf8.DecodeRuneInString(s[len(phrase):])
	last, _ := utf8.DecodeLastRuneInString(phrase)
	return unicode.IsLetter(last) && unicode.IsLetter(next)
}

// tells reports a sentence with a verb of saying in which the paper does not
// speak to its readers.
func (c *classifier) tells(s string) bool {
	return ended(s) && !second.MatchString(s) && !own(s) && (strings.ContainsAny(s, "\"“«") || c.verbal(s))
}
