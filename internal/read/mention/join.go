package mention

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

var kinds = map[runKind]readout.PartyKind{
	person: readout.Person, institution: readout.Institution, outlet: readout.Outlet, agency: readout.Agency, state: readout.State,
}

// join gives each run its party: first the full names, then what is only part
// of one (a surname, an acronym), then what stands alone.
func (f *finder) join() {
	f.spelledOut = map[string]string{}
	for _, r := range f.runs {
		if words := strings.Fields(f.nameOf(r)); r.kind == institution && len(words) > 2 {
			f.spelledOut[initials(words)] = strings.Join(words, " ")
		}
	}
	for i := range f.runs {
		r := &f.runs[i]
		switch r.kind {
		case person:
			if r.end-r.name > 1 {
				r.party = f.party(f.nameOf(*r), readout.Person)
				if g := f.runGender(*r); g != "" {
					f.gender[r.party] = g
				} else if f.gender[r.party] == "" {
					f.gender[r.party] = f.givenGender(f.parties[r.party].Name, false)
				}
			}
		case institution, outlet, agency, state:
			if !f.mayBeShort(*r) {
				r.party = f.body(*r)
			}
		}
	}
	f.short = newNamesakes(f)
	for i := range f.runs {
		r := &f.runs[i]
		if r.party < 0 && (r.kind == person || r.kind == unsure || r.kind == institution) {
			switch r.party = f.partOf(*r, i); {
			case r.party >= 0:
			case r.kind == person:
				r.party = f.misspelt(*r)
			case r.kind == institution:
				r.party = f.body(*r)
			}
			if r.party >= 0 {
				f.short.add(f, i)
			}
		}
	}
	for i := range f.runs {
		r := &f.runs[i]
		if r.party < 0 && r.kind == person {
			r.party = f.party(f.nameOf(*r), readout.Person)
		}
		if r.party < 0 && r.kind == unsure && f.acts(*r) {
			r.party = f.party(f.nameOf(*r), readout.Institution)
			f.perhaps[r.party] = r.end-r.name == 1 && !f.neuter(*r) && !f.several(r.end)
		}
		if r.party >= 0 {
			f.mention(*r)
		}
	}
}

// mayBeShort reports one word for a body, "a spokesman for Velm", that may be the
// beginning of a longer name in the text; "UN" and "Parliament" are not short for their
// committees.
func (f *finder) mayBeShort(r run) bool {
	name := f.nameOf(r)
	return r.kind == institution && r.end-r.name == 1 && f.l.Places.Seats[name].Name == "" && !acronym(name) && f.role(r.name) != lang.RoleInstitution
}

// body makes or finds the body, outlet, agency or state of a run.
func (f *finder) body(r run) int {
	name := f.nameOf(r)
	if full := f.spelledOut[strings.ReplaceAll(name, ".", "")]; full != "" && acronym(name) {
		p := f.party(full, readout.Institution)
		f.alias(p, name)
		return p
	}
	pl := f.l.Places
	switch r.kind {
	case state:
		usual := pl.States[name]
		if usual == "" {
			usual = pl.Capitals[name]
		}
		if usual == "" {
			usual = name
		}
		p := f.party(usual, readout.State)
		if usual != name {
			f.alias(p, name)
		}
		return p
	case agency:
		p := f.party(f.l.Agencies[name], readout.Agency)
		if f.l.Agencies[name] != name {
			f.alias(p, name)
		}
		return p
	}
	kind := kinds[r.kind]
	if seat := pl.Seats[name]; seat.Name != "" {
		kind = readout.PartyKind(seat.Kind)
	}
	full := name
	if r.start == r.name && r.end-r.name >= 2 && f.stateNamed(f.word(r.name)) != "" {
		p := f.party(full, kind)
		f.parties[p].PartOf = f.parties[f.party(f.stateNamed(f.word(r.name)), readout.State)].ID
		return p
	}
	p := f.party(full, kind)
	f.seat(p, name)
	return p
}

// seat notes what a seat of power is part of.
func (f *finder) seat(party int, name string) {
	seat := f.l.Places.Seats[name]
	if seat.PartOf == "" {
		return
	}
	of := readout.State
	if other, ok := f.l.Places.Seats[seat.PartOf]; ok {
		of = readout.PartyKind(other.Kind)
	}
	f.parties[party].PartOf = f.parties[f.party(seat.PartOf, of)].ID
}

// partOf finds the party that a short name is short for: the person of that
// surname, nearest before, else the first after; a body by its initials or by
// one of its words.
func (f *finder) partOf(r run, at int) int {
	name := f.nameOf(r)
	words := strings.Fields(name)
	gender := f.runGender(r)
	return f.short.nearest(at, name, words, func(i int) bool {
		o := f.runs[i]
		if o.party < 0 || i == at || o.end-o.name <= len(words) {
			return false
		}
		full := strings.Fields(f.parties[o.party].Name)
		if h := f.gender[o.party]; gender != "" && h != "" && gender != h {
			return false
		}
		switch f.parties[o.party].Kind {
		case readout.Person:
			return r.kind != institution && (hasSuffix(full, words) || len(words) == 1 && !innerCapital(name) && (full[0] == name && len(full) <= 3 || contains(full[1:], name)))
		case readout.Institution, readout.Outlet:
			return initials(full) == strings.ReplaceAll(name, ".", "") || hasPrefix(full, words) && f.onlyPrefix(words, o.party)
		}
		return false
	})
}

func hasSuffix(full, part []string) bool {
	return len(full) > len(part) && strings.Join(full[len(full)-len(part):], " ") == strings.Join(part, " ")
}

// onlyPrefix reports that no other body's name begins with these words.
func (f *finder) onlyPrefix(words []string, party int) bool {
	for _, p := range f.short.parties[foreKey(words)] {
		if p != party && hasPrefix(strings.Fields(f.parties[p].Name), words) {
			return false
		}
	}
	return true
}

func hasPrefix(full, part []string) bool {
	return len(full) > len(part) && strings.Join(full[:len(part)], " ") == strings.Join(part, " ")
}

func initials(words []string) string {
	s := ""
	for _, w := range words {
		if w[0] >= 'A' && w[0] <= 'Z' {
			s += w[:1]
		}
	}
	if len(s) < 2 {
		return "-"
	}
	return s
}

// several reports that the verb at token i goes with a plural.
func (f *finder) several(i int) bool {
	if i >= len(f.a.Tokens) {
		return false
	}
	switch f.low(i) {
	case "are", "were", "have", "do", "don't", "don’t", "aren't", "aren’t", "weren't", "weren’t":
		return true
	}
	return false
}

// acts reports that a name stands before a verb or behind one that it could be
// the subject of, or behind "by" or "according to".
func (f *finder) acts(r run) bool {
	for k := r.end; k < len(f.a.Tokens) && k < r.end+4; k++ {
		switch f.class(k) {
		case readout.Verb, readout.Auxiliary:
			return true
		case readout.Adverb, readout.Negation, readout.Conjunction, readout.Proper:
			continue
		}
		break
	}
	if r.end+1 < len(f.a.Tokens) && f.word(r.end) == "," { // "Pharmex, which made it, said"
		if w := f.low(r.end + 1); w == "which" || w == "who" {
			return true
		}
	}
	if r.start == 0 {
		return false
	}
	before := f.low(r.start - 1)
	if before == "by" || before == "to" && r.start > 1 && f.low(r.start-2) == "according" {
		return true
	}
	forms := f.l.Forms[before]
	return len(forms) > 0 && forms[0].Quote && r.start > 1 && f.a.Tokens[r.start-2].Kind == readout.Punct
}

// mention records a run, with its title, determiner and possessive owner.
func (f *finder) mention(r run) {
	start := r.start
	if start > 0 && f.class(start-1) == readout.Determiner && f.low(start-1) != "what" && f.low(start-1) != "which" && f.low(start-1) != "that" && f.a.Tokens[start-1].Sentence == f.a.Tokens[start].Sentence && f.parties[r.party].Kind != readout.State {
		start--
	}
	start = f.possessor(start)
	if f.text[f.a.Tokens[start].Start:f.a.Tokens[r.end-1].End] != f.parties[r.party].Name {
		f.alias(r.party, f.nameOf(r))
		if r.start < r.name {
			f.alias(r.party, f.text[f.a.Tokens[r.start].Start:f.a.Tokens[r.end-1].End])
		}
	}
	if r.start < r.name && f.parties[r.party].Kind == readout.Person {
		f.title(r)
	}
	if s := f.l.Places.States[f.word(start)]; s != "" && start < r.start && f.of[r.party] == "" {
		f.of[r.party] = s // "Denmark's Ana Ruiz"
	}
	f.add(start, r.end, readout.NameMention, r.party, true)
}

// possessor moves the start of a mention over "Velm's" in front of it.
func (f *finder) possessor(start int) int {
	first := f.a.Sentences[f.a.Tokens[start].Sentence].First
	if start-1 <= first || f.word(start-1) != "'s" && f.word(start-1) != "’s" {
		return start
	}
	k := start - 1
	for k > first && f.class(k-1) == readout.Proper {
		k--
	}
	if k == start-1 {
		return start
	}
	return k
}
