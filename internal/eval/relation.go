package eval

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"readout"
)

// The roles of a relation.
const (
	sourceRole = iota
	cueRole
	contentRole
	roles
)

var roleNames = [roles]string{"source", "cue", "content"}

// stretch is a half-open stretch of code points.
type stretch struct{ start, end int }

// relation is an attribution as PolNeAR has it: the spans of each role.
type relation [roles][]stretch

func (r relation) empty() bool { return len(r[sourceRole])+len(r[cueRole])+len(r[contentRole]) == 0 }

// clean trims white space off each role's spans, drops the empty ones and joins
// those that overlap or have only white space between them.
func (r *relation) clean(text []rune) error {
	for role := range r {
		spans := slices.Clone(r[role])
		slices.SortFunc(spans, func(a, b stretch) int { return cmp.Or(a.start-b.start, a.end-b.end) })
		var joined []stretch
		for _, s := range spans {
			if s.start < 0 || s.end > len(text) {
				return fmt.Errorf("%s %d-%d lies outside the %d characters of the text", roleNames[role], s.start, s.end, len(text))
			}
			for s.start < s.end && isSpace(text[s.start]) {
				s.start++
			}
			for s.end > s.start && isSpace(text[s.end-1]) {
				s.end--
			}
			if s.start >= s.end {
				continue
			}
			if n := len(joined); n > 0 && (s.start <= joined[n-1].end || blank(text[joined[n-1].end:s.start])) {
				joined[n-1].end = max(joined[n-1].end, s.end)
			} else {
				joined = append(joined, s)
			}
		}
		r[role] = joined
	}
	return nil
}

func blank(text []rune) bool {
	return !slices.ContainsFunc(text, func(r rune) bool { return !isSpace(r) })
}

// words is the text of a role.
func (r relation) words(role int, text []rune) string {
	var parts []string
	for _, s := range r[role] {
		parts = append(parts, string(text[s.start:s.end]))
	}
	return strings.Join(parts, " ")
}

// show lists source, cue and content for a reader of errors.
func (r relation) show(text []rune) string {
	return fmt.Sprintf("[%s] [%s] [%s]", r.words(sourceRole, text), r.words(cueRole, text), r.words(contentRole, text))
}

var (
	quoteMark  = regexp.MustCompile("[\"“”«»]|''|``")
	quoteStart = regexp.MustCompile("^(?:[\"“«]|''|``)")
	quoteEnd   = regexp.MustCompile("(?:[\"”»]|'')\n?$") // a line may end between the mark and the final stop
)

// mode is what the quotation marks of the content say: indirect where there are
// none, direct where the content stands in them, mixed otherwise. Where several
// quoted pieces follow each other, words between them make it mixed.
func (r relation) mode(text []rune) readout.Mode {
	words := r.words(contentRole, text)
	if !quoteMark.MatchString(words) {
		return readout.Indirect
	}
	words = strings.Trim(words, " ,.;:")
	if !quoteStart.MatchString(words) || !quoteEnd.MatchString(words) {
		return readout.Mixed
	}
	pieces := quoteMark.Split(words, -1) // before, quoted, between, quoted, ..., after
	for i := 2; i < len(pieces)-1; i += 2 {
		if strings.ContainsFunc(pieces[i], isWord) {
			return readout.Mixed
		}
	}
	return readout.Direct
}

// indices is a relation as the numbers of the tokens that each role touches.
type indices [roles]set[int]

// index finds the tokens that share a character with each role's spans; tokens
// are in order.
func (r relation) index(tokens []place) indices {
	var x indices
	for role, spans := range r {
		x[role] = set[int]{}
		for _, s := range spans {
			from, _ := slices.BinarySearchFunc(tokens, s.start, func(t place, at int) int { return cmp.Compare(t.end, at+1) })
			for i := from; i < len(tokens) && tokens[i].start < s.end; i++ {
				x[role][i] = true
			}
		}
	}
	return x
}

// run is a maximal run of tokens: the numbers of its first and last.
type run struct{ first, last int }

func runs(tokens set[int]) []run {
	var list []run
	for _, i := range sortedKeys(tokens) {
		if n := len(list); n > 0 && list[n-1].last == i-1 {
			list[n-1].last = i
		} else {
			list = append(list, run{i, i})
		}
	}
	return list
}
