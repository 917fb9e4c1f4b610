package gold

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// Snippet is a piece of the text and where it stands; the zero Snippet is
// none.
type Snippet struct {
	readout.Range
	Text string
}

// IsNone reports whether the snippet is the value none.
func (s Snippet) IsNone() bool { return s.Text == "" }

// Occurrences gives the places of the snippet in text, in order: whole words,
// its white space standing for any.
func Occurrences(text, snippet string) []readout.Range {
	words := strings.Fields(snippet)
	if len(words) == 0 {
		return nil
	}
	var out []readout.Range
	for at := 0; ; {
		i := strings.Index(text[at:], words[0])
		if i < 0 {
			return out
		}
		start := at + i
		at = start + 1
		if end := match(text, start, words); end >= 0 && whole(text, start, end) {
			out = append(out, readout.Range{Start: start, End: end})
			at = end
		}
	}
}

// match gives the end of the words that begin at start, or -1.
func match(text string, start int, words []string) int {
	at := start
	for i, w := range words {
		if i > 0 {
			after := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
			if len(after) == len(text)-at {
				return -1
			}
			at = len(text) - len(after)
		}
		if !strings.HasPrefix(text[at:], w) {
			return -1
		}
		at += len(w)
	}
	return at
}

// whole reports whether the range cuts no word.
func whole(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	first, _ := utf8.DecodeRuneInString(text[start:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	after, _ := utf8.DecodeRuneInString(text[end:])
	letter := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return !(letter(before) && letter(first)) && !(letter(last) && letter(after))
}

// places is Occurrences, and the reach of "first … last".
func places(text, snippet string) []readout.Range {
	out := Occurrences(text, snippet)
	first, last, reach := strings.Cut(snippet, " … ")
	if len(out) > 0 || !reach {
		return out
	}
	ends := Occurrences(text, last)
	for _, f := range Occurrences(text, first) {
		for _, e := range ends {
			if e.Start >= f.End {
				out = append(out, readout.Range{Start: f.Start, End: e.End})
				break
			}
		}
	}
	return out
}

// locator finds the snippets of one line.
type locator struct {
	text   string
	anchor *readout.Range
	avoid  []readout.Range // content, when source and cue are looked for
}

// find locates one value. Without an anchor an ambiguous snippet is an error.
func (l *locator) find(v Value) (Snippet, error) {
	if v.IsNone() {
		return Snippet{}, nil
	}
	all := places(l.text, v.Text)
	switch {
	case len(all) == 0:
		return Snippet{}, fmt.Errorf("%q does not stand in the text", v.Text)
	case v.N > len(all):
		return Snippet{}, fmt.Errorf("%q#%d: it stands only %d times in the text", v.Text, v.N, len(all))
	case v.N > 0:
		return l.snippet(all[v.N-1]), nil
	case len(all) == 1:
		return l.snippet(all[0]), nil
	case l.anchor == nil:
		return Snippet{}, fmt.Errorf("%q stands %d times in the text: say which with #N", v.Text, len(all))
	}
	best := -1
	for i, r := range all {
		if !overlapsAny(r, l.avoid) && (best < 0 || l.far(r) < l.far(all[best])) {
			best = i
		}
	}
	if best < 0 {
		return Snippet{}, fmt.Errorf("%q stands only inside the content: say which with #N", v.Text)
	}
	return l.snippet(all[best]), nil
}

// all locates the alternatives of a field.
func (l *locator) all(values Any[Value]) (Any[Snippet], error) {
	var out Any[Snippet]
	for _, v := range values {
		s, err := l.find(v)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// hold makes the preferred reading the anchor, unless there is one.
func (l *locator) hold(found Any[Snippet]) {
	if first := found.First(); l.anchor == nil && !first.IsNone() {
		l.anchor = &first.Range
	}
}

func (l *locator) snippet(r readout.Range) Snippet {
	return Snippet{Range: r, Text: l.text[r.Start:r.End]}
}

func overlapsAny(r readout.Range, those []readout.Range) bool {
	for _, o := range those {
		if r.Overlaps(o) {
			return true
		}
	}
	return false
}

// far is how far r is from the anchor: the bytes between them, and a line more
// is further than anything on the same line.
func (l *locator) far(r readout.Range) int {
	from, to := min(r.End, l.anchor.End), max(r.Start, l.anchor.Start)
	if to <= from {
		return 0
	}
	return to - from + strings.Count(l.text[from:to], "\n")*len(l.text)
}
