package gold

import (
	"fmt"
	"slices"
	"strings"

	"readout"
)

// reader turns one Line into a typed object. The first error stays; methods
// go on with zero values after it.
type reader struct {
	Line
	locator
	err  error
	used int // bare words that a method has taken
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// allow refuses keys that the section does not have, and repeated ones but for
// those marked with "+".
func (r *reader) allow(keys string) {
	known := strings.Fields(keys)
	seen := map[string]bool{}
	for _, f := range r.Fields {
		switch {
		case slices.Contains(known, f.Key+"+"):
		case !slices.Contains(known, f.Key):
			r.fail("no field is called %q here", f.Key)
		case seen[f.Key]:
			r.fail("%s stands twice", f.Key)
		}
		seen[f.Key] = true
	}
}

// done refuses bare words and snippets that nothing has taken.
func (r *reader) done(snippets int) {
	if r.used < len(r.Words) {
		r.fail("a bare word is not understood here: %q", r.Words)
	}
	if len(r.Snippets) > snippets {
		r.fail("a quoted value without a key: %q", r.Snippets[0].First().Text)
	}
}

// one gives the acceptable values of a field of a closed list: the bare word
// that is on the list, or the field key=.
func one[T ~string](r *reader, key string, list []T) Any[T] {
	var out Any[T]
	for _, alts := range append(slices.Clone(r.Words), r.Text(key)) {
		if len(alts) == 0 || !onList(alts, list) {
			continue
		}
		if out != nil {
			r.fail("%s stands twice", key)
		}
		for _, a := range alts {
			out = append(out, T(a))
		}
	}
	if text := r.Text(key); text != nil {
		if !onList(text, list) {
			r.fail("%s=%s: not on the list %v", key, strings.Join(text, "|"), list)
		}
	} else if out != nil {
		r.used++
	}
	return out
}

// onList reports whether every alternative is on the list; "" is none.
func onList[T ~string](alts []string, list []T) bool {
	for _, a := range alts {
		if a != "" && !slices.Contains(list, T(a)) {
			return false
		}
	}
	return true
}

// flag takes the bare word w.
func (r *reader) flag(w string) bool {
	found := r.Word(w)
	if found {
		r.used++
	}
	return found
}

// place locates the snippets of a field that stands once.
func (r *reader) place(key string) Any[Snippet] {
	all := r.Field(key)
	if len(all) == 0 {
		return nil
	}
	found, err := r.all(all[0])
	if err != nil {
		r.fail("%s: %w", key, err)
	}
	r.hold(found)
	return found
}

// loneSnippet locates the snippet without a key.
func (r *reader) loneSnippet() Any[Snippet] {
	if len(r.Snippets) != 1 {
		r.fail("one quoted snippet is needed, there are %d", len(r.Snippets))
		return nil
	}
	found, err := r.all(r.Snippets[0])
	if err != nil {
		r.fail("%w", err)
	}
	return found
}

// Segment is a stretch that is no body text.
type Segment struct {
	Line
	Class Any[readout.Class]
	Span  Any[Snippet]
	Of    Any[string] // the outlet of a relay
}

var classes = []readout.Class{
	readout.Headline, readout.Relay, readout.Embed, readout.Byline, readout.Dateline, readout.Credit,
	readout.Caption, readout.Promo, readout.Link, readout.Metadata, readout.Body,
}

func (r *reader) segment() Segment {
	r.allow("of")
	s := Segment{Line: r.Line, Class: one(r, "class", classes), Span: r.loneSnippet(), Of: r.Text("of")}
	if s.Class == nil || s.Class.First() == readout.Body {
		r.fail("a segment begins with a class other than body")
	}
	r.done(1)
	return s
}

// Time is a time expression. Value "" is unknown.
type Time struct {
	Line
	Type  Any[readout.TimexType]
	Value Any[string]
	Span  Any[Snippet]
	Mod   Any[string]
}

var timexTypes = []readout.TimexType{
	readout.TimexDate, readout.TimexTime, readout.TimexDuration, readout.TimexSet,
}

func (r *reader) time() Time {
	r.allow("mod")
	t := Time{Line: r.Line, Type: one(r, "type", timexTypes), Span: r.loneSnippet(), Mod: r.Text("mod")}
	if len(r.Words) != 2 || t.Type == nil || !onList(r.Words[0], timexTypes) {
		r.fail(`a time is TYPE VALUE "snippet"`)
		return t
	}
	for _, v := range r.Words[1] {
		t.Value = append(t.Value, strings.TrimPrefix(v, "?"))
	}
	return t
}
