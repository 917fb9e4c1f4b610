package statement

import (
	"regexp"
	"strings"

	"readout"
)

var (
	// EXAMPLE "We will cut the tax" · "I'm going to pay"
	ownFuture = regexp.MustCompile(`(?i)^\W*(?:[^!?]{0,140}[,;—–-]\s)?(?:(?:and|so|but|then) )*(?:I|we)(?:['’]ll| will| shall|['’]re going to| are going to|['’]m going to| am going to)(?: (?:also|never|always|soon|now|then|not|immediately|certainly|definitely|do everything to))* (\w+)`)
	// EXAMPLE "it would cut the tax" of an institution or pronoun that is the speaker
	ownWould = regexp.MustCompile(`(?i)^\W*(he|she|they|it)(?: would| will)(?: (?:also|never|not|soon|now|immediately))* (\w+)`)
	// EXAMPLE "Maybe I should call" · "I might go"
	musing = regexp.MustCompile(`(?i)^\W*(?:maybe|perhaps) (?:I|we|he|she|they)\b|^\W*(?:I|we|he|she|they|it) (?:am|are|is|was|were) (?:considering|thinking (?:of|about)|weighing)\b|^\W*(?:I|we) (?:might|may)\b`)
	// EXAMPLE "It is not true" · "There is no truth in" · "That is a lie"
	denial = regexp.MustCompile(`(?i)^\W*(?:there(?: is|['’]s| was| are| were| has been) (?:absolutely )?no (?:truth|basis|evidence|threat|danger|risk|deal|agreement|call|meeting|order|such|contact|talks|leak|delay|link|crisis|shortage)|(?:it|this|that)(?: is|['’]s| was) (?:simply |completely |totally |just )?(?:not true|untrue|false|a lie|wrong|nonsense)|(?:I|we) (?:deny|reject|did not|didn['’]t|have never|never)\b)`)
	// EXAMPLE "he agreed to a truce" · "we agree with the proposals"
	consent = regexp.MustCompile(`(?i)^\W*(?:he|she|they|we|I|it) (?:(?:has|have|had|fully|already) )*(?:agreed?s?|accepte?d?s?|supporte?d?s?) (?:to|with|in|a|an|the|this|that)\b`)
	// EXAMPLE "If they touch our ships, we will close the strait"
	threat    = regexp.MustCompile(`(?i)(?:\bif\b|\bunless\b).*\b(?:we|I|it|he|she|they)(?:['’]ll| will| would) (?:\w+ )?(?:close|strike|attack|retaliate|sue|shut|impose|walk|hit|punish|quit|boycott|blockade|cut off|hit back|respond|seize|destroy|touch|fight|bomb|sink)\b`)
	proviso   = regexp.MustCompile(`(?i)\b(?:but|if|provided|as long as|only|on condition|unless|once)\b`)
	assertion = regexp.MustCompile(`(?i)\b(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|charges?|assertions?|words|remarks|comments?|idea that|story|stories|notion|speculation|account)\b`)
	comment   = regexp.MustCompile(`(?i)^\W*(?:to )?(?:comment|say|answer|discuss|respond|confirm|elaborate|speculate|be drawn|give|provide|reveal|disclose|name|identify|specify|speak|take questions|be interviewed|talk)\b`)
)

// Verbs behind "we will" that promise nothing.
var unpromising = map[string]bool{
	"see": true, "be": true, "have": true, "know": true, "need": true, "find": true, "remain": true, "lose": true, "die": true, "suffer": true, "feel": true, "get": true, "hear": true, "learn": true, "probably": true, "like": true, "prefer": true, "want": true, "merely": true, "only": true, "take": true, "likely": true,
}

// act is what the speaker does: by the cue, and where the cue is neutral, by a
// content that is plainly a promise, an agreement, a denial or a musing.
func (s *scan) act(d *draft) readout.Act {
	act := d.act
	if act == "" && d.form != nil {
		act = d.form.Act
	}
	if act == "" {
		act = readout.ActState
	}
	content := s.words(d.content)
	lemma := ""
	if d.form != nil {
		lemma = d.form.Lemma
	}
	switch lemma {
	case "dismiss", "reject", "rebuff":
		if assertion.MatchString(firstWords(content, 9)) {
			return readout.ActDeny
		}
	case "refuse", "decline":
		if comment.MatchString(content) || content == "" || strings.Contains(s.text[d.cue.Start:d.cue.End], " to ") {
			return readout.ActDecline
		}
		return readout.ActReject
	case "consider":
		if strings.Contains(strings.ToLower(s.text[d.cue.Start:d.cue.End]), "considering") {
			return readout.ActConsider
		}
	case "agree":
		if !strings.HasPrefix(strings.ToLower(content), "to ") && !strings.HasPrefix(strings.ToLower(content), "in principle") {
			return readout.ActState
		}
		if proviso.MatchString(content) {
			return readout.ActAcceptIf
		}
	case "ask":
		if w := strings.ToLower(firstWords(content, 1)); w == "whether" || w == "if" || isWh(w) || strings.HasSuffix(content, "?") {
			return readout.ActQuestion
		}
	case "express", "voice":
		if strings.HasPrefix(strings.ToLower(content), "doubt") {
			return readout.ActQuestion
		}
	}
	if act == readout.ActState || act == readout.ActEvaluate && lemma == "" {
		act = contentAct(content, act)
		if act == readout.ActState && s.mode(d) != readout.Direct && s.ownPromise(d, content) {
			return readout.ActCommit
		}
	}
	return act
}

// ownPromise reports "it would pay" where the pronoun can be the speaker.
func (s *scan) ownPromise(d *draft, content string) bool {
	m := ownWould.FindStringSubmatch(content)
	if m == nil || d.party < 0 || unpromising[strings.ToLower(m[2])] {
		return false
	}
	switch kind := s.a.Parties[d.party].Kind; strings.ToLower(m[1]) {
	case "he", "she":
		return kind == readout.Person || kind == readout.OfficeKind
	case "it":
		return kind == readout.Institution || kind == readout.State || kind == readout.Force
	default:
		return kind == readout.Group || kind == readout.Unnamed || kind == readout.Institution
	}
}

// contentAct decides where the cue is neutral.
func contentAct(content string, act readout.Act) readout.Act {
	switch {
	case musing.MatchString(content):
		return readout.ActConsider
	case consent.MatchString(content):
		if proviso.MatchString(content) {
			return readout.ActAcceptIf
		}
		return readout.ActAccept
	case denial.MatchString(content):
		return readout.ActDeny
	}
	if threat.MatchString(content) {
		return readout.ActThreaten
	}
	if m := ownFuture.FindStringSubmatch(content); m != nil && !unpromising[strings.ToLower(m[1])] {
		return readout.ActCommit
	}
	if strings.HasSuffix(strings.TrimRight(content, "\"”’' "), "?") && !strings.ContainsAny(strings.TrimRight(content, "\"”’'? "), ".?!") {
		return readout.ActQuestion
	}
	return act
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
