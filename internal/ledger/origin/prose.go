package origin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/ledger/match"
)

// proseOf is a report's own words: its body, and what it takes from another
// outlet, without what stands between quotation marks. Each stretch between
// two quotations is one of the result.
func proseOf(doc *readout.Document, rec *readout.Record) [][]string {
	var out [][]string
	for _, s := range unquoted(bodyOf(doc, rec)) {
		if words := match.Words(s); len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

func bodyOf(doc *readout.Document, rec *readout.Record) string {
	var out []string
	for _, s := range rec.Segments {
		if s.Class == readout.Body || s.Class == readout.Relay {
			out = append(out, s.Span.Text)
		}
	}
	if len(rec.Segments) == 0 {
		return doc.Text
	}
	return strings.Join(out, "\n")
}

// unquoted cuts a text at its quotations and leaves them out. A quotation that
// no mark closes goes on to the end of its paragraph, or into the next one
// where that closes it first.
func unquoted(text string) []string {
	var out []string
	var open family // of the quotation that we are in
	for p := range strings.SplitSeq(text, "\n") {
		if first := firstMark(p); open != 0 && (first.family != open || first.opens) {
			open = 0
		}
		from := 0
		for at := 0; at < len(p); {
			m := markAt(p, at)
			switch {
			case m.family != 0 && m.opens && open == 0:
				out, open = append(out, p[from:at]), m.family
			case m.family != 0 && !m.opens && m.family == open:
				from, open = at+m.size, 0
			}
			at += m.size
		}
		if open == 0 {
			out = append(out, p[from:])
		}
	}
	return out
}

func firstMark(paragraph string) mark {
	for at := 0; at < len(paragraph); {
		m := markAt(paragraph, at)
		if m.family != 0 {
			return m
		}
		at += m.size
	}
	return mark{}
}

// mark is what stands at a place of a text: a quotation mark, or with family 0
// any other character.
type mark struct {
	family family
	opens  bool
	size   int
}

// family is a kind of marks that close each other; one stands inside another.
type family int

const (
	double  family = 1 + iota // “ ” „ "
	angle                     // « »
	doubled                   // two single ones or backticks, written for "
)

// markAt reads one character, or a doubled mark. One without a shape of its own
// opens where none ends a word before it.
func markAt(p string, at int) mark {
	r, size := utf8.DecodeRuneInString(p[at:])
	switch r {
	case '“', '„':
		return mark{double, true, size}
	case '”':
		return mark{double, false, size}
	case '«', '»':
		return mark{angle, r == '«', size}
	case '"':
		return mark{double, free(p[:at]), size}
	case '\'', '‘', '’', '`':
		if next, more := utf8.DecodeRuneInString(p[at+size:]); next == r {
			return mark{doubled, free(p[:at]), size + more}
		}
	}
	return mark{0, false, size}
}

func free(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || unicode.IsSpace(r) || strings.ContainsRune("([—–-", r)
}
