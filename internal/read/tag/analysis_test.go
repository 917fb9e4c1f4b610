package tag

import (
	"os"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/nn/wordpiece"
)

// analysis cuts a text simply: tokens are runs of letters, digits, hyphens and
// apostrophes or one other mark; a sentence ends with a full stop or with its line.
func analysis(text string) *readout.Analysis {
	a := &readout.Analysis{Doc: &readout.Document{Text: text}}
	open := false // a sentence
	for i := 0; i < len(text); {
		end := i + tokenLen(text[i:])
		c, _ := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == '\n':
			open = false
		case !unicode.IsSpace(c):
			addToken(a, readout.Range{Start: i, End: end}, open)
			open = !strings.Contains(".?!", text[i:end])
		}
		i = end
	}
	return a
}

func tokenLen(s string) int {
	n := strings.IndexFunc(s, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsNumber(c) && !strings.ContainsRune("-'’", c)
	})
	switch n {
	case -1:
		return len(s)
	case 0:
		_, n = utf8.DecodeRuneInString(s)
	}
	return n
}

// addToken goes on with the last sentence or opens one.
func addToken(a *readout.Analysis, r readout.Range, goesOn bool) {
	if !goesOn {
		a.Sentences = append(a.Sentences, readout.Sentence{Range: r, First: len(a.Tokens)})
	}
	n := len(a.Sentences) - 1
	t := readout.Token{Range: r, Sentence: n}
	if !strings.ContainsFunc(a.Doc.Text[r.Start:r.End], isWord) {
		t.Kind = readout.Punct
	}
	a.Tokens = append(a.Tokens, t)
	a.Sentences[n].End, a.Sentences[n].Last = r.End, len(a.Tokens)
}

// blocks makes a block of what stands between blank lines, wrapped or not.
func blocks(a *readout.Analysis) *readout.Analysis {
	at := 0
	for _, s := range strings.SplitAfter(a.Doc.Text, "\n\n") {
		if end := at + len(strings.TrimRight(s, "\n")); end > at {
			a.Blocks = append(a.Blocks, readout.Block{Range: readout.Range{Start: at, End: end}, Class: readout.Body})
		}
		at += len(s)
	}
	return a
}

var pieces = sync.OnceValues(func() (*wordpiece.Tokenizer, error) {
	vocabulary, err := os.ReadFile("../../../models/vocab.txt")
	if err != nil {
		return nil, err
	}
	return wordpiece.New(string(vocabulary))
})

// pageOf lays out an analysis with the encoder's own vocabulary.
func pageOf(t testing.TB, a *readout.Analysis) *page {
	t.Helper()
	tokens, err := pieces()
	if err != nil {
		t.Fatal(err)
	}
	return newPage(a, tokens)
}
