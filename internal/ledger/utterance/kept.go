package utterance

import (
	"slices"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

// kept is what a file knows of earlier reports. Witnesses are numbered as they
// come; the root of a group is its earliest, so that a group keeps its name when
// later ones join.
type kept struct {
	count     *shelf.Counter
	witnesses *shelf.Table[int, entry]
	numbers   *shelf.Table[string, int]    // statement → witness
	docs      *shelf.Table[string, [2]int] // document → its first witness and the one after its last
	roots     *shelf.Column[int]           // of those that are no root: 1 more than it
	clusters  *shelf.Table[int, cluster]   // of roots that are not alone
	whole     *shelf.Postings[string]      // speaker and all words → witnesses
	fragments *shelf.Postings[string]      // speaker and fragment → witnesses
	prints    *shelf.Postings[uint64]      // some of the shingles → witnesses
	days      *shelf.Postings[string]      // speaker and day → witnesses
}

// entry is what a witness has that its statement has not.
type entry struct {
	Statement string
	Report    int
	Speaker   string   `json:",omitempty"`
	Published string   `json:",omitempty"`
	Headline  bool     `json:",omitempty"`
	Tellers   []string `json:",omitempty"`
}

// cluster is a group: when all of it can have been said, and what joined it.
type cluster struct {
	Members shelf.Numbers
	Said    match.Days
	Why     []string
}

func newKept(s *shelf.Shelf) kept {
	return kept{
		count:     shelf.NewCounter(s, "utterance.count"),
		witnesses: shelf.NewTable[int, entry](s, "utterance"),
		numbers:   shelf.NewTable[string, int](s, "utterance.number"),
		docs:      shelf.NewTable[string, [2]int](s, "utterance.doc"),
		roots:     shelf.NewColumn[int](s, "utterance.root"),
		clusters:  shelf.NewTable[int, cluster](s, "utterance.cluster"),
		whole:     shelf.NewPostings[string](s, "utterance.whole", lookedAt),
		fragments: shelf.NewPostings[string](s, "utterance.fragment", lookedAt),
		prints:    shelf.NewPostings[uint64](s, "utterance.print", lookedAt),
		days:      shelf.NewPostings[string](s, "utterance.day", lookedAt),
	}
}

// keep gives a witness its number.
func (f *File) keep(w *witness) int {
	i := f.kept.count.Next()
	f.kept.numbers.Put(w.st.ID, i)
	f.kept.witnesses.Put(i, entry{w.st.ID, w.order.report, w.speaker, w.order.published, w.headline, w.tellers})
	return i
}

// at is witness number i.
func (f *File) at(i int) *witness {
	if w := f.loaded[i]; w != nil {
		return w
	}
	w := &witness{st: &readout.Statement{}}
	if e := f.kept.witnesses.Get(i); e != nil {
		w.st = f.statement(e.Statement)
		w.order = order{e.Published, e.Report, w.st.Span.BStart}
		w.speaker, w.headline, w.tellers = e.Speaker, e.Headline, e.Tellers
		w.published = match.ParseDays(e.Published)
		words := match.Words(w.st.ContentText())
		w.shingles, w.stems = match.Shingles(words, shingle, w.speaker), match.Stems(words)
	}
	f.loaded[i] = w
	return w
}

// number is that of a statement's witness; -1 of one without a speaker.
func (f *File) number(statement string) int {
	if i := f.kept.numbers.Get(statement); i != nil {
		return *i
	}
	return -1
}

// root is the earliest member of the group that witness i is in.
func (f *File) root(i int) int {
	if up := f.kept.roots.Get(i); up > 0 {
		return up - 1
	}
	return i
}

func (f *File) cluster(root int) cluster {
	if c := f.kept.clusters.Get(root); c != nil {
		return *c
	}
	return cluster{Members: shelf.Numbers{int32(root)}, Said: saidDays(f.at(root).st)}
}

// unite puts the group of root b into that of root a.
func (f *File) unite(a, b int, why string) {
	into, from := f.cluster(a), f.cluster(b)
	members, reasons := slices.Concat(into.Members, from.Members), slices.Concat(into.Why, from.Why, []string{why})
	slices.Sort(members)
	slices.Sort(reasons)
	f.kept.clusters.Put(a, cluster{members, into.Said.Meet(from.Said), slices.Compact(reasons)})
	f.kept.clusters.Put(b, cluster{})
	for _, m := range from.Members {
		f.kept.roots.Put(int(m), a+1)
	}
	f.news.joined(a, b, f.id(b))
}
