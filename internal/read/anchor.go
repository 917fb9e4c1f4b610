package read

import (
	"slices"
	"sort"

	"readout"
	"readout/internal/lang"
	"readout/internal/read/timex"
)

// anchored gives the time expressions of a report with those inside quotations
// reckoned from the day that the words were said, where the text gives it:
// "Tomorrow we march," she said on Sunday. The others stay as they are.
func anchored(a *readout.Analysis, l *lang.Language, statements []readout.Statement) []readout.Timex {
	times := slices.Clone(a.Times)
	for i := range statements {
		s := &statements[i]
		if s.Said == nil || s.Said.Grain != readout.GrainDay || s.Said.Phrase == nil || s.Parent != "" {
			continue
		}
		for _, c := range s.Content {
			at := c.Bytes()
			n := sort.Search(len(a.Times), func(n int) bool { return a.Times[n].Start >= at.Start })
			for ; n < len(a.Times) && a.Times[n].End <= at.End; n++ {
				if quoted(a.Quotes, a.Times[n].Range) {
					times[n] = timex.Resolve(a, l, a.Times[n], s.Said)
				}
			}
		}
	}
	return times
}

// quoted reports that a range lies inside one of the quotations, which stand in
// order of the text.
func quoted(quotes []readout.Quote, r readout.Range) bool {
	n := sort.Search(len(quotes), func(n int) bool { return quotes[n].Start > r.Start })
	for n--; n >= 0 && quotes[n].Outer >= 0; n-- { // the outermost one
		if quotes[n].Inner.Contains(r) {
			return true
		}
	}
	return n >= 0 && quotes[n].Inner.Contains(r)
}
