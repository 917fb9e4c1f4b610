package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// nouns finds attributions by a noun with its owner: "Ruiz's claim that", "a denial by
// the board that", "their pledge to pay"; and what many tell: "reports that".
func nouns(s *scan) []draft {
	var out []draft
	for _, sent := range s.a.Sentences {
		if !s.reads(sent) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			c := s.l.CueNouns[s.low(i)]
			if c == nil || s.used[i] || s.quoteAt(i) >= 0 || s.class(i) == readout.Verb || s.low(i-1) == "in" || s.low(i-1) == "no" {
				continue
			}
			if d, ok := s.nounCue(i, c); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// nounCue reads the attribution whose noun is token i.
func (s *scan) nounCue(i int, c *lang.Cue) (draft, bool) {
	u, end := s.nounOwner(i)
	if !u.found() && !(c.Many && strings.HasSuffix(s.low(i), "s")) {
		return draft{}, false
	}
	if s.word(end) == "," && s.low(end+1) == "that" {
		end++
	}
	if w := s.low(end); w != "that" && w != "to" && w != "for" {
		end = s.clauseOf(i, end)
	}
	from := end
	switch s.low(end) {
	case "that":
		if from++; !c.Clause || s.a.Tokens[end].UPOS == "PRON" && s.class(from) == readout.Verb {
			return draft{}, false
		}
	case "to":
		if !c.ToVerb || s.a.Tokens[end].UPOS == "ADP" {
			return draft{}, false
		}
	case "for":
		if from++; len(c.Preps) == 0 {
			return draft{}, false
		}
	default:
		return draft{}, false
	}
	head := s.a.Tokens[end].Head // of the clause that "that", "to" or "for" opens
	if head <= end {
		return draft{}, false
	}
	_, last := s.subtree(head)
	d := draft{
		source: u.source, cue: s.span(i, i+1), party: u.party, form: c, first: i, cueToken: i, sent: s.a.Tokens[i].Sentence,
		parent: -1, pronoun: u.pronoun, poster: -1,
	}
	if m := s.endingAt(i); !u.found() && m != nil && m.Party >= 0 && s.a.Parties[m.Party].Kind == readout.Unnamed {
		d.source, d.cue, d.party = m.Range, readout.Range{}, m.Party // "reports that": they tell themselves
	}
	d.grade, d.why = readout.Guessed, "nobody stands with it"
	if u.found() {
		d.grade, d.why = s.gradeOf(u)
	}
	return s.with(d, from, last)
}

// clauseOf is the "that" of the clause that the parse hangs on the noun at token i, behind
// a time or a phrase: "claims in court that"; end where there is none.
func (s *scan) clauseOf(i, end int) int {
	for _, k := range s.dependents(i, "acl", "ccomp", "acl:relcl") {
		if mark := s.under(k, "mark"); mark > end && mark < i+9 && s.low(mark) == "that" && s.a.Tokens[mark].UPOS == "SCONJ" && !s.commaBetween(end, mark) {
			return mark
		}
	}
	return end
}

// nounOwner is whose the noun at token i is, "Ruiz's latest claim" or "a claim by
// Ruiz", and the token behind both.
func (s *scan) nounOwner(i int) (subject, int) {
	if w := s.low(i + 1); w == "by" || w == "from" {
		if u, end := s.named(i+2, s.sentence(i).Last); u.found() {
			if u = s.withName(u); u.last > end {
				end = u.last
			}
			if s.word(end) == "," {
				end++
			}
			return u, end
		}
	}
	k := i - 1
	for k > s.sentence(i).First && s.a.Tokens[k].UPOS == "ADJ" {
		k--
	}
	var m *readout.Mention
	switch low := s.low(k); {
	case s.possessive(k), low == "'", low == "’":
		if m = s.endingAt(k); m == nil {
			m = s.endingAt(k - 1)
		}
	case low == "his" || low == "her" || low == "its" || low == "their":
		m = s.startingAt(k)
	}
	if m == nil || m.Party < 0 {
		return subject{party: -1}, i + 1
	}
	return s.mentioned(m, 0, s.tokenAt(m.End)), i + 1
}
