package wordpiece

import "slices"

// marks holds a run of combining marks until the next starter, to put them into
// canonical order (UAX #15, D108 and D109: by class, else as written). Most are
// accents and are stripped afterwards, but spacing marks stay, and the
// reference hands out the places of a run by position: the first mark in order
// is given the place of the first mark written, and so on.
type marks struct {
	order  []uint64 // class, position in the run, whether it is kept, code point; from the highest bit down
	places []span
	kept   int // marks that are not stripped
}

const (
	markKept  = 1 << 21 // and below it the code point
	markIndex = 22      // the bits below the position
	markClass = 56      // the bits below the class
)

// add takes a mark that came from the bytes at s.
func (m *marks) add(c letter, s span, kept bool) {
	key := uint64(c.class)<<markClass | uint64(len(m.order))<<markIndex | uint64(c.r)
	if kept {
		key |= markKept
		m.kept++
	}
	m.order = append(m.order, key)
	m.places = append(m.places, s)
}

// settle moves the marks that are kept into the word and forgets the run.
func (m *marks) settle(w *word) {
	if m.kept > 0 {
		slices.Sort(m.order)
		for i, key := range m.order {
			if key&markKept != 0 {
				w.put(rune(key&(markKept-1)), m.places[i])
			}
		}
	}
	m.order, m.places, m.kept = m.order[:0], m.places[:0], 0
}
