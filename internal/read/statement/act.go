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
	g := governing{d, act, strings.ToLower(s.text[d.cue.Start:d.cue.End]), s.words(d.content)}
	if strings.Contains(g.words, "would like") || strings.Contains(g.words, "would love") {
		return readout.ActRequest // "would like them to go"
	}
	light := s.l.Listed("light", lemma)
	if noun := s.nounAct(d); noun != "" && (act == readout.ActState || light) {
		return noun
	}
	if light && !s.isClause(d) {
		if act := s.saidNoun(d); act != "" {
			return act
		}
	}
	if by := governed[lemma]; by != nil {
		if act := by(s, &g); act != "" {
			return act
		}
	}
	if act == readout.ActState {
		switch {
		case s.l.Listed("finding", lemma):
		case s.l.Listed("opinion", lemma):
			// who believes that he will has promised nothing
			if clauses := s.clauses(d); len(clauses) > 0 && clauses[0].future == will || s.saidAct(d, g.heard) == readout.ActPredict {
				return readout.ActPredict
			}
		default:
			if said := s.saidAct(d, g.heard); said != "" {
				return said
			}
		}
	}
	return act
}

// nounAct is the act of a cue whose noun says more than its verb: "renewed his call
// for", "had nothing but criticism for"; "" where "little" or "no" stands with it.
func (s *scan) nounAct(d *draft) readout.Act {
	for k := s.tokenAt(d.cue.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= d.cue.End; k++ {
		up := s.a.Tokens[k].UPOS
		if up != "NOUN" && up != "ADJ" && (up != "VERB" || !strings.HasSuffix(s.low(k), "ed")) || s.scarce(k-1) {
			continue
		}
		if act := s.actOfNoun(s.low(k)); act != "" {
			return act
		}
	}
	return ""
}

// scarce reports that hardly any of what follows was said: "offered little praise".
func (s *scan) scarce(k int) bool {
	switch s.low(k) {
	case "little", "no", "few":
		return true
	}
	return false
}

func (s *scan) actOfNoun(noun string) readout.Act {
	for _, act := range readout.Acts {
		if s.l.Acts[string(act)][noun] {
			return act
		}
	}
	return ""
}

// saidNoun is what a light verb does with its noun: "offered her condolences".
func (s *scan) saidNoun(d *draft) readout.Act {
	k := s.object(d)
	switch {
	case k < 0:
		return ""
	case s.a.Tokens[k].UPOS != "NOUN":
		return ""
	case s.l.Acts["telling"][s.low(k)]:
		return readout.ActState
	case s.scarce(k - 1):
		return ""
	}
	return s.actOfNoun(s.low(k))
}

// object is the head of what the verb of a cue has, -1 for none.
func (s *scan) object(d *draft) int {
	if len(d.content) == 0 {
		return -1
	}
	if k := s.under(d.cueToken, "obj"); k > d.cueToken && s.a.Tokens[k].End <= d.content[0].End {
		return k
	}
	return s.phraseHead(s.tokenAt(d.content[0].Start), s.tokenAt(d.content[0].End))
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
