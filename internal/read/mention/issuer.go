package mention

import (
	"readout"
	"readout/internal/lang"
)

// issuers gives papers that speak to those who issued them, as far as the words
// around them show it, and what goes back to such a paper too: "the report" after "a
// report by the auditor".
func (f *finder) issuers(a *antecedents) {
	issued := map[int]int{} // a paper's party → who issued the one last spoken of
	for i := range f.mentions {
		m := &f.mentions[i]
		h, ok := f.headAt[m.Range]
		if !ok || m.Kind != readout.NounMention || m.Party < 0 || f.parties[m.Party].Kind != readout.Unnamed || !f.paper(h) {
			if by, known := issued[m.Party]; known {
				m.Party, m.Sure = by, false
			}
			continue
		}
		by, shown := f.issuer(h), f.role(h) == lang.RoleDocument
		if by < 0 && f.low(f.tokenAt(m.Start)) != "the" {
			by, shown = a.unsigned(f.tokenAt(m.Start), h), false
			delete(issued, m.Party)
		}
		if by >= 0 {
			issued[m.Party] = by
		} else if old, known := issued[m.Party]; known {
			by = old
		}
		if by >= 0 && by != m.Party {
			m.Party, m.Sure = by, shown && m.Sure
		}
	}
}

// paper reports a head noun of what is written: one of the list, or one that no list
// has and somebody has made ("a history of the valley by").
func (f *finder) paper(h int) bool {
	role := f.role(h)
	return role == lang.RoleDocument || role == lang.RoleNone && !agentive(f.low(h)) || f.low(h) == "reports" || f.low(h) == "report"
}

// issuer is who issued the paper with head token h; -1 where nothing shows it.
func (f *finder) issuer(h int) int {
	for k := range f.sentenceOf(h) {
		t := f.a.Tokens[k]
		if t.Head != h || k == h {
			continue
		}
		by := -1
		switch {
		case t.Relation == "nmod" && k < h && (f.role(h) == lang.RoleDocument || f.l.CueNouns[f.low(h)] != nil):
			by = f.partyAt(k, h) // "the union's letter"
		case t.Relation == "nmod" && (f.cased(k, "by") || f.cased(k, "from") && f.role(h) == lang.RoleDocument):
			by = f.somebody(k, h)
		case t.Relation == "nmod" && f.cased(k, "on"):
			by = f.page(k)
		case t.Relation == "compound" && f.role(h) == lang.RoleDocument:
			if p := f.partyAt(k, h); p >= 0 && (f.parties[p].Kind == readout.Outlet || f.parties[p].Kind == readout.Agency) {
				by = p // "a Reuters report"
			}
		case t.Relation == "acl" && k > h && issuing[f.low(k)]:
			by = f.issuedBy(k, h)
		}
		if by >= 0 && f.parties[by].Kind != readout.Unnamed || by >= 0 && f.traits[by] != body {
			return by
		}
	}
	return -1
}

// issuing are the verbs of those who issue a paper.
var issuing = map[string]bool{
	"filed": true, "issued": true, "published": true, "released": true, "circulated": true, "sent": true, "wrote": true, "written": true, "signed": true, "posted": true,
	"submitted": true, "produced": true, "compiled": true, "drafted": true, "authored": true, "distributed": true, "prepared": true, "lodged": true,
}

// issuedBy is who the clause of verb token v says has issued the paper.
//
//	EXAMPLE "a complaint that the mill filed" · "a paper signed by Ana Ruiz" · "published on the mill's website"
func (f *finder) issuedBy(v, h int) int {
	for k := range f.sentenceOf(v) {
		t := f.a.Tokens[k]
		if t.Head != v {
			continue
		}
		switch {
		case t.Relation == "nsubj" && k > h && k < v && f.low(k) != "which" && f.low(k) != "that":
			return f.somebody(k, h)
		case (t.Relation == "obl" || t.Relation == "nmod") && f.cased(k, "by"):
			if p := f.partyAt(k, h); p >= 0 && f.parties[p].Kind != readout.Outlet && f.parties[p].Kind != readout.Agency {
				return p
			}
		case t.Relation == "obl" && f.cased(k, "on"):
			if p := f.page(k); p >= 0 {
				return p
			}
		}
	}
	return -1
}

// page is whose page the phrase with head token k is: "the union's page".
func (f *finder) page(k int) int {
	switch f.low(k) {
	case "page", "pages", "website", "site", "account", "feed", "channel", "blog":
	default:
		return -1
	}
	for j := range f.sentenceOf(k) {
		if t := f.a.Tokens[j]; t.Head == k && (t.Relation == "nmod" || t.Relation == "compound") {
			if p := f.partyAt(j, k); p >= 0 && f.parties[p].Name != "" {
				return p
			}
		}
	}
	return -1
}

// cased reports that the phrase with head token k opens with a preposition.
func (f *finder) cased(k int, preposition string) bool {
	for j := k - 1; j >= 0 && j > k-9; j-- {
		if t := f.a.Tokens[j]; t.Head == k && t.Relation == "case" && f.low(j) == preposition {
			return true
		}
	}
	return false
}

// somebody is the party of the phrase with head token k, which keeps its own words
// where nothing else has made it a mention: "the growers".
func (f *finder) somebody(k, without int) int {
	p := f.partyAt(k, without)
	if t := f.a.Tokens[k]; p < 0 && t.UPOS == "NOUN" && f.role(k) != lang.RoleDocument {
		p = f.party(bare(f.words(f.left(f.a.Sentences[t.Sentence], k), k+1)), readout.Unnamed)
		f.note(p, k)
	}
	return p
}

// partyAt is the party of the longest mention that holds token k and not token
// without; -1 for none.
func (f *finder) partyAt(k, without int) int {
	best, longest := -1, 0
	at, not := f.a.Tokens[k].Range, f.a.Tokens[without].Range
	for _, m := range f.from(f.a.Sentences[f.a.Tokens[k].Sentence].Start) {
		if m.Start > at.Start {
			break
		}
		if m.Party >= 0 && m.Contains(at) && !m.Contains(not) && m.Len() > longest {
			best, longest = m.Party, m.Len()
		}
	}
	return best
}

// unsigned is the body that an issue of its own without an owner is of, the one that
// the passage is about: "according to a statement"; of a joint one, the last two. -1
// for other papers.
func (a *antecedents) unsigned(start, h int) int {
	f := a.f
	for k := start; k < h; k++ {
		if f.low(k) == "joint" {
			p, _ := a.two(h)
			return p
		}
	}
	switch f.low(h) {
	case "statement", "filing", "release", "communique", "communiqué", "prospectus":
	default:
		if f.low(h) != "document" || f.low(h-1) != "offer" {
			return -1
		}
	}
	if h-start > 2 || f.role(h) != lang.RoleDocument {
		return -1
	}
	own := func(p int) bool {
		return f.parties[p].Kind == readout.Institution || f.parties[p].Kind == readout.Force
	}
	p, _ := a.choose(anaphor{start, "it", own, own})
	return p
}

// sentenceOf are the tokens of the sentence of token k.
func (f *finder) sentenceOf(k int) func(func(int) bool) {
	s := f.a.Sentences[f.a.Tokens[k].Sentence]
	return func(yield func(int) bool) {
		for i := s.First; i < s.Last && yield(i); i++ {
		}
	}
}
