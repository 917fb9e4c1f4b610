package proposition

import (
	"slices"
	"strings"

	"readout"
)

// stand is what a statement does to the proposition that its content words.
type stand struct {
	value readout.StanceValue
	kind  readout.PropositionKind
}

var stands = map[readout.Act]stand{
	readout.ActState:       {readout.Affirms, readout.Fact},
	readout.ActClaim:       {readout.Affirms, readout.Fact},
	readout.ActConfirm:     {readout.Affirms, readout.Fact},
	readout.ActAcknowledge: {readout.Affirms, readout.Fact},
	readout.ActAccuse:      {readout.Affirms, readout.Fact},
	readout.ActEvaluate:    {readout.Affirms, readout.Fact},
	readout.ActWarn:        {readout.Affirms, readout.Fact},
	readout.ActCommit:      {readout.Affirms, readout.Fact},
	readout.ActPredict:     {readout.Affirms, readout.Prediction},
	readout.ActDeny:        {readout.Denies, readout.Fact},
	readout.ActAccept:      {readout.Supports, readout.Proposal},
	readout.ActAcceptIf:    {readout.SupportsIf, readout.Proposal},
	readout.ActReject:      {readout.Opposes, readout.Proposal},
	readout.ActPropose:     {readout.Proposes, readout.Proposal},
	readout.ActThreaten:    {readout.Proposes, readout.Proposal},
	readout.ActRequest:     {readout.Requests, readout.Proposal},
	readout.ActDemand:      {readout.Requests, readout.Proposal},
	readout.ActQuestion:    {readout.Questions, readout.Fact},
	readout.ActConsider:    {readout.Tentative, readout.Fact},
}

// standOf reads a statement's stand off its act and cue. A statement told in
// the negative ("did not say that") takes none. An act that denies without a
// cue that denies ("There was no attack," he said) words the denial itself
// and affirms those words.
func standOf(st *readout.Statement) (stand, bool) {
	s, ok := stands[st.Act]
	if !ok || st.Negated || cued(st, failingCues) {
		return stand{}, false
	}
	if st.Act == readout.ActDeny && !cued(st, denyingCues) {
		s.value = readout.Affirms
	}
	if st.Act == readout.ActEvaluate && cued(st, condemningCues) && !namesIt(st) {
		s.value = readout.Opposes
	}
	if st.Act == readout.ActEvaluate && cued(st, welcomingCues) {
		s.value = readout.Supports
	}
	return s, true
}

// aheadActs speak of what lies ahead, whatever the tense of their words ("the
// promised seven in ten").
var aheadActs = []readout.Act{readout.ActCommit, readout.ActPredict, readout.ActThreaten}

// calling are the acts whose content may call for something by a verb of
// duty: "the port must open" affirms nothing.
var calling = []readout.Act{readout.ActState, readout.ActClaim, readout.ActWarn, readout.ActEvaluate}

// callsFor reports whether a content says what ought to be: a verb of duty
// where the main verb stands, no "should have" and no "should it".
func callsFor(c *content) bool {
	for i, w := range c.words[:min(len(c.words), dutyPlace)] {
		switch {
		case subordinators[w] && w != "and":
			return false
		case i > 0 && duties[w] && i+1 < len(c.words) && c.words[i+1] != "have":
			return true
		}
	}
	return false
}

// dutyPlace is how many words into a content a verb of duty is its main verb.
const dutyPlace = 9

var duties = set(`must should ought`)

// namesIt: "denounced the toll as theft" says that the toll is theft.
func namesIt(st *readout.Statement) bool { return strings.Contains(contentText(st), " as ") }

// cued reports whether a word of the cue begins with one of the heads.
func cued(st *readout.Statement, heads []string) bool {
	if st.Cue == nil {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(st.Cue.Text)) {
		if slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(w, h) }) {
			return true
		}
	}
	return false
}

var turned = map[readout.StanceValue]readout.StanceValue{
	readout.Affirms: readout.Denies, readout.Denies: readout.Affirms,
	readout.Supports: readout.Opposes, readout.Opposes: readout.Supports,
}

// turn gives the value towards the same matter worded the other way round;
// false where there is none.
func turn(v readout.StanceValue) (readout.StanceValue, bool) {
	t, ok := turned[v]
	return t, ok
}
