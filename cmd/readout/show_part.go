package main

import (
	"cmp"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// title begins what is shown.
func (p *program) title(what, id string) {
	p.out.put(bold, what)
	p.out.printf("  %s\n", id)
}

func (p *program) heading(text string) {
	p.out.printf("\n")
	p.out.put(bold, text)
	p.out.printf("\n")
}

// field prints a name and a value; one that is empty is left out.
func (p *program) field(name, value string) {
	if value = oneLine(value); value != "" {
		p.out.put(faint, "  "+fit(name, 11))
		p.out.printf("  %s\n", value)
	}
}

func (p *program) list(name string, values []string) { p.field(name, strings.Join(values, ", ")) }

func (p *program) ref(name string, ref *query.PartyRef) {
	if ref != nil {
		p.field(name, ref.Name+withID(ref.ID))
	}
}

// sentence prints words of a report and where they stand.
func (p *program) sentence(text, outlet string, published *readout.Date) {
	p.out.wrapped(plain, 8, text)
	p.out.wrapped(faint, 8, place(outlet, published))
}

func (p *program) rows(heading string, rows []query.Row) {
	if len(rows) == 0 {
		return
	}
	p.heading(heading)
	for _, r := range rows {
		p.printRow(r)
	}
}

func (p *program) responses(heading string, all []query.ResponseRow) {
	if len(all) == 0 {
		return
	}
	p.heading(heading)
	for _, r := range all {
		p.printResponse(r)
	}
}

func (p *program) printResponse(r query.ResponseRow) {
	p.out.put(faint, "    "+r.ID)
	p.out.printf("  %s: %s\n", cmp.Or(r.PartyName, "nobody named"), responseWords(r))
	if r.AboutText != "" {
		p.out.wrapped(plain, 8, "about: "+r.AboutText)
	}
	p.sentence(r.Sentence, r.Outlet, r.Published)
}

func (p *program) stances(all []query.StanceRow) {
	if len(all) == 0 {
		return
	}
	p.heading("stances")
	for _, s := range all {
		value := string(s.Value)
		if s.ReportedValue != "" {
			value += " (" + string(s.ReportedValue) + ")"
		}
		p.out.printf("    %s %s %s%s\n", cmp.Or(s.PartyName, "nobody named"), value, oneLine(s.Matter), withID(s.Proposition))
		p.sentence(s.Row.Sentence, s.Row.Outlet, s.Row.Published)
	}
}

func (p *program) positions(all []query.PositionRow) {
	if len(all) == 0 {
		return
	}
	p.heading("positions")
	for _, s := range all {
		p.out.printf("    %s %s: %s%s\n", s.PartyName, s.Value, oneLine(s.Matter), basisWords(s))
		for _, r := range s.Rows {
			p.sentence(r.Sentence, r.Outlet, r.Published)
		}
		for _, r := range s.Against {
			p.out.wrapped(plain, 8, "against it, "+speaker(r)+":")
			p.sentence(r.Sentence, r.Outlet, r.Published)
		}
	}
}

// basisWords says on whose word a position rests, where not on the party's own.
func basisWords(s query.PositionRow) string {
	switch s.Basis {
	case query.SpeaksFor:
		return " (by those who speak for it)"
	case query.OfMember:
		return " (by one of its members)"
	}
	return ""
}

func (p *program) silences(all []query.SilenceRow) {
	if len(all) == 0 {
		return
	}
	p.heading("nothing on record (computed)")
	for _, s := range all {
		p.out.printf("    %s: %s\n", s.PartyName, oneLine(s.Matter))
		for _, r := range s.Told {
			p.out.wrapped(plain, 8, "told of it by "+speaker(r)+":")
			p.sentence(r.Sentence, r.Outlet, r.Published)
		}
	}
}

func (p *program) deadlines(all []query.Deadline) {
	if len(all) == 0 {
		return
	}
	p.heading("deadlines")
	for _, d := range all {
		p.printDeadline(d)
	}
}

func (p *program) printDeadline(d query.Deadline) {
	bound := strings.Join(d.ObligorNames, ", ")
	if d.Kind == readout.Ultimatum {
		bound = cmp.Or(d.IssuerName, "nobody named") + " to " + cmp.Or(d.AddresseeName, bound)
	}
	p.out.printf("    %s  ", fit(dateWords(d.Due), 10))
	p.out.put(bold, promiseWords(d.State, d.By, d.NoBreach))
	p.out.printf("\n")
	p.out.wrapped(plain, 8, cmp.Or(bound, "nobody named")+": "+d.What)
	if d.Sentence != "" {
		p.out.wrapped(faint, 8, d.Sentence)
	}
	if o := d.Outcome; o != nil && o.Sentence != "" {
		p.out.wrapped(plain, 8, string(d.State)+" on the word of "+cmp.Or(o.Speaker, "nobody named")+":")
		p.out.wrapped(faint, 8, o.Sentence)
	}
}

func (p *program) evidence(all []query.EvidenceRow) {
	if len(all) == 0 {
		return
	}
	p.heading("evidence")
	for _, e := range all {
		if e.Statement != nil {
			p.printRow(*e.Statement)
			continue
		}
		p.sentence(e.Sentence, e.Outlet, e.Published)
	}
}
