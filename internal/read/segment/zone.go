package segment

import (
	"strings"

	"readout"
)

// A report has a head (headline, deck, byline, dates), its text, and a tail
// (credits, promotion). What a line is follows from where it stands: a short
// line without a stop is a headline on top and a link further down.

// headEnd is the number of paragraphs that are the report's head: those in
// front of the first running text, and a standfirst that ends as a sentence
// does, where a byline or a date of publication stands between it and the text.
func (c *classifier) headEnd() int {
	var prose []int
	for i := range c.paras {
		if c.prose(i) {
			if prose = append(prose, i); len(prose) > 2 {
				break
			}
		}
	}
	if len(prose) == 0 {
		return 0
	}
	first := prose[0]
	if len(prose) < 3 || first == 0 || first > 6 || prose[1] > first+8 || sentences(c.at(first)) > 2 || c.spoken(c.at(first)) {
		return first
	}
	for i := first + 1; i < prose[1]; i++ {
		if s := c.at(i); c.signed(s) || dated(s) || c.listed(s) == readout.Metadata {
			return prose[1]
		}
	}
	return first
}

// tailStart is the first paragraph behind the last running text.
func (c *classifier) tailStart() int {
	for i := len(c.paras) - 1; i >= 0; i-- {
		if c.prose(i) && c.lastNote(i, c.at(i)) == "" {
			return i + 1
		}
	}
	return 0
}

func (c *classifier) at(i int) string { return c.text[c.paras[i].Start:c.paras[i].End] }

// prose reports running text: sentences, or a long line.
func (c *classifier) prose(i int) bool {
	s := c.at(i)
	words := len(strings.Fields(s))
	if !worded(s) || c.listed(s) != "" || c.isPost(s) || c.caption(i, s) || noted(s) != "" {
		return false
	}
	if ended(s) && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!") {
		return words >= 7 || words >= 3 && i > 0
	}
	return words > 30 || ended(s) && words >= 16 || strings.HasSuffix(s, ":") && words >= 7
}

// sentences counts the stops of a text.
func sentences(s string) int {
	n := 0
	for i := range s {
		if strings.ContainsRune(".!?", rune(s[i])) && (i+1 == len(s) || s[i+1] == ' ') {
			n++
		}
	}
	return n
}

// spoken reports text that opens with a quotation or a speaker's name and colon.
func (c *classifier) spoken(s string) bool {
	name, _, found := strings.Cut(s, ":")
	return strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "“") || found && len(strings.Fields(name)) <= 3
}
