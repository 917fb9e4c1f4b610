package check

import (
	"slices"

	"readout/internal/serve/query"
)

// run is some words of a quotation that stand word for word in a passage.
type run struct {
	hit
	at int // in the quotation
}

const (
	mostRuns    = 3
	leastPhrase = 5 // words of a run that is no whole sentence
)

// merged is the finding that a quotation is made of passages that stand apart on
// record, or leaves whole sentences out, without a mark.
func (q *quotation) merged() *Finding {
	for _, part := range q.parts {
		runs := q.runs(part)
		if len(runs) < 2 || !apart(runs) {
			continue
		}
		var told []query.Told
		for _, r := range runs {
			for _, t := range r.witnesses() {
				if !slices.ContainsFunc(told, func(o query.Told) bool { return o.ID == t.ID }) {
					told = append(told, t)
				}
			}
		}
		grade := q.said.Grade
		reason := "Passages that stand apart on record are given as one quotation."
		if len(told) == 1 || len(runs) == 2 && runs[0].passage == runs[1].passage {
			reason = "Sentences are left out of the quotation without a mark."
		}
		l := level(grade)
		for _, t := range told {
			if level(t.Grade) == Question {
				l = Question
			}
		}
		return q.finding(QuoteMerged, l, reason, told, nil)
	}
	return nil
}

// runs covers words with the longest stretches on record, nil where some word
// is left over. A conjunction between two of them may be the draft's.
func (q *quotation) runs(words []token) (all []run) {
	for i := 0; i < len(words); {
		best := run{}
		for _, p := range q.passages {
			for at := range p.tokens {
				if n := p.run(at, words[i:]); n > best.to-best.from {
					best = run{hit{p, at, at + n}, i}
				}
			}
		}
		switch {
		case best.passage != nil && best.substantial(words):
			all = append(all, best)
			i = best.at + best.to - best.from
		case len(all) > 0 && query.Carries([]string{words[i].fold}) == 0 && i+1 < len(words) && all[len(all)-1].at+all[len(all)-1].to-all[len(all)-1].from == i:
			i++
		default:
			return nil
		}
		if len(all) > mostRuns {
			return nil
		}
	}
	return all
}

// substantial: whole sentences, on record or in the quotation, or enough words to
// be no chance.
func (r run) substantial(words []token) bool {
	n := r.to - r.from
	return n >= leastPhrase || n >= shortest && r.begins() && (r.tokens[r.to-1].ends || words[r.at+n-1].ends)
}

func (r run) begins() bool { return r.from == 0 || r.tokens[r.from-1].ends }

// apart reports whether between runs that follow each other something else
// stands on record: another passage, or whole sentences.
func apart(runs []run) bool {
	for i, r := range runs[1:] {
		before := runs[i]
		if before.passage != r.passage || r.from < before.to {
			return true
		}
		if r.from > before.to && slices.ContainsFunc(r.tokens[before.to:r.from-1], func(w token) bool { return w.ends }) {
			return true
		}
		if r.from > before.to && before.tokens[before.to-1].ends && r.begins() {
			return true
		}
	}
	return false
}
