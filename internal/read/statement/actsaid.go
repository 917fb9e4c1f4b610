package statement

import (
	"regexp"
	"strings"

	"readout"
)

var (
	// EXAMPLE "No comment."
	noComment = regexp.MustCompile(`(?i)^\W*no comments?\W*$`)
	// EXAMPLE "You have my word that" · "That is a promise"
	oath = regexp.MustCompile(`(?i)\byou have my word\b|\b(?:I|we) (?:give|gave) you (?:my|our) word\b|\bhand on heart\b|\bthat(?: is|['’]s) a promise\b|\bhold me to (?:that|it)\b|^\W*(?:I|we) (?:promise|swear|guarantee|pledge|vow)\b`)
	// EXAMPLE "My fault" · "We got it wrong"
	guilt = regexp.MustCompile(`(?i)^\W*(?:(?:it|that|this)(?: was| is|['’]s) )?(?:all )?(?:my|our) (?:fault|mistake)\b|^\W*(?:I|we) (?:was|were|got it|got this) (?:completely |simply )?wrong\b|^\W*(?:I|we) (?:apologi[sz]e|made a mistake)\b`)
	// EXAMPLE "Yes, we bought it" · "it was true that"
	affirmed = regexp.MustCompile(`(?i)^\W*(?:yes, (?:I|we) (?:did|have|had|was|were|\w+ed|bought|sold|paid|met|sent|took|gave|got|knew|made|went|saw)\b|(?:it|that|this)(?: is| was|['’]s) (?:indeed )?(?:true|correct|the case)\b)`)
	// EXAMPLE "It is not true" · "There is no truth in" · "That is a lie" · "Not so"
	untrue = regexp.MustCompile(`(?i)^\W*(?:there(?: never (?:was|were)|(?: was| were| has| have) never (?:been )?)|there(?: is|['’]s| was| are| were| has been) (?:absolutely )?no (?:truth|basis|evidence|threat|danger|risk|deal|agreement|call|meeting|order|such|contact|talks|leak|delay|link|crisis|shortage)|(?:it|this|that)(?: is|['’]s| was) (?:simply |completely |totally |just )?(?:not true|untrue|false|a lie|wrong(?:[^\w\s]|$)|nonsense)|not so\W*$|not$|nothing of the (?:kind|sort)|(?:I|we|he|she|they|it) (?:have|has|had|['’]ve )? ?(?:done|did) nothing wrong\b|(?:I|we) (?:deny|reject)\b)`)
	// EXAMPLE "I would like to know whether" · "I'd like to know who"
	asking = regexp.MustCompile(`(?i)^\W*(?:I|we)(?: would|['’]d)? (?:like|love|want) to know\b`)
	// EXAMPLE "Maybe I should call" · "I might go"
	lookingBack = regexp.MustCompile(`(?i)^\W*(?:maybe|perhaps)\b.{0,30}\bhave\b`)
	musing      = regexp.MustCompile(`(?i)^\W*(?:maybe|perhaps) (?:I|we|he|she|they)\b|^\W*(?:I|we|he|she|they|it) (?:am|are|is|was|were) (?:considering|thinking (?:of|about)|weighing|open to|leaning towards?)\b|^\W*(?:he|she|it)['’]s open to\b|^\W*(?:I['’]m|(?:we|they)['’]re) (?:considering|thinking (?:of|about)|weighing|open to|leaning towards?)\b|^\W*(?:I|we) (?:might|may)\b|^\W*(?:I|we) (?:have not|haven['’]t) (?:yet )?(?:decided|made up my)\b`)
	// EXAMPLE "The rest is for the judge, and we will pay": where the parse is lost
	ownFuture = regexp.MustCompile(`(?i)^\W*(?:[^!?]{0,140}[,;—–-]\s)?(?:(?:and|so|but|then) )*(?:I|we)(?:['’]ll| will| shall|['’]re going to| are going to|['’]m going to| am going to)(?: (?:also|never|always|soon|now|then|not|immediately|certainly|definitely|do everything to))* (\w+)`)
	// EXAMPLE "If they touch our ships, we will close the strait"
	ultimatum = regexp.MustCompile(`(?i)(?:\bif\b|\bunless\b).*\b(?:we|I|it|he|she|they)(?:['’]ll| will| would) (\w+)(?: (\w+))?`)
)

// saidAct is the act of plain saying, by what is said: plainly a promise, a request, a
// threat, a denial, a forecast or the like; "" for anything else.
func (s *scan) saidAct(d *draft, content string) readout.Act {
	switch {
	case noComment.MatchString(content):
		return readout.ActDecline
	case musing.MatchString(content) && !lookingBack.MatchString(content):
		return readout.ActConsider
	case guilt.MatchString(content):
		return readout.ActAcknowledge
	case affirmed.MatchString(content):
		return readout.ActConfirm
	case untrue.MatchString(content):
		return readout.ActDeny
	case asking.MatchString(content):
		return readout.ActQuestion
	case oath.MatchString(content):
		return readout.ActCommit
	}
	if m := ultimatum.FindStringSubmatch(content); m != nil && (s.l.Listed("harmful", strings.ToLower(m[1])) || s.l.Listed("harmful", strings.ToLower(m[2]))) {
		return readout.ActThreaten
	}
	if asks(content) {
		return readout.ActQuestion
	}
	if wondering[strings.ToLower(firstWords(content, 1))] && s.mode(d) == readout.Indirect {
		return "" // "how it would end": a question or its answer
	}
	clauses := s.clauses(d)
	for n, c := range clauses {
		if s.a.Tokens[c.root].Sentence > s.a.Tokens[clauses[0].root].Sentence+1 {
			break // what is said first, or with a second sentence, is what is meant
		}
		if n > 0 && c.subject < 0 {
			continue
		}
		if act := s.clauseAct(d, &c, content); act != "" {
			return act
		}
	}
	if m := ownFuture.FindStringSubmatch(content); m != nil && !s.l.Acts["idle"][strings.ToLower(m[1])] {
		return readout.ActCommit
	}
	return ""
}

var wondering = map[string]bool{"how": true, "why": true, "what": true, "who": true, "which": true, "whether": true}

// EXAMPLE "He came and said, 'Where is it?'": somebody else's question
var within = regexp.MustCompile(`^[^.?!]*\w[,:]? ["“‘'](?:[^"”’'.?!]|\w['’]\w)*\?`)

// EXAMPLE "I paid it off, right?" asks nothing, "You paid it off, right?" does
var (
	tagged    = regexp.MustCompile(`(?i)^[^?]*, (?:right|okay|ok|huh)\?\W*$`)
	addressed = regexp.MustCompile(`(?i)\byou`)
)

// asks reports that the first sentence is a question and half of all are.
func asks(content string) bool {
	if within.MatchString(content) || tagged.MatchString(content) && !addressed.MatchString(content) {
		return false
	}
	marks := strings.FieldsFunc(content, func(r rune) bool { return !strings.ContainsRune(".?!", r) })
	questions := 0
	for _, m := range marks {
		if strings.HasPrefix(m, "?") {
			questions++
		}
	}
	return questions > 0 && marks[0][0] == '?' && 2*questions >= len(marks)
}

// clauseAct is what one main clause does, "" for stating.
func (s *scan) clauseAct(d *draft, c *clause, content string) readout.Act {
	s.obliged(c)
	switch {
	case c.subject < 0:
		return s.bidding(d, c)
	case s.himself(d, c.subject):
		return s.ownAct(d, c, content)
	case s.hisOwn(d, c.subject):
		return s.bodyAct(d, c, content)
	case s.l.Acts["prospect"][s.low(c.root)] && c.copular && s.under(c.root, "xcomp") >= 0:
		return readout.ActPredict // "prices are likely to rise"
	case s.menaced(c):
		return readout.ActThreaten
	case c.future != noFuture && s.forecast(d, c):
		return readout.ActPredict
	case c.negated && c.perfect && s.low(s.under(c.root, "advmod")) == "ever":
		return readout.ActDeny // "no ship has ever left"
	case c.modal == "should" && s.ought(d, c):
		return readout.ActRequest
	case c.modal == "must" && s.ought(d, c), s.toEnd(c):
		return readout.ActDemand
	}
	return ""
}
