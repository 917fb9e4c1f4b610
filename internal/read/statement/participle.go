package statement

import (
	"readout"
	"readout/internal/lang"
)

// participles finds "..., adding that ...", "citing the cost": the cue has no
// subject of its own and takes the speaker of the statement before it in the
// sentence, not the name that stands nearest.
func participles(s *scan) []draft {
	var out []draft
	for i, f := range s.unused() {
		if s.quoteAt(i) >= 0 || f.Tense != lang.Gerund {
			continue
		}
		if d, ok := s.reporting(i, f); ok {
			out = append(out, d)
			continue
		}
		if (f.Lemma == "quote" || f.Lemma == "cite") && s.quotes(i) {
			continue
		}
		if s.scenic(i) || !s.hangs(i, s.sentence(i)) || s.weak(f.Lemma) && i == s.sentence(i).First {
			continue
		}
		u := s.owner(i, out)
		next := s.behindVerb(i, f)
		if !u.found() {
			continue
		}
		if d, ok := s.complement(u, f, i, i, next); ok {
			d.grade, d.why = readout.Inherited, "participle: speaker of the clause before it"
			if u.party < 0 || !u.sure {
				d.grade, d.why = readout.Guessed, "participle without a clear speaker"
			}
			out = append(out, d)
		}
	}
	return out
}

// scenic reports a participle in front that tells how what follows came to be said:
// "Writing a column for the Post, Ruiz said".
func (s *scan) scenic(i int) bool {
	return i == s.sentence(i).First && s.l.Occasion.Has(s.low(i), "aside") && len(s.dependents(i, "obj")) > 0 && len(s.dependents(i, "ccomp", "xcomp")) == 0
}

// reporting reads "reports suggesting that": the noun in front of the
// participle is its source.
func (s *scan) reporting(i int, f *lang.Form) (draft, bool) {
	m := s.endingAt(i - 1)
	if t := s.a.Tokens[i]; t.Relation == "acl" && t.Head >= 0 && t.Head < i-1 && s.low(i+1) == "that" && telling[s.l.Roles[s.low(t.Head)]] {
		first, _ := s.subtree(t.Head)
		if s.class(first) == readout.Preposition {
			first++
		}
		return s.complement(s.spokenBy(s.trimmed(s.span(first, i))), f, i, i, i+1) // "media reports from Velm claiming that"
	}
	if m == nil || m.Kind != readout.NounMention || m.Party < 0 || !f.Clause || s.a.Parties[m.Party].Kind != readout.Unnamed && s.l.Roles[s.low(s.sourceHead(m.Range))] != lang.RoleDocument {
		return draft{}, false
	}
	return s.complement(s.mentioned(m, 0, i), f, i, i, i+1)
}

// telling are the roles of what tells, and is no person: "reports", "a tape".
var telling = map[lang.Role]bool{lang.RoleDocument: true, lang.RoleUnnamed: true, lang.RoleMedia: true}

// hangs reports that a participle follows a comma, a quotation or an "and"
// behind another participle, or opens the sentence.
func (s *scan) hangs(i int, sent readout.Sentence) bool {
	k := i
	for k > sent.First && s.class(k-1) == readout.Adverb {
		k--
	}
	if k == sent.First {
		return true
	}
	prev := s.word(k - 1)
	return prev == "," || prev == "—" || prev == "–" || prev == "-" || s.quoteAt(k-1) >= 0 || prev == "and" || prev == "while" || prev == "by"
}

// owner is the speaker whom a participle at token i goes on with.
func (s *scan) owner(i int, more []draft) subject {
	sent := s.a.Tokens[i].Sentence
	best := -1
	all := append(append([]draft{}, s.drafts...), more...)
	for n, d := range all {
		if d.sent == sent && d.cueToken < i && d.party >= 0 && (best < 0 || d.cueToken > all[best].cueToken) && s.quoteAt(max(d.cueToken, 0)) < 0 {
			inside := false
			for _, o := range all {
				if o.sent == sent && o.cueToken != d.cueToken {
					for _, c := range o.content {
						inside = inside || c.Contains(d.cue) && !d.cue.Empty()
					}
				}
			}
			if !inside {
				best = n
			}
		}
	}
	if best >= 0 {
		return subject{source: all[best].source, shared: true, party: all[best].party, sure: all[best].grade != readout.Guessed, pronoun: all[best].pronoun}
	}
	first := s.a.Sentences[sent]
	for k := first.First; k < first.Last; k++ {
		m := s.startingAt(k)
		if m == nil || s.quoteAt(k) >= 0 || m.Party < 0 || k == i {
			continue
		}
		if k > first.First && s.class(k-1) == readout.Preposition {
			continue
		}
		return subject{source: m.Range, shared: true, party: m.Party, sure: m.Kind == readout.NameMention && k < i, pronoun: m.Kind == readout.PronounMention}
	}
	return subject{party: -1}
}
