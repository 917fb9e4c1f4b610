package commitment

import (
	"slices"
	"strings"

	"readout"
)

// future is a clause with "will" or "would": the modal, its main word, and the
// head of its subject, -1 where there is none.
type future struct{ modal, verb, subject int }

// ahead reads the clause of a modal: "will pay", "she'd publish".
func (f *finder) ahead(k int) (future, bool) {
	t := f.A.Tokens[k]
	switch {
	case t.Head < 0:
	case f.is(k, "modal") && f.related(k, "aux"):
		return future{k, t.Head, f.beside(k, f.subjectOf(t.Head))}, t.Head > k
	case f.short(k) && f.related(k, "nsubj"):
		return future{k, t.Head, k}, t.Head > k
	}
	return future{}, false
}

// beside is the pronoun in front of a modal that the parse takes for something
// else, or the subject that it sees.
func (f *finder) beside(modal, subject int) int {
	k := modal - 1
	for f.Class(k) == readout.Adverb {
		k--
	}
	if f.Class(k) == readout.Pronoun && subject != k && !f.is(k, "relative") {
		return k
	}
	return subject
}

// short reports a pronoun with its modal: "we'll", "she'd".
func (f *finder) short(k int) bool {
	low := f.Low(k)
	return strings.HasSuffix(low, "'ll") || strings.HasSuffix(low, "'d")
}

// pronoun is the pronoun of a subject without its modal.
func (f *finder) pronoun(k int) string {
	low, _, _ := strings.Cut(f.Low(k), "'")
	return low
}

// undertaken looks in a content for clauses in the future by which the speaker
// binds himself, or those he speaks for: "we will open the lock", "said it
// would publish", "her members would go back on Monday".
func (f *finder) undertaken(st *readout.Statement, content readout.Range) {
	for k := f.At(content.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= content.End; k++ {
		c, ok := f.ahead(k)
		if !ok || f.owner(c) != st || f.A.Tokens[c.verb].End > content.End || !f.asserted(c, content) {
			continue
		}
		who, state, ok := f.bound(st, c, content)
		if !ok || st.SpeakerClass == readout.SpeakerUnnamed && slices.Contains(who, st.Speaker) && !f.titled(st, "responsible") {
			continue
		}
		d, ok := f.told(st)
		if !ok {
			return
		}
		if d.state == readout.StateGiven {
			d.state = state
		}
		if state == readout.StateClaimed && d.teller == "" {
			d.teller = st.Speaker
		}
		d.obligor = who
		f.fill(&d, st, c, content)
		if f.loose(c) && d.until == nil && (d.condition.Empty() || f.A.Tokens[c.verb].UPOS != "VERB") {
			continue
		}
		if st.Cue != nil && f.distant(f.At(st.Cue.BEnd)-1) {
			d.until = nil
		}
		f.add(d)
	}
}

// owner is the statement to which a clause belongs: the innermost around it,
// or the one around that where only a verb in front of the clause opens it
// ("Ruiz said Holt welcomed the plan and would reply").
func (f *finder) owner(c future) *readout.Statement {
	st := f.Around(f.Range(c.modal, c.modal+1))
	for st != nil && st.Cue != nil && f.related(c.verb, "conj") {
		cue := st.Cue.Bytes()
		if up := f.head(c.verb); up < 0 || !cue.Contains(f.Range(up, up+1)) {
			break
		}
		st = f.Around(cue)
	}
	return st
}

// asserted: the clause is what is said, not one that hangs on a noun or on
// what others do ("steps we will take", "if it will help"), nor a belief.
func (f *finder) asserted(c future, content readout.Range) bool {
	if f.opens(c) || f.joined(c, content) {
		return true
	}
	for k, steps := c.verb, 0; steps < 10; k, steps = f.head(k), steps+1 {
		up := f.head(k)
		if up < 0 || !content.Contains(f.Range(up, up+1)) || f.Around(f.Range(up, up+1)) != f.Around(f.Range(c.modal, c.modal+1)) {
			w := f.worded(k, "if", "whether", "how", "what", "why", "where")
			return w < 0 || w > c.verb
		}
		if !f.related(k, "conj", "parataxis", "ccomp") || f.related(k, "ccomp") && !f.vows(up) {
			return false
		}
	}
	return false
}

// vows reports "I promise" and the like, and a verb without a subject.
func (f *finder) vows(verb int) bool {
	s := f.subjectOf(verb)
	if f.is(verb, "belief") {
		return false
	}
	return s < 0 || f.pronoun(s) == "i" || f.pronoun(s) == "we"
}

// opens reports "I" or "we" right behind a mark or a word that joins clauses.
func (f *finder) opens(c future) bool {
	if p := f.pronoun(c.subject); p != "i" && p != "we" {
		return false
	}
	k := c.subject - 1
	switch f.Low(k) {
	case "and", "but", "so", "then", "therefore", "here":
		return true
	}
	return f.Punct(k)
}

// joined reports "and would" with the subject that the content begins with,
// whatever the parse hangs it on: "said it had opened a line to help those who
// are hit and would pay".
func (f *finder) joined(c future, content readout.Range) bool {
	if f.Low(c.modal-1) != "and" && f.Low(c.modal-1) != "but" {
		return false
	}
	k := f.At(content.Start)
	return c.subject == k || f.Class(k) == readout.Pronoun && f.related(k, "nsubj") && f.Low(k) != "they"
}

// loose are the clauses that say little of a deed by themselves: without a day
// or condition they bind nobody.
func (f *finder) loose(c future) bool {
	return strings.HasSuffix(f.Low(c.modal), "'d") || f.Class(c.verb) == readout.Auxiliary || f.A.Tokens[c.verb].UPOS != "VERB"
}

// opening is the first token of a clause in the future: the words in front of
// its subject are its own where it is joined to no other clause.
func (f *finder) opening(c future) int {
	switch {
	case !f.related(c.verb, "conj"):
		return f.Sentence(c.modal).First
	case f.child(c.verb, "nsubj") >= 0:
		first, _ := f.ends(c.verb)
		return min(first, c.modal)
	}
	return c.modal
}

// fill reads wording, condition, period and day of a clause in the future.
func (f *finder) fill(d *draft, st *readout.Statement, c future, content readout.Range) {
	end := f.At(f.sentenceEnd(c.verb, content))
	end = f.reach(c.verb, end)
	from := c.verb
	for _, k := range f.kids[c.verb] {
		if k > c.modal && k < c.verb && (f.related(k, "cop", "aux") || f.related(k, "case")) {
			from = min(from, k)
		}
	}
	for _, k := range f.kids[c.verb] {
		if k > c.modal && k < from && f.Class(k) == readout.Negation {
			from = k
		}
	}
	d.what = f.before(f.Range(from, end))
	f.complete(d, st, readout.Range{Start: max(content.Start, f.A.Tokens[f.opening(c)].Start), End: d.what.End})
}
