package read

import "readout"

// parties are those that a record needs: persons and states, whom a reader may
// look for, and whatever its other objects point at. A town or hospital that is
// only spoken of is no party.
func parties(all []readout.Party, rec *readout.Record) []readout.Party {
	used := map[string]bool{}
	use := func(ids ...string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, p := range all {
		if p.Kind == readout.Person || p.Kind == readout.State {
			use(p.ID)
		}
	}
	for _, s := range rec.Segments {
		use(s.RelayOf)
	}
	for _, s := range rec.Statements {
		use(s.Speaker, s.Addressee)
		for _, h := range s.Chain {
			use(h.Party)
		}
	}
	for _, r := range rec.Responses {
		use(r.Party)
	}
	for _, c := range rec.Commitments {
		use(c.Obligor...)
		use(c.Teller, c.AskedBy, c.Beneficiary, c.Issuer, c.Addressee)
	}
	for _, c := range rec.Contacts {
		for _, p := range c.Participants {
			use(p.Party, p.ToldBy)
		}
	}
	for _, i := range rec.Incidents {
		use(i.Actor, i.ActorToldBy)
		for _, f := range i.Figures {
			use(f.ToldBy)
		}
	}
	for changed := true; changed; { // what the kept ones belong to
		changed = false
		for _, p := range all {
			for _, id := range append([]string{p.PartOf, p.SpeaksFor, p.Principal}, p.Members...) {
				if used[p.ID] && id != "" && !used[id] {
					used[id], changed = true, true
				}
			}
		}
	}
	var out []readout.Party
	for _, p := range all {
		if used[p.ID] {
			out = append(out, p)
		}
	}
	return out
}
