package statement

import (
	"slices"
	"strings"

	"readout"
)

// scenes are sentences without a statement that open an occasion, as drafts of
// whoever speaks there:
//
//	EXAMPLE "Ruiz met reporters on Tuesday." · "On Friday she gave evidence by video link."
func (s *scan) scenes() []*draft {
	taken := map[int]bool{}
	for i := range s.drafts {
		taken[s.drafts[i].sent] = true
	}
	var out []*draft
	for n, sent := range s.a.Sentences {
		if taken[n] || !s.reads(sent) {
			continue
		}
		if k := s.sceneVerb(sent); k >= 0 {
			out = append(out, s.sceneAt(k, n))
		}
	}
	return out
}

// sceneVerb is the main verb of a sentence, where it opens an occasion; -1.
func (s *scan) sceneVerb(sent readout.Sentence) int {
	for k := sent.First; k < sent.Last; k++ {
		if s.quoteAt(k) >= 0 || s.a.Tokens[k].UPOS != "VERB" || s.a.Tokens[k].Head >= 0 {
			continue
		}
		if s.ahead(k) {
			return -1
		}
		if s.l.Occasion.Has(s.low(k), "scene") {
			return k
		}
		if _, head := s.nounPhrase(k+1, sent.Last); head >= 0 && s.l.Occasion.Has(s.low(k), "with") && s.l.Occasion.Has(s.low(head), "written", "spoken") {
			return k
		}
		return -1
	}
	return -1
}

// ahead reports a verb that tells of what did not happen, or has not yet: "was to
// speak", "will meet", "did not appear".
func (s *scan) ahead(k int) bool {
	start, negated, infinitive, _ := s.auxiliaries(k)
	for i := start; i < k; i++ {
		switch s.low(i) {
		case "will", "would", "shall", "may", "might", "could", "should", "must":
			return true
		}
	}
	return negated || infinitive
}

// sceneAt is the draft of a scene whose verb is token k.
func (s *scan) sceneAt(k, sent int) *draft {
	d := &draft{party: -1, parent: -1, poster: -1, first: k, cueToken: k, sent: sent, cue: s.a.Tokens[k].Range, by: "scene"}
	for i := s.a.Sentences[sent].First; i < k; i++ {
		t := s.a.Tokens[i]
		if t.Head != k || t.Relation != "nsubj" {
			continue
		}
		u := s.spokenBy(t.Range)
		d.source, d.party = t.Range, u.party
	}
	return d
}

// sceneObject reads the object of a scene's verb and gives the token behind it.
//
//	EXAMPLE "met reporters" · "gave evidence" · "addressed a rally"
func (f *frame) sceneObject(next, end int) int {
	to, head := f.nounPhrase(next, end)
	switch {
	case head < 0:
		return next
	case f.l.Occasion.Has(f.low(head), "hearers") || strings.HasPrefix(f.low(f.verb), "address"):
		f.setAddressee(next, to, head)
		f.last = addresseePart
	case f.l.Occasion.Has(f.low(head), "written", "spoken"):
		f.o.channel = f.wayOf(next, to, head)
		f.last = channelPart
	}
	return to
}

// turnsOf gives the turns of an interview the day that its introduction tells, and
// the other one as hearer where two people talk.
//
//	EXAMPLE "Ruiz spoke to Tom Okafor by video link on Tuesday."
func (s *scan) turnsOf(events []event) {
	intro, first := -1, -1
	var talkers []int
	for n := range events {
		switch e := &events[n]; {
		case e.by == "interview":
			if first < 0 {
				first = n
			}
			if e.party >= 0 && !slices.Contains(talkers, e.party) {
				talkers = append(talkers, e.party)
			}
		case e.by == "scene" && first < 0 && e.at.said.Known():
			intro = n
		}
	}
	for n := range events {
		e := &events[n]
		if e.by != "interview" {
			continue
		}
		if intro >= 0 && s.blocksBetween(events[intro].sent, events[first].sent) <= 3 {
			said := *events[intro].at.said
			said.Basis = "as the introduction says: " + said.Basis
			e.at.said, e.at.channel, e.at.place = &said, events[intro].at.channel, events[intro].at.place
		}
		if len(talkers) == 2 && e.party >= 0 {
			other := talkers[0]
			if other == e.party {
				other = talkers[1]
			}
			e.at.addressee = s.id(other)
		}
	}
}
