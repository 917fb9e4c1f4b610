package main

import (
	"regexp"
	"slices"

	"readout/internal/gold"
)

// sections that the gold of a report has: an absent one would mean "not
// checked", and gold is complete.
var sections = []string{"segments", "statements", "responses", "commitments", "contacts", "incidents"}

// report checks the gold of one report.
func (c *checker) report(r *report) {
	for _, section := range sections {
		if !r.gold.Has(section) {
			c.at(r.file, 1).fail("no section %s", section)
		}
	}
	for _, s := range r.gold.Surplus {
		c.at(r.file, s.No).fail("what a reader finds in error is no gold")
	}
	for _, s := range r.gold.Segments {
		c.at(r.file, s.No).parties("of", s.Of...)
	}
	for _, s := range r.gold.Statements {
		c.statement(r, s)
	}
	for _, p := range r.gold.Responses {
		c.response(r, p)
	}
	for _, it := range r.gold.Commitments {
		c.commitment(r, it)
	}
	for _, it := range r.gold.Contacts {
		c.contact(r, it)
	}
	for _, it := range r.gold.Incidents {
		c.incident(r, it)
	}
}

func (c *checker) statement(r *report, s gold.Statement) {
	at := c.at(r.file, s.No)
	if msg := incomplete(s); msg != "" {
		at.fail("%s", msg)
	}
	at.parties("speaker", s.Speaker...)
	for _, chain := range s.Chain {
		at.parties("chain", chain...)
	}
	for _, id := range s.Parent {
		if id != "" {
			at.those("parent", r.full(id))
		}
		if id == s.ID {
			at.fail("parent: a statement is not its own")
		}
	}
	at.dates("said", s.Said)
}

// incomplete says what the gold of a statement lacks.
func incomplete(s gold.Statement) string {
	for _, f := range []struct {
		name  string
		there bool
	}{
		{"id", s.ID != ""},
		{"act", s.Act != nil},
		{"source", s.Source != nil},
		{"cue", s.Cue != nil},
		{"content", s.Content != nil},
		{"speaker", s.Speaker != nil},
		{"mode", s.Mode != nil || len(s.Content.First()) == 0},
	} {
		if !f.there {
			return "no " + f.name
		}
	}
	return ""
}

// matter is the form of an id in about=: a proposition, contact or incident.
var matter = regexp.MustCompile(`^(P\d+|[ki]-\S+)$`)

func (c *checker) response(r *report, p gold.Response) {
	at := c.at(r.file, p.No)
	if p.Party == nil {
		at.fail("a response without party=")
	}
	at.parties("party", p.Party...)
	at.dates("as_of", p.AsOf)
	for _, about := range p.About {
		if matter.MatchString(about) && !c.story.propositionIDs[about] && c.joined[about] == "" {
			at.fail("about: nothing has the id %s", about)
		}
	}
}

func (c *checker) commitment(r *report, it gold.Commitment) {
	at := c.at(r.file, it.No)
	for _, set := range it.Obligor {
		at.parties("obligor", set...)
	}
	at.parties("teller", it.Teller...)
	at.parties("asked_by", it.AskedBy...)
	at.parties("beneficiary", it.Beneficiary...)
	at.parties("issuer", it.Issuer...)
	at.parties("addressee", it.Addressee...)
	at.dates("due", it.Due)
	at.dates("start", it.Start)
	at.dates("decided", it.Decided)
	c.evidence(at, r, it.Evidence)
}

func (c *checker) contact(r *report, it gold.Contact) {
	at := c.at(r.file, it.No)
	for _, set := range it.Participants {
		at.parties("participants", set...)
	}
	at.parties("told_by", it.ToldBy...)
	at.dates("when", it.When)
	c.evidence(at, r, it.Evidence)
}

func (c *checker) incident(r *report, it gold.Incident) {
	at := c.at(r.file, it.No)
	at.parties("actor", it.Actor...)
	at.parties("actor_told_by", it.ActorToldBy...)
	at.dates("when", it.When)
	for _, f := range it.Figures {
		at.parties("figure: by", f.ToldBy...)
		at.dates("figure: as_of", f.AsOf)
	}
	c.evidence(at, r, it.Evidence)
}

func (c *checker) evidence(at spot, r *report, ids []string) {
	for _, id := range ids {
		at.those("evidence", r.full(id))
	}
}

// terms wants what a commitment or contact consists of to stand somewhere, in
// a report or in the story file.
func (c *checker) terms() {
	for _, parts := range commitmentsOf(c.reports) {
		var all gold.Commitment
		for _, p := range parts {
			fillTerms(&all, p.it)
			fill(&all.State, p.it.State)
		}
		first, over := parts[0], c.story.joined[parts[0].it.ID]
		at := c.at(first.report.file, first.it.No)
		at.given(first.it.ID, "obligor", all.Obligor != nil)
		at.given(first.it.ID, "what", all.What != nil || over.Text("what") != nil)
		at.given(first.it.ID, "state", all.State != nil || over.Text("state") != nil)
	}
	for _, parts := range contactsOf(c.reports) {
		first, over := parts[0], c.story.joined[parts[0].it.ID]
		state := slices.ContainsFunc(parts, func(p part[gold.Contact]) bool { return p.it.State != nil })
		c.at(first.report.file, first.it.No).given(first.it.ID, "state", state || over.Text("state") != nil)
	}
}

// given wants a field of a joined object to stand somewhere.
func (s spot) given(id, key string, there bool) {
	if !there {
		s.fail("%s has no %s= in any report", id, key)
	}
}
