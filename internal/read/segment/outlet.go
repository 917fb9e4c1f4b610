package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/lang"
)

// named finds an outlet that no list knows by the words around its name:
// "our neighbours at the Jornal das Ilhas", "from the Velm Dagsblad (our
// translation)".
var named = regexp.MustCompile(`(?:(?:[Ff]riends|[Cc]olleagues|[Nn]eighbours|[Nn]eighbors|partners|people) (?:at|from|of)|broadcast by|printed (?:by|in)|published (?:by|in)|^ ?From|[Hh]ere(?: is|’s|'s) (?:how|what)|(?:broadcaster|agency|daily|weekly|newspaper|paper|website|channel|station|portal|outlet|newsletter|magazine)) (?:the )?(\p{Lu}[\p{L}’'-]*(?: (?:(?:das|dos|de|da|del|di|of|the|und|et|y) )?\p{Lu}[\p{L}’'-]*){0,4})`)

// relayed finds the name of an outlet or agency in a marker sentence.
func (c *classifier) relayed(s string) string {
	if of := c.outletIn(s); of != "" {
		return of
	}
	if m := named.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// outletIn is the outlet or agency that a sentence names by a name of the list
// or of the form of such names, or "".
func (c *classifier) outletIn(s string) string {
	best := ""
	for name := range c.l.Agencies {
		longer := len(name) > len(best) || len(name) == len(best) && name < best
		if i := strings.Index(s, name); i >= 0 && wordAt(s, i, len(name)) && longer {
			best = name
		}
	}
	if best != "" {
		return c.l.Agencies[best]
	}
	words := strings.Fields(s)
	for i, w := range words {
		w = strings.Trim(w, ",.:;'’\"“”")
		if c.page.is("station", w) && i+1 < len(words) && unicode.IsUpper([]rune(words[i+1])[0]) {
			return fullName(words, i+1)
		}
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

// media reports a name in the list of agencies, or with a word of newspapers
// and broadcasters in it.
func (c *classifier) media(name string) bool {
	if c.l.Agencies[name] != "" || compound(name, c.l) != "" {
		return true
	}
	for _, w := range strings.Fields(name) {
		if c.l.MediaWords[w] {
			return true
		}
	}
	return false
}

// fullName is the run of capitalised words around word i.
func fullName(words []string, i int) string {
	clean := func(k int) string { return strings.Trim(words[k], ",.:;'’\"“”") }
	upper := func(k int) bool {
		r, _ := utf8.DecodeRuneInString(clean(k))
		return unicode.IsUpper(r)
	}
	from, to := max(i-1, 0), i+1
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
