package proposition

import (
	"strings"

	"readout/internal/ledger/match"
)

// alikeIn reports whether one sentence of a long content has nearly all words of
// a short one and as many negations: what the others deny is another matter
// ("There was no warning. They opened the sluice and drove home.").
func (f *File) alikeIn(long, short *content) bool {
	if len(short.stems) < shortest || long.negated == short.negated {
		return false
	}
	sentences := strings.FieldsFunc(quoted.Replace(long.text), func(r rune) bool { return strings.ContainsRune(".!?", r) })
	if len(sentences) < 2 {
		return false
	}
	for _, s := range sentences {
		c := f.content(s)
		if c.negated == short.negated && match.Containment(short.stems, c.stems, f.counts.Weight) >= contained {
			return conflict(&c, short) == ""
		}
	}
	return false
}

// quoted ends a sentence where a quotation is interrupted.
var quoted = strings.NewReplacer(",’ ", ". ", ",” ", ". ", `," `, ". ")
