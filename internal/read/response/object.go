package response

import (
	"strings"

	"readout"
)

// The functions here say whether what a verb is done to makes it an answer.

// toQuestion reports a reply that is not given: to a question, to what was
// said or written, or to somebody; a patient who does not respond to a drug
// answers nobody.
func (f *finder) toQuestion(c *clause) bool {
	if c.passive {
		return false
	}
	to := f.complement(c.verb, "to")
	if o := f.child(c.verb, "obj"); o >= 0 {
		to = o
	}
	if to < 0 || f.is(to, "means", "press") {
		return to >= 0 || !c.will || f.Low(c.verb) == "answer"
	}
	if c.will && !c.refused && !c.declined {
		return false // "will not respond to threats": what somebody means to do
	}
	return f.is(to, "matter") || f.mention(to) != nil && f.A.Parties[f.mention(to).Party].Kind != readout.Unnamed || f.A.Tokens[to].UPOS == "PRON"
}

// complement is the phrase behind one of these prepositions that hangs on
// token i or on its object, or -1.
func (f *finder) complement(i int, prepositions ...string) int {
	for _, k := range f.kids[i] {
		if k > i && f.related(k, "obl", "nmod", "advcl") && f.preposition(k, prepositions...) && f.Time(k) == nil {
			return k
		}
	}
	if o := f.child(i, "obj"); o >= 0 {
		for _, k := range f.kids[o] {
			if f.related(k, "nmod") && f.preposition(k, prepositions...) {
				return k
			}
		}
	}
	return -1
}

// preposition reports that one of these stands in front of phrase k.
func (f *finder) preposition(k int, prepositions ...string) bool {
	for _, n := range f.kids[k] {
		if n > k || !f.related(n, "case", "mark") {
			continue
		}
		for _, p := range prepositions {
			if f.Low(n) == p {
				return true
			}
		}
	}
	return false
}

// ofMeans reports an object that is a way of asking: "did not return calls",
// "would not take questions".
func (f *finder) ofMeans(c *clause) bool {
	o := f.child(c.verb, "obj")
	return o >= 0 && !c.passive && (f.is(o, "means") || f.compound(o, "means"))
}

// compound reports a noun in front of o: "phone calls".
func (f *finder) compound(o int, class string) bool {
	for _, k := range f.kids[o] {
		if f.related(k, "compound") && f.is(k, class) {
			return true
		}
	}
	return false
}

// active reports that the subject is who does it, or does not.
func (f *finder) active(c *clause) bool { return !c.passive }

// ofTalk reports what is not talked of: "would not discuss the letter", "would
// not be drawn", "declined to be interviewed".
func (f *finder) ofTalk(c *clause) bool {
	low := f.Low(c.verb)
	return (low == "drawn" || low == "interviewed") == c.passive && (c.passive || f.child(c.verb, "obj") >= 0 || c.refused || c.declined || f.Around(f.A.Tokens[c.verb].Range) != nil)
}

// ofOther reports a confirmation that was not given; by whom has to be said.
func (f *finder) ofOther(c *clause) bool {
	if c.passive {
		by := f.complement(c.verb, "by")
		c.subject = by
		return by >= 0
	}
	return true
}

// ofDeed reports an admission of something; patients and inspectors are
// admitted to a place.
func (f *finder) ofDeed(c *clause) bool {
	if c.passive {
		return false
	}
	o := f.child(c.verb, "obj")
	if strings.HasPrefix(f.Low(c.verb), "accept") && (o < 0 || !f.is(o, "blame")) {
		return false // "has not accepted the offer"
	}
	if strings.HasPrefix(f.Low(c.verb), "claim") {
		return o >= 0 && f.is(o, "blame") // "has not claimed responsibility"
	}
	return o < 0 || !strings.HasPrefix(f.Low(c.verb), "admit") || f.complement(c.verb, "to", "into") < 0 && f.mention(o) == nil && !f.is(o, "admitted")
}

// ofQuestion reports that what is not said is the answer to a question:
// "whether it would close", "which platform", "anything"; "did not say that
// ..." is about somebody's words, not about an answer.
func (f *finder) ofQuestion(c *clause) bool {
	if c.passive {
		return false
	}
	if k := f.clausal(c.verb); k >= 0 {
		return f.wondering(k)
	}
	if o := f.child(c.verb, "obj"); o >= 0 && (f.Low(c.verb) == "say" || o > c.verb) {
		switch f.Low(o) {
		case "anything", "more", "much", "what", "which", "who", "why", "how", "when", "where":
			return true
		}
		return o < c.verb || f.wondering(o)
	}
	next := c.verb + 1
	return f.Punct(next) && !strings.ContainsAny(f.Word(next), "\"“‘«") || next >= f.Sentence(c.verb).Last || f.related(next, "cc", "case", "mark", "advmod") || f.Time(next) != nil
}

// clausal is the clause that says what a verb is about, or -1.
func (f *finder) clausal(i int) int {
	for _, k := range f.kids[i] {
		if k > i && (f.related(k, "ccomp") || f.related(k, "advcl", "xcomp") && f.worded(k, "whether", "if") >= 0) {
			return k
		}
	}
	return -1
}

// wondering reports a clause or phrase that begins as a question does.
func (f *finder) wondering(k int) bool {
	first, _ := f.ends(k)
	return f.opener(first) || first < k && f.opener(first+1)
}

// opener reports a word that opens a question.
func (f *finder) opener(i int) bool {
	switch f.Low(i) {
	case "whether", "if", "how", "what", "when", "where", "who", "whom", "whose", "why", "which":
		return true
	}
	return false
}

// ofMatter reports something that is not disclosed; "declined to be named" is
// a condition of speaking, and who names a successor discloses nothing.
func (f *finder) ofMatter(c *clause) bool {
	if c.passive {
		return false
	}
	if low := f.Low(c.verb); strings.HasPrefix(low, "nam") {
		o := f.child(c.verb, "obj")
		return o >= 0 && f.worded(o, "a", "an", "its", "his", "her", "their", "new") < 0
	}
	if f.words["say"][f.Low(c.verb)] || strings.HasPrefix(f.Low(c.verb), "explain") {
		return f.clausal(c.verb) < 0 || f.wondering(f.clausal(c.verb))
	}
	return true
}

// ofPaper reports papers, figures or names that are not given out; hostages are
// not released either.
func (f *finder) ofPaper(c *clause) bool {
	o := f.child(c.verb, "obj")
	return o >= 0 && !c.passive && f.is(o, "paper")
}

// toPress reports talking to those who report.
func (f *finder) toPress(c *clause) bool {
	to := f.complement(c.verb, "to", "with")
	if to < 0 {
		return f.complement(c.verb, "about", "on") >= 0
	}
	m := f.mention(to)
	return f.is(to, "press") || m != nil && f.outlet(m.Party)
}

// question is what was asked: "the price" of "did not respond to questions
// about the price".
func (f *finder) question(i int) string {
	if k := f.complement(i, "on", "about", "regarding", "concerning", "over"); k >= 0 {
		return f.phrase(k)
	}
	to := f.complement(i, "to")
	if o := f.child(i, "obj"); o >= 0 {
		to = o
	}
	if to < 0 {
		return ""
	}
	if f.is(to, "matter") && !f.is(to, "means") {
		return f.phrase(to)
	}
	for _, k := range f.within(to) {
		if f.related(k, "nmod", "obl", "acl", "advcl") && f.preposition(k, "on", "about", "regarding", "concerning", "over") {
			return f.phrase(k)
		}
	}
	return ""
}

// matter is what is not confirmed or not said: the clause or the object.
func (f *finder) matter(i int) string {
	k, o := f.clausal(i), f.child(i, "obj")
	if k < 0 || o > i && o < k {
		k = o
	}
	if k < 0 {
		k = f.child(i, "ccomp")
	}
	for _, n := range f.kids[i] {
		if k < 0 && f.related(n, "conj") { // "neither confirmed nor denied that ..."
			k = f.child(n, "ccomp", "obj")
		}
	}
	if k < 0 || f.A.Tokens[k].UPOS == "PRON" && f.question(i) != "" {
		return f.question(i)
	}
	return f.phrase(k)
}

// byNobody reports "terms were not disclosed": nobody is named who does not say.
func (f *finder) byNobody(c *clause) bool {
	return c.passive && c.subject >= 0 && f.is(c.subject, "terms") && f.Around(f.A.Tokens[c.verb].Range) == nil
}

// subject is what was not disclosed.
func (f *finder) subject(i int) string {
	if s := f.subjectOf(i); s >= 0 {
		return f.phrase(s)
	}
	return ""
}

// nothing is what calls and questions are about, where the words do not say.
func (f *finder) nothing(int) string { return "" }
