package tag

import "testing"

// FuzzTag lays the layers of a network of random weights over any text at all: what
// check holds is true of them, and the second time gives the same.
func FuzzTag(f *testing.F) {
	for _, text := range invented {
		f.Add(text)
	}
	for _, text := range odd {
		f.Add(text[:min(len(text), 200)])
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 500 {
			return
		}
		g := tagger(t)
		a, again := tagged(t, g, text), tagged(t, g, text)
		check(t, "lines", a)
		same(t, "lines", again, a)
		wrapped := blocks(analysis(text))
		g.Tag(wrapped)
		check(t, "blocks", wrapped)
	})
}
