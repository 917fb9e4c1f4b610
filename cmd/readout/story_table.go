package main

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

const partyWidth, cellWidth = 20, 12

// tableRow is a party and a word for each matter, "" for none.
type tableRow struct {
	name  string
	cells []string
}

// table prints the positions on some matters: a row a party, a column a matter.
func (p *program) table(matters []query.Matter) {
	day := ""
	if at := matters[0].AsOf; at != nil {
		day = " AS OF " + at.Value
	}
	p.heading("POSITIONS" + day)
	for i, m := range matters {
		p.out.wrapped(plain, 4, letter(i)+" = "+oneLine(m.Text))
	}
	heads := make([]string, len(matters))
	for i := range matters {
		heads[i] = letter(i)
	}
	p.line(faint, tableRow{"", heads})
	rows := tableOf(matters)
	for _, r := range rows[:min(len(rows), maxParties)] {
		p.line(plain, r)
	}
	p.more(len(rows) - maxParties)
}

func (p *program) line(st style, r tableRow) {
	text := "    " + fit(r.name, partyWidth)
	for _, c := range r.cells {
		text += "  " + fit(c, cellWidth)
	}
	p.out.put(st, strings.TrimRight(text, " "))
	p.out.printf("\n")
}

func letter(i int) string { return string(rune('A' + i)) }

// tableOf has a row for every party that stands on one of the matters, or does
// not answer; those with most to show come first.
func tableOf(matters []query.Matter) []tableRow {
	var rows []tableRow
	at := map[string]int{}
	set := func(party, name string, column int, word string) {
		if party == "" {
			return
		}
		i, ok := at[party]
		if !ok {
			i = len(rows)
			at[party] = i
			rows = append(rows, tableRow{name, make([]string, len(matters))})
		}
		rows[i].cells[column] = word
	}
	for column, m := range matters {
		for _, s := range m.Silent {
			set(s.Party, s.PartyName, column, "nothing yet")
		}
		for _, r := range m.Unanswered() {
			set(r.Party, r.PartyName, column, statusWords(r.Status))
		}
		for _, s := range m.Positions {
			if s.Under == "" {
				set(s.Party, s.PartyName, column, string(s.Value))
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b tableRow) int { return b.filled() - a.filled() })
	return rows
}

func (r tableRow) filled() int {
	n := 0
	for _, c := range r.cells {
		if c != "" {
			n++
		}
	}
	return n
}

func statusWords(s readout.Status) string { return strings.ReplaceAll(string(s), "-", " ") }
