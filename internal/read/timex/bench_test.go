package timex

import (
	"strings"
	"testing"
)

// benchText is a report of the usual kind: an expression every dozen words.
const benchText = `The council of Lendwick voted on Tuesday to close the old ferry dock by the end of March, two years after a storm broke its pier.

"We will decide in three weeks, not tomorrow," said harbour master Nora Quell, who has run the dock since 1998. Repairs were to begin last autumn and would have taken at least eight months, she told reporters at 11 a.m. on Monday.

Owners of the boats, about forty of them, may have to moor in Averill until the second quarter of next year. The town earned 3.2 million crowns from them in the third quarter, up from 2.9 million a year earlier, and now fears for its summer trade.

A decision is due on Friday, May 15. The mayor, Otto Brask, recently promised that no one would be sent away; the following day his office said that he had meant the weekend.`

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat(benchText+"\n\n", 20)
	a, l := analysis(text, "2026-05-12"), english(b)
	tokens := 0
	for _, s := range a.Sentences {
		tokens += len(atomize(text, s.Range))
	}
	if found := len(Annotate(a, l)); found < 20*15 {
		b.Fatalf("only %d expressions", found)
	}
	for b.Loop() {
		Annotate(a, l)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
