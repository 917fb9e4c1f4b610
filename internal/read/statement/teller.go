package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// teller is somebody between the outlet and the speaker, and the words by which the
// hop before cites him.
type teller struct {
	party int
	cue   readout.Range
}

// cited finds "cited him as saying that", "was quoted by the agency as saying": who
// is cited speaks, who cites him tells.
func cited(s *scan) []draft {
	var out []draft
	for _, sent := range s.a.Sentences {
		if !s.reads(sent) {
			continue
		}
		for k := sent.First + 2; k < sent.Last-1; k++ {
			if s.low(k) != "as" || s.quoteAt(k) >= 0 {
				continue
			}
			if d, ok := s.asSaying(k, sent); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// asSaying reads the attribution with "as" at token k.
func (s *scan) asSaying(k int, sent readout.Sentence) (draft, bool) {
	f := s.form(k + 1)
	if f == nil || f.Tense != lang.Gerund || !f.Quote && !f.Clause {
		return draft{}, false
	}
	v := s.a.Tokens[k+1].Head
	for j := k - 1; j >= sent.First && j > k-12; j-- {
		if g := s.form(j); g != nil && (g.Lemma == "quote" || g.Lemma == "cite") {
			v = j
			break
		}
	}
	if v < sent.First || v >= k || s.quoteAt(v) >= 0 || s.a.Tokens[v].UPOS != "VERB" {
		return draft{}, false
	}
	start, _, _, passive := s.auxiliaries(v)
	u, by, cue, next := s.before(start), subject{party: -1}, k+1, k+2
	switch {
	case passive && s.low(v+1) == "by":
		by, _ = s.named(v+2, k)
		cue = start
	case passive && s.low(next) == "by":
		by, next = s.named(next+1, sent.Last)
		cue = start
	case passive:
		cue = start
	case v+1 < k:
		by, u = u, s.spokenBy(s.span(v+1, k))
	}
	if s.word(next) == ":" || s.word(next) == "," {
		next++
	}
	d, ok := s.complement(u, f, cue, k+1, next)
	switch {
	case !ok && passive:
		d, ok = s.clauseInFront(u, f, cue, k+1, next)
	case !ok && by.found():
		d, ok = s.saidInFront(d, by)
	}
	d.cue, d.cueToken = s.span(cue, k+2), k+1
	if by.party >= 0 {
		d.tellers = []teller{{by.party, s.span(v, v+1)}}
	}
	s.used[v], s.used[k+1] = ok || s.used[v], ok || s.used[k+1]
	return d, ok && u.found()
}

// saidInFront gives a draft what stands in front of the one who cites its speaker:
// `"We sail," the agency quoted Ruiz as saying`, "The ship sails, the agency quoted".
func (s *scan) saidInFront(d draft, by subject) (draft, bool) {
	end := s.tokenAt(by.source.Start)
	if s.quoteAt(end-1) < 0 && s.comma(end-1) {
		end--
	}
	if end <= s.sentence(d.cueToken).First {
		return d, false
	}
	if n := s.quoteAt(end - 1); n >= 0 {
		d.content = []readout.Range{s.fromClauseStart(s.a.Quotes[n].Range)}
		return d, !s.used[-1-n]
	}
	open := s.pastClock(s.clauseStart(end))
	if s.word(end) != "," || !s.hasVerb(open, end) {
		return d, false
	}
	return s.with(d, open, end)
}

// relays adds to the statements who passes them on: "as quoted by the agency", "told
// the Courier".
func (s *scan) relays() {
	for n := range s.drafts {
		d := &s.drafts[n]
		if p := s.outletTold(d); p >= 0 && p != d.party {
			d.tellers = append(d.tellers, teller{party: p})
		}
	}
	same := s.bySentence()
	for i := range s.a.Tokens {
		if !passedOn[s.low(i)] || s.low(i+1) != "by" || s.quoteAt(i) >= 0 || isBe(s.low(i-1)) {
			continue
		}
		u, _ := s.named(i+2, s.sentence(i).Last)
		if n := s.saidBefore(i, same[s.a.Tokens[i].Sentence]); n >= 0 && u.party >= 0 && u.party != s.drafts[n].party {
			s.drafts[n].tellers = append([]teller{{u.party, s.span(i, i+1)}}, s.drafts[n].tellers...)
		}
	}
}

var passedOn = map[string]bool{"quoted": true, "cited": true, "carried": true, "published": true, "broadcast": true, "aired": true, "reported": true, "relayed": true}

// saidBefore is the last of the drafts of a sentence that is told in front of token i;
// -1 for none.
func (s *scan) saidBefore(i int, same []int) int {
	best := -1
	for _, n := range same {
		d := &s.drafts[n]
		if d.cueToken >= 0 && d.cueToken < i && !s.holds(d, s.a.Tokens[i].Range) && d.party >= 0 && (best < 0 || d.cueToken > s.drafts[best].cueToken) {
			best = n
		}
	}
	return best
}

// outletTold is the outlet, another than the report's own, that was told; -1 for none.
func (s *scan) outletTold(d *draft) int {
	if d.told.Empty() || s.a.Doc.Outlet == "" {
		return -1
	}
	m := s.startingAt(s.tokenAt(d.told.Start))
	if m == nil || m.Party < 0 {
		return -1
	}
	switch p := s.a.Parties[m.Party]; {
	case p.Kind != readout.Outlet && p.Kind != readout.Agency:
	case strings.Contains(s.a.Doc.Outlet, strings.TrimPrefix(p.Name, "The ")):
	default:
		return m.Party
	}
	return -1
}

// quotes reads "the paper said, quoting a doctor": the statement of an outlet beside
// it becomes that of whoever is quoted, and the outlet tells. The participle is token
// i.
func (s *scan) quotes(i int) bool {
	u, _ := s.named(i+1, s.sentence(i).Last)
	if u.party < 0 {
		return false
	}
	best := -1
	for n := range s.drafts {
		d := &s.drafts[n]
		if d.sent == s.a.Tokens[i].Sentence && s.medium(d) && d.cueToken >= 0 && len(d.tellers) == 0 && (best < 0 || d.cueToken < i) {
			best = n
		}
	}
	if best < 0 {
		return false
	}
	d := &s.drafts[best]
	d.tellers = []teller{{d.party, d.cue}}
	d.source, d.shared, d.party, d.pronoun = u.source, false, u.party, u.pronoun
	d.cited = s.span(i, i+1)
	d.grade, d.why = s.gradeOf(u)
	s.used[i] = true
	return true
}

// medium reports a draft of an outlet, an agency, or what is called one: "the
// newspaper", "state radio".
func (s *scan) medium(d *draft) bool {
	if d.party < 0 {
		return false
	}
	if k := s.a.Parties[d.party].Kind; k == readout.Outlet || k == readout.Agency {
		return true
	}
	for k := s.tokenAt(d.source.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= d.source.End; k++ {
		if s.l.Roles[s.low(k)] == lang.RoleMedia || media[s.low(k)] {
			return true
		}
	}
	return false
}

var media = map[string]bool{"newspaper": true, "paper": true, "broadcaster": true, "agency": true, "radio": true, "television": true, "tv": true, "media": true}
