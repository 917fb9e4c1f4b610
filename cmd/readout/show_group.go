package main

import (
	"cmp"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) showResponse(r *query.ResponseRow) {
	p.title("response", r.ID)
	p.field("party", r.PartyName+withID(r.Party))
	p.field("status", statusWords(r.Status))
	p.field("about", r.AboutText)
	p.field("as of", dateWords(r.AsOf))
	p.field("report", r.Outlet+withID(r.Doc))
	p.field("published", dateWords(r.Published))
	p.heading("in the text")
	p.out.wrapped(plain, 4, r.Sentence)
}

func (p *program) showContact(v *query.ContactPage) {
	p.title("contact", v.Contact.ID)
	p.field("form", string(v.Contact.Form))
	p.field("state", string(v.Contact.State))
	for _, one := range v.Participants {
		p.field("with", one.Party.Name+withID(one.Party.ID)+tellerWords(one.ToldBy))
	}
	p.field("when", dateWords(v.Contact.When))
	p.field("where", v.Contact.Where)
	p.field("about", v.Contact.Subject)
	if v.Contact.Condition != nil {
		p.field("condition", v.Contact.Condition.Text)
	}
	p.evidence(v.Evidence)
}

// numberWords is a figure without what it counts.
func numberWords(f readout.Figure) string {
	number := "some"
	if f.Value != nil {
		number = strconv.FormatFloat(*f.Value, 'f', -1, 64)
	}
	if f.Bound != "" && f.Bound != readout.Exact && f.Bound != readout.Some {
		number = string(f.Bound) + " " + number
	}
	return oneLine(strings.Join([]string{number, f.Unit, f.Scope}, " "))
}

// stateWords is a state with what made it, where that was the clock.
func stateWords(state readout.CommitmentState, by string) string {
	switch {
	case by == "clock" && state == readout.StateLapsed:
		return "lapsed (by the clock: no word on the outcome found)"
	case by == "clock":
		return string(state) + " (by the clock)"
	}
	return cmp.Or(string(state), "not known")
}

func tellerWords(teller *query.PartyRef) string {
	if teller == nil {
		return ", on the outlet's own word"
	}
	return ", on the word of " + teller.Name
}

func withID(id string) string {
	if id == "" {
		return ""
	}
	return " (" + id + ")"
}

func percent(share float64) string {
	if share == 0 {
		return ""
	}
	return fmt.Sprintf("  %.0f %%", 100*share)
}

// splitLines gives the lines of a text without their ends.
func splitLines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if !yield(strings.TrimSpace(line)) {
				return
			}
		}
	}
}
