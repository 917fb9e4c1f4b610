package match

import "strings"

// stopWords are the function words of English: they stand in every text and
// make none like another.
var stopWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a an the this that these those some any each every both either such own other another same
	i you he she it we they me him her us them my your his its our their who whom whose which what there here
	himself herself itself themselves myself ourselves
	of in on at by for with from to into onto about against between among during over under upon within through
	across as than like per via amid toward towards around
	and or but so if then because while when where whether although though since until before after once
	be am is are was were been being have has had having do does did will would shall should can could may might must
	also just very too quite really already still yet even now again only up down out off
	say said says told tell yes well`) {
		m[w] = true
	}
	return m
}()

// Stop reports whether a lower-case word is a function word.
func Stop(w string) bool { return stopWords[w] }

// Stems is the set of stems of the words that are no function words. A word
// that begins with "@" is a name already folded and stays as it is.
func Stems(words []string) []string {
	var out []string
	for _, w := range words {
		switch {
		case strings.HasPrefix(w, "@"):
			out = append(out, w)
		case !stopWords[w]:
			out = append(out, Stem(w))
		}
	}
	return Set(out)
}
