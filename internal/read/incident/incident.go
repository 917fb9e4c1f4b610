// Package incident finds what happened to people and places, with its figures:
// killed, injured, missing, captured, displaced, damaged, launched,
// intercepted, clashes, and others such as cases of an illness or people who
// marched.
//
// The idea: every number, or vague word ("several"), has its noun phrase; what
// that is in the clause (object, subject, behind "of", beside a participle)
// ties it to a word that says what is counted (list incident). A number that
// stands alone counts what the one before it counted ("the union puts it at
// 31"). Each figure keeps its bound and whose word it is. Figures of one event,
// in one sentence or in those that go on about it, are one incident; two
// tellers' numbers stand side by side; a crowd and those held for something
// earlier are incidents of their own. An event without figures is an incident
// where its verb leaves no doubt (struck, derailed, retaken), where soldiers,
// police or fighters do it, or where it is dated and its object says so.
//
// Heads and relations are those of Universal Dependencies.
//
// Left out: money and shares, records ("the deadliest since"), rates, ages, what
// may or might happen, counts of years or wars, parts of a count ("including
// three children"), and what counts a zero ("nobody was hurt").
package incident

import (
	"cmp"
	"fmt"
	"strings"

	"readout"
	"readout/internal/lang"
	"readout/internal/read/layer"
)

// Find gives the incidents of a report in the order in which it tells them.
// It reads a's layers and the statements found in it. An error is a span that
// does not fit the text.
func Find(a *readout.Analysis, l *lang.Language, statements []readout.Statement) ([]readout.Incident, error) {
	f := &finder{Index: layer.New(a, l, statements), words: load(l), pairs: loadPairs(l)}
	for _, s := range a.Sentences {
		switch {
		case !f.Reads(s) || a.Blocks[s.Block].Class == readout.Headline:
		case f.note(s):
			f.figures(s) // what is no longer said is still what the next number counts
		default:
			f.sentence(s)
		}
	}
	return f.incidents()
}

type finder struct {
	*layer.Index
	words   map[string]string // word → kinds of the list
	pairs   map[string][]pair // verb → what says it with a second word
	topic   topic
	sick    int // 1: the report is about an illness, -1: it is not, 0: not looked at yet
	drafts  []draft
	pending *draft // what the report began with, before any figure
}

// figure is one number: its words, what it counts.
type figure struct {
	quantity readout.Quantity
	words    readout.Range
	unit     string
	value    *float64
	bound    readout.Bound
	at       int    // token of the word that says what is counted
	by       string // who is said to have set the number, outside a statement
	crowd    bool   // of people who marched
	topic    int    // token that says so in another sentence, or -1
}

// event is what a sentence says happened.
type event struct {
	what  readout.Range
	at    int // its noun or verb
	where string
	actor string
	fresh bool // told as new: "a strike", "a bus plunged"
	sure  bool // an incident without any figure
	first int
	last  int
}

func load(l *lang.Language) map[string]string {
	out := map[string]string{}
	for _, line := range l.Lines("incident") {
		f := strings.Fields(line)
		kind, rest := f[0], f[1:]
		switch kind {
		case "quantity":
			kind, rest = f[2]+":"+f[1], f[3:]
		case "pair":
			continue
		}
		for _, w := range rest {
			out[w] += " " + kind + " "
		}
	}
	return out
}

// pair is a verb's second word: alone ("ill"), or a preposition with a noun or
// with any ("to hospital", "for *").
type pair struct {
	with     string
	quantity readout.Quantity
	active   bool // said of the subject of the active verb
}

// loadPairs reads "pair QUANTITY active|passive VERBS / WORDS".
func loadPairs(l *lang.Language) map[string][]pair {
	out := map[string][]pair{}
	for _, line := range l.Lines("incident") {
		f := strings.Fields(line)
		if f[0] != "pair" {
			continue
		}
		verbs, with, _ := strings.Cut(strings.Join(f[3:], " "), " / ")
		for _, v := range strings.Fields(verbs) {
			for _, w := range strings.Split(with, ", ") {
				out[v] = append(out[v], pair{w, readout.Quantity(f[1]), f[2] == "active"})
			}
		}
	}
	return out
}

func (f *finder) is(i int, kind string) bool { return f.isWord(f.Low(i), kind) }

func (f *finder) isWord(low, kind string) bool {
	return strings.Contains(f.words[low], " "+kind+" ")
}

// quantity is what token i counts under a kind ("verb", "state", "toll").
func (f *finder) quantity(i int, kind string) (readout.Quantity, bool) {
	for _, k := range strings.Fields(f.words[f.Low(i)]) {
		name, q, ok := strings.Cut(k, ":")
		if ok && name == kind && (q != string(readout.OtherCount) || !f.is(i, "illness") || f.ill()) {
			return readout.Quantity(q), true
		}
	}
	return "", false
}

// note: a correction tells what is no longer said.
func (f *finder) note(s readout.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		low := f.Low(k)
		if low == "correction" && f.Word(k+1) == ":" || low == "earlier" && f.Low(k+1) == "version" {
			return true
		}
	}
	return false
}

func (f *finder) incidents() ([]readout.Incident, error) {
	var out []readout.Incident
	for i := range f.drafts {
		in, err := f.incident(&f.drafts[i])
		if err != nil {
			return nil, fmt.Errorf("incident: %w", err)
		}
		out = append(out, in)
	}
	return out, nil
}

func (f *finder) incident(d *draft) (readout.Incident, error) {
	in := readout.Incident{
		ID: readout.NewID("i", f.A.Doc.ID, d.what, d.pieces[0]), What: strings.Join(strings.Fields(f.Text(d.what)), " "),
		Where: d.where, Actor: d.actor,
	}
	if d.actor != "" {
		in.ActorToldBy = d.by
	}
	if d.when != nil {
		date, err := f.Date(d.when)
		if err != nil {
			return in, err
		}
		in.When = date
	}
	for _, g := range d.figures {
		span, err := f.Span(g.words)
		if err != nil {
			return in, err
		}
		in.Figures = append(in.Figures, readout.Figure{
			Quantity: g.quantity, Unit: g.unit, Value: g.value, Bound: g.bound, Span: *span, ToldBy: cmp.Or(g.by, f.Teller(g.words)),
		})
	}
	return in, f.evidence(&in, d)
}

func (f *finder) evidence(in *readout.Incident, d *draft) error {
	seen := map[string]bool{}
	for n, piece := range d.pieces {
		if s := f.Around(d.keys[n]); s != nil {
			if !seen[s.ID] {
				in.Evidence = append(in.Evidence, readout.Evidence{Statement: s.ID})
			}
			seen[s.ID] = true
			if s.Span.Bytes().Contains(piece) {
				continue
			}
		}
		span, err := f.Span(piece)
		if err != nil {
			return err
		}
		in.Evidence = append(in.Evidence, readout.Evidence{Span: span})
	}
	return nil
}
