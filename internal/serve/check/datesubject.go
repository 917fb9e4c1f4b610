package check

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/serve/query"
)

// wrongSubject finds a sentence whose subject is something that happened ("The
// landslide hit the village on 4 March"), with a day that no report gives.
func wrongSubject(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	from, ok := c.published()
	if !ok {
		return nil, nil
	}
	for _, s := range f.sentences {
		dates := f.dates(s.text)
		if len(dates) != 1 || len(s.statements) > 0 {
			continue
		}
		head := f.subject(s.text, dates[0])
		if head == "" {
			continue
		}
		stems := f.stems(s.text)
		found, err := c.engine.Happenings(c.ctx, c.at, func(o readout.Incident) bool {
			return slices.Contains(f.stems(o.What), head) && o.When.Known() && likeOf(f.stems(o.What+" "+o.Where), stems).shared >= 2
		})
		if err != nil {
			return nil, err
		}
		rows, days := otherDays(found, dates[0].on(from))
		if rows == nil {
			continue
		}
		at := readout.Range{Start: s.Start + dates[0].Start, End: s.Start + dates[0].End}
		one, err := c.finding(WrongDate, gradeOf(nil, rows), at, "On record it happened on "+enumerated(days)+".", rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// subject is the stem of the noun that a sentence begins with, behind a day and
// an article, where a verb in the past, a preposition or "that" follows it; ""
// for any other beginning.
func (f *facts) subject(text string, day dated) string {
	rest := text
	if strings.TrimSpace(text[:day.Start]) == "On" || day.Start == 0 {
		rest = text[day.End:]
	}
	words := lower(rest)
	if len(words) < 3 || words[0] != "the" && words[0] != "a" && words[0] != "an" {
		return ""
	}
	for i, next := range words[2:min(len(words), 5)] {
		if follows(next) {
			return match.Stem(words[i+1])
		}
	}
	return ""
}

func follows(word string) bool {
	switch word {
	case "from", "at", "in", "that", "which", "struck", "hit", "swept", "took", "broke", "fell", "happened", "came", "left", "began":
		return true
	}
	return strings.HasSuffix(word, "ed")
}

// otherDays gives the evidence and the day of things that happened, none where
// one can be of the days of the draft or they are of several days.
func otherDays(found []query.Happening, mine []string) (rows []query.Row, days []string) {
	for _, h := range found {
		first, last := query.Bounds(h.When)
		if first != last || slices.Contains(mine, last) {
			return nil, nil
		}
		rows, days = append(rows, h.Rows...), appendNew(days, last)
	}
	if len(days) != 1 {
		return nil, nil
	}
	return rows, days
}
