package segment

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// EXAMPLE "LENDWICK, March 3 (Northwire) - " · "LENDWICK/VELM (Northwire) — " · "PORT VELM and LENDWICK — "
	datelineForm = regexp.MustCompile(`^[\p{Lu}][\p{Lu}.’'/ -]{2,40}(?: (?:and|&) [\p{Lu}.’'/ -]{3,30})?(?:, ?[\p{L} .]{2,25})?(?:,? ?\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} \p{L}{3,9}(?: \d{4})?)? ?(?:\([\p{L}\d ./]{2,40}\))? ?(?:--|[—–|•_]|- | -) ?`)
	// EXAMPLE "LENDWICK, March 3. /NORTHWIRE/. "
	datelineSlash = regexp.MustCompile(`^\p{Lu}[\p{Lu} .’'-]{2,30}, ` + day + `\.? ?/[^/\n]{2,40}/[.,]?`)
	// EXAMPLE "Lendwick, June 4 – " · "Lendwick, 4 June (Northwire):" · "Lendwick, Tuesday —"
	datelineDay = regexp.MustCompile(`^\p{Lu}[\p{L}.’'/ -]{2,40}, ?(?:` + day + `|` + weekday + `)(?: ?\([\p{L} ./]{2,40}\))? ?(?:--|[—–:-])`)
	// EXAMPLE "Lendwick (Northwire) — "
	datelineWire = regexp.MustCompile(`^\p{Lu}[\p{L}.’'/ -]{2,40} ?\(([\p{L} ./]{2,40})\) ?(?:--|[—–-])`)
	// EXAMPLE "LENDWICK: The port ..." · "LENDWICK, Velm, 4 June: The port ..."
	datelineColon = regexp.MustCompile(`^\p{Lu}[\p{Lu}.’' -]{2,30}(?:, \p{Lu}[\p{L}.]+)?:`)
	// EXAMPLE "Lendwick — The port ..."
	datelineDash = regexp.MustCompile(`^\p{Lu}\p{Ll}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2} ?(?:--|—) ?`)
)

// dateline gives the length of the dateline that paragraph i begins with. The
// forms that other things have too count on top of the text only.
func (c *classifier) dateline(i int) int {
	s := c.at(i)
	if n := capitalDateline(s); n > 0 {
		return n
	}
	if m := datelineSlash.FindString(s); m != "" && len(m) < len(s) {
		return len(m)
	}
	if m := datelineDay.FindString(s); m != "" && len(m) < len(s) && c.placed(m) {
		return len(m)
	}
	if m := datelineWire.FindStringSubmatch(s); m != nil && len(m[0]) < len(s) && (c.media(m[1]) || c.outlet == m[1]) {
		return len(m[0])
	}
	if i != c.head {
		return 0
	}
	if m := datelineColon.FindString(s); m != "" && !c.page.is("not-place", strings.Trim(m, ": ")) && strings.Count(c.text, m) == 1 && opens(s[len(m):]) {
		return len(m)
	}
	if m := datelineDash.FindString(s); m != "" && opens(s[len(m):]) && !c.lowerElsewhere(strings.Fields(m)[0]) {
		if _, common := c.l.Classes[strings.ToLower(strings.Fields(m)[0])]; !common {
			return len(strings.TrimRight(m, " "))
		}
	}
	return 0
}

// placed reports that what stands before the comma is a name.
func (c *classifier) placed(s string) bool {
	place, _, _ := strings.Cut(s, ",")
	return c.capitalised(strings.Fields(place)) && !c.lowerElsewhere(strings.Fields(place)[0])
}

// opens reports that a sentence begins here.
func opens(s string) bool {
	s = strings.TrimLeft(s, " \"“‘«")
	return s != "" && unicode.IsUpper([]rune(s[:min(len(s), 4)])[0])
}

func capitalDateline(s string) int {
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
