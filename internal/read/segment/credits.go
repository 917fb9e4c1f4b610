package segment

import (
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/lang"
)

// EXAMPLE "LENDWICK, March 3 (Northwire) -"
var inBrackets = regexp.MustCompile(`\(([^()]+)\)|/([^/]+)/`)

// parted cuts a line of credits: "With Northwire, Eastpress and our own reporters".
var parted = regexp.MustCompile(`[,;/|()]| (?:and|with|via|from) `)

var (
	// EXAMPLE "Via Velm Dagsblad"
	origin = regexp.MustCompile(`^\W*(?i:via|courtesy of) (\p{Lu}[^.!?:]*[^.!?:) ])`)
	// EXAMPLE "The Courier’s Ada Holt"
	employer = regexp.MustCompile(`['’](?:s\b|\s|$)`)
)

// Credits lists the agencies and outlets that a document names as those whose
// text or reporting it has, in its credits and in its dateline, the document's
// own outlet left out.
func Credits(doc *readout.Document, segments []readout.Segment, l *lang.Language) []string {
	c := &classifier{text: doc.Text, l: l, page: pageWordsOf(l)}
	var out []string
	for _, s := range segments {
		for _, part := range credits(s) {
			name := c.outletIn(part)
			if m := origin.FindStringSubmatch(part); name == "" && m != nil && c.capitalised(strings.Fields(m[1])) {
				name = m[1]
			}
			if name != "" && !strings.EqualFold(name, doc.Outlet) && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// credits is the pieces of a segment in each of which one agency may stand. An
// agency with "'s" behind it is somebody's employer, no credit.
func credits(s readout.Segment) []string {
	var out []string
	switch s.Class {
	case readout.Credit:
		for _, part := range parted.Split(s.Span.Text, -1) {
			if !employer.MatchString(part) {
				out = append(out, part)
			}
		}
	case readout.Dateline:
		for _, m := range inBrackets.FindAllStringSubmatch(s.Span.Text, -1) {
			out = append(out, m[1]+m[2])
		}
	}
	return out
}
