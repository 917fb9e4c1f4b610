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
