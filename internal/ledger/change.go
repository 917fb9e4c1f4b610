package ledger

import (
	"crypto/sha256"
	"encoding/json"

	"readout"
)

// groups is a hash of the JSON of every group, by kind and id: enough to see
// what has changed, and small beside the groups.
type groups map[string][sha256.Size]byte

func groupsOf(l *readout.Ledger) groups {
	g := groups{}
	each(l, func(key string, group any) {
		before := g[key] // of another group with this key, else nothing
		g[key] = sha256.Sum256(append(before[:], text(group)...))
	})
	return g
}

// text is the form in which groups are compared; a group that cannot be
// written as JSON could not be kept either.
func text(group any) []byte {
	b, err := json.Marshal(group)
	if err != nil {
		return []byte(err.Error())
	}
	return b
}

// lost reports whether a group is there no more.
func (g groups) lost(now groups) bool {
	for key := range g {
		if _, ok := now[key]; !ok {
			return true
		}
	}
	return false
}

func each(l *readout.Ledger, do func(key string, group any)) {
	walk(l.Parties, func(p readout.Party) { do("party "+p.ID, p) })
	walk(l.Utterances, func(u readout.Utterance) { do("utterance "+u.ID, u) })
	walk(l.Propositions, func(p readout.Proposition) { do("proposition "+p.ID, p) })
	walk(l.Stances, func(s readout.Stance) { do(stanceKey(s), s) })
	walk(l.Responses, func(r readout.Response) { do("response "+r.ID, r) })
	walk(l.Commitments, func(c readout.Commitment) { do("commitment "+c.ID, c) })
	walk(l.Contacts, func(c readout.Contact) { do("contact "+c.ID, c) })
	walk(l.Incidents, func(i readout.Incident) { do("incident "+i.ID, i) })
	walk(l.Stories, func(s readout.Story) { do("story "+s.ID, s) })
	walk(l.Origins, func(o readout.Origin) { do("origin "+o.ID, o) })
	walk(l.Revisions, func(r readout.Revision) { do("revision "+r.ID, r) })
}

func stanceKey(s readout.Stance) string {
	return "stance " + s.Statement + " " + s.Proposition + " " + s.Party
}

func walk[T any](list []T, do func(T)) {
	for _, v := range list {
		do(v)
	}
}

// changes is what of a ledger, the groups of which are now, is not in the store
// as it is.
func changes(kept, now groups, l *readout.Ledger) *readout.Ledger {
	changed := func(key string) bool { return kept[key] != now[key] }
	return &readout.Ledger{
		Parties:      keep(l.Parties, func(p readout.Party) bool { return changed("party " + p.ID) }),
		Utterances:   keep(l.Utterances, func(u readout.Utterance) bool { return changed("utterance " + u.ID) }),
		Propositions: keep(l.Propositions, func(p readout.Proposition) bool { return changed("proposition " + p.ID) }),
		Stances:      keep(l.Stances, func(s readout.Stance) bool { return changed(stanceKey(s)) }),
		Responses:    keep(l.Responses, func(r readout.Response) bool { return changed("response " + r.ID) }),
		Commitments:  keep(l.Commitments, func(c readout.Commitment) bool { return changed("commitment " + c.ID) }),
		Contacts:     keep(l.Contacts, func(c readout.Contact) bool { return changed("contact " + c.ID) }),
		Incidents:    keep(l.Incidents, func(i readout.Incident) bool { return changed("incident " + i.ID) }),
		Stories:      keep(l.Stories, func(s readout.Story) bool { return changed("story " + s.ID) }),
		Origins:      keep(l.Origins, func(o readout.Origin) bool { return changed("origin " + o.ID) }),
		Revisions:    keep(l.Revisions, func(r readout.Revision) bool { return changed("revision " + r.ID) }),
	}
}

func keep[T any](list []T, wanted func(T) bool) []T {
	var out []T
	for _, v := range list {
		if wanted(v) {
			out = append(out, v)
		}
	}
	return out
}
