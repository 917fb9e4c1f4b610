package party

import (
	"slices"
	"strings"

	"readout"
)

// identify ties, after a report is taken in, its offices to their holders and
// its bodies to the same body under another spelling.
func (f *File) identify(parties []readout.Party) {
	for _, p := range parties {
		if p.Kind != readout.Person {
			continue
		}
		for _, o := range p.Offices {
			if key := f.titleKey(o.Title); o.To == "" && strings.HasPrefix(key, "@") && strings.Contains(key, " ") {
				include(f.holders, key, p.ID)
			}
		}
	}
	for _, p := range parties {
		switch p.Kind {
		case readout.OfficeKind:
			if holder := f.holder(p, parties); holder != "" {
				f.same.Put(p.ID, holder)
			}
		case readout.Institution, readout.Force, readout.Agency:
			key := f.bodyKey(p.Name)
			if !strings.HasPrefix(key, "@") || !strings.Contains(key, " ") {
				continue
			}
			if first := text(f.bodies, key); first == "" {
				f.bodies.Put(key, p.ID)
			} else if first != p.ID {
				f.same.Put(p.ID, first)
			}
		}
	}
}

// titleKey is a title in the form in which two are compared: the state or body
// that it belongs to first, as "@id", then its own words. "Prime minister of
// Ostra", "Ostra's prime minister" and "the Ostran prime minister" have one.
func (f *File) titleKey(title string) string {
	return ordered(f.fold(title, func(id string) bool {
		k := f.group(id).kind()
		return k != readout.OfficeKind && k != readout.Person
	}))
}

// bodyKey is the same of a body's name, with states alone folded.
func (f *File) bodyKey(name string) string {
	return ordered(f.fold(name, func(id string) bool { return f.group(id).kind() == readout.State }))
}

func ordered(words []string) string {
	var body, rest []string
	for _, w := range words {
		switch {
		case strings.HasPrefix(w, "@"):
			body = append(body, w)
		case w == "ceo":
			rest = append(rest, "chief", "executive")
		case w != "of" && w != "the" && w != "for":
			rest = append(rest, w)
		}
	}
	return strings.Join(append(body, rest...), " ")
}

// holder is the one person who holds an office: of the file where the office
// names its body, else of the report; "" where there is none or more than one.
// An unnamed source has words for a name and no office.
func (f *File) holder(office readout.Party, report []readout.Party) string {
	key := f.titleKey(office.Name)
	if strings.HasPrefix(key, "@") {
		return f.one(list(f.holders, key))
	}
	var found []string
	for _, p := range report {
		if p.Kind == readout.Person && slices.ContainsFunc(p.Offices, func(o readout.Office) bool {
			return o.To == "" && titleRole(o.Title) != noRole && f.titleKey(o.Title) == key
		}) {
			found = append(found, p.ID)
		}
	}
	return f.one(found)
}

// governing are the bodies whose word is their state's.
var governing = words("government cabinet presidency kremlin")

// placeBody puts a body into the state that its name begins with: "the Ostran
// army", "Ostra's foreign ministry". Nothing else of a name says so: a
// newspaper of Ostra is no part of it.
func (f *File) placeBody(p *readout.Party) {
	key := strings.Fields(f.bodyKey(p.Name))
	if len(key) < 2 {
		return
	}
	state, ok := strings.CutPrefix(key[0], "@")
	if !ok || state == p.ID || f.group(state).kind() != readout.State || !slices.Contains(ofState, key[len(key)-1]) {
		return
	}
	if p.PartOf == "" {
		p.PartOf = state
	}
	if p.SpeaksFor == "" && (slices.Contains(governing, key[len(key)-1]) || key[len(key)-2] == "foreign") {
		p.SpeaksFor = state
	}
}

// ofState are the last words of the names of a state's own bodies.
var ofState = words(`government cabinet presidency ministry department army navy military forces police guard
	parliament authority authorities administration embassy command office`)
