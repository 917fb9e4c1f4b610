package wordpiece

import (
	"strings"
	"testing"
)

func BenchmarkNew(b *testing.B) {
	vocab := strings.Join(model(b).lexicon.pieces, "\n")
	for b.Loop() {
		if _, err := New(vocab); err != nil {
			b.Fatal(err)
		}
	}
}

// Two megabytes of prose, of one word, of accents out of order.
func BenchmarkAppend(b *testing.B) {
	const prose = "The harbour board said on Tuesday it would reopen the ferry quay; Ms Okonjo-Lisle's café, “closed since March”, was not asked. "
	tokenizer := model(b)
	for _, test := range []struct{ name, unit string }{
		{"prose", prose}, {"word", "x"}, {"words", strings.Repeat("x", 100) + " "}, {"marks", "\u0345\u0301\u0334\u302e"},
	} {
		b.Run(test.name, func(b *testing.B) {
			text := strings.Repeat(test.unit, 2<<20/len(test.unit))
			dst := tokenizer.Append(nil, text)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				dst = tokenizer.Append(dst[:0], text)
			}
			b.ReportMetric(float64(len(dst))*float64(b.N)/b.Elapsed().Seconds(), "pieces/s")
		})
	}
}
