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
	"math"
	"slices"

	"readout"
	"readout/internal/ledger/match"
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
	counts  match.Counts
	docs    []report
	courses []*course
	with    match.Postings[string] // word → reports
	hits    match.Hits
}

type report struct {
	id, title, day string
	course         int
}

// course is a story as far as it has come.
type course struct {
	docs   []int
	middle map[string]float64 // the sum of the reports' words
	square float64            // of the middle's length
	days   match.Days         // from the first day with a report to the last
}

// New is an empty file.
func New() *File { return NewAt(alike) }

// NewAt is an empty file in which a report joins a story from another likeness
// on: the greater, the smaller the stories.
func NewAt(alike float64) *File {
	f := &File{alike: alike, with: match.Postings[string]{Most: lookedAt}}
	f.counts.Know(common())
	return f
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	t := textOf(doc, rec)
	words := t.words()
	f.counts.Add(stems(words))
	f.weigh(words)
	r := report{id: doc.ID, title: t.title()}
	var days match.Days
	if doc.Published.Known() {
		r.day, days = doc.Published.Value, match.ParseDays(doc.Published.Value)
	}
	r.course = f.choose(words, days)
	f.courses[r.course].take(len(f.docs), words, days)
	for _, w := range words[:min(keys, len(words))] {
		f.with.Add(w.stem, len(f.docs))
	}
	f.docs = append(f.docs, r)
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
	best, most := len(f.courses), f.alike
	for _, c := range f.candidates(words) {
		if l := f.courses[c].likeness(words, days); l >= most {
			best, most = c, l
		}
	}
	if best == len(f.courses) {
		f.courses = append(f.courses, &course{middle: map[string]float64{}})
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
		c := f.docs[doc].course
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
func (c *course) likeness(words []word, days match.Days) float64 {
	if c.square == 0 {
		return 0
	}
	dot := 0.0
	for _, w := range words {
		dot += c.middle[w.stem] * w.weight
	}
	// The cosine is dot/length, and the mean of those of the story's own
	// reports length/n.
	n := float64(len(c.docs))
	l := dot / c.square * n / math.Pow(n, growth)
	if gap := c.days.Gap(days); gap > 0 {
		l *= 1 - faded + faded*math.Exp(-float64(gap)/fading)
	}
	return l
}

// take adds a report to the story.
func (c *course) take(doc int, words []word, days match.Days) {
	c.docs = append(c.docs, doc)
	for _, w := range words {
		at := c.middle[w.stem]
		c.square += w.weight * (2*at + w.weight)
		c.middle[w.stem] = at + w.weight
	}
	c.days = c.days.Span(days)
}

// All lists the stories in order of their first report to arrive; the title
// is that of the earliest.
func (f *File) All() []readout.Story {
	var out []readout.Story
	for _, c := range f.courses {
		s := readout.Story{ID: readout.NewID("y", f.docs[c.docs[0]].id)}
		earliest := c.docs[0]
		for _, n := range c.docs {
			s.Documents = append(s.Documents, f.docs[n].id)
			if day := f.docs[n].day; day != "" && (f.docs[earliest].day == "" || day < f.docs[earliest].day) {
				earliest = n
			}
		}
		s.Title = f.docs[earliest].title
		out = append(out, s)
	}
	return out
}
