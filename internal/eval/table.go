package eval

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Table is the file of figures: sections, each of what was measured, with a
// line a measure. It is plain text, and the same figures give the same bytes:
//
//	# a comment
//	[polnear-dev]
//	segment.cue                  P 0.500  R 0.400  F1 0.444  (4/8/10)
type Table []Section

// Section is the figures of one measurement.
type Section struct {
	Name  string
	Lines []Line
}

const tableHeader = "# How good the reader is: name, rates and, in brackets, right/predicted/gold or right/compared."

// Put replaces the section of that name where it stands, or adds it at the end.
func (t *Table) Put(name string, lines []Line) {
	if i := t.find(name); i >= 0 {
		(*t)[i].Lines = lines
		return
	}
	*t = append(*t, Section{name, lines})
}

func (t *Table) find(name string) int {
	return slices.IndexFunc(*t, func(s Section) bool { return s.Name == name })
}

// Write prints the table.
func (t Table) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintln(&b, tableHeader)
	for _, s := range t {
		fmt.Fprintf(&b, "\n[%s]\n", s.Name)
		for _, l := range s.Lines {
			fmt.Fprintln(&b, l)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ParseTable reads what Write wrote. The error names the line.
func ParseTable(r io.Reader) (Table, error) {
	var t Table
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(name, "]") {
			t = append(t, Section{Name: strings.TrimSuffix(name, "]")})
			continue
		}
		name, figures, ok := strings.Cut(line, " ")
		if !ok || len(t) == 0 {
			return nil, fmt.Errorf("scores: line %d is neither a section nor a measure of one: %q", n, line)
		}
		last := &t[len(t)-1]
		last.Lines = append(last.Lines, Line{name, strings.TrimSpace(figures)})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("scores: %w", err)
	}
	return t, nil
}

// Movement is a measure whose figures are not what they were; Old or New is
// empty where only one table has it.
type Movement struct {
	Section, Name string
	Old, New      string
}

// Moved lists what differs from the old table, in this table's order. A section
// that this table does not have was not measured, and is left out.
func (t Table) Moved(old Table) []Movement {
	var moved []Movement
	for _, s := range t {
		var before []Line
		if i := old.find(s.Name); i >= 0 {
			before = old[i].Lines
		}
		for _, l := range s.Lines {
			if was := figuresOf(before, l.Name); was != l.Figures {
				moved = append(moved, Movement{s.Name, l.Name, was, l.Figures})
			}
		}
		for _, l := range before {
			if figuresOf(s.Lines, l.Name) == "" {
				moved = append(moved, Movement{s.Name, l.Name, l.Figures, ""})
			}
		}
	}
	return moved
}

func figuresOf(lines []Line, name string) string {
	for _, l := range lines {
		if l.Name == name {
			return l.Figures
		}
	}
	return ""
}

// String gives both figures and by how much the leading one, F1 where there is
// one, went up or down.
func (m Movement) String() string {
	where := fmt.Sprintf("[%s] %s", m.Section, m.Name)
	switch {
	case m.Old == "":
		return fmt.Sprintf("%s: new: %s", where, m.New)
	case m.New == "":
		return fmt.Sprintf("%s: gone: %s", where, m.Old)
	}
	by := ""
	old, okOld := headline(m.Old)
	now, okNew := headline(m.New)
	if okOld && okNew {
		by = fmt.Sprintf("%+.3g: ", now-old)
	}
	return fmt.Sprintf("%s: %s%s -> %s", where, by, m.Old, m.New)
}

var headlineNumber = regexp.MustCompile(`^(?:.*F1 |accuracy |count )?([0-9.]+)`)

// headline is the figure that stands for a line.
func headline(figures string) (float64, bool) {
	m := headlineNumber.FindStringSubmatch(figures)
	if m == nil {
		return 0, false
	}
	f, err := strconv.ParseFloat(m[1], 64)
	return f, err == nil
}
