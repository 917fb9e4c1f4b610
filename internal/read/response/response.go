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
	f := &finder{a: a, l: l, text: a.Doc.Text, patterns: patterns(l)}
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
	patterns []pattern
	out      []readout.Response
	err      error
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
	return strings.ToLower(f.text[f.a.Tokens[i].Start:f.a.Tokens[i].End])
}

// quoted reports that token i stands in a quotation: a speaker's words about
// answers are a statement, not the report's.
func (f *finder) quoted(i int) bool {
	at := f.a.Tokens[i].Start
	for _, q := range f.a.Quotes {
		if q.Inner.Start <= at && at < q.Inner.End {
			return true
		}
	}
	return false
}

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
		}
		f.add(status, r, about, f.index(s.Speaker))
	}
}

func (f *finder) index(id string) int {
	for i, p := range f.a.Parties {
		if p.ID == id && id != "" {
			return i
		}
	}
	return -1
}
