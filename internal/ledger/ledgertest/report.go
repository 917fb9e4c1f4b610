// Package ledgertest makes small reports for the tests of the ledger: a text
// is put together from its statements, so that every span is a real one.
package ledgertest

import (
	"strings"

	"readout"
	"readout/internal/store"
)

// Builder is one report in the making.
type Builder struct {
	doc    readout.Document
	rec    readout.Record
	text   strings.Builder
	end    string // of the last sentence, not yet written
	places []place
}

// place is where a statement's parts stand in the text.
type place struct {
	headline     bool
	statement    readout.Statement
	whole, cue   readout.Range
	content      readout.Range
	hasNoContent bool
}

// New begins a report of an outlet published on a day ("2026-05-04", or "" for
// unknown). Two reports of one outlet on one day need other texts.
func New(outlet, day string) *Builder {
	b := &Builder{doc: readout.Document{ID: "d-" + outlet + day, Outlet: outlet, Lang: "en"}}
	if day != "" {
		b.doc.Published = &readout.Date{Value: day, Grain: readout.GrainDay}
	}
	return b
}

// Party adds parties to the report.
func (b *Builder) Party(parties ...readout.Party) *Builder {
	b.rec.Parties = append(b.rec.Parties, parties...)
	return b
}

// Prose adds a sentence without a statement and returns where it stands.
func (b *Builder) Prose(text string) readout.Range {
	b.finish()
	from := b.text.Len()
	b.text.WriteString(text + " ")
	return readout.Range{Start: from, End: from + len(text)}
}

// Say adds a statement and returns its id: "speaker cue content." The mode
// follows the quotation marks. Change sets what else it has.
func (b *Builder) Say(speaker string, act readout.Act, cue, content string, change ...func(*readout.Statement)) string {
	st := readout.Statement{
		ID: readout.NewID("s", b.doc.ID, len(b.places)), Doc: b.doc.ID, Speaker: speaker, Act: act,
		Mode: mode(content), Grade: readout.Sure, By: "test",
	}
	if b.doc.Published != nil {
		st.Said = &readout.Date{Value: "../" + b.doc.Published.Value, Grain: readout.GrainInterval}
	}
	for _, c := range change {
		c(&st)
	}
	b.finish()
	start := b.text.Len()
	b.text.WriteString("They ")
	at := b.text.Len()
	b.text.WriteString(cue + " ")
	from := b.text.Len()
	b.text.WriteString(content)
	p := place{
		statement: st, whole: readout.Range{Start: start, End: b.text.Len()}, cue: readout.Range{Start: at, End: at + len(cue)},
		content: readout.Range{Start: from, End: b.text.Len()}, hasNoContent: content == "",
	}
	b.end = ". "
	b.places = append(b.places, p)
	return st.ID
}

// Then goes on in the sentence of the last statement with these words.
func (b *Builder) Then(link string) { b.end = link }

func (b *Builder) finish() {
	b.text.WriteString(b.end)
	b.end = ""
}

func mode(content string) readout.Mode {
	switch {
	case strings.HasPrefix(content, "“") && strings.HasSuffix(content, "”"):
		return readout.Direct
	case strings.Contains(content, "“"):
		return readout.Mixed
	}
	return readout.Indirect
}

// Headline is Say in a headline of the report.
func (b *Builder) Headline(speaker string, act readout.Act, cue, content string) string {
	id := b.Say(speaker, act, cue, content)
	b.places[len(b.places)-1].headline = true
	return id
}

// On gives a statement a day of its own.
func On(day string) func(*readout.Statement) {
	return func(st *readout.Statement) { st.Said = &readout.Date{Value: day, Grain: readout.GrainDay} }
}

// Inside puts a statement into another's content.
func Inside(parent string) func(*readout.Statement) {
	return func(st *readout.Statement) { st.Parent = parent }
}

// Record gives the record in the making, for what has no method of its own.
func (b *Builder) Record() *readout.Record { return &b.rec }

// ID is the document's id.
func (b *Builder) ID() string { return b.doc.ID }

// Response adds that a party has or has not answered; at is from Prose.
func (b *Builder) Response(party string, status readout.Status, at readout.Range, about string) string {
	r := readout.Response{
		ID: readout.NewID("r", b.doc.ID, len(b.rec.Responses)), Doc: b.doc.ID, Party: party, Status: status,
		Span: readout.Span{Doc: b.doc.ID, BStart: at.Start, BEnd: at.End},
	}
	if about != "" {
		r.About = &readout.About{Text: about}
	}
	b.rec.Responses = append(b.rec.Responses, r)
	return r.ID
}

// Report is the finished report, the seq-th to arrive.
func (b *Builder) Report(seq int) store.Report {
	b.finish()
	doc, rec := b.doc, b.rec
	doc.Text = b.text.String()
	doc.Hash = readout.HashOf([]byte(doc.Text))
	rec.Doc, rec.Reader = doc.ID, "test/1"
	rec.Statements, rec.Segments = nil, nil
	for _, p := range b.places {
		st := p.statement
		st.Span = cut(&doc, p.whole)
		if p.headline {
			rec.Segments = append(rec.Segments, readout.Segment{Doc: doc.ID, Span: st.Span, Class: readout.Headline})
		}
		c := cut(&doc, p.cue)
		st.Cue = &c
		if !p.hasNoContent {
			st.Content = []readout.Span{cut(&doc, p.content)}
		}
		rec.Statements = append(rec.Statements, st)
	}
	for i := range rec.Responses {
		rec.Responses[i].Span = cut(&doc, rec.Responses[i].Span.Bytes())
	}
	for _, in := range rec.Incidents {
		for i := range in.Figures {
			in.Figures[i].Span = cut(&doc, in.Figures[i].Span.Bytes())
		}
	}
	return store.Report{Seq: int64(seq), Doc: &doc, Rec: &rec}
}

func cut(doc *readout.Document, r readout.Range) readout.Span {
	s, err := doc.Span(r)
	if err != nil {
		panic(err)
	}
	return s
}
