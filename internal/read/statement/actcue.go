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
	"express": expressed, "voice": expressed,
}

var (
	// EXAMPLE "dismissed the claim" is a denial, "dismissed the plan" a refusal
	assertion = regexp.MustCompile(`(?i)\b(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|charges?|assertions?|words|remarks|comments?|idea that|story|stories|notion|speculation|account)\b`)
	// EXAMPLE "an unfounded claim": who calls it so denies it
	unfounded = regexp.MustCompile(`(?i)\b(?:false|untrue|baseless|unfounded|groundless|inventions?|invented|lies?|fabricat\w+|fantasy|nonsense|exaggerated|figment|fiction|fairy|myth|smear|rubbish)\b`)
	// EXAMPLE "declined to comment" · "refused to say"
	comment = regexp.MustCompile(`(?i)^\W*(?:to )?(?:comment|say|answer|discuss|respond|confirm|elaborate|speculate|be drawn|give|provide|reveal|disclose|divulge|name|identify|specify|speak|take questions|be interviewed|talk)\b`)
	// EXAMPLE "accepted the truce on condition that"
	proviso = regexp.MustCompile(`(?i)\b(?:but|if|provided|providing|as long as|only|on condition|unless|once|subject to)\b`)
	// EXAMPLE "refused to acknowledge that the figures were wrong"
	admission = regexp.MustCompile(`(?i)^\W*(?:to )?(?:acknowledge|admit|concede|accept that|recogni[sz]e)\b`)
	// EXAMPLE "declined a seat"
	offer = regexp.MustCompile(`(?i)^\W*(?:an?|the|his|her|its|their|this|that)\b.{0,40}\b(?:offers?|invitations?|seat|post|role|job|deal|proposal|award|medal|prize|gift|chance|opportunity)\b`)
	// EXAMPLE "endorsed the deal": a body may be a party to it
	terms = regexp.MustCompile(`(?i)\b(?:deal|agreement|text|offer|proposals?|plan|terms|truce|ceasefire|compromise|accord|pact|settlement|contract|treaty|draft)\b`)
)

func refuted(_ *scan, g *governing) readout.Act {
	if g.act == readout.ActReject && assertion.MatchString(firstWords(g.heard, 9)) {
		return readout.ActDeny
	}
	return ""
}

func branded(_ *scan, g *governing) readout.Act {
	if assertion.MatchString(g.heard) && unfounded.MatchString(g.heard) {
		return readout.ActDeny
	}
	return ""
}

func refused(s *scan, g *governing) readout.Act {
	to := g.heard
	if len(g.content) > 0 && g.content[0].Start > g.cue.End { // "refused to [admit that] the figures"
		to = s.text[g.cue.End:g.content[0].Start] + to
	}
	switch {
	case strings.Contains(g.words+to, "rule out"):
		return readout.ActConsider
	case admission.MatchString(to):
		return readout.ActDeny
	case comment.MatchString(g.heard), g.heard == "", strings.Contains(g.words, " to "):
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

// neitherNor: "neither confirmed nor denied" is no denial.
func neitherNor(s *scan, g *governing) readout.Act {
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

func considered(_ *scan, g *governing) readout.Act {
	if strings.Contains(g.words, "considering") {
		return readout.ActConsider
	}
	return ""
}

// agreed: to do something, not that something is so.
func agreed(s *scan, g *governing) readout.Act {
	if low := strings.ToLower(g.heard); !strings.HasPrefix(low, "to ") && !strings.HasPrefix(low, "in principle") {
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
		return ""
	}
	if said := s.saidAct(g.draft, g.heard); said != "" {
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

func expressed(_ *scan, g *governing) readout.Act {
	low := strings.ToLower(g.heard)
	switch {
	case strings.HasPrefix(low, "doubt"), strings.Contains(g.words, "doubt"):
		return readout.ActQuestion
	case strings.HasPrefix(low, "hope"), strings.Contains(g.words, "hope"):
		return readout.ActPredict
	}
	return ""
}
