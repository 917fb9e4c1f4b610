// Package contact finds who met, called, visited or wrote to whom. A verb or a
// noun of contact (list contact) gives a draft; who took part hangs on it in the
// parse or stands beside it in the text; what governs it in the sentence says
// how far it is real: told, planned, conditional, offered, refused, denied,
// rumoured or cancelled. Nothing is taken from a wish, an attempt or a
// question. A contact has two parties, or one that is several; a visit has a
// guest. Meetings with the press are none. A second mention in the same report
// with the same parties, or with "the", and a time that does not contradict, is
// more evidence for the first.
//
// Left out: meetings whose parties only other sentences name ("did you meet
// her?" "Twice."), and who else was in the room.
package contact

import (
	"fmt"
	"slices"
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
	f.plant()
	for _, s := range a.Sentences {
		if !f.Reads(s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			for _, find := range []func(int) (draft, bool){f.verb, f.invited, f.noun, f.byMeans, f.travels, f.asked} {
				if d, ok := find(i); ok {
					f.twice(d)
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
	kids   [][]int           // token → tokens that hang on it
	heads  map[int]int       // token → the mention of a party that it heads
	drafts []draft
}

// load reads "kind words" and "kind form words" into word → kinds.
func load(l *lang.Language) map[string]string {
	out := map[string]string{}
	for _, line := range l.Lines("contact") {
		f := strings.Fields(line)
		kind, rest := f[0], f[1:]
		switch kind {
		case "object", "host", "with", "each", "noun":
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

// twice adds a draft, and a second one with who was met next.
func (f *finder) twice(d draft) {
	next := d
	f.add(d)
	if len(d.then) > 0 {
		next.who, next.turn = append(slices.Clone(d.who[:1]), d.then...), 1
		f.add(next)
	}
}

// add completes a draft and keeps it, or lays it to one that it repeats.
func (f *finder) add(d draft) {
	public := f.public(d.who)
	d.end = d.at
	d.who = f.people(f.two(d.who))
	if d.when = f.time(&d); d.again {
		d.when = nil
	} else if d.lies != 0 {
		d.when = f.ahead(d.when, d.lies > 0)
	}
	if d.when != nil {
		d.last = max(d.last, f.At(d.when.End))
	}
	f.placed(&d)
	if f.dated(&d); f.back(&d) || public || !f.enough(&d) {
		return
	}
	f.conditional(&d)
	f.absorb(&d)
	for i := range f.drafts {
		if f.same(&f.drafts[i], &d) {
			f.merge(&f.drafts[i], &d)
			return
		}
	}
	f.drafts = append(f.drafts, d)
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
	if d.turn > 0 {
		c.ID = readout.NewID("k", c.ID, d.turn)
	}
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
		id := e.Statement
		if e.Span != nil {
			id = e.Span.Text
		}
		if !seen[id] {
			c.Evidence = append(c.Evidence, e)
			seen[id] = true
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
