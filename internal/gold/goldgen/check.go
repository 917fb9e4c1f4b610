package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout/internal/gold"
	"readout/internal/store"
)

// checker goes through the gold line by line before anything is made of it,
// so that every fault is named with the file and line where it stands, and a
// writer sees all of them at once.
type checker struct {
	story      *joint
	reports    []*report
	statements map[string]int    // "01/s1": its line
	joined     map[string]string // commitments, contacts and incidents of the reports: their section
	faults     []error
}

// check gives everything that is wrong with the gold, joined, or nil.
func check(s *joint, reports []*report) error {
	c := &checker{story: s, reports: reports, statements: map[string]int{}, joined: map[string]string{}}
	for _, r := range reports {
		c.register(r)
	}
	for _, r := range reports {
		c.report(r)
	}
	c.terms()
	c.storyLines()
	return errors.Join(c.faults...)
}

// register keeps what the lines of all reports may refer to.
func (c *checker) register(r *report) {
	for _, s := range r.gold.Statements {
		if first, ok := c.statements[r.full(s.ID)]; ok {
			c.at(r.file, s.No).fail("a second statement %s, beside line %d", s.ID, first)
		}
		c.statements[r.full(s.ID)] = s.No
	}
	for _, it := range r.gold.Commitments {
		c.join(r, it.Line, it.ID, "commitment")
	}
	for _, it := range r.gold.Contacts {
		c.join(r, it.Line, it.ID, "contact")
	}
	for _, it := range r.gold.Incidents {
		c.join(r, it.Line, it.ID, "incident")
	}
}

func (c *checker) join(r *report, l gold.Line, id, what string) {
	switch before := c.joined[id]; {
	case id == "":
		c.at(r.file, l.No).fail("a %s without id=", what)
	case before != "" && before != what:
		c.at(r.file, l.No).fail("%s is a %s elsewhere", id, before)
	}
	c.joined[id] = what
}

// spot is a line of a gold file, for the message about it.
type spot struct {
	c    *checker
	file string
	line int
}

func (c *checker) at(file string, line int) spot { return spot{c, file, line} }

func (s spot) fail(format string, args ...any) {
	s.c.faults = append(s.c.faults, fmt.Errorf("%s: line %d: "+format, append([]any{s.file, s.line}, args...)...))
}

// parties wants every name to be one of a party, by name or id; "" is nobody.
func (s spot) parties(key string, names ...string) {
	for _, n := range names {
		if _, ok := s.c.story.parties.byName[n]; !ok && n != "" {
			s.fail("%s: no party of story.txt is called %q", key, n)
		}
	}
}

// those wants every statement to be there, by its id of the story.
func (s spot) those(key string, ids ...string) {
	for _, id := range ids {
		if _, ok := s.c.statements[id]; !ok {
			s.fail("%s: no statement %s", key, id)
		}
	}
}

// reportKeys wants every key to be one of a report; "" is none.
func (s spot) reportKeys(key string, those ...string) {
	for _, k := range those {
		if k != "" && !slices.ContainsFunc(s.c.reports, func(r *report) bool { return r.key == k }) {
			s.fail("%s: no report %q", key, k)
		}
	}
}

// dates wants EDTF values; "" is none.
func (s spot) dates(key string, values []string) {
	for _, v := range values {
		if _, _, ok := store.Days(v); !ok && v != "" {
			s.fail("%s: no day, month, year or stretch of them: %q", key, v)
		}
	}
}

// onList wants the values to stand in a closed list, its words parted by spaces.
func (s spot) onList(key string, values []string, list string) {
	for _, v := range values {
		if !slices.Contains(strings.Fields(list), v) {
			s.fail("%s=%s: not one of %s", key, v, list)
		}
	}
}
