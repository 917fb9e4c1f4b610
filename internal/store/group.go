package store

import (
	"iter"

	"readout"
)

// Group is one group of a ledger as it is kept and asked for. ID is its own;
// a stance, which has none, has those of its statement, proposition and party.
// Keys are what it can be asked for by: its own id, the ids in its fields, and
// a party's names. (The reports of a story, and what a party is part of, are
// not: that may be said of all there are.)
type Group struct {
	Type  string
	ID    string
	Keys  []string
	Value any
}

// Groups walks over the groups of a ledger, list by list.
func Groups(l *readout.Ledger) iter.Seq[Group] {
	return func(yield func(Group) bool) {
		_ = walk(yield, "party", l.Parties, partyKeys) &&
			walk(yield, "utterance", l.Utterances, utteranceKeys) &&
			walk(yield, "proposition", l.Propositions, propositionKeys) &&
			walk(yield, "stance", l.Stances, stanceKeys) &&
			walk(yield, "response", l.Responses, responseKeys) &&
			walk(yield, "commitment", l.Commitments, commitmentKeys) &&
			walk(yield, "contact", l.Contacts, contactKeys) &&
			walk(yield, "incident", l.Incidents, incidentKeys) &&
			walk(yield, "story", l.Stories, func(s readout.Story) []string { return []string{s.ID} }) &&
			walk(yield, "origin", l.Origins, originKeys) &&
			walk(yield, "revision", l.Revisions, func(r readout.Revision) []string { return []string{r.ID, r.Doc, r.Of} })
	}
}

// walk gives one list; the first of a group's keys is its id.
func walk[T any](yield func(Group) bool, kind string, list []T, keys func(T) []string) bool {
	for _, v := range list {
		all := keys(v)
		g := Group{Type: kind, ID: all[0], Keys: all, Value: v}
		if kind == "stance" {
			g.ID = all[0] + " " + all[1] + " " + all[2]
		}
		if !yield(g) {
			return false
		}
	}
	return true
}

func partyKeys(p readout.Party) []string {
	return append([]string{p.ID, p.Name, p.SpeaksFor, p.Principal}, p.Aliases...)
}

func utteranceKeys(u readout.Utterance) []string {
	return append([]string{u.ID, u.Speaker}, u.Statements...)
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
	return append(keys, statements(c.Evidence)...)
}

func contactKeys(c readout.Contact) []string {
	keys := []string{c.ID}
	for _, p := range c.Participants {
		keys = append(keys, p.Party)
	}
	return append(keys, statements(c.Evidence)...)
}

func incidentKeys(i readout.Incident) []string {
	return append([]string{i.ID, i.Actor}, statements(i.Evidence)...)
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
