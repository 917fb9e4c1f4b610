// Package segment cuts a document into blocks with a class, sentences and
// tokens. Tokens follow UAX #29 with the exceptions of news text: hyphenated
// words, dotted abbreviations and initials stay whole, a possessive ending and
// a doubled apostrophe stand alone. Sentences end at a mark that the next word
// confirms. A class never deletes text; what is no part of the report is told
// apart by lists and form, never by subject.
package segment

import (
	"readout"
	"readout/internal/lang"
)

// Split fills the first three layers of an analysis.
func Split(doc *readout.Document, l *lang.Language) ([]readout.Block, []readout.Sentence, []readout.Token) {
	blocks := classify(doc, paragraphs(doc.Text), l)
	var sentences []readout.Sentence
	var tokens []readout.Token
	for i, b := range blocks {
		first := len(tokens)
		tokens = append(tokens, tokenize(doc.Text, b.Range, l)...)
		for _, s := range sentencesOf(doc.Text, tokens, first, b.Class == readout.Embed, l) {
			s.Block = i
			for t := s.First; t < s.Last; t++ {
				tokens[t].Sentence = len(sentences)
			}
			sentences = append(sentences, s)
		}
	}
	return blocks, sentences, tokens
}
