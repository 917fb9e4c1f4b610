package gold

import (
	"strconv"

	"readout"
)

// Contact is a meeting, call and the like. Participants holds the acceptable
// sets; ToldBy "" is the outlet's own word.
type Contact struct {
	Line
	ID                   string
	Form                 Any[readout.ContactForm]
	Participants         Any[[]string]
	When, Where, Subject Any[string]
	State                Any[readout.ContactState]
	Span, Condition      Any[Snippet]
	ToldBy               Any[string]
	Evidence             []string
}

var (
	contactForms = []readout.ContactForm{
		readout.Meeting, readout.Call, readout.Visit, readout.Talks, readout.Letter, readout.Briefing,
		readout.ContactOnly,
	}
	contactStates = []readout.ContactState{
		readout.ContactRumoured, readout.ContactOffered, readout.ContactRefused, readout.ContactPlanned,
		readout.ContactConditional, readout.ContactReported, readout.ContactConfirmed, readout.ContactDenied,
		readout.ContactCancelled,
	}
)

func (r *reader) contact() Contact {
	r.allow("id form participants when where subject state span condition told_by evidence")
	c := Contact{
		Line: r.Line, ID: r.Text("id").First(), Form: one(r, "form", contactForms),
		Span: r.place("span"), Condition: r.place("condition"),
		Participants: r.List("participants", ";"), When: r.Text("when"), Where: r.Text("where"),
		Subject: r.Text("subject"), State: keyed(r, "state", contactStates), ToldBy: r.Text("told_by"),
		Evidence: r.List("evidence", ",").First(),
	}
	if c.Form == nil || c.Span == nil && c.Evidence == nil {
		r.fail("a contact has a form, and a span or evidence")
	}
	r.done(0)
	return c
}

// Incident is something that happened, with its figures.
type Incident struct {
	Line
	ID                 string
	What, Where, When  Any[string]
	Actor, ActorToldBy Any[string]
	Span               Any[Snippet]
	Figures            []Figure
	Evidence           []string
}

// Figure is a number about an incident. Value is nil where the text gives no
// number; ToldBy "" is the outlet's own word.
type Figure struct {
	Quantity Any[readout.Quantity]
	Value    *float64
	Bound    Any[readout.Bound]
	Span     Any[Snippet]
	ToldBy   Any[string]
	Unit     Any[string]
	Scope    Any[string]
	AsOf     Any[string]
	Optional bool
}

var (
	quantities = []readout.Quantity{
		readout.Killed, readout.Injured, readout.Missing, readout.Captured, readout.Displaced, readout.Damaged,
		readout.Launched, readout.Intercepted, readout.Clashes, readout.OtherCount,
	}
	bounds = []readout.Bound{readout.Exact, readout.AtLeast, readout.Around, readout.UpTo, readout.Some}
)

func (r *reader) incident() Incident {
	r.allow("id what where when actor actor_told_by span figure+ evidence")
	i := Incident{
		Line: r.Line, ID: r.Text("id").First(), Span: r.place("span"),
		What: r.Text("what"), Where: r.Text("where"), When: r.Text("when"),
		Actor: r.Text("actor"), ActorToldBy: r.Text("actor_told_by"),
		Evidence: r.List("evidence", ",").First(),
	}
	for _, values := range r.Field("figure") {
		i.Figures = append(i.Figures, r.figure(values.First().Text))
	}
	if i.Span == nil && i.Evidence == nil {
		r.fail("an incident has a span or evidence")
	}
	r.done(0)
	return i
}

// figure reads the line inside a figure="..." field.
func (r *reader) figure(text string) Figure {
	l, err := Fields(text)
	if err != nil {
		r.fail("figure: %w", err)
		return Figure{}
	}
	in := &reader{Line: l, locator: r.locator}
	in.allow("by unit scope as_of")
	f := Figure{
		Quantity: one(in, "quantity", quantities), Bound: one(in, "bound", bounds), Span: in.loneSnippet(),
		ToldBy: in.Text("by"), Unit: in.Text("unit"), Scope: in.Text("scope"), AsOf: in.Text("as_of"),
		Optional: l.Optional,
	}
	for _, w := range l.Words {
		if n, err := strconv.ParseFloat(w[0], 64); err == nil && f.Value == nil {
			f.Value = &n
			in.used++
		}
	}
	in.done(1)
	if f.Quantity == nil {
		in.fail("no quantity of %v", quantities)
	}
	if in.err != nil {
		r.fail("figure: %w", in.err)
	}
	return f
}
