// Package contact finds who met, called, visited or wrote to whom: a verb or
// noun of contact (list contact) with at least two parties of the report, or
// one group. A contact is told, planned, conditional, offered, refused, denied
// or cancelled as the words around it say; nothing is taken from a wish, a
// question or a rumour without names. Meetings with the press are none. A
// second mention in the same report with the same parties, and a time that
// does not contradict, is more evidence for the first.
//
// Left out: meetings whose parties only other sentences name ("the talks
// resume"), and who else was in the room.
package contact

import (
	"fmt"
	"strings"

	"readout"
	"readout/internal/lang"
	"readout/internal/read/layer"
)

// Find gives the contacts of a report in the order in which it tells them. It
// reads a's layers and the statements found in it. An error is a span that
// does not fit the text.
func Find(a *readout.Analysis, l *lang.Language, statements []readout.Statement) ([]readout.Contact, error) {
	f := &finder{Index: layer.New(a, l, statements), words: load(l)}
	for _, s := range a.Sentences {
		if !f.Reads(s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			for _, find := range []func(int) (draft, bool){f.verb, f.invited, f.joint, f.noun, f.asked} {
				if d, ok := find(i); ok {
					f.add(d)
					break
				}
			}
		}
	}
	return f.contacts()
}

type finder struct {
	*layer.Index
	words  map[string]string // word → "kind form", as in the list
	drafts []draft
}

// draft is a contact in the making: its key word at token at, all of it from
// first up to last.
type draft struct {
	form            readout.ContactForm
	who             []layer.Actor
	at, first, last int
	state           readout.ContactState
	condition       readout.Range
	again           bool // "on several occasions": no one meeting
	before          bool // the time in the sentence is of what came after it
	more            []readout.Range
	when            *readout.Timex
	where           string
}

// load reads "kind words" and "kind form words" into word → kinds.
func load(l *lang.Language) map[string]string {
	out := map[string]string{}
	for _, line := range l.Lines("contact") {
		f := strings.Fields(line)
		kind, rest := f[0], f[1:]
		switch kind {
		case "verb", "gerund", "with", "noun":
			kind, rest = kind+":"+f[1], f[2:]
		}
		for _, w := range rest {
			out[w] += " " + kind
		}
	}
	return out
}

// is reports that token i stands in the list under a kind.
func (f *finder) is(i int, kind string) bool {
	return strings.Contains(f.words[f.Low(i)]+" ", " "+kind+" ")
}

// form is the form of contact that token i names under a kind ("verb").
func (f *finder) form(i int, kind string) (readout.ContactForm, bool) {
	for _, k := range strings.Fields(f.words[f.Low(i)]) {
		if name, form, _ := strings.Cut(k, ":"); name == kind {
			return readout.ContactForm(form), true
		}
	}
	return "", false
}

// add completes a draft and keeps it, or lays it to one that it repeats.
func (f *finder) add(d draft) {
	d.who = f.people(d.who)
	if len(d.who) == 0 || len(d.who) == 1 && d.state != readout.ContactOffered && !f.plural(d.who[0]) {
		return
	}
	if d.when = f.Near(d.at, d.last, 14); d.when != nil {
		d.last = max(d.last, f.At(d.when.End))
	}
	if d.where = f.place(d.at+1, d.last+10); d.where == "" {
		d.where = f.place(d.first, d.at)
	}
	if d.state == readout.ContactPlanned || d.state == readout.ContactReported {
		f.conditional(&d)
	}
	for i := range f.drafts {
		if f.same(&f.drafts[i], &d) {
			f.merge(&f.drafts[i], &d)
			return
		}
	}
	f.drafts = append(f.drafts, d)
}

func (f *finder) merge(o, d *draft) {
	o.more = append(o.more, f.Range(d.first, d.last))
	if o.when == nil && d.when != nil && !d.before {
		o.when, o.before = d.when, false
	}
	if o.where == "" {
		o.where = d.where
	}
	if o.form == readout.ContactOnly {
		o.form = d.form
	}
	if weight[d.state] > weight[o.state] {
		o.state = d.state
	}
}

// weight orders states by how much they settle; see record.md.
var weight = map[readout.ContactState]int{
	readout.ContactRumoured: 0, readout.ContactOffered: 1, readout.ContactConditional: 3, readout.ContactPlanned: 2,
	readout.ContactReported: 4, readout.ContactConfirmed: 5, readout.ContactRefused: 6, readout.ContactDenied: 6, readout.ContactCancelled: 6,
}

// same: the same parties, a form that can be meant, and no time against it;
// what lies ahead is not what took place, nor is a refusal.
func (f *finder) same(o, d *draft) bool {
	if len(o.who) != len(d.who) || o.again || d.again || kindOf(o.state) != kindOf(d.state) || !loose(o.form, d.form) {
		return false
	}
	if o.when != nil && d.when != nil && !o.before && !d.before && day(o.when.Value) != day(d.when.Value) {
		return false
	}
	for _, p := range d.who {
		if !has(o.who, p) {
			return false
		}
	}
	return true
}

func day(value string) string {
	value, _, _ = strings.Cut(value, "T")
	return value
}

func kindOf(s readout.ContactState) int {
	switch s {
	case readout.ContactReported, readout.ContactConfirmed, readout.ContactDenied:
		return 1
	case readout.ContactRefused:
		return 2
	}
	return 3
}

func loose(a, b readout.ContactForm) bool {
	written := func(x readout.ContactForm) bool { return x == readout.Letter || x == readout.Briefing }
	called := func(x readout.ContactForm) bool { return x == readout.Call }
	return a == b || a == readout.ContactOnly || b == readout.ContactOnly || !written(a) && !written(b) && !called(a) && !called(b)
}

func has(list []layer.Actor, p layer.Actor) bool {
	for _, o := range list {
		if o.Party.ID == p.Party.ID {
			return true
		}
	}
	return false
}

// contacts turns the drafts into contacts of the record.
func (f *finder) contacts() ([]readout.Contact, error) {
	var out []readout.Contact
	for i := range f.drafts {
		c, err := f.contact(&f.drafts[i])
		if err != nil {
			return nil, fmt.Errorf("contact: %w", err)
		}
		out = append(out, c)
	}
	return out, nil
}

func (f *finder) contact(d *draft) (readout.Contact, error) {
	r := f.Range(d.first, d.last)
	c := readout.Contact{Form: d.form, State: d.state, Where: d.where, ID: readout.NewID("k", f.A.Doc.ID, r, d.at)}
	teller := f.Teller(f.Range(d.at, d.at+1))
	for _, p := range d.who {
		c.Participants = append(c.Participants, readout.Participant{Party: p.Party.ID, ToldBy: teller})
	}
	seen := map[string]bool{}
	for n, piece := range append([]readout.Range{r}, d.more...) {
		key := piece
		if n == 0 {
			key = f.Range(d.at, d.at+1)
		}
		e, err := f.evidence(key, piece)
		if err != nil {
			return c, err
		}
		if e.Statement == "" || !seen[e.Statement] {
			c.Evidence = append(c.Evidence, e)
			seen[e.Statement] = true
		}
	}
	if d.when != nil {
		date, err := f.Date(d.when)
		if err != nil {
			return c, err
		}
		if d.before {
			date.Value, date.Grain = "../"+date.Value, readout.GrainInterval
		}
		c.When = date
	}
	if !d.condition.Empty() {
		span, err := f.Span(d.condition)
		if err != nil {
			return c, err
		}
		c.Condition = &readout.Condition{Text: span.Text, Span: span}
	}
	return c, nil
}

// evidence is the statement around the key word, else the whole piece.
func (f *finder) evidence(key, piece readout.Range) (readout.Evidence, error) {
	if s := f.Around(key); s != nil {
		return readout.Evidence{Statement: s.ID}, nil
	}
	span, err := f.Span(piece)
	return readout.Evidence{Span: span}, err
}
