package eval

// character is one code point of a document.
type character struct {
	doc string
	at  int
}

// scoreSegments counts characters, white space apart, that are put in the right
// class. What is body needs no segment, so body is not scored.
func (s *scorer) scoreSegments() {
	pred, gold := map[string]set[character]{}, map[string]set[character]{}
	for _, seg := range s.pred.segments {
		if c := seg.Class.first(); c != "body" {
			merge(pred, c, s.characters(s.pred, seg))
		}
	}
	for _, seg := range s.gold.segments {
		here := s.characters(s.gold, seg)
		if c := bestClass(seg.Class.all(), pred, here); c != "body" {
			merge(gold, c, here)
		}
	}
	classes := set[string]{}
	var right, predicted, wanted int
	for c, chars := range pred {
		classes[c] = true
		predicted += len(chars)
	}
	for c, chars := range gold {
		classes[c] = true
		wanted += len(chars)
	}
	for _, c := range sortedKeys(classes) {
		both := pred[c].shared(gold[c])
		right += both
		s.put("segments."+c, prf(both, len(pred[c]), len(gold[c])))
	}
	s.put("segments.micro", prf(right, predicted, wanted))
}

// bestClass is the accepted class that the prediction shares most of; the first
// one wins a tie.
func bestClass(accepted []string, pred map[string]set[character], here set[character]) string {
	best := accepted[0]
	for _, c := range accepted[1:] {
		if pred[c].shared(here) > pred[best].shared(here) {
			best = c
		}
	}
	return best
}

// characters is what a segment covers of the text, white space left out.
func (s *scorer) characters(side *export, seg *segment) set[character] {
	found := set[character]{}
	for _, p := range side.places(seg.Span) {
		text := s.gold.text[p.doc]
		for i := max(0, p.start); i < min(p.end, len(text)); i++ {
			if !isSpace(text[i]) {
				found[character{p.doc, i}] = true
			}
		}
	}
	return found
}

// merge adds the characters to their class. A class without a name is written
// None.
func merge(classes map[string]set[character], class string, chars set[character]) {
	if class == "" {
		class = "None"
	}
	if classes[class] == nil {
		classes[class] = set[character]{}
	}
	for c := range chars {
		classes[class][c] = true
	}
}
