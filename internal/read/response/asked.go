package response

import (
	"strings"

	"readout"
)

// unanswered finds "calls to X went unanswered", "questions left with his
// office were not returned": a way of asking that got nothing, and behind it
// who was asked.
func unanswered(f *finder, i int) (found, bool) {
	if !f.is(i, "means") || !f.related(i, "nsubj") || f.head(i) < 0 {
		return found{}, false
	}
	v := f.head(i)
	if !f.nothingCame(v) || f.supposed(v) {
		return found{}, false
	}
	var parties []int
	for _, k := range f.within(i) {
		if k > i && f.preposition(k, "to", "with", "for", "at", "from") && f.related(k, "nmod", "obl") {
			if parties = f.parties(k); len(parties) > 0 {
				break
			}
		}
	}
	if len(parties) == 0 {
		return found{}, false
	}
	f.use(v)
	first, _ := f.ends(i)
	about := ""
	if k := f.complement(i, "about", "on", "regarding"); k >= 0 {
		about = f.phrase(k)
	}
	return found{status: readout.NoResponse, parties: parties, first: first, last: max(v, i), about: about}, true
}

// nothingCame reports what is said of a call that nobody took.
func (f *finder) nothingCame(v int) bool {
	c := f.clause(v)
	low := f.Low(v)
	if f.is(v, "reply", "return") {
		return c.passive && c.negative
	}
	if f.is(v, "unheard") {
		return true
	}
	if k := f.child(v, "xcomp", "advmod"); k >= 0 && f.is(k, "unheard") {
		return true
	}
	if o := f.child(v, "obj"); o >= 0 && f.worded(o, "no") >= 0 {
		return f.is(o, "answer", "comment-on")
	}
	return strings.HasPrefix(low, "bounc") || low == "rang" && f.worded(v, "out") >= 0
}

// asked finds "has been approached for comment", "the Herald has contacted X
// for a response": whoever has been asked and has not answered yet.
func asked(f *finder, i int) (found, bool) {
	if !f.is(i, "ask") || !f.verb(i) || f.related(i, "advcl", "acl") {
		return found{}, false
	}
	c := f.clause(i)
	who := c.subject
	if !c.passive {
		who = f.child(i, "obj")
	}
	if !c.perfect || c.negative || c.open || who < 0 || !f.forComment(i) || f.child(i, "conj") >= 0 || f.supposed(i) {
		return found{}, false
	}
	parties := f.parties(who)
	if len(parties) == 0 {
		return found{}, false
	}
	return found{status: readout.NoResponse, parties: parties, first: c.first, last: f.lastOf(i)}, true
}

// waiting finds "asked the port and is still waiting for an answer", "wrote to the
// port but got no reply": whoever was asked has not answered.
func waiting(f *finder, i int) (found, bool) {
	if !f.is(i, "wait", "get") || !f.verb(i) || f.supposed(i) {
		return found{}, false
	}
	what, c := f.child(i, "obj"), f.clause(i)
	if k := f.complement(i, "for"); f.is(i, "wait") && k >= 0 {
		what = k
	}
	if what < 0 || !f.is(what, "comment-on") || c.will || c.open || c.takenBack() != f.is(i, "get") {
		return found{}, false
	}
	parties := f.parties(f.complement(i, "from"))
	if v := f.head(i); len(parties) == 0 && f.related(i, "conj") && v >= 0 {
		parties, c.first = f.parties(f.hearer(v)), min(c.first, f.firstOf(v))
	}
	if len(parties) == 0 {
		return found{}, false
	}
	return found{status: readout.NoResponse, parties: parties, first: c.first, last: f.lastOf(i)}, true
}

// hearer is who is asked or written to with verb v, or -1.
func (f *finder) hearer(v int) int {
	if to := f.complement(v, "to"); to >= 0 {
		return to
	}
	if f.is(v, "ask") {
		return f.child(v, "obj", "iobj")
	}
	return -1
}

// forComment reports "for comment", "for a response" or "to comment" behind
// verb i.
func (f *finder) forComment(i int) bool {
	_, last := f.ends(i)
	for k := i + 1; k <= last; k++ {
		if f.is(k, "comment-on", "comment") && f.preposition(k, "for") || f.is(k, "comment") && f.Low(k-1) == "to" {
			return true
		}
	}
	return false
}

// unreached finds "the Herald could not reach X", "efforts to contact X
// failed".
func unreached(f *finder, i int) (found, bool) {
	o := f.child(i, "obj")
	if !f.is(i, "reach") || !f.verb(i) || o < 0 || f.supposed(i) {
		return found{}, false
	}
	c := f.clause(i)
	if !(c.unable && !c.passive && (f.forComment(i) || c.subject >= 0 && f.tells(c.subject))) && !f.inVain(i) {
		return found{}, false
	}
	parties := f.parties(o)
	if len(parties) == 0 {
		return found{}, false
	}
	first, _ := f.ends(i)
	return found{status: readout.NoResponse, parties: parties, first: first, last: f.lastOf(i)}, true
}

// tells reports a subject that is the paper or another outlet.
func (f *finder) tells(subject int) bool {
	if f.own(subject) {
		return true
	}
	m := f.mention(subject)
	return m != nil && f.outlet(m.Party)
}

// inVain reports "efforts to reach X were unsuccessful".
func (f *finder) inVain(i int) bool {
	s := f.Sentence(i)
	if f.Low(i-1) == "to" && (f.Low(i-2) == "impossible" || f.Low(i-2) == "possible" && f.worded(i-2, "not") >= 0) {
		return true
	}
	try := false
	for k := max(s.First, i-3); k < i; k++ {
		switch f.Low(k) {
		case "efforts", "attempts", "effort", "attempt":
			try = true
		}
	}
	for k := i + 1; try && k < s.Last; k++ {
		if f.is(k, "vain") || f.Low(k) == "successful" && f.worded(k, "not") >= 0 {
			return true
		}
	}
	return false
}

var nouns = []struct {
	class  string
	status readout.Status
}{
	{"answer", readout.NoResponse}, {"comment-on", readout.NoResponse}, {"confirmed", readout.NotConfirmed}, {"admission", readout.NotAcknowledged},
}

// nominal finds "no immediate response from X or Y", "without confirmation by
// either side": a noun of answering behind "no", and the parties behind "from"
// or "by".
func nominal(f *finder, i int) (found, bool) {
	for _, n := range nouns {
		if !f.is(i, n.class) || f.A.Tokens[i].UPOS != "NOUN" || f.worded(i, "no", "without") < 0 && f.Low(i) != "silence" {
			continue
		}
		by := f.complement(i, "from", "by")
		if by < 0 && f.head(i) >= 0 {
			by = f.complement(f.head(i), "from", "by")
		}
		if by < 0 {
			return found{}, false
		}
		parties := f.parties(by)
		if len(parties) == 0 {
			return found{}, false
		}
		first, _ := f.ends(i)
		about := ""
		if k := f.complement(i, "on", "about", "to", "of"); k >= 0 {
			about = f.phrase(k)
		}
		return found{status: n.status, parties: parties, first: first, last: f.lastOf(by), about: about}, true
	}
	return found{}, false
}
