package commitment

import (
	"strings"

	"readout"
)

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
	case neutral[st.Act]:
		for _, c := range st.Content {
			f.undertaken(st, c.Bytes())
		}
	}
}

// neutral acts may carry a promise in their content.
var neutral = map[readout.Act]bool{
	readout.ActState: true, readout.ActCommit: true, readout.ActConfirm: true, readout.ActClaim: true,
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
	if f.Verb(cue).Modal || f.Verb(cue).Negated || f.saysOnly(cue, content) {
		return
	}
	d, ok := f.told(st)
	if !ok {
		return
	}
	content = f.fromTo(cue, content)
	d.what = f.clause(content)
	f.complete(&d, st, content)
	f.add(d)
}

// saysOnly reports a clause behind a verb of promising that is not about what
// is to come: "vowed that the town was safe".
func (f *finder) saysOnly(cue int, content readout.Range) bool {
	k := f.At(content.Start)
	clause := f.Low(cue+1) == "that" || f.Class(k) == readout.Pronoun || f.Class(k) == readout.Proper && f.Class(k+1) == readout.Auxiliary
	return f.Low(cue+1) != "to" && clause && !f.future(content)
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
	if p == nil || p.Speaker == st.Speaker {
		return d, true
	}
	switch p.Act {
	case readout.ActState, readout.ActClaim, readout.ActConfirm, readout.ActAcknowledge:
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

// undertaken looks in a content for a sentence in the future whose subject is
// the speaker: "we will open the lock", "said it would publish". Where the
// speaker gives his word, any subject will do.
func (f *finder) undertaken(st *readout.Statement, content readout.Range) {
	for k := f.At(content.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= content.End; k++ {
		if !f.is(k, "modal") && !strings.HasSuffix(f.Low(k), "'ll") || f.Around(f.Range(k, k+1)) != st {
			continue
		}
		verb := k + 1
		for f.Class(verb) == readout.Adverb {
			verb++
		}
		if verb >= len(f.A.Tokens) || f.A.Tokens[verb].Start >= content.End || f.Class(verb) == readout.Pronoun {
			continue
		}
		who := f.mine(st, k, content)
		if len(who) == 0 || f.is(verb, "idle") || f.Class(verb) == readout.Negation || f.Class(verb) == readout.Auxiliary && !f.oath(content) || !f.main(k, content) {
			continue
		}
		d, ok := f.told(st)
		if !ok || d.state == readout.StateClaimed {
			return
		}
		d.obligor = who
		end := f.sentenceEnd(verb, content)
		d.what = f.before(readout.Range{Start: f.A.Tokens[verb].Start, End: end})
		f.complete(&d, st, readout.Range{Start: f.clauseStart(k, content), End: end})
		f.add(d)
		return
	}
}
