package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
