package tag

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// TestWindows: each word is one window's own, in order, with context before it and
// no more pieces than an encoder takes.
func TestWindows(t *testing.T) {
	for name, text := range odd {
		p := pageOf(t, analysis(text))
		next := 0
		for _, w := range p.windows() {
			if w.core != next || w.context > w.core || w.end <= w.core {
				t.Fatalf("%s: window %d, %d, %d stands behind word %d", name, w.context, w.core, w.end, next)
			}
			if w.lo != p.firstPiece(w.context) || w.context < w.core && !p.words[w.context].opens {
				t.Errorf("%s: the context at word %d begins at piece %d, inside a sentence or not", name, w.context, w.lo)
			}
			checkSize(t, name, w)
			next = w.end
		}
		if next != len(p.words) {
			t.Errorf("%s: the last of %d words is %d", name, len(p.words), next)
		}
	}
}

// checkSize lets the last word of a window, which may be a long one, stand out.
func checkSize(t *testing.T, name string, w window) {
	t.Helper()
	if n := w.firstPiece(w.end-1) - w.firstPiece(w.core); n > corePieces {
		t.Errorf("%s: window at word %d has %d pieces before its last word", name, w.core, n)
	}
	if n := w.firstPiece(w.core) - w.lo; n > contextPieces {
		t.Errorf("%s: window at word %d has %d pieces of context", name, w.core, n)
	}
	if n := w.end - w.context; n > 2*(corePieces+contextPieces)+1 {
		t.Errorf("%s: window at word %d has %d words", name, w.core, n)
	}
}

func TestWindowsCutWhereTheyShould(t *testing.T) {
	sentence := strings.Repeat("the union will stay ", 10) + "here. " // 42 pieces
	for _, c := range []struct {
		name, text string
		want       string // words of context and own of each window
	}{
		{"one", sentence, "0+42"},
		{"paragraphs stay whole", strings.Repeat(strings.Repeat(sentence, 3)+"\n", 5), "0+252 42+252 42+126"},
		{"sentences of a long paragraph", strings.Repeat(sentence, 10), "0+252 42+168"},
		{"words of a long sentence", strings.Repeat("no ", 600) + ".", "0+288 0+288 0+25"},
	} {
		var got []string
		for _, w := range pageOf(t, analysis(c.text)).windows() {
			got = append(got, spellWindow(w))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// A text of 100,000 words takes memory for its words and pieces, and no more.
func TestMemoryOfManyWords(t *testing.T) {
	const words = 100_000
	for name, unit := range map[string]string{"sentences": "The union will stay here. ", "one sentence": "and the union will stay ", "paragraphs": "“Yes,” he said so.\n"} {
		a := analysis(strings.Repeat(unit, words/5))
		pageOf(t, analysis(""))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p := pageOf(t, a)
		n := len(p.windows())
		runtime.ReadMemStats(&after)
		if each := (after.TotalAlloc - before.TotalAlloc) / uint64(len(p.words)); each > 1000 {
			t.Errorf("%s: %d bytes a word", name, each)
		}
		if most := len(p.pieces)/(corePieces/2) + 1; n > most {
			t.Errorf("%s: %d windows of %d pieces, want no more than %d", name, n, len(p.pieces), most)
		}
	}
}

func spellWindow(w window) string { return fmt.Sprintf("%d+%d", w.core-w.context, w.end-w.core) }
