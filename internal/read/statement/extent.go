package statement

import "readout/internal/lang"

// parsedEnd is where the clause that begins at token k ends: what the parse has under the
// verb at token i, at the latest where a clause seems to end.
func (s *scan) parsedEnd(i, k int) int {
	end := s.clauseEnd(k)
	for _, c := range s.dependents(i, "ccomp") {
		if first, last := s.subtree(c); c >= k && first >= k && last < end {
			end = last
		}
	}
	for _, c := range s.dependents(i, "nsubj") { // in "six that officials say are new were sold" the phrase of "six" ends first
		first, _ := s.subtree(c)
		if head := s.a.Tokens[i].Head; s.relative(first-1) && head >= 0 && head < first {
			if _, last := s.subtree(head); last > k {
				end = min(end, last)
			}
		}
	}
	return end
}

// overAside goes over what stands between commas in front of "that": "replied, say two who
// heard it, that".
func (s *scan) overAside(k int) int {
	if s.word(k) != "," {
		return k
	}
	for j := k + 2; j < s.sentence(k).Last && j < k+14 && s.quoteAt(j) < 0; j++ {
		if s.word(j) == "," {
			if s.low(j+1) == "that" {
				return j + 1
			}
			break
		}
	}
	return k
}

// topic is where what the hearer was told of begins, "told friends about [the flood]",
// "informed the port of [the leak]"; 0 for none.
func (s *scan) topic(f *lang.Form, next, to int) int {
	if to > next && s.low(to) == "about" && !s.l.Occasion.Has(s.low(to-1), "tale") {
		return to + 1
	}
	if to, head := s.nounPhrase(next, s.sentence(next).Last); head >= 0 && s.low(to) == "of" && (f.Lemma == "inform" || f.Lemma == "notify" || f.Lemma == "remind") {
		return to + 1
	}
	return 0
}
