package proposition

import (
	"cmp"
	"math"

	"readout"
	"readout/internal/ledger/ruling"
)

// obey puts entry e where a person wants it, with the stance that she gives it
// or, without one, its own; what it is to stand with and has not come yet will
// be put to it. False where nobody has decided, or nothing is there yet.
func (f *File) obey(r *report, e *entry, s stand) bool {
	done := false
	for _, link := range f.rulings.Under(e.st.ID) {
		if s.value == "" && link.Value == "" {
			continue // it takes no stand, and nobody says which
		}
		g, turn := f.wanted(e, s, link)
		if g < 0 {
			continue
		}
		m := member{value: s.value, flipped: turn, why: link.Why}
		if turn {
			m.value = turned[s.value]
		}
		if link.Value != "" {
			m.value = link.Value
		}
		m.bare = len(e.content.stems) == 0
		f.put(r, e, g, m)
		f.revalue(link, e.st.ID)
		done = true
	}
	return done
}

// wanted is the group that a link leads to, -1 where it is not there yet, and
// whether the entry's words put its matter the other way round.
func (f *File) wanted(e *entry, s stand, link ruling.Link) (g int, turn bool) {
	if link.ID != "" {
		return f.own(link, cmp.Or(s.kind, readout.Fact)), false
	}
	m := f.member(link.Statement)
	if m == nil || m.Group < 0 {
		return -1, false
	}
	c := f.weighed(&e.content)
	c.speaker = e.speaker
	group := f.group(m.Group)
	for i := range group.wording {
		w := &group.wording[i]
		if rel, _, _ := f.compare(c, w); rel >= same {
			_, known := turned[s.value]
			return m.Group, known && (rel == opposite) != w.flipped
		}
	}
	return m.Group, false
}

// own is the proposition in a person's own words, founded where it is not there.
func (f *File) own(link ruling.Link, kind readout.PropositionKind) int {
	if n := f.kept.numbers.Get(link.ID); n != nil {
		return *n
	}
	n := f.kept.count.Next()
	f.kept.groups.Put(n, group{id: link.ID, kind: kind, text: link.Words, fitness: math.MaxInt})
	f.kept.numbers.Put(link.ID, n)
	f.news.groups[n] = true
	return n
}

// revalue gives the statement of a link, which came first, the value that a
// person has given it on the other's proposition.
func (f *File) revalue(link ruling.Link, other string) {
	if link.Statement == "" {
		return
	}
	for _, back := range f.rulings.Under(link.Statement) {
		if back.Statement == other && back.Value != "" {
			m := &(*f.kept.members.Edit(link.Statement))[0]
			m.Value, m.Why = back.Value, back.Why
			f.news.members[link.Statement] = true
		}
	}
}

// barred reports whether a person has said that a statement does not stand in
// group g.
func (f *File) barred(statement string, g int) bool {
	for _, other := range f.rulings.Barred(statement) {
		if m := f.member(other); m != nil && m.Group == g || f.group(g).id == other {
			return true
		}
	}
	return false
}
