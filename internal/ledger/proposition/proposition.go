// Package proposition joins what several statements say of the same matter,
// and says where each stands towards it.
//
// A statement's content founds a proposition unless it is plainly the content
// of one that is there: words alike by weight (Dice or containment, rare words
// of the file count more, less is asked of one speaker who comes back to his
// matter, or all that speaks for it is weighed together) and nothing against it
// in names, numbers, negation, verbs that turn a clause round, order of names,
// tense or time; or the name of one proposal. What
// has no words of its own matter goes by the course of the report: a headline
// with the words below it, a quotation with the words that it bears out, a
// reason with the stand in its sentence, a denial ("dismissed the claim", "it
// did no such thing") with what it answers. The stance follows act, cue and
// negation, in the values of the record's format; there is no number. Each
// says why it was put where it is.
//
// Reports come one after the other and a statement never changes its
// proposition, so batches make no difference. What comes near is linked as
// possibly related, and listed as a candidate for a person. English only; no
// inference ("wants talks" is not "will talk"), and no vectors: on eight
// stories a sentence encoder (e5-small, cosine) found fewer of the pairs that a
// careful reader joins than weighted words did at nine right in ten, and beside
// the words, in one regression with them, neither e5-small nor bge-small added any.
package proposition

import (
	"cmp"
	"fmt"
	"slices"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/ruling"
	"readout/internal/ledger/shelf"
)

// Names folds the names of parties in a text to "@id" and knows which id
// stands for a party, and whether one passes on another's words as they are.
type Names interface {
	Fold(text string) []string
	Canonical(party string) string
	Relays(teller, speaker string) bool
}

// File is the propositions of all reports seen so far.
type File struct {
	names   Names
	twin    func(statement string) string
	rulings *ruling.Book
	counts  *match.Counts
	kept    kept
	news    news
	hits    match.Hits
}

// member is what a statement is in its group. A bare one has no wording of its
// own; a flipped one words the matter the other way round.
type member struct {
	value      readout.StanceValue // towards the group's wording
	bare       bool
	flipped    bool
	secondHand []string // parties of which it tells
	why        string
}

// wording is a content that a group is known by.
type wording struct {
	content
	speaker string
	flipped bool
	weight  float64 // of its stems, when the file had so many contents
	asOf    int
}

// New is the file that a shelf holds. twin gives an earlier statement with the
// same words of the same speaker, or "".
func New(s *shelf.Shelf, names Names, rulings *ruling.Book, twin func(statement string) string) *File {
	return &File{
		names: names, twin: twin, rulings: rulings, counts: match.NewCounts(shelf.NewTally(s, "proposition.stem")), kept: newKept(s), news: newNews(),
	}
}

// entry is a statement of the report being added, with what it became.
type entry struct {
	st       *readout.Statement
	speaker  string
	content  content
	headline bool
	group    int // -1: none
	value    readout.StanceValue
}

// report is one report while it is added.
type report struct {
	doc       *readout.Document
	published match.Days
	entries   []entry
	parents   map[string]*readout.Statement
}

// Add takes in the statements and responses of one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	r := &report{doc: doc, parents: map[string]*readout.Statement{}}
	if doc.Published.Known() {
		r.published = match.ParseDays(doc.Published.Value)
	}
	for i := range rec.Statements {
		st := &rec.Statements[i]
		r.parents[st.ID] = st
		r.entries = append(r.entries, entry{
			st: st, speaker: f.names.Canonical(st.Speaker), content: f.content(contentText(st)), group: -1,
			headline: rec.Within(st.Span, readout.Headline),
		})
		e := &r.entries[len(r.entries)-1]
		e.content.future = e.content.future || slices.Contains(aheadActs, st.Act)
	}
	slices.SortStableFunc(r.entries, func(a, b entry) int { return cmp.Compare(a.st.Span.BStart, b.st.Span.BStart) })
	for i := range r.entries {
		f.counts.Add(r.entries[i].content.stems)
	}
	for _, headlines := range []bool{false, true} { // a headline is worded by what stands below it
		for i := range r.entries {
			if r.entries[i].headline == headlines && r.entries[i].group < 0 {
				f.place(r, i)
			}
		}
	}
	for i := range rec.Responses {
		f.keepResponse(&rec.Responses[i], f.about(r, &rec.Responses[i]))
	}
}

// place finds the group of entry i: by the same words, by what it refers to,
// by likeness, else a new one.
func (f *File) place(r *report, i int) {
	e := &r.entries[i]
	s, ok := standOf(e.st)
	if f.obey(r, e, s) || !ok {
		return
	}
	if slices.Contains(calling, e.st.Act) && s.value == readout.Affirms && callsFor(&e.content) {
		s = stands[readout.ActRequest]
	}
	if (s.value == readout.Supports || s.value == readout.Opposes) && len(e.content.thing) > 0 {
		s.kind = readout.Proposal
	}
	if f.sameWords(r, e, s) || f.refer(r, i, s) || f.goesOn(r, i, s) || len(e.content.stems) < 2 || f.refuted(r, e, s) {
		return
	}
	if g := f.denied(r, i, s); g >= 0 {
		f.put(r, e, g, member{value: s.value, why: "denies in like words what another party says before it"})
		return
	}
	if g := f.heads(r, i, s); g >= 0 {
		f.put(r, e, g, member{value: s.value, why: "the headline of what is told first below it"})
		return
	}
	f.byWords(r, e, s)
}

// byWords puts entry e to the group that has its words, else founds one.
func (f *File) byWords(r *report, e *entry, s stand) {
	best, near := f.nearest(r, e, s.kind)
	value := s.value
	if best.group >= 0 && best.relation == opposite {
		var ok bool
		if value, ok = turn(value); !ok {
			near, best.group = best, -1
			near.why = "worded the other way round, by what takes no side"
		}
	}
	if best.group >= 0 {
		why := fmt.Sprintf("like words (%.2f)", best.score)
		f.put(r, e, best.group, member{value: value, flipped: best.relation == opposite, why: why})
		return
	}
	g := f.found(e, s.kind)
	f.put(r, e, g, member{value: s.value, why: "words it first"})
	if near.group >= 0 {
		f.relate(g, near)
	}
}

// put makes the statement a member of group g, unless a person has taken it
// out of there: then, if it has words of its own, it founds one.
func (f *File) put(r *report, e *entry, g int, m member) {
	if f.barred(e.st.ID, g) {
		if m.bare {
			return
		}
		g, m = f.found(e, f.group(g).kind), member{value: m.value, why: "a person has taken it out of where it was"}
	}
	e.group, e.value = g, m.value
	if m.value == readout.Affirms && !m.bare && !m.flipped {
		m.secondHand = toldOf(&e.content, e.speaker)
	}
	if p := r.parents[e.st.Parent]; p != nil && p.Speaker != e.st.Speaker && tells(p.Act) && !f.names.Relays(p.Speaker, e.st.Speaker) {
		m.secondHand = []string{e.speaker}
	}
	f.keepMember(e.st, g, m)
	group := f.edit(g)
	group.word(e, m)
	if r.published.Bounded() && (!group.seen.Bounded() || group.seen.To.Before(r.published.To)) {
		group.seen = r.published
	}
	if m.bare || !group.learn(e, m.flipped) {
		return
	}
	before := group.wording[:len(group.wording)-1]
	for _, s := range e.content.stems {
		if !slices.ContainsFunc(before, func(w wording) bool { return has(w.stems, s) }) {
			f.kept.index.Add(s, g)
		}
	}
}

func has(set []string, s string) bool {
	_, ok := slices.BinarySearch(set, s)
	return ok
}

// mostWordings is how many wordings of a group are compared with what comes:
// a matter told a thousand times is known by its first tellings.
const mostWordings = 24

// learn keeps a new wording; false where the group has it or has enough.
func (g *group) learn(e *entry, flipped bool) bool {
	c := &e.content
	if len(g.wording) == mostWordings || slices.ContainsFunc(g.wording, func(w wording) bool {
		return w.flipped == flipped && w.negated == c.negated && slices.Equal(w.words, c.words)
	}) {
		return false
	}
	g.wording = append(g.wording, wording{content: *c, speaker: e.speaker, flipped: flipped})
	return true
}

// tells: a statement inside another's is that other's word, unless the other
// only answers it ("declined to comment on reports that ...").
func tells(parent readout.Act) bool {
	switch parent {
	case readout.ActDecline, readout.ActDeny, readout.ActReject, readout.ActConfirm, readout.ActAcknowledge, readout.ActQuestion:
		return false
	}
	return true
}

// sameWords follows a statement whose words were given before by the same
// speaker.
func (f *File) sameWords(r *report, e *entry, s stand) bool {
	m := f.member(f.twin(e.st.ID))
	if m == nil {
		return false
	}
	value, ok := s.value, true
	switch {
	case m.Bare: // its words do not say where it stands
		value, ok = m.Value, m.Act == e.st.Act
	case m.Flipped:
		value, ok = turn(value)
	}
	if !ok || m.Act == readout.ActDeny || e.st.Act == readout.ActDeny {
		return false
	}
	f.put(r, e, m.Group, member{value: value, flipped: m.Flipped, bare: m.Bare, why: "the same words of the same speaker"})
	return true
}
