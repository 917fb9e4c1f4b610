package ledger_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/ledgertest"
	"readout/internal/store"
)

// mixed makes n reports of everything that a reading can have, out of so few
// words, names and days that they meet.
func mixed(r *rand.Rand, n int) []store.Report {
	var out []store.Report
	unclear := 2 + r.Intn(3)*20
	for i := range n {
		m := &maker{r: r, n: i, unclear: unclear, Builder: ledgertest.New(fmt.Sprint(i), day(r))}
		out = append(out, m.report(out))
	}
	return out
}

type maker struct {
	*ledgertest.Builder
	r   *rand.Rand
	n   int
	own []string // parties of this report alone

	unclear int // one party in so many is of another kind than usual
}

func pick[T any](r *rand.Rand, of []T) T { return of[r.Intn(len(of))] }

// day is one of a few, or none, or a longer stretch.
func day(r *rand.Rand) string {
	switch r.Intn(12) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("2026-0%d-10", 3+r.Intn(5))
	}
	return fmt.Sprintf("2026-05-%02d", 1+r.Intn(9))
}

func someDate(r *rand.Rand) *readout.Date {
	switch d := day(r); {
	case d == "":
		return nil
	case r.Intn(8) == 0:
		return &readout.Date{Value: "2026-05-02/2026-05-04", Grain: readout.GrainInterval}
	default:
		return &readout.Date{Value: d, Grain: readout.GrainDay}
	}
}

var outlets = []string{"Harbour Post", "Tide Wire", "Canal Times", "Lock Herald"}

// known are parties whose ids do not hold a report's: some of them are the
// same, in other spellings or by their offices, some only look so.
var known = []readout.Party{
	{ID: "p-ana-ruiz", Name: "Ana Ruiz", Kind: readout.Person, Offices: []readout.Office{{Title: "Velmaran president"}}},
	{ID: "p-ruiz", Name: "Ruiz", Kind: readout.Person}, {ID: "p-luis-ruiz", Name: "Luis Ruiz", Kind: readout.Person},
	{ID: "p-a-ruiz", Name: "A. Ruiz", Kind: readout.Person}, {ID: "p-ana-ruíz", Name: "Ana Ruíz", Kind: readout.Person},
	{ID: "p-per-holm", Name: "Per Holm", Kind: readout.Person, Offices: []readout.Office{{Title: "Ostran prime minister"}}},
	{ID: "p-holm", Name: "Holm", Kind: readout.Person, Aliases: []string{"the pilot"}, PartOf: "p-ostra"},
	{ID: "p-eva-lind", Name: "Eva Lind", Kind: readout.Person, Offices: []readout.Office{{Title: "spokeswoman for the Ostran foreign ministry"}, {Title: "former Velmaran president"}}},
	{ID: "p-velmar", Name: "Velmar", Kind: readout.State, Principal: "p-ruiz"}, {ID: "p-ostra", Name: "Ostra", Kind: readout.State},
	{ID: "p-velmaran-army", Name: "Velmaran army", Kind: readout.Force}, {ID: "p-army-of-velmar", Name: "army of Velmar", Kind: readout.Force},
	{ID: "p-ostran-foreign-ministry", Name: "Ostran foreign ministry", Kind: readout.Institution},
	{ID: "p-foreign-ministry-of-ostra", Name: "Foreign ministry of Ostra", Kind: readout.Institution, SpeaksFor: "p-ostra"},
	{ID: "p-tide-wire", Name: "Tide Wire", Kind: readout.Outlet}, {ID: "p-both", Name: "Both Unions", Kind: readout.Group, Members: []string{"p-ruiz", "p-army-of-velmar"}},
}

func (m *maker) parties() {
	for _, p := range known {
		if m.r.Intn(3) == 0 {
			if m.r.Intn(m.unclear) == 0 {
				p.Kind = pick(m.r, []readout.PartyKind{readout.Institution, readout.Person, readout.Group})
			}
			m.Party(p)
		}
	}
	for _, p := range []readout.Party{
		{Name: "Velmaran president", Kind: readout.OfficeKind}, {Name: "prime minister of Ostra", Kind: readout.OfficeKind},
		{Name: "two officials", Kind: readout.Unnamed}, {Name: "an aide", Kind: readout.Unnamed},
	} {
		if m.r.Intn(3) > 0 {
			continue
		}
		p.ID = fmt.Sprintf("p-%s-%d", strings.ReplaceAll(strings.ToLower(p.Name), " ", "-"), m.n)
		if p.Kind == readout.Unnamed && m.r.Intn(2) == 0 {
			p.PartOf, p.SpeaksFor = pick(m.r, known).ID, pick(m.r, known).ID
		}
		m.Party(p)
		m.own = append(m.own, p.ID)
	}
}

// who is a party, one of this report's own in one of four.
func (m *maker) who() string {
	if len(m.own) > 0 && m.r.Intn(4) == 0 {
		return pick(m.r, m.own)
	}
	id := pick(m.r, known).ID
	if !slices.ContainsFunc(m.Record().Parties, func(p readout.Party) bool { return p.ID == id }) && m.r.Intn(10) > 0 {
		m.Party(known[slices.IndexFunc(known, func(p readout.Party) bool { return p.ID == id })])
	}
	return id
}

// may is somebody in half of all cases.
func (m *maker) may() string {
	if m.r.Intn(2) == 0 {
		return ""
	}
	return m.who()
}

var sayings = []string{
	"the crew of the tug cut the mooring cable", "the crew of the tug did not cut the mooring cable", "“a tax on every sailor” was coming",
	"“The lock was never safe and nobody in the ministry wanted to hear of it”", "the claim", "“a tax on every sailor, and no end of it in sight”",
	"Velmar closed the northern lock to barges", "Holm had agreed to open the northern lock", "Ruiz and Ana Ruiz agreed to open the northern lock",
	"the collision killed 12 sailors", "Ruiz broke her promise to open the northern lock", "the plan", "it was a lie", "Ruiz’s claim",
	"Ana Ruiz kept her promise to pay the pilots of the harbour", "the northern lock would open to all barges", "Velmar and Ostra have agreed to open the lock",
	"“they had warned the harbour office of rust on both gates for years”", "of rust on both gates for years and nobody came to look",
	"“they had warned the harbour office of rust on both gates for years and nobody came to look”",
	"reports that the crew of the tug cut the mooring cable are false", "ships must not wait at the northern lock", "they did just that",
	"a herd of goats ate the carpets of the opera house", "the opera house had lost no carpets to goats", "",
}

var verbs = map[readout.Act]string{
	readout.ActState: "said", readout.ActClaim: "claimed", readout.ActDeny: "denied", readout.ActReject: "rejected", readout.ActAccuse: "accused",
	readout.ActPropose: "proposed", readout.ActDemand: "demanded", readout.ActDecline: "declined", readout.ActQuestion: "asked", readout.ActCommit: "promised",
	readout.ActEvaluate: "welcomed", readout.ActPredict: "expected", readout.ActConfirm: "confirmed",
}

var acts = []readout.Act{
	readout.ActState, readout.ActState, readout.ActClaim, readout.ActDeny, readout.ActReject, readout.ActAccuse, readout.ActPropose, readout.ActDemand,
	readout.ActDecline, readout.ActQuestion, readout.ActCommit, readout.ActEvaluate, readout.ActPredict, readout.ActConfirm,
}

func (m *maker) statements() (ids []string) {
	for range 1 + m.r.Intn(4) {
		act := pick(m.r, acts)
		ids = append(ids, m.Say(m.who(), act, verbs[act], pick(m.r, sayings), func(st *readout.Statement) {
			if m.r.Intn(3) == 0 {
				st.Said = someDate(m.r)
			}
			if len(ids) > 0 && m.r.Intn(4) == 0 {
				st.Parent = pick(m.r, ids)
			}
			if m.r.Intn(3) == 0 {
				st.Channel, st.Place = pick(m.r, []string{"", "briefing", "Telegram"}), pick(m.r, []string{"", "Port Aldis"})
			}
			if m.r.Intn(8) == 0 {
				st.Speaker = ""
			}
			if m.r.Intn(3) == 0 {
				st.Chain = []readout.Hop{{Party: m.may(), Kind: "quotes"}, {Party: m.who(), Kind: "relays"}, {Party: st.Speaker, Kind: "quotes"}}
			}
			if m.r.Intn(10) == 0 {
				st.Grade = readout.Guessed
			}
		}))
		if m.r.Intn(6) == 0 {
			m.Then(pick(m.r, []string{", ", ", but ", " "}))
		}
	}
	return ids
}

// prose is long enough to be copied.
var prose = []string{
	"On a grey morning barges lay three deep before the gate while porters carried sacks of meal over planks that nobody had nailed down for weeks.",
	"The harbour office keeps a ledger of every vessel that enters, and clerks there counted fewer hulls in April than in any month since the flood.",
	"Fishers mended nets along the quay, a brass band rehearsed behind the customs shed, and somewhere a dog barked at the tide without any pause.",
	"Curators of the opera measured the damage with tape, wrote the figures into notebooks and sent for a weaver who lives beyond the second bridge.",
}

func (m *maker) report(before []store.Report) store.Report {
	m.parties()
	if m.r.Intn(3) == 0 {
		m.Headline(m.who(), readout.ActState, "says", pick(m.r, sayings[:10]))
	}
	ids := m.statements()
	m.deeds(ids)
	for k := range m.r.Intn(3) {
		about := pick(m.r, []string{"", "the mooring cable of the tug", "the claim", "the collision"})
		at := m.Prose(fmt.Sprintf("Somebody has not confirmed it on channel %d.%d.", m.n, k))
		m.Response(m.may(), pick(m.r, []readout.Status{readout.NotConfirmed, readout.Declined, readout.NoResponse}), at, about)
	}
	var at []readout.Range
	for _, k := range m.r.Perm(len(prose))[:m.r.Intn(4)] {
		at = append(at, m.Prose(prose[k]))
	}
	if m.r.Intn(6) == 0 {
		at = append(at, m.Prose("Correction: the gate is older."))
	}
	m.Prose(fmt.Sprintf("Number %d.", m.n))
	report := m.Report(m.n + 1)
	report.Doc.Outlet = pick(m.r, outlets)
	for _, in := range report.Rec.Incidents {
		for k := range in.Figures {
			in.Figures[k].Span = report.Rec.Statements[0].Span
		}
	}
	for _, at := range at {
		m.segment(report, at, readout.Body)
	}
	if len(at) > 0 && m.r.Intn(2) == 0 { // a credit that names another outlet
		credit := strings.Index(report.Doc.Text, "Number")
		report.Doc.Text += pick(m.r, outlets)
		report.Doc.Hash = readout.HashOf([]byte(report.Doc.Text))
		m.segment(report, readout.Range{Start: credit, End: len(report.Doc.Text)}, readout.Credit)
	}
	if m.r.Intn(4) == 0 {
		report.Doc.URL = fmt.Sprint("https://post.example/", m.r.Intn(2))
	}
	if m.r.Intn(4) == 0 {
		report.Doc.Title = pick(m.r, []string{"The lock", "Goats at the opera"})
	}
	return renamed(report)
}

func (m *maker) segment(report store.Report, at readout.Range, class readout.Class) {
	span, err := report.Doc.Span(at)
	if err != nil {
		panic(err)
	}
	report.Rec.Segments = append(report.Rec.Segments, readout.Segment{Doc: report.Doc.ID, Span: span, Class: class})
}

// deeds adds commitments, contacts and incidents that rest on statements.
func (m *maker) deeds(ids []string) {
	rec, r := m.Record(), m.r
	for k := range r.Intn(3) {
		c := readout.Commitment{
			ID: readout.NewID("c", m.ID(), m.n, k), Kind: pick(r, []readout.CommitmentKind{readout.Promise, readout.Promise, readout.Ultimatum, readout.Decided}),
			What: pick(r, []string{"open the northern lock", "open the northern lock to barges", "pay the pilots of the harbour"}), Obligor: []string{m.who()},
			Teller: m.may(), AskedBy: m.may(), Beneficiary: m.may(), Due: someDate(r), Evidence: []readout.Evidence{{Statement: pick(r, ids)}},
			State: pick(r, []readout.CommitmentState{readout.StateGiven, readout.StateClaimed, readout.StateKept, readout.StateExtended, readout.StateBroken}),
		}
		if r.Intn(3) == 0 {
			c.Obligor = append(c.Obligor, m.who())
		}
		if c.Kind == readout.Ultimatum {
			c.Issuer, c.Addressee = m.may(), m.may()
		}
		rec.Commitments = append(rec.Commitments, c)
	}
	for k := range r.Intn(3) {
		c := readout.Contact{
			ID: readout.NewID("k", m.ID(), m.n, k), Form: pick(r, []readout.ContactForm{readout.Meeting, readout.Call, readout.Talks}), When: someDate(r),
			Where: pick(r, []string{"", "Port Aldis"}), Evidence: []readout.Evidence{{Statement: pick(r, ids)}},
			State: pick(r, []readout.ContactState{readout.ContactPlanned, readout.ContactReported, readout.ContactReported, readout.ContactRefused}),
		}
		for range 2 + r.Intn(2) {
			c.Participants = append(c.Participants, readout.Participant{Party: pick(r, []string{"p-ana-ruiz", "p-ruiz", "p-per-holm", m.who()}), ToldBy: m.may()})
		}
		rec.Contacts = append(rec.Contacts, c)
	}
	for k := range r.Intn(3) {
		in := readout.Incident{
			ID: readout.NewID("i", m.ID(), m.n, k), What: pick(r, []string{"collision at the lock", "two barges collided", "goats in the opera"}),
			Where: pick(r, []string{"", "Port Aldis"}), When: someDate(r), Actor: m.may(), ActorToldBy: m.may(), Evidence: []readout.Evidence{{Statement: pick(r, ids)}},
		}
		for range r.Intn(3) {
			n := float64(10 + r.Intn(2))
			in.Figures = append(in.Figures, readout.Figure{Quantity: readout.Killed, Value: &n, Bound: readout.Exact, ToldBy: m.may()})
		}
		rec.Incidents = append(rec.Incidents, in)
	}
}

// decide makes decisions of every kind about joins of these reports; some have
// no target.
func decide(r *rand.Rand, reports []store.Report, n int) []readout.Decision {
	var out []readout.Decision
	for k := range n {
		if len(out) > 0 && r.Intn(8) == 0 {
			out = append(out, decided(k+1, readout.RejectIt, readout.Target{Type: "decision", ID: pick(r, out).ID}, nil, ""))
			continue
		}
		a, b := r.Intn(len(reports)), r.Intn(len(reports))
		at := func(kind string, report int) *readout.Target {
			t := about(reports, kind, report, r.Intn(len(reports[report].Rec.Statements)))
			return &t
		}
		party := func() *readout.Target {
			p := pick(r, known)
			if own := reports[r.Intn(min(8, len(reports)))].Rec.Parties; len(own) > 0 && r.Intn(2) == 0 {
				p = own[len(own)-1] // an unnamed one for the most part
			}
			return &readout.Target{Type: "party", ID: p.ID, Name: p.Name}
		}
		own := &readout.Target{Type: "proposition", ID: readout.NewID("q", "Barges may pass."), Name: "Barges may pass."}
		even := []readout.DecisionKind{readout.SameIt, readout.DifferentIt}[r.Intn(2)]
		var d readout.Decision
		switch r.Intn(8) {
		case 0:
			d = decided(k+1, readout.MergeThem, *party(), party(), "")
		case 1:
			d = decided(k+1, readout.SplitThem, *party(), party(), "")
		case 2:
			d = decided(k+1, even, *at("utterance", a), at("utterance", b), "")
		case 3:
			d = decided(k+1, even, *at("statement", a), at("statement", b), "")
		case 4:
			d = decided(k+1, even, *at("statement", a), pick(r, []*readout.Target{own, at("proposition", b)}), "")
			if even == readout.SameIt && r.Intn(2) == 0 {
				d.Value = string(pick(r, []readout.StanceValue{readout.Opposes, readout.Affirms}))
			}
		case 5:
			d = decided(k+1, even, *at("proposition", a), at("proposition", b), "")
		case 6:
			d = decided(k+1, readout.CorrectIt, *at("proposition", a), nil, fmt.Sprint("Better words ", k, "."))
		case 7:
			cs := reports[a].Rec.Commitments
			if len(cs) == 0 {
				continue
			}
			c := pick(r, cs)
			t := readout.Target{Type: "commitment", ID: c.ID, Statement: c.Evidence[0].Statement, At: at("statement", a).At}
			d = decided(k+1, readout.StateIt, t, pick(r, []*readout.Target{nil, at("statement", b)}), string(readout.StateBroken))
		}
		if d.With == nil || d.With.ID != d.Target.ID {
			out = append(out, d)
		}
	}
	return out
}
