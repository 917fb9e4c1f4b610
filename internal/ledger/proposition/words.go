package proposition

import "strings"

// The lists below are English and closed: words that carry no matter, words
// that turn a clause round, nouns that stand for what was said before. A word
// missing here costs a join, a word too much costs one as well: neither makes
// a wrong one.

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

var negations = set(`not no never nor none nobody nothing neither cannot hardly
	isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't`)

var subordinators = set(`if unless because although though while whereas which who when where until before after since so but and or`)

var futureWords = set(`will would shall won't wouldn't 'll`)

// turning holds the stems of words that say no by themselves: a clause that
// has one is not the clause without it.
var turning = stems(`refuse reject deny decline fail stop halt block ban oppose cancel suspend avoid prevent withdraw
	unable impossible unlikely false untrue wrong baseless refusal rejection denial failure ban lack end ended break
	broke broken breach violate violated lose lost close closed shut fall fell drop dropped less fewer down without`)

// frames holds the stems of words that put a clause at one remove: agreed to
// do is not did. They count in the place of the main verb only.
var frames = stems(`agree agreed promise plan want hope try ask urge order call consider offer propose demand threaten
	accept support expect need seek vow pledge intend approve allow`)

// Nouns that stand for something said before: an assertion, or a proposal.
// "Words" and "remarks" are not here: rejecting them is not denying the matter.
var (
	assertionNouns = set(`claim claims allegation allegations accusation accusations assertion assertions charge charges
		report reports suggestion suggestions rumour rumours rumor rumors account accounts version it this that them those`)
	proposalNouns = set(`proposal proposals plan plans offer offers idea demand demands request requests call calls
		ultimatum terms deal suggestion initiative it this that them`)
)

// phraseEnds end the noun phrase at the head of a content.
var phraseEnds = set(`to for of that which who with without in on at by as but and or from after before until if because
	is are was were be been has have had will would`)

var determiners = set(`the this that these those such any all his her their its our both`)

// falsehoods: "it was X" with one of these says that what was said is not so.
var falsehoods = set(`disinformation misinformation false untrue lie lies lying fabrication fabricated fake baseless
	groundless unfounded hoax propaganda invention invented nonsense fiction`)

// tellings name something told by others; what follows after one of introduces
// is its matter, and one of verdicts calls it untrue.
var (
	tellings = set(`claim claims allegation allegations accusation accusations assertion assertions charge charges report reports
		suggestion suggestions rumour rumours rumor rumors account accounts story stories talk remark remarks statement statements`)
	introduces = set(`that of about`)
	verdicts   = []string{
		"is false", "are false", "was false", "were false", "is untrue", "are untrue", "was untrue", "were untrue", "is not true", "are not true",
		"is a lie", "are lies", "is baseless", "are baseless", "was baseless", "were baseless", "is unfounded", "are unfounded", "were unfounded",
		"is groundless", "are groundless", "is incorrect", "are incorrect", "is wrong", "are wrong", "is nonsense", "are nonsense",
		"are fabricated", "is fabricated", "is fiction", "are fiction", "has no basis", "have no basis", "had no basis",
		"is far from the truth", "are far from the truth", "were far from the truth", "does not accord", "do not accord", "did not accord",
	}
)

// flatDenials say no to what was said directly before.
var flatDenials = []string{
	"no such thing", "nothing of the kind", "nothing of the sort", "not so", "not true", "did not happen", "does not exist",
}

// Cues that deny, that welcome, that condemn: the first letters of each.
var (
	denyingCues    = strings.Fields("den dismiss refut rebut disput contradict reject")
	welcomingCues  = strings.Fields("welcom hail prais applaud endors back support commend")
	failingCues    = strings.Fields("unable cannot couldn't unwilling") // to confirm
	condemningCues = strings.Fields("condemn criticis criticiz denounc slam oppos reject deplor")
)

// doing are the verbs by which one party is told to have taken a stand.
var doing = set(`agreed agrees accepted accepts backed backs supported supports endorsed promised pledged vowed committed
	rejected rejects refused refuses opposed opposes denied denies confirmed confirms acknowledged admitted approved wants wanted
	demanded demands offered proposed`)

var numberWords = map[string]string{
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
	"eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
	"seventy": "70", "eighty": "80", "ninety": "90",
}
