package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/decision"
)

// Silence is by what a finding is silenced: a comment in the draft (Line), or a
// decision (its id, and whose it is).
type Silence struct {
	By       string `json:"by"` // "draft" or "decision"
	Why      string `json:"why"`
	Line     int    `json:"line,omitempty"`
	Decision string `json:"decision,omitempty"`
	Who      string `json:"who,omitempty"`
}

// Comment silences findings of some kinds in the lines First to Last of the
// draft: those that it stands on or, where nothing else stands there, also the
// next one with words.
//
//	<!-- readout: ignore quote-unknown: from our own interview -->
type Comment struct {
	Kinds       []Kind
	Why         string
	First, Last int
}

var comment = regexp.MustCompile(`(?s)<!--\s*readout:\s*ignore\b(.*?)-->`)

// Comments finds them in a draft as it came. Wrong are those that silence
// nothing, each with its line and what is wrong with it.
func Comments(draft string) (all []Comment, wrong []error) {
	for _, m := range comment.FindAllStringSubmatchIndex(draft, -1) {
		line := strings.Count(draft[:m[0]], "\n") + 1
		c, err := parse(draft[m[2]:m[3]])
		if err != nil {
			wrong = append(wrong, fmt.Errorf("line %d: %w", line, err))
			continue
		}
		c.First, c.Last = line, line+strings.Count(draft[m[0]:m[1]], "\n")
		before := draft[strings.LastIndexByte(draft[:m[0]], '\n')+1 : m[0]]
		after, rest, _ := strings.Cut(draft[m[1]:], "\n")
		if strings.TrimSpace(before+after) == "" {
			c.Last += 1 + strings.Count(rest[:len(rest)-len(strings.TrimLeft(rest, " \t\r\n"))], "\n")
		}
		all = append(all, c)
	}
	return all, wrong
}

// parse reads "kind, kind: reason".
func parse(text string) (c Comment, err error) {
	kinds, why, _ := strings.Cut(text, ":")
	for _, name := range strings.FieldsFunc(kinds, func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) }) {
		if !slices.Contains(Kinds, Kind(name)) {
			return c, fmt.Errorf("%q is no kind of finding", name)
		}
		c.Kinds = append(c.Kinds, Kind(name))
	}
	c.Why = strings.Join(strings.Fields(why), " ")
	if len(c.Kinds) == 0 || c.Why == "" {
		return c, fmt.Errorf("a comment that silences names a kind and, after a colon, a reason")
	}
	return c, nil
}

// blank stands for a character of 1, 2 or 3 bytes.
var blank = []string{"", " ", "\u00a0", "\u2003"}

// Mask puts white space in the place of the comments, byte for byte and
// character for character: they are not the draft's words.
func Mask(text string) string {
	return comment.ReplaceAllStringFunc(text, func(c string) string {
		var b strings.Builder
		for _, r := range c {
			if n := len(string(r)); r != '\n' && n < len(blank) {
				b.WriteString(blank[n])
			} else {
				b.WriteRune(r)
			}
		}
		return b.String()
	})
}

// SilencedBy marks the findings that a comment or a decision silences; a
// comment none whose lines in the draft are not known.
func SilencedBy(all []Shown, comments []Comment, decisions []readout.Decision) {
	decisions = decision.Effective(decisions)
	for i := range all {
		s := &all[i]
		for _, c := range comments {
			placed := s.Begin.In == "file" || s.Begin.Paragraph > 0
			if placed && slices.Contains(c.Kinds, s.Kind) && s.Begin.Line <= c.Last && c.First <= s.End.Line {
				s.Silenced = &Silence{By: "draft", Why: c.Why, Line: c.First}
			}
		}
		for _, d := range decisions {
			if d.Target.Type == "finding" && d.Target.ID == s.ID && known(s.Finding, d.Value) {
				s.Silenced = &Silence{By: "decision", Why: d.Why, Decision: d.ID, Who: d.Who}
			}
		}
	}
}

// Grounds is what a finding rests on, as a decision about it keeps it: the ids
// of its witnesses.
func Grounds(f Finding) string {
	var ids []string
	for _, w := range f.Witnesses {
		ids = append(ids, w.ID)
	}
	return strings.Join(ids, " ")
}

// known reports whether a finding rests on nothing that was not there when it
// was silenced: what is new on record is heard again.
func known(f Finding, grounds string) bool {
	seen := strings.Fields(grounds)
	for _, w := range f.Witnesses {
		if !slices.Contains(seen, w.ID) {
			return false
		}
	}
	return true
}
