package revision

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// piece is a paragraph or a statement: its place in the record, who it is by
// ("" of a paragraph), and its words.
type piece struct {
	at   int
	by   string
	text string
	set  []string
}

func pieceOf(at int, by, text string) piece {
	words := match.Words(text)
	return piece{at, by, strings.Join(words, " "), match.Set(words)}
}

func paragraphsOf(rec *readout.Record) []piece {
	var out []piece
	for i, s := range rec.Segments {
		if s.Class != readout.Metadata {
			out = append(out, pieceOf(i, "", s.Span.Text))
		}
	}
	return out
}

func statementsOf(rec *readout.Record) []piece {
	var out []piece
	for i, s := range rec.Statements {
		var text []string
		for _, c := range s.Content {
			text = append(text, c.Text)
		}
		if len(text) == 0 {
			text = append(text, s.Span.Text)
		}
		out = append(out, pieceOf(i, s.Speaker, strings.Join(text, " ")))
	}
	return out
}

// pair is what became of a piece.
type pair struct{ before, after *piece }

// diff lists what differs between two rows of pieces, in the order of the
// later row, what vanished behind it.
func diff(before, after []piece) []pair {
	before, after = without(before, after)
	var out []pair
	for i := range after {
		p := pair{after: &after[i]}
		best := altered
		k := -1
		for j := range before {
			if before[j].by != after[i].by {
				continue
			}
			if d := match.Dice(before[j].set, after[i].set, match.Flat); d >= best && (k < 0 || d > best) {
				best, k = d, j
			}
		}
		if k >= 0 {
			old := before[k]
			p.before = &old
			before = slices.Delete(slices.Clone(before), k, k+1)
		}
		out = append(out, p)
	}
	for i := range before {
		out = append(out, pair{before: &before[i]})
	}
	return out
}

// without leaves out the longest row of pieces that both have in one order.
func without(a, b []piece) (restA, restB []piece) {
	same := func(i, j int) bool { return a[i].by == b[j].by && a[i].text == b[j].text }
	longest := make([][]int, len(a)+1) // from a[i] and b[j] on
	for i := len(a); i >= 0; i-- {
		longest[i] = make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0 && i < len(a); j-- {
			if longest[i][j] = max(longest[i+1][j], longest[i][j+1]); same(i, j) {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case same(i, j):
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			restA, i = append(restA, a[i]), i+1
		default:
			restB, j = append(restB, b[j]), j+1
		}
	}
	return append(restA, a[i:]...), append(restB, b[j:]...)
}
