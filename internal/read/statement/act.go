package statement

import (
	"regexp"
	"strings"

	"readout"
)

var (
	// EXAMPLE "dismissed the claim" is a denial, "dismissed the plan" a refusal
	assertion = regexp.MustCompile(`(?i)\b(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|charges?|assertions?|words|remarks|comments?|idea that|story|stories|notion|speculation|account)\b`)
	// EXAMPLE "declined to comment" · "refused to say"
	comment = regexp.MustCompile(`(?i)^\W*(?:to )?(?:comment|say|answer|discuss|respond|confirm|elaborate|speculate|be drawn|give|provide|reveal|disclose|divulge|name|identify|specify|speak|take questions|be interviewed|talk)\b`)
	// EXAMPLE "accepted the truce on condition that"
	proviso = regexp.MustCompile(`(?i)\b(?:but|if|provided|providing|as long as|only|on condition|unless|once|subject to)\b`)
	// EXAMPLE "refused to acknowledge that the figures were wrong"
	admission = regexp.MustCompile(`(?i)^\W*(?:to )?(?:acknowledge|admit|concede|accept that|recogni[sz]e)\b`)
	// EXAMPLE "declined an offer" · "turned down an invitation"
	offer = regexp.MustCompile(`(?i)^\W*(?:an?|the|his|her|its|their|this|that)\b.{0,40}\b(?:offers?|invitations?|seat|post|role|job|deal|proposal|award|medal|prize|gift|chance|opportunity)\b`)
	// EXAMPLE "endorsed the deal": of a body it may be a party to
	terms = regexp.MustCompile(`(?i)\b(?:deal|agreement|text|offer|proposals?|plan|terms|truce|ceasefire|compromise|accord|pact|settlement|contract|treaty|draft)\b`)
)

// act is what the speaker does: by the cue and what it governs, and where the cue is
// neutral by what is said.
func (s *scan) act(d *draft) readout.Act {
	act := d.act
	if act == "" && d.form != nil {
		act = d.form.Act
	}
	if act == "" {
		act = readout.ActState
	}
	if noun := s.nounAct(d); noun != "" && act == readout.ActState {
		return noun
	}
	content := s.words(d.content)
	if d.form != nil && d.form.Lemma != "" {
		if governed := s.governedAct(d, act, content); governed != "" {
			return governed
		}
	}
	if act == readout.ActState {
		if said := s.saidAct(d, content); said != "" && (said == readout.ActPredict || d.form == nil || !s.l.Listed("opinion", d.form.Lemma)) {
			return said
		}
	}
	return act
}

// nounAct is the act of a cue whose noun says more than its verb: "renewed his call
// for", "was critical of".
func (s *scan) nounAct(d *draft) readout.Act {
	for k := s.tokenAt(d.cue.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= d.cue.End; k++ {
		if up := s.a.Tokens[k].UPOS; up != "NOUN" && up != "ADJ" || s.low(k-1) == "little" || s.low(k-1) == "no" {
			continue
		}
		for _, act := range readout.Acts {
			if s.l.Acts[string(act)][s.low(k)] {
				return act
			}
		}
	}
	return ""
}

// governedAct is the act of a cue that means one thing with one content and another
// with another; "" where the cue alone says it.
func (s *scan) governedAct(d *draft, act readout.Act, content string) readout.Act {
	low, cue := strings.ToLower(content), strings.ToLower(s.text[d.cue.Start:d.cue.End])
	switch d.form.Lemma {
	case "dismiss", "reject", "rebuff", "brush", "shoot", "shrug", "wave", "laugh":
		if act == readout.ActReject && assertion.MatchString(firstWords(content, 9)) {
			return readout.ActDeny
		}
	case "call", "describe", "brand", "label":
		if assertion.MatchString(content) && s.holdsListed("untrue", d.content) {
			return readout.ActDeny
		}
	case "refuse":
		switch {
		case admission.MatchString(s.fromCue(d, content)):
			return readout.ActDeny
		case comment.MatchString(content), content == "", strings.Contains(cue, " to "):
			return readout.ActDecline
		}
		return readout.ActReject
	case "decline":
		if !strings.Contains(cue, " to ") && offer.MatchString(content) {
			return readout.ActReject
		}
	case "deny":
		if strings.Contains(cue, "confirm") { // "neither confirmed nor denied"
			return readout.ActDecline
		}
	case "rule":
		if d.negated && d.form.Particle == "out" {
			return readout.ActConsider
		}
	case "want":
		switch {
		case strings.HasPrefix(low, "to know"), strings.HasSuffix(cue, " know"):
			return readout.ActQuestion
		case d.negated && comment.MatchString(content):
			return readout.ActDecline
		}
	case "consider":
		if strings.Contains(cue, "considering") {
			return readout.ActConsider
		}
	case "agree":
		if !strings.HasPrefix(low, "to ") && !strings.HasPrefix(low, "in principle") {
			return readout.ActState
		}
		fallthrough
	case "accept":
		switch {
		case d.negated:
			return readout.ActReject
		case act == readout.ActAccept && s.isClause(d) && !strings.HasPrefix(low, "to "):
			return readout.ActAcknowledge
		case act == readout.ActAccept && proviso.MatchString(content):
			return readout.ActAcceptIf
		}
	case "endorse", "back":
		if d.party < 0 || s.a.Parties[d.party].Kind == readout.Person || !terms.MatchString(content) {
			return readout.ActEvaluate
		}
	case "ask":
		w := strings.ToLower(firstWords(content, 1))
		if w == "whether" || w == "if" || w == "about" || isWh(w) || strings.HasSuffix(content, "?") || strings.HasPrefix(low, "question") {
			return readout.ActQuestion
		}
	case "tell", "say", "write":
		if s.infinitive(d) {
			return readout.ActRequest
		}
	case "suggest":
		if act == readout.ActPropose && s.isClause(d) {
			return s.saidOr(d, content, readout.ActState)
		}
	case "swear":
		if act == readout.ActCommit && s.isClause(d) && !s.promises(d) {
			return readout.ActClaim
		}
	case "assure", "reassure", "guarantee":
		if s.isClause(d) && !s.promises(d) {
			return readout.ActState
		}
	case "express", "voice":
		switch {
		case strings.HasPrefix(low, "doubt"), strings.Contains(cue, "doubt"):
			return readout.ActQuestion
		case strings.HasPrefix(low, "hope"), strings.Contains(cue, "hope"):
			return readout.ActPredict
		}
	}
	return ""
}

func (s *scan) saidOr(d *draft, content string, act readout.Act) readout.Act {
	if said := s.saidAct(d, content); said != "" {
		return said
	}
	return act
}

// fromCue is what stands behind the cue up to the content, and the content.
func (s *scan) fromCue(d *draft, content string) string {
	if len(d.content) == 0 || d.content[0].Start < d.cue.End || d.cue.Empty() {
		return content
	}
	return s.text[d.cue.End:d.content[0].Start] + content
}

// isClause reports that what is said is a clause: "that" opens it, or it has a subject
// or an auxiliary.
func (s *scan) isClause(d *draft) bool {
	if len(d.content) > 0 && s.low(s.tokenAt(d.content[0].Start)-1) == "that" {
		return true
	}
	for _, c := range s.clauses(d) {
		if c.subject >= 0 || c.copular || c.passive || c.future != noFuture || c.modal != "" {
			return true
		}
	}
	return false
}

// promises reports a content that speaks of what is to come.
func (s *scan) promises(d *draft) bool {
	for _, c := range s.clauses(d) {
		if c.future != noFuture {
			return true
		}
	}
	return false
}

// infinitive reports "told them to leave": what is said begins with "to", or the word
// in front of it is.
func (s *scan) infinitive(d *draft) bool {
	if len(d.content) == 0 || s.mode(d) != readout.Indirect || s.isClause(d) {
		return false
	}
	for k := s.tokenAt(d.content[0].Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= d.content[0].End; k++ {
		if s.mainIn(k, d.content) {
			to := s.under(k, "mark")
			return s.low(to) == "to" && s.under(k, "nsubj") < 0 && s.a.Tokens[k].Relation != "advcl"
		}
	}
	return false
}

func (s *scan) holdsListed(list string, content []readout.Range) bool {
	for _, c := range content {
		for k := s.tokenAt(c.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= c.End; k++ {
			if s.l.Acts[list][s.low(k)] {
				return true
			}
		}
	}
	return false
}

func (s *scan) words(ranges []readout.Range) string {
	var parts []string
	for _, r := range ranges {
		parts = append(parts, s.text[r.Start:r.End])
	}
	return strings.Trim(strings.Join(parts, " "), "\"“”„«»‘’' ")
}

func firstWords(text string, n int) string {
	f := strings.Fields(text)
	return strings.Join(f[:min(n, len(f))], " ")
}
