package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	claim "readout/internal/eval/stance"
)

// Stance measures how headlines are told to be for a claim, against it, or only
// to tell of it, on the pairs of a folder (*-train.jsonl, of the Emergent corpus,
// Ferreira and Vlachos 2016): the pairs of each fifth of the claims are judged by
// what those of the other four teach. Files *-test.jsonl beside them are judged by
// what all of the first teach ("test.accuracy" and so on).
//
// A headline for the claim that is read as one against it, or the other way
// round, is a polarity error and listed, the most probable first. The figures
// "sure" are of the verdicts alone that one may build on.
func Stance(dir string, r *claim.Reader) (*StanceCorpus, error) {
	train, err := stancePairs(filepath.Join(dir, "*-train.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("stance: %w", err)
	}
	test, err := stancePairs(filepath.Join(dir, "*-test.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("stance: %w", err)
	}
	if len(train) == 0 {
		return nil, fmt.Errorf("stance: %s: no pairs (*-train.jsonl): %w", dir, os.ErrNotExist)
	}
	c := &StanceCorpus{pairs: slices.Concat(train, test)}
	for k := range folds {
		var known, asked []*stancePair
		for _, p := range train {
			if p.fold == k {
				asked = append(asked, p)
			} else {
				known = append(known, p)
			}
		}
		judgeStances(r, known, asked)
	}
	c.measure("", train)
	if len(test) > 0 {
		judgeStances(r, train, test)
		c.measure("test.", test)
	}
	return c, nil
}

// judgeStances has the asked pairs judged by what the known ones teach.
func judgeStances(r *claim.Reader, known, asked []*stancePair) {
	var features []claim.Features
	var gold []claim.Value
	for _, p := range known {
		features, gold = append(features, r.Features(p.Claim, p.Headline)), append(gold, p.gold)
	}
	w := claim.Learn(features, gold)
	for _, p := range asked {
		p.got = r.Judge(w, p.Claim, p.Headline)
	}
}

// StanceCorpus is the pairs of a corpus as they were judged.
type StanceCorpus struct {
	sheet
	pairs []*stancePair
}

// Report is the figures.
func (c *StanceCorpus) Report() *Report { return c.report() }

// Dump writes the pairs as they were judged, a JSON object a line; p is how
// probable for, against and observing are.
func (c *StanceCorpus) Dump(w io.Writer) error {
	type line struct {
		ID   int        `json:"id"`
		Gold string     `json:"gold"`
		Got  string     `json:"got"`
		Sure bool       `json:"sure"`
		P    [3]float64 `json:"p"`
	}
	e := json.NewEncoder(w)
	for _, p := range c.pairs {
		if err := e.Encode(line{p.ID, p.Stance, p.got.Value.String(), p.got.Sure, p.got.P}); err != nil {
			return err
		}
	}
	return nil
}

// measure enters the figures of some pairs, their names behind the prefix.
func (c *StanceCorpus) measure(prefix string, pairs []*stancePair) {
	claims := set[int]{}
	for _, p := range pairs {
		claims[p.ClaimID] = true
	}
	c.put(prefix+"pairs", Count(len(pairs)))
	c.put(prefix+"claims", Count(len(claims)))
	c.put(prefix+"accuracy", Accuracy{Right: c.byValue(prefix, pairs, pairs), N: len(pairs)})
	c.polarity(prefix+"polarity_errors", pairs)
	sure := slices.DeleteFunc(slices.Clone(pairs), func(p *stancePair) bool { return !p.got.Sure })
	c.put(prefix+"sure", Accuracy{Right: c.byValue(prefix+"sure.", sure, pairs), N: len(sure), OfShare: true, Of: len(pairs)})
	c.polarity(prefix+"sure.polarity_errors", sure)
}

// byValue enters a figure for each value, of the pairs that count against all
// there are, and says how many are right.
func (c *StanceCorpus) byValue(prefix string, counted, all []*stancePair) (right int) {
	for _, v := range stanceValues {
		var t tally
		for _, p := range all {
			if p.gold == v {
				t.gold++
			}
		}
		for _, p := range counted {
			if p.got.Value == v {
				t.pred++
				if p.gold == v {
					t.right++
				}
			}
		}
		right += t.right
		c.put(prefix+v.String(), prf(t.right, t.pred, t.gold))
	}
	return right
}

// polarity enters how many pairs are read as the contrary of what they are, and
// lists them.
func (c *StanceCorpus) polarity(name string, pairs []*stancePair) {
	wrong := slices.DeleteFunc(slices.Clone(pairs), func(p *stancePair) bool {
		return p.gold == p.got.Value || p.gold == claim.Observing || p.got.Value == claim.Observing
	})
	slices.SortStableFunc(wrong, func(a, b *stancePair) int { return cmp.Compare(b.got.P[b.got.Value], a.got.P[a.got.Value]) })
	for _, p := range wrong {
		c.miss(name, fmt.Sprintf("gold %s, got %s %.2f", p.gold, p.got.Value, p.got.P[p.got.Value]), p.Claim, p.Headline)
	}
	c.put(name, Count(len(wrong)))
}
