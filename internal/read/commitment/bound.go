package commitment

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// bound are those whom a clause in the future binds on the word of the
// speaker; the state is claimed where he tells it of others.
func (f *finder) bound(st *readout.Statement, c future, content readout.Range) ([]string, readout.CommitmentState, bool) {
	if c.subject < 0 || f.hedged(c.verb) || f.Low(c.modal+1) == "rather" || f.negated(c.verb) && !f.until(c, content) {
		return nil, "", false
	}
	soon := f.soon(c, content)
	oath := f.oath(content) && f.direct(st, c.modal)
	if !oath && f.is(c.verb, "idle") && !(f.Low(c.verb) == "have" && soon) && !f.is(c.verb, "receive") {
		return nil, "", false
	}
	if f.joined(c, content) {
		c.subject = f.At(content.Start)
	}
	switch p := f.pronoun(c.subject); p {
	case "i", "we":
		return f.members(st.Speaker), readout.StateGiven, f.direct(st, c.modal) && f.Low(c.modal) != "would"
	case "you":
		return f.members(st.Speaker), readout.StateGiven, f.assured(st, c)
	case "he", "she", "it", "they":
		if f.direct(st, c.modal) {
			return f.members(st.Speaker), readout.StateGiven, oath
		}
		return f.third(st, c, f.first(c.subject, content))
	}
	return f.other(st, c, content, oath || f.passive(c.verb) && f.official(st) && soon || f.is(c.verb, "reopen") && f.decides(st) && f.dated(c, content))
}

// third: "it would publish": the speaker himself, those he speaks for, or those
// whose plans he knows.
func (f *finder) third(st *readout.Statement, c future, first bool) ([]string, readout.CommitmentState, bool) {
	a, known := f.actor(c.subject)
	switch {
	case f.is(c.verb, "receive"):
		return nil, "", false
	case known && a.Party.ID == st.Speaker || !known && first:
		return f.members(st.Speaker), readout.StateGiven, f.pronoun(c.subject) != "they" || !f.person(st.Speaker)
	case !known:
		return nil, "", false
	case f.speaks(st, a):
		return []string{a.Party.ID}, readout.StateGiven, true
	}
	return []string{a.Party.ID}, readout.StateClaimed, f.insider(st, a)
}

// other: a noun as the subject. What is done to things binds the speaker where
// he gives his word or answers for it.
func (f *finder) other(st *readout.Statement, c future, content readout.Range, answerable bool) ([]string, readout.CommitmentState, bool) {
	a, known := f.actor(c.subject)
	acts := known && !f.passive(c.verb)
	switch {
	case f.is(c.verb, "receive"):
		return f.members(st.Speaker), readout.StateGiven, f.child(c.verb, "obj") > c.verb && f.decides(st)
	case f.own(st, c.subject):
		return f.members(st.Speaker), readout.StateGiven, known || f.is(c.subject, "fellow") || f.is(c.subject, "body") || f.dated(c, content)
	case acts && (f.namesake(st, a) || f.speaks(st, a)):
		return []string{a.Party.ID}, readout.StateGiven, true
	case acts && f.insider(st, a):
		return []string{a.Party.ID}, readout.StateClaimed, true
	case !f.passive(c.verb) && f.answers(st, c.subject):
		if known && (st.SpeakerClass == readout.SpeakerUnnamed || strings.Contains(a.Party.Name, " ")) {
			return []string{a.Party.ID}, readout.StateGiven, true
		}
		return f.members(st.Speaker), readout.StateGiven, true
	}
	return f.members(st.Speaker), readout.StateGiven, answerable || !known && f.passive(c.verb) && f.official(st) && f.is(c.verb, "deliver")
}

// person reports a party that is one.
func (f *finder) person(id string) bool {
	p := f.Party(id)
	return p != nil && p.Kind == readout.Person
}

// first reports the first word of a content.
func (f *finder) first(k int, content readout.Range) bool { return f.At(content.Start) >= k-1 }

// direct reports words that the speaker is quoted with; a quotation inside his
// own is somebody else's, unless a statement of its own has it.
func (f *finder) direct(st *readout.Statement, k int) bool {
	q := f.Quoted(k)
	if q < 0 {
		return st.Mode == readout.Direct
	}
	return f.A.Quotes[q].Outer < 0 || st.Parent != ""
}

// negated: "will not pay".
func (f *finder) negated(verb int) bool {
	for _, k := range f.kids[verb] {
		if k < verb && (f.Class(k) == readout.Negation || strings.HasSuffix(f.Low(k), "n't")) {
			return true
		}
	}
	return false
}

// hedged: "will probably come" is a forecast.
func (f *finder) hedged(verb int) bool {
	for _, k := range f.kids[verb] {
		if f.is(k, "hedge") {
			return true
		}
	}
	return false
}

// assured: "you will have your letter" promises what it is about.
func (f *finder) assured(st *readout.Statement, c future) bool {
	switch f.Low(c.verb) {
	case "have", "get", "receive":
		obj := f.child(c.verb, "obj")
		return obj >= 0 && f.worded(obj, "your") >= 0 && f.direct(st, c.modal)
	}
	return false
}

// own reports a subject that the speaker owns: "her members", "our company".
func (f *finder) own(st *readout.Statement, subject int) bool {
	for _, k := range f.kids[subject] {
		if !f.related(k, "nmod", "det") || k > subject {
			continue
		}
		switch f.Low(k) {
		case "my", "our":
			return f.direct(st, k)
		case "his", "her", "its", "their":
			a, ok := f.Ending(k)
			return !f.direct(st, k) && (ok && a.Party.ID == st.Speaker || !ok && f.At(st.Content[0].BStart) == k)
		}
	}
	return false
}

// namesake: "Brightwell will flush the pipes, the company said".
func (f *finder) namesake(st *readout.Statement, a layer.Actor) bool {
	p := f.Party(st.Speaker)
	return p != nil && a.Party.Kind != readout.Person && strings.Contains(f.words[strings.TrimPrefix(strings.ToLower(p.Name), "the ")], " body ") && a.Party.Name != p.Name
}

// answers: "the government" or "the company" of somebody who leads or speaks
// for such a body.
func (f *finder) answers(st *readout.Statement, subject int) bool {
	if !f.is(subject, "body") || f.worded(subject, "the", "this") < 0 && f.child(subject, "det") >= 0 {
		return false
	}
	return f.titled(st, "responsible")
}

// titles are the words by which the report names and describes the speaker.
func (f *finder) titles(st *readout.Statement) []string {
	p := f.Party(st.Speaker)
	if p == nil {
		return nil
	}
	text := p.Name
	for _, o := range p.Offices {
		text += " " + o.Title
	}
	if st.Source != nil {
		text += " " + st.Source.Text
	}
	words := strings.Fields(strings.ToLower(text))
	for i := range words {
		words[i] = strings.Trim(words[i], ",.;:()")
	}
	return words
}

// insider: who tells it stands near the one who is to do it: his aides, or
// people who know of the matter and are not named.
func (f *finder) insider(st *readout.Statement, a layer.Actor) bool {
	if a.Party == nil || a.Party.ID == st.Speaker || st.Source == nil || a.Party.Kind == readout.Outlet || a.Party.Kind == readout.Unnamed {
		return false
	}
	r := st.Source.Bytes()
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		if f.is(k, "insider") || f.is(k, "near") && f.named(r, a.Party.ID) {
			return true
		}
	}
	return false
}

// official: the speaker answers for what is done, and does not only watch it.
func (f *finder) official(st *readout.Statement) bool {
	p := f.Party(st.Speaker)
	if p == nil || p.Kind == readout.Unnamed || p.Kind == readout.Outlet || p.Kind == readout.Agency {
		return false
	}
	return !f.titled(st, "observer")
}

// decides: the speaker can give what he says others will get.
func (f *finder) decides(st *readout.Statement) bool {
	p := f.Party(st.Speaker)
	return p != nil && f.official(st) && (f.titled(st, "responsible") || p.Kind == readout.Institution || p.Kind == readout.State)
}

// dated: a day is tied to the clause.
func (f *finder) dated(c future, content readout.Range) bool {
	for k := c.verb; k < f.At(f.sentenceEnd(c.verb, content)); k++ {
		if t := f.Time(k); t != nil && f.ties(f.At(t.Start), t) {
			return true
		}
	}
	return false
}

// until: a clause in the negative says how long: "will not fire until June".
func (f *finder) until(c future, content readout.Range) bool {
	for k := c.verb; k < f.At(f.sentenceEnd(c.verb, content)); k++ {
		t := f.Time(k)
		switch low := f.Low(k); {
		case low == "until" || low == "till" || low == "unless", low == "before" && f.Time(k+1) != nil:
			return true
		case low == "for" && f.Time(k+1) != nil && f.Time(k+1).Type == readout.TimexDuration, t != nil && f.Low(f.At(t.Start)-1) == "before":
			return true
		}
	}
	return false
}

// soon: the clause says by when.
func (f *finder) soon(c future, content readout.Range) bool {
	for k := c.verb; k < f.At(f.sentenceEnd(c.verb, content)); k++ {
		if t := f.Time(k); t != nil && f.is(f.At(t.Start)-1, "by") || f.Low(k) == "within" {
			return true
		}
	}
	return false
}
