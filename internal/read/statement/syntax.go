package statement

import (
	"slices"

	"readout"
)

// hang lists for each token those that hang on it in the parse, in order of the
// text.
func hang(tokens []readout.Token) [][]int {
	out := make([][]int, len(tokens))
	for i, t := range tokens {
		if t.UPOS != "" && t.Head >= 0 && t.Head < len(tokens) && t.Head != i {
			out[t.Head] = append(out[t.Head], i)
		}
	}
	return out
}

// dependents are the tokens that hang on token i by one of the relations.
func (s *scan) dependents(i int, relations ...string) []int {
	var out []int
	if i < 0 || i >= len(s.hang) {
		return nil
	}
	for _, k := range s.hang[i] {
		if slices.Contains(relations, s.a.Tokens[k].Relation) {
			out = append(out, k)
		}
	}
	return out
}

// subtree is the stretch from the first to behind the last token that hangs, near
// or far, on token i.
func (s *scan) subtree(i int) (first, end int) {
	first, end = i, i+1
	for _, k := range s.hang[i] {
		if s.a.Tokens[k].Sentence != s.a.Tokens[i].Sentence {
			continue
		}
		f, e := s.subtree(k)
		first, end = min(first, f), max(end, e)
	}
	return first, end
}
