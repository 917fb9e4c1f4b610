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
	follows := map[string]bool{}
	for _, h := range exact {
		follows[h.told[h.from].Doc] = true
	}
	first := exact[0].witnesses()
	for _, p := range q.passages {
		if follows[p.told[0].Doc] || p.who() == "" || p.who() != exact[0].who() {
			continue
		}
		edits, n := query.Compare(folded(q.tokens), folded(p.tokens), true)
		if n < nearVariant || !differ(edits) {
			continue
		}
		at := p.locate(edits)
		other := at.witnesses()
		if first[0].Utterance != other[0].Utterance {
			continue
		}
		edits, _ = query.Compare(wording(q.tokens), wording(p.tokens[at.from:at.to]), true)
		reason := "Witnesses differ: the draft has the words that " + first[0].Outlet + " gives; " + other[0].Outlet + " gives others."
		return q.finding(QuoteVariant, Hint, reason, append(first[:1:1], other...), edits)
	}
	return nil
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
