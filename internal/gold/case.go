package gold

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"
)

// Sections lists the sections of a case, in their order.
var Sections = []string{
	"meta", "text", "segments", "times", "statements", "responses", "commitments", "contacts", "incidents",
}

// Case is one report with what is expected of it. A list is nil where its
// section is missing, and empty where the section is: use Has.
type Case struct {
	Comment     string
	Meta        map[string]string
	Text        string
	Segments    []Segment
	Times       []Time
	Statements  []Statement
	Responses   []Response
	Commitments []Commitment
	Contacts    []Contact
	Incidents   []Incident
	Surplus     []Surplus // the "~+" lines of all sections

	sections map[string]bool
}

// Surplus is a known false find of the reader.
type Surplus struct {
	Line
	Section string
	Span    Any[Snippet]
}

// Has reports whether the case has the section.
func (c *Case) Has(section string) bool { return c.sections[section] }

// Parse reads a case that brings its own text. Errors name the line of the
// file.
func Parse(data []byte) (*Case, error) {
	c, ar, err := open(data)
	if err != nil {
		return nil, err
	}
	if !c.Has("text") {
		return nil, fmt.Errorf("no text section")
	}
	return c, c.fill(ar)
}

// ParseFor reads a case without a text section: its expectations are about
// this text, which is kept elsewhere.
func ParseFor(text string, data []byte) (*Case, error) {
	c, ar, err := open(data)
	if err != nil {
		return nil, err
	}
	if c.Has("text") {
		return nil, fmt.Errorf("a text section, beside the text it is for")
	}
	c.Text = text
	return c, c.fill(ar)
}

// part is a section with the number of its first line.
type part struct {
	name, data string
	first      int
}

// open splits the archive and reads the sections that are no lists of lines.
func open(data []byte) (*Case, []part, error) {
	ar := txtar.Parse(data)
	c := &Case{Comment: strings.TrimSpace(string(ar.Comment)), sections: map[string]bool{}}
	at := strings.Count(string(ar.Comment), "\n") + 1
	var parts []part
	for _, f := range ar.Files {
		p := part{f.Name, string(f.Data), at + 1}
		at = p.first + strings.Count(p.data, "\n")
		switch {
		case !slices.Contains(Sections, f.Name):
			return nil, nil, fmt.Errorf("line %d: no section is called %q", p.first-1, f.Name)
		case c.sections[f.Name]:
			return nil, nil, fmt.Errorf("line %d: a second section %q", p.first-1, f.Name)
		}
		c.sections[f.Name] = true
		switch f.Name {
		case "text":
			c.Text = p.data
		case "meta":
			if err := c.readMeta(p); err != nil {
				return nil, nil, err
			}
		default:
			parts = append(parts, p)
		}
	}
	return c, parts, nil
}

func (c *Case) readMeta(p part) error {
	c.Meta = map[string]string{}
	for i, line := range strings.Split(p.data, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if key = strings.TrimSpace(key); !ok || key == "" {
			return fmt.Errorf("line %d: meta is \"key: value\"", p.first+i)
		}
		c.Meta[key] = strings.TrimSpace(value)
	}
	return nil
}

// fill reads the sections that are lists of lines.
func (c *Case) fill(parts []part) error {
	for _, p := range parts {
		lines, err := Lines(p.data, p.first)
		if err != nil {
			return err
		}
		for _, l := range lines {
			if err := c.add(p.name, l); err != nil {
				return fmt.Errorf("line %d: %w", l.No, err)
			}
		}
	}
	return nil
}

// add reads one line of a section.
func (c *Case) add(section string, l Line) error {
	r := &reader{Line: l, locator: locator{text: c.Text}}
	if l.False {
		r.allow("")
		c.Surplus = append(c.Surplus, Surplus{l, section, r.loneSnippet()})
		return r.err
	}
	switch section {
	case "segments":
		c.Segments = append(c.Segments, r.segment())
	case "times":
		c.Times = append(c.Times, r.time())
	case "statements":
		c.Statements = append(c.Statements, r.statement())
	case "responses":
		c.Responses = append(c.Responses, r.response())
	case "commitments":
		c.Commitments = append(c.Commitments, r.commitment())
	case "contacts":
		c.Contacts = append(c.Contacts, r.contact())
	case "incidents":
		c.Incidents = append(c.Incidents, r.incident())
	}
	return r.err
}
