package eval

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/check"
)

// draftMark is what is expected of a paragraph of a draft: an error at some
// words, or that a kind of finding would be fair there.
type draftMark struct {
	kind  check.Kind
	fair  bool
	at    readout.Range // in bytes of the text without marks: the words; where fair, the paragraph
	words string
}

// parseDraft takes the marks out of a draft. A line "! kind: words" after a
// paragraph is an error in it, "? kind" a finding that would be fair. The
// error names the line.
func parseDraft(data string) (text string, marks []draftMark, err error) {
	var b strings.Builder
	start := 0 // of the paragraph
	for n, line := range strings.SplitAfter(data, "\n") {
		bare := strings.TrimRight(line, "\n")
		if !strings.HasPrefix(bare, "! ") && !strings.HasPrefix(bare, "? ") {
			if bare == "" {
				start = b.Len() + 1
			}
			b.WriteString(line)
			continue
		}
		m, err := parseMark(bare, b.String(), start)
		if err != nil {
			return "", nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		marks = append(marks, m)
	}
	return b.String(), marks, nil
}

// parseMark reads a mark of the paragraph that begins at start of the text and
// ends with it.
func parseMark(line, text string, start int) (draftMark, error) {
	kind, words, _ := strings.Cut(line[2:], ": ")
	if start >= len(text) {
		return draftMark{}, fmt.Errorf("no paragraph above %q", line)
	}
	m := draftMark{kind: check.Kind(kind), fair: line[0] == '?', at: readout.Range{Start: start, End: len(text)}, words: words}
	if !slices.Contains(check.Kinds, m.kind) {
		return m, fmt.Errorf("there is no kind %q", kind)
	}
	if m.fair {
		return m, nil
	}
	if words == "" || strings.Count(text[start:], words) != 1 {
		return m, fmt.Errorf("the paragraph has %q not once", words)
	}
	m.at.Start = start + strings.Index(text[start:], words)
	m.at.End = m.at.Start + len(words)
	return m, nil
}

// whole widens a range to the sentences that it touches.
func whole(r readout.Range, sentences []readout.Sentence) readout.Range {
	for _, s := range sentences {
		if meets(s.Range, r) {
			r = readout.Range{Start: min(r.Start, s.Start), End: max(r.End, s.End)}
		}
	}
	return r
}

// oneEach is an error if a sentence has two errors: which of them a finding means
// could not be told.
func oneEach(marks []draftMark, sentences []readout.Sentence) error {
	for i, m := range marks {
		for _, n := range marks[:i] {
			if !m.fair && !n.fair && meets(whole(m.at, sentences), whole(n.at, sentences)) {
				return fmt.Errorf("%q and %q are errors of one sentence", n.words, m.words)
			}
		}
	}
	return nil
}

func meets(a, b readout.Range) bool { return a.Start < b.End && b.Start < a.End }
