package ledger

import (
	"readout"
	"readout/internal/decision"
	"readout/internal/ledger/ruling"
	"readout/internal/ledger/shelf"
	"readout/internal/store"
)

// obey leaves out the groups that a person has rejected, and gives the others
// the fields that she has corrected.
func obey[T any](c *store.Change, b *ruling.Book, placed []shelf.Placed[T], set func(group *T, f ruling.Field)) []shelf.Placed[T] {
	var kept []shelf.Placed[T]
	for _, p := range placed {
		g := store.GroupOf(p.Group)
		if b.Rejected(g.ID) {
			c.Gone = append(c.Gone, store.Ref{Type: g.Type, ID: g.ID})
			continue
		}
		for _, f := range b.Fields(g.ID) {
			set(&p.Group, f)
		}
		kept = append(kept, p)
	}
	return kept
}

func setParty(p *readout.Party, f ruling.Field) {
	switch f.Name {
	case "name":
		p.Aliases, p.Name = append(p.Aliases, p.Name), f.Value
	case "kind":
		p.Kind = readout.PartyKind(f.Value)
	case "part_of":
		p.PartOf = f.Value
	case "speaks_for":
		p.SpeaksFor = f.Value
	case "principal":
		p.Principal = f.Value
	}
}

func setCommitment(c *readout.Commitment, f ruling.Field) {
	switch f.Name {
	case "what":
		c.What = f.Value
	case "due":
		c.Due = decision.Day(f.Value)
	case "consequence":
		c.Consequence = f.Value
	case "obligor":
		c.Obligor = []string{f.Value}
	}
}

func setContact(c *readout.Contact, f ruling.Field) {
	switch f.Name {
	case "when":
		c.When = decision.Day(f.Value)
	case "where":
		c.Where = f.Value
	case "subject":
		c.Subject = f.Value
	case "form":
		c.Form = readout.ContactForm(f.Value)
	case "state":
		c.State = readout.ContactState(f.Value)
	}
}

func setIncident(i *readout.Incident, f ruling.Field) {
	switch f.Name {
	case "what":
		i.What = f.Value
	case "when":
		i.When = decision.Day(f.Value)
	case "where":
		i.Where = f.Value
	case "actor":
		i.Actor = f.Value
	}
}
