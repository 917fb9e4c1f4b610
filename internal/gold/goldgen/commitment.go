package main

import (
	"time"

	"readout"
	"readout/internal/gold"
)

// commitments are the promises, ultimatums and decisions of the story: the
// terms from the report that has them first, due date and state from the story
// file or else the last report.
func (b *builder) commitments() {
	for _, parts := range commitmentsOf(b.reports) {
		b.put(b.commitment(parts))
	}
}

func (b *builder) commitment(parts []part[gold.Commitment]) object {
	var c gold.Commitment
	var ev evidence
	var when trigger
	for _, p := range parts {
		fillTerms(&c, p.it)
		renew(&c.Due, p.it.Due)
		renew(&c.State, p.it.State)
		when.fill(p.report, p.it.Condition)
		ev.add(p.report, p.it.Line, p.it.Evidence, p.it.Span)
	}
	over := b.over(parts[0].it.ID)
	renew(&c.What, over.Text("what"))
	renew(&c.Due, over.Text("due"))
	renew(&c.State, kindOf[readout.CommitmentState](over.Text("state")))
	return ev.end(object{{"type", "commitment"}, {"id", parts[0].it.ID}}.
		with("kind", anyOf(c.Kind, word)).
		with("what", anyOf(c.What, word)).
		with("span", parts[0].report.snippet(parts[0].it.Span.First())).
		with("obligor", anyOf(c.Obligor, b.partyList)).
		with("teller", anyOf(c.Teller, b.party)).
		with("asked_by", anyOf(c.AskedBy, b.party)).
		with("beneficiary", anyOf(c.Beneficiary, b.party)).
		with("issuer", anyOf(c.Issuer, b.party)).
		with("addressee", anyOf(c.Addressee, b.party)).
		with("consequence", anyOf(c.Consequence, word)).
		with("decided", anyOf(c.Decided, date)).
		with("condition", when.object()).
		with("duration", anyOf(c.Duration, word)).
		with("start", anyOf(c.Start, date)).
		with("due", anyOf(c.Due, date)).
		with("state", anyOf(c.State, word)).
		with("history", history(parts, c)))
}

// fillTerms takes over what c does not have yet.
func fillTerms(c *gold.Commitment, from gold.Commitment) {
	fill(&c.Kind, from.Kind)
	fill(&c.What, from.What)
	fill(&c.Obligor, from.Obligor)
	fill(&c.Teller, from.Teller)
	fill(&c.AskedBy, from.AskedBy)
	fill(&c.Beneficiary, from.Beneficiary)
	fill(&c.Issuer, from.Issuer)
	fill(&c.Addressee, from.Addressee)
	fill(&c.Consequence, from.Consequence)
	fill(&c.Decided, from.Decided)
	fill(&c.Duration, from.Duration)
	fill(&c.Start, from.Start)
}

// history is how the state changed from report to report. A commitment that
// lapsed without a word did so on the day after it was due.
func history(parts []part[gold.Commitment], end gold.Commitment) []readout.CommitmentEvent {
	var out []readout.CommitmentEvent
	var now readout.CommitmentState
	for _, p := range parts {
		s := p.it.State.First()
		if s == now {
			continue
		}
		now = s
		e := readout.CommitmentEvent{State: s, On: p.report.doc.Published.Value, By: "statement"}
		if len(p.it.Evidence) > 0 {
			e.Evidence = p.report.full(p.it.Evidence[0])
		}
		out = append(out, e)
	}
	if end.State.First() == readout.StateLapsed {
		due, err := time.Parse(time.DateOnly, end.Due.First())
		if err == nil {
			on := due.AddDate(0, 0, 1).Format(time.DateOnly)
			out = append(out, readout.CommitmentEvent{State: readout.StateLapsed, On: on, By: "clock"})
		}
	}
	return out
}
