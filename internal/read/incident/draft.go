package incident

import "readout"

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

// draft makes an incident of what a sentence tells, of its event where it has
// one, else of its first figure.
func (f *finder) draft(s readout.Sentence, ev event, found bool, figures []figure) draft {
	d := draft{figures: figures, kind: kindOf(found, figures)}
	first, last := s.Last, s.First
	for _, g := range figures {
		first, last = min(first, f.At(g.words.Start)), max(last, f.At(g.words.End))
		if g.topic < 0 {
			first, last = min(first, g.at), max(last, g.at+1)
		}
	}
	if found {
		first, last = min(first, ev.first), max(last, ev.last)
		f.ofEvent(&d, ev, s)
	} else {
		f.ofFigure(&d, figures[0], s)
	}
	for _, g := range figures {
		if d.actor == "" {
			d.actor, d.by = f.agent(g.at), f.Teller(f.Range(g.at, g.at+1))
		}
	}
	key := first
	if len(figures) > 0 {
		key = figures[0].at
	}
	d.pieces, d.keys = []readout.Range{f.Range(first, last)}, []readout.Range{f.Range(key, key+1)}
	return d
}

func (f *finder) ofEvent(d *draft, ev event, s readout.Sentence) {
	d.what, d.where, d.actor = ev.what, ev.where, ev.actor
	d.when = f.Near(ev.at, ev.at+1, 30)
	d.by = f.Teller(f.Range(ev.at, ev.at+1))
	if d.where == "" {
		d.where = f.place(ev.at+1, min(s.Last, ev.at+20))
	}
}

func (f *finder) ofFigure(d *draft, g figure, s readout.Sentence) {
	d.what = f.Range(f.clause(g), max(g.at+1, f.At(g.words.End)))
	if g.topic >= 0 {
		d.what = f.Range(f.clause(figure{at: g.topic, words: f.Range(g.topic, g.topic+1)}), g.topic+1)
	}
	d.when = f.Near(g.at, g.at+1, 16)
	d.where = f.place(g.at+1, s.Last)
}

// clause is where the clause of a figure begins: at its subject, or at that of
// the verb it is joined to ("a crane came down and killed four").
func (f *finder) clause(g figure) int {
	first := min(g.at, f.At(g.words.Start))
	for v := g.at; v >= 0 && f.Sentence(v) == f.Sentence(g.at); v = f.Head(v) {
		if s := f.child(v, "nsubj"); s >= 0 && s < first && f.Around(f.Range(s, s+1)) == f.Around(f.Range(g.at, g.at+1)) {
			return f.nounStart(s+1, f.Sentence(s))
		}
		if r := f.Relation(v); r != "conj" && r != "advcl" && r != "xcomp" {
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
