package commitment

import "readout"

// free finds speech that goes on without a cue: "Ruiz spoke to reporters; she
// said no. She would publish it by Friday." The sentence behind a statement
// whose subject is its speaker, in the future of the past.
func (f *finder) free(s readout.Sentence) {
	if s.First == 0 || f.Word(s.Last-1) == "?" {
		return
	}
	for k := s.First; k < s.Last; k++ {
		c, ok := f.ahead(k)
		if !ok || c.subject < 0 || !f.freely(c) {
			continue
		}
		a, known := f.actor(c.subject)
		st := f.preceding(s)
		if !known || !a.Pronoun || st == nil || st.Speaker != a.Party.ID {
			return
		}
		r := readout.Range{Start: f.A.Tokens[s.First].Start, End: f.A.Tokens[s.Last-1].End}
		d := draft{kind: readout.Promise, state: readout.StateGiven, obligor: f.members(st.Speaker)}
		f.fill(&d, st, c, r)
		d.whole = f.before(f.Range(c.subject, f.At(d.what.End)))
		if d.until == nil && d.condition.Empty() {
			return
		}
		f.add(d)
		return
	}
}

// freely: a main clause in the future of a pronoun, outside all statements.
func (f *finder) freely(c future) bool {
	low := f.Low(c.modal)
	if low == "will" || low == "shall" || f.negated(c.verb) || f.is(c.verb, "idle") || f.passive(c.verb) {
		return false
	}
	return f.Around(f.Range(c.modal, c.modal+1)) == nil && (f.head(c.verb) < 0 || f.related(c.verb, "parataxis") && f.head(f.head(c.verb)) < 0)
}

// preceding is the last statement of the sentences in front of s in its block.
func (f *finder) preceding(s readout.Sentence) *readout.Statement {
	var best *readout.Statement
	prev := f.Sentence(s.First - 1)
	if prev.Block != s.Block {
		return nil
	}
	for i := range f.Statements {
		st := &f.Statements[i]
		if st.Span.BStart < s.Start && st.Span.BEnd > prev.Start && st.Speaker != "" && st.Parent == "" {
			best = st
		}
	}
	return best
}
