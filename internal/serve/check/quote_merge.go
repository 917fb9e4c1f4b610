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
	mostRuns      = 3
	leastPhrase   = 5 // words of a run that is no whole sentence
	leastClause   = 4 // of one that begins or ends one
	leastSentence = 2
	leastLeft     = 3 // words left out, with the end of a sentence
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

// runs covers words with stretches on record, nil where some word is left over.
func (q *quotation) runs(words []token) []run { return q.cover(words, 0, mostRuns) }

// cover covers the words from a place on with at most so many runs: the longest,
// or those that end with a sentence. A small word between two of them may be the
// draft's.
func (q *quotation) cover(words []token, from, most int) []run {
	if most == 0 {
		return nil
	}
	longest := q.longest(words, from)
	for n := longest.to - longest.from; n > 0; n-- {
		r := run{hit{longest.passage, longest.from, longest.from + n}, from}
		end := from + n
		if n < longest.to-longest.from && !words[end-1].ends || !r.substantial(words) {
			continue
		}
		if end == len(words) {
			return []run{r}
		}
		if rest := q.cover(words, end, most-1); rest != nil {
			return append([]run{r}, rest...)
		}
		if end+1 < len(words) && query.Carries([]string{words[end].fold}) == 0 {
			if rest := q.cover(words, end+1, most-1); rest != nil {
				return append([]run{r}, rest...)
			}
		}
	}
	return nil
}

// longest is the longest run of words from a place on.
func (q *quotation) longest(words []token, from int) (best run) {
	for _, p := range q.passages {
		for at := range p.tokens {
			if n := p.run(at, words[from:]); n > best.to-best.from {
				best = run{hit{p, at, at + n}, from}
			}
		}
	}
	return best
}

// substantial: enough words to be no chance or, of a few, a sentence from its
// beginning to its end, on record or in the quotation.
func (r run) substantial(words []token) bool {
	n := r.to - r.from
	begins := r.begins() || r.at == 0 || words[r.at-1].ends
	clause := n >= leastClause && query.Carries(folds(words[r.at:r.at+n])) >= 2 && (r.begins() || r.tokens[r.to-1].ends)
	return clause || n >= leastPhrase || n >= leastSentence && begins && (r.tokens[r.to-1].ends || words[r.at+n-1].ends)
}

func folds(words []token) (all []string) {
	for _, w := range words {
		all = append(all, w.fold)
	}
	return all
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
		if r.from >= before.to+leastLeft && slices.ContainsFunc(r.tokens[before.to:r.from], func(w token) bool { return w.ends }) {
			return true
		}
		if r.from > before.to && before.tokens[before.to-1].ends && r.begins() {
			return true
		}
	}
	return false
}
