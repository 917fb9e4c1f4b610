// Package tag says what the words of a report are. Classify gives each token a
// coarse class by lists and spelling: closed classes and cue verbs by list, names
// by capitals, adverbs by ending. Tagger lays the layers of a trained encoder over
// the report: attributions, names, syntax, antecedents; Settle lets the parse
// correct the classes. Nothing is decided here: what the layers mean for the
// record is the later steps' to say.
package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// Classify gives the tokens with their Class set; it changes nothing else.
func Classify(a *readout.Analysis, l *lang.Language) []readout.Token {
	text := a.Doc.Text
	out := make([]readout.Token, len(a.Tokens))
	copy(out, a.Tokens)
	lower, pairs := lowerWords(text, out), namePairs(text, out)
	for _, s := range a.Sentences {
		opening := true // at the start of a sentence or quotation a capital says little
		for i := s.First; i < s.Last; i++ {
			word := text[out[i].Start:out[i].End]
			if out[i].Kind == readout.Punct {
				opening = opening || isOpening(word) || word == ":"
				continue
			}
			out[i].Class = classOf(word, opening, lower, l)
			if opening && i+1 < s.Last && pairs[word+" "+text[out[i+1].Start:out[i+1].End]] {
				out[i].Class = readout.Proper
			}
			if out[i].Class == readout.Verb && i > s.First && nounAfter(text, out, i, s) {
				out[i].Class = readout.Other
			}
			opening = false
		}
	}
	return out
}

// nounAfter reports that a word of a verb's form is a noun or an adjective: it
// follows an article or a possessive ("the claim", "Velm's offer").
func nounAfter(text string, tokens []readout.Token, i int, s readout.Sentence) bool {
	prev := text[tokens[i-1].Start:tokens[i-1].End]
	switch strings.ToLower(prev) {
	case "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "no", "any", "every", "each":
		return true
	case "'s", "’s":
		return i-2 >= s.First && tokens[i-2].Class != readout.Pronoun
	}
	return false
}

func classOf(word string, opening bool, lower map[string]bool, l *lang.Language) readout.WordClass {
	low := strings.ToLower(word)
	class, listed := l.Classes[low]
	if base := contracted(low); !listed && base != "" {
		class, listed = l.Classes[base]
	}
	first, _ := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(first) {
		allCaps := len(word) > 1 && strings.ToUpper(word) == word
		switch {
		case !opening && givenNames[word]:
			return readout.Proper
		case listed && (opening || !allCaps) && word != "May" && word != "Will" && word != "US" && word != "IT":
			if !opening && class == readout.Verb {
				return readout.Proper
			}
			return class
		case opening && !allCaps && (lower[low] || isCommon(low, l)):
			return common(low, l)
		default:
			return readout.Proper
		}
	}
	if listed {
		return class
	}
	return common(low, l)
}

// givenNames are words of the closed classes that are also given names: within
// a sentence a capital tells.
var givenNames = map[string]bool{"Per": true, "So": true, "An": true, "Long": true, "Said": true, "Will": true, "May": true, "Can": true}

// contracted is the word in front of a contraction's ending: "we" of "we'll".
func contracted(low string) string {
	for _, ending := range []string{"'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m"} {
		if base, ok := strings.CutSuffix(low, ending); ok {
			return base
		}
	}
	return ""
}

// isCommon reports that a capitalised first word is no name by its form.
func isCommon(low string, l *lang.Language) bool {
	return len(l.Forms[low]) > 0 || l.Roles[low] != lang.RoleNone || l.Roles[strings.TrimSuffix(low, "s")] != lang.RoleNone || strings.HasSuffix(low, "ly") || strings.HasSuffix(low, "ing")
}

// common is the class of a word that is neither a name nor of a closed class.
func common(low string, l *lang.Language) readout.WordClass {
	switch {
	case len(l.Forms[low]) > 0:
		return readout.Verb
	case strings.HasSuffix(low, "ly") && len(low) > 4 && low != "family" && low != "supply" && low != "ally" && low != "assembly" && low != "monopoly" && low != "daily" && low != "weekly" && low != "elderly":
		return readout.Adverb
	}
	return readout.Other
}

// namePairs is the pairs of capitalised words that stand inside sentences,
// behind a word in lower case: "Port Amsel" in "near Port Amsel".
func namePairs(text string, tokens []readout.Token) map[string]bool {
	m := map[string]bool{}
	upper := func(i int) bool {
		r, _ := utf8.DecodeRuneInString(text[tokens[i].Start:tokens[i].End])
		return unicode.IsUpper(r)
	}
	for i := 1; i+1 < len(tokens); i++ {
		before, _ := utf8.DecodeRuneInString(text[tokens[i-1].Start:tokens[i-1].End])
		if unicode.IsLower(before) && upper(i) && upper(i+1) && tokens[i].Sentence == tokens[i-1].Sentence {
			m[text[tokens[i].Start:tokens[i].End]+" "+text[tokens[i+1].Start:tokens[i+1].End]] = true
		}
	}
	return m
}

// lowerWords is the set of words that the text also writes in lower case.
func lowerWords(text string, tokens []readout.Token) map[string]bool {
	m := map[string]bool{}
	for _, t := range tokens {
		w := text[t.Start:t.End]
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			m[w] = true
		}
	}
	return m
}

func isOpening(mark string) bool { return strings.Contains("\"“„«‘'''``([", mark) }
