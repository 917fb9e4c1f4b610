package main

import (
	"readout"
	"readout/internal/gold"
)

// contacts are the meetings, calls and letters of the story: who and where
// from the first report, when and how far from the last, or the story file.
func (b *builder) contacts() {
	for _, parts := range contactsOf(b.reports) {
		b.put(b.contact(parts))
	}
}

func (b *builder) contact(parts []part[gold.Contact]) object {
	var c gold.Contact
	var ev evidence
	var when trigger
	for _, p := range parts {
		fill(&c.Form, p.it.Form)
		fill(&c.Participants, p.it.Participants)
		fill(&c.ToldBy, p.it.ToldBy)
		fill(&c.Where, p.it.Where)
		fill(&c.Subject, p.it.Subject)
		renew(&c.When, p.it.When)
		renew(&c.State, p.it.State)
		when.fill(p.report, p.it.Condition)
		ev.add(p.report, p.it.Line, p.it.Evidence, p.it.Span)
	}
	over := b.over(parts[0].it.ID)
	if len(over.Words) > 1 { // "contact meeting|talks ..."
		c.Form = kindOf[readout.ContactForm](over.Words[1])
	}
	renew(&c.Participants, over.List("participants", ";"))
	renew(&c.When, over.Text("when"))
	renew(&c.State, kindOf[readout.ContactState](over.Text("state")))
	return ev.end(object{{"type", "contact"}, {"id", parts[0].it.ID}}.
		with("form", anyOf(c.Form, word)).
		with("participants", anyOf(c.Participants, b.participants(c.ToldBy.First()))).
		with("when", anyOf(c.When, date)).
		with("where", anyOf(c.Where, word)).
		with("subject", anyOf(c.Subject, word)).
		with("state", anyOf(c.State, word)).
		with("condition", when.object()))
}

// participants writes who took part, on whose word.
func (b *builder) participants(told string) func([]string) any {
	return func(names []string) any {
		out := []object{}
		for _, n := range names {
			out = append(out, object{{"party", b.party(n)}}.with("told_by", b.party(told)))
		}
		return out
	}
}
