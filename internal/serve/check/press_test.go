package check_test

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
	"readout/internal/store"
)

// press writes reports on an invented quarrel over a bridge, and a draft.
type press struct {
	t    *testing.T
	fake *querytest.Fake
}

func newPress(t *testing.T) *press {
	return &press{t, &querytest.Fake{Joined: readout.Ledger{Parties: people}}}
}

var people = []readout.Party{
	{ID: "p-tal", Name: "Ode Tal", Kind: readout.Person, PartOf: "p-works"},
	{ID: "p-brun", Name: "Karl Brun", Kind: readout.Person},
	{ID: "p-works", Name: "Bridge Works", Kind: readout.Institution},
	{ID: "p-clerk", Name: "a clerk", Kind: readout.Unnamed},
}

// line is a statement: of whom, with which word, and its content as it stands in
// the text; Split contents have " ... " between them.
type line struct {
	who, cue, content string
	act               readout.Act
	mode              readout.Mode
	grade             readout.Grade
	teller            string
	utterance         string
}

// report puts a text on record with what is said in it.
func (p *press) report(outlet, text string, lines ...line) {
	seq := int64(len(p.fake.All) + 1)
	doc, rec := p.read(outlet, text, lines)
	p.fake.All = append(p.fake.All, store.Report{Seq: seq, Doc: doc, Rec: rec})
	p.fake.Joined.Utterances = append(p.fake.Joined.Utterances, utterances(rec, lines)...)
}

// check gives the findings of a draft.
func (p *press) check(text string, lines ...line) []check.Finding {
	p.t.Helper()
	doc, rec := p.read("", text, lines)
	draft := check.Draft{Doc: doc, Rec: rec, Joined: &readout.Ledger{Utterances: utterances(rec, lines)}}
	all, err := check.Check(p.t.Context(), query.New(p.fake, ""), draft, query.At{})
	if err != nil {
		p.t.Fatal(err)
	}
	return all
}

// wants checks the kinds of the findings of a draft that is one sentence.
func (p *press) wants(kind check.Kind, text string, lines ...line) check.Finding {
	p.t.Helper()
	all := p.check(text, lines...)
	switch {
	case kind == "" && len(all) == 0:
		return check.Finding{}
	case kind != "" && len(all) == 1 && all[0].Kind == kind:
		return all[0]
	}
	p.t.Errorf("%s\nfound %+v\nwant %q", text, all, kind)
	return check.Finding{}
}

func (p *press) read(outlet, text string, lines []line) (*readout.Document, *readout.Record) {
	hash := readout.HashOf([]byte(outlet + text))
	doc := &readout.Document{ID: readout.DocumentID(hash), Outlet: outlet, Text: text, Published: &readout.Date{Value: "2026-02-01"}}
	rec := &readout.Record{Doc: doc.ID}
	for _, l := range lines {
		rec.Statements = append(rec.Statements, p.statement(doc, l))
	}
	return doc, rec
}

func (p *press) statement(doc *readout.Document, l line) readout.Statement {
	cut := func(words string) readout.Span {
		at := strings.Index(doc.Text, words)
		if at < 0 {
			p.t.Fatalf("%q does not stand in %q", words, doc.Text)
		}
		s, err := doc.Span(readout.Range{Start: at, End: at + len(words)})
		if err != nil {
			p.t.Fatal(err)
		}
		return s
	}
	s := readout.Statement{
		ID: readout.NewID("s", doc.ID, l.content, l.who), Doc: doc.ID, Speaker: l.who, SpeakerClass: readout.SpeakerNamed,
		Act: l.act, Mode: l.mode, Grade: l.grade, Chain: []readout.Hop{{Name: "outlet"}},
	}
	if s.Act == "" {
		s.Act = readout.ActState
	}
	if s.Mode == "" {
		s.Mode = readout.Direct
	}
	if s.Grade == "" {
		s.Grade = readout.Sure
	}
	if l.teller != "" {
		s.Chain = append(s.Chain, readout.Hop{Party: l.teller, Name: l.teller})
	}
	s.Chain = append(s.Chain, readout.Hop{Party: l.who})
	cue := cut(l.cue)
	s.Cue, s.Span = &cue, cue
	for _, c := range strings.Split(l.content, " ... ") {
		part := cut(c)
		s.Content = append(s.Content, part)
		s.Span, _ = doc.Span(readout.Range{Start: min(s.Span.BStart, part.BStart), End: max(s.Span.BEnd, part.BEnd)})
	}
	return s
}

func utterances(rec *readout.Record, lines []line) (all []readout.Utterance) {
	for i, s := range rec.Statements {
		id := lines[i].utterance
		if id == "" {
			id = "u-" + s.ID
		}
		all = append(all, readout.Utterance{ID: id, Speaker: s.Speaker, Statements: []string{s.ID}})
	}
	return all
}
