package commitment

import "readout"

// ready finds "it was prepared to pay if the deal fell through" and "he is
// committed to opening it by May": with a condition readiness is a promise, and
// so is such a bond with a day; without them they are a mood.
func (f *finder) ready(i int) {
	bound := f.Low(i) == "committed" && f.child(i, "cop") >= 0
	if !f.is(i, "ready") && !bound {
		return
	}
	st := f.Around(f.Range(i, i+1))
	to := f.child(i, "xcomp")
	if f.related(i, "acl") || st == nil || !f.neutral(st) || st.Negated || st.Speaker == "" || to < 0 || f.worded(to, "to") < 0 || f.negated(i) {
		return
	}
	subject := f.subjectOf(i)
	if subject < 0 {
		return
	}
	who := f.selves(st, subject)
	if len(who) == 0 {
		return
	}
	content := f.piece(st, i)
	d, ok := f.told(st)
	if !ok {
		return
	}
	d.obligor = who
	end := f.reach(to, f.At(f.sentenceEnd(to, content)))
	d.what = f.before(f.Range(to, end))
	f.complete(&d, st, readout.Range{Start: f.A.Tokens[to].Start, End: f.sentenceEnd(to, content)})
	if d.condition.Empty() && !(bound && d.until != nil) {
		return
	}
	f.add(d)
}

// selves are the speaker, or a party that he speaks for, where a subject
// stands for them.
func (f *finder) selves(st *readout.Statement, subject int) []string {
	switch f.pronoun(subject) {
	case "i", "we":
		if f.direct(st, subject) {
			return f.members(st.Speaker)
		}
		return nil
	}
	a, ok := f.actor(subject)
	switch {
	case ok && a.Party.ID == st.Speaker:
		return f.members(st.Speaker)
	case ok && f.speaks(st, a):
		return []string{a.Party.ID}
	case f.own(st, subject):
		return f.members(st.Speaker)
	}
	return nil
}

// piece is the piece of a statement's content around token i.
func (f *finder) piece(st *readout.Statement, i int) readout.Range {
	for _, c := range st.Content {
		if r := c.Bytes(); r.Contains(f.Range(i, i+1)) {
			return r
		}
	}
	return readout.Range{}
}
