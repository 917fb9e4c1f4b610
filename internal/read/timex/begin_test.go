package timex

import (
	"reflect"
	"slices"
	"testing"
)

// The index only leaves out what would not fit: at every atom of the examples
// each rule that fits is among those that begin there.
func TestBeginsMissNothing(t *testing.T) {
	rs := load(english(t))
	for _, text := range []string{
		"On Monday, 3 March 2026, at 11:30 p.m. GMT, twenty-one days after the 1990s, he left.",
		"The ’80s; 'til 24/7 one day, May Day, the 21st century, first quarter of 2026, 2026-03-03, 03/03/2026.",
		"A hundred years ago Lendwick time 18:00, 1800 GMT, early next year and within the next ten days or so.",
	} {
		a := analysis(text, "2026-03-12")
		m := &matcher{ruleset: rs, atoms: atomize(text, a.Blocks[0].Range), anyCase: true}
		fitted := 0
		for j := range m.atoms {
			begin := slices.Collect(rs.begins.at(&m.atoms[j]))
			for i, r := range rs.rules {
				h := hit{rule: r, order: i, first: j, from: -1}
				if !m.step(&h, 0, j) || h.from < 0 {
					continue
				}
				if fitted++; !slices.Contains(begin, i) {
					t.Errorf("%q does not begin %q at %q", m.atoms[j].text, r.src, text[m.atoms[j].Start:])
				}
			}
		}
		if fitted < 5 {
			t.Errorf("%q: only %d rules fit", text, fitted)
		}
	}
}

func TestEveryShapeHasABeginning(t *testing.T) {
	for class := range shapes {
		if reflect.ValueOf(shapeBegins[class]).IsZero() {
			t.Errorf("%s begins with nothing", class)
		}
	}
}
