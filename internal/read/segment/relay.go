package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

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
