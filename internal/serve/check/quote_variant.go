package check

import "readout/internal/serve/query"

const (
	nearVariant  = 0.75 // how near another wording of the same words is
	leastVariant = 5    // words of a quotation of which two wordings can be told
)

// variant is the hint that another report gives the same speaker's words
// otherwise than the draft and the witnesses that it follows.
func (q *quotation) variant(exact []hit) *Finding {
	if len(q.tokens) < leastVariant {
		return nil
	}
	first := exact[0].witnesses()[0]
	for _, p := range q.passages {
		if !otherWitness(p, exact) {
			continue
		}
		edits, at := q.against(p)
		if !differ(edits) {
			continue
		}
		other := at.witnesses()
		reason := "Witnesses differ: the draft has the words of one in " + first.Outlet + "; one in " + other[0].Outlet + " has others."
		return q.finding(QuoteVariant, Hint, reason, append([]query.Told{first}, other...), edits)
	}
	return nil
}

// against compares a quotation with the words of a passage, or a passage that is
// shorter with the quotation; nothing where they are not near.
func (q *quotation) against(p *passage) ([]query.Edit, hit) {
	edits, n := query.Compare(folded(q.tokens), folded(p.tokens), true)
	at := p.locate(edits)
	edits, _ = query.Compare(wording(q.tokens), wording(p.tokens[at.from:at.to]), true)
	if len(p.tokens) >= leastVariant && n < nearVariant {
		at = hit{p, 0, len(p.tokens)}
		edits, n = query.Compare(wording(p.tokens), wording(q.tokens), true)
		for i, e := range edits {
			edits[i] = query.Edit{Op: turned[e.Op], Asked: e.Text, Text: e.Asked}
		}
	}
	if n < nearVariant {
		return nil, at
	}
	return edits, at
}

// turned is what became of words, as the other wording has it.
var turned = map[query.Op]query.Op{query.Same: query.Same, query.Altered: query.Altered, query.LeftOut: query.Added, query.Added: query.LeftOut}

// otherWitness reports whether a passage may give the words of some hits again:
// of the same speech event in another report, or in the report's headline, which
// names nobody.
func otherWitness(p *passage, exact []hit) bool {
	t := p.told[0]
	for _, h := range exact {
		if o := h.told[h.from]; o.Doc == t.Doc && (o.Who == "") == (t.Who == "") {
			return false
		}
	}
	first := exact[0].told[exact[0].from]
	if first.Doc == t.Doc {
		return true
	}
	return t.Who != "" && t.Who == first.Who && t.Utterance == first.Utterance
}

// differ reports whether two wordings are at odds; one that begins later or ends
// earlier is only shorter.
func differ(edits []query.Edit) bool {
	for i, e := range edits {
		if e.Op != query.Same && !(e.Op == query.LeftOut && (i == 0 || i == len(edits)-1)) {
			return true
		}
	}
	return false
}
