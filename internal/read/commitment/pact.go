package commitment

import (
	"slices"

	"readout"
	"readout/internal/read/layer"
)

// under finds what each side is to do by the words of an agreement or a plan:
// "Under the deal, Norway will release the trawlers", "a formula under which
// Holt would pay", "according to a joint statement, both sides will stop".
func (f *finder) under(k int) {
	c, ok := f.ahead(k)
	if !ok || c.subject < 0 || f.negated(c.verb) || f.is(c.verb, "idle") || f.passive(c.verb) {
		return
	}
	state := f.text(c)
	who := f.parties(c.subject)
	if state == "" || len(who) == 0 {
		return
	}
	s := f.Sentence(k)
	last := f.limit(c.verb, s.Last)
	d := draft{kind: readout.Promise, state: state, obligor: who}
	f.fill(&d, nil, c, f.Range(s.First, last))
	first, _ := f.ends(c.subject)
	d.whole = f.before(f.Range(min(first, c.modal), f.At(d.what.End)))
	if st := f.Around(f.Range(c.modal, c.modal+1)); st != nil {
		d.told = []*readout.Statement{st}
	}
	if d.what.Empty() {
		return
	}
	f.add(d)
}

// text is what state a text in front of the clause gives it: given by an
// agreement, proposed by a plan; empty where there is none.
func (f *finder) text(c future) readout.CommitmentState {
	s := f.Sentence(c.modal)
	for k := s.First; k < c.modal; k++ {
		low := f.Low(k)
		joint := low == "joint" && f.Low(k+1) == "statement"
		if !joint && (low != "under" || f.head(k) < 0) {
			continue
		}
		n := f.head(k) // "under the deal"
		if f.Low(n) == "which" || f.Low(n) == "whom" || f.Low(k+1) == "which" {
			n = k - 1 // "a deal under which"
			if f.Comma(n) {
				n--
			}
		}
		if n < 0 {
			continue
		}
		switch {
		case joint && f.Quoted(k) == f.Quoted(c.modal) || f.is(n, "pact"):
			return readout.StateGiven
		case f.is(n, "draft"):
			return readout.StateProposed
		}
		for _, w := range f.kids[n] { // "under the terms of the deal"
			if f.related(w, "nmod") && f.is(w, "pact") {
				return readout.StateGiven
			}
		}
	}
	return ""
}

// made finds "A and B agreed a truce", "signed a ten-day truce", "declared a
// pause until Sunday": what is agreed for a time binds those who say so.
func (f *finder) made(i int) {
	if !f.is(i, "pause") && !f.is(i, "pact") {
		return
	}
	v := f.head(i)
	if v >= 0 && f.related(i, "obl") && f.worded(i, "to", "on") < 0 || v < 0 || !f.related(i, "obj", "obl") || !f.is(v, "make") || !f.is(i, "pause") && !f.is(v, "sign") {
		return
	}
	g := f.Verb(v)
	who := f.parties(f.doer(v))
	if g.Negated || g.Modal || g.Future || g.Passive || len(who) == 0 || f.aside(v) || f.distant(v) {
		return
	}
	first, last := f.ends(i)
	last = min(last+1, f.limit(i, f.Sentence(i).Last))
	d := draft{kind: readout.Promise, state: readout.StateGiven, obligor: who}
	if !f.teller(&d, v) {
		return
	}
	if t := f.span(i); t != nil {
		d.period = layer.Period(t.Value)
	}
	d.what = f.before(f.Range(first, max(f.reach(i, last), i+1)))
	d.whole = f.before(f.Range(f.start(v), last))
	f.timed(&d, f.Around(f.Range(i, i+1)), f.Range(i, f.reach(v, f.limit(v, f.Sentence(i).Last))))
	f.add(d)
}

// outright finds, in the outlet's own words, "The council will publish it by Friday",
// "Norway is to pay by June": a deed with its last day, of a party, outside all
// statements.
func (f *finder) outright(k int) {
	c, ok := f.ahead(k)
	if !ok {
		c, ok = f.isTo(k)
	}
	if !ok || c.subject < 0 || f.Around(f.Range(k, k+1)) != nil || f.Low(k) == "would" || f.short(k) || f.negated(c.verb) || f.hedged(c.verb) || f.passive(c.verb) || f.is(c.verb, "idle") {
		return
	}
	s := f.Sentence(k)
	if f.head(c.verb) >= 0 && !f.related(c.verb, "conj", "parataxis", "xcomp") || f.Word(s.Last-1) == "?" || f.Quoted(k) >= 0 {
		return
	}
	who := f.parties(c.subject)
	if len(who) == 0 || f.faceless(who[0]) {
		return
	}
	r := f.Range(s.First, s.Last)
	if !f.soon(c, r) {
		return
	}
	d := draft{kind: readout.Promise, state: readout.StateGiven, obligor: who}
	f.fill(&d, nil, c, r)
	if d.until == nil {
		return
	}
	first, _ := f.ends(c.subject)
	d.whole = f.before(f.Range(min(first, k), f.At(d.what.End)))
	f.add(d)
}

// faceless reports a party that is nobody in particular.
func (f *finder) faceless(id string) bool {
	p := f.Party(id)
	return p == nil || p.Kind == readout.Unnamed || p.Kind == readout.Outlet || p.Kind == readout.Agency
}

// isTo reads "is to pay".
func (f *finder) isTo(k int) (future, bool) {
	low := f.Low(k)
	if low != "is" && low != "are" || f.Low(k+1) != "to" || !f.related(k+1, "mark") {
		return future{}, false
	}
	verb := f.head(k + 1)
	s := f.subjectOf(k)
	if s < 0 {
		s = f.subjectOf(verb)
	}
	return future{k, verb, s}, verb > k
}

// pause finds a proposal that says how long: "proposed a 60-day truce",
// "called for a pause of two weeks". It binds nobody until somebody accepts.
func (f *finder) pause(i int) {
	if !f.is(i, "pause") {
		return
	}
	t := f.span(i)
	asks := f.asked(i)
	if t == nil || asks < 0 {
		return
	}
	first, last := f.ends(i)
	d := draft{kind: readout.Promise, state: readout.StateProposed, period: layer.Period(t.Value)}
	d.what = f.before(f.Range(first, f.reach(i, min(last+1, f.limit(i, f.Sentence(i).Last)))))
	d.whole = d.what
	if who := f.parties(f.doer(asks)); len(who) == 1 {
		d.askedBy = who[0]
	}
	if st := f.Around(f.Range(i, i+1)); st != nil {
		d.told = []*readout.Statement{st}
		if d.askedBy == "" {
			d.askedBy = st.Speaker
		}
	}
	if !slices.ContainsFunc(f.drafts, func(o draft) bool { return o.period == d.period && f.alike(o.what, d.what) }) {
		f.drafts = append(f.drafts, d)
	}
}

// span is the length of time that belongs to a noun: "60-day", "of 60 days",
// "for a week".
func (f *finder) span(i int) *readout.Timex {
	for _, k := range f.kids[i] {
		if t := f.Time(k); t != nil && t.Type == readout.TimexDuration && t.Value != "" && f.related(k, "compound", "amod", "nmod", "nummod") {
			return t
		}
	}
	return nil
}

// asked is the verb of proposing or asking over a noun, or -1.
func (f *finder) asked(i int) int {
	for k, steps := f.head(i), 0; k >= 0 && steps < 4; k, steps = f.head(k), steps+1 {
		if f.is(k, "propose") {
			return k
		}
	}
	return -1
}
