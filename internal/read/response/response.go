// Package response finds who has answered and who has not: "did not respond",
// "neither side has confirmed", "no comment from the ministry", and the
// confirmations and denials among the statements. It says what the text says
// of an answer, never why there is none. One response a party.
package response

import (
	"fmt"
	"strings"

	"readout"
	"readout/internal/lang"
)

// Find reads the responses of a report, in order of the text; statements are
// those already found in it.
func Find(a *readout.Analysis, l *lang.Language, statements []readout.Statement) ([]readout.Response, error) {
	f := newFinder(a, l)
	for _, s := range a.Sentences {
		if !f.reads(s) {
			continue
		}
		if !f.nominal(s) {
			f.verbal(s)
		}
	}
	f.answers(statements)
	return f.out, f.err
}

type finder struct {
	a        *readout.Analysis
	l        *lang.Language
	text     string
	lows     []string       // token → its lower case
	quotedAt []bool         // token → it stands in a quotation
	starts   map[int]int    // byte → the longest mention of a party that begins there
	ends     map[int]int    // byte → the longest mention of a party that ends there
	byID     map[string]int // id → party
	patterns []pattern
	out      []readout.Response
	err      error
}

func newFinder(a *readout.Analysis, l *lang.Language) *finder {
	f := &finder{
		a: a, l: l, text: a.Doc.Text, patterns: patterns(l), lows: make([]string, len(a.Tokens)), quotedAt: make([]bool, len(a.Tokens)),
		starts: map[int]int{}, ends: map[int]int{}, byID: map[string]int{},
	}
	for i, t := range a.Tokens {
		f.lows[i] = strings.ToLower(f.text[t.Start:t.End])
	}
	for _, q := range a.Quotes {
		for i := f.tokenAt(q.Inner.Start); i < len(a.Tokens) && a.Tokens[i].Start < q.Inner.End; i++ {
			f.quotedAt[i] = true
		}
	}
	longest := func(of map[int]int, at, n int) {
		if old, ok := of[at]; !ok || a.Mentions[n].Len() > a.Mentions[old].Len() {
			of[at] = n
		}
	}
	for n, m := range a.Mentions {
		if m.Party >= 0 {
			longest(f.starts, m.Start, n)
			longest(f.ends, m.End, n)
		}
	}
	for i, p := range a.Parties {
		if _, ok := f.byID[p.ID]; !ok && p.ID != "" {
			f.byID[p.ID] = i
		}
	}
	return f
}

func (f *finder) reads(s readout.Sentence) bool {
	switch f.a.Blocks[s.Block].Class {
	case readout.Body, readout.Relay, readout.Headline:
		return true
	}
	return false
}

func (f *finder) low(i int) string {
	if i < 0 || i >= len(f.a.Tokens) {
		return ""
	}
	return f.lows[i]
}

// quoted reports that token i stands in a quotation: a speaker's words about
// answers are a statement, not the report's.
func (f *finder) quoted(i int) bool { return f.quotedAt[i] }

// add keeps one response for each party (-1: nobody is named).
func (f *finder) add(status readout.Status, r readout.Range, about string, parties ...int) {
	for _, p := range parties {
		span, err := f.a.Span(r)
		if err != nil {
			f.err = fmt.Errorf("response: %w", err)
			return
		}
		resp := readout.Response{Doc: f.a.Doc.ID, Span: span, Status: status, AsOf: f.a.Doc.Published}
		if p >= 0 {
			resp.Party = f.a.Parties[p].ID
		}
		if about = strings.TrimSpace(about); about != "" {
			resp.About = &readout.About{Text: about}
		}
		resp.ID = readout.NewID("r", f.a.Doc.ID, r, status, resp.Party)
		f.out = append(f.out, resp)
	}
}

var byAct = map[readout.Act]readout.Status{
	readout.ActConfirm: readout.Confirmed, readout.ActDeny: readout.Denied, readout.ActAcknowledge: readout.Acknowledged, readout.ActDecline: readout.Declined,
}

// answers adds the statements that are answers themselves: a confirmation, a
// denial, an admission, a refusal to speak.
func (f *finder) answers(statements []readout.Statement) {
	for _, s := range statements {
		status, ok := byAct[s.Act]
		if status == readout.Denied && !denies(s.Cue) {
			continue // the words deny something that they do not name
		}
		if !ok || s.Negated || s.Cue == nil || s.Parent != "" {
			continue
		}
		if status == readout.Declined && strings.Contains(strings.ToLower(s.Cue.Text), "refus") {
			status = readout.Refused
		}
		r := s.Span.Bytes()
		if s.Source != nil && s.Source.BStart < s.Cue.BStart && r.Contains(s.Source.Bytes()) {
			r = readout.Range{Start: s.Source.BStart, End: s.Cue.BEnd}
		}
		about := ""
		if len(s.Content) > 0 {
			about = s.Content[0].Text
		} else if s.Act == readout.ActDecline {
			about = f.topic(s.Cue.Bytes())
		}
		f.add(status, r, about, f.index(s.Speaker))
	}
}

// denies reports a cue that says of its content that it is denied.
func denies(cue *readout.Span) bool {
	if cue == nil {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(cue.Text)) {
		for _, stem := range []string{"den", "dismiss", "refut", "rebut", "disput", "contradict", "reject", "disavow"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

func (f *finder) index(id string) int {
	if i, ok := f.byID[id]; ok {
		return i
	}
	return -1
}
