package check

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/lang"
	"readout/internal/serve/query"
)

// bears are the acts on record that bear out what a draft calls an act.
var bears = map[readout.Act][]readout.Act{
	readout.ActConfirm:     {readout.ActConfirm, readout.ActAcknowledge},
	readout.ActAcknowledge: {readout.ActAcknowledge},
	readout.ActDeny:        {readout.ActDeny, readout.ActReject},
	readout.ActCommit:      {readout.ActCommit, readout.ActAccept, readout.ActAcceptIf, readout.ActThreaten},
	readout.ActThreaten:    {readout.ActThreaten},
}

// acts finds statements that the draft calls a confirmation, an admission, a
// denial, a promise or a threat, and that are on record as another act.
func acts(c *checker) (all []Finding, err error) {
	l, err := lang.For(cmp.Or(c.draft.Doc.Lang, "en"))
	if err != nil {
		return nil, nil // no words to look for
	}
	strong := l.Grouped("strong")
	for _, s := range c.draft.Rec.Statements {
		word := wordOf(s.Cue, strong[string(s.Act)])
		if word == "" || s.Negated || s.Speaker == "" || bears[s.Act] == nil {
			continue
		}
		told, err := c.said(s)
		if err != nil {
			return nil, err
		}
		if len(told) == 0 || s.Act == readout.ActDeny && c.negates(s) || slices.ContainsFunc(told, func(t query.Told) bool { return borne(s.Act, t, strong["future"]) }) {
			continue
		}
		f := Finding{Kind: ActStronger, Level: level(s.Grade, told[0].Grade), At: *s.Cue, Witnesses: witnesses(told)}
		f.Reason = "The draft says " + quote(word) + "; on record it is " + otherwise(told[0]) + "."
		all = append(all, f)
	}
	return all, nil
}

// wordOf is the word of a cue that stands in a list.
func wordOf(cue *readout.Span, list map[string]bool) string {
	if cue == nil {
		return ""
	}
	for _, w := range strings.Fields(cue.Text) {
		if list[strings.ToLower(w)] {
			return w
		}
	}
	return ""
}

func quote(word string) string { return "“" + word + "”" }

func otherwise(t query.Told) string {
	if t.Cue != "" {
		return quote(t.Cue)
	}
	return "no such act"
}

// borne reports whether a statement on record is the act that the draft says it
// is: by its cue, or, for a promise, by telling of one's own future.
func borne(act readout.Act, t query.Told, future map[string]bool) bool {
	if slices.Contains(bears[act], t.Act) || t.Act == "" {
		return true
	}
	content := query.Fold(t.Statement.ContentText())
	has := func(list map[string]bool) bool {
		return slices.ContainsFunc(content, func(w string) bool { return list[w] || strings.HasSuffix(w, "'ll") })
	}
	switch act {
	case readout.ActCommit:
		return has(future) && (t.Act == readout.ActState || t.Act == readout.ActClaim)
	case readout.ActDeny:
		return t.Negated || negations(t.Statement.ContentText()) > 0
	}
	return false
}

// said gives what the speaker of a statement of the draft, or who may be named
// for him, is on record as saying of the same.
func (c *checker) said(s readout.Statement) ([]query.Told, error) {
	all, alike, err := c.contents(s)
	if err != nil {
		return nil, err
	}
	who := c.speaker(s)
	var told []query.Told
	for i, t := range all {
		same, err := c.near(who, t.Who)
		if err != nil {
			return nil, err
		}
		if same && alike[i] >= alikeSame {
			told = append(told, t)
		}
	}
	return told, nil
}

// negates reports whether the speaker of a statement is on record as saying much
// the same with a "no" in it.
func (c *checker) negates(s readout.Statement) bool {
	all, _, err := c.contents(s)
	for _, t := range all {
		near, _ := c.near(c.speaker(s), t.Who)
		text := t.Statement.ContentText()
		if near && negations(text) > 0 && query.Within(s.ContentText(), text) >= alikeSame {
			return true
		}
	}
	return err != nil
}
