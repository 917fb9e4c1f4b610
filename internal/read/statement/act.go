package statement

import (
	"strings"

	"readout"
)

// act is what the speaker does: by the cue and what it governs, and where the cue is
// neutral by what is said.
func (s *scan) act(d *draft) readout.Act {
	act, lemma := d.act, ""
	if d.form != nil {
		lemma = d.form.Lemma
		if act == "" {
			act = d.form.Act
		}
	}
	if act == "" {
		act = readout.ActState
	}
	if noun := s.nounAct(d); noun != "" && act == readout.ActState {
		return noun
	}
	g := governing{d, act, strings.ToLower(s.text[d.cue.Start:d.cue.End]), s.words(d.content)}
	if by := governed[lemma]; by != nil {
		if act := by(s, &g); act != "" {
			return act
		}
	}
	if act == readout.ActState {
		// who believes that he will has promised nothing
		if said := s.saidAct(d, g.heard); said != "" && (said == readout.ActPredict || !s.l.Listed("opinion", lemma)) {
			return said
		}
	}
	return act
}

// nounAct is the act of a cue whose noun says more than its verb: "renewed his call
// for", "had nothing but criticism for"; "" where "little" or "no" stands with it.
func (s *scan) nounAct(d *draft) readout.Act {
	for k := s.tokenAt(d.cue.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= d.cue.End; k++ {
		up := s.a.Tokens[k].UPOS
		if up != "NOUN" && up != "ADJ" || s.low(k-1) == "little" || s.low(k-1) == "no" {
			continue
		}
		for _, act := range readout.Acts {
			if s.l.Acts[string(act)][s.low(k)] {
				return act
			}
		}
	}
	return ""
}

// isClause reports that what is said is a clause: "that" opens it, or it has a subject
// or an auxiliary.
func (s *scan) isClause(d *draft) bool {
	if len(d.content) > 0 && s.low(s.tokenAt(d.content[0].Start)-1) == "that" {
		return true
	}
	for _, c := range s.clauses(d) {
		root := s.a.Tokens[c.root]
		if root.Relation == "ccomp" && root.Head == d.cueToken || c.subject >= 0 || c.copular || c.passive || c.future != noFuture || c.modal != "" {
			return true
		}
	}
	return false
}

// promises reports a content that speaks of what is to come.
func (s *scan) promises(d *draft) bool {
	for _, c := range s.clauses(d) {
		if c.future != noFuture {
			return true
		}
	}
	return false
}

// infinitive reports "told them to leave": "to" and a verb without a subject.
func (s *scan) infinitive(d *draft) bool {
	if len(d.content) != 1 || s.mode(d) != readout.Indirect {
		return false
	}
	clauses := s.clauses(d)
	if len(clauses) == 0 {
		return false
	}
	c := &clauses[0]
	return c.subject < 0 && s.low(s.under(c.root, "mark")) == "to" && s.a.Tokens[c.root].Relation != "advcl"
}

// speaks reports that the source is somebody, no paper or thing: "the figures suggest".
func (s *scan) speaks(d *draft) bool {
	if d.source.Empty() {
		return d.party >= 0
	}
	head := s.phraseHead(s.tokenAt(d.source.Start), s.tokenAt(d.source.End))
	return s.peopled(head) || s.a.Tokens[head].UPOS == "PRON" || s.a.Tokens[head].UPOS == "PROPN"
}

func (s *scan) words(ranges []readout.Range) string {
	var parts []string
	for _, r := range ranges {
		parts = append(parts, s.text[r.Start:r.End])
	}
	return strings.Trim(strings.Join(parts, " "), "\"“”„«»‘’' ")
}

func firstWords(text string, n int) string {
	f := strings.Fields(text)
	return strings.Join(f[:min(n, len(f))], " ")
}
