package contact

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// rank orders the states by how far a contact is more than talk. What took place
// was not cancelled; that it did may be denied.
var rank = map[readout.ContactState]int{
	readout.ContactRumoured: 1, readout.ContactOffered: 2, readout.ContactConditional: 3, readout.ContactPlanned: 4,
	readout.ContactRefused: 5, readout.ContactCancelled: 5, readout.ContactReported: 6, readout.ContactConfirmed: 7, readout.ContactDenied: 8,
}

func (f *File) merge(g *group) readout.Contact {
	c := g.Members[0]
	c.Participants, c.Evidence = nil, nil
	for _, m := range g.Members {
		for _, p := range m.Participants {
			f.join(&c, readout.Participant{Party: f.parties.Canonical(p.Party), ToldBy: f.parties.Canonical(p.ToldBy)})
		}
		if m.When.Known() && (!c.When.Known() || strings.Contains(c.When.Value, "/") && !strings.Contains(m.When.Value, "/")) {
			c.When = m.When
		}
		if m.Form != readout.ContactOnly && c.Form == readout.ContactOnly {
			c.Form = m.Form
		}
		c.Where, c.Subject = cmp.Or(c.Where, m.Where), cmp.Or(c.Subject, m.Subject)
		c.Condition = cmp.Or(c.Condition, m.Condition)
		if rank[m.State] > rank[c.State] {
			c.State = m.State
		}
		c.Evidence = append(c.Evidence, m.Evidence...)
	}
	if c.State == readout.ContactReported && f.bothTell(g) {
		c.State = readout.ContactConfirmed
	}
	return c
}

// join adds a participant once, a party rather than who speaks for it or for whom
// it speaks; the party that tells of it goes before the outlet's own voice.
func (f *File) join(c *readout.Contact, p readout.Participant) {
	i := slices.IndexFunc(c.Participants, func(q readout.Participant) bool { return f.oneSide(q.Party, p.Party) })
	switch {
	case i < 0:
		c.Participants = append(c.Participants, p)
	case c.Participants[i].ToldBy == "":
		c.Participants[i].ToldBy = p.ToldBy
	}
}

// bothTell: in reports that say it took place, every party of a contact of two
// tells of it, itself or by somebody of its side.
func (f *File) bothTell(g *group) bool {
	if len(g.Parties) != 2 {
		return false
	}
	var tellers []string
	for _, m := range g.Members {
		if m.State != readout.ContactReported {
			continue
		}
		for _, p := range m.Participants {
			tellers = append(tellers, f.parties.Canonical(p.ToldBy))
		}
	}
	return f.tells(tellers, g.Parties[0], g.Parties[1]) && f.tells(tellers, g.Parties[1], g.Parties[0])
}

// tells reports whether one of the tellers is of the party's side and not of the
// other's.
func (f *File) tells(tellers []string, party, other string) bool {
	side := f.parties.Side(party)
	return slices.ContainsFunc(tellers, func(t string) bool {
		return t != "" && (t == party || f.parties.Side(t) == side && side != f.parties.Side(other))
	})
}
