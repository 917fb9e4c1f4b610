package segment

import (
	"strings"
	"unicode"

	"readout"
)

// paragraphs cuts the text at line ends; lines that are one paragraph wrapped
// at a column stay together.
func paragraphs(text string) []readout.Range {
	var out []readout.Range
	wrapped := hardWrapped(text)
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if r := trim(text, readout.Range{Start: start, End: end}); !r.Empty() {
				out = append(out, r)
			}
		}
		start = -1
	}
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		blank := strings.TrimSpace(text[at:end]) == ""
		if blank || wrapped && bullet.MatchString(strings.TrimLeft(text[at:end], " \t")) {
			flush(at)
		}
		if !blank && start < 0 {
			start = at
		}
		if !wrapped {
			flush(end)
		}
		at = next
	}
	flush(len(text))
	return out
}

// lineEnd gives where the line at i ends and where the next begins.
func lineEnd(text string, i int) (end, next int) {
	n := strings.IndexByte(text[i:], '\n')
	if n < 0 {
		return len(text), len(text)
	}
	return i + n, i + n + 1
}

// hardWrapped reports whether most line ends inside paragraphs stand in the
// middle of a sentence, at about one column: the text was wrapped.
func hardWrapped(text string) bool {
	lines := strings.Split(text, "\n")
	inside, mid := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		line, next := strings.TrimSpace(lines[i]), strings.TrimSpace(lines[i+1])
		if line == "" || next == "" {
			continue
		}
		inside++
		last := line[len(line)-1]
		if len(line) >= 45 && len(line) <= 110 && !strings.ContainsRune(".!?\":)", rune(last)) {
			mid++
		}
	}
	return inside >= 3 && mid*10 >= inside*6
}

// trim drops white space and invisible characters at both ends.
func trim(text string, r readout.Range) readout.Range {
	s := text[r.Start:r.End]
	left := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	s = strings.TrimSpace(s)
	return readout.Range{Start: r.Start + left, End: r.Start + left + len(s)}
}
