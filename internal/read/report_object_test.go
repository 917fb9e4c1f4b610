package read_test

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/gold"
)

func (x *exam) segments() {
	var found []readout.Segment
	for _, s := range x.rec.Segments {
		if s.Class != readout.Body {
			found = append(found, s)
		}
	}
	section[gold.Segment, readout.Segment]{
		name:   "segments",
		weight: func(e gold.Segment, f readout.Segment) float64 { return x.overlap(e.Span, f.Span.Bytes()) },
		line:   func(e gold.Segment) gold.Line { return e.Line },
		compare: func(e gold.Segment, f readout.Segment, p *problems) {
			is(p, "class", e.Class, f.Class)
			x.pointed(p, "span", e.Span, &f.Span)
			x.who(p, "of", e.Of, f.RelayOf)
		},
		show: func(f readout.Segment) (readout.Range, string) { return f.Span.Bytes(), string(f.Class) },
	}.run(x, x.Segments, found)
}

func (x *exam) times(found []readout.Timex) {
	section[gold.Time, readout.Timex]{
		name:   "times",
		weight: func(e gold.Time, f readout.Timex) float64 { return x.overlap(e.Span, f.Range) },
		line:   func(e gold.Time) gold.Line { return e.Line },
		compare: func(e gold.Time, f readout.Timex, p *problems) {
			span, err := x.doc.Span(f.Range)
			if err != nil {
				p.addf("%v", err)
				return
			}
			x.pointed(p, "span", e.Span, &span)
			is(p, "type", e.Type, f.Type)
			is(p, "value", e.Value, f.Value)
			is(p, "mod", e.Mod, f.Mod)
		},
		show: func(f readout.Timex) (readout.Range, string) { return f.Range, string(f.Type) + " " + f.Value },
	}.run(x, x.Times, found)
}

// overlap is the likeness of the best of some snippets and a range.
func (x *exam) overlap(want gold.Any[gold.Snippet], got readout.Range) float64 {
	var best float64
	for _, w := range want {
		best = max(best, dice(words(x.Text, w.Range), words(x.Text, got)))
	}
	return best
}

// evidence gives where an object stands: its spans and those of the
// statements that it names.
func (x *exam) evidence(list []readout.Evidence, more ...*readout.Span) []readout.Range {
	var out []readout.Range
	for _, e := range list {
		if e.Span != nil {
			out = append(out, e.Span.Bytes())
		} else if r, ok := x.spans[e.Statement]; ok {
			out = append(out, r)
		}
	}
	for _, s := range more {
		if s != nil {
			out = append(out, s.Bytes())
		}
	}
	return out
}

// standing is the likeness of where an object should stand and does.
func (x *exam) standing(want gold.Any[gold.Snippet], got []readout.Range) float64 {
	return dice(words(x.Text, ranges(want)...), words(x.Text, got...))
}

// cites checks that the statements of the case are evidence.
func (x *exam) cites(p *problems, want []string, got []readout.Evidence) {
	for _, id := range want {
		s := x.found[id]
		if s == nil || !slices.ContainsFunc(got, func(e readout.Evidence) bool { return e.Statement == s.ID }) {
			p.addf("evidence: want statement %s", id)
		}
	}
}

// shown is where an object is shown to stand: its first piece of evidence.
func shown(all []readout.Range) readout.Range {
	if len(all) == 0 {
		return readout.Range{}
	}
	return all[0]
}

func (x *exam) commitments() {
	section[gold.Commitment, readout.Commitment]{
		name: "commitments",
		weight: func(e gold.Commitment, f readout.Commitment) float64 {
			w := x.standing(e.Span, x.evidence(f.Evidence, f.Span))
			if w > 0 && slices.ContainsFunc(e.Obligor, func(n []string) bool { return x.referAll(f.Obligor, n) }) {
				w++
			}
			return w
		},
		line:    func(e gold.Commitment) gold.Line { return e.Line },
		compare: x.compareCommitment,
		show: func(f readout.Commitment) (readout.Range, string) {
			return shown(x.evidence(f.Evidence, f.Span)), fmt.Sprintf("%s %s %q", f.Kind, f.State, f.What)
		},
	}.run(x, x.Commitments, x.rec.Commitments)
}

func (x *exam) compareCommitment(e gold.Commitment, f readout.Commitment, p *problems) {
	is(p, "kind", e.Kind, f.Kind)
	is(p, "state", e.State, f.State)
	is(p, "due", e.Due, value(f.Due))
	is(p, "start", e.Start, value(f.Start))
	is(p, "decided", e.Decided, value(f.Decided))
	is(p, "duration", e.Duration, f.Duration)
	x.whoAll(p, "obligor", e.Obligor, f.Obligor)
	x.who(p, "teller", e.Teller, f.Teller)
	x.who(p, "asked_by", e.AskedBy, f.AskedBy)
	x.who(p, "beneficiary", e.Beneficiary, f.Beneficiary)
	x.who(p, "issuer", e.Issuer, f.Issuer)
	x.who(p, "addressee", e.Addressee, f.Addressee)
	inWords(p, "what", e.What, f.What)
	inWords(p, "consequence", e.Consequence, f.Consequence)
	if e.Condition != nil {
		var condition *readout.Span
		if f.Condition != nil {
			condition = f.Condition.Span
		}
		x.pointed(p, "condition", e.Condition, condition)
	}
	x.cites(p, e.Evidence, f.Evidence)
}

func (x *exam) contacts() {
	members := func(f readout.Contact) []string {
		var out []string
		for _, m := range f.Participants {
			out = append(out, m.Party)
		}
		return out
	}
	section[gold.Contact, readout.Contact]{
		name: "contacts",
		weight: func(e gold.Contact, f readout.Contact) float64 {
			return x.standing(e.Span, x.evidence(f.Evidence))
		},
		line: func(e gold.Contact) gold.Line { return e.Line },
		compare: func(e gold.Contact, f readout.Contact, p *problems) {
			is(p, "form", e.Form, f.Form)
			is(p, "state", e.State, f.State)
			is(p, "when", e.When, value(f.When))
			x.whoAll(p, "participants", e.Participants, members(f))
			for _, m := range f.Participants {
				x.who(p, "told_by", e.ToldBy, m.ToldBy)
			}
			inWords(p, "where", e.Where, f.Where)
			inWords(p, "subject", e.Subject, f.Subject)
			x.cites(p, e.Evidence, f.Evidence)
		},
		show: func(f readout.Contact) (readout.Range, string) {
			return shown(x.evidence(f.Evidence)), fmt.Sprintf("%s %s", f.Form, f.State)
		},
	}.run(x, x.Contacts, x.rec.Contacts)
}

func (x *exam) incidents() {
	figures := func(f readout.Incident) (out []*readout.Span) {
		for _, g := range f.Figures {
			out = append(out, &g.Span)
		}
		return out
	}
	section[gold.Incident, readout.Incident]{
		name: "incidents",
		weight: func(e gold.Incident, f readout.Incident) float64 {
			return x.standing(e.Span, x.evidence(f.Evidence, figures(f)...))
		},
		line: func(e gold.Incident) gold.Line { return e.Line },
		compare: func(e gold.Incident, f readout.Incident, p *problems) {
			inWords(p, "what", e.What, f.What)
			inWords(p, "where", e.Where, f.Where)
			is(p, "when", e.When, value(f.When))
			x.who(p, "actor", e.Actor, f.Actor)
			x.who(p, "actor_told_by", e.ActorToldBy, f.ActorToldBy)
			x.compareFigures(e, f, p)
			x.cites(p, e.Evidence, f.Evidence)
		},
		show: func(f readout.Incident) (readout.Range, string) {
			return shown(x.evidence(f.Evidence, figures(f)...)), f.What
		},
	}.run(x, x.Incidents, x.rec.Incidents)
}

// compareFigures pairs figures by quantity and number.
func (x *exam) compareFigures(e gold.Incident, f readout.Incident, p *problems) {
	alike := func(w gold.Figure, g readout.Figure) float64 {
		number := w.Value == nil && g.Value == nil || w.Value != nil && g.Value != nil && *w.Value == *g.Value
		if !number || !slices.Contains(w.Quantity, g.Quantity) {
			return 0
		}
		return 1 + x.overlap(w.Span, g.Span.Bytes())
	}
	pairs := assign(e.Figures, f.Figures, alike)
	taken := map[int]bool{}
	for i, w := range e.Figures {
		j, ok := pairs[i]
		if !ok {
			if !w.Optional {
				p.addf("figure %q: not found", w.Span.First().Text)
			}
			continue
		}
		taken[j] = true
		is(p, "bound of "+w.Span.First().Text, w.Bound, f.Figures[j].Bound)
		x.who(p, "teller of "+w.Span.First().Text, w.ToldBy, f.Figures[j].ToldBy)
	}
	for j, g := range f.Figures {
		if !taken[j] {
			p.addf("figure: too much: %s %q", g.Quantity, strings.TrimSpace(g.Span.Text))
		}
	}
}
