package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// himself reports that token k stands for the speaker: "I" in his own words, "he" in
// those of the report, or his name.
func (s *scan) himself(d *draft, k int) bool {
	low, _, _ := strings.Cut(strings.ReplaceAll(s.low(k), "’", "'"), "'")
	quoted := s.spoken(d, k) || d.by == "interview" || d.by == "embed"
	switch low {
	case "i", "we":
		return quoted
	case "he", "she", "it", "they":
		return !quoted && s.a.Tokens[k].Relation != "expl" && s.stoodForBy(d, low)
	}
	m := s.mentionAt(k)
	return m != nil && m.Party >= 0 && m.Party == d.party && !quoted
}

// stoodForBy reports that a pronoun can stand for the speaker of a draft.
func (s *scan) stoodForBy(d *draft, pronoun string) bool {
	if d.party < 0 {
		return !d.source.Empty()
	}
	kind := s.a.Parties[d.party].Kind
	person := kind == readout.Person || kind == readout.OfficeKind
	if pronoun == "he" || pronoun == "she" {
		return person || kind == readout.Unnamed || kind == readout.Group
	}
	return !person
}

// mentionAt is the mention that has token k as its last word, or nil.
func (s *scan) mentionAt(k int) *readout.Mention {
	if m := s.endingAt(k); m != nil {
		return m
	}
	return s.startingAt(k)
}

// hisOwn reports that token k heads what is the speaker's: "our drivers", "her
// members", the body that he speaks for.
func (s *scan) hisOwn(d *draft, k int) bool {
	if of := s.under(k, "nmod"); of >= 0 && of < k {
		quoted := s.spoken(d, of) || d.by == "interview" || d.by == "embed"
		switch s.low(of) {
		case "my", "our":
			return quoted
		case "his", "her", "its", "their":
			return !quoted && d.party >= 0
		}
	}
	if d.party < 0 {
		return false
	}
	p := s.a.Parties[d.party]
	if s.l.Acts["body"][s.low(k)] && s.low(k-1) == "the" && s.under(k, "nmod") < 0 && s.inOffice(p) {
		return true // "the company", by who speaks for one
	}
	m := s.mentionAt(k)
	if m == nil || m.Party < 0 || m.Party == d.party {
		return false
	}
	id := s.a.Parties[m.Party].ID
	return id == p.SpeaksFor || id == p.PartOf
}

// inOffice reports who speaks for a body.
func (s *scan) inOffice(p readout.Party) bool {
	if p.SpeaksFor != "" || p.PartOf != "" {
		return true
	}
	for _, o := range p.Offices {
		for _, w := range strings.Fields(strings.ToLower(o.Title)) {
			if s.l.Acts["heading"][w] {
				return true
			}
		}
	}
	return false
}

// peopled reports a word for people or a body.
func (s *scan) peopled(k int) bool {
	if s.l.Acts["people"][s.low(k)] {
		return true
	}
	role := s.l.Roles[s.low(k)]
	if role == lang.RoleNone {
		role = s.l.Roles[strings.TrimSuffix(s.low(k), "s")]
	}
	m := s.mentionAt(k)
	return role != lang.RoleNone && role != lang.RoleDocument || m != nil && m.Kind == readout.NameMention
}

// acting reports that token k stands for somebody who does what he likes.
func (s *scan) acting(k int) bool {
	m := s.mentionAt(k)
	return m != nil && m.Party >= 0 && s.a.Parties[m.Party].Kind != readout.Unnamed || s.peopled(k) || s.low(k) == "he" || s.low(k) == "she" || s.low(k) == "they"
}
