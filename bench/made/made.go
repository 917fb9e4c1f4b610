// Package made makes reports for benchmarks, with the readings that a reader
// would give: words of syllables, as unequally frequent as those of a language,
// ten statements a report, every fourth of which repeats an earlier saying, half
// of these with a word changed. The same program makes the same reports.
package made

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

const (
	perReport  = 10     // statements
	vocabulary = 60_000 // words
	people     = 4_000
	perMatter  = 4   // statements on one proposition, about
	perPage    = 500 // reports whose groups are written at once
)

// Maker makes reports.
type Maker struct {
	rand    *rand.Rand
	zipf    *rand.Zipf
	Words   []string // the most frequent first
	parties []readout.Party
	sayings []saying // lately made
	matters []string // ids of propositions, lately made
	n       int      // reports so far
	fresh   readout.Ledger
	known   map[string]bool // parties in the ledger
}

// saying is a content that a later report may repeat.
type saying struct {
	text, utterance, matter string
	party                   int
	statements              []string
}

// New is a maker at its first report.
func New() *Maker {
	r := rand.New(rand.NewPCG(1, 2))
	m := &Maker{rand: r, zipf: rand.NewZipf(r, 1.1, 8, vocabulary-1), known: map[string]bool{}}
	syllables := strings.Fields("ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu an el ir on ur")
	for len(m.Words) < vocabulary {
		n, w := len(m.Words)+25, ""
		for ; n > 0; n /= len(syllables) {
			w += syllables[n%len(syllables)]
		}
		m.Words = append(m.Words, w)
	}
	for i := range people {
		name := title(m.Words[i]) + " " + title(m.Words[vocabulary-1-i])
		p := readout.Party{ID: readout.NewID("p", name), Name: name, Kind: readout.Person, Aliases: []string{title(m.Words[vocabulary-1-i])}}
		switch {
		case i < 40:
			p.Kind = readout.State
		case i < 400:
			p.SpeaksFor = m.parties[i%40].ID
		}
		m.parties = append(m.parties, p)
	}
	return m
}

func title(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// content is a sentence of 8 to 30 words; every third names a party.
func (m *Maker) content() string {
	var words []string
	for range 8 + m.rand.IntN(22) {
		words = append(words, m.Words[m.zipf.Uint64()])
	}
	if m.rand.IntN(3) == 0 {
		words[len(words)/2] = m.parties[m.rand.IntN(people)].Name
	}
	return strings.Join(words, " ")
}

// Next makes a report, and adds its groups to those that Fill writes.
func (m *Maker) Next() (*readout.Document, *readout.Record) {
	published := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, m.n/60).Format(time.DateOnly)
	var text strings.Builder
	var said []saying
	for range perReport {
		s := m.saying()
		fmt.Fprintf(&text, "%s said that %s.\n", m.parties[s.party].Name, s.text)
		said = append(said, s)
	}
	hash := readout.HashOf(fmt.Appendf(nil, "%d %s", m.n, text.String()))
	doc := &readout.Document{
		ID: readout.DocumentID(hash), Name: fmt.Sprintf("made-%d.txt", m.n), Outlet: "Outlet " + m.Words[m.n%300], Lang: "en",
		Text: text.String(), Hash: hash, Published: &readout.Date{Value: published, Grain: readout.GrainDay},
		Recorded: &readout.Date{Value: published, Grain: readout.GrainDay},
	}
	rec := &readout.Record{Doc: doc.ID, Reader: "made"}
	ruler, at := doc.Ruler(), 0
	for i, s := range said {
		rec.Statements = append(rec.Statements, m.statement(doc, ruler, at, i, s))
		at += len(m.parties[s.party].Name) + len(" said that ") + len(s.text) + len(".\n")
	}
	m.n++
	return doc, rec
}

// Made is how many reports there are so far.
func (m *Maker) Made() int { return m.n }

// saying is a new one, or one of those made lately.
func (m *Maker) saying() saying {
	if len(m.sayings) > 0 && m.rand.IntN(4) == 0 {
		s := m.sayings[m.rand.IntN(len(m.sayings))]
		if m.rand.IntN(2) == 0 {
			words := strings.Fields(s.text)
			words[m.rand.IntN(len(words))] = m.Words[m.zipf.Uint64()]
			s.text = strings.Join(words, " ")
		}
		return s
	}
	s := saying{text: m.content(), party: m.rand.IntN(people)}
	if len(m.matters) == 0 || m.rand.IntN(perMatter-1) == 0 {
		s.matter = readout.NewID("q", s.text)
		m.matters = lately(m.matters, s.matter)
		m.fresh.Propositions = append(m.fresh.Propositions, readout.Proposition{ID: s.matter, Text: s.text, Kind: readout.Fact})
	} else {
		s.matter = m.matters[m.rand.IntN(len(m.matters))]
	}
	return s
}

func lately[T any](list []T, v T) []T {
	const most = 2000
	if len(list) == 2*most {
		list = append(list[:0], list[most:]...)
	}
	return append(list, v)
}

var values = []readout.StanceValue{readout.Affirms, readout.Affirms, readout.Denies, readout.Supports, readout.SecondHand}

func (m *Maker) statement(doc *readout.Document, ruler *readout.Ruler, at, n int, s saying) readout.Statement {
	party := m.parties[s.party]
	cut := func(from, to int) readout.Span {
		span, err := ruler.Span(readout.Range{Start: from, End: to})
		if err != nil {
			panic(err) // the text was made of these parts
		}
		return span
	}
	begin := at + len(party.Name) + len(" said that ")
	source, cue := cut(at, at+len(party.Name)), cut(at+len(party.Name)+1, at+len(party.Name)+5)
	st := readout.Statement{
		ID: readout.NewID("s", doc.ID, n), Doc: doc.ID, Span: cut(at, begin+len(s.text)), Source: &source, Cue: &cue,
		Content: []readout.Span{cut(begin, begin+len(s.text))}, Speaker: party.ID, SpeakerClass: readout.SpeakerNamed,
		Act: readout.ActState, Mode: readout.Indirect, Said: &readout.Date{Value: "../" + doc.Published.Value},
		Grade: readout.Sure, By: "made", Why: "named speaker and cue",
	}
	if !m.known[party.ID] {
		m.known[party.ID] = true
		m.fresh.Parties = append(m.fresh.Parties, party)
	}
	if s.utterance == "" {
		s.utterance = readout.NewID("u", st.ID)
	}
	s.statements = append(s.statements[:len(s.statements):len(s.statements)], st.ID)
	m.sayings = lately(m.sayings, s)
	m.fresh.Utterances = append(m.fresh.Utterances, readout.Utterance{ID: s.utterance, Statements: s.statements, Speaker: party.ID, Origin: s.statements[0]})
	m.fresh.Stances = append(m.fresh.Stances, readout.Stance{Statement: st.ID, Proposition: s.matter, Party: party.ID, Value: values[m.rand.IntN(len(values))]})
	return st
}

// Fill writes a number of reports and their ledger, which is made with them and
// not by joining; note is told how many there are.
func Fill(ctx context.Context, db *sqlite.DB, reports int, note func(int)) error {
	m := New()
	for from := 0; m.n < reports; from = m.n {
		for m.n < min(from+perPage, reports) {
			doc, rec := m.Next()
			if _, err := db.Put(ctx, doc, rec); err != nil {
				return err
			}
		}
		if err := db.PutLedger(ctx, ledger.Version, store.Change{From: int64(from), To: int64(m.n), Put: slices.Collect(store.Groups(&m.fresh))}); err != nil {
			return err
		}
		m.fresh = readout.Ledger{}
		note(m.n)
	}
	return nil
}
