package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"readout"
)

// Acts compares acts with those that careful people gave to attributions of
// PolNeAR (articles in dir). A line of the table has an article, the stretch of a
// cue and one act, or several where readers differ and each is right:
//
//	ARTICLE 120 131 state|evaluate
//
// act.found is how many have a statement whose cue meets the stretch. Then, of
// these, the acts that are right, their mean F1 over the acts that the table
// has, a line an act, and one for each confusion. Where several acts are right,
// the one given counts as gold if it is among them, else the first.
func Acts(table io.Reader, dir string, read Recorder) (*Report, error) {
	list, err := parseJudged(table, 1)
	if err != nil {
		return nil, fmt.Errorf("acts: %w", err)
	}
	s := &actScorer{tallies: map[string]tally{}, confused: map[string]int{}}
	if err := eachRecorded(dir, list, read, s.add); err != nil {
		return nil, fmt.Errorf("acts: %w", err)
	}
	return s.finish(), nil
}

type actScorer struct {
	sheet
	found, right Accuracy
	tallies      map[string]tally
	confused     map[string]int // "gold>given"
}

func (s *actScorer) add(j judgedPlace, text []rune, r *readout.Record) error {
	s.found.N++
	st := statementAt(r, j.at, func(st readout.Statement) *readout.Span { return st.Cue })
	if st == nil {
		s.miss("act.found", j.article, around(text, j.at))
		return nil
	}
	s.found.Right++
	right := strings.Split(j.answer[0], "|")
	given, gold := string(st.Act), right[0]
	if slices.Contains(right, given) {
		gold = given
	}
	s.right.N++
	s.right.Right += count(given == gold)
	s.tally(gold, given)
	if given != gold {
		s.confused[gold+">"+given]++
		s.miss("act.right", j.article, "gold "+j.answer[0], "got "+given, around(text, j.at))
	}
	return nil
}

func (s *actScorer) tally(gold, given string) {
	t := s.tallies[gold]
	s.tallies[gold] = tally{t.right + count(gold == given), t.pred, t.gold + 1}
	t = s.tallies[given]
	s.tallies[given] = tally{t.right, t.pred + 1, t.gold}
}

func (s *actScorer) finish() *Report {
	s.put("act.found", s.found)
	s.put("act.right", s.right)
	sum, acts := 0.0, 0
	for _, act := range slices.Sorted(maps.Keys(s.tallies)) {
		t := s.tallies[act]
		if t.gold == 0 {
			continue
		}
		f := prf(t.right, t.pred, t.gold)
		sum, acts = sum+f.F1, acts+1
		s.put("act."+act, f)
	}
	s.put("act.mean", Mean(ratio(sum, acts)))
	for _, c := range slices.Sorted(maps.Keys(s.confused)) {
		s.put("confused."+c, Count(s.confused[c]))
	}
	return s.report()
}
