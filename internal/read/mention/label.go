package mention

import (
	"strings"
	"unicode/utf8"
)

// pastLabel is where the name begins in a run of capitalised words from token i up to
// end that a label was glued to: a line's credit, or words in capitals; i where there
// is none.
//
//	EXAMPLE "Reuters Ana Ruiz said" · "FERRY HORROR Mum says"
func (f *finder) pastLabel(i, end int) int {
	k, long := i, 0
	for k < end && f.shouted(k) {
		long = max(long, utf8.RuneCountInString(f.word(k)))
		k++
	}
	if k > i+1 && long > 5 && k < len(f.a.Tokens) && f.upper(k) && !f.shouted(k) && f.a.Tokens[k].Sentence == f.a.Tokens[i].Sentence {
		return k
	}
	s := f.a.Sentences[f.a.Tokens[i].Sentence]
	if i > s.First && f.word(i-1) != ":" || f.a.Blocks[s.Block].Start != s.Start {
		return i
	}
	for k := i + 1; k < end; k++ {
		if f.l.Agencies[f.words(i, k)] != "" && !f.l.OrgWords[f.word(k)] && !f.l.MediaWords[f.word(k)] && !f.titleWord(k) {
			return k
		}
	}
	return i
}

// shouted reports a word of several letters that are all capitals.
func (f *finder) shouted(i int) bool {
	w := f.word(i)
	return utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}
