package commitment

import (
	"regexp"
	"strings"

	"readout"
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
