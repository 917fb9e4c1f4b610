package check

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/serve/query"
)

// wrongDates finds days that the draft has otherwise than the calendar or the
// record, each once.
func wrongDates(c *checker) (all []Finding, err error) {
	for _, find := range []finder{wrongWeekday, wrongSaid, wrongDue, wrongMeeting, wrongOccasion, wrongDay, wrongSubject, wrongTalks, wrongEnd} {
		found, err := find(c)
		if err != nil {
			return nil, err
		}
		for _, one := range found {
			if !slices.ContainsFunc(all, func(o Finding) bool { return o.At.Bytes().Overlaps(one.At.Bytes()) }) {
				all = append(all, one)
			}
		}
	}
	return all, nil
}

// published is the day from which the draft's dates are counted.
func (c *checker) published() (time.Time, bool) {
	if d := c.draft.Doc.Published; d.Known() {
		if t, ok := dayOf(d.Value[:min(len(d.Value), len(time.DateOnly))]); ok {
			return t, true
		}
	}
	return dayOf(c.facts.day)
}

// farAway is how many days from the draft's own a day without a year may be
// for its weekday to be counted.
const farAway = 200

// wrongWeekday finds weekdays that do not fit the day of the month beside them.
func wrongWeekday(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	from, ok := c.published()
	for _, s := range f.sentences {
		for _, d := range f.dates(s.text) {
			if d.weekday < 0 || d.month == 0 || !ok && d.year == 0 {
				continue
			}
			day, _ := dayOf(d.on(from)[0])
			if int(day.Weekday()) == d.weekday || d.year == 0 && day.Sub(from).Abs() > farAway*24*time.Hour {
				continue
			}
			at := readout.Range{Start: s.Start + d.Start, End: s.Start + d.End}
			found, err := c.finding(WrongDate, Error, at, fmt.Sprintf("%s is a %s.", day.Format("2 January 2006"), day.Weekday()), nil)
			if err != nil {
				return nil, err
			}
			all = append(all, found)
		}
	}
	return all, nil
}

// unit is a piece of the draft that tells one thing: the content of a statement
// in the draft's words, or a sentence of its own.
type unit struct {
	readout.Range
	text      string
	statement *readout.Statement
	in        sentence
}

// longTail is how many bytes behind the content of a statement belong to it,
// where they end the sentence.
const longTail = 24

// units cuts the draft into them. What stands in quotation marks is for the
// finders of quotations.
func (c *checker) units() (all []unit) {
	for _, s := range c.facts.sentences {
		told := false
		for i := range s.statements {
			st := &s.statements[i]
			if st.Act == readout.ActDecline {
				continue
			}
			for _, content := range st.Content {
				r := content.Bytes()
				if !s.Range.Contains(r) {
					continue
				}
				told = told || r.Len()*3 >= s.Len()
				if st.Mode == readout.Indirect {
					if tail := s.End - r.End; tail <= longTail { // "... on 2 June."
						r.End = s.End
					}
					all = append(all, unit{r, c.draft.Doc.Text[r.Start:r.End], st, s})
				}
			}
		}
		if !told {
			all = append(all, unit{s.Range, s.text, nil, s})
		}
	}
	return all
}

// witnessesOf are the statements on record that tell what a unit tells, in
// nearly the same words: of the same speaker where the unit has one.
func (c *checker) witnessesOf(u unit) (all []query.Found, err error) {
	found, err := c.find(u.text)
	if err != nil {
		return nil, err
	}
	for _, x := range found {
		l := likeOf(c.facts.stemsBeside(u.text, x.SpeakerName), c.facts.stems(contentOf(x)))
		near := l.plain() || l.shared >= 2 && l.of == 1 && l.back >= 0.4
		if u.statement != nil && u.statement.Speaker != "" && u.statement.SpeakerClass != readout.SpeakerUnnamed {
			is, err := c.same(c.speaker(*u.statement), cmp.Or(x.Who, x.Speaker))
			if err != nil {
				return nil, err
			}
			near = is && (near || l.shared >= 2 && l.of >= 0.75)
		}
		if near {
			all = append(all, x)
		}
	}
	return all, nil
}

// stemsBeside are the stems of a text without those of a name: a sentence may
// begin with the one whose words a report has.
func (f *facts) stemsBeside(text, name string) []string {
	return match.Minus(f.stems(text), f.stems(name))
}

// wrongDay finds a day in the draft where the record has another for the same
// thing.
func wrongDay(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	from, ok := c.published()
	if !ok {
		return nil, nil
	}
	for _, u := range c.units() {
		dates := f.dates(u.text)
		if len(dates) != 1 {
			continue
		}
		witnesses, err := c.witnessesOf(u)
		if err != nil {
			return nil, err
		}
		mine := dates[0].on(from)
		if tried := c.dayInReading(u, dates[0]); tried != "" && dates[0].month > 0 {
			mine = []string{tried}
		}
		rows, days := f.otherDay(witnesses, mine)
		if rows == nil {
			continue
		}
		at := readout.Range{Start: u.Start + dates[0].Start, End: u.Start + dates[0].End}
		found, err := c.finding(WrongDate, gradeOf(u.statement, rows), at, "On record it is "+enumerated(days)+".", rows)
		if err != nil {
			return nil, err
		}
		all = append(all, found)
	}
	return all, nil
}

// dayInReading is the day that the reader made of a date, "" where it made none.
func (c *checker) dayInReading(u unit, d dated) string {
	at := readout.Range{Start: u.Start + d.Start, End: u.Start + d.End}
	fits := func(date *readout.Date) bool {
		return date.Known() && date.Phrase != nil && date.Phrase.Bytes().Overlaps(at) && len(date.Value) == len(time.DateOnly)
	}
	rec := c.draft.Rec
	for _, k := range rec.Contacts {
		if fits(k.When) {
			return k.When.Value
		}
	}
	for _, in := range rec.Incidents {
		if fits(in.When) {
			return in.When.Value
		}
	}
	for _, k := range rec.Commitments {
		if fits(k.Due) {
			return k.Due.Value
		}
	}
	return ""
}

// otherDay gives the witnesses that name a day, where none of them can mean any
// of those of the draft.
func (f *facts) otherDay(witnesses []query.Found, mine []string) (rows []query.Row, days []string) {
	for _, x := range witnesses {
		if x.Published == nil {
			continue
		}
		from, ok := dayOf(x.Published.Value[:min(len(x.Published.Value), len(time.DateOnly))])
		if !ok {
			continue
		}
		text := contentOf(x)
		named := f.dates(text)
		if x.Event.Said.Known() && x.Event.Said.Phrase != nil {
			if said, ok := dayOf(x.Event.Said.Value); ok && slices.Contains(mine, said.Format(time.DateOnly)) {
				return nil, nil
			}
		}
		for _, d := range named {
			theirs := d.on(from)
			if d.month == 0 && sameWeekday(d, mine) || slices.ContainsFunc(theirs, func(day string) bool { return slices.Contains(mine, day) }) {
				return nil, nil
			}
			days = appendNew(days, text[d.Start:d.End])
		}
		if len(named) > 0 {
			rows = append(rows, x.Row)
		}
	}
	return rows, days
}

// sameWeekday reports that the weekday that a report names is that of one of
// the days.
func sameWeekday(d dated, days []string) bool {
	return slices.ContainsFunc(days, func(day string) bool {
		t, ok := dayOf(day)
		return ok && int(t.Weekday()) == d.weekday
	})
}

func appendNew(all []string, s string) []string {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// gradeOf is the level of a finding that rests on a statement of the draft,
// which may be nil, and on rows of the record.
func gradeOf(st *readout.Statement, rows []query.Row) Level {
	var grades []readout.Grade
	if st != nil {
		grades = append(grades, st.Grade)
	}
	for _, r := range rows {
		grades = append(grades, r.Grade)
	}
	return level(grades...)
}

// wrongSaid finds statements that the draft puts on a day on which nobody on
// record has them said.
func wrongSaid(c *checker) (all []Finding, err error) {
	if _, err := c.fact(); err != nil {
		return nil, err
	}
	for i := range c.draft.Rec.Statements {
		st := &c.draft.Rec.Statements[i]
		if !st.Said.Known() || st.Said.Phrase == nil || st.Speaker == "" || st.Parent != "" {
			continue
		}
		if _, ok := dayOf(st.Said.Value); !ok || !c.oneSentence(st.Span.Bytes(), st.Said.Phrase.Bytes()) {
			continue
		}
		rows, days, err := c.saidOtherwise(st)
		if err != nil {
			return nil, err
		}
		if rows == nil {
			continue
		}
		found, err := c.finding(WrongDate, gradeOf(st, rows), st.Said.Phrase.Bytes(), "On record it was said "+enumerated(days)+".", rows)
		if err != nil {
			return nil, err
		}
		all = append(all, found)
	}
	return all, nil
}

// oneSentence reports that one sentence of the draft has both.
func (c *checker) oneSentence(a, b readout.Range) bool {
	return slices.ContainsFunc(c.facts.sentences, func(s sentence) bool { return s.Overlaps(a) && s.Contains(b) })
}

// saidOtherwise gives the witnesses of a statement and their days, where none
// of them can be that of the draft.
func (c *checker) saidOtherwise(st *readout.Statement) (rows []query.Row, days []string, err error) {
	found, err := c.find(st.ContentText())
	if err != nil {
		return nil, nil, err
	}
	speaker := c.speaker(*st)
	for _, x := range found {
		l := c.facts.like(st.ContentText(), contentOf(x))
		if !l.plain() && !(l.shared >= 3 && l.of >= 0.7) && !(l.shared >= 2 && l.of == 1) {
			continue
		}
		is, err := c.same(speaker, cmp.Or(x.Who, x.Speaker))
		if err != nil {
			return nil, nil, err
		}
		if !is {
			continue
		}
		said := x.Said
		if x.Event.Said.Known() && len(x.Event.Said.Value) == len(time.DateOnly) {
			said = x.Event.Said
		}
		first, last := query.Bounds(said)
		if last == "" && x.Published.Known() {
			last = x.Published.Value
		}
		if day := st.Said.Value; last == "" || first <= day && day <= last || c.facts.onWeekday(*st.Said, last) && first == last {
			return nil, nil, nil
		}
		text := "on " + last
		if first != last {
			text = "by " + last
		}
		rows, days = append(rows, x.Row), appendNew(days, text)
	}
	return rows, days, nil
}
