package read_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/gold"
)

// A token is a run of letters and digits, or one other mark, as the scorer
// sees it.
var token = regexp.MustCompile(`[\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_\s]`)

const (
	quoteMarks = "\"'`“”„‟«»‹›‘’‚‛"
	finalMarks = quoteMarks + ".,;:!?…-–—"
)

// words gives the places of the words of some ranges, each range trimmed: of
// quotation marks, of final punctuation, of a leading "that" or "to".
func words(text string, ranges ...readout.Range) map[int]bool {
	out := map[int]bool{}
	for _, r := range ranges {
		tokens := token.FindAllStringIndex(text[r.Start:r.End], -1)
		at := func(i int) string { return text[r.Start+tokens[i][0] : r.Start+tokens[i][1]] }
		for len(tokens) > 0 {
			first, last := at(0), at(len(tokens)-1)
			if strings.Contains(quoteMarks, first) || strings.EqualFold(first, "that") || strings.EqualFold(first, "to") {
				tokens = tokens[1:]
			} else if strings.Contains(finalMarks, last) {
				tokens = tokens[:len(tokens)-1]
			} else {
				break
			}
		}
		for i, t := range tokens {
			if r0, _ := utf8.DecodeRuneInString(at(i)); r0 == '_' || unicode.In(r0, unicode.L, unicode.N, unicode.M) {
				out[r.Start+t[0]] = true
			}
		}
	}
	return out
}

// dice is the likeness of two sets, 0 to 1.
func dice(a, b map[int]bool) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}

// same reports whether two sets have the same members.
func same(a, b map[int]bool) bool { return len(a) == len(b) && (len(a) == 0 || dice(a, b) == 1) }

func ranges(snippets []gold.Snippet) []readout.Range {
	var out []readout.Range
	for _, s := range snippets {
		if !s.IsNone() {
			out = append(out, s.Range)
		}
	}
	return out
}

func spanRanges(spans ...readout.Span) []readout.Range {
	var out []readout.Range
	for _, s := range spans {
		out = append(out, s.Bytes())
	}
	return out
}

// pointed checks a field that is one snippet or none.
func (x *exam) pointed(p *problems, field string, want gold.Any[gold.Snippet], got *readout.Span) {
	if want == nil {
		return
	}
	have, text := map[int]bool{}, gold.None
	if got != nil {
		have, text = words(x.Text, got.Bytes()), got.Text
	}
	var texts []string
	for _, w := range want {
		if w.IsNone() == (got == nil) && same(words(x.Text, ranges([]gold.Snippet{w})...), have) {
			return
		}
		texts = append(texts, fmt.Sprintf("%q", w.Text))
	}
	p.addf("%s: want %s, got %q", field, strings.Join(texts, " or "), text)
}

// plain levels a name for comparison: case, spaces, a leading article.
func plain(name string) string {
	name = strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(name, "’", "'"))), " ")
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			return rest
		}
	}
	return name
}

// names gives the names of a party id, or of words that are no id.
func (x *exam) names(ref string) []string {
	if ref == "" {
		return nil
	}
	p, ok := x.parties[ref]
	if !ok {
		return []string{plain(ref)}
	}
	out := []string{plain(p.Name)}
	for _, a := range p.Aliases {
		out = append(out, plain(a))
	}
	return out
}

// refers reports whether a party id, or words, stand for the name; "A; B" are
// the members of a group, "" is nobody.
func (x *exam) refers(ref, name string) bool {
	if name == "" || ref == "" {
		return name == ref
	}
	if members := strings.Split(name, ";"); len(members) > 1 {
		return x.referAll(x.parties[ref].Members, members)
	}
	return slices.Contains(x.names(ref), plain(name))
}

// referAll reports whether the ids stand for the names, in any order.
func (x *exam) referAll(refs, names []string) bool {
	pairs := assign(names, refs, func(n, r string) float64 {
		if x.refers(r, strings.TrimSpace(n)) {
			return 1
		}
		return 0
	})
	return len(refs) == len(names) && len(pairs) == len(names)
}

// who checks a field that is a party.
func (x *exam) who(p *problems, field string, want gold.Any[string], got string) {
	if want != nil && !slices.ContainsFunc(want, func(w string) bool { return x.refers(got, w) }) {
		p.addf("%s: want %s, got %s", field, orNone(want), strings.Join(x.names(got), " = "))
	}
}

// whoAll checks a field that is a set of parties.
func (x *exam) whoAll(p *problems, field string, want gold.Any[[]string], got []string) {
	if want == nil || slices.ContainsFunc(want, func(w []string) bool { return x.referAll(got, w) }) {
		return
	}
	var names []string
	for _, g := range got {
		names = append(names, strings.Join(x.names(g), " = "))
	}
	p.addf("%s: want %s, got [%s]", field, orNone(want), strings.Join(names, "; "))
}

// inWords checks free words: all that are wanted stand in what was found.
func inWords(p *problems, field string, want gold.Any[string], got string) {
	if want == nil {
		return
	}
	have := strings.Fields(plain(got))
	for _, w := range want {
		left := slices.DeleteFunc(strings.Fields(plain(w)), func(s string) bool { return slices.Contains(have, s) })
		if len(left) == 0 && (w == "") == (got == "") {
			return
		}
	}
	p.addf("%s: want %s, got %q", field, orNone(want), got)
}

// value is the EDTF value of a date, "" if unknown.
func value(d *readout.Date) string {
	if d == nil {
		return ""
	}
	return strings.ReplaceAll(d.Value, " ", "")
}
