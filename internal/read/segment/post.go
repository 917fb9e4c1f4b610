package segment

import (
	"regexp"
	"strings"

	"readout"
)

var (
	// EXAMPLE "... — Ana Ruiz (@anaruiz) March 3, 2026" · "... – Ana Ruiz (@anaruiz), 9.14 am, 3 March"
	embedTail = regexp.MustCompile(`[—–-]\s*[^()\n]{2,60}\(@\w+\)[^\n!?“”"]{0,40}$`)
	// EXAMPLE "“...” — Ana Ruiz, on Chirrup, 3 March 2026"
	embedOn = regexp.MustCompile(`[—–-]\s*\p{Lu}[^\n.!?“”"]{2,60},? (?:on|via) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?,? ` + day + `[^\n!?]{0,12}$`)
	// EXAMPLE "Ana Ruiz @anaruiz · Mar 3"; "@anaruiz, 3 March 2026:"
	embedHandle = regexp.MustCompile(`^(?:[^\n@“"]{0,60}\s)?@\w{2,30}\b[^\n“"]{0,40}\d`)
	picLink     = regexp.MustCompile(`\bpic\.\w+\.\w+/\w+`)
	// EXAMPLE "Ana Ruiz @anaruiz" · "Ana Ruiz (@anaruiz) · 3 Mar 2026", alone on its line
	postHead = regexp.MustCompile(`^(?:[^\n@“"”!?]{1,60}[\s(])?@\w{2,30}\)?(?:\s*[·•|,–—-]\s*[^\n.!?“"]{0,40})?$`)
	// EXAMPLE "9:31 AM · Oct 19, 2026"
	postFoot = regexp.MustCompile(`^(?:\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?[Mm]\.?)?\s*[·•|,–—-]?\s*)?` + day + `(?:\s*[·•|,].*)?$|^\d[\d.,KkMm]* (?i:views|likes|replies|reposts|retweets|comments)\b`)
	// EXAMPLE "— Ana Ruiz (@anaruiz) March 3, 2026", alone on its line
	postSign = regexp.MustCompile(`^[—–-]\s*[^()\n]{2,60}\(@\w+\)[^\n]{0,40}$`)
)

func (c *classifier) isPost(s string) bool {
	if s[0] == '>' {
		return false // see quotedPost
	}
	if line, _, found := strings.Cut(s, "\n"); found && postHead.MatchString(line) {
		return true
	}
	return embedTail.MatchString(s) || embedOn.MatchString(s) || picLink.MatchString(s) || embedHandle.MatchString(s) && len(s) < 600 && !postHead.MatchString(s)
}

// post takes an embedded post that begins with paragraph i: all in one, or the
// author's line (or two: the name, then the handle) with the lines below it. It
// gives the number of paragraphs.
func (c *classifier) post(i int) int {
	s := c.at(i)
	switch {
	case i < c.head && !strings.Contains(s, "\n"):
		return 0 // the author's own handle, under the byline
	case c.isPost(s):
		return 1
	case s[0] == '>':
		return c.quotedPost(i)
	}
	n := i
	if handleLine.MatchString(c.line(i+1)) && !c.apart(i+1) && !ended(s) && len(strings.Fields(s)) < 6 {
		n++
	} else if !postHead.MatchString(s) || len(strings.Fields(s)) > 12 || c.listed(s) != "" || address.MatchString(s) {
		return 0
	}
	if n++; n >= len(c.paras) {
		return 0
	}
	joined := !c.apart(n) && c.spaced()
	for n++; n < len(c.paras) && (joined && n < i+12 && !c.apart(n) || postFoot.MatchString(c.at(n))); n++ {
	}
	return n - i
}

// handleLine is a handle alone on its line.
var handleLine = regexp.MustCompile(`^@\w{2,30}$`)

// line is paragraph i, empty behind the last.
func (c *classifier) line(i int) string {
	if i >= len(c.paras) {
		return ""
	}
	return c.at(i)
}

// spaced reports a text whose paragraphs stand apart by empty lines.
func (c *classifier) spaced() bool {
	n := 0
	for i := 1; i < len(c.paras); i++ {
		if c.apart(i) {
			n++
		}
	}
	return 2*n > len(c.paras)
}

// quotedPost takes a block quotation of Markdown in which a handle stands, or
// that is signed with a day.
func (c *classifier) quotedPost(i int) int {
	n, post := i, false
	for n < len(c.paras) && strings.HasPrefix(c.at(n), ">") {
		post = post || handleForm.MatchString(c.at(n)) || embedOn.MatchString(c.at(n))
		n++
	}
	if !post {
		return 0
	}
	return n - i
}

var handleForm = regexp.MustCompile(`(?:^|[\s(>])@\w{2,30}`)

// apart reports an empty line in front of paragraph i.
func (c *classifier) apart(i int) bool {
	return strings.Count(c.text[c.paras[i-1].End:c.paras[i].Start], "\n") > 1
}

// signs joins a line that only signs a post to the words above it.
func (c *classifier) signs(i int) bool {
	n := len(c.out)
	if n == 0 || !postSign.MatchString(c.at(i)) || c.out[n-1].Class != readout.Body && c.out[n-1].Class != readout.Relay {
		return false
	}
	c.out[n-1].End, c.out[n-1].Class, c.out[n-1].RelayOf = c.paras[i].End, readout.Embed, ""
	return true
}
