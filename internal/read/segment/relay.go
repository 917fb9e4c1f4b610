package segment

import (
	"regexp"
	"strings"

	"readout"
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
	k := c.marker(i)
	if k < 0 || c.inRelay(i) {
		return "", 0
	}
	prev := strings.TrimRight(c.at(k), " *_")
	if reprint.MatchString(prev) {
		if of = c.relayed(prev); of != "" {
			return of, c.reach(i, of, true)
		}
	}
	last := prev[strings.LastIndexAny(prev[:len(prev)-1], ".!?\n")+1:]
	quoting := quotes(s)
	switch {
	case labelled.MatchString(prev) && len(strings.Fields(prev)) < 16:
		if of = c.outletIn(prev); of != "" && inQuotes.MatchString(s) {
			return of, c.quotation(i)
		}
	case !strings.HasSuffix(prev, ":") && !follows.MatchString(prev), quoting && wholeQuote(s) && !reportNoun.MatchString(last):
	case relayMarker.MatchString(last):
		of = c.relayed(last)
	case !quoting && !bullet.MatchString(s):
		of = c.outletIn(last)
	}
	if of == "" || strings.EqualFold(of, c.outlet) {
		return "", 0
	}
	return of, c.reach(i, of, inFull.MatchString(last) || labelled.MatchString(prev))
}

// marker is the paragraph in front of i, over the headline, byline and date of
// what is reproduced; -1 when there is none.
func (c *classifier) marker(i int) int {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		s := c.at(k)
		if strings.HasSuffix(strings.TrimRight(s, " *_"), ":") || ended(s) || labelled.MatchString(s) {
			return k
		}
		if k < c.head || c.inRelay(k) || c.prose(k) {
			break
		}
	}
	return -1
}

var relayMarker = regexp.MustCompile(`(?i)\b(?:report|reports|reported|reporting|dispatch|bulletin|story|article|writes|wrote|carried|published|item|printed|broadcast|told|tells|version|translation|translated|account|text|piece|have a new one|has a new one)\b`)

var (
	// EXAMPLE "[Radio Velm] General Holt said ... [End of broadcast]"
	bracketed = regexp.MustCompile(`^\[(\p{Lu}[\p{L}\d .’'&-]{2,40})\]`)
	endMark   = regexp.MustCompile(`(?i)\[end(?:s| of [\p{L} ]+)?\][ .]*$|^\(?ends\)?$|^end of [\p{L} ]+$|^\* ?\* ?\*$|^-{3,}$`)
	// EXAMPLE "The news, as broadcast by Radio Velm, ran as follows."
	follows = regexp.MustCompile(`(?i)\bas follows\.$|\bin full below\.$`)
	// EXAMPLE "From the Velm Courier" · "[Text of report by Radio Velm on 3 March]"
	labelled = regexp.MustCompile(`(?i)^\W*(?:from|reprinted from|republished from|text of (?:a )?report|excerpts? (?:of|from)|as reported by|as published (?:in|by)|courtesy of)\b[^.!?]*[\]):]?$`)
	// EXAMPLE "The following report is by the Velm Courier. It is reproduced with permission."
	reprint = regexp.MustCompile(`(?i)^\W*the following (?:report|article|story|text|dispatch|piece|item)\b|\b(?:reproduced|reprinted|republished) (?:here|below|with)\b`)
	// EXAMPLE "That was the Courier."
	over       = regexp.MustCompile(`^(?:That was|That’s|That's|Thus|Here ends|End of) (?:the )?\p{Lu}`)
	reportNoun = regexp.MustCompile(`(?i)\b(?:report|dispatch|bulletin|story|article|item|text|account|version|translation)\b`)
	inFull     = regexp.MustCompile(`(?i)\b(?:in full|as follows|in translation|our translation|full text|reproduce|reprint|republish|here is|here's how)`)
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

// quotation is how many paragraphs from i on stand in quotation marks.
func (c *classifier) quotation(i int) int {
	n := i
	for n < len(c.paras) && inQuotes.MatchString(c.at(n)) {
		n++
	}
	return n - i
}

var inQuotes = regexp.MustCompile(`^["“«].*["”»][.!?]?$`)

// reach is how many paragraphs from i on are the other outlet's: up to a line
// that gives the source, a mark of the end, an entry or heading of the paper's
// own, or its own voice. Where nothing shows the end it is one, or, where the
// paper says that it prints the whole, all that are left.
func (c *classifier) reach(i int, of string, full bool) int {
	for n := i; n < min(len(c.paras), i+longest); n++ {
		s := c.at(n)
		if endMark.MatchString(s) {
			return n + 1 - i
		}
		if n == i {
			continue
		}
		switch class := c.class(n); {
		case names(s, of), class == readout.Credit && strings.Contains(s, of), class == readout.Headline, class == readout.Metadata,
			entryForm.MatchString(s), own(s), aside(s), over.MatchString(s):
			return n - i
		case quotes(c.at(i)) && !quotes(s): // "From the Courier:" and its words in quotation marks
			return n - i
		case class == readout.Credit || c.isPost(s) || postHead.MatchString(s):
			if full {
				return n - i
			}
			return 1
		}
	}
	if full {
		return min(len(c.paras)-i, longest)
	}
	return 1
}

// quotes reports a paragraph that opens with a quotation mark.
func quotes(s string) bool { return strings.ContainsAny(s[:min(len(s), 3)], "\"“‘«") }

// longest is how many paragraphs of another outlet are looked through for the end.
const longest = 60

var ownWords = regexp.MustCompile(`(?:^|[^\p{L}’'])(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me|[Oo]urselves|this (?:paper|newspaper|site|website|magazine|page|blog))(?:[^\p{L}]|$)`)

var quoted = regexp.MustCompile(`“[^”]*”|"[^"]*"|«[^»]*»|‘[^’]*’`)

// names reports a short line with the outlet's name: "(Velm Courier)".
func names(s, of string) bool {
	return len(strings.Fields(s)) < 10 && !ended(s) && !strings.HasSuffix(s, ":") && strings.Contains(s, of)
}

// own reports a paragraph in which the paper speaks of itself.
func own(s string) bool {
	return ownWords.MatchString(quoted.ReplaceAllString(s, ""))
}

// aside reports a remark of a few words: "So much for that."
func aside(s string) bool {
	return s[0] != '[' && ended(s) && len(strings.Fields(s)) < 7 && !strings.ContainsAny(s, "\"“‘«")
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
		if n < len(c.out) && c.out[n].Class != readout.Dateline && names(c.text[c.out[n].Start:c.out[n].End], r.of) {
			c.out[n].Class = readout.Credit
		}
	}
}
