package commitment

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// ultimatum finds "X gave Y until Friday to leave", and the nouns with who
// set it: "X's ceasefire deadline on Friday", "a deadline imposed by X", "the
// ultimatum of X to Y".
func (f *finder) ultimatum(i int) {
	if low := f.Low(i); low == "gave" || low == "gives" || low == "given" {
		f.gave(i)
		return
	}
	if !f.is(i, "ultimatum") {
		return
	}
	d := draft{kind: readout.Ultimatum, state: readout.StateInForce, bare: true}
	first := f.phraseStart(i)
	d.what, d.whole = f.Range(first, i+1), f.Range(first, i+1)
	d.issuer = f.setter(i, first)
	d.addressee = f.addressee(i)
	if st := f.Around(d.whole); st != nil {
		d.told = []*readout.Statement{st}
		if st.Act == readout.ActQuestion || st.Act == readout.ActDeny {
			d.told = nil
			d.until = nil
		}
	}
	d.until = f.deadline(i, first)
	f.keep(d)
}

// gave: "X gave Y until Friday to leave or face a blockade".
func (f *finder) gave(i int) {
	y, ok := f.Starting(i + 1)
	if !ok || f.Low(y.Last) != "until" {
		return
	}
	t := f.Time(y.Last + 1)
	if t == nil && f.Low(y.Last+1) == "the" {
		t = f.Time(y.Last + 2)
	}
	who, first := f.Subject(i)
	if len(who) != 1 || !layer.Dated(t) || f.Verb(i).Negated || f.Verb(i).Modal {
		return
	}
	s := f.Sentence(i)
	r := f.Range(first, s.Last)
	d := draft{
		kind: readout.Ultimatum, state: readout.StateInForce, whole: f.before(r), issuer: who[0].Party.ID,
		addressee: y.Party.ID, what: f.before(f.Range(f.At(t.End), s.Last)),
	}
	if f.later(t, nil) {
		d.until = t
	}
	if f.Low(f.At(t.End)) == "to" {
		d.what = f.before(f.Range(f.At(t.End)+1, s.Last))
	}
	for k := f.At(t.End); k < s.Last; k++ {
		if f.Low(k) == "or" && k+1 < s.Last {
			d.result = f.before(f.Range(k+1, s.Last))
			d.what.End = min(d.what.End, f.A.Tokens[k-1].End)
		}
	}
	if st := f.Around(d.whole); st != nil {
		d.told = []*readout.Statement{st}
	}
	f.keep(d)
}

// keep lays an ultimatum to the one that the report has of the same issuer;
// one without a known issuer is kept only as more evidence for the only one.
func (f *finder) keep(d draft) {
	for i := range f.drafts {
		o := &f.drafts[i]
		if o.kind != readout.Ultimatum || d.issuer != "" && o.issuer != d.issuer {
			continue
		}
		if d.issuer == "" && d.addressee != "" && o.addressee != "" && d.addressee != o.addressee {
			continue
		}
		o.told = append(o.told, d.told...)
		if len(d.told) == 0 {
			o.more = append(o.more, d.whole)
		}
		if o.until == nil {
			o.until = d.until
		}
		if o.addressee == "" {
			o.addressee = d.addressee
		}
		return
	}
	if d.issuer == "" {
		return
	}
	d.obligor = []string{d.issuer}
	f.drafts = append(f.drafts, d)
}

func (f *finder) phraseStart(i int) int {
	s := f.Sentence(i)
	for i > s.First && (f.Noun(i-1) || f.Class(i-1) == readout.Determiner || f.Time(i-1) != nil || f.Possessive(i-1)) {
		i--
	}
	return i
}

// setter is who set it: the owner in front, "set by X" behind.
func (f *finder) setter(i, first int) string {
	for k := i - 1; k >= first; k-- {
		if f.Possessive(k) {
			if a, ok := f.Ending(k - 1); ok {
				return a.Party.ID
			}
		}
	}
	if f.Low(i-1) == "whose" {
		for k := i - 2; k > f.Sentence(i).First && k > i-12; k-- {
			if f.Comma(k) {
				if who, _ := f.Before(k - 1); len(who) > 0 && (who[0].First == f.Sentence(i).First || !f.Comma(who[0].First-1)) {
					return who[len(who)-1].Party.ID
				}
			}
		}
	}
	for k := i + 1; k < i+6 && !f.Punct(k); k++ {
		if f.is(k, "set") && f.Low(k+1) == "by" {
			if a, ok := f.Starting(k + 2); ok {
				return a.Party.ID
			}
		}
	}
	return ""
}

// addressee is whom it is put to: "to X", "on X", "for X to".
func (f *finder) addressee(i int) string {
	for k := i + 1; k < i+12 && !f.Punct(k); k++ {
		switch f.Low(k) {
		case "to", "on", "for", "against":
			if a, ok := f.Starting(k + 1); ok && !a.Pronoun && f.Time(k+1) == nil {
				return a.Party.ID
			}
		}
	}
	return ""
}

// deadline is the day tied to the noun: "the Friday deadline", "deadline on
// Friday", "runs out on Friday". A bare weekday that the calendar puts in the
// past is not taken.
func (f *finder) deadline(i, first int) *readout.Timex {
	for k := i - 1; k >= first; k-- {
		if t := f.Time(k); layer.Dated(t) && f.later(t, f.Around(t.Range)) {
			return t
		}
	}
	for k := i + 1; k < i+14 && k < f.Sentence(i).Last && !f.Comma(k); k++ {
		t := f.Time(k)
		if !layer.Dated(t) {
			continue
		}
		low := f.Low(f.At(t.Start) - 1)
		near := low == "on" || low == "of" || f.is(f.At(t.Start)-1, "by")
		if !near || !f.expires(i+1, k) || !f.later(t, f.Around(t.Range)) || !layer.Day(day(t.Value)) {
			return nil
		}
		return t
	}
	return nil
}

// expires: nothing but the noun's own words or a verb of expiring stands
// between it and the day.
func (f *finder) expires(from, to int) bool {
	for k := from; k < to; k++ {
		if f.Class(k) == readout.Verb && !f.is(k, "expire") && !f.is(k, "set") {
			return false
		}
	}
	return true
}

// demands fills in what a deadline that the report only names asks for: "if
// the other side does not pay" of the one to whom it is put.
func (f *finder) demands() {
	for i := range f.drafts {
		d := &f.drafts[i]
		if d.kind != readout.Ultimatum || d.addressee == "" || !d.condition.Empty() || d.bare == false {
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
	case st.Act == readout.ActThreaten && (d.until != nil || strings.HasPrefix(low, "unless")):
	case st.Act == readout.ActCommit && d.until != nil && strings.HasPrefix(low, "if "):
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
