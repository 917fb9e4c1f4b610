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
	c.Participants, c.Evidence = f.participants(g), nil
	for _, m := range g.Members {
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
	if c.State == readout.ContactReported && g.Both {
		c.State = readout.ContactConfirmed
	}
	return c
}

// meet takes over who took part. Who is of one side is decided here, as the
// reports so far have it, and not when the contact is shown.
func (f *File) meet(g *group, c readout.Contact) {
	for _, p := range c.Participants {
		f.join(g, p)
	}
	g.Both = g.Both || f.bothTell(g)
}

// join adds a participant once, of a party and who speaks for it the first that
// was told; the party that tells of it goes before the outlet's own voice.
func (f *File) join(g *group, p readout.Participant) {
	one := f.parties.Canonical(p.Party)
	i := slices.IndexFunc(g.Who, func(q readout.Participant) bool { return f.oneSide(f.parties.Canonical(q.Party), one) })
	switch {
	case i < 0:
		g.Who = append(g.Who, p)
	case g.Who[i].ToldBy == "":
		g.Who[i].ToldBy = p.ToldBy
	}
}

// participants are those of a group by the ids that stand for them now.
func (f *File) participants(g *group) []readout.Participant {
	var out []readout.Participant
	for _, p := range g.Who {
		p.Party, p.ToldBy = f.parties.Canonical(p.Party), f.parties.Canonical(p.ToldBy)
		if !slices.ContainsFunc(out, func(q readout.Participant) bool { return q.Party == p.Party }) {
			out = append(out, p)
		}
	}
	return out
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
