package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"readout"
	"readout/internal/store"
)

// Placed says how an entry has come to its day.
type Placed string

const (
	OnItsDay   Placed = "day"      // the day is told
	ByLastDay  Placed = "last-day" // a month, a stretch, "on or before": by the last day it can mean
	FromDay    Placed = "from"     // open at its end: by the first
	ByReport   Placed = "told"     // no day is told: by that of the report
	WithoutDay Placed = ""         // not even that is known; these come last
)

// Entry is one line of a timeline. Kind is "said" (an utterance, or a statement
// that witnesses none), "commitment", "ultimatum" or "decision" (one that an outlet
// tells in its own words), "due" (the day of one), "contact" or "incident"; ID is
// that of the thing. Day is where it stands, by Placed; Date is what is told
// of its day. Who has the names of those who speak, are bound, take part or act;
// Steps what the entry does to commitments. Tellers are the outlets that tell of it.
type Entry struct {
	Kind      string        `json:"kind"`
	ID        string        `json:"id"`
	Day       string        `json:"day,omitempty"`
	Placed    Placed        `json:"placed,omitempty"`
	Date      *readout.Date `json:"date,omitempty"`
	Who       []string      `json:"who,omitempty"`
	Parties   []string      `json:"parties,omitempty"` // ids
	Act       readout.Act   `json:"act,omitempty"`
	Text      string        `json:"text,omitempty"`
	State     string        `json:"state,omitempty"`
	By        string        `json:"by,omitempty"` // what made the state of a "due"
	NoBreach  string        `json:"no_breach_until,omitempty"`
	Steps     []EntryStep   `json:"steps,omitempty"`
	Sentence  string        `json:"sentence,omitempty"`
	Doc       string        `json:"doc,omitempty"`
	Outlet    string        `json:"outlet,omitempty"`
	Published *readout.Date `json:"published,omitempty"`
	Grade     readout.Grade `json:"grade,omitempty"`
	Tellers   []string      `json:"tellers,omitempty"`
	Figures   []FigureRow   `json:"figures,omitempty"`
}

// EntryStep is a step in the history of a commitment.
type EntryStep struct {
	Commitment string                  `json:"commitment"`
	State      readout.CommitmentState `json:"state"`
	By         string                  `json:"by"`
}

// Timeline lists all that the reports that count tell of, by when it was said or
// happened, or is to happen: of a story (its id, the beginning of it, or words of
// its title; "" is all reports), with a party (as in Says; "" is all). Vague days
// stand at the last day that they can mean, marked so. An *UnknownError is a story
// or party that is not there.
func (e *Engine) Timeline(ctx context.Context, story, party string, c Clock) ([]Entry, error) {
	v, known, now, err := e.clockView(ctx, c)
	if err != nil {
		return nil, err
	}
	t := timeline{view: v, known: known, now: now}
	if err := t.about(e, story, party); err != nil {
		return nil, err
	}
	for _, add := range []func() error{t.said, t.promised, t.met, t.happened} {
		if err := add(); err != nil {
			return nil, err
		}
	}
	all := slices.DeleteFunc(t.entries, func(n Entry) bool { return t.parties != nil && !slices.ContainsFunc(n.Parties, t.concerns) })
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Day, "9999-99"), cmp.Or(b.Day, "9999-99")), cmp.Compare(order[a.Placed], order[b.Placed]))
	})
	return all, nil
}

// order is that of the entries of one day: what may have been before it first.
var order = map[Placed]int{ByLastDay: 0, ByReport: 1, OnItsDay: 2, FromDay: 3}

type timeline struct {
	*view
	known, now string
	docs       map[string]bool // the story's; nil is all
	parties    []string        // nil is all
	entries    []Entry
	at         map[string]int // statement → its entry
}

func (t *timeline) concerns(party string) bool { return slices.Contains(t.parties, party) }

func (t *timeline) tells(doc string) bool {
	return t.view.docs[doc] != nil && (t.docs == nil || t.docs[doc]) && t.held(doc, t.known)
}

func (t *timeline) about(e *Engine, story, party string) (err error) {
	if story != "" {
		if t.docs, err = t.story(e, story); err != nil {
			return err
		}
	}
	if party != "" {
		t.parties, err = t.side(party)
	}
	return err
}

// story is the reports of the story that is meant.
func (t *timeline) story(e *Engine, text string) (map[string]bool, error) {
	found, err := t.store.Groups(t.ctx, t.version, store.GroupFilter{Type: "story"})
	if err != nil {
		return nil, err
	}
	fits := func(s readout.Story) bool { return strings.HasPrefix(s.ID, text) }
	if !slices.ContainsFunc(found.Stories, fits) {
		fits = func(s readout.Story) bool { return share(text, s.Title) == 1 }
	}
	docs, ids := map[string]bool{}, []store.Ref{}
	for _, s := range found.Stories {
		if fits(s) {
			ids = append(ids, store.Ref{Type: "story", ID: s.ID})
			for _, d := range s.Documents {
				docs[d] = true
			}
		}
	}
	switch len(ids) {
	case 0:
		return nil, &UnknownError{What: "story", ID: text, Hint: "readout stories lists them; give an id or words of a title"}
	case 1:
		return docs, nil
	}
	return nil, &AmbiguousError{Prefix: text, Candidates: ids}
}

// said adds what was said: each utterance once, with its first witness.
func (t *timeline) said() error {
	var all []readout.Statement
	var ids []string
	for s, err := range t.store.Statements(t.ctx, store.Filter{}) {
		if err != nil {
			return err
		}
		if t.tells(s.Doc) {
			all, ids = append(all, s), append(ids, s.ID)
		}
	}
	slices.SortStableFunc(all, func(a, b readout.Statement) int { return compareDays(t.published(a.Doc), t.published(b.Doc)) })
	if err := t.takeUtterances(ids); err != nil {
		return err
	}
	t.at = map[string]int{}
	first := map[string]int{} // utterance → its entry
	for _, s := range all {
		row := t.row(s)
		n, again := first[row.Utterance]
		if again = again && row.Utterance != ""; !again {
			n = len(t.entries)
			first[row.Utterance] = n
			t.entries = append(t.entries, saidEntry(row))
		}
		t.at[s.ID] = n
		if one := &t.entries[n]; row.Outlet != "" && !slices.Contains(one.Tellers, row.Outlet) {
			one.Tellers = append(one.Tellers, row.Outlet)
		}
	}
	return nil
}

func saidEntry(r Row) Entry {
	n := Entry{
		Kind: "said", ID: cmp.Or(r.Utterance, r.ID), Date: r.Said, Act: r.Act, Text: strings.Join(r.Content, " … "), Grade: r.Grade,
		Sentence: r.Sentence, Doc: r.Doc, Outlet: r.Outlet, Published: r.Published, Who: []string{cmp.Or(r.SpeakerName, r.Source, "nobody named")},
	}
	if r.Negated {
		n.State = "negated"
	}
	if r.Speaker != "" {
		n.Parties = []string{r.Speaker}
	}
	n.place(r.Said, r.Published)
	return n
}

// place finds the day of an entry.
func (n *Entry) place(told, published *readout.Date) {
	n.Date = told
	if !told.Known() {
		if n.Day = lastDay(published); n.Day != "" {
			n.Placed = ByReport
		}
		return
	}
	first, last := bounds(told.Value)
	switch {
	case last == "":
		n.Day, n.Placed = first, FromDay
	case first == last && !strings.Contains(told.Value, "/"):
		n.Day, n.Placed = last, OnItsDay
	default:
		n.Day, n.Placed = last, ByLastDay
	}
}

// promised adds the steps of commitments to what was said, and their days.
func (t *timeline) promised() error {
	found, err := t.store.Groups(t.ctx, t.version, store.GroupFilter{Type: "commitment"})
	if err != nil {
		return err
	}
	all, err := t.seen(found.Commitments, t.known)
	if err != nil {
		return err
	}
	t.ledger.Commitments = nil
	for _, c := range all {
		if !slices.ContainsFunc(c.docs, t.tells) {
			continue
		}
		t.ledger.Commitments = append(t.ledger.Commitments, c.Commitment)
		t.step(c.Commitment)
		if !slices.ContainsFunc(told(c.Commitment), func(id string) bool { _, ok := t.at[id]; return ok }) {
			if err := t.undertaken(c.Commitment); err != nil {
				return err
			}
		}
	}
	due, err := t.due(t.known, t.now, func(c readout.Commitment) bool { return c.Due.Known() })
	if err != nil {
		return err
	}
	for _, d := range due {
		n := Entry{
			Kind: "due", ID: d.ID, Text: d.What, State: string(d.State), By: d.By, NoBreach: d.NoBreach, Who: d.ObligorNames,
			Parties: append(slices.Clone(d.Obligor), d.Issuer, d.Addressee, d.Teller), Sentence: d.Sentence, Doc: d.Doc, Outlet: d.Outlet, Published: d.Published,
		}
		if d.Kind == readout.Ultimatum && d.IssuerName != "" {
			n.Who = []string{d.IssuerName}
		}
		n.place(d.Due, nil)
		t.entries = append(t.entries, n)
	}
	return nil
}

// step notes with what was said what it did to a commitment; those who are bound
// are concerned.
func (t *timeline) step(c readout.Commitment) {
	for _, e := range evidenceOf(c.History) {
		i, ok := t.at[e.Evidence]
		if !ok {
			continue
		}
		n, step := &t.entries[i], EntryStep{c.ID, e.State, e.By}
		if !slices.Contains(n.Steps, step) {
			n.Steps = append(n.Steps, step)
			n.Parties = append(append(n.Parties, bound(c)...), c.Addressee)
		}
	}
}

// undertaken adds what an outlet tells in its own words, as a step of itself.
func (t *timeline) undertaken(c readout.Commitment) error {
	rows, err := t.evidence(c.Evidence)
	if err != nil {
		return err
	}
	is := saidState(c, t.now)
	n := Entry{Kind: string(c.Kind), ID: c.ID, Text: c.What, State: string(is.State), By: is.By, Who: t.names(bound(c)), Parties: append(bound(c), c.Issuer, c.Addressee)}
	t.add(n, c.Decided, rows)
	return nil
}

// met adds contacts.
func (t *timeline) met() error {
	found, err := t.store.Groups(t.ctx, t.version, store.GroupFilter{Type: "contact"})
	if err != nil {
		return err
	}
	all, err := t.contacts(found.Contacts, t.known, t.now)
	if err != nil {
		return err
	}
	for _, c := range all {
		n := Entry{Kind: "contact", ID: c.Contact.ID, Text: string(c.Contact.Form), State: string(c.Contact.State)}
		for _, p := range c.Participants {
			n.Who, n.Parties = append(n.Who, p.Party.Name), append(n.Parties, p.Party.ID)
			if p.ToldBy != nil {
				n.Parties = append(n.Parties, p.ToldBy.ID)
			}
		}
		t.add(n, c.Contact.When, c.Evidence)
	}
	return nil
}

// happened adds incidents.
func (t *timeline) happened() error {
	found, err := t.store.Groups(t.ctx, t.version, store.GroupFilter{Type: "incident"})
	if err != nil {
		return err
	}
	all, err := t.incidents(found.Incidents, t.known, t.now)
	if err != nil {
		return err
	}
	for _, i := range all {
		n := Entry{Kind: "incident", ID: i.Incident.ID, Text: i.Incident.What, Figures: i.Figures}
		for _, p := range []*PartyRef{i.Actor, i.ActorToldBy} {
			if p != nil {
				n.Parties = append(n.Parties, p.ID)
			}
		}
		if i.Actor != nil {
			n.Who = []string{i.Actor.Name}
		}
		for _, f := range i.Figures {
			n.Parties = append(n.Parties, f.ToldBy)
		}
		t.add(n, i.Incident.When, i.Evidence)
	}
	return nil
}

// add adds what the story's reports have evidence for, with the first of it.
func (t *timeline) add(n Entry, when *readout.Date, evidence []EvidenceRow) {
	for _, e := range evidence {
		if !t.tells(e.Doc) {
			continue
		}
		if n.Doc == "" {
			n.Sentence, n.Doc, n.Outlet, n.Published = e.Sentence, e.Doc, e.Outlet, e.Published
		}
		if !slices.Contains(n.Tellers, e.Outlet) {
			n.Tellers = append(n.Tellers, e.Outlet)
		}
	}
	if n.Doc != "" {
		n.place(when, n.Published)
		t.entries = append(t.entries, n)
	}
}
