package party

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// The words of a title that make its holder decide for a state or a body,
// those that make him speak for it, and those that take it back.
var (
	highest   = words("president chancellor king queen emir sultan premier")
	heads     = words("chair chairman chairwoman chairperson ceo")
	speaking  = words("spokesman spokeswoman spokesperson minister ministry aide adviser advisor envoy ambassador secretary diplomat negotiator leader")
	notTheOne = words("former ex vice deputy acting designate elect assistant late candidate")
)

func words(list string) []string { return strings.Fields(list) }

// role is what a title makes of its holder.
type role uint8

const (
	noRole   role = iota
	voice         // speaks for the body in the title
	deciding      // is its principal
)

// titleRole reads a title: "Velmaran president", "prime minister of Ostra",
// "chief executive of Brant Lines", "Velmaran foreign ministry spokesman".
func titleRole(title string) role {
	w := match.Words(title)
	has := func(list []string) bool {
		return slices.ContainsFunc(w, func(x string) bool { return slices.Contains(list, x) })
	}
	line := " " + strings.Join(w, " ") + " "
	speaks := has(speaking)
	switch {
	case has(notTheOne):
		return noRole
	case strings.Contains(line, " prime minister ") && !has(words("spokesman spokeswoman spokesperson aide adviser advisor office")):
		return deciding
	case strings.Contains(line, " chief executive "), has(heads), has(highest) && !speaks:
		return deciding
	case speaks, has(highest):
		return voice
	}
	return noRole
}

// bodyOf finds the party that a title names, a body before a state.
func (f *File) bodyOf(title, holder string) string {
	state := ""
	for _, w := range f.Fold(title) {
		id, ok := strings.CutPrefix(w, "@")
		if !ok || id == holder {
			continue
		}
		switch f.group(id).kind() {
		case readout.Institution, readout.Force, readout.Group, readout.Agency:
			return id
		case readout.State:
			state = id
		}
	}
	return state
}

// place fills part_of and speaks_for from the titles, and from the names of
// bodies, where the reports do not say it themselves.
func (f *File) place(p *readout.Party, offices []readout.Office) {
	if p.Kind == readout.Institution || p.Kind == readout.Force {
		f.placeBody(p)
	}
	if p.Kind != readout.Person && p.Kind != readout.OfficeKind {
		return
	}
	for _, o := range offices {
		body := f.bodyOf(o.Title, p.ID)
		if body == "" || o.To != "" || titleRole(o.Title) == noRole {
			continue
		}
		if p.PartOf == "" {
			p.PartOf = body
		}
		if p.SpeaksFor == "" {
			p.SpeaksFor = body
		}
	}
}

// principals lists, for each body, who holds a highest office of it by title.
// A state with a president and a prime minister has two: then nobody is taken.
func (f *File) principals(named []*group) map[string][]string {
	found := map[string][]string{}
	for _, g := range named {
		id := g.ID
		if g.kind() != readout.Person && g.kind() != readout.OfficeKind || f.Canonical(id) != id {
			continue
		}
		for _, o := range g.Offices {
			if o.To != "" || titleRole(o.Title) != deciding {
				continue
			}
			if body := f.bodyOf(o.Title, id); body != "" {
				found[body] = union(found[body], []string{id})
			}
		}
	}
	return found
}

// leadsAnother: by title the head of another state than this one.
func (f *File) leadsAnother(person, state string, principals map[string][]string) bool {
	if slices.Contains(principals[state], person) {
		return false
	}
	for body, heads := range principals {
		if f.group(body).kind() == readout.State && slices.Contains(heads, person) {
			return true
		}
	}
	return false
}
