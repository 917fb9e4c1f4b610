package gold

import "readout"

// Response says that a party has, or has not, answered. Party "" is nobody
// named.
type Response struct {
	Line
	Status Any[readout.Status]
	Party  Any[string]
	Span   Any[Snippet]
	About  Any[string]
	AsOf   Any[string]
}

var statuses = []readout.Status{
	readout.Confirmed, readout.Denied, readout.Acknowledged, readout.NotAcknowledged, readout.NotConfirmed,
	readout.Declined, readout.Refused, readout.NoResponse, readout.NotDisclosed,
}

func (r *reader) response() Response {
	r.allow("party span about as_of")
	out := Response{
		Line: r.Line, Status: one(r, "status", statuses), Party: r.Text("party"), Span: r.place("span"),
		About: r.Text("about"), AsOf: r.Text("as_of"),
	}
	if out.Status == nil || out.Span == nil {
		r.fail("a response has a status and a span")
	}
	r.done(0)
	return out
}

// Commitment is a promise, an ultimatum or a decision. Obligor holds the
// acceptable sets of joint obligors. Evidence holds statement ids.
type Commitment struct {
	Line
	ID                                              string
	Kind                                            Any[readout.CommitmentKind]
	Obligor                                         Any[[]string]
	What                                            Any[string]
	Teller, AskedBy, Beneficiary, Issuer, Addressee Any[string]
	Consequence                                     Any[string]
	Condition                                       Any[Snippet]
	Duration, Start, Due, Decided                   Any[string]
	State                                           Any[readout.CommitmentState]
	Span                                            Any[Snippet]
	Evidence                                        []string
}

var (
	commitmentKinds  = []readout.CommitmentKind{readout.Promise, readout.Ultimatum, readout.Decided}
	commitmentStates = []readout.CommitmentState{
		readout.StateTentative, readout.StateClaimed, readout.StateProposed, readout.StateGiven,
		readout.StateConditional, readout.StateInForce, readout.StateDue, readout.StateKept, readout.StateBroken,
		readout.StateLapsed, readout.StateExtended, readout.StateWithdrawn, readout.StateSuperseded,
		readout.StateDisputed, readout.StateRejected,
	}
)

func (r *reader) commitment() Commitment {
	r.allow("id kind obligor what due state teller asked_by beneficiary issuer addressee condition consequence duration start decided span evidence")
	c := Commitment{
		Line: r.Line, ID: r.Text("id").First(), Kind: one(r, "kind", commitmentKinds),
		Span: r.place("span"), Condition: r.place("condition"),
		Obligor: r.List("obligor", ";"), What: r.Text("what"),
		Teller: r.Text("teller"), AskedBy: r.Text("asked_by"), Beneficiary: r.Text("beneficiary"),
		Issuer: r.Text("issuer"), Addressee: r.Text("addressee"), Consequence: r.Text("consequence"),
		Duration: r.Text("duration"), Start: r.Text("start"), Due: r.Text("due"), Decided: r.Text("decided"),
		State: keyed(r, "state", commitmentStates), Evidence: r.List("evidence", ",").First(),
	}
	if c.Span == nil && c.Evidence == nil {
		r.fail("a commitment has a span or evidence")
	}
	r.done(0)
	return c
}
