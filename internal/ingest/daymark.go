package ingest

import (
	"iter"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// The words of a class or itemprop that tell what day an element shows.
var (
	dayMarks   = wordSet("date dates time datetime timestamp pubdate postdate entrydate dateline published publish publication posted issued created")
	otherMarks = wordSet(`modified modification modify updated update updates revised revision
		expires expiry valid validity copyright image video event events read reading duration upload birth start end`)
)

func marks(n *html.Node) iter.Seq[string] { return words(attr(n, "class") + " " + attr(n, "itemprop")) }

// marksDay reports whether the element is marked as a day, and not as one of
// something else. One that was "published updated" was never changed.
func marksDay(n *html.Node) bool {
	if n.Data == "meta" {
		return false
	}
	marked, other, published := n.Data == "time", false, false
	for w := range marks(n) {
		marked = marked || dayMarks[w]
		other = other || otherMarks[w]
		published = published || w == "published"
	}
	return marked && (published || !other)
}

// marksOther reports whether the element is marked as the day of something
// else.
func marksOther(n *html.Node) bool {
	for w := range marks(n) {
		if otherMarks[w] {
			return true
		}
	}
	return false
}

// shortText is the text of n, empty if it is longer than a line with a day.
func shortText(n *html.Node) string {
	length := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			if length += len(strings.TrimSpace(c.Data)); length > longestDay {
				return ""
			}
		}
	}
	return textOf(n)
}

var rxChange = regexp.MustCompile(`(?i)\b(?:updated?|modified|revised|corrected|changed)\b`)

// dayOf reads the day that a marked element shows to people, else the one it
// has for programs, which may be that of another time zone. What stands after
// "updated" is another day.
func dayOf(n *html.Node) []day {
	text := shortText(n)
	if at := rxChange.FindStringIndex(text); at != nil {
		text = text[:at[0]]
	}
	for _, s := range []string{text, attr(n, "datetime"), attr(n, "content")} {
		if d, ok := readOne(s); ok {
			return []day{d}
		}
	}
	return nil
}
