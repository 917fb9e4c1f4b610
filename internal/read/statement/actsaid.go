package statement

import (
	"regexp"
	"strings"

	"readout"
	"readout/internal/lang"
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
	untrue = regexp.MustCompile(`(?i)^\W*(?:there(?: is|['’]s| was| are| were| has been) (?:absolutely )?no (?:truth|basis|evidence|threat|danger|risk|deal|agreement|call|meeting|order|such|contact|talks|leak|delay|link|crisis|shortage)|(?:it|this|that)(?: is|['’]s| was) (?:simply |completely |totally |just )?(?:not true|untrue|false|a lie|wrong|nonsense)|not so\W*$|not$|nothing of the (?:kind|sort)|(?:I|we) (?:deny|reject)\b)`)
	// EXAMPLE "Maybe I should call" · "I might go"
	lookingBack = regexp.MustCompile(`(?i)^\W*(?:maybe|perhaps)\b.{0,30}\bhave\b`)
	musing      = regexp.MustCompile(`(?i)^\W*(?:maybe|perhaps) (?:I|we|he|she|they)\b|^\W*(?:I|we|he|she|they|it) (?:am|are|is|was|were) (?:considering|thinking (?:of|about)|weighing)\b|^\W*(?:I|we) (?:might|may)\b|^\W*(?:I|we) (?:have not|haven['’]t) (?:yet )?(?:decided|made up my)\b`)
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

// asks reports that the first sentence is a question and half of all are.
func asks(content string) bool {
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
	switch {
	case c.subject < 0:
		return s.bidding(d, c)
	case s.himself(d, c.subject):
		return s.ownAct(d, c, content)
	case s.hisOwn(d, c.subject):
		return s.bodyAct(d, c, content)
	case c.future != noFuture && s.forecast(d, c):
		return readout.ActPredict
	case c.negated && c.perfect && s.low(s.under(c.root, "advmod")) == "ever":
		return readout.ActDeny // "no ship has ever left"
	case (c.modal == "should" || c.modal == "must") && s.ought(d, c):
		return readout.ActRequest
	}
	return ""
}

// himself reports that token k stands for the speaker: "I" in his own words, "he" in
// those of the report, or his name.
func (s *scan) himself(d *draft, k int) bool {
	low, _, _ := strings.Cut(strings.ReplaceAll(s.low(k), "’", "'"), "'")
	quoted := s.spoken(d, k) || d.by == "interview" || d.by == "embed"
	switch low {
	case "i", "we":
		return quoted
	case "he", "she", "it", "they":
		return !quoted && s.a.Tokens[k].Relation != "expl" && s.stoodForBy(d, low)
	}
	m := s.mentionAt(k)
	return m != nil && m.Party >= 0 && m.Party == d.party && !quoted
}

// stoodForBy reports that a pronoun can stand for the speaker of a draft.
func (s *scan) stoodForBy(d *draft, pronoun string) bool {
	if d.party < 0 {
		return !d.source.Empty()
	}
	kind := s.a.Parties[d.party].Kind
	person := kind == readout.Person || kind == readout.OfficeKind
	if pronoun == "he" || pronoun == "she" {
		return person || kind == readout.Unnamed || kind == readout.Group
	}
	return !person
}

// mentionAt is the mention that has token k as its last word, or nil.
func (s *scan) mentionAt(k int) *readout.Mention {
	if m := s.endingAt(k); m != nil {
		return m
	}
	return s.startingAt(k)
}

// hisOwn reports that token k heads what is the speaker's: "our drivers", "her
// members", the body that he speaks for.
func (s *scan) hisOwn(d *draft, k int) bool {
	if of := s.under(k, "nmod"); of >= 0 && of < k {
		quoted := s.spoken(d, of) || d.by == "interview" || d.by == "embed"
		switch s.low(of) {
		case "my", "our":
			return quoted
		case "his", "her", "its", "their":
			return !quoted && d.party >= 0
		}
	}
	m := s.mentionAt(k)
	if m == nil || m.Party < 0 || d.party < 0 || m.Party == d.party {
		return false
	}
	id, p := s.a.Parties[m.Party].ID, s.a.Parties[d.party]
	return id == p.SpeaksFor || id == p.PartOf
}

// bidding is the act of a clause without a subject: "Come home", "Let's go".
func (s *scan) bidding(d *draft, c *clause) readout.Act {
	t := s.a.Tokens[c.root]
	low := s.low(c.root)
	switch s.low(s.under(c.root, "aux")) {
	case "", "do", "don't", "don’t":
	default:
		return ""
	}
	spoken := s.mode(d) == readout.Direct || s.mode(d) == readout.Indirect && d.content[0].Start == s.sentence(c.root).Start
	if t.UPOS != "VERB" || !spoken || c.future != noFuture || c.modal != "" || c.perfect || c.copular || s.low(s.under(c.root, "mark")) == "to" || !s.opens(c.root) {
		return ""
	}
	switch {
	case low == "let's", low == "let’s", low == "let" && s.low(c.root+1) == "us":
		return readout.ActPropose
	case s.l.Acts["rhetorical"][low] || strings.HasSuffix(low, "ing") || strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss"):
		return ""
	}
	if or := s.under(c.root, "conj"); or >= 0 && s.low(s.under(or, "cc")) == "or" && s.under(or, "nsubj") >= 0 {
		return readout.ActThreaten // "Pay or we sink it"
	}
	return readout.ActRequest
}

// opens reports that nothing but "please", "do not" and the like stands in front of
// token k in its quotation or sentence.
func (s *scan) opens(k int) bool {
	for i := k - 1; i >= s.sentence(k).First && s.quoteAt(i) == s.quoteAt(k) && i > k-4; i-- {
		if s.punct(i) {
			return true
		}
		switch s.a.Tokens[i].UPOS {
		case "AUX", "PART", "INTJ", "ADV", "CCONJ":
			continue
		}
		return false
	}
	return true
}

// ownAct is the act of a clause about the speaker himself.
func (s *scan) ownAct(d *draft, c *clause, content string) readout.Act {
	verb := s.low(c.verb)
	told := c.future == will || c.future == would && !s.spoken(d, c.subject)
	switch {
	case c.negated && (c.future != noFuture || c.modal != "") && s.l.Listed("answering", verb) && !c.perfect, c.negated && c.future != noFuture && s.into(c.verb):
		return readout.ActDecline
	case c.negated && c.future != noFuture && verb == "rule":
		return readout.ActConsider
	case (c.modal == "may" || c.modal == "might") && !c.perfect && !c.copular && !c.passive:
		return readout.ActConsider
	case told && !c.perfect, c.modal == "can" && proviso.MatchString(content) && s.accepting(c):
		return s.undertaking(c, content)
	}
	if in := s.under(c.root, "ccomp"); in >= 0 && s.l.Listed("opinion", s.low(c.root)) && !c.negated {
		inner := s.clauseAt(in)
		if inner.future != noFuture && inner.subject >= 0 {
			return s.clauseAct(d, &inner, content)
		}
	}
	if (s.low(c.root) == "decided" || s.low(c.root) == "decide") && c.perfect && !c.negated && (s.under(c.root, "ccomp") >= 0 || s.under(c.root, "xcomp") >= 0) {
		return readout.ActCommit
	}
	if act := s.performed(d, c, content); act != "" {
		return act
	}
	return s.disclaiming(d, c)
}

// into reports "get into that", "jump to that conclusion".
func (s *scan) into(k int) bool {
	switch s.low(k) {
	case "get", "go", "jump":
		return s.low(k+1) == "into" || s.low(k+1) == "to" && s.low(k) == "jump"
	}
	return false
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

// undertaking is the act of "we will" and "said it would".
func (s *scan) undertaking(c *clause, content string) readout.Act {
	verb := s.low(c.verb)
	switch {
	case c.copular || c.passive:
		if s.placed(c.verb) {
			return readout.ActCommit // "I will be on the first bus"
		}
		return ""
	case verb == "consider", verb == "weigh", verb == "think" && s.low(c.verb+1) == "about":
		return readout.ActConsider
	case s.l.Listed("outcome", verb):
		return readout.ActPredict
	case s.l.Acts["idle"][verb], c.future == would && s.l.Acts["might"][verb], s.l.Acts["might"][s.low(s.under(c.verb, "advmod"))]:
		return ""
	case s.accepting(c):
		if proviso.MatchString(content) {
			return readout.ActAcceptIf
		}
		return readout.ActAccept
	}
	return readout.ActCommit
}

func (s *scan) pronounAt(k int) bool { return s.a.Tokens[k].UPOS == "PRON" }

// performed is the act of a verb that does what it says: "we demand", "said it
// rejected".
func (s *scan) performed(d *draft, c *clause, content string) readout.Act {
	if !s.pronounAt(c.subject) || c.perfect && !s.spoken(d, c.root) || c.passive || c.copular || c.modal != "" || c.future != noFuture {
		return ""
	}
	for _, f := range s.l.Forms[s.low(c.root)] {
		if f.Particle != "" && s.low(c.root+1) != f.Particle {
			continue
		}
		object := s.under(c.root, "obj")
		switch f.Act {
		case readout.ActAccept:
			switch {
			case f.Lemma != "accept" && f.Lemma != "agree":
				return ""
			case s.under(c.root, "ccomp") >= 0 || object < 0 && s.under(c.root, "xcomp") < 0 && s.under(c.root, "obl") < 0:
				return ""
			case s.low(object) == "nothing" || s.low(s.under(c.root, "obl")) == "nothing" || s.low(s.under(object, "det")) == "no":
				return readout.ActDeny
			case c.negated:
				return readout.ActReject
			case proviso.MatchString(content):
				return readout.ActAcceptIf
			}
			return f.Act
		case readout.ActReject, readout.ActDeny:
			if !c.negated && object >= 0 {
				if f.Act == readout.ActReject && assertion.MatchString(s.word(object)) {
					return readout.ActDeny
				}
				return f.Act
			}
		case readout.ActPredict:
			if !c.negated && f.Lemma != "hope" {
				return f.Act
			}
		case readout.ActCommit:
			if !c.negated && (f.Lemma == "plan" || f.Lemma == "intend") {
				return f.Act
			}
		case readout.ActDemand, readout.ActRequest:
			// what was asked for is told, what is asked for is asked
			if !c.negated && s.spoken(d, c.root) && f.Tense.Present() && f.Lemma != "want" && f.Lemma != "seek" {
				return f.Act
			}
		}
		return ""
	}
	return ""
}

// disclaiming reports "I signed nothing", "we never met".
func (s *scan) disclaiming(d *draft, c *clause) readout.Act {
	if c.copular || c.passive || c.future != noFuture || c.modal != "" || s.l.Listed("opinion", s.low(c.root)) || s.l.Listed("answering", s.low(c.root)) {
		return ""
	}
	object := s.under(c.root, "obj")
	if s.low(object) == "nothing" && s.a.Tokens[object].End < s.a.Tokens[min(object+2, len(s.a.Tokens)-1)].End && !s.punctWord(object+1) {
		return ""
	}
	switch s.low(c.root) {
	case "hear", "heard", "see", "seen", "saw", "know", "known", "knew", "have", "had", "feel", "felt", "want", "wanted", "need", "needed", "like", "understand", "understood", "be", "been", "expect", "expected":
		return ""
	}
	switch {
	case s.low(object) == "nothing", s.low(s.under(object, "det")) == "no" && s.low(object-1) == "such":
		return readout.ActDeny
	case !c.negated:
		return ""
	}
	for i := s.sentence(c.root).First; i < c.root; i++ {
		if t := s.a.Tokens[i]; t.Head == c.root && (s.low(i) == "never" || strings.HasPrefix(s.low(i), "did") && s.spoken(d, i)) {
			return readout.ActDeny
		}
	}
	return ""
}

func (s *scan) punctWord(k int) bool { return s.punct(k) }

// bodyAct is the act of a clause about what is the speaker's own: of his people he
// can promise something, of his things he foretells it.
func (s *scan) bodyAct(d *draft, c *clause, content string) readout.Act {
	switch {
	case c.future == noFuture && s.low(s.under(c.root, "advmod")) == "never" && (c.perfect || c.passive):
		return readout.ActDeny // "our gates were never opened"
	case c.future == noFuture || !s.peopled(c.subject) || s.l.Listed("outcome", s.low(c.verb)):
		if c.future != noFuture && s.forecast(d, c) {
			return readout.ActPredict
		}
		return ""
	case c.future == would && s.spoken(d, c.subject), c.perfect, s.l.Acts["idle"][s.low(c.verb)], c.copular && !s.placed(c.verb):
		return ""
	}
	if c.passive {
		return readout.ActCommit // "my drivers will be paid"
	}
	return s.undertaking(c, content)
}

// peopled reports a word for people or a body.
func (s *scan) peopled(k int) bool {
	if s.l.Acts["people"][s.low(k)] {
		return true
	}
	role := s.l.Roles[s.low(k)]
	if role == lang.RoleNone {
		role = s.l.Roles[strings.TrimSuffix(s.low(k), "s")]
	}
	m := s.mentionAt(k)
	return role != lang.RoleNone && role != lang.RoleDocument || m != nil && m.Kind == readout.NameMention
}

// forecast reports that a clause in the future tells what others or the world will
// do, and is no arrangement: "prices will fall", not "the talks will resume on Monday".
func (s *scan) forecast(d *draft, c *clause) bool {
	verb := s.low(c.verb)
	quoted := s.spoken(d, c.verb)
	condition := s.conditional(c)
	switch {
	case c.future == would && (quoted || c.perfect || s.l.Acts["might"][verb] || s.l.Acts["might"][s.low(s.under(c.verb, "advmod"))]):
		return false
	case c.passive, s.l.Acts["arranged"][verb] && !condition, strings.HasPrefix(s.low(c.subject), "you"):
		return false
	case (c.negated || s.dated(c)) && !condition:
		return false
	case c.copular:
		return true
	}
	m := s.mentionAt(c.subject)
	personal := m != nil && m.Party >= 0 && s.a.Parties[m.Party].Kind == readout.Person || s.low(c.subject) == "he" || s.low(c.subject) == "she"
	return !personal || condition || s.l.Listed("outcome", verb) || verb == "have" || c.perfect
}

// conditional reports a clause with an "if" or "without" of its own.
func (s *scan) conditional(c *clause) bool {
	for _, root := range []int{c.root, c.verb} {
		if in := s.under(root, "advcl"); in >= 0 {
			switch s.low(s.under(in, "mark")) {
			case "if", "unless":
				return true
			}
		}
	}
	return false
}

// dated reports a day in the clause, no term: "on Friday", not "by Friday".
func (s *scan) dated(c *clause) bool {
	for k := s.sentence(c.root).First; k < s.sentence(c.root).Last; k++ {
		x := s.timeAt(k)
		if x < 0 || s.timeAt(k-1) == x || s.a.Times[x].Type != readout.TimexDate && s.a.Times[x].Type != readout.TimexTime {
			continue
		}
		switch s.low(k - 1) {
		case "by", "within", "before", "until", "after", "since":
		default:
			return true
		}
	}
	return false
}

// ought reports that a clause says what somebody should do: the speaker asks for it.
func (s *scan) ought(d *draft, c *clause) bool {
	up := s.a.Tokens[c.subject].UPOS
	does := s.under(c.root, "obj") >= 0 || s.under(c.root, "obl") >= 0
	return s.mode(d) == readout.Indirect && (up == "PROPN" || up == "NOUN") && does && !c.copular && !c.passive && !c.perfect && !c.negated
}
