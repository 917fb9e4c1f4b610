// Package story puts reports on one course of events together, on line: a
// report joins the story that it is most like, if it is like enough, or begins
// one of its own, and stays there.
//
// The measure is the usual one of topic detection and tracking: words weighed
// by how few texts have them (TF-IDF), a story as the sum of its reports, the
// cosine between the two. Words of the headline weigh more, then those of the
// opening, then names. How many texts have a word is first taken from a table
// of common words and then learned from the reports as they come, so that the
// first report of a file is weighed as the thousandth is.
//
// A cosine alone does not compare stories: a loose story would take from a
// close-knit one, and a large one from a small one. So it is divided by how
// near the story's own reports are to its middle, and by a root of their
// number; and a long time without a report counts against a story.
//
// What is looked at are the stories of those reports that share the heaviest
// words, of a word the latest that have it: a report costs the same in a large
// file as in a small one. Nothing is decided twice, and no story is ever joined
// with another.
package story

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

// The numbers were found on two sets of reports grouped by people, 383 on 69
// events and 772 on 66; see doc/architecture.md for what each is worth.
const (
	alike    = 0.24 // from which likeness on a report joins
	growth   = 0.3  // power of how many reports a story has
	faded    = 0.4  // the most that time takes off
	fading   = 300  // days after which a good half of that is off
	keys     = 64   // heaviest words under which a report is found
	lookedAt = 64   // reports that a word leads to
	compared = 32   // stories that a report is compared with
)

// File is the stories of all reports seen so far.
type File struct {
	alike   float64
	counts  *match.Counts
	docs    *shelf.Counter
	story   *shelf.Column[int] // of a report, by its number
	count   *shelf.Counter
	courses *shelf.Table[int, course]
	middles *shelf.Table[int, map[string]float64] // story → the sum of what words weigh in its reports
	with    *shelf.Postings[string]               // word → reports
	hits    match.Hits
	changed map[int]bool
}

// course is a story as far as it has come.
type course struct {
	Docs   []string
	Title  string     // of the earliest report
	First  string     // when that was published
	Square float64    // of the length of the middle, the sum of the reports' words
	Days   match.Days // from the first day with a report to the last
}

// New is the file that a shelf holds.
func New(s *shelf.Shelf) *File { return NewAt(s, alike) }

// NewAt is a file in which a report joins a story from another likeness on: the
// greater, the smaller the stories.
func NewAt(s *shelf.Shelf, alike float64) *File {
	f := &File{
		alike: alike, counts: match.NewCounts(shelf.NewTally(s, "story.stem")), docs: shelf.NewCounter(s, "story.docs"),
		story: shelf.NewColumn[int](s, "story.of"), count: shelf.NewCounter(s, "story.count"),
		courses: shelf.NewTable[int, course](s, "story"), middles: shelf.NewTable[int, map[string]float64](s, "story.middle"),
		with: shelf.NewPostings[string](s, "story.with", lookedAt), changed: map[int]bool{},
	}
	f.counts.Know(common())
	return f
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	t := textOf(doc, rec)
	words := t.words()
	f.counts.Add(stems(words))
	f.weigh(words)
	var days match.Days
	if doc.Published.Known() {
		days = match.ParseDays(doc.Published.Value)
	}
	n, c := f.docs.Next(), f.choose(words, days)
	f.take(c, words, days)
	f.courses.Edit(c).call(doc, t.title())
	f.story.Put(n, c)
	for _, w := range words[:min(keys, len(words))] {
		f.with.Add(w.stem, n)
	}
	f.changed[c] = true
}

// call adds a report, and takes its title where it is the earliest.
func (c *course) call(doc *readout.Document, title string) {
	day := ""
	if doc.Published.Known() {
		day = doc.Published.Value
	}
	if len(c.Docs) == 0 || day != "" && (c.First == "" || day < c.First) {
		c.Title, c.First = title, day
	}
	c.Docs = append(c.Docs, doc.ID)
}

// weigh makes of the words of a report a vector of length 1, the heaviest
// first.
func (f *File) weigh(words []word) {
	square := 0.0
	for i := range words {
		words[i].weight *= math.Pow(f.counts.Weight(words[i].stem), rareness)
		square += words[i].weight * words[i].weight
	}
	for i := range words {
		words[i].weight /= math.Sqrt(square)
	}
	slices.SortFunc(words, func(a, b word) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem))
	})
}

// choose is the story that a report is most like, or a new one.
func (f *File) choose(words []word, days match.Days) int {
	best, most := -1, f.alike
	for _, c := range f.candidates(words) {
		if l := f.likeness(c, words, days); l >= most {
			best, most = c, l
		}
	}
	if best < 0 {
		best = f.count.Next()
		f.courses.Put(best, course{})
		f.middles.Put(best, map[string]float64{})
	}
	return best
}

// candidates are the stories whose reports share most heavy words, the later
// of equals first.
func (f *File) candidates(words []word) []int {
	for _, w := range words[:min(keys, len(words))] {
		with, _ := f.with.Of(w.stem)
		f.hits.Meet(with)
	}
	shared := map[int]int{}
	var found []int
	f.hits.Take(func(doc, common int) {
		c := f.story.Get(doc)
		if shared[c] == 0 {
			found = append(found, c)
		}
		shared[c] = max(shared[c], common)
	})
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(b, a)) })
	return found[:min(compared, len(found))]
}

// likeness of a report and a story: 0 where they share no word, 1 for the
// story of one report and that report again.
func (f *File) likeness(n int, words []word, days match.Days) float64 {
	c, middle := f.courses.Get(n), f.middles.Get(n)
	if c == nil || middle == nil || c.Square == 0 {
		return 0
	}
	dot := 0.0
	for _, w := range words {
		dot += (*middle)[w.stem] * w.weight
	}
	// The cosine is dot/length, and the mean of those of the story's own
	// reports length/reports.
	reports := float64(len(c.Docs))
	l := dot / c.Square * reports / math.Pow(reports, growth)
	if gap := c.Days.Gap(days); gap > 0 {
		l *= 1 - faded + faded*math.Exp(-float64(gap)/fading)
	}
	return l
}

// take adds the words of a report to a story.
func (f *File) take(n int, words []word, days match.Days) {
	c, middle := f.courses.Edit(n), *f.middles.Edit(n)
	for _, w := range words {
		at := middle[w.stem]
		c.Square += w.weight * (2*at + w.weight)
		middle[w.stem] = at + w.weight
	}
	c.Days = c.Days.Span(days)
}

// Changed lists the stories that are new or otherwise than the last time, in
// order of their first report to arrive; the title is that of the earliest.
func (f *File) Changed() []shelf.Placed[readout.Story] {
	var out []shelf.Placed[readout.Story]
	for _, n := range slices.Sorted(maps.Keys(f.changed)) {
		if c := f.courses.Get(n); c != nil && len(c.Docs) > 0 {
			s := readout.Story{ID: readout.NewID("y", c.Docs[0]), Title: c.Title, Documents: slices.Clone(c.Docs)}
			out = append(out, shelf.Placed[readout.Story]{Place: n, Group: s})
		}
	}
	clear(f.changed)
	return out
}
