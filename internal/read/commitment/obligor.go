package commitment

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// members are the parties of a joint speaker, or the party alone.
func (f *finder) members(id string) []string {
	if p := f.Party(id); p != nil && p.Kind == readout.Group && len(p.Members) > 0 {
		return p.Members
	}
	return []string{id}
}

// both are the speaker and the other side of the contact that "they" of his
// sentence stands for: "has been in contact with Holt and said they agreed".
func (f *finder) both(p *readout.Statement, cue int) []string {
	s := f.Sentence(cue)
	for k := cue; k > s.First; k-- {
		if f.Low(k) != "with" {
			continue
		}
		switch f.Low(k - 1) {
		case "contact", "met", "talks", "spoke", "spoken", "meeting", "conversation":
			if a, ok := f.Starting(k + 1); ok && a.Party.ID != p.Speaker {
				return []string{p.Speaker, a.Party.ID}
			}
		}
	}
	return nil
}

// main: not the consequence of what others do, nor a clause that hangs on
// another: "when they see it, we will", yes; "a bridge that we will", no.
func (f *finder) main(k int, content readout.Range) bool {
	for j := k - 1; j >= 0 && j > k-4 && f.A.Tokens[j].Start >= content.Start && !f.Punct(j); j-- {
		switch f.Low(j) {
		case "which", "who", "whether", "what", "if", "how", "where", "when", "think", "hope", "believe", "sure":
			return false
		}
	}
	return f.A.Tokens[max(k-1, 0)].Start <= content.Start || !f.Noun(k-2) || f.Low(k-2) == "here" // "steps we will take"
}

// mine are the obligors of a sentence in the future: the speaker, where its
// subject stands for him or for a body that he decides or speaks for.
func (f *finder) mine(st *readout.Statement, modal int, content readout.Range) []string {
	w := f.Low(modal)
	if strings.HasSuffix(w, "'ll") && (w == "i'll" || w == "we'll") && (f.Quoted(modal) >= 0 || st.Mode == readout.Direct) {
		return f.members(st.Speaker)
	}
	low := f.Low(modal - 1)
	if f.A.Tokens[modal].Start <= content.Start {
		return nil
	}
	quoted := f.Quoted(modal) >= 0 || st.Mode == readout.Direct
	switch low {
	case "i", "we":
		if quoted {
			return f.members(st.Speaker)
		}
		return nil
	case "he", "she", "it", "they":
		if quoted {
			break
		}
		if a, ok := f.Ending(modal - 1); ok && a.Party.ID != st.Speaker && low != "they" {
			break
		}
		if p := f.Party(st.Speaker); low == "they" && p != nil && p.Kind == readout.Person {
			return nil
		}
		if f.At(content.Start) >= modal-2 { // the subject of the whole content
			return f.members(st.Speaker)
		}
		return nil
	default:
		if a, ok := f.Ending(modal - 1); ok && f.binds(st.Speaker, a) && a.First <= f.At(content.Start)+1 {
			return []string{a.Party.ID}
		}
	}
	if quoted && f.oath(content) {
		return f.members(st.Speaker)
	}
	return nil
}

// binds reports that a speaker can promise for a party: himself, or the body
// or state that he heads or speaks for by the report's own words.
func (f *finder) binds(speaker string, a layer.Actor) bool {
	if a.Party.ID == speaker || a.Party.Principal == speaker {
		return true
	}
	p := f.Party(speaker)
	if p == nil {
		return false
	}
	if p.PartOf == a.Party.ID || p.SpeaksFor == a.Party.ID {
		return true
	}
	if a.Party.Kind != readout.Institution || p.PartOf != "" {
		return false
	}
	for _, o := range p.Offices {
		low := strings.ToLower(o.Title)
		if strings.Contains(low, "chief executive") || strings.Contains(low, "chairman") || strings.Contains(low, "chairwoman") {
			return true
		}
	}
	return false
}

// oath: "that is a promise", "you have my word", "hold me to that".
func (f *finder) oath(content readout.Range) bool {
	low := " " + strings.ReplaceAll(strings.ToLower(f.Text(content)), "’", "'") + " "
	for _, w := range []string{" hold me to ", " hold us to ", " my word", " our word", " is a promise", " i promise", " we promise", " i guarantee", " we guarantee"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}
