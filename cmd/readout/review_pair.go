package main

import (
	"context"
	"fmt"

	"readout"
	"readout/internal/serve/query"
)

// printPair shows both sides, a sentence each.
func (p *program) printPair(c *query.CandidateRow) {
	p.out.put(bold, map[string]string{
		"party": "One party, or two?", "utterance": "Said once, or twice?", "proposition": "One proposition, or two?",
	}[c.Kind])
	p.out.put(faint, fmt.Sprintf("  %.2f", c.Score))
	p.out.printf("\n")
	for _, side := range []query.Side{c.A, c.B} {
		p.out.put(faint, "  "+side.ID)
		p.out.put(bold, "  "+oneLine(side.Text))
		p.out.printf("\n")
		if r := side.Row; r != nil {
			p.out.wrapped(plain, 4, speaker(*r)+": "+r.Sentence)
			p.out.wrapped(faint, 4, place(r.Outlet, r.Published))
		}
	}
	p.out.wrapped(faint, 2, "why: "+c.Why)
	p.out.printf("\n")
}

func (r *reviewing) ofPair(ctx context.Context, about doubt, key, rest string) error {
	one := readout.Decision{Target: about.a, With: &about.b}
	same, party := key == "y", about.pair.Kind == "party"
	switch {
	case key != "y" && key != "n" && key != "d":
		return usage("%q is none of y, n, s, u, q", key)
	case same && party:
		one.What = readout.MergeThem
	case party:
		one.What = readout.SplitThem
	case same:
		one.What = readout.SameIt
	default:
		one.What = readout.DifferentIt
	}
	return r.remember(r.desk.keep(ctx, []readout.Decision{one}, reason(rest)))
}
