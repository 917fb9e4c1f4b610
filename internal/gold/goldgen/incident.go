package main

import (
	"fmt"

	"readout/internal/gold"
)

// incidents are what happened, with every teller's figures.
func (b *builder) incidents() {
	groups := collect(b.reports,
		func(c *gold.Case) []gold.Incident { return c.Incidents },
		func(i gold.Incident) string { return i.ID })
	for _, parts := range groups {
		b.put(b.incident(parts))
	}
}

func (b *builder) incident(parts []part[gold.Incident]) object {
	var i gold.Incident
	var ev evidence
	for _, p := range parts {
		fill(&i.What, p.it.What)
		fill(&i.Where, p.it.Where)
		fill(&i.When, p.it.When)
		fill(&i.Actor, p.it.Actor)
		fill(&i.ActorToldBy, p.it.ActorToldBy)
		ev.add(p.report, p.it.Line, p.it.Evidence, p.it.Span)
	}
	over := b.over(parts[0].it.ID)
	renew(&i.What, over.Text("what"))
	renew(&i.Where, over.Text("where"))
	renew(&i.When, over.Text("when"))
	o := object{{"type", "incident"}, {"id", parts[0].it.ID}}.
		with("what", anyOf(i.What, word)).
		with("where", anyOf(i.Where, word)).
		with("when", anyOf(i.When, date)).
		with("actor", anyOf(i.Actor, b.party)).
		with("actor_told_by", anyOf(i.ActorToldBy, b.party))
	if figures := b.figures(parts); figures != nil {
		o = o.with("figures", figures)
	}
	return ev.end(o)
}

// figures are the numbers of all tellers, each once, where it stands first.
// Those that need not be found are left out: the format marks whole objects
// only.
func (b *builder) figures(parts []part[gold.Incident]) []object {
	var out []object
	seen := map[string]bool{}
	for _, p := range parts {
		for _, f := range p.it.Figures {
			key := fmt.Sprint(f.Quantity, f.Bound, f.ToldBy)
			if f.Value != nil {
				key = fmt.Sprint(key, *f.Value)
			}
			if !f.Optional && !seen[key] {
				seen[key] = true
				out = append(out, b.figure(p.report, f))
			}
		}
	}
	return out
}

func (b *builder) figure(r *report, f gold.Figure) object {
	o := object{}.with("quantity", anyOf(f.Quantity, word)).with("unit", anyOf(f.Unit, word))
	if f.Value != nil {
		o = o.with("value", *f.Value)
	}
	return o.with("bound", anyOf(f.Bound, word)).
		with("scope", anyOf(f.Scope, word)).
		with("span", anyOf(f.Span, r.snippet)).
		with("told_by", anyOf(f.ToldBy, b.party)).
		with("as_of", anyOf(f.AsOf, word))
}
