package commitment

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
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

// agreed: "Ruiz agreed to pay"; to agree with an opinion binds nobody.
func (f *finder) agreed(st *readout.Statement, cue int, content readout.Range) {
	if f.Low(cue+1) != "to" && !f.future(content) || f.Verb(cue).Modal || f.aside(cue) {
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

// members are the parties of a joint speaker, or the party alone.
func (f *finder) members(id string) []string {
	if p := f.Party(id); p != nil && p.Kind == readout.Group && len(p.Members) > 0 {
		return p.Members
	}
	return []string{id}
}

// both are the speaker and the other side of the contact that "they" of his
// sentence stands for: "has been in contact with Holt and said they agreed".
func (f *finder) both(p *readout.Statement, cue int) []string {
	s := f.Sentence(cue)
	for k := cue; k > s.First; k-- {
		if f.Low(k) != "with" {
			continue
		}
		switch f.Low(k - 1) {
		case "contact", "met", "talks", "spoke", "spoken", "meeting", "conversation":
			if a, ok := f.Starting(k + 1); ok && a.Party.ID != p.Speaker {
				return []string{p.Speaker, a.Party.ID}
			}
		}
	}
	return nil
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

// main: not the consequence of what others do, nor a clause that hangs on
// another: "when they see it, we will", yes; "a bridge that we will", no.
func (f *finder) main(k int, content readout.Range) bool {
	for j := k - 1; j >= 0 && j > k-4 && f.A.Tokens[j].Start >= content.Start && !f.Punct(j); j-- {
		switch f.Low(j) {
		case "which", "who", "whether", "what", "if", "how", "where", "when", "think", "hope", "believe", "sure":
			return false
		}
	}
	return f.A.Tokens[max(k-1, 0)].Start <= content.Start || !f.Noun(k-2) || f.Low(k-2) == "here" // "steps we will take"
}

// mine are the obligors of a sentence in the future: the speaker, where its
// subject stands for him or for a body that he decides or speaks for.
func (f *finder) mine(st *readout.Statement, modal int, content readout.Range) []string {
	w := f.Low(modal)
	if strings.HasSuffix(w, "'ll") && (w == "i'll" || w == "we'll") && (f.Quoted(modal) >= 0 || st.Mode == readout.Direct) {
		return f.members(st.Speaker)
	}
	low := f.Low(modal - 1)
	if f.A.Tokens[modal].Start <= content.Start {
		return nil
	}
	quoted := f.Quoted(modal) >= 0 || st.Mode == readout.Direct
	switch low {
	case "i", "we":
		if quoted {
			return f.members(st.Speaker)
		}
		return nil
	case "he", "she", "it", "they":
		if quoted {
			break
		}
		if a, ok := f.Ending(modal - 1); ok && a.Party.ID != st.Speaker && low != "they" {
			break
		}
		if p := f.Party(st.Speaker); low == "they" && p != nil && p.Kind == readout.Person {
			return nil
		}
		if f.At(content.Start) >= modal-2 { // the subject of the whole content
			return f.members(st.Speaker)
		}
		return nil
	default:
		if a, ok := f.Ending(modal - 1); ok && f.binds(st.Speaker, a) && a.First <= f.At(content.Start)+1 {
			return []string{a.Party.ID}
		}
	}
	if quoted && f.oath(content) {
		return f.members(st.Speaker)
	}
	return nil
}

// binds reports that a speaker can promise for a party: himself, or the body
// or state that he heads or speaks for by the report's own words.
func (f *finder) binds(speaker string, a layer.Actor) bool {
	if a.Party.ID == speaker || a.Party.Principal == speaker {
		return true
	}
	p := f.Party(speaker)
	if p == nil {
		return false
	}
	if p.PartOf == a.Party.ID || p.SpeaksFor == a.Party.ID {
		return true
	}
	if a.Party.Kind != readout.Institution || p.PartOf != "" {
		return false
	}
	for _, o := range p.Offices {
		low := strings.ToLower(o.Title)
		if strings.Contains(low, "chief executive") || strings.Contains(low, "chairman") || strings.Contains(low, "chairwoman") {
			return true
		}
	}
	return false
}

// oath: "that is a promise", "you have my word", "hold me to that".
func (f *finder) oath(content readout.Range) bool {
	low := " " + strings.ReplaceAll(strings.ToLower(f.Text(content)), "’", "'") + " "
	for _, w := range []string{" hold me to ", " hold us to ", " my word", " our word", " is a promise", " i promise", " we promise", " i guarantee", " we guarantee"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// accepted finds "X agreed to pay" where no statement has it as its cue.
func (f *finder) accepted(i int) {
	if !f.is(i, "accept") || f.Low(i+1) != "to" || f.aside(i) {
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
	r := readout.Range{Start: f.A.Tokens[min(i+2, len(f.A.Tokens)-1)].Start, End: f.A.Tokens[s.Last-1].End}
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
