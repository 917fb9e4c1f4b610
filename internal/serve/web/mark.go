package web

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// mark is a role that a stretch of text has.
type mark struct {
	readout.Range
	role  role
	owner int // the length of the statement around it: the smaller, the further inside
	title string
	shaky bool // guessed
}

type role int

const (
	whole role = iota // somewhere in a statement
	source
	cue
	content
	answer // a response
	other  // a segment that is not body
)

var styleOf = map[role]string{whole: "st", source: "st src", cue: "st cue", content: "st con", answer: "st ans"}

// marksOf lists every marked stretch, in order of where it starts.
func marksOf(page *query.DocumentPage, text string) []mark {
	var marks []mark
	add := func(r readout.Range, m mark) {
		if r.Start >= 0 && r.Start < r.End && r.End <= len(text) {
			m.Range = r
			marks = append(marks, m)
		}
	}
	for i, s := range page.Statements {
		m := mark{owner: s.Span.Bytes().Len(), title: titleOf(page.Rows[i]), shaky: s.Grade == readout.Guessed}
		part := func(r role, span readout.Span) {
			m.role = r
			add(span.Bytes(), m)
		}
		part(whole, s.Span)
		if s.Source != nil {
			part(source, *s.Source)
		}
		if s.Cue != nil {
			part(cue, *s.Cue)
		}
		for _, c := range s.Content {
			part(content, c)
		}
	}
	for _, r := range page.Responses {
		add(r.Span.Bytes(), mark{role: answer, owner: r.Span.Bytes().Len(), title: cmp.Or(r.PartyName, "nobody named") + ": " + string(r.Status)})
	}
	for _, s := range page.Segments {
		if s.Class != readout.Body {
			add(s.Span.Bytes(), mark{role: other, title: string(s.Class)})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	return marks
}

func titleOf(r query.Row) string {
	return cmp.Or(r.SpeakerName, "nobody named") + " · " + string(r.Act) + " · " + grade(r.Grade)
}

// rank puts a part of a statement before a response, and that before being
// merely somewhere in a statement.
func rank(m *mark) int {
	switch m.role {
	case source, cue, content:
		return 0
	case answer:
		return 1
	}
	return 2
}
