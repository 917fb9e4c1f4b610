package commitment

import (
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
	if low := f.Low(i); (low == "has" || low == "have") && f.Low(i+1) == "until" {
		f.has(i)
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
	if d.issuer == "" {
		f.imposed(i, &d)
	}
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
	if f.hours(i) {
		return
	}
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
	if k := f.otherwise(f.At(t.End), s.Last); k < s.Last {
		d.result = f.before(f.Range(f.behind(k), s.Last))
		d.what = f.before(readout.Range{Start: d.what.Start, End: max(d.what.Start, f.A.Tokens[k].Start)})
	}
	if st := f.Around(d.whole); st != nil {
		d.told = []*readout.Statement{st}
	}
	f.keep(d)
}

// hours: "X gave Y 48 hours to leave": a length of time, and no day, since
// nobody says when it began.
func (f *finder) hours(i int) bool {
	to := f.child(i, "xcomp", "advcl")
	if to < 0 || f.worded(to, "to") < 0 {
		return false
	}
	end := f.worded(to, "to")
	t := f.Time(end - 1)
	if t == nil || t.Type == readout.TimexSet || f.Low(f.At(t.Start)-1) == "until" {
		return false
	}
	who := f.parties(f.doer(i))
	if len(who) != 1 || f.Verb(i).Negated || f.Verb(i).Modal {
		return true
	}
	s := f.Sentence(i)
	cut := f.otherwise(end, f.limit(i, s.Last))
	d := draft{
		kind: readout.Ultimatum, state: readout.StateInForce, issuer: who[0],
		what: f.before(f.Range(end+1, cut)), whole: f.before(f.Range(f.start(i), f.limit(i, s.Last))),
	}
	if t.Type == readout.TimexDuration {
		d.period = layer.Period(t.Value)
	} else {
		d.period = f.period(f.At(t.Start))
	}
	if a, ok := f.actor(f.child(i, "iobj", "obj")); ok {
		d.addressee = a.Party.ID
	}
	if cut < s.Last {
		d.result = f.before(f.Range(f.behind(cut), f.limit(i, s.Last)))
	}
	if st := f.Around(f.Range(i, i+1)); st != nil {
		d.told = []*readout.Statement{st}
	}
	f.keep(d)
	return true
}

// has: "they have until Sunday to go": set by whoever says so of others.
func (f *finder) has(i int) {
	t := f.Time(i + 2)
	if t == nil && f.Low(i+2) == "the" {
		t = f.Time(i + 3)
	}
	st := f.Around(f.Range(i, i+1))
	if !layer.Dated(t) || st == nil || st.Speaker == "" || st.Negated || !f.later(t, st) || f.Low(f.At(t.End)) != "to" {
		return
	}
	d := draft{
		kind: readout.Ultimatum, state: readout.StateInForce, issuer: st.Speaker, until: t, told: []*readout.Statement{st},
	}
	if a, ok := f.actor(f.subjectOf(i)); ok && a.Party.ID != st.Speaker {
		d.addressee = a.Party.ID
	}
	if p := f.Party(st.Speaker); p == nil || f.subjectOf(i) < 0 || len(f.selves(st, f.subjectOf(i))) > 0 || f.titled(st, "observer") {
		return
	}
	last := f.limit(i, f.Sentence(i).Last)
	cut := f.otherwise(f.At(t.End), last)
	for k := f.At(t.End); k < cut; k++ {
		if f.Low(k) == "or" && f.Comma(k-1) {
			cut = k
		}
	}
	d.what = f.before(f.Range(f.At(t.End)+1, cut))
	d.whole = f.before(f.Range(f.start(i), last))
	if cut < last {
		d.result = f.before(f.Range(f.behind(cut), last))
	}
	f.keep(d)
}

// keep lays an ultimatum to the one that the report has of the same issuer;
// one without a known issuer is kept only as more evidence for the only one.
func (f *finder) keep(d draft) {
	for i := range f.drafts {
		o := &f.drafts[i]
		if o.kind != readout.Ultimatum || d.issuer != "" && o.issuer != d.issuer || !o.bare && !d.bare && !f.alike(o.what, d.what) {
			continue
		}
		if d.issuer == "" && d.addressee != "" && o.addressee != "" && d.addressee != o.addressee {
			continue
		}
		o.told = append(o.told, d.told...)
		if len(d.told) == 0 {
			o.more = append(o.more, d.whole)
		}
		if o.until == nil && (o.bare || d.issuer != "") {
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

// imposed reads "X set Y a deadline of June 5".
func (f *finder) imposed(i int, d *draft) {
	v := f.head(i)
	if v < 0 || !f.related(i, "obj") || !f.is(v, "set") && f.Low(v) != "gave" || f.Verb(v).Negated || f.Verb(v).Modal {
		return
	}
	who := f.parties(f.doer(v))
	if len(who) != 1 {
		return
	}
	d.issuer = who[0]
	for _, k := range f.kids[v] {
		if a, ok := f.actor(k); ok && d.addressee == "" && k < i && f.related(k, "iobj", "obj") {
			d.addressee = a.Party.ID
		}
	}
	d.whole = f.before(f.Range(f.start(v), f.limit(v, f.Sentence(i).Last)))
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
