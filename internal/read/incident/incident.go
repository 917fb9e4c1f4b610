// Package incident finds what happened to people and places, with its figures:
// killed, injured, missing, captured, displaced, damaged, launched,
// intercepted, clashes. A figure is a number or a vague word ("several") tied
// by form to a word that says what is counted (list incident); it keeps its
// bound and whose word it is. Figures of one event, in one sentence or in
// those that go on about it, are one incident; two tellers' numbers stand side
// by side. An event without figures is an incident where its verb leaves no
// doubt: struck, derailed, retaken.
//
// Left out: money and shares, records ("the deadliest since"), what may or
// might happen, and counts of years or wars.
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

// draft is an incident in the making.
type draft struct {
	what    readout.Range
	where   string
	when    *readout.Timex
	actor   string
	by      string // whose word the actor is
	figures []figure
	kind    kind            // what its figures, or the event, were of at first
	pieces  []readout.Range // where it is told: a sentence's part each
	keys    []readout.Range // the words that say on whose word
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

// sentence takes up the figures and the event of one sentence.
func (f *finder) sentence(s readout.Sentence) {
	figures := f.figures(s)
	ev, found := f.event(s, figures)
	if len(figures) == 0 && (!found || !ev.sure) {
		if found && len(f.drafts) == 0 {
			d := f.draft(s, ev, found, nil)
			f.pending = &d
		}
		return
	}
	d := f.draft(s, ev, found, figures)
	if f.pending != nil && len(f.drafts) == 0 && d.kind == harm && (!found || !ev.fresh) {
		f.drafts = append(f.drafts, *f.pending)
	}
	f.pending = nil
	if !found && len(f.drafts) == 0 && d.when == nil && many(figures) {
		return
	}
	if o := f.earlier(&d, ev, found); o != nil {
		merge(o, &d)
		return
	}
	f.drafts = append(f.drafts, d)
}

// long is a count that without a day is of a war or a year, no one event.
const long = 5000

func many(figures []figure) bool {
	for _, g := range figures {
		if g.value != nil && *g.value >= long && g.quantity != readout.OtherCount {
			return true
		}
	}
	return false
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

func (f *finder) draft(s readout.Sentence, ev event, found bool, figures []figure) draft {
	first, last := s.Last, s.First
	for _, g := range figures {
		first, last = min(first, f.At(g.words.Start), g.at), max(last, f.At(g.words.End), g.at+1)
	}
	d := draft{figures: figures, kind: kindOf(found, figures)}
	if found {
		first, last = min(first, ev.first), max(last, ev.last)
		d.what, d.where, d.actor = ev.what, ev.where, ev.actor
		d.when = f.Near(ev.at, ev.at+1, 30)
		d.by = f.Teller(f.Range(ev.at, ev.at+1))
		if d.where == "" {
			d.where = f.place(ev.at+1, min(s.Last, ev.at+20))
		}
	} else {
		g := figures[0]
		d.what = f.Range(f.clause(g), max(g.at+1, f.At(g.words.End)))
		d.when = f.Near(figures[0].at, figures[0].at+1, 16)
		d.where = f.place(figures[0].at+1, s.Last)
	}
	for _, g := range figures {
		if d.actor == "" {
			d.actor = f.agent(g.at)
			d.by = f.Teller(f.Range(g.at, g.at+1))
		}
	}
	d.pieces = []readout.Range{f.Range(first, last)}
	d.keys = []readout.Range{f.Range(first, first+1)}
	if len(figures) > 0 {
		d.keys[0] = f.Range(figures[0].at, figures[0].at+1)
	}
	return d
}

// clause is where the clause of a figure begins: at its subject, or at that of
// the verb it is joined to ("a crane came down and killed four").
func (f *finder) clause(g figure) int {
	first := min(g.at, f.At(g.words.Start))
	for v := g.at; v >= 0 && f.Sentence(v) == f.Sentence(g.at); v = f.head(v) {
		if s := f.child(v, "nsubj"); s >= 0 && s < first && f.Around(f.Range(s, s+1)) == f.Around(f.Range(g.at, g.at+1)) {
			return f.nounStart(s+1, f.Sentence(s))
		}
		if r := f.relation(v); r != "conj" && r != "advcl" && r != "xcomp" {
			break
		}
	}
	return first
}

// earlier is the incident that a sentence goes on about: one that is told as
// known, or has no event of its own, continues the last; detentions do not
// continue a strike.
func (f *finder) earlier(d *draft, ev event, found bool) *draft {
	if len(f.drafts) == 0 {
		return nil
	}
	o := &f.drafts[len(f.drafts)-1]
	for n := len(f.drafts) - 1; n >= 0 && !found; n-- {
		if d.kind == f.drafts[n].kind {
			o = &f.drafts[n]
			break
		}
	}
	if found && ev.fresh && !(d.where != "" && d.where == o.where && d.when != nil && o.when != nil && d.when.Value == o.when.Value) {
		return nil
	}
	if found && ev.sure && len(d.figures) == 0 {
		return nil
	}
	if d.kind == captives && o.kind == harm && !found && !f.charged(d) {
		return o
	}
	if d.kind != o.kind || d.when != nil && o.when != nil && d.when.Value != o.when.Value && found {
		return nil
	}
	return o
}

// charged: held for what they are said to have done before, which is another
// matter than being held in the clash that is told.
func (f *finder) charged(d *draft) bool {
	g := d.figures[0]
	s := f.Sentence(g.at)
	if _, state := f.quantity(g.at, "state"); state {
		return true // they are in custody, whenever that began
	}
	for k := g.at; k < s.Last; k++ {
		switch f.Low(k) {
		case "over", "suspicion", "connection", "charges", "charged", "suspected":
			return true
		}
	}
	return false
}

// kind is what a draft's figures are of; those of different kinds are of
// different incidents.
type kind uint8

const (
	harm kind = iota
	captives
	crowds
)

func kindOf(found bool, figures []figure) kind {
	switch {
	case len(figures) > 0 && figures[0].crowd:
		return crowds
	case !found && len(figures) > 0 && figures[0].quantity == readout.Captured:
		return captives
	}
	return harm
}

func merge(o, d *draft) {
	o.figures = append(o.figures, d.figures...)
	o.pieces = append(o.pieces, d.pieces...)
	o.keys = append(o.keys, d.keys...)
	if o.where == "" {
		o.where = d.where
	}
	if o.when == nil {
		o.when = d.when
	}
	if o.actor == "" {
		o.actor, o.by = d.actor, d.by
	}
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
