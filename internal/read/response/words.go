package response

import "strings"

// words are the language's words of answering: class → word → true. A word may
// be of several classes ("comment" is a verb and what is asked for).
type words map[string]map[string]bool

// is reports that token i is a word of one of these classes.
func (f *finder) is(i int, classes ...string) bool {
	low := f.Low(i)
	for _, c := range classes {
		if f.words[c][low] {
			return true
		}
	}
	return false
}

// negations are words that take back the verb they hang on.
var negations = map[string]bool{"not": true, "never": true, "n't": true, "neither": true, "nor": true, "cannot": true}

// negates reports a word of denial, alone or melted into its auxiliary.
func (f *finder) negates(i int) bool {
	return negations[f.Low(i)] || strings.HasSuffix(f.Low(i), "n't")
}

// verb reports that token i is parsed as a verb.
func (f *finder) verb(i int) bool {
	u := f.A.Tokens[i].UPOS
	return u == "VERB" || u == "AUX" || f.Low(i-1) == "to" && f.related(i, "xcomp")
}
