package query

import (
	"slices"

	"readout"
)

// place is a cell of the table of positions.
type place struct{ proposition, party string }

// table gathers, for every cell, the voices that bear on it.
type table struct {
	ledger    *readout.Ledger
	witnesses map[string]Witness
	asOf      string
	parties   map[string]*readout.Party
	heard     map[string]bool             // party id → it has spoken or answered, or somebody has for it
	leads     map[string][]string         // party id → those whose principal it is
	day       map[string]string           // statement id → latest day it can have been made
	stances   map[string][]readout.Stance // by proposition; those on record by the day
	voices    map[place][]voice
}

func newTable(l *readout.Ledger, witnesses map[string]Witness, asOf string) *table {
	t := &table{
		ledger: l, witnesses: witnesses, asOf: asOf,
		parties: map[string]*readout.Party{}, heard: map[string]bool{}, leads: map[string][]string{}, day: days(l, witnesses),
		stances: map[string][]readout.Stance{}, voices: map[place][]voice{},
	}
	for i := range l.Parties {
		p := &l.Parties[i]
		t.parties[p.ID] = p
		if p.Principal != "" {
			t.leads[p.Principal] = append(t.leads[p.Principal], p.ID)
		}
	}
	for _, r := range l.Responses {
		t.hear(r.Party)
	}
	for _, s := range l.Stances {
		if s.Value != readout.SecondHand {
			t.hear(s.Party)
		}
		if !t.counts(s) {
			continue
		}
		t.stances[s.Proposition] = append(t.stances[s.Proposition], s)
		if s.Value == readout.Questions || s.Value == readout.SecondHand {
			continue
		}
		v := voice{Stance: s, day: t.day[s.Statement], grade: witnesses[s.Statement].Grade}
		for whole, basis := range t.wholes(s.Party) {
			v.basis = basis
			at := place{s.Proposition, whole}
			t.voices[at] = append(t.voices[at], v)
		}
	}
	return t
}

// hear notes that a party has spoken, and those that it speaks for.
func (t *table) hear(party string) {
	t.heard[party] = true
	if p := t.parties[party]; p != nil {
		t.heard[p.SpeaksFor] = true
	}
}

// counts reports whether a stance is somebody's and was on record by the day.
func (t *table) counts(s readout.Stance) bool {
	_, known := t.witnesses[s.Statement]
	return known && s.Party != "" && t.by(t.day[s.Statement])
}

// by reports whether a day is not after the one asked for.
func (t *table) by(day string) bool { return t.asOf == "" || day <= t.asOf }

// days gives each statement the latest day it can have been made: no later
// than any other witness of the same utterance says, so that a late report of
// old words does not make them new. Without a date it is the day of
// publication.
func days(l *readout.Ledger, witnesses map[string]Witness) map[string]string {
	day := make(map[string]string, len(witnesses))
	for id, w := range witnesses {
		if day[id] = lastDay(w.Said); day[id] == "" {
			day[id] = lastDay(w.Published)
		}
	}
	for _, u := range l.Utterances {
		first := lastDay(u.Said)
		for _, id := range u.Statements {
			if d := day[id]; d != "" && (first == "" || d < first) {
				first = d
			}
		}
		for _, id := range u.Statements {
			day[id] = first
		}
	}
	return day
}

// weakness orders the links by which one party's word is another's.
var weakness = []Basis{OfItself, SpeaksFor, OfMember, beside}

// wholes gives every party on which the word of id bears, itself among them,
// each with the strongest way of doing so. Outlets and agencies speak for
// themselves only: a state's agency that relays is not the state.
func (t *table) wholes(id string) map[string]Basis {
	found := map[string]Basis{}
	var climb func(id string, b Basis)
	climb = func(id string, b Basis) {
		if had, ok := found[id]; ok && slices.Index(weakness, had) <= slices.Index(weakness, b) {
			return
		}
		found[id] = b
		link := func(to string, by Basis) {
			if to != "" {
				climb(to, weakness[max(slices.Index(weakness, b), slices.Index(weakness, by))])
			}
		}
		for _, led := range t.leads[id] {
			link(led, OfItself)
		}
		p := t.parties[id]
		if p == nil || p.Kind == readout.Outlet || p.Kind == readout.Agency {
			return
		}
		if p.Kind == readout.Unnamed {
			link(p.SpeaksFor, beside)
			link(p.PartOf, beside)
			return
		}
		link(p.SpeaksFor, SpeaksFor)
		link(p.PartOf, OfMember)
		for _, m := range p.Members { // joint speakers: the word of each
			link(m, OfItself)
		}
	}
	climb(id, OfItself)
	return found
}

// nest marks the positions, all of one proposition, whose statements a larger
// party's position shows.
func (t *table) nest(lines []Position) {
	for i := range lines {
		p := &lines[i]
		if known := t.parties[p.Party]; known != nil && len(known.Members) > 0 {
			continue // joint speakers are above none of their members
		}
		for j := range lines {
			w := &lines[j]
			if w.Party == p.Party || p.Under != "" {
				continue
			}
			_, within := t.wholes(p.Party)[w.Party]
			_, back := t.wholes(w.Party)[p.Party]
			if within && !back && shows(w, p.Statements) {
				p.Under = w.Party
			}
		}
	}
}

func shows(p *Position, statements []string) bool {
	return !slices.ContainsFunc(statements, func(id string) bool {
		return !slices.Contains(p.Statements, id) && !slices.Contains(p.Voices, id) && !slices.Contains(p.Dissent, id)
	})
}
