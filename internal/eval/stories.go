package eval

import (
	"fmt"
	"io"

	"readout/internal/ledger/shelf"
	"readout/internal/ledger/story"
)

// Stories has the ledger group the reports of one or more sets, a set a file of
// its own, in order of publication, from title, text and day alone. Each set is
// measured as the ledger does it ("set.bcubed") and, where there are several,
// with the likeness that is best on another ("set.as_other"): what was chosen
// on one set is reported on the other.
//
// The sets are Giveme5W1H's news clusters (Hamborg et al. 2019) and ECB+
// (Cybulska and Vossen 2014), as news-please files; read gives the record of a
// report, of which only the segments count.
func Stories(dir string, read Recorder) (*GroupCorpus, error) {
	sets, err := readStorySets(dir, read)
	if err != nil {
		return nil, fmt.Errorf("stories: %w", err)
	}
	c := &GroupCorpus{}
	for _, s := range sets {
		c.put(s.name+".reports", Count(len(s.docs)))
		c.put(s.name+".bcubed", s.measure(story.New(shelf.New(nil))))
	}
	for _, s := range sets {
		for _, other := range sets {
			if other.name == s.name {
				continue
			}
			best := other.best()
			c.put(s.name+".likeness_of_"+other.name, Mean(best))
			c.put(s.name+".as_"+other.name, s.measure(story.NewAt(shelf.New(nil), best)))
		}
	}
	return c, nil
}

// GroupCorpus is the figures of a corpus of groups.
type GroupCorpus struct{ sheet }

// Report is the figures.
func (c *GroupCorpus) Report() *Report { return c.report() }

// Dump writes nothing: the groups are figures only.
func (c *GroupCorpus) Dump(io.Writer) error { return nil }

func (s storySet) measure(f *story.File) PRF {
	var gold, pred grouping[string]
	for _, r := range s.docs {
		f.Add(r.doc, r.rec)
		gold.add(r.doc.ID, r.gold)
	}
	for _, y := range shelf.Groups(f.Changed()) {
		for _, id := range y.Documents {
			pred.add(id, y.ID)
		}
	}
	return bCubed(gold, pred)
}

// best is the likeness from which on reports are best joined, among steps of
// 0.02; a step counts with its neighbours, because F1 jumps.
func (s storySet) best() float64 {
	const from, step, steps = 0.14, 0.02, 14
	var f1 [steps]float64
	for i := range f1 {
		f1[i] = s.measure(story.NewAt(shelf.New(nil), from+step*float64(i))).F1
	}
	best := 1
	for i := 2; i+1 < steps; i++ {
		if f1[i-1]+f1[i]+f1[i+1] > f1[best-1]+f1[best]+f1[best+1] {
			best = i
		}
	}
	return from + step*float64(best)
}
