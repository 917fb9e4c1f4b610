package contact

import (
	"strings"
	"time"

	"readout"
	"readout/internal/read/layer"
)

// time is the time of the contact: what hangs on its word or on the verb that
// holds it, else what stands near in the same clause on the same word.
func (f *finder) time(d *draft) *readout.Timex {
	s := f.Sentence(d.at)
	own := f.Around(f.Range(d.at, d.at+1))
	if t := f.when(d.at); t != nil {
		return t
	}
	var best *readout.Timex
	least := 15
	for k := s.First; k < s.Last; k++ {
		t := f.Time(k)
		if !layer.Dated(t) || f.Time(f.Head(k)) == t || f.marked(k, "since", "until") {
			continue
		}
		if f.Head(k) == d.at {
			d.before = false
			return t
		}
		distance := max(k-d.last+1, 1)
		if k < d.at {
			distance = 2 * (d.at - k)
		}
		if distance < least && f.Around(t.Range) == own && f.clause(k, d.at) {
			best, least = t, distance
		}
	}
	return best
}

// when is the time in front of "when": "on Sunday, when A met B".
func (f *finder) when(i int) *readout.Timex {
	for _, k := range f.kids[i] {
		if f.Low(k) != "when" || k > i {
			continue
		}
		for k--; f.Punct(k); k-- {
		}
		if t := f.Time(k); layer.Dated(t) {
			return t
		}
	}
	return nil
}

// clause reports that token k stands in the clause of token i, in one above it
// or in one that tells of i alone ("the call, which took place on Sunday").
func (f *finder) clause(k, i int) bool {
	above := map[int]bool{}
	for h, steps := i, 0; h >= 0 && steps < 12; h, steps = f.Head(h), steps+1 {
		above[h] = true
		if r := f.Relation(h); r == "ccomp" || r == "acl" && f.UPOS(f.Head(h)) == "NOUN" || r == "parataxis" {
			break
		}
	}
	for steps := 0; k >= 0 && !above[k] && steps < 12; steps++ {
		switch f.Relation(k) {
		case "ccomp", "acl", "advcl", "parataxis", "conj", "csubj":
			if f.UPOS(k) == "VERB" && f.Head(k) != i {
				return false
			}
		}
		k = f.Head(k)
	}
	return above[k]
}

// ahead is the time of what lies ahead: a weekday that the words around it put
// into the past is the next one, for sure, or the week is not known.
func (f *finder) ahead(t *readout.Timex, sure bool) *readout.Timex {
	if t == nil || !strings.Contains(t.Basis, "publication") || !layer.Day(t.Value) {
		return t
	}
	p := f.A.Doc.Published
	if p == nil || !layer.Day(p.Value) || t.Value >= p.Value {
		return t
	}
	was, err := time.Parse(time.DateOnly, t.Value)
	if err != nil || !isWeekday(f.Text(t.Range)) {
		return t
	}
	next := *t
	if sure {
		next.Value = was.AddDate(0, 0, 7).Format(time.DateOnly)
		next.Basis = strings.Replace(t.Basis, " before ", " after ", 1)
	} else {
		next.Value, next.Weekday, next.Basis = "", was.Weekday().String(), t.Basis+"; the week is not said"
	}
	return &next
}

// isWeekday reports a weekday with nothing beside it.
func isWeekday(words string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if words == d.String() {
			return true
		}
	}
	return false
}
