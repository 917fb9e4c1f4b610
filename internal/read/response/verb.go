package response

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// families are the verbs of answering, each with what it is when the verb is
// taken back; "" where the words say nothing of an answer.
var families = []struct {
	class string
	plain readout.Status // "did not", "has yet to", "failed to"
	will  readout.Status // "would not", "will not"
	fits  func(f *finder, c *clause) bool
	about func(f *finder, i int) string
}{
	{"reply", readout.NoResponse, readout.Refused, (*finder).toQuestion, (*finder).question},
	{"return", readout.NoResponse, readout.Refused, (*finder).ofMeans, (*finder).nothing},
	{"comment", readout.NoResponse, readout.Declined, (*finder).active, (*finder).question},
	{"discuss", "", readout.Declined, (*finder).ofTalk, (*finder).matter},
	{"confirm", readout.NotConfirmed, readout.NotConfirmed, (*finder).ofOther, (*finder).matter},
	{"admit", readout.NotAcknowledged, readout.NotAcknowledged, (*finder).ofDeed, (*finder).matter},
	{"say", readout.NotDisclosed, readout.Refused, (*finder).ofQuestion, (*finder).matter},
	{"tell", readout.NotDisclosed, readout.Refused, (*finder).ofMatter, (*finder).matter},
	{"hide", readout.NotDisclosed, "", (*finder).byNobody, (*finder).subject},
	{"publish", readout.NotDisclosed, readout.Refused, (*finder).ofPaper, (*finder).matter},
	{"talk", "", readout.Declined, (*finder).toPress, (*finder).question},
	{"take", readout.Declined, readout.Refused, (*finder).ofMeans, (*finder).nothing},
}

// verbal finds "X did not respond", "neither X nor Y would comment", "the
// ministry has yet to confirm that ...": a verb of answering that is taken back.
func verbal(f *finder, i int) (found, bool) {
	if !f.verb(i) {
		return found{}, false
	}
	for _, w := range families {
		if !f.is(i, w.class) {
			continue
		}
		c := f.clause(i)
		if w.class == "confirm" && c.will && f.noMore(i) {
			c.negative = true
		}
		if !c.takenBack() || !w.fits(f, &c) || f.asks(i) || f.supposed(i) {
			continue
		}
		status := c.status(w.plain, w.will)
		if (w.class == "comment" || w.class == "discuss") && f.habit(&c) {
			status = readout.Declined
		}
		if strings.HasPrefix(f.Low(i), "elaborat") && status == readout.NoResponse {
			status = readout.NotDisclosed
		}
		parties := f.whose(&c, w.class)
		if status == "" || len(parties) == 0 {
			continue
		}
		f.use(i)
		return found{status: status, parties: parties, first: c.first, last: f.lastOf(i), about: w.about(f, i)}, true
	}
	return found{}, false
}

// noMore reports "would confirm only that", "would confirm no more than".
func (f *finder) noMore(i int) bool {
	return f.Low(i-1) == "only" || f.Low(i+1) == "only" || f.Low(i+1) == "no" && f.Low(i+2) == "more"
}

// takenBack reports that the verb is not done.
func (c *clause) takenBack() bool {
	return !c.open && (c.negative || c.unwilling || c.refused || c.declined)
}

// status is what a verb that is taken back says of the answer.
func (c *clause) status(plain, will readout.Status) readout.Status {
	switch {
	case will == readout.NotConfirmed || will == readout.NotAcknowledged:
		if !c.refused && !c.declined {
			return plain
		}
	case plain == readout.Declined && !c.will && !c.refused:
		return plain
	}
	switch {
	case c.refused:
		return readout.Refused
	case c.declined, c.unwilling:
		return readout.Declined
	case c.will, c.ongoing && will == readout.Declined: // "isn't commenting"
		return will
	case c.unable && will == readout.Declined: // "could not comment on the case"
		return readout.Declined
	}
	return plain
}

// habit reports what somebody says of their own custom: "the fund said it did
// not discuss private contacts".
func (f *finder) habit(c *clause) bool {
	if c.subject < 0 || f.A.Tokens[c.subject].UPOS != "PRON" || f.Around(f.A.Tokens[c.verb].Range) == nil {
		return false
	}
	o := f.child(c.verb, "obj")
	return !c.refused && (o < 0 || f.child(o, "det") < 0)
}

// use notes a verb and its sisters as read: "neither confirmed nor denied" is
// no denial.
func (f *finder) use(i int) {
	f.used[i] = true
	for _, k := range f.kids[i] {
		if f.related(k, "conj") && f.child(k, "aux", "nsubj") < 0 {
			f.used[k] = true
		}
	}
	for k := i; f.related(k, "xcomp") && f.head(k) >= 0; k = f.head(k) {
		f.used[f.head(k)] = true
	}
}

// whose are the parties that do not answer. In the words of somebody else
// nobody's silence is reported but the speaker's own.
func (f *finder) whose(c *clause, class string) []int {
	parties := c.actors
	if class == "hide" {
		return []int{-1}
	}
	if c.subject >= 0 {
		if f.own(c.subject) {
			return nil
		}
		parties = f.parties(c.subject)
	}
	if s := f.Around(f.A.Tokens[c.verb].Range); s != nil {
		n, ok := f.byID[s.Speaker]
		pronoun := c.subject >= 0 && f.A.Tokens[c.subject].UPOS == "PRON"
		switch {
		case !ok:
			return nil
		case pronoun && (c.will || c.unwilling || c.unable || class == "discuss" || class == "comment"):
			return []int{n} // "a spokeswoman said he would not comment"
		case len(parties) != 1 || parties[0] != n:
			return nil
		}
	}
	var out []int
	for _, p := range parties {
		if f.A.Parties[p].Name != f.A.Doc.Outlet && !(class == "confirm" && f.outlet(p)) && !f.written(c.subject) {
			out = append(out, p)
		}
	}
	return out
}

// written reports a paper that does not say: "the notice", "the circular".
func (f *finder) written(subject int) bool {
	return subject >= 0 && (f.L.Roles[f.Low(subject)] == lang.RoleDocument || f.is(subject, "paper"))
}

// own reports the paper's own "we" and "I", and a subject that nobody is.
func (f *finder) own(subject int) bool {
	switch f.Low(subject) {
	case "i", "we", "you", "there", "this", "market", "markets", "shares", "stocks":
		return true
	}
	return false
}
