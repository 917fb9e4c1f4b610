package response

import (
	"strings"

	"readout"
)

// topic is what a refusal to answer is about: the words behind its cue, up to the
// end of the clause, without "on" or "about".
func (f *finder) topic(cue readout.Range) string {
	var from, to int
	for k, t := range f.a.Tokens {
		if t.Start < cue.End {
			continue
		}
		w := f.low(k)
		if to == 0 && (w == "on" || w == "about") {
			continue
		}
		if sent := f.a.Sentences[t.Sentence]; sent.Start >= cue.End || t.Kind == readout.Punct || w == "and" || w == "but" {
			break
		}
		if to == 0 {
			from = t.Start
		}
		to = t.End
	}
	return strings.TrimSpace(f.a.Doc.Text[from:to])
}
