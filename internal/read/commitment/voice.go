package commitment

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// speaks reports that the speaker's word binds a party which is not himself:
// the state of a minister, the body of its head, the person of a spokesman.
func (f *finder) speaks(st *readout.Statement, a layer.Actor) bool {
	if f.binds(st.Speaker, a) {
		return true
	}
	switch a.Party.Kind {
	case readout.State:
		return f.titled(st, "responsible") && (f.linked(st.Speaker, a.Party.ID) || f.native(st.Speaker, a.Party.ID))
	case readout.Institution, readout.Force:
		return f.titled(st, "responsible") && f.linked(st.Speaker, a.Party.ID)
	case readout.Person, readout.OfficeKind:
		return f.titled(st, "voice") && f.linked(st.Speaker, a.Party.ID)
	}
	return false
}

// titled reports that a word of the kind stands in the speaker's titles.
func (f *finder) titled(st *readout.Statement, kind string) bool {
	for _, w := range f.titles(st) {
		if strings.Contains(f.words[w], " "+kind+" ") {
			return true
		}
	}
	return false
}

// linked reports that the report introduces the speaker by the party:
// "Danish minister Ruiz", "Ruiz, a spokesman for Holt".
func (f *finder) linked(speaker, party string) bool {
	for _, id := range f.links(speaker) {
		if id == party {
			return true
		}
	}
	return false
}

// native reports a speaker who may well speak for a state though the report
// does not say whose he is: it introduces him by no state, and nobody by this.
func (f *finder) native(speaker, state string) bool {
	for _, id := range f.links(speaker) {
		if p := f.Party(id); p != nil && p.Kind == readout.State {
			return false
		}
	}
	for i := range f.A.Parties {
		if p := &f.A.Parties[i]; p.ID != speaker && (p.Kind == readout.Person || p.Kind == readout.OfficeKind) && f.linked(p.ID, state) {
			return false
		}
	}
	return true
}

// stands reports that a party's word is the speaker's own by what the report
// says of them, without any guess.
func (f *finder) stands(speaker, party string) bool {
	p := f.Party(party)
	return p != nil && (speaker == party || f.binds(speaker, layer.Actor{Party: p}) || f.linked(speaker, party))
}

// links are the parties in the phrases by which the report introduces a
// speaker; they are looked for once.
func (f *finder) links(speaker string) []string {
	if out, ok := f.linksOf[speaker]; ok {
		return out
	}
	out := f.introductions(speaker)
	f.linksOf[speaker] = out
	return out
}

func (f *finder) introductions(speaker string) []string {
	var out []string
	for _, m := range f.A.Mentions {
		if m.Party < 0 || f.A.Parties[m.Party].ID != speaker || !f.introduces(m) {
			continue
		}
		for k := f.At(m.Start); k < f.At(m.End); k++ {
			if up := f.head(k); up < f.At(m.Start) || up >= f.At(m.End) {
				out = append(out, f.introduced(k, speaker, 0)...)
			}
		}
		for k := f.At(m.Start); k < f.At(m.End); k++ {
			out = append(out, f.partyAt(k, speaker)...)
		}
	}
	return out
}

// introduces reports a mention that says who somebody is: a name, the phrase
// that stands for one, or "a spokesman for"; who "the Danish leader" is has only
// been worked out.
func (f *finder) introduces(m readout.Mention) bool {
	if m.Kind == readout.NounMention {
		for k := f.At(m.Start); k < f.At(m.End); k++ {
			if f.is(k, "voice") {
				return true
			}
		}
		return strings.Contains(f.Text(m.Range), f.A.Parties[m.Party].Name)
	}
	return m.Kind == readout.NameMention
}

// introduced are the parties in the phrase of a head, but not in a clause that
// hangs on it.
func (f *finder) introduced(i int, speaker string, depth int) []string {
	var out []string
	for _, k := range f.kids[i] {
		if _, last := f.ends(k); f.related(k, "appos") && k > i && !f.Punct(last+1) {
			continue // "according to Ruiz, the Danish leader agreed"
		}
		if depth < 5 && f.related(k, "nmod", "appos", "compound", "amod", "flat", "nsubj") && f.A.Tokens[k].UPOS != "VERB" {
			out = append(out, f.partyAt(k, speaker)...)
			out = append(out, f.introduced(k, speaker, depth+1)...)
		}
	}
	return out
}

// partyAt are the parties but the speaker that a word names: by a mention that
// ends with it, or as the adjective of a state.
func (f *finder) partyAt(k int, speaker string) []string {
	var out []string
	if a, ok := f.Ending(k); ok && a.Party.ID != speaker && (!a.Pronoun || f.related(k, "nmod")) {
		out = append(out, a.Party.ID)
	}
	if p := f.StateOf(f.Word(k)); p != nil {
		out = append(out, p.ID)
	}
	for i := range f.A.Parties {
		p := &f.A.Parties[i]
		for _, alias := range p.Aliases {
			if alias == f.Word(k) && p.ID != speaker {
				out = append(out, p.ID)
			}
		}
	}
	return out
}
