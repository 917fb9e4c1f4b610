package eval

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"readout"
)

// Half is which of a corpus' documents are read, by their place in the order of
// names: rules are developed on the even ones and measured on the odd ones.
type Half int

const (
	Even Half = iota
	Odd
)

// CasualtyCorpus is what a reader says of the casualties in a corpus, beside its
// key.
type CasualtyCorpus struct {
	sheet
	dump strings.Builder
}

// Casualties compares the figures of incidents with the keys of MUC-3/4, in one
// half of a folder: pairs of killed or injured and a number, each once a
// document. The key's pairs are those that slot 21 (HUM TGT: NUMBER) and slot
// 23 (EFFECT OF INCIDENT) make of one target: DEATH is killed, INJURY injured;
// "~" and a trailing "-" are left out, a number without a figure ("PLURAL") is
// no pair, and what is optional there is optional here. Only documents whose
// key has an incident are read: the keys are about terrorism alone and say
// nothing of the dead of other reports.
//
// "pairs" are all; "pairs.told" those of more than one person, which a text
// must put in numbers (of one named person it does not), and "pairs.one" the
// rest.
//
// The texts are in capitals. Analyze reads them in lower case, with a capital
// after each full stop; the words that it takes for proper nouns get a capital
// before they are read for the figures.
func Casualties(dir string, half Half, analyze func(*readout.Document) (*readout.Analysis, error), read Recorder) (*CasualtyCorpus, error) {
	reports, err := readMUC(dir)
	if err != nil {
		return nil, fmt.Errorf("casualties: %w", err)
	}
	c := &CasualtyCorpus{}
	counts := casualtyCounts{of: map[string]*tally{"killed": {}, "injured": {}}}
	for n, r := range reports {
		if n%2 != int(half) || !r.incident {
			continue
		}
		rec, err := r.read(analyze, read)
		if err != nil {
			c.note("document %s: %v", r.name, err)
			continue
		}
		counts.add(c, r, casualtiesOf(rec))
	}
	c.put("documents", Count(counts.documents))
	c.put("pairs", counts.all.prf())
	c.put("pairs.told", counts.told.prf())
	c.put("pairs.one", counts.one.prf())
	for _, q := range []string{"killed", "injured"} {
		c.put("pairs."+q, counts.of[q].prf())
	}
	return c, nil
}

// Report is the figures.
func (c *CasualtyCorpus) Report() *Report { return c.report() }

// Dump writes the missed and the superfluous pairs with their documents.
func (c *CasualtyCorpus) Dump(w io.Writer) error {
	_, err := io.WriteString(w, c.dump.String())
	return err
}

func (r *mucReport) read(analyze func(*readout.Document) (*readout.Analysis, error), read Recorder) (*readout.Record, error) {
	a, err := analyze(r.document(lowered(r.text)))
	if err != nil {
		return nil, err
	}
	return read(r.document(recased(a)))
}

// casualtiesOf are the pairs that a record has.
func casualtiesOf(rec *readout.Record) set[casualty] {
	found := set[casualty]{}
	for _, in := range rec.Incidents {
		for _, f := range in.Figures {
			if f.Value != nil && (f.Quantity == readout.Killed || f.Quantity == readout.Injured) {
				found[casualty{string(f.Quantity), *f.Value}] = true
			}
		}
	}
	return found
}

// casualtyCounts adds up the pairs of documents.
type casualtyCounts struct {
	documents      int
	all, told, one tally
	of             map[string]*tally
}

func (t *tally) prf() PRF { return prf(t.right, t.pred, t.gold) }

func (n *casualtyCounts) add(c *CasualtyCorpus, r *mucReport, found set[casualty]) {
	n.documents++
	for p := range found {
		if r.optional[p] {
			r.gold[p] = true
		}
	}
	for _, p := range sortedCasualties(r.gold) {
		n.each(p, func(t *tally) {
			t.gold++
			if found[p] {
				t.right++
			}
		})
		if !found[p] {
			c.missed(r, "missed", p)
		}
	}
	for _, p := range sortedCasualties(found) {
		n.each(p, func(t *tally) { t.pred++ })
		if !r.gold[p] {
			c.missed(r, "too much", p)
		}
	}
}

func sortedCasualties(pairs set[casualty]) []casualty {
	return slices.SortedFunc(maps.Keys(pairs), func(a, b casualty) int {
		return cmp.Or(cmp.Compare(a.quantity, b.quantity), cmp.Compare(a.number, b.number))
	})
}

// each does what is to be done to every count that a pair belongs to.
func (n *casualtyCounts) each(p casualty, do func(*tally)) {
	do(&n.all)
	do(n.of[p.quantity])
	if p.number > 1 {
		do(&n.told)
	} else {
		do(&n.one)
	}
}

func (c *CasualtyCorpus) missed(r *mucReport, how string, p casualty) {
	c.miss("pairs", how, r.name, fmt.Sprint(p.quantity, " ", p.number))
	fmt.Fprintf(&c.dump, "%s\t%s\t%s\t%v\n", r.name, how, p.quantity, p.number)
}
