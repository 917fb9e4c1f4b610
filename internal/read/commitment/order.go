package commitment

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// ordain finds "X ordered Y to leave by Friday", "X demanded that Y leave by
// Friday" and "X told Y to leave within ten days": a demand with an end is an
// ultimatum.
func (f *finder) ordain(i int) {
	if !f.is(i, "order") || f.A.Tokens[i].UPOS != "VERB" {
		return
	}
	g := f.Verb(i)
	what := f.ordered(i)
	if what < 0 || g.Negated || g.Modal || g.Future {
		return
	}
	issuer, addressee := f.ordering(i, what, g.Passive)
	s := f.Sentence(i)
	last := f.limit(i, s.Last)
	if len(issuer) != 1 {
		return
	}
	from := what
	if first, _ := f.ends(what); f.related(what, "obj") {
		from = first
	}
	cut := f.otherwise(i+1, last)
	d := draft{
		kind: readout.Ultimatum, state: readout.StateInForce, issuer: issuer[0], addressee: addressee,
		whole: f.before(f.Range(f.start(i), last)), what: f.before(f.Range(from, cut)),
	}
	for k := i + 1; k < cut; k++ {
		if t := f.Time(k); d.until == nil && layer.Dated(t) && f.is(f.At(t.Start)-1, "by") && f.Low(f.At(t.Start)-1) != "within" && f.later(t, nil) {
			d.until = t
		}
	}
	if d.until == nil {
		d.period = f.inside(i, cut)
	}
	if d.until == nil && d.period == "" {
		return
	}
	if cut < last {
		d.result = f.before(f.Range(f.behind(cut), last))
	}
	if st := f.Around(f.Range(i, i+1)); st != nil {
		d.told = []*readout.Statement{st}
	} else if st := f.cuedBy(i); st != nil {
		d.told = []*readout.Statement{st}
	}
	f.keep(d)
}

// inside is the length of time of "within 14 days", or empty.
func (f *finder) inside(from, to int) string {
	for k := from; k < to; k++ {
		if f.Low(k) != "within" {
			continue
		}
		if t := f.Time(k + 1); t != nil && t.Type == readout.TimexDuration {
			return layer.Period(t.Value)
		}
		return f.period(k + 1)
	}
	return ""
}

// ordered is the head of what is demanded, or -1.
func (f *finder) ordered(i int) int {
	demand := strings.HasPrefix(f.Low(i), "demand")
	for _, k := range f.kids[i] {
		if k < i {
			continue
		}
		if f.related(k, "xcomp", "ccomp", "advcl") && f.worded(k, "to") >= 0 && !demand {
			return k
		}
		if demand && f.related(k, "ccomp") && f.worded(k, "that") >= 0 && !f.willed(k) {
			return k
		}
		if demand && f.related(k, "obj") && f.A.Tokens[k].UPOS == "NOUN" {
			return k
		}
		if f.related(k, "advmod", "compound") && (f.Low(k) == "back" || f.Low(k) == "out") && f.child(i, "obj") >= 0 {
			return k
		}
	}
	return -1
}

// ordering are who demands and of whom.
func (f *finder) ordering(i, what int, passive bool) (issuer []string, addressee string) {
	obj := f.child(i, "obj", "iobj")
	if obj >= what {
		obj = -1
	}
	if f.related(what, "ccomp") && f.worded(what, "that") >= 0 {
		obj = f.child(what, "nsubj")
	}
	issuer = f.parties(f.doer(i))
	if st := f.cuedBy(i); st != nil && st.Speaker != "" && st.Grade != readout.Guessed || st != nil && issuer == nil && st.Speaker != "" {
		issuer = []string{st.Speaker}
	}
	if passive {
		obj, issuer = f.doer(i), nil
		for _, k := range f.kids[i] {
			if f.related(k, "obl") && f.worded(k, "by") >= 0 && f.Time(k) == nil {
				issuer = f.parties(k)
			}
		}
	}
	if a, ok := f.actor(obj); ok && !(a.Pronoun && len(issuer) > 0 && a.Party.ID == issuer[0]) {
		addressee = a.Party.ID
	}
	return issuer, addressee
}

// otherwise is where the words begin that say what comes if it is not done:
// "or face", "or else", "failing which"; last where there are none.
func (f *finder) otherwise(k, last int) int {
	for ; k < last-1; k++ {
		switch {
		case f.Low(k) == "or" && (f.is(k+1, "penalty") || f.Low(k+1) == "else"),
			f.Low(k) == "failing" && (f.Low(k+1) == "which" || f.Low(k+1) == "that"),
			f.Low(k) == "otherwise" && f.Comma(k-1):
			return k
		}
	}
	return last
}

// behind is the first word of the consequence.
func (f *finder) behind(k int) int {
	switch {
	case f.Low(k+1) == "else" || f.Low(k) == "failing":
		k += 2
	default:
		k++
	}
	for f.Punct(k) {
		k++
	}
	return k
}

// cuedBy is the statement that has token i in its cue.
func (f *finder) cuedBy(i int) *readout.Statement {
	for n := range f.Statements {
		if c := f.Statements[n].Cue; c != nil && c.Bytes().Contains(f.Range(i, i+1)) {
			return &f.Statements[n]
		}
	}
	return nil
}
