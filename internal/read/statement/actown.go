package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// ownAct is the act of a clause about the speaker himself.
func (s *scan) ownAct(d *draft, c *clause, content string) readout.Act {
	verb := s.low(c.verb)
	told := c.future == will || c.future == would && !s.spoken(d, c.subject)
	switch {
	case c.negated && s.answering(d, c):
		return readout.ActDecline
	case c.negated && c.future != noFuture && verb == "rule":
		return readout.ActConsider
	case s.weighing(verb):
		return readout.ActConsider
	case (c.modal == "may" || c.modal == "might") && !c.perfect && !c.copular && !c.passive:
		return readout.ActConsider
	case told && !c.perfect, c.modal == "can" && proviso.MatchString(content) && s.accepting(c):
		return s.undertaking(c, content)
	}
	if in := s.under(c.root, "ccomp"); in >= 0 && s.l.Listed("opinion", s.low(c.root)) {
		inner := s.clauseAt(in)
		switch {
		case inner.future == noFuture || inner.subject < 0:
		case s.low(inner.subject) == "i" && !c.negated:
			return s.clauseAct(d, &inner, content) // "I think I will go"
		case inner.future == will || !s.spoken(d, c.root):
			return readout.ActPredict // "I think she will win"
		}
	}
	if act := s.performed(d, c, content); act != "" {
		return act
	}
	return s.disclaiming(d, c)
}

// answering reports "will comment", "can discuss", "going to get into that", not "will
// speak at the rally", "can explain how it feels".
func (s *scan) answering(d *draft, c *clause) bool {
	if c.perfect || c.future == noFuture && c.modal == "" {
		return false
	}
	verb, next := s.low(c.verb), s.low(c.verb+1)
	into := next == "into" && (verb == "get" || verb == "go") || next == "to" && verb == "jump"
	if into && c.future != noFuture {
		return true
	}
	rest := s.text[s.a.Tokens[c.verb].Start:max(s.a.Tokens[c.verb].End, d.content[len(d.content)-1].End)]
	able := c.future == noFuture // "I can't explain how it feels", "we can't say, 'Go'"
	return comment.MatchString(rest) && !(able && (verb == "explain" || verb == "detail" || s.word(c.verb+1) == ","))
}

// undertaking is the act of "we will" and "said it would".
func (s *scan) undertaking(c *clause, content string) readout.Act {
	verb := s.low(c.verb)
	switch {
	case c.copular || c.passive:
		if s.placed(c.verb) {
			return readout.ActCommit // "I will be on the first bus"
		}
		return ""
	case verb == "consider" && c.negated:
		return readout.ActReject
	case verb == "consider", verb == "weigh", verb == "think" && s.low(c.verb+1) == "about":
		return readout.ActConsider
	case s.l.Listed("outcome", verb):
		return readout.ActPredict
	case s.l.Acts["idle"][verb], c.future == would && s.l.Acts["might"][verb], s.l.Acts["might"][s.low(s.under(c.verb, "advmod"))]:
		return ""
	case s.l.Listed("hostile", verb), verb == "use" && s.l.Acts["force"][s.low(s.under(c.verb, "obj"))]:
		return readout.ActThreaten
	case s.accepting(c):
		if proviso.MatchString(content) {
			return readout.ActAcceptIf
		}
		return readout.ActAccept
	}
	return readout.ActCommit
}

// accepting reports "accept", "sign", "go along".
func (s *scan) accepting(c *clause) bool {
	switch s.low(c.verb) {
	case "accept", "agree", "sign":
		return !c.negated
	case "go":
		return s.low(c.verb+1) == "along" && !c.negated
	}
	return false
}

// placed reports a place, or another word behind a preposition.
func (s *scan) placed(k int) bool { return s.under(k, "case") >= 0 || s.a.Tokens[k].UPOS == "ADV" }

// performed is the act of a verb that does what it says: "we demand", "said it
// rejected".
func (s *scan) performed(d *draft, c *clause, content string) readout.Act {
	if s.a.Tokens[c.subject].UPOS != "PRON" || c.passive || c.copular || c.modal != "" || c.future != noFuture {
		return ""
	}
	f := s.plainForm(c.root)
	ends := s.under(c.root, "ccomp") >= 0 || s.under(c.root, "xcomp") >= 0
	switch {
	case c.perfect && ends && strings.HasPrefix(s.low(c.root), "decide") && !c.negated:
		return readout.ActCommit // "I have decided to go"
	case f == nil || c.perfect && !s.spoken(d, c.root):
		return ""
	case f.Lemma == "accept" || f.Lemma == "agree":
		return s.accepted(c, content)
	case c.negated:
		return ""
	}
	switch object := s.under(c.root, "obj"); f.Act {
	case readout.ActReject, readout.ActDeny:
		switch {
		case object < 0:
			return ""
		case assertion.MatchString(s.word(object)):
			return readout.ActDeny
		}
		return f.Act
	case readout.ActPredict:
		if f.Lemma != "hope" || s.under(c.root, "ccomp") >= 0 {
			return f.Act // "I hope so" is a courtesy
		}
	case readout.ActEvaluate:
		if first := s.low(c.subject); object >= 0 && (first == "i" || first == "we") && f.Tense.Present() && s.l.Listed("solemn", f.Lemma) {
			return f.Act
		}
	case readout.ActCommit:
		if f.Lemma == "plan" || f.Lemma == "intend" {
			return f.Act
		}
	case readout.ActDemand, readout.ActRequest:
		// what was asked for is told, what is asked for is asked
		if s.spoken(d, c.root) && f.Tense.Present() && f.Lemma != "want" && f.Lemma != "seek" {
			return f.Act
		}
	}
	return ""
}

// plainForm is how the word at token k can be a cue, or nil.
func (s *scan) plainForm(k int) *lang.Form {
	forms := s.l.Forms[s.low(k)]
	for n := range forms {
		if f := &forms[n]; f.Particle == "" || s.low(k+1) == f.Particle {
			return f
		}
	}
	return nil
}

// accepted is the act of "we accept the terms", "he agreed to nothing".
func (s *scan) accepted(c *clause, content string) readout.Act {
	object := s.under(c.root, "obj")
	to := s.under(c.root, "obl")
	switch {
	case s.low(s.under(to, "case")) == "with", c.perfect && !terms.MatchString(content):
		return "" // "we agree with that", "we have accepted years of neglect"
	case s.under(c.root, "ccomp") >= 0 || object < 0 && to < 0 && s.under(c.root, "xcomp") < 0:
		return "" // that something is so
	case s.low(object) == "nothing" || s.low(to) == "nothing" || s.low(s.under(object, "det")) == "no":
		return readout.ActDeny
	case c.negated:
		return readout.ActReject
	case proviso.MatchString(content):
		return readout.ActAcceptIf
	}
	return readout.ActAccept
}

// disclaiming is the act of "I signed nothing", "we never met".
func (s *scan) disclaiming(d *draft, c *clause) readout.Act {
	verb := s.low(c.root)
	if c.copular || c.passive || c.future != noFuture || c.modal != "" || s.l.Listed("opinion", verb) || s.l.Listed("answering", verb) || s.l.Listed("sensing", verb) {
		return ""
	}
	object := s.under(c.root, "obj")
	if s.low(object) == "nothing" && (s.punct(object+1) || !s.saidIn(object+1, d.content)) || s.low(object-1) == "such" && s.low(s.under(object, "det")) == "no" {
		return readout.ActDeny
	}
	for i := s.sentence(c.root).First; i < c.root; i++ {
		if s.a.Tokens[i].Head == c.root && (s.low(i) == "never" || c.negated && strings.HasPrefix(s.low(i), "did") && s.spoken(d, i)) {
			return readout.ActDeny
		}
	}
	return ""
}

// bodyAct is the act of a clause about what is the speaker's own: of his people he
// can promise something, of his things he foretells it.
func (s *scan) bodyAct(d *draft, c *clause, content string) readout.Act {
	switch verb := s.low(c.verb); {
	case c.future == noFuture:
		if s.low(s.under(c.root, "advmod")) == "never" && (c.perfect || c.passive) {
			return readout.ActDeny // "our gates were never opened"
		}
		if s.weighing(verb) {
			return readout.ActConsider
		}
		if !c.negated && (verb == "plans" || verb == "intends" || verb == "aims") {
			return readout.ActCommit
		}
		return ""
	case s.l.Listed("hostile", verb), verb == "use" && s.l.Acts["force"][s.low(s.under(c.verb, "obj"))]:
		return readout.ActThreaten
	case !s.peopled(c.subject) || s.l.Listed("outcome", verb):
		if s.forecast(d, c) {
			return readout.ActPredict
		}
		return ""
	case c.future == would && s.spoken(d, c.subject), c.perfect:
		return ""
	case c.passive:
		return readout.ActCommit // "my drivers will be paid"
	}
	return s.undertaking(c, content)
}

// weighing reports "considering", "mulling".
func (s *scan) weighing(verb string) bool {
	return verb == "considering" || s.l.Deeds[verb] == readout.ActConsider && strings.HasSuffix(verb, "ing")
}
