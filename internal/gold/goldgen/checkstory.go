package main

import (
	"slices"
	"strings"

	"readout/internal/gold"
)

// storyFields are the fields of each kind of line of the story file.
var storyFields = map[string]string{
	"story":       "id title",
	"document":    "report credits byline revision_of origin",
	"origin":      "id document copies kind",
	"party":       "id name kind aliases part_of speaks_for principal members office",
	"utterance":   "id statements place channel",
	"proposition": "id kind text contrary related narrower",
	"stance":      "statement proposition value party reported",
	"commitment":  "id what due state",
	"contact":     "id participants when state",
	"incident":    "id what where when",
}

// Closed lists that a line of the story file chooses from.
const (
	partyKinds       = "person office institution state force group outlet agency unnamed"
	propositionKinds = "fact proposal prediction"
	copyKinds        = "copy edited-copy shared-passage"
	reportedValues   = "affirms denies supports supports-with-conditions opposes proposes requests questions tentative"
	stanceValues     = reportedValues + " second-hand"
	commitmentStates = "tentative claimed proposed given conditional in-force due kept broken lapsed extended withdrawn superseded disputed rejected"
	contactForms     = "meeting call visit talks letter briefing contact"
	contactStates    = "rumoured offered refused planned conditional reported confirmed denied cancelled"
)

// storyLines checks the story file.
func (c *checker) storyLines() {
	if c.story.id == "" || c.story.title == "" {
		c.at(storyGold, 1).fail(`no line: story id=y-... title="..."`)
	}
	seen, told := map[string]bool{}, map[string]bool{}
	for _, l := range c.story.lines {
		what := l.Words[0].First()
		at := c.at(storyGold, l.No)
		at.form(what, l)
		if id := what + " " + l.Text("id").First(); l.Text("id") != nil {
			if seen[id] {
				at.fail("a second %s", id)
			}
			seen[id] = true
		}
		c.storyLine(at, what, l)
		for _, id := range l.List("statements", ",").First() {
			if told[id] {
				at.fail("statements: %s is in another utterance too", id)
			}
			told[id] = true
		}
	}
}

// form wants no other words and fields than a line of this kind has.
func (s spot) form(what string, l gold.Line) {
	known := strings.Fields(storyFields[what])
	for _, f := range l.Fields {
		if !slices.Contains(known, f.Key) {
			s.fail("a %s has no field %s", what, f.Key)
		}
	}
	words := 1
	if what == "contact" {
		words = 2
	}
	if len(l.Words) > words || len(l.Snippets) > 0 {
		s.fail("a bare word or a value without a key that is not understood here")
	}
	if slices.Contains(known, "id") && l.Text("id").First() == "" {
		s.fail("a %s without id=", what)
	}
}

func (c *checker) storyLine(at spot, what string, l gold.Line) {
	switch what {
	case "document":
		at.reportKeys("report", orElse(l.Text("report"), gold.Any[string]{"?"})...)
		at.reportKeys("revision_of", l.Text("revision_of")...)
		at.reportKeys("origin", l.Text("origin")...)
	case "origin":
		at.reportKeys("document", l.Text("document")...)
		at.reportKeys("copies", l.List("copies", ",").First()...)
		at.onList("kind", l.Text("kind"), copyKinds)
	case "party":
		at.party(l)
	case "utterance":
		if ids := l.List("statements", ",").First(); len(ids) == 0 {
			at.fail("an utterance without statements=")
		}
		at.those("statements", l.List("statements", ",").First()...)
	case "proposition":
		at.proposition(l)
	case "stance":
		at.stance(l)
	default:
		c.result(at, what, l)
	}
}

func (s spot) party(l gold.Line) {
	s.onList("kind", orElse(l.Text("kind"), gold.Any[string]{"?"}), partyKinds)
	for _, key := range []string{"part_of", "speaks_for", "principal"} {
		s.parties(key, l.Text(key)...)
	}
	for _, id := range l.List("members", ",").First() {
		if s.c.story.parties.kinds[id] == "" {
			s.fail("members: no party has the id %q", id)
		}
	}
}

func (s spot) proposition(l gold.Line) {
	s.onList("kind", orElse(l.Text("kind"), gold.Any[string]{"?"}), propositionKinds)
	if l.Text("text").First() == "" {
		s.fail("a proposition without text=")
	}
	for _, key := range []string{"contrary", "related", "narrower"} {
		if to := l.Text(key).First(); to != "" && !s.c.story.propositionIDs[to] {
			s.fail("%s: no proposition %s", key, to)
		}
	}
}

func (s spot) stance(l gold.Line) {
	if to := l.Text("proposition").First(); !s.c.story.propositionIDs[to] {
		s.fail("proposition: no proposition %q", to)
	}
	ids := l.List("statement", ",").First()
	if len(ids) == 0 {
		s.fail("a stance without statement=")
	}
	s.those("statement", ids...)
	s.parties("party", l.Text("party")...)
	s.onList("value", orElse(l.Text("value"), gold.Any[string]{"?"}), stanceValues)
	s.onList("reported", l.Text("reported"), reportedValues)
}

// result checks what the story file says of a commitment, contact or incident
// of the reports.
func (c *checker) result(at spot, what string, l gold.Line) {
	id := l.Text("id").First()
	if storyFields[what] == "" || what == "story" {
		return
	}
	if c.joined[id] != what {
		at.fail("no report has the %s %s", what, id)
	}
	at.dates("due", l.Text("due"))
	at.dates("when", l.Text("when"))
	for _, set := range l.List("participants", ";") {
		at.parties("participants", set...)
	}
	switch what {
	case "commitment":
		at.onList("state", l.Text("state"), commitmentStates)
	case "contact":
		at.onList("state", l.Text("state"), contactStates)
		if len(l.Words) > 1 {
			at.onList("form", l.Words[1], contactForms)
		}
	}
}
