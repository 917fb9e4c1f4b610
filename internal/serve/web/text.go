package web

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// paragraph is a stretch of a document between empty lines, with the notes on
// what begins in it. Label is the class of a paragraph that is all of one class
// other than body.
type paragraph struct {
	Label string
	Runs  []run
	Notes []note
}

// run is a stretch of text that is marked in one way. Marks nest and overlap;
// runs do neither, so that they can be written as elements one after another.
type run struct {
	Text    string
	Class   string // style names; empty for plain text
	Title   string // who says what, on hovering
	Label   string // class of a segment that begins here, inside a paragraph
	Anchors []anchor
}

// anchor is the place where a statement or a response begins. Number is that of
// its note, 0 for a response that is noted with its statement.
type anchor struct {
	ID     string
	Number int
}

// layOut cuts a document into paragraphs of runs.
func layOut(page *query.DocumentPage) []paragraph {
	text := page.Document.Text
	marks := marksOf(page, text)
	l := &layout{text: text, marks: marks, begun: notesOf(page)}
	var all []paragraph
	for _, r := range paragraphs(text) {
		all = append(all, l.paragraph(r))
	}
	if n := len(all); n > 0 && len(l.begun) > 0 { // what begins after the last paragraph
		last := &all[n-1]
		last.Runs = append(last.Runs, run{Anchors: last.note(l.begun)})
	}
	return all
}

// paragraphs gives the stretches between empty lines, without the line ends
// around them.
func paragraphs(text string) []readout.Range {
	var all []readout.Range
	start, end := -1, 0
	for at := 0; at < len(text); {
		next := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		line := strings.TrimRight(text[at:next], "\r\n")
		switch {
		case strings.TrimSpace(line) != "":
			if start < 0 {
				start = at
			}
			end = at + len(line)
		case start >= 0:
			all = append(all, readout.Range{Start: start, End: end})
			start = -1
		}
		at = next
	}
	if start >= 0 {
		all = append(all, readout.Range{Start: start, End: end})
	}
	return all
}

// layout walks through a text once, from paragraph to paragraph.
type layout struct {
	text  string
	marks []mark  // not reached yet
	open  []mark  // reached and perhaps not ended
	begun []begun // not reached yet
}

func (l *layout) paragraph(r readout.Range) paragraph {
	var p paragraph
	said := "" // the label that was written last
	for at := r.Start; at < r.End; {
		l.reach(at)
		end := l.nextCut(at, r.End)
		one := l.run(at, end)
		label := l.labelHere()
		if label != said {
			one.Label, said = label, label
		}
		n := 0
		for n < len(l.begun) && l.begun[n].Start < end {
			n++
		}
		one.Anchors = p.note(l.begun[:n])
		l.begun = l.begun[n:]
		p.Runs = append(p.Runs, one)
		at = end
	}
	p.liftLabel(r)
	return p
}

// note puts what begins here into the margin.
func (p *paragraph) note(all []begun) []anchor {
	var anchors []anchor
	for _, b := range all {
		a := anchor{ID: b.id}
		if b.note != nil {
			a.Number = b.note.Number
			p.Notes = append(p.Notes, *b.note)
		}
		anchors = append(anchors, a)
	}
	return anchors
}

// liftLabel moves the label of a paragraph that is all of one class from its
// first run to the paragraph.
func (p *paragraph) liftLabel(r readout.Range) {
	if len(p.Runs) == 0 || p.Runs[0].Label == "" {
		return
	}
	for i, one := range p.Runs {
		if i > 0 && one.Label != "" || !strings.Contains(one.Class, "seg") {
			return
		}
	}
	p.Label, p.Runs[0].Label = p.Runs[0].Label, ""
}

// reach opens the marks that start by at and closes those that end there.
func (l *layout) reach(at int) {
	for len(l.marks) > 0 && l.marks[0].Start <= at {
		l.open = append(l.open, l.marks[0])
		l.marks = l.marks[1:]
	}
	l.open = slices.DeleteFunc(l.open, func(m mark) bool { return m.End <= at })
}

// nextCut is the next place where the marking changes or something begins.
func (l *layout) nextCut(at, end int) int {
	if len(l.marks) > 0 {
		end = min(end, l.marks[0].Start)
	}
	for _, m := range l.open {
		end = min(end, m.End)
	}
	for _, b := range l.begun {
		if b.Start > at {
			return min(end, b.Start)
		}
	}
	return end
}

// run marks a stretch by the innermost statement that gives it a role.
func (l *layout) run(start, end int) run {
	r := run{Text: strings.ReplaceAll(l.text[start:end], "\r\n", "\n")}
	if end < len(l.text) && l.text[end] == '\n' { // a run that ends inside \r\n
		r.Text = strings.TrimSuffix(r.Text, "\r")
	}
	var best *mark
	contents, segment := 0, ""
	for i := range l.open {
		m := &l.open[i]
		if m.role == other {
			segment = " seg " + m.title
			continue
		}
		if m.role == content {
			contents++
		}
		if best == nil || rank(m) < rank(best) || rank(m) == rank(best) && m.owner < best.owner {
			best = m
		}
	}
	if best != nil {
		r.Class, r.Title = styleOf[best.role], best.title
		if best.shaky {
			r.Class += " shaky"
		}
		if best.role != content && contents > 0 || contents > 1 {
			r.Class += " inner"
		}
	}
	r.Class = strings.TrimSpace(r.Class + segment)
	return r
}

// labelHere is the class of the segment that covers the present place.
func (l *layout) labelHere() string {
	label := ""
	for _, m := range l.open {
		if m.role == other {
			label = m.title
		}
	}
	return label
}
