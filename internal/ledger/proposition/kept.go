package proposition

import (
	"encoding/json"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

// kept is what a file knows of earlier reports. Groups are numbered in the order
// in which they were founded; a statement never changes its group.
type kept struct {
	count     *shelf.Counter
	groups    *shelf.Table[int, group]
	numbers   *shelf.Table[string, int]          // id of a group → its number
	index     *shelf.Postings[string]            // stem → groups
	places    *shelf.Counter                     // of members
	members   *shelf.Table[string, []membership] // of a statement the first is its own, the others a person's
	answers   *shelf.Counter
	responses *shelf.Table[string, response]
}

// membership is what a statement is in which group, and what of the statement
// its stances need.
type membership struct {
	Group, Place int
	Value        readout.StanceValue
	Bare         bool     `json:",omitempty"`
	Flipped      bool     `json:",omitempty"`
	SecondHand   []string `json:",omitempty"`
	Why          string
	Act          readout.Act
	Speaker      string
}

// response is one as it was read; Group is what it is about, -1 where that is
// not known.
type response struct {
	Place, Group int
	Response     readout.Response
}

// group is a proposition. Its text is that of its fittest member.
type group struct {
	id, founder string // founder is the statement that worded it first
	kind        readout.PropositionKind
	wording     []wording
	seen        match.Days // publication of the latest report on it
	related     []found
	text        string
	fitness     int
}

func newKept(s *shelf.Shelf) kept {
	return kept{
		count:     shelf.NewCounter(s, "proposition.count"),
		groups:    shelf.NewTable[int, group](s, "proposition"),
		numbers:   shelf.NewTable[string, int](s, "proposition.number"),
		index:     shelf.NewPostings[string](s, "proposition.index", lookedAt),
		places:    shelf.NewCounter(s, "proposition.members"),
		members:   shelf.NewTable[string, []membership](s, "proposition.member"),
		answers:   shelf.NewCounter(s, "response.count"),
		responses: shelf.NewTable[string, response](s, "response"),
	}
}

// entryOf is a group as it is written: of a wording, what all else follows
// from.
type entryOf struct {
	ID, Founder string
	Kind        readout.PropositionKind
	Seen        match.Days
	Text        string
	Fitness     int
	Wording     []wordingOf
	Related     []relatedTo
}

type wordingOf struct {
	Text, Words, Speaker string
	Flipped, Future      bool
}

type relatedTo struct {
	Group int
	Score float64
	Why   string
}

// MarshalJSON writes a group.
func (g group) MarshalJSON() ([]byte, error) {
	e := entryOf{ID: g.id, Founder: g.founder, Kind: g.kind, Seen: g.seen, Text: g.text, Fitness: g.fitness}
	for _, w := range g.wording {
		e.Wording = append(e.Wording, wordingOf{w.text, strings.Join(w.words, " "), w.speaker, w.flipped, w.future})
	}
	for _, r := range g.related {
		e.Related = append(e.Related, relatedTo{r.group, r.score, r.why})
	}
	return json.Marshal(e)
}

// UnmarshalJSON reads one.
func (g *group) UnmarshalJSON(b []byte) error {
	var e entryOf
	if err := json.Unmarshal(b, &e); err != nil {
		return err
	}
	*g = group{id: e.ID, founder: e.Founder, kind: e.Kind, seen: e.Seen, text: e.Text, fitness: e.Fitness}
	for _, w := range e.Wording {
		c := contentOf(w.Text, strings.Fields(w.Words))
		c.future = w.Future
		g.wording = append(g.wording, wording{content: c, speaker: w.Speaker, flipped: w.Flipped})
	}
	for _, r := range e.Related {
		g.related = append(g.related, found{group: r.Group, relation: related, score: r.Score, why: r.Why})
	}
	return nil
}

// group is the group with this number.
func (f *File) group(n int) *group {
	if g := f.kept.groups.Get(n); g != nil {
		return g
	}
	return &group{} // the shelf has failed, and says so at the end
}

// edit is group n, which is shown again.
func (f *File) edit(n int) *group {
	f.news.groups[n] = true
	return f.kept.groups.Edit(n)
}

func (f *File) found(e *entry, kind readout.PropositionKind) int {
	id := readout.NewID("q", e.st.ID)
	if n := f.kept.numbers.Get(id); n != nil {
		return *n // a person has taken it out of two others
	}
	n := f.kept.count.Next()
	g := group{id: id, founder: e.st.ID, kind: kind, fitness: leastFit}
	f.kept.groups.Put(n, g)
	f.kept.numbers.Put(g.id, n)
	return n
}

// keepMember notes what a statement is in a group; of two times that it is put
// there, which only persons do, the later holds.
func (f *File) keepMember(st *readout.Statement, g int, m member) {
	all := f.kept.members.Edit(st.ID)
	i := slices.IndexFunc(*all, func(before membership) bool { return before.Group == g })
	if i < 0 {
		i, *all = len(*all), append(*all, membership{Place: f.kept.places.Next()})
	}
	(*all)[i] = membership{
		Group: g, Place: (*all)[i].Place, Value: m.value, Bare: m.bare, Flipped: m.flipped, SecondHand: m.secondHand, Why: m.why,
		Act: st.Act, Speaker: st.Speaker,
	}
	f.news.members[st.ID] = true
}

func (f *File) keepResponse(r *readout.Response, group int) {
	f.kept.responses.Put(r.ID, response{f.kept.answers.Next(), group, *r})
	f.news.responses[r.ID] = true
}

// member is what a statement is in the group that it came to first, nil where
// it came to none.
func (f *File) member(statement string) *membership {
	if all := f.kept.members.Get(statement); all != nil && len(*all) > 0 {
		return &(*all)[0]
	}
	return nil
}

// relate links a group with one that came near when it was founded.
func (f *File) relate(g int, near found) {
	group := f.edit(g)
	group.related = append(group.related, near)
	f.news.near = append(f.news.near, g)
}
