package statement

import (
	"regexp"
	"strings"

	"readout"
)

// governing is a cue with what it governs: its act so far, its words in lower case, and
// those of the content.
type governing struct {
	*draft
	act          readout.Act
	words, heard string
}

// governed says of cues that mean one thing with one content and another with another
// what they mean here; "" where the cue's own act stands. By the cue's lemma.
var governed = map[string]func(*scan, *governing) readout.Act{
	"dismiss": refuted, "reject": refuted, "rebuff": refuted, "brush": refuted, "shoot": refuted, "shrug": refuted, "wave": refuted, "laugh": refuted,
	"call": branded, "describe": branded, "brand": branded, "label": branded,
	"refuse": refused, "decline": declinedOffer, "deny": neitherNor, "rule": ruledOut,
	"want": wanted, "consider": considered, "agree": agreed, "accept": accepted,
	"endorse": endorsed, "back": endorsed, "ask": asked, "tell": bade, "say": bade, "write": bade,
	"suggest": suggested, "swear": swore, "assure": assured, "reassure": assured, "guarantee": assured,
	"offer": offered, "insist": insisted, "estimate": estimated, "disagree": differed, "advise": directed, "direct": directed,
}

var (
	// EXAMPLE "dismissed the claim" is a denial, "dismissed the plan" a refusal
	assertion = regexp.MustCompile(`(?i)\b(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|concerns?|fears?|worries|criticisms?|charges?|assertions?|words|remarks|comments?|idea that|story|stories|notion|speculation|account)\b`)
	// EXAMPLE "an unfounded claim": who calls it so denies it
	unfounded = regexp.MustCompile(`(?i)\b(?:false|untrue|baseless|unfounded|groundless|inventions?|invented|lies?|fabricat\w+|fantasy|nonsense|exaggerated|figment|fiction|fairy|myth|smear|rubbish)\b`)
	// EXAMPLE "declined to comment" · "refused to give details", not "to give up her seat"
	comment = regexp.MustCompile(`(?i)^\W*(?:to )?(?:(?:comment(?:ing)?|discussing|answering|responding|saying|say|answer|discuss|respond|reply|confirm|elaborate|speculate|explain|be drawn|reveal|disclose|divulge|name|identify|specify|detail|be interviewed)\b|(?:speak|talk)\W*$|(?:give|provide|share|offer|take|speak|talk)\b.{0,40}\b(?:details?|information|comments?|answers?|interviews?|questions?|reasons?|explanations?|names?|figures?|about|(?:to|with) (?:reporters|journalists|the press|the media)))`)
	// EXAMPLE "accepted the truce on condition that"
	proviso = regexp.MustCompile(`(?i)\b(?:but|if|provided|providing|as long as|only|on condition|unless|once|subject to)\b`)
	// EXAMPLE "refused to acknowledge that the figures were wrong"
	admission = regexp.MustCompile(`(?i)^\W*(?:to )?(?:acknowledge|admit|concede|accept that|recogni[sz]e)\b`)
	// EXAMPLE "declined a seat"
	offer = regexp.MustCompile(`(?i)^\W*(?:an?|the|his|her|its|their|this|that)\b.{0,40}\b(?:offers?|invitations?|seat|post|role|job|deal|proposal|award|medal|prize|gift|chance|opportunity)\b`)
	// EXAMPLE "endorsed the deal": a body may be a party to it
	terms = regexp.MustCompile(`(?i)\b(?:deal|agreement|text|offer|proposals?|plan|terms|truce|ceasefire|compromise|accord|pact|settlement|contract|treaty|draft)\b`)
)

func refuted(s *scan, g *governing) readout.Act {
	switch {
	case g.act != readout.ActReject:
		return ""
	case strings.HasPrefix(strings.ToLower(strings.TrimSpace(s.behindCue(g))), "question"):
		return readout.ActDecline // "brushed off questions"
	case assertion.MatchString(firstWords(g.heard, 9)):
		return readout.ActDeny
	}
	return ""
}

func branded(s *scan, g *governing) readout.Act {
	switch {
	case g.form.Lemma == "describe" && !strings.Contains(g.words+" "+g.heard+" ", " as "):
		return readout.ActState // "described the scene"
	case g.form.Particle == "out" && strings.Contains(g.heard, " for "):
		return readout.ActAccuse // "called the bank out for lying"
	}
	if assertion.MatchString(g.heard) && unfounded.MatchString(g.heard) {
		return readout.ActDeny
	}
	return ""
}

// behindCue is what is said with what stands between it and the cue: "refused to
// [admit that] the figures".
func (s *scan) behindCue(g *governing) string {
	if len(g.content) > 0 && g.content[0].Start > g.cue.End {
		return s.text[g.cue.End:g.content[0].Start] + g.heard
	}
	return g.heard
}

func refused(s *scan, g *governing) readout.Act {
	to := s.behindCue(g)
	_, asked, _ := strings.Cut(g.words, " to ") // "refused [to give] any details"
	switch {
	case strings.Contains(g.words+to, "rule out"):
		return readout.ActConsider
	case admission.MatchString(to):
		return readout.ActDeny
	case comment.MatchString(g.heard), g.heard == "", comment.MatchString(asked + " " + g.heard):
		return readout.ActDecline
	}
	return readout.ActReject
}

func declinedOffer(_ *scan, g *governing) readout.Act {
	if !strings.Contains(g.words, " to ") && offer.MatchString(g.heard) {
		return readout.ActReject
	}
	return ""
}

// neitherNor: "neither confirmed nor denied" is no denial, "denied the appeal" a
// refusal.
func neitherNor(s *scan, g *governing) readout.Act {
	if what := s.object(g.draft); what >= 0 && !s.isClause(g.draft) {
		if s.l.Acts["asked"][s.low(what)] || s.l.Acts["asked"][s.low(what+1)] { // "denied them access"
			return readout.ActReject
		}
	}
	either := s.low(g.cueToken-1) == "nor" || s.low(g.cueToken-1) == "or"
	if strings.Contains(g.words, "confirm") || either && strings.HasPrefix(s.low(g.cueToken-2), "confirm") {
		return readout.ActDecline
	}
	return ""
}

func ruledOut(_ *scan, g *governing) readout.Act {
	if g.negated && g.form.Particle == "out" {
		return readout.ActConsider
	}
	return ""
}

func wanted(_ *scan, g *governing) readout.Act {
	switch {
	case strings.HasPrefix(strings.ToLower(g.heard), "to know"), strings.HasSuffix(g.words, " know"):
		return readout.ActQuestion
	case g.negated && comment.MatchString(g.heard):
		return readout.ActDecline
	}
	return ""
}

func considered(s *scan, g *governing) readout.Act {
	first, _, _ := strings.Cut(g.heard, " ")
	switch {
	case strings.Contains(g.words, "considering"), strings.HasSuffix(first, "ing"):
		return readout.ActConsider
	case !s.isClause(g.draft):
		return readout.ActEvaluate // "considers her unfit"
	}
	return ""
}

// agreed: to do something, not that something is so.
func agreed(s *scan, g *governing) readout.Act {
	if low := strings.ToLower(strings.TrimSpace(s.behindCue(g))); !strings.HasPrefix(low, "to ") && !strings.HasPrefix(low, "in principle") {
		return readout.ActState
	}
	return accepted(s, g)
}

func accepted(s *scan, g *governing) readout.Act {
	switch {
	case g.act != readout.ActAccept:
		return ""
	case g.negated:
		return readout.ActReject
	case g.form.Lemma == "accept" && s.isClause(g.draft):
		return readout.ActAcknowledge // "accepted that it was late"
	case proviso.MatchString(g.heard):
		return readout.ActAcceptIf
	}
	return ""
}

// endorsed: support for terms is acceptance by a body that may be a party to them.
func endorsed(s *scan, g *governing) readout.Act {
	if g.party < 0 || s.a.Parties[g.party].Kind == readout.Person || !terms.MatchString(g.heard) {
		return readout.ActEvaluate
	}
	return ""
}

func asked(_ *scan, g *governing) readout.Act {
	w := strings.ToLower(firstWords(g.heard, 1))
	if w == "whether" || w == "if" || w == "about" || isWh(w) || strings.HasPrefix(w, "question") || strings.HasSuffix(g.heard, "?") {
		return readout.ActQuestion
	}
	return ""
}

// bade: "told them to leave".
func bade(s *scan, g *governing) readout.Act {
	if s.infinitive(g.draft) {
		return readout.ActRequest
	}
	return ""
}

// suggested: something to do, not that something is so.
func suggested(s *scan, g *governing) readout.Act {
	if !s.isClause(g.draft) && s.speaks(g.draft) {
		if what := s.object(g.draft); what >= 0 && s.l.Acts["inference"][s.low(what)] {
			return readout.ActState
		}
		return ""
	}
	switch said := s.saidAct(g.draft, g.heard); {
	case said == readout.ActCommit && !s.speaks(g.draft):
		return readout.ActPredict // "the figures suggest that it will"
	case said != "":
		return said
	}
	return readout.ActState
}

func swore(s *scan, g *governing) readout.Act {
	if g.act == readout.ActCommit && s.isClause(g.draft) && !s.promises(g.draft) {
		return readout.ActClaim
	}
	return ""
}

func assured(s *scan, g *governing) readout.Act {
	if s.isClause(g.draft) && !s.promises(g.draft) {
		return readout.ActState
	}
	return ""
}

// offered: by somebody; what a thing offers nobody has said.
func offered(s *scan, g *governing) readout.Act {
	if !s.speaks(g.draft) {
		return readout.ActState
	}
	return ""
}

// insisted: "that any deal include the port" asks for it, "includes" says so.
func insisted(s *scan, g *governing) readout.Act {
	if clauses := s.clauses(g.draft); len(clauses) > 0 && s.subjunctive(&clauses[0]) {
		return readout.ActDemand
	}
	return ""
}

// subjunctive reports a bare verb behind a subject that is one: "that she leave",
// "that the debt be paid".
func (s *scan) subjunctive(c *clause) bool {
	if be := s.under(c.root, "aux"); be >= 0 {
		return s.low(be) == "be"
	}
	if be := s.under(c.root, "cop"); be >= 0 {
		return s.low(be) == "be"
	}
	verb, subject := s.low(c.root), s.low(c.subject)
	one := c.subject >= 0 && s.a.Tokens[c.subject].UPOS == "NOUN" && !strings.HasSuffix(subject, "s") || subject == "he" || subject == "she" || subject == "it"
	return one && s.a.Tokens[c.root].UPOS == "VERB" && s.bare(verb)
}

// bare reports a verb that has no ending and is no past that all know.
func (s *scan) bare(verb string) bool {
	return !s.l.Acts["past"][verb] && !strings.HasSuffix(verb, "ing") && !strings.HasSuffix(verb, "ed") && (!strings.HasSuffix(verb, "s") || strings.HasSuffix(verb, "ss"))
}

// estimated: what is, not what will be.
func estimated(s *scan, g *governing) readout.Act {
	if !s.promises(g.draft) {
		return readout.ActState
	}
	return ""
}

// differed: "disagree on the date" denies nothing.
func differed(_ *scan, g *governing) readout.Act {
	if strings.Contains(g.words, " over") || strings.Contains(g.words, " on") {
		return readout.ActState
	}
	return ""
}

// directed: somebody to do something, not that something is so, nor to a place.
func directed(s *scan, g *governing) readout.Act {
	if s.isClause(g.draft) || g.form.Lemma == "direct" && !s.infinitive(g.draft) {
		return readout.ActState
	}
	return ""
}
