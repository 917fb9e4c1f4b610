package eval

import (
	"fmt"
	"io"
	"strings"
)

// Report is the outcome of one comparison: notes on what could not be
// compared, and the measures in the order in which they are printed.
type Report struct {
	Notes    []string
	Measures []Measure
}

// Measure is one figure with its name and, one a line, what was got wrong.
type Measure struct {
	Name    string
	Figures Figures
	Misses  []string
}

// Line is the measure as one line of a report or a table.
func (m Measure) Line() Line { return Line{m.Name, m.Figures.String()} }

// Line is a name and its figures as they are printed.
type Line struct {
	Name    string
	Figures string
}

func (l Line) String() string { return fmt.Sprintf("%-28s %s", l.Name, l.Figures) }

// Lines is the report without notes and misses.
func (r *Report) Lines() []Line {
	lines := make([]Line, len(r.Measures))
	for i, m := range r.Measures {
		lines[i] = m.Line()
	}
	return lines
}

// Write prints the notes, then a line a measure, each with up to misses of the
// things that were got wrong.
func (r *Report) Write(w io.Writer, misses int) error {
	var b strings.Builder
	for _, n := range r.Notes {
		fmt.Fprintln(&b, "ERROR", n)
	}
	for _, m := range r.Measures {
		fmt.Fprintln(&b, m.Line())
		for _, miss := range m.Misses[:max(0, min(misses, len(m.Misses)))] {
			fmt.Fprintln(&b, "   ", miss)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sheet is a report in the making.
type sheet struct {
	notes  []string
	lines  []Measure
	misses map[string][]string
}

func (s *sheet) note(format string, args ...any) {
	s.notes = append(s.notes, fmt.Sprintf(format, args...))
}

// put enters a measure.
func (s *sheet) put(name string, f Figures) {
	s.lines = append(s.lines, Measure{Name: name, Figures: f})
}

// f1 is the F1 of a measure that has been entered, 0 of any other.
func (s *sheet) f1(name string) float64 {
	for _, m := range s.lines {
		if f, ok := m.Figures.(PRF); ok && m.Name == name {
			return f.F1
		}
	}
	return 0
}

// miss keeps one thing that was got wrong, on one line.
func (s *sheet) miss(name string, what ...any) {
	if s.misses == nil {
		s.misses = map[string][]string{}
	}
	parts := make([]string, len(what))
	for i, w := range what {
		parts[i] = strings.Join(strings.Fields(fmt.Sprint(w)), " ")
	}
	s.misses[name] = append(s.misses[name], strings.Join(parts, " | "))
}

func (s *sheet) report() *Report {
	for i := range s.lines {
		s.lines[i].Misses = s.misses[s.lines[i].Name]
	}
	return &Report{Notes: s.notes, Measures: s.lines}
}
