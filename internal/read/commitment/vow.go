package commitment

import (
	"slices"
	"strings"

	"readout"
)

// vowed finds a verb of promising with its subject where no statement has it
// as its cue, and "gave her word": "Ruiz, who had pledged to pay", "Holt told
// reporters that Ruiz had promised him the boats".
func (f *finder) vowed(i int) {
	word := f.given(i)
	if !f.binding(i) {
		return
	}
	if word < 0 && (!f.is(i, "pledge") && !f.is(i, "offer") || f.A.Tokens[i].UPOS != "VERB") || f.cued(i) {
		return
	}
	g := f.Verb(i)
	who := f.parties(f.doer(i))
	if g.Passive {
		who = f.agent(i)
	}
	if g.Negated || g.Modal || g.Future || len(who) == 0 || f.aside(i) {
		return
	}
	obj := f.promise(i, word)
	if obj < 0 {
		return
	}
	first, _ := f.ends(obj)
	if first <= i {
		first = i + 1
	}
	far := f.limit(i, f.Sentence(i).Last)
	end := f.reach(i, far)
	d := draft{kind: readout.Promise, state: readout.StateGiven, obligor: who, beneficiary: f.receiver(i)}
	if !f.teller(&d, i) {
		return
	}
	if f.is(i, "offer") && d.state == readout.StateGiven {
		d.state = readout.StateProposed
	}
	d.whole = f.before(f.Range(f.start(i), end))
	if f.distant(i) {
		defer f.undated(len(f.drafts))
	}
	f.each(d, f.Around(f.Range(i, i+1)), first, end, far)
}

// agent is who has promised it in "was promised new boats by the ministry".
func (f *finder) agent(i int) []string {
	for _, k := range f.kids[i] {
		if f.related(k, "obl", "obj") && f.Time(k) == nil {
			if f.worded(k, "by") >= 0 {
				return f.parties(k)
			}
			if n := f.child(k, "nmod"); n >= 0 && f.worded(n, "by") >= 0 { // "tugs by the ministry"
				return f.parties(n)
			}
		}
	}
	return nil
}

// each adds a promise for every part of a list of them: "to build a wall, to
// pay for it and to keep it", "that A would go and that B would stay". The
// conditions of the last may stand behind its end, up to far.
func (f *finder) each(d draft, st *readout.Statement, first, end, far int) {
	for n, from := 0, first; from < end; n++ {
		to := f.part(from, end)
		e := d
		e.told = slices.Clone(d.told)
		e.what = f.clause(f.Range(from, to))
		if n > 0 {
			e.whole = f.before(f.Range(from, to))
		} else if to < end {
			e.whole.End = min(e.whole.End, e.what.End)
		}
		if !e.what.Empty() {
			if to == end {
				to = far
			}
			f.complete(&e, st, f.Range(from, to))
			if e.state == readout.StateProposed && !e.condition.Empty() {
				e.state = readout.StateConditional
			}
			f.add(e)
		}
		from = to
	}
}

// part is where the next member of a list of clauses with the same word at
// their head begins, or end.
func (f *finder) part(from, end int) int {
	head := f.Low(from)
	if head != "to" && head != "that" {
		head = f.Low(from - 1)
	}
	for k := from + 2; k < end-1 && (head == "to" || head == "that"); k++ {
		if f.Low(k) != head || !f.related(k, "mark") || !f.related(f.head(k), "conj") || head == "that" && !f.willed(f.head(k)) {
			continue
		}
		if f.Low(k-1) == "and" || f.Comma(k-1) {
			return k
		}
	}
	return end
}

// binding: "committed to pay", "committed itself to", but not a crime.
func (f *finder) binding(i int) bool {
	next := f.Low(i + 1)
	if next == "not" {
		next = f.Low(i + 2)
	}
	return !f.is(i, "bind") || f.child(i, "cop") < 0 && (next == "to" || strings.HasSuffix(next, "self") || strings.HasSuffix(next, "selves"))
}

// given is "word" behind "gave her", or -1.
func (f *finder) given(i int) int {
	switch f.Low(i) {
	case "gave", "give", "gives", "given", "giving":
	default:
		return -1
	}
	for _, k := range f.kids[i] {
		if f.Low(k) == "word" && f.related(k, "obj") && f.child(k, "nmod", "det") >= 0 {
			return k
		}
	}
	return -1
}

// cued reports a verb that is the cue of a statement which was read as a
// promise, or may be.
func (f *finder) cued(i int) bool {
	for n := range f.Statements {
		st := &f.Statements[n]
		if st.Cue != nil && st.Cue.Bytes().Contains(f.Range(i, i+1)) && st.Speaker != "" && len(st.Content) > 0 && f.is(i, "pledge") {
			return true
		}
	}
	return false
}

// doer is the head of the subject of a verb: its own, or the noun on which the
// verb hangs ("Ruiz, who had pledged").
func (f *finder) doer(i int) int {
	s := f.subjectOf(i)
	if s >= 0 && f.is(s, "relative") {
		s = -1
	}
	if s < 0 && f.related(i, "acl") && f.head(i) >= 0 && !strings.HasSuffix(f.Low(i), "ed") {
		return f.head(i)
	}
	if s < 0 && f.related(i, "acl") && f.child(i, "nsubj") >= 0 {
		return f.head(i)
	}
	return s
}

// start is where a verb with its subject begins.
func (f *finder) start(i int) int {
	if s := f.doer(i); s >= 0 {
		return min(s, i)
	}
	return i
}

// promise is the head of what is promised: a clause in the future, an
// infinitive, or a thing; -1 where it is about what is, or about nothing.
func (f *finder) promise(i, word int) int {
	for _, k := range f.kids[i] {
		switch {
		case k < i:
		case f.related(k, "xcomp") && f.worded(k, "to") >= 0, f.is(i, "bind") && f.related(k, "advcl") && f.worded(k, "to") >= 0:
			return k
		case f.related(k, "ccomp", "advcl") && f.worded(k, "if", "when", "once") < 0 && f.willed(k):
			if !f.is(i, "assure") || f.passive(k) || f.ownClause(i, k) {
				return k
			}
			return -1
		case f.related(k, "obj") && word < 0 && f.A.Tokens[k].UPOS != "PRON" && !f.none(k) && f.is(i, "pledge"):
			return k
		}
	}
	if word >= 0 {
		for _, k := range f.kids[word] {
			if f.related(k, "acl", "ccomp") && (f.willed(k) || f.worded(k, "to") >= 0) {
				return k
			}
		}
		for k := word + 1; k < f.Sentence(i).Last && k < word+4; k++ {
			if f.Low(k) == "that" && f.head(k) > k && f.willed(f.head(k)) {
				return f.head(k)
			}
		}
	}
	return -1
}

// ownClause: the subject of the clause is that of the verb of assuring, or
// somebody whom the report does not know.
func (f *finder) ownClause(i, k int) bool {
	s := f.child(k, "nsubj")
	if s < 0 {
		return false
	}
	if f.none(s) || f.Low(s) == "nobody" || f.worded(s, "not") >= 0 {
		return true
	}
	a, ok := f.actor(s)
	b, known := f.actor(f.doer(i))
	return ok && known && (a.Party.ID == b.Party.ID || f.linked(b.Party.ID, a.Party.ID))
}

// willed reports a verb with "will" or "would".
func (f *finder) willed(verb int) bool {
	for _, k := range f.kids[verb] {
		if k < verb && (f.is(k, "modal") && f.related(k, "aux") || f.short(k)) {
			return true
		}
	}
	return false
}

// none reports "neither boats nor dates", "nothing", "no help".
func (f *finder) none(k int) bool {
	switch f.Low(k) {
	case "nothing", "none":
		return true
	}
	return f.worded(k, "no", "neither", "nor", "little") >= 0
}

// receiver is to whom it is promised, by the form.
func (f *finder) receiver(i int) string {
	for _, k := range f.kids[i] {
		if f.related(k, "iobj") || f.related(k, "obl") && f.worded(k, "to") >= 0 {
			if a, ok := f.actor(k); ok {
				return a.Party.ID
			}
		}
	}
	return ""
}

// limit is the end of the content around token i, or last.
func (f *finder) limit(i, last int) int {
	st := f.Around(f.Range(i, i+1))
	if st == nil {
		return last
	}
	for _, c := range st.Content {
		if r := c.Bytes(); r.Contains(f.Range(i, i+1)) {
			return min(last, f.At(r.End))
		}
	}
	return last
}

// teller sets on whose word a promise at token i stands: the party's own or
// the outlet's, or another's; false where nobody says that it was given.
func (f *finder) teller(d *draft, i int) bool {
	st := f.Around(f.Range(i, i+1))
	if st == nil {
		id, claim := f.claimant(i)
		if claim {
			d.state, d.teller = readout.StateClaimed, id
		}
		return !claim || id != ""
	}
	if st.Negated || st.Speaker == "" {
		return false
	}
	switch st.Act {
	case readout.ActState, readout.ActClaim, readout.ActConfirm, readout.ActAcknowledge, readout.ActCommit, readout.ActPredict:
	default:
		return false
	}
	d.told = []*readout.Statement{st}
	if st.SpeakerClass == readout.SpeakerUnnamed && slices.Contains(d.obligor, st.Speaker) {
		return false // "an insider said she had promised": hardly herself
	}
	for _, o := range d.obligor {
		if o == st.Speaker || st.Act != readout.ActClaim && f.stands(st.Speaker, o) {
			return true
		}
	}
	d.state, d.teller = readout.StateClaimed, st.Speaker
	return true
}
