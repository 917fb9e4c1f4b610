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
	return c.eachDated(func(s sentence, d dated, mine []string) (string, []query.Row, error) {
		head := c.facts.subject(s.text, d)
		if head == "" || len(s.statements) > 0 {
			return "", nil, nil
		}
		stems := c.facts.stems(s.text)
		found, err := c.happenings(func(o readout.Incident) bool { return o.When.Known() })
		found = slices.DeleteFunc(found, func(h query.Happening) bool { return !c.facts.called(h, head, stems) })
		rows, days := otherDays(found, mine)
		return "On record it happened on " + enumerated(days) + ".", rows, err
	})
}

// called reports whether something that happened is called by a noun on record, by
// its first report or by two others, and shares another word with a sentence.
func (f *facts) called(h query.Happening, head string, sentence []string) bool {
	words, named := f.stems(h.What+" "+h.Where), 0
	if slices.Contains(words, head) {
		named = 2
	}
	for _, r := range h.Rows {
		if told := f.stems(r.Sentence); slices.Contains(told, head) && !isName(r.Sentence, head) {
			words, named = append(words, told...), named+1
		}
	}
	return named >= 2 && likeOf(match.Set(words), sentence).shared >= 2
}

// isName: a sentence has the word with a capital only.
func isName(sentence, stem string) bool {
	return !slices.ContainsFunc(match.Fields(sentence), func(w string) bool { return strings.ToLower(w) == w && match.Stem(w) == stem })
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
	case "from", "at", "in", "on", "between", "that", "which", "struck", "hit", "swept", "took", "broke", "fell", "happened", "came", "left", "began":
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

// wrongTalks finds a sentence whose subject is a meeting at a place, with a day
// that no report gives for one there.
func wrongTalks(c *checker) (all []Finding, err error) {
	return c.eachDated(func(s sentence, d dated, mine []string) (string, []query.Row, error) {
		if !c.facts.has([]string{c.facts.subject(s.text, d)}, "meeting") {
			return "", nil, nil
		}
		met, err := c.encounters(func(k readout.Contact) bool {
			return form(k.Form) == readout.Meeting && k.When.Known() && k.Where != "" && slices.Contains(s.words, surname(k.Where))
		})
		var days []string
		var rows []query.Row
		for _, k := range met {
			first, last := query.Bounds(k.When)
			if first != last || slices.Contains(mine, last) {
				return "", nil, err
			}
			if !ahead(k.State) || k.State == readout.ContactConditional {
				rows, days = append(rows, k.Rows...), appendNew(days, last)
			}
		}
		return "On record it is on " + enumerated(days) + ".", rows, err
	})
}

// wrongEnd finds the day on which a draft lets a deadline run out, where no
// report gives that day.
func wrongEnd(c *checker) (all []Finding, err error) {
	return c.eachDated(func(s sentence, d dated, mine []string) (string, []query.Row, error) {
		before := lower(s.text[:d.Start])
		if !c.facts.has(before, "deadline") || !c.facts.has(before[max(0, len(before)-4):], "end") || c.attributed(s) {
			return "", nil, nil
		}
		pledges, err := c.pledgesIn(s, readout.StateLapsed)
		var days []string
		var rows []query.Row
		for _, p := range pledges {
			for _, due := range p.Dues {
				first, last := query.Bounds(&readout.Date{Value: due})
				if first != last || slices.Contains(mine, last) {
					return "", nil, err
				}
				days = appendNew(days, last)
			}
			rows = append(rows, p.Rows...)
		}
		return "On record it is due on " + enumerated(days) + ".", rows, err
	})
}

// eachDated asks of each sentence of the draft with one day what the record has
// otherwise: the reason and its evidence, none where nothing.
func (c *checker) eachDated(ask func(s sentence, d dated, mine []string) (string, []query.Row, error)) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	from, ok := c.published()
	for _, s := range f.sentences {
		dates := f.dates(s.text)
		if len(dates) != 1 || !ok {
			continue
		}
		reason, rows, err := ask(s, dates[0], dates[0].on(from))
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			continue
		}
		at := readout.Range{Start: s.Start + dates[0].Start, End: s.Start + dates[0].End}
		one, err := c.finding(WrongDate, gradeOf(nil, rows), at, reason, rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}
