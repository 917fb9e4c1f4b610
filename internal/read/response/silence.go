package response

import (
	"strings"

	"readout"
)

// silent finds ways of not answering that need no negation: "hung up", "has
// remained silent", "ignored questions", "declined an interview"; and those
// that only have one with it: "no one picked up".
func silent(f *finder, i int) (found, bool) {
	if !f.is(i, "hang", "pick", "hear", "evade", "dodge", "say", "silence", "give", "decline", "refuse", "leave", "reach", "away", "unavailable", "turn") {
		return found{}, false
	}
	c := f.clause(i)
	if c.open || f.asks(i) || f.supposed(i) {
		return found{}, false
	}
	status := f.silence(i, &c)
	parties := f.whose(&c, "comment")
	if status == "" || len(parties) == 0 {
		return found{}, false
	}
	f.use(i)
	return found{status: status, parties: parties, first: c.first, last: f.lastOf(i), about: f.question(i)}, true
}

func (f *finder) silence(i int, c *clause) readout.Status {
	low, o := f.Low(i), f.child(i, "obj")
	up := f.worded(i, "up") >= 0 && (o < 0 || f.is(o, "means"))
	switch {
	case f.is(i, "hang") && up && !c.negative:
		return readout.Refused
	case f.is(i, "pick") && up && c.negative, f.is(i, "hear") && c.negative && f.worded(i, "back") >= 0:
		return readout.NoResponse
	case o >= 0 && f.is(o, "means") && f.is(i, "evade") && !c.negative:
		return readout.NoResponse
	case o >= 0 && f.is(o, "means") && f.is(i, "dodge") && !c.negative:
		return readout.Declined
	case f.is(i, "say") && o == i+1 && f.Low(o) == "nothing":
		return readout.NoResponse
	case f.is(i, "silence") && f.A.Tokens[i].UPOS == "ADJ" && !c.negative && (c.perfect || f.perfect(f.head(i)) || f.complement(i, "on", "about") >= 0):
		return readout.NoResponse
	case o >= 0 && f.is(i, "decline", "refuse") && !c.negative && f.talk(o):
		if f.is(i, "refuse") {
			return readout.Refused
		}
		return readout.Declined
	case f.is(i, "turn") && f.Low(i+1) == "down" && o >= 0 && f.talk(o), f.is(i, "decline") && o < 0 && f.bare(i) && f.invited(i):
		return readout.Declined
	case f.is(i, "give") && c.negative && f.worded(i, "available") >= 0:
		return readout.Declined // "did not make anybody available"
	case f.is(i, "leave") && f.Low(i+1) == "open" && f.opener(i+2):
		return readout.NotDisclosed
	case strings.HasPrefix(low, "ha") && o == i+1 && f.Low(o) == "nothing" && (f.Low(o+2) == "add" || f.Low(o+2) == "say"):
		return readout.Declined
	case f.away(i, c):
		return readout.NoResponse
	}
	return ""
}

// bare reports a verb that nothing says more of: "but declined".
func (f *finder) bare(i int) bool {
	return f.child(i, "xcomp", "ccomp", "obj", "obl") < 0 && f.verb(i)
}

// invited reports a sentence in which somebody is asked to speak, or invited,
// before token i.
func (f *finder) invited(i int) bool {
	for k := f.Sentence(i).First; k < i; k++ {
		if f.Low(k) == "invited" || f.is(k, "ask") && (f.Low(k+1) != "to" || f.is(k+2, "comment", "discuss", "reply", "talk", "say", "tell", "confirm")) {
			return true
		}
	}
	return false
}

// perfect reports a verb with "has" in front.
func (f *finder) perfect(i int) bool {
	return i >= 0 && f.worded(i, "has", "have", "had") >= 0
}

// talk reports an interview or comment, or a request for one.
func (f *finder) talk(o int) bool {
	if f.Low(o) == "interview" || f.Low(o) == "interviews" || f.Low(o) == "comment" {
		return true
	}
	k := f.complement(o, "for")
	return f.is(o, "means") && k >= 0 && (f.talk(k) || f.is(k, "comment-on"))
}

// away reports somebody who was not there to be asked: "could not be reached",
// "was not immediately available for comment".
func (f *finder) away(i int, c *clause) bool {
	switch {
	case f.is(i, "reach"):
		by := f.complement(i, "by")
		return c.passive && c.unable && (by < 0 || f.is(by, "means") || strings.HasPrefix(f.Low(by), "tele"))
	case f.is(i, "unavailable"), f.is(i, "away") && c.negative:
		k := f.complement(i, "for", "to")
		return k >= 0 && (f.is(k, "comment-on", "comment") || strings.HasPrefix(f.Low(k), "interview")) || k < 0 && (f.worded(i, "immediately") >= 0 || c.subject >= 0 && f.none(c.subject))
	}
	return false
}

// object finds "gave no reason", "made no comment", "did not provide details":
// a verb of giving with what was not given.
func object(f *finder, i int) (found, bool) {
	o := f.child(i, "obj")
	if !f.verb(i) || !f.is(i, "give") || o < 0 || !f.is(o, "answer", "detail", "comment-on", "confirmed") {
		return found{}, false
	}
	c := f.clause(i)
	parties := f.whose(&c, "give")
	if !c.takenBack() || len(parties) == 0 || f.asks(i) || f.supposed(i) {
		return found{}, false
	}
	have := f.Low(i) == "had" || f.Low(i) == "has" || f.Low(i) == "have" || f.Low(i) == "having"
	status := c.status(readout.NoResponse, readout.Refused)
	switch {
	case have && !strings.HasPrefix(f.Low(o), "comment"), strings.HasPrefix(f.Low(i), "ma") && !f.is(o, "comment-on"):
		return found{}, false // "has no answer", "made no name"
	case have && f.worded(o, "immediate") < 0:
		status = readout.Declined
	case f.is(o, "confirmed") && status == readout.NoResponse:
		status = readout.NotConfirmed
	case f.is(o, "detail") && status == readout.NoResponse:
		status = readout.NotDisclosed
	}
	f.use(i)
	return found{status: status, parties: parties, first: c.first, last: f.lastOf(i), about: f.aboutNoun(o)}, true
}

// aboutNoun is what follows "no comment on", "no reason for".
func (f *finder) aboutNoun(o int) string {
	for _, k := range f.within(o) {
		if k > o && f.related(k, "nmod", "advcl", "acl") && f.preposition(k, "on", "about", "for", "of", "regarding") {
			return f.phrase(k)
		}
	}
	return ""
}
