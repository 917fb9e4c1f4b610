package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// headClass is the class of a line on top of the text.
func (c *classifier) headClass(i int, s string) readout.Class {
	words := strings.Fields(s)
	switch {
	case !worded(s):
		return readout.Body // a rule
	case placed.MatchString(s) && !weekdayFirst.MatchString(s) && c.capitalised(strings.Fields(s[:strings.IndexByte(s, ',')])):
		return readout.Dateline
	case station.MatchString(s):
		return readout.Dateline
	case dated(s), c.outlet != "" && strings.EqualFold(s, c.outlet), recast.MatchString(s), len(words) < 3 && c.page.is("section", s), c.trail(s):
		return readout.Metadata
	case c.byline(i, s):
		return readout.Byline
	case i > 0 && i+1 == c.head && len(words) < 7 && strings.ToUpper(s) == s && !ended(s) && c.headed():
		return readout.Dateline
	case ended(s) && capitalDateline(s) > 0:
		return readout.Body
	case len(words) <= 40 && (!ended(s) || c.prose(i)) && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, ","),
		ended(s) && !strings.ContainsRune(".…", lastRune(strings.TrimRight(s, "\"”’'») "))) && !c.spoken(s):
		return readout.Headline
	}
	return readout.Body
}

// trail reports the way to a page through the parts of a paper: "Home > World >
// Velm", "AFRICA | ENERGY".
func (c *classifier) trail(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|>»›/", r) })
	for _, part := range parts {
		if words := strings.Fields(part); len(words) == 0 || len(words) > 3 || strings.ContainsAny(part, "0123456789.,") {
			return false
		}
	}
	return len(parts) > 2 || len(parts) == 2 && (strings.ToUpper(s) == s || c.page.is("section", parts[0]))
}

// worded reports a line with a letter or a digit in it.
func worded(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// headed reports that a headline has been found.
func (c *classifier) headed() bool {
	for _, b := range c.out {
		if b.Class == readout.Headline {
			return true
		}
	}
	return false
}

var (
	// EXAMPLE "# The list" · "## What he says"
	heading = regexp.MustCompile(`^#{1,6} `)
	bullet  = regexp.MustCompile(`^[*•] `)
	// EXAMPLE "LENDWICK, OCT. 14" · "Lendwick, 3 March", alone on its line
	placed = regexp.MustCompile(`^\p{Lu}[\p{L} .'’/-]{2,40}, ?` + day + `$`)
	// EXAMPLE "Port Velm, Lestria CNC —", alone on its line
	station      = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.’' -]{1,30}(?:, \p{Lu}[\p{L}. ]{2,25})? )?\p{Lu}{2,5}(?: \p{Lu}\p{Ll}+)? ?[—–]$`)
	weekdayFirst = regexp.MustCompile(`^` + weekday + `\b`)
	// EXAMPLE "(Adds minister's reply, paragraph 4)"
	recast = regexp.MustCompile(`^\((?i:recasts|adds|updates|updated|refiles|repeats|corrects|removes|changes|clarifies|rewrites|writes through|fixes)\b.*\)$`)
)

var (
	// EXAMPLE "By Ana Ruiz" · "EXCLUSIVE by Ana Ruiz, Chief Reporter" · "From our correspondent" · "Interview: Ana Ruiz"
	bylineForm = regexp.MustCompile(`^(?:(?i:(?:(?:an?|the|and|special|exclusive|story|text|words|photos?|photographs?|pictures?|reports?|reporting|analysis|interview|commentary|comment|opinion|review|essay|notes?|dispatch|column|video|compiled|written)\s+)*by)\s+\p{Lu}|(?i:from|by) (?i:our|a|staff)\s|From \p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}.’'-]+ in \p{Lu}|(?i:our|special|staff|foreign|political|diplomatic) (?i:\p{L}+ )?(?i:correspondent|reporter|writer)$|(?i:interview|report|words|story|text|photographs?|analysis): ?\p{Lu}|(?i:(?:rolling|live) (?:coverage|updates|reporting) (?:with|by|from)) \p{Lu})`)
	// EXAMPLE "Ana Ruiz, Health Editor" · "Ana Ruiz and Bo Lee | Lendwick bureau"
	bylineRole = regexp.MustCompile(`^\p{Lu}[\p{L}.’'-]*(?: (?:(?:and|de|van|von|der|al|bin|da|dos|el) )?\p{Lu}[\p{L}.’'-]*){1,7}(?: ?[|·–—-] ?|, )(?:[\p{L}’'&-]+ ){0,4}(?i:editor|correspondent|reporter|writer|columnist|bureau|desk|staff|critic|analyst|chief|contributor|newsroom|photographer)(?:,? (?:in|at) [\p{L} ]+)?$`)
	// EXAMPLE "Central Europe correspondent", alone under a name
	roleAlone = regexp.MustCompile(`^(?:\p{L}[\p{L}’'&-]* ){0,4}(?i:editor|correspondent|reporter|columnist|critic|contributor)$`)
	// EXAMPLE "ana@lendwick.example" · "@anaruiz"
	address = regexp.MustCompile(`^\S+@\S+\.\p{L}{2,}$|^@\w{2,30}$`)
)

// places joins the names of a byline: "Ana Ruiz in Velm and Jo Holt in Lendwick".
var bylinePlace = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]+ (?:[\p{L}.'’-]+ )*\p{Lu}[\p{L}.'’-]+ (?:in|at) \p{Lu}`)

// signed reports a line that says who wrote the report.
func (c *classifier) signed(s string) bool {
	s = strings.Trim(s, "*_ ")
	words := strings.Fields(s)
	if len(words) > 16 || ended(s) && !bylineForm.MatchString(s) || strings.ContainsAny(s, "?!") {
		return false
	}
	return bylineForm.MatchString(s) || bylineRole.MatchString(s) || address.MatchString(s) || bylinePlace.MatchString(s) && c.capitalised(words)
}

// byline is a line that is signed, or two to four capitalised words alone near
// the top. Behind the text only the plain forms are.
func (c *classifier) byline(i int, s string) bool {
	if c.signed(s) && (!ended(s) || i < c.head) {
		return i < c.head || i >= c.tail
	}
	if i < c.head && i > 0 && roleAlone.MatchString(s) && (c.signedAbove() || dated(c.line(i+1))) {
		return true
	}
	return i < c.head && (c.headed() || i+1 == c.head) && !ended(s) && !strings.ContainsAny(s, ":?!") && c.names(s)
}

// signedAbove reports that the line above is a byline.
func (c *classifier) signedAbove() bool {
	n := len(c.out)
	return n > 0 && c.out[n-1].Class == readout.Byline
}

// names reports a line of nothing but names: "Ana Ruiz", "Ana Ruiz, Bo Lee and
// Eda van Holt".
func (c *classifier) names(s string) bool {
	for _, name := range joint.Split(s, -1) {
		words := strings.Fields(whereabouts.ReplaceAllString(name, ""))
		if len(words) < 2 || len(words) > 4 {
			return false
		}
		for n, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			if particle[w] && n > 0 && n+1 < len(words) {
				continue
			}
			_, common := c.l.Classes[strings.ToLower(w)]
			if !unicode.IsUpper(r) || common || strings.ToUpper(w) == w && len(w) > 3 || c.lowerElsewhere(w) {
				return false
			}
		}
	}
	return true
}

// EXAMPLE "Ana Ruiz in Velm" · "Ana Ruiz (Lendwick)" · "Ana Ruiz reporting from Velm"
var whereabouts = regexp.MustCompile(` (?:in|at|for|reporting from|reports from) (?:the )?\p{Lu}[\p{L} .'’-]*$| \([\p{L} ]+\)$`)

var joint = regexp.MustCompile(`,? (?:and|&) |, | \| | / `)

var particle = map[string]bool{"de": true, "van": true, "von": true, "der": true, "den": true, "al": true, "bin": true, "da": true, "dos": true, "el": true, "la": true, "di": true, "y": true}

// capitalised reports that all words but those that join names are.
func (c *classifier) capitalised(words []string) bool {
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "in" && w != "and" && w != "at" && w != "for" && w != "of" && w != "the" {
			return false
		}
	}
	return true
}

// lowerElsewhere reports that a capitalised word also stands in the text in
// lower case: it is a common word, not a name.
func (c *classifier) lowerElsewhere(w string) bool {
	if c.lower == nil {
		c.lower = map[string]bool{}
		for _, w := range strings.Fields(c.text) {
			c.lower[w] = true
		}
	}
	return c.lower[strings.ToLower(strings.Trim(w, ",.;"))]
}
