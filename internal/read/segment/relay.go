package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// relay is another outlet's text in a report: paragraphs first up to last.
type relay struct {
	of          string
	first, last int
}

// relay finds whose text paragraph i reproduces, and how many paragraphs of it:
// the one before ends by saying so ("Here is the Northwire report:"), or it
// opens with the outlet in brackets ("[Radio Velm]").
func (c *classifier) relay(i int) (of string, n int) {
	s := c.at(i)
	if m := bracketed.FindStringSubmatch(s); m != nil && (c.media(m[1]) || i > 0 && strings.Contains(c.at(i-1), m[1])) {
		return m[1], c.reach(i, m[1], false)
	}
	if i == 0 || c.inRelay(i) || wholeQuote(s) {
		return "", 0
	}
	prev := strings.TrimRight(c.at(i-1), " *_")
	if !strings.HasSuffix(prev, ":") && !follows.MatchString(prev) {
		return "", 0
	}
	last := prev[strings.LastIndexAny(prev[:len(prev)-1], ".!?\n")+1:]
	if of = c.relayed(last); of == "" {
		return "", 0
	}
	return of, c.reach(i, of, inFull.MatchString(last))
}

var (
	// EXAMPLE "[Radio Velm] General Holt said ... [End of broadcast]"
	bracketed = regexp.MustCompile(`^\[(\p{Lu}[\p{L}\d .’'&-]{2,40})\]`)
	endMark   = regexp.MustCompile(`(?i)\[end(?:s| of [\p{L} ]+)?\][ .]*$|^\(?ends\)?$|^end of [\p{L} ]+$|^\* ?\* ?\*$|^-{3,}$`)
	// EXAMPLE "The news, as broadcast by Radio Velm, ran as follows."
	follows = regexp.MustCompile(`(?i)\bas follows\.$|\bin full below\.$`)
	inFull  = regexp.MustCompile(`(?i)\b(?:in full|as follows|in translation|our translation|full text|reproduce|reprint|republish|here is|here's how)`)
)

// wholeQuote reports a paragraph that is nothing but a quotation: somebody's
// words that the outlet published, not the outlet's report.
func wholeQuote(s string) bool {
	for _, q := range []struct{ open, shut string }{{"“", "”"}, {"\"", "\""}, {"«", "»"}} {
		if rest, ok := strings.CutPrefix(s, q.open); ok {
			return !strings.Contains(strings.TrimSuffix(strings.TrimRight(rest, ". "), q.shut), q.shut)
		}
	}
	return false
}

// reach is how many paragraphs from i on are the other outlet's: up to a line
// that gives the source, a mark of the end, an entry or heading of the paper's
// own, or its own voice. Where nothing shows the end it is one, or, where the
// paper says that it prints the whole, all that are left.
func (c *classifier) reach(i int, of string, full bool) int {
	for n := i; n < len(c.paras); n++ {
		s := c.at(n)
		if endMark.MatchString(s) {
			return n + 1 - i
		}
		if n == i {
			continue
		}
		class := c.class(n)
		switch {
		case class == readout.Credit && strings.Contains(s, of), entryForm.MatchString(s), class == readout.Headline, c.own(s), aside(s):
			return n - i
		case class == readout.Credit || c.isPost(s) || postHead.MatchString(s):
			if full {
				return n - i
			}
			return 1
		case strings.Trim(s, "()[]—– -") == of:
			return n - i
		}
	}
	if full {
		return len(c.paras) - i
	}
	return 1
}

var ownWords = regexp.MustCompile(`(?:^|[^\p{L}’'])(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me|[Oo]urselves)(?:[^\p{L}]|$)`)

var quoted = regexp.MustCompile(`“[^”]*”|"[^"]*"|«[^»]*»|‘[^’]*’`)

// own reports a paragraph in which the paper speaks of itself.
func (c *classifier) own(s string) bool {
	return ownWords.MatchString(quoted.ReplaceAllString(s, ""))
}

// aside reports a remark of a few words: "So much for that."
func aside(s string) bool {
	return ended(s) && len(strings.Fields(s)) < 7 && !strings.ContainsAny(s, "\"“‘«")
}

// inRelay reports a paragraph that is part of a relay already found.
func (c *classifier) inRelay(i int) bool {
	n := len(c.relays)
	return n > 0 && i < c.relays[n-1].last
}

// reproduce gives the body blocks of relays their class, and the line behind
// that names the outlet is a credit.
func (c *classifier) reproduce() {
	n := 0
	for _, r := range c.relays {
		start, end := c.paras[r.first].Start, c.paras[r.last-1].End
		for ; n < len(c.out) && c.out[n].Start < end; n++ {
			if b := &c.out[n]; b.Start >= start && b.Class == readout.Body {
				b.Class, b.RelayOf = readout.Relay, r.of
			}
		}
		if n < len(c.out) && c.out[n].Class == readout.Body && strings.Trim(c.text[c.out[n].Start:c.out[n].End], "()[]—– -") == r.of {
			c.out[n].Class = readout.Credit
		}
	}
}

var relayMarker = regexp.MustCompile(`(?i)\b(?:report|reports|reported|reporting|dispatch|bulletin|story|article|writes|wrote|carried|published|item|printed|broadcast|told|tells|version|translation|translated|account|text|piece|have a new one|has a new one)\b`)

// named finds an outlet that no list knows by the words around its name:
// "our neighbours at the Jornal das Ilhas", "from the Velm Dagsblad (our
// translation)".
var named = regexp.MustCompile(`(?:(?:[Ff]riends|[Cc]olleagues|[Nn]eighbours|[Nn]eighbors|partners|people) (?:at|from|of)|broadcast by|printed (?:by|in)|published (?:by|in)|^ ?From|[Hh]ere(?: is|’s|'s) (?:how|what)) (?:the )?(\p{Lu}[\p{L}’'-]*(?: (?:(?:das|dos|de|da|del|di|of|the|und|et|y) )?\p{Lu}[\p{L}’'-]*){0,4})`)

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
	if m := named.FindStringSubmatch(s); m != nil && !strings.EqualFold(m[1], c.outlet) {
		return m[1]
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
