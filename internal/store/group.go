package store

import (
	"iter"
	"strings"

	"readout"
)

// Group is one group of a ledger as it is kept and asked for. ID is its own;
// a stance, which has none, has those of its statement, proposition and party.
// Keys are what it can be asked for by: its own id, the ids in its fields, a
// party's names, and, after Told, the ids of those on whose word it is. (The reports of a story, and what a party is part of, are
// not: that may be said of all there are.) Place is where it stands among those
// of its type.
type Group struct {
	Type  string
	ID    string
	Keys  []string
	Place int64
	Value any
}

// GroupOf is a group of the ledger as it is kept, without a place: a
// readout.Party, Utterance, Proposition, Stance, Response, Commitment, Contact,
// Incident, Story, Origin, Revision or Candidate.
func GroupOf(group any) Group {
	switch v := group.(type) {
	case readout.Party:
		return made("party", v, partyKeys(v))
	case readout.Utterance:
		return made("utterance", v, utteranceKeys(v))
	case readout.Proposition:
		return made("proposition", v, propositionKeys(v))
	case readout.Stance:
		g := made("stance", v, stanceKeys(v))
		g.ID = strings.Join(g.Keys, " ")
		return g
	case readout.Response:
		return made("response", v, responseKeys(v))
	case readout.Commitment:
		return made("commitment", v, commitmentKeys(v))
	case readout.Contact:
		return made("contact", v, contactKeys(v))
	case readout.Incident:
		return made("incident", v, incidentKeys(v))
	case readout.Story:
		return made("story", v, []string{v.ID})
	case readout.Origin:
		return made("origin", v, originKeys(v))
	case readout.Revision:
		return made("revision", v, []string{v.ID, v.Doc, v.Of})
	case readout.Candidate:
		return made("candidate", v, append([]string{v.ID, v.A, v.B}, v.Statements...))
	}
	return Group{}
}

// made is a group; the first of its keys is its id.
func made(kind string, v any, keys []string) Group {
	return Group{Type: kind, ID: keys[0], Keys: keys, Value: v}
}

// AddTo adds the group to its list of a ledger.
func (g Group) AddTo(l *readout.Ledger) {
	switch v := g.Value.(type) {
	case readout.Party:
		l.Parties = append(l.Parties, v)
	case readout.Utterance:
		l.Utterances = append(l.Utterances, v)
	case readout.Proposition:
		l.Propositions = append(l.Propositions, v)
	case readout.Stance:
		l.Stances = append(l.Stances, v)
	case readout.Response:
		l.Responses = append(l.Responses, v)
	case readout.Commitment:
		l.Commitments = append(l.Commitments, v)
	case readout.Contact:
		l.Contacts = append(l.Contacts, v)
	case readout.Incident:
		l.Incidents = append(l.Incidents, v)
	case readout.Story:
		l.Stories = append(l.Stories, v)
	case readout.Origin:
		l.Origins = append(l.Origins, v)
	case readout.Revision:
		l.Revisions = append(l.Revisions, v)
	case readout.Candidate:
		l.Candidates = append(l.Candidates, v)
	}
}

// Groups walks over the groups of a ledger, list by list, each list in places
// from 1 on.
func Groups(l *readout.Ledger) iter.Seq[Group] {
	return func(yield func(Group) bool) {
		_ = walk(yield, l.Parties) && walk(yield, l.Utterances) && walk(yield, l.Propositions) && walk(yield, l.Stances) &&
			walk(yield, l.Responses) && walk(yield, l.Commitments) && walk(yield, l.Contacts) && walk(yield, l.Incidents) &&
			walk(yield, l.Stories) && walk(yield, l.Origins) && walk(yield, l.Revisions) && walk(yield, l.Candidates)
	}
}

func walk[T any](yield func(Group) bool, list []T) bool {
	for i, v := range list {
		g := GroupOf(v)
		g.Place = int64(i + 1)
		if !yield(g) {
			return false
		}
	}
	return true
}

func partyKeys(p readout.Party) []string {
	return append([]string{p.ID, p.Name, p.SpeaksFor, p.Principal}, p.Aliases...)
}

// Told begins a key by which a group is found that only tells of what a party
// has said, or by its mouth.
const Told = "told by "

func told(keys []string, parties ...string) []string {
	for _, p := range parties {
		if p != "" {
			keys = append(keys, Told+p)
		}
	}
	return keys
}

func utteranceKeys(u readout.Utterance) []string {
	return told(append([]string{u.ID, u.Speaker}, u.Statements...), u.Tellers...)
}

func propositionKeys(p readout.Proposition) []string {
	keys := []string{p.ID}
	for _, l := range p.Links {
		keys = append(keys, l.To)
	}
	return keys
}

func stanceKeys(s readout.Stance) []string { return []string{s.Statement, s.Proposition, s.Party} }

func responseKeys(r readout.Response) []string {
	keys := []string{r.ID, r.Doc, r.Party}
	if a := r.About; a != nil {
		keys = append(keys, a.Proposition, a.Contact, a.Incident)
	}
	return keys
}

func commitmentKeys(c readout.Commitment) []string {
	keys := append([]string{c.ID, c.Issuer, c.Addressee, c.Teller}, c.Obligor...)
	return told(append(keys, statements(c.Evidence)...), c.AskedBy, c.Beneficiary)
}

func contactKeys(c readout.Contact) []string {
	keys := []string{c.ID}
	for _, p := range c.Participants {
		keys = told(append(keys, p.Party), p.ToldBy)
	}
	return append(keys, statements(c.Evidence)...)
}

func incidentKeys(i readout.Incident) []string {
	keys := told([]string{i.ID, i.Actor}, i.ActorToldBy)
	for _, fig := range i.Figures {
		keys = told(keys, fig.ToldBy)
	}
	return append(keys, statements(i.Evidence)...)
}

func originKeys(o readout.Origin) []string {
	keys := []string{o.ID, o.Document}
	for _, c := range o.Copies {
		keys = append(keys, c.Doc)
	}
	return keys
}

func statements(evidence []readout.Evidence) []string {
	var ids []string
	for _, e := range evidence {
		ids = append(ids, e.Statement)
	}
	return ids
}
