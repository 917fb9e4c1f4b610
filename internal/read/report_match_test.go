package read_test

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/gold"
)

// exam compares one case with what was read.
type exam struct {
	*gold.Case
	doc      *readout.Document
	rec      *readout.Record
	parties  map[string]readout.Party
	found    map[string]*readout.Statement // by the id that the case gives
	spans    map[string]readout.Range      // of found statements, by their own id
	compared map[string]bool               // sections
	verdicts []verdict
	surplus  []surplus
}

// verdict is what is wrong with one expectation; nothing, if it is met.
type verdict struct {
	gold.Line
	found    bool // false also of an optional one that was not found
	problems []string
}

// surplus is something found that nobody expects. Known is the line of the
// file that knows of it.
type surplus struct {
	section, what string
	at            readout.Range
	known         int
}

func newExam(c *gold.Case, doc *readout.Document, rec *readout.Record) *exam {
	x := &exam{
		Case: c, doc: doc, rec: rec, parties: map[string]readout.Party{}, found: map[string]*readout.Statement{},
		spans: map[string]readout.Range{}, compared: map[string]bool{},
	}
	for _, p := range rec.Parties {
		x.parties[p.ID] = p
	}
	for _, s := range rec.Statements {
		x.spans[s.ID] = s.Span.Bytes()
	}
	return x
}

// section pairs expectations with finds, the likeliest pairs first, each once;
// weight 0 forbids. A find is shown by where it stands and what it is.
type section[E, F any] struct {
	name    string
	weight  func(E, F) float64
	line    func(E) gold.Line
	bind    func(E, F) // told of every pair before the first is compared
	compare func(E, F, *problems)
	show    func(F) (readout.Range, string)
	spare   func(F) bool // a find that is no fault when nobody expects it
}

func (s section[E, F]) run(x *exam, want []E, got []F) {
	if !x.Has(s.name) {
		return
	}
	x.compared[s.name] = true
	pairs := assign(want, got, s.weight)
	taken := map[int]bool{}
	for i, j := range pairs {
		taken[j] = true
		if s.bind != nil {
			s.bind(want[i], got[j])
		}
	}
	for i, e := range want {
		j, ok := pairs[i]
		v := verdict{Line: s.line(e), found: ok}
		switch {
		case ok:
			p := &problems{}
			s.compare(e, got[j], p)
			v.problems = p.list
		case !v.Optional:
			v.problems = []string{s.name + ": not found"}
		}
		x.verdicts = append(x.verdicts, v)
	}
	for j, f := range got {
		if !taken[j] && (s.spare == nil || !s.spare(f)) {
			at, what := s.show(f)
			x.addSurplus(s.name, at, what)
		}
	}
}

// addSurplus notes a find that nobody expects, and which "~+" line knows it.
func (x *exam) addSurplus(section string, at readout.Range, what string) {
	f := surplus{section: section, at: at, what: fmt.Sprintf("%s %q", what, x.Text[at.Start:at.End])}
	for _, s := range x.Surplus {
		used := slices.ContainsFunc(x.surplus, func(o surplus) bool { return o.known == s.No })
		if s.Section == section && !used && s.Span.First().Overlaps(at) {
			f.known = s.No
			break
		}
	}
	x.surplus = append(x.surplus, f)
}

// assign pairs the two lists one to one, the heaviest pairs first.
func assign[E, F any](want []E, got []F, weight func(E, F) float64) map[int]int {
	type pair struct {
		i, j int
		w    float64
	}
	var all []pair
	for i, e := range want {
		for j, f := range got {
			if w := weight(e, f); w > 0 {
				all = append(all, pair{i, j, w})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		switch {
		case a.w > b.w:
			return -1
		case a.w < b.w:
			return 1
		}
		return 0
	})
	out, used := map[int]int{}, map[int]bool{}
	for _, p := range all {
		if _, ok := out[p.i]; !ok && !used[p.j] {
			out[p.i], used[p.j] = p.j, true
		}
	}
	return out
}

// problems collects what differs.
type problems struct{ list []string }

func (p *problems) addf(format string, args ...any) {
	p.list = append(p.list, fmt.Sprintf(format, args...))
}

// is checks a field that the line gives; nil wants are not checked.
func is[T comparable](p *problems, field string, want gold.Any[T], got T) {
	if want != nil && !slices.Contains(want, got) {
		p.addf("%s: want %v, got %v", field, orNone(want), got)
	}
}

func orNone[T any](want gold.Any[T]) string {
	var parts []string
	for _, w := range want {
		s := fmt.Sprint(w)
		if s == "" || s == "[]" {
			s = gold.None
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " or ")
}
