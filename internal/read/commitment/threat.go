package commitment

import (
	"strings"

	"readout"
)

// demands fills in what a deadline that the report only names asks for: "if
// the other side does not pay" of the one to whom it is put.
func (f *finder) demands() {
	for i := range f.drafts {
		d := &f.drafts[i]
		if d.kind != readout.Ultimatum || d.addressee == "" || !d.condition.Empty() || !d.bare {
			continue
		}
		for _, s := range f.A.Sentences {
			for k := s.First; k < s.Last && f.Reads(s); k++ {
				if f.Low(k) != "if" {
					continue
				}
				a, ok := f.Starting(k + 1)
				if !ok || a.Party.ID != d.addressee {
					continue
				}
				verb := f.refusal(a.Last)
				c := f.conditionIn(f.Range(k, s.Last))
				if verb < 0 || c.Empty() {
					continue
				}
				d.condition, d.what = c, readout.Range{Start: f.A.Tokens[verb].Start, End: c.End}
				d.more = append(d.more, f.Range(k, f.At(c.End)))
				break
			}
		}
	}
}

// refusal is the verb behind "does not", "fails to", "refuses to" at token k,
// or -1.
func (f *finder) refusal(k int) int {
	switch f.Low(k) {
	case "does", "do", "did", "has":
		if f.Low(k+1) == "not" {
			return k + 2
		}
	case "doesn't", "don't":
		return k + 1
	case "fails", "fail", "refuses", "refuse":
		if f.Low(k+1) == "to" {
			return k + 2
		}
	}
	return -1
}

// hollow are the ultimatums that the text only names: no day, nobody to whom
// they are put, nothing that is asked.
func (d *draft) hollow() bool {
	return d.kind == readout.Ultimatum && d.bare && d.until == nil && d.addressee == "" && d.condition.Empty()
}

// threats lays a warning with a condition to the ultimatum of the same party,
// and opens one where a threat itself sets the day: "threatened to close the
// port on Friday unless", "If they are there on Saturday, we will".
func (f *finder) threats() {
	for i := range f.Statements {
		st := &f.Statements[i]
		if st.Negated || st.Speaker == "" || st.Act != readout.ActThreaten && st.Act != readout.ActWarn && st.Act != readout.ActCommit {
			continue
		}
		whole := st.Content[0].Bytes()
		for _, c := range st.Content {
			whole.End = max(whole.End, c.BEnd)
		}
		c := f.conditionIn(whole)
		if c.Empty() {
			continue
		}
		if st.Act != readout.ActCommit && f.warned(st, whole, c) {
			continue
		}
		f.threat(st, whole, c)
	}
}

// warned completes an ultimatum of the speaker.
func (f *finder) warned(st *readout.Statement, whole, c readout.Range) bool {
	for i := range f.drafts {
		o := &f.drafts[i]
		if o.kind != readout.Ultimatum || o.issuer != st.Speaker {
			continue
		}
		o.told = append(o.told, st)
		if o.condition.Empty() {
			o.condition = c
		}
		if o.result.Empty() {
			o.result = f.result(whole, c)
		}
		if o.addressee == "" {
			if a, ok := f.Starting(f.At(c.Start) + 1); ok && !a.Pronoun {
				o.addressee = a.Party.ID
			}
		}
		return true
	}
	return false
}

// result is what is threatened: the content without the condition.
func (f *finder) result(whole, c readout.Range) readout.Range {
	if c.Start-whole.Start > whole.End-c.End {
		return f.before(readout.Range{Start: whole.Start, End: c.Start})
	}
	k := f.At(c.End)
	for f.Punct(k) {
		k++
	}
	if k >= len(f.A.Tokens) || f.A.Tokens[k].Start > whole.End {
		return readout.Range{}
	}
	return f.before(readout.Range{Start: f.A.Tokens[k].Start, End: whole.End})
}

// threat opens an ultimatum: of an open threat, or of a promise that hangs on
// what stands on a day.
func (f *finder) threat(st *readout.Statement, whole, c readout.Range) {
	d := draft{
		kind: readout.Ultimatum, state: readout.StateInForce, whole: st.Span.Bytes(), issuer: st.Speaker,
		obligor: f.members(st.Speaker), condition: c, told: []*readout.Statement{st},
	}
	d.result = f.result(whole, c)
	d.what = d.result
	for k := f.At(whole.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= whole.End; k++ {
		if t := f.Time(k); t != nil && c.Contains(t.Range) && f.ties(f.At(t.Start), t) && f.later(t, st) && d.until == nil {
			d.until = t
		}
	}
	low := strings.ToLower(f.Text(c))
	switch {
	case st.Act == readout.ActWarn && (d.until != nil || strings.HasPrefix(low, "unless")) && f.willing(st, d.result):
	case st.Act == readout.ActThreaten && (d.until != nil || strings.HasPrefix(low, "unless")):
	case st.Act == readout.ActCommit && d.until != nil && strings.HasPrefix(low, "if ") && f.acts(c):
		for i := range f.drafts { // it was taken for a promise
			if len(f.drafts[i].told) == 1 && f.drafts[i].told[0] == st {
				f.drafts = append(f.drafts[:i], f.drafts[i+1:]...)
				break
			}
		}
	default:
		return
	}
	f.drafts = append(f.drafts, d)
}

// acts: the condition is about what somebody does, not how things are.
func (f *finder) acts(c readout.Range) bool {
	k := f.At(c.Start)
	a, ok := f.actor(f.subjectOf(f.head(k)))
	if f.head(k) < 0 || f.subjectOf(f.head(k)) < 0 {
		return true
	}
	return ok && a.Party != nil || f.A.Tokens[f.subjectOf(f.head(k))].UPOS == "PRON"
}

// willing: the consequence is a deed of the speaker's own.
func (f *finder) willing(st *readout.Statement, r readout.Range) bool {
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		if c, ok := f.ahead(k); ok && c.subject >= 0 && len(f.selves(st, c.subject)) > 0 {
			return true
		}
	}
	return false
}
