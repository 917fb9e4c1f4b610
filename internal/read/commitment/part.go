package commitment

import (
	"sort"
	"strings"
	"time"

	"readout"
	"readout/internal/read/layer"
)

// complete reads what hangs on a promise: condition, period, due day.
func (f *finder) complete(d *draft, st *readout.Statement, r readout.Range) {
	d.condition = f.conditionIn(r)
	if !d.condition.Empty() && d.state == readout.StateGiven {
		d.state = readout.StateConditional
	}
	if !d.condition.Empty() && d.condition.Start > d.what.Start && d.condition.Start < d.what.End {
		d.what = f.before(readout.Range{Start: d.what.Start, End: d.condition.Start})
	}
	f.timed(d, st, r)
}

// timed takes the period ("for a week", "within 30 days") and the day that
// the words tie to the promise.
func (f *finder) timed(d *draft, st *readout.Statement, r readout.Range) {
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		t := f.Time(k)
		if t == nil || d.condition.Contains(t.Range) {
			continue
		}
		first := f.At(t.Start)
		if f.Low(first-1) == "within" && d.period == "" {
			d.period = f.period(first)
		}
		switch {
		case t.Type == readout.TimexDuration && d.period == "" && t.Value != "":
			if low := f.Low(first - 1); low == "for" || low == "within" || strings.HasPrefix(low, "\"") || strings.HasSuffix(f.Text(t.Range), "-day") {
				d.period = layer.Period(t.Value)
			}
		case d.until == nil && f.ties(first, t) && f.later(t, st):
			d.until = t
		}
	}
}

// period reads "30 days" as an ISO 8601 period, where the time expression is
// the day on which it ends.
func (f *finder) period(k int) string {
	unit := map[string]string{"day": "D", "week": "W", "month": "M", "year": "Y"}[strings.TrimSuffix(f.Low(k+1), "s")]
	if unit == "" || !f.Number(k) {
		return ""
	}
	return layer.Period("P" + f.Word(k) + unit)
}

// ties reports that the words in front of a time make it the end of what is
// promised: "by Friday", "until the end of June"; a day also with "on".
func (f *finder) ties(first int, t *readout.Timex) bool {
	if !layer.Dated(t) {
		return false
	}
	k := first - 1
	if f.is(k, "by") || f.Low(k) == "within" || f.Low(k) == "the" && f.is(k-1, "by") {
		return true
	}
	return layer.Day(day(t.Value)) && (f.Low(k) == "on" || f.Low(k) == "for") && t.Grain != readout.GrainMonth
}

// later reports that a day is not before the one on which it was said, or the
// report came out; and that "in ten days" inside somebody's words is reckoned
// from no day that we know.
func (f *finder) later(t *readout.Timex, st *readout.Statement) bool {
	from := ""
	if f.A.Doc.Published.Known() {
		from = f.A.Doc.Published.Value
	}
	if st != nil && st.Said.Known() && layer.Day(st.Said.Value) {
		from = st.Said.Value
	}
	if from == "" {
		return !strings.Contains(t.Basis, "\"") // written out in full
	}
	value := lastDay(t.Value)
	return len(value) <= len(from) && strings.Compare(value, from[:len(value)]) >= 0 || len(value) > len(from)
}

// daysBefore is the day some days earlier.
func daysBefore(day string, days int) string {
	t, err := time.Parse(time.DateOnly, day[:10])
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, -days).Format(time.DateOnly)
}

// distant reports a verb with a day of its own long before the report: what
// "by August" or "by Thursday" meant then cannot be reckoned from now.
func (f *finder) distant(i int) bool {
	if i < 0 || !f.A.Doc.Published.Known() || len(f.A.Doc.Published.Value) < 10 {
		return false
	}
	week := daysBefore(f.A.Doc.Published.Value, 6)
	for _, k := range f.kids[i] {
		t := f.Time(k)
		if !layer.Dated(t) {
			continue
		}
		if last := lastDay(t.Value); len(last) <= len(week) && last < week[:len(last)] {
			return true
		}
	}
	return false
}

// undated takes the day from the drafts from n on.
func (f *finder) undated(n int) {
	for ; n < len(f.drafts); n++ {
		f.drafts[n].until = nil
	}
}

// lastDay is the end of an EDTF value without its time of day.
func lastDay(value string) string {
	if _, end, ok := strings.Cut(value, "/"); ok {
		value = end
	}
	return day(value)
}

func day(value string) string {
	value, _, _ = strings.Cut(value, "T")
	return value
}

// conditionIn is the first clause of a range that opens with words of
// condition, up to the next mark.
func (f *finder) conditionIn(r readout.Range) readout.Range {
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		if !f.conditions(k) {
			continue
		}
		end := k + 1
		for end < len(f.A.Tokens) && f.A.Tokens[end].End <= r.End && f.Word(end) != "," && !f.stop(end) && !(end > k+2 && f.Class(end) == readout.Pronoun && f.is(end+1, "modal")) {
			end++
		}
		return f.Range(k, end)
	}
	return readout.Range{}
}

// conditions reports words that open a condition: "if", "only after", "on
// condition that", "should the water fall" at the head of a clause.
func (f *finder) conditions(k int) bool {
	next := f.Low(k + 1)
	switch f.Low(k) {
	case "only":
		return next == "after" || next == "if" || next == "when" || next == "once"
	case "on":
		return next == "condition" && f.Low(k+2) == "that"
	case "in":
		return next == "the" && f.Low(k+2) == "event"
	case "as", "so":
		return next == "long" && f.Low(k+2) == "as" && f.Low(k-1) != "for"
	case "should":
		return k == f.Sentence(k).First && f.Class(k+1) != readout.Pronoun || f.Comma(k-1) && f.Class(k+1) == readout.Determiner
	case "if":
		if v := f.head(k); v >= 0 && f.related(v, "ccomp") && f.head(v) >= 0 && f.head(v) == f.ask(k) {
			return false // "decide if"
		}
	}
	if !f.is(k, "condition") || f.Low(k-1) == "as" || f.Low(k-1) == "even" {
		return false
	}
	up := f.head(k)
	return f.Low(k) != "once" || f.related(k, "mark") || f.Low(k-1) != "at" && up >= 0 && f.child(up, "nsubj") > k
}

// ask is the verb right in front of token k, or -1.
func (f *finder) ask(k int) int {
	if k > 0 && f.A.Tokens[k-1].UPOS == "VERB" {
		return k - 1
	}
	return -1
}

func (f *finder) stop(i int) bool {
	switch f.Word(i) {
	case ".", ";", "!", "?", "”", "\"", "»", "''":
		return true
	}
	return false
}

// clause is a content up to the end of its first sentence, without "to".
func (f *finder) clause(r readout.Range) readout.Range {
	k := f.At(r.Start)
	for f.Punct(k) && f.A.Tokens[k].End < r.End || f.Low(k) == "to" || f.Low(k) == "that" && f.A.Tokens[k].End < r.End && f.Class(k+1) != readout.Auxiliary {
		k++
	}
	if k >= len(f.A.Tokens) || f.A.Tokens[k].Start >= r.End {
		return readout.Range{}
	}
	return f.before(readout.Range{Start: f.A.Tokens[k].Start, End: f.sentenceEnd(k, r)})
}

// sentenceEnd is where the sentence of token k ends inside r.
func (f *finder) sentenceEnd(k int, r readout.Range) int {
	if k >= len(f.A.Tokens) {
		return r.End
	}
	s := f.Sentence(k)
	end := min(r.End, f.A.Tokens[s.Last-1].End)
	return max(end, f.A.Tokens[k].Start)
}

// before drops white space and marks from the end of a range.
func (f *finder) before(r readout.Range) readout.Range {
	if r.End < r.Start {
		return readout.Range{Start: r.Start, End: r.Start}
	}
	t := strings.TrimRight(f.Text(r), " \t\r\n,;:.!?\"“”’'»–—-")
	return readout.Range{Start: r.Start, End: r.Start + len(t)}
}

// future reports a clause with "will" or "would".
func (f *finder) future(r readout.Range) bool {
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		if f.is(k, "modal") {
			return true
		}
	}
	return false
}

// order puts the drafts in order of the text.
func (f *finder) order() {
	sort.SliceStable(f.drafts, func(i, j int) bool { return f.drafts[i].whole.Start < f.drafts[j].whole.Start })
}
