package commitment

import "readout"

// statement opens a commitment where a statement is one, or tells of one.
func (f *finder) statement(st *readout.Statement) {
	if st.Negated || st.Speaker == "" || len(st.Content) == 0 || st.Grade == readout.Guessed && st.Source == nil {
		return
	}
	content := st.Content[0].Bytes()
	switch cue := f.cue(st); {
	case cue >= 0 && f.is(cue, "pledge"):
		f.promised(st, cue, content)
	case cue >= 0 && f.is(cue, "accept"):
		f.agreed(st, cue, content)
	case st.Act == readout.ActConsider:
		f.considered(st, content)
	case f.neutral(st):
		for _, c := range st.Content {
			f.undertaken(st, c.Bytes())
		}
	}
}

// neutral reports a statement that may carry a promise in its content: by its
// act, or by a plain verb of saying where the act was taken from the content.
func (f *finder) neutral(st *readout.Statement) bool {
	switch st.Act {
	case readout.ActState, readout.ActCommit, readout.ActConfirm, readout.ActClaim:
		return true
	case readout.ActPredict, readout.ActAccept, readout.ActAcceptIf, readout.ActPropose:
		return st.Cue != nil && f.is(f.At(st.Cue.BEnd)-1, "say")
	}
	return false
}

// cue is the main verb of a statement's cue, or -1.
func (f *finder) cue(st *readout.Statement) int {
	if st.Cue == nil {
		return -1
	}
	r := st.Cue.Bytes()
	found := -1
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		if f.is(k, "pledge") || f.is(k, "accept") {
			found = k
		}
	}
	return found
}

// promised: "Ruiz promised to pay", "promised that the tax would go".
func (f *finder) promised(st *readout.Statement, cue int, content readout.Range) {
	if f.Verb(cue).Modal || f.Verb(cue).Negated || !f.binding(cue) || f.saysOnly(cue, content) {
		return
	}
	d, ok := f.told(st)
	if !ok {
		return
	}
	d.beneficiary = f.receiver(cue)
	content = f.fromTo(cue, content)
	first, far := f.At(content.Start), f.At(f.sentenceEnd(f.At(content.Start), content))
	end := far
	if k := f.promise(cue, -1); k >= 0 {
		if a, _ := f.ends(k); a > first && a < far {
			first = a
		}
		end = max(f.reach(cue, far), first+1)
	}
	if f.distant(cue) {
		defer f.undated(len(f.drafts))
	}
	f.each(d, st, first, end, far)
}

// saysOnly reports a clause behind a verb of promising that is not about what
// is to come: "vowed that the town was safe", or a promise of nothing.
func (f *finder) saysOnly(cue int, content readout.Range) bool {
	if f.promise(cue, -1) >= 0 || f.Low(cue+1) == "to" {
		return false
	}
	if obj := f.child(cue, "obj"); obj >= 0 && f.none(obj) || f.child(cue, "ccomp") >= 0 {
		return f.is(cue, "assure") || !f.future(content)
	}
	k := f.At(content.Start)
	return f.Class(k) == readout.Pronoun && !f.future(content)
}

// fromTo is the content from "to" on where the cue is followed by it: a
// statement may hold only the quoted words behind it.
func (f *finder) fromTo(cue int, content readout.Range) readout.Range {
	if r := f.Range(cue+1, cue+2); f.Low(cue+1) == "to" && r.Start < content.Start {
		content.Start = r.Start
	}
	return content
}

// told makes the draft of a statement: given where the party itself or the
// outlet says so, claimed where another party tells it.
func (f *finder) told(st *readout.Statement) (draft, bool) {
	d := draft{kind: readout.Promise, state: readout.StateGiven, whole: st.Span.Bytes(), obligor: f.members(st.Speaker), told: []*readout.Statement{st}}
	p := f.Parent(st)
	if st.Cue != nil {
		p = f.Around(st.Cue.Bytes())
	}
	if p == nil || p.Speaker == st.Speaker {
		return d, true
	}
	if p.Act != readout.ActClaim && f.stands(p.Speaker, st.Speaker) {
		return d, true
	}
	switch p.Act {
	case readout.ActState, readout.ActClaim, readout.ActConfirm, readout.ActAcknowledge, readout.ActPredict:
		d.state, d.teller = readout.StateClaimed, p.Speaker
		d.told = append([]*readout.Statement{p}, st)
		return d, p.Speaker != "" && !p.Negated
	}
	return d, false
}

// considered: "Maybe I should run", in the first person only.
func (f *finder) considered(st *readout.Statement, content readout.Range) {
	if st.Mode == readout.Indirect || f.Parent(st) != nil {
		return
	}
	f.add(draft{
		kind: readout.Promise, state: readout.StateTentative, whole: st.Span.Bytes(), what: f.clause(content),
		obligor: f.members(st.Speaker), told: []*readout.Statement{st},
	})
}
