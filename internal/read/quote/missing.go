package quote

import (
	"sort"
	"strings"

	"readout"
)

// opensLike reports that the paragraph behind block n opens with a single mark, so that
// one which this block does not close goes on there.
func opensLike(a *readout.Analysis, n int) bool {
	if n+1 >= len(a.Blocks) {
		return false
	}
	next := a.Doc.Text[a.Blocks[n+1].Start:a.Blocks[n+1].End]
	return strings.HasPrefix(next, "‘") || strings.HasPrefix(next, "'") && !strings.HasPrefix(next, "''")
}

// endBeforeCue ends a quotation that nothing closes in front of its cue: `"We have no
// water, said Ana Ruiz.`
func endBeforeCue(a *readout.Analysis, q *readout.Quote) {
	first := sort.Search(len(a.Tokens), func(i int) bool { return a.Tokens[i].Start >= q.Inner.Start })
	for i := first + 1; i+2 < len(a.Tokens) && a.Tokens[i+2].End <= q.End; i++ {
		said, who := a.Tokens[i+1], a.Tokens[i+2]
		if a.Doc.Text[a.Tokens[i].Start:a.Tokens[i].End] == "," && said.Class == readout.Verb && said.UPOS == "VERB" && who.Class == readout.Proper {
			q.Inner.End, q.End = a.Tokens[i].End, a.Tokens[i].End
			return
		}
	}
}
