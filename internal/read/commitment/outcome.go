package commitment

import (
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/read/layer"
)

var (
	// EXAMPLE "Ruiz kept her promise"
	kept = regexp.MustCompile(`(?i)\b(?:kept|honou?red|fulfilled|made good on|making good on) (?:his|her|its|their|the|that|a) (?:promise|pledge|word|commitment|vow)\b`)
	// EXAMPLE "Ruiz has broken her promise"
	broken = regexp.MustCompile(`(?i)\b(?:broke|broken|breached|violated) (?:his|her|its|their|the|that) (?:promise|pledge|word|commitment|vow)\b|\b(?:promise|pledge|word|commitment) (?:has|was|had) (?:not been kept|not kept|been broken|broken)\b`)
	// EXAMPLE "he would wait another week, until May 29"
	extended = regexp.MustCompile(`(?i)\b(?:extended|extend|prolonged|postponed|moved|pushed back) (?:the|his|her|its|their) (?:deadline|ultimatum)\b|\bwait (?:another|a further)\b`)
	unsure   = regexp.MustCompile(`(?i)\b(?:if|unless|whether|would have|may|might|could|should|must|cannot|never)\b|\?`)
)

// outcomes takes up what a statement plainly says of the one promise that the
// report has of a party, and the extension of an ultimatum by its issuer.
func (f *finder) outcomes() {
	for i := range f.Statements {
		st := &f.Statements[i]
		if st.Negated || st.Speaker == "" || st.Grade == readout.Guessed || len(st.Content) == 0 {
			continue
		}
		switch st.Act {
		case readout.ActDeny, readout.ActQuestion, readout.ActPredict, readout.ActConsider, readout.ActDemand, readout.ActRequest:
			continue
		}
		for _, c := range st.Content {
			text := f.Text(c.Bytes())
			switch {
			case extended.MatchString(text):
				f.extend(st, c.Bytes())
			case unsure.MatchString(text):
			case kept.MatchString(text):
				f.settle(st, c.Bytes(), readout.StateKept)
			case broken.MatchString(text):
				f.settle(st, c.Bytes(), readout.StateBroken)
			}
		}
	}
}

// turned takes up what becomes of an ultimatum or an offer by a plain verb, in
// the outlet's words or another's: "extended the deadline until Friday",
// "withdrew its offer", "rejected the ultimatum".
func (f *finder) turned(i int) {
	obj := f.child(i, "obj")
	if obj < 0 || !f.is(obj, "demand") && !f.is(obj, "pause") {
		return
	}
	g := f.Verb(i)
	who := f.parties(f.doer(i))
	if g.Negated || g.Modal || g.Future || g.Passive || len(who) != 1 {
		return
	}
	switch {
	case f.is(i, "extend") && f.is(obj, "pause"):
		f.renewed(i, obj)
	case f.is(i, "extend"):
		f.prolonged(i, obj, who[0])
	case f.is(i, "withdraw"):
		f.only(readout.StateWithdrawn, i, func(d *draft) bool {
			return (slices.Contains(d.obligor, who[0]) || d.issuer == who[0]) && f.called(obj, d)
		})
	case f.is(i, "reject") && f.is(obj, "ultimatum"):
		f.only(readout.StateRejected, i, func(d *draft) bool { return d.kind == readout.Ultimatum && d.issuer != who[0] })
	}
}

// renewed: "extended the truce until Sunday" moves the end of what the report
// says was agreed.
func (f *finder) renewed(i, obj int) {
	f.only(readout.StateExtended, i, func(d *draft) bool {
		if d.kind != readout.Promise || !strings.Contains(strings.ToLower(f.Text(d.what)), f.Low(obj)) {
			return false
		}
		for k := obj + 1; k < f.limit(i, f.Sentence(i).Last); k++ {
			if t := f.Time(k); t != nil && f.ties(f.At(t.Start), t) && f.later(t, f.Around(t.Range)) {
				d.until = t
			}
		}
		return true
	})
}

// called: the noun is one for such a draft: an offer is no ultimatum.
func (f *finder) called(noun int, d *draft) bool {
	switch f.Low(noun) {
	case "offer":
		return d.kind == readout.Promise && d.state != readout.StateGiven
	case "promise", "pledge", "commitment":
		return d.kind == readout.Promise
	}
	return d.kind == readout.Ultimatum
}

// prolonged moves the day of an ultimatum of the party, or opens one with it.
func (f *finder) prolonged(i, obj int, who string) {
	last := f.limit(i, f.Sentence(i).Last)
	for k := obj + 1; k < last; k++ {
		t := f.Time(k)
		if !layer.Dated(t) || f.Low(f.At(t.Start)-1) != "to" && !f.ties(f.At(t.Start), t) || !f.later(t, f.Around(t.Range)) {
			continue
		}
		first, end := f.ends(obj)
		for n := range f.drafts {
			if d := &f.drafts[n]; d.kind == readout.Ultimatum && (d.issuer == who || f.alike(d.what, f.Range(first, min(end+1, k)))) {
				d.until, d.state = t, readout.StateExtended
				d.more = append(d.more, f.Range(i, last))
				return
			}
		}
		f.drafts = append(f.drafts, draft{
			kind: readout.Ultimatum, state: readout.StateExtended, issuer: who, obligor: []string{who}, until: t,
			what: f.before(f.Range(first, f.At(t.Start)-1)), whole: f.before(f.Range(f.start(i), last)),
		})
		return
	}
}

// only sets the state of the one draft that fits, if there is just one.
func (f *finder) only(state readout.CommitmentState, i int, fits func(*draft) bool) {
	found := -1
	for n := range f.drafts {
		if !fits(&f.drafts[n]) {
			continue
		}
		if found >= 0 {
			return
		}
		found = n
	}
	if found >= 0 {
		f.drafts[found].state = state
		f.drafts[found].more = append(f.drafts[found].more, f.before(f.Range(f.start(i), f.limit(i, f.Sentence(i).Last))))
	}
}

// settle: the party that is named in the words must have given exactly one
// promise in the report.
func (f *finder) settle(st *readout.Statement, content readout.Range, state readout.CommitmentState) {
	only := -1
	for i := range f.drafts {
		d := &f.drafts[i]
		if d.kind != readout.Promise || d.state == readout.StateTentative {
			continue
		}
		for _, o := range d.obligor {
			if o == st.Speaker && state == readout.StateBroken || !f.named(content, o) {
				continue
			}
			if only >= 0 && only != i {
				return
			}
			only = i
		}
	}
	if only >= 0 {
		f.drafts[only].state, f.drafts[only].outcome = state, st
	}
}

// named reports that a mention of the party stands in a range.
func (f *finder) named(r readout.Range, id string) bool {
	for _, m := range f.A.Mentions {
		if m.Party >= 0 && f.A.Parties[m.Party].ID == id && r.Contains(m.Range) {
			return true
		}
	}
	return false
}

// extend moves the day of the speaker's own ultimatum.
func (f *finder) extend(st *readout.Statement, content readout.Range) {
	for i := range f.drafts {
		d := &f.drafts[i]
		if d.kind != readout.Ultimatum || d.issuer != st.Speaker {
			continue
		}
		for k := f.At(content.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= content.End; k++ {
			t := f.Time(k)
			if t == nil || t.Value == "" || !f.ties(f.At(t.Start), t) && !strings.EqualFold(f.Word(f.At(t.Start)-1), "to") || !f.later(t, st) {
				continue
			}
			d.until, d.state, d.outcome = t, readout.StateExtended, st
			return
		}
	}
}
