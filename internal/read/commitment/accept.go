package commitment

import (
	"strings"

	"readout"
)

// agreed: "Ruiz agreed to pay"; to agree with an opinion binds nobody.
func (f *finder) agreed(st *readout.Statement, cue int, content readout.Range) {
	if f.Low(f.overTimes(cue+1)) != "to" && !f.future(content) || f.Verb(cue).Modal || f.aside(cue) {
		return
	}
	d, ok := f.told(st)
	if !ok {
		return
	}
	if st.Act == readout.ActAcceptIf {
		d.state = readout.StateConditional
	}
	if p := f.Parent(st); p != nil && st.Source != nil && f.Low(f.At(st.Source.BStart)) == "they" {
		if d.obligor = f.both(p, cue); len(d.obligor) == 0 {
			return
		}
		d.state, d.teller = readout.StateGiven, ""
	}
	content = f.fromTo(cue, content)
	d.what = f.clause(content)
	if f.anaphoric(d.what) {
		f.again(d)
		return
	}
	f.complete(&d, st, content)
	f.add(d)
}

// accepted finds "X agreed to pay" where no statement has it as its cue.
func (f *finder) accepted(i int) {
	to := f.overTimes(i + 1)
	if !f.is(i, "accept") || f.Low(to) != "to" || f.aside(i) {
		return
	}
	for _, st := range f.Statements {
		if st.Cue != nil && st.Cue.Bytes().Contains(f.Range(i, i+1)) {
			return
		}
	}
	g := f.Verb(i)
	who, first := f.Subject(i)
	if g.Negated || g.Modal || g.Future || len(who) == 0 {
		return
	}
	s := f.Sentence(i)
	r := readout.Range{Start: f.A.Tokens[min(to+1, len(f.A.Tokens)-1)].Start, End: f.A.Tokens[s.Last-1].End}
	d := draft{kind: readout.Promise, state: readout.StateGiven, whole: f.Range(first, s.Last), what: f.clause(r)}
	for _, a := range who {
		if a.Pronoun && f.Quoted(i) >= 0 {
			return
		}
		d.obligor = append(d.obligor, a.Party.ID)
	}
	if id, claim := f.claimant(first); claim {
		if id == "" {
			return
		}
		d.state, d.teller = readout.StateClaimed, id
	} else if st := f.Around(f.Range(i, i+1)); st != nil {
		if st.Negated || st.Speaker == "" || st.Act != readout.ActState && st.Act != readout.ActClaim && st.Act != readout.ActConfirm {
			return
		}
		d.told = []*readout.Statement{st}
		if st.Speaker != d.obligor[0] {
			d.state, d.teller = readout.StateClaimed, st.Speaker
		}
	}
	if d.what.Empty() {
		return
	}
	if f.anaphoric(d.what) {
		f.again(d)
		return
	}
	d.whole.End = d.what.End
	f.complete(&d, nil, d.what)
	f.add(d)
}

// claimant is whose claim a clause in front of token i is: "Ruiz's claim that
// Holt had agreed"; claim is false where it is nobody's.
func (f *finder) claimant(i int) (id string, claim bool) {
	if f.Low(i-1) != "that" {
		return "", false
	}
	switch f.Low(i - 2) {
	case "claim", "claims", "assertion", "allegation", "statement", "suggestion", "report", "reports", "rumour", "rumours", "denial":
	default:
		return "", false
	}
	if f.Possessive(i-3) && f.Low(i-2) != "denial" {
		if a, ok := f.Ending(i - 4); ok {
			return a.Party.ID, true
		}
	}
	return "", true
}

// aside: the outlet or the speaker only speaks of reports that it is so.
func (f *finder) aside(i int) bool {
	s := f.Sentence(i)
	for k := f.Auxiliaries(i); k >= s.First && k > i-10; k-- {
		if f.is(k, "aside") {
			return true
		}
	}
	return false
}

// again lays a repetition ("agreed to do that") to what the same teller has
// told before; alone it says nothing.
func (f *finder) again(d draft) {
	for i := range f.drafts {
		o := &f.drafts[i]
		if o.teller == d.teller && o.kind == d.kind && d.teller != "" {
			o.told = append(o.told, d.told...)
			return
		}
	}
}

func (f *finder) anaphoric(r readout.Range) bool {
	switch strings.ToLower(f.wording(r)) {
	case "do that", "do this", "do so", "do it", "that", "this", "it", "so":
		return true
	}
	return false
}
