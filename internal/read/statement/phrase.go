package statement

// nounPhrase is the noun phrase that begins at token k: the token behind it and
// its noun, -1 where none begins. What follows a preposition is not part of it.
//
//	EXAMPLE "a crowd | of dockers" · "state radio | that" · "reporters | the port would close"
func (s *scan) nounPhrase(k, end int) (to, head int) {
	head = -1
	j := k
	for ; j < end && s.quoteAt(j) == s.quoteAt(k); j++ {
		if !s.extends(k, j, head) {
			break
		}
		switch s.a.Tokens[j].UPOS {
		case "NOUN", "PROPN":
			head = j
		case "PRON":
			if !s.ofPossessor(j) {
				return j + 1, j
			}
		}
	}
	if head < 0 {
		return k, -1
	}
	return head + 1, head
}

// extends reports that token j goes on with the noun phrase that began at token
// k and has the noun head so far.
func (s *scan) extends(k, j, head int) bool {
	t := s.a.Tokens[j]
	switch t.UPOS {
	case "DET":
		return head < 0
	case "PRON":
		return head < 0 && (j == k || s.ofPossessor(j))
	case "ADJ", "NUM":
		return head < 0 || t.Head > j && s.nounAt(t.Head) && t.Head-j < 4 || s.possessive(j-1)
	case "NOUN", "PROPN":
		if x := s.timeAt(j); x >= 0 { // "a Friday briefing", not "reporters Friday"
			return head < 0 && s.timeAt(j+1) != x && s.nounAt(j+1) && s.timeAt(j+1) < 0
		}
		opensClause := t.Relation == "nsubj" && t.Head > j && head >= 0 && !s.possessive(j-1)
		return !opensClause || s.a.Tokens[head].Head == j && s.a.Tokens[head].Relation != "nsubj"
	case "PART":
		return s.possessive(j)
	case "ADV":
		return head < 0 && t.Head > j
	case "VERB": // "a televised address"
		return head < 0 && t.Relation == "amod" && t.Head > j
	case "CCONJ", "SYM", "X":
		return s.word(j) == "&" || s.joins(k, j, head)
	case "PUNCT":
		return s.word(j) == "-" || s.word(j) == "&"
	}
	return false
}

// joins reports an "and" between the nouns of one phrase: "reporters and aides".
func (s *scan) joins(k, j, head int) bool {
	if head < 0 || s.low(j) != "and" {
		return false
	}
	for i := j + 1; i < j+4 && i < len(s.a.Tokens); i++ {
		if t := s.a.Tokens[i]; t.Relation == "conj" {
			return t.Head >= k && t.Head <= head && s.nounAt(i)
		}
	}
	return false
}

func (s *scan) nounAt(j int) bool {
	return j >= 0 && j < len(s.a.Tokens) && (s.a.Tokens[j].UPOS == "NOUN" || s.a.Tokens[j].UPOS == "PROPN")
}

// ofPossessor reports "his", "their" in front of a noun.
func (s *scan) ofPossessor(j int) bool {
	switch s.low(j) {
	case "my", "your", "his", "her", "its", "our", "their", "whose":
		t := s.a.Tokens[j]
		return t.Relation == "nmod" || t.Relation == "det" || t.Head > j && s.nounAt(t.Head)
	}
	return false
}

// withoutArticle is token i, or the one behind it where i only points: "a", "his".
func (s *scan) withoutArticle(i, head int) int {
	for i < head {
		switch s.low(i) {
		case "a", "an", "the", "his", "her", "its", "their", "our", "my", "this", "that", "same", "recent", "subsequent", "separate", "earlier", "later":
			i++
			continue
		}
		break
	}
	return i
}

// wordsAt is the text of the tokens from i up to end.
func (s *scan) wordsAt(i, end int) string {
	r := s.span(i, end)
	return s.text[r.Start:r.End]
}
