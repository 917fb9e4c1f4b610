package utterance

import (
	"maps"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

// news is what has changed since it was last asked for.
type news struct {
	groups map[int]bool // by root
	gone   []string     // ids of groups that went into others
	near   []near
}

func newNews() news { return news{groups: map[int]bool{}} }

func (n *news) joined(into, from int, id string) {
	n.groups[into] = true
	delete(n.groups, from)
	n.gone = append(n.gone, id)
}

// near is two witnesses that share much of their words and were not joined by
// them.
type near struct {
	a, b  int
	share float64
}

// Touch has a group shown again that was shown so.
func (f *File) Touch(u readout.Utterance) {
	if i := f.number(u.Statements[0]); i >= 0 {
		f.news.groups[f.root(i)] = true
	}
}

// TouchDoc has the groups shown again that a document is a witness of.
func (f *File) TouchDoc(doc string) {
	if at := f.kept.docs.Get(doc); at != nil {
		for i := at[0]; i < at[1]; i++ {
			f.news.groups[f.root(i)] = true
		}
	}
}

// Recall has a candidate shown again, one of whose groups is no more.
func (f *File) Recall(c readout.Candidate) {
	f.news.near = append(f.news.near, near{f.number(c.Statements[0]), f.number(c.Statements[1]), c.Score})
}

// Gone lists the ids of groups that have gone into others since Changed.
func (f *File) Gone() []string { return f.news.gone }

// Changed lists the utterances that are new or otherwise than the last time, in
// order of their first witness to arrive, the joins that came near and were not
// made, with the share of the shorter's words, and of these the ids of those
// that were made now. A copy of another's text is no further teller.
func (f *File) Changed() (put []shelf.Placed[readout.Utterance], near []shelf.Placed[readout.Candidate], gone []string) {
	for _, root := range slices.Sorted(maps.Keys(f.news.groups)) {
		put = append(put, shelf.Placed[readout.Utterance]{Place: root, Group: f.group(root)})
	}
	for _, n := range f.news.near {
		a, b := f.at(n.a).st.ID, f.at(n.b).st.ID
		c := readout.Candidate{
			ID: readout.NewID("j", "utterance", a, b), Kind: "utterance", A: f.id(f.root(n.a)), B: f.id(f.root(n.b)), Statements: []string{a, b},
			Score: n.share, Why: "the same speaker and much the same words, but less than four fifths of them",
		}
		if c.A == c.B {
			gone = append(gone, c.ID)
		} else {
			near = append(near, shelf.Placed[readout.Candidate]{Place: n.b, Group: c})
		}
	}
	f.news = newNews()
	return put, near, gone
}

func (f *File) group(root int) readout.Utterance {
	c := f.cluster(root)
	sorted := slices.Clone(c.Members)
	slices.SortFunc(sorted, func(a, b int32) int { return f.at(int(a)).order.compare(f.at(int(b)).order) })
	origin, words := f.at(int(sorted[0])), wordings{}
	u := readout.Utterance{ID: f.id(root), Why: c.Why, Speaker: f.Canonical(origin.st.Speaker), Origin: origin.st.ID}
	for _, i := range sorted {
		w := f.at(int(i))
		u.Statements = append(u.Statements, w.st.ID)
		if better(w.st.Said, u.Said) {
			u.Said = w.st.Said
		}
		if u.Place == "" {
			u.Place = w.st.Place
		}
		if u.Channel == "" && len(w.st.Chain) <= 2 {
			u.Channel = w.st.Channel
		}
		if !f.origins.IsCopy(w.st.Doc) {
			f.addTellers(&u, w)
		}
		words.add(&u, w.st)
	}
	if len(u.Tellers) == 0 { // the copy has more than its origin
		f.addTellers(&u, origin)
	}
	return u
}

func (f *File) id(root int) string { return readout.NewID("u", f.at(root).st.ID) }

func (f *File) addTellers(u *readout.Utterance, w *witness) {
	for _, t := range w.tellers {
		if t = f.Canonical(t); !slices.Contains(u.Tellers, t) {
			u.Tellers = append(u.Tellers, t)
		}
	}
}

// better prefers a date that the text gives to "on or before publication", and
// the first to come among equals.
func better(a, than *readout.Date) bool {
	if !a.Known() {
		return false
	}
	return !than.Known() || strings.HasPrefix(than.Value, "..") && !strings.HasPrefix(a.Value, "..")
}

// wordings is where each wording of an utterance stands, by its words: case,
// marks and punctuation do not make another wording (as in Quotebank).
type wordings map[string]int

// add puts a statement under each of its wordings.
func (ws wordings) add(u *readout.Utterance, st *readout.Statement) {
	for _, q := range Quoted(st) {
		key := strings.Join(match.Words(q), " ")
		if key == "" {
			continue
		}
		i, ok := ws[key]
		if !ok {
			i = len(u.Wordings)
			ws[key] = i
			u.Wordings = append(u.Wordings, readout.Wording{Text: q})
		}
		if w := &u.Wordings[i]; len(w.Statements) == 0 || w.Statements[len(w.Statements)-1] != st.ID {
			w.Statements = append(w.Statements, st.ID)
		}
	}
}

// tellers are the parties that pass a statement on, the outlet first, the
// speaker himself left out.
func tellers(doc *readout.Document, rec *readout.Record, st *readout.Statement) []string {
	out := []string{outlet(doc, rec, st)}
	for i, hop := range st.Chain {
		if i > 0 && hop.Party != "" && hop.Party != st.Speaker && !slices.Contains(out, hop.Party) {
			out = append(out, hop.Party)
		}
	}
	return slices.DeleteFunc(out, func(t string) bool { return t == "" })
}

// outlet is the party id of the report's outlet; where the reader made none,
// the outlet's name.
func outlet(doc *readout.Document, rec *readout.Record, st *readout.Statement) string {
	if len(st.Chain) > 0 && st.Chain[0].Party != "" && st.Chain[0].Party != st.Speaker {
		return st.Chain[0].Party
	}
	for _, p := range rec.Parties {
		if p.Kind == readout.Outlet && doc.Outlet != "" && (p.Name == doc.Outlet || slices.Contains(p.Aliases, doc.Outlet)) {
			return p.ID
		}
	}
	return doc.Outlet
}
