package eval

import (
	"fmt"
	"hash/fnv"
	"regexp"
	"strings"
)

// Report compares the reader with the gold as TempEval-3 does (UzZaman et al.
// 2013). Every gold expression pairs with at most one of the reader's: one of
// the same stretch, else the first that shares a character with it (relaxed).
// Of these pairs strict are those of one stretch, type and value those with an
// equal attribute; precision, recall and F1 are over all of the reader's
// expressions and all of the gold.
//
// weekday is the share of gold expressions that are a weekday alone, with a day
// for a value, that the reader puts on the same side of publication: before it,
// on the day itself, after it. What it does not find is wrong.
//
// The documents fall into five folds by a hash of their names (FNV-1a), so that
// rules can be written by reading four of them; each has its lines.
func (c *TimexCorpus) Report() *Report {
	s := &timexScorer{}
	s.notes = c.notes
	for _, d := range c.documents {
		s.add(d)
	}
	return s.finish()
}

// folds is the number of parts that the documents fall into.
const folds = 5

func foldOf(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() % folds)
}

type timexScorer struct {
	sheet
	documents int
	all       timexTally
	folds     [folds]timexTally
}

// timexTally is the counts of some documents.
type timexTally struct {
	gold, pred                   int
	relaxed, strict, kind, value int
	weekday                      Accuracy
}

func (s *timexScorer) add(d timedDocument) {
	s.documents++
	fold := &s.folds[foldOf(d.name)]
	t := timexTally{gold: len(d.gold), pred: len(d.pred)}
	taken := make([]bool, len(d.pred))
	for _, g := range d.gold {
		p := partner(g, d.pred, taken)
		if p < 0 {
			s.miss("relaxed", "missed", d.name, d.quote(g))
		} else {
			taken[p] = true
			s.judge(d, &t, g, d.pred[p])
		}
		if bareWeekday(d.slice(g), g.value) {
			s.direct(d, &t, g, p)
		}
	}
	for i, p := range d.pred {
		if !taken[i] {
			s.miss("relaxed", "too much", d.name, d.quote(p))
		}
	}
	fold.plus(t)
	s.all.plus(t)
}

// partner is the number of the prediction that a gold expression pairs with, or
// none.
func partner(g timex, pred []timex, taken []bool) int {
	first := none
	for i, p := range pred {
		if taken[i] || p.start >= g.end || g.start >= p.end {
			continue
		}
		if p.stretch == g.stretch {
			return i
		}
		if first == none {
			first = i
		}
	}
	return first
}

// judge enters in what two expressions agree.
func (s *timexScorer) judge(d timedDocument, t *timexTally, g, p timex) {
	t.relaxed++
	for _, c := range []struct {
		name  string
		right bool
		n     *int
	}{{"strict", g.stretch == p.stretch, &t.strict}, {"type", g.kind == p.kind, &t.kind}, {"value", g.value == p.value, &t.value}} {
		*c.n += count(c.right)
		if !c.right {
			s.miss(c.name, d.name, "gold "+d.quote(g), "got "+d.quote(p))
		}
	}
}

// direct enters on which side of publication a weekday was put; p is the number
// of its partner, or none.
func (s *timexScorer) direct(d timedDocument, t *timexTally, g timex, p int) {
	got := "nothing"
	if p >= 0 {
		got = d.pred[p].value
	}
	right := side(got, d.published) == side(g.value, d.published)
	t.weekday.N++
	t.weekday.Right += count(right)
	if !right {
		s.miss("weekday", d.name, "published "+d.published, "gold "+d.quote(g), "got "+got)
	}
}

func (d timedDocument) slice(t timex) string { return string([]rune(d.text)[t.start:t.end]) }

func (d timedDocument) quote(t timex) string {
	return fmt.Sprintf("%q %s %s", d.slice(t), t.kind, t.value)
}

func (t *timexTally) plus(o timexTally) {
	t.gold, t.pred = t.gold+o.gold, t.pred+o.pred
	t.relaxed, t.strict, t.kind, t.value = t.relaxed+o.relaxed, t.strict+o.strict, t.kind+o.kind, t.value+o.value
	t.weekday.Right, t.weekday.N = t.weekday.Right+o.weekday.Right, t.weekday.N+o.weekday.N
}

var (
	weekdayAlone = regexp.MustCompile(`(?i)^((mon|tues|wednes|thurs|fri|satur|sun)day|(mon|tues?|wed|thurs?|fri|sat|sun)\.?)$`)
	wholeDay     = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
)

func bareWeekday(words, value string) bool {
	return weekdayAlone.MatchString(words) && wholeDay.MatchString(value)
}

// side is -1 for a day before publication, 0 for the day itself, 1 for one
// after it, and 2 for what is no day.
func side(value, published string) int {
	if len(value) < len(published) || !wholeDay.MatchString(value[:len(published)]) {
		return 2
	}
	return strings.Compare(value[:len(published)], published)
}

// finish enters the figures.
func (s *timexScorer) finish() *Report {
	s.put("documents", Count(s.documents))
	s.putTally("", s.all)
	for n, t := range s.folds {
		s.putTally(fmt.Sprintf("fold%d.", n), t)
	}
	return s.report()
}

func (s *timexScorer) putTally(prefix string, t timexTally) {
	for _, m := range []struct {
		name  string
		right int
	}{{"relaxed", t.relaxed}, {"strict", t.strict}, {"type", t.kind}, {"value", t.value}} {
		s.put(prefix+m.name, prf(m.right, t.pred, t.gold))
	}
	s.put(prefix+"weekday", t.weekday)
}
