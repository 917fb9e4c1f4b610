package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/serve/query"
)

// figures compares what the draft counts of an incident with what is counted on
// record of the same incident and quantity.
func figures(c *checker) (all []Finding, err error) {
	f, err := c.fact()
	if err != nil {
		return nil, err
	}
	for _, in := range c.draft.Rec.Incidents {
		for _, fig := range in.Figures {
			if fig.Value == nil || c.inQuotation(fig.Span.Bytes()) {
				continue
			}
			counts, err := c.counts(in, fig)
			if err != nil {
				return nil, err
			}
			found, err := f.judge(c, fig, counts)
			if err != nil {
				return nil, err
			}
			all = append(all, found...)
		}
	}
	return all, nil
}

// inQuotation reports words of a direct quotation.
func (c *checker) inQuotation(r readout.Range) bool {
	return slices.ContainsFunc(c.draft.Rec.Statements, func(s readout.Statement) bool {
		return s.Mode == readout.Direct && slices.ContainsFunc(s.Content, func(x readout.Span) bool { return x.Bytes().Contains(r) })
	})
}

// counts are the figures on record of a quantity: those of the same incident,
// and, marked loose, those that may be of it because no day or place is told.
func (c *checker) counts(in readout.Incident, fig readout.Figure) (all []counted, err error) {
	whole := c.joined(in)
	found, err := c.happenings(func(o readout.Incident) bool {
		return slices.ContainsFunc(o.Figures, func(x readout.Figure) bool { return x.Quantity == fig.Quantity }) && c.meets(whole, o) > 0
	})
	if err != nil {
		return nil, err
	}
	for _, h := range found {
		for _, x := range h.Counts {
			if x.Quantity == fig.Quantity && x.Value != nil && x.Span.Doc != c.draft.Doc.ID && c.facts.sameUnit(x.Figure, fig) {
				all = append(all, counted{x, c.meets(whole, h.Incident) == 1})
			}
		}
	}
	return all, nil
}

type counted struct {
	query.Count
	loose bool
}

// joined is an incident of the draft with the day and place that another of the
// draft gives for the same thing.
func (c *checker) joined(in readout.Incident) readout.Incident {
	for _, o := range c.draft.Rec.Incidents {
		if c.facts.likeEvents(in.What, o.What).shared > 0 {
			if !in.When.Known() {
				in.When = o.When
			}
			in.Where = cmp.Or(in.Where, o.Where)
		}
	}
	return in
}

// meets says whether an incident on record is that of the draft: 2 where it is,
// 1 where it may be, 0 where it is another.
func (c *checker) meets(in, o readout.Incident) int {
	like := c.facts.likeEvents(in.What+" "+in.Where, o.What+" "+o.Where)
	if in.When.Known() && o.When.Known() {
		a1, a2 := query.Bounds(in.When)
		b1, b2 := query.Bounds(o.When)
		apart := a2 != "" && b1 > a2 || b2 != "" && a1 > b2
		switch {
		case apart && !(like.shared >= 2 && daysBetween(a1, b1) <= slip):
			return 0
		case like.shared > 0 || in.Where == "" || o.Where == "":
			return 2
		}
		return 0
	}
	switch {
	case like.shared > 0 && !c.facts.elsewhere(in.Where, o.Where):
		return 2
	case !o.When.Known() && o.Where == "" || !in.When.Known() && in.Where == "":
		return 1
	}
	return 0
}

// slip is by how many days the draft may be wrong about an incident that has its
// words and its place.
const slip = 2

func daysBetween(a, b string) int {
	from, ok := dayOf(a)
	to, known := dayOf(b)
	if !ok || !known {
		return slip + 1
	}
	return int(from.Sub(to).Abs().Hours() / 24)
}

// likeEvents compares what happened, without the words for whom and how it
// hit: every count of the injured has those.
func (f *facts) likeEvents(a, b string) overlap {
	return likeOf(f.eventStems(a), f.eventStems(b))
}

func (f *facts) eventStems(text string) []string {
	var kept []string
	for _, w := range lower(text) {
		if !f.is("generic", w) && !f.is("generic", f.one[w]) {
			kept = append(kept, w)
		}
	}
	return f.stems(strings.Join(kept, " "))
}

// sameUnit reports that two figures can count the same: the same words, or one
// of them says no more than people.
func (f *facts) sameUnit(a, b readout.Figure) bool {
	u, v := f.unit(a), f.unit(b)
	return u == "" || v == "" || u == v
}

func (f *facts) unit(x readout.Figure) string {
	words := lower(x.Unit)
	if len(words) == 0 || f.is("generic", words[len(words)-1]) {
		return ""
	}
	return match.Stem(words[len(words)-1])
}

// judge says what is wrong with a figure of the draft beside those on record.
func (f *facts) judge(c *checker, fig readout.Figure, counts []counted) ([]Finding, error) {
	firm := slices.DeleteFunc(slices.Clone(counts), func(x counted) bool { return x.loose })
	if len(firm) == 0 {
		theirs, err := c.of(fig.ToldBy, counts)
		if len(theirs) == 0 || err != nil {
			return nil, err
		}
		firm = theirs
	}
	f.judged[fig.Span.BStart] = true
	if !slices.ContainsFunc(counts, func(x counted) bool { return agrees(fig, x.Figure) }) {
		one, err := c.finding(FigureDiffers, gradeOfFigure(c, fig, firm), fig.Span.Bytes(), "On record: "+told(firm)+".", rowsOf(firm))
		return []Finding{one}, err
	}
	if fig.ToldBy == "" {
		return f.stale(c, fig, counts)
	}
	theirs, err := c.of(fig.ToldBy, counts)
	if err != nil {
		return nil, err
	}
	sure := slices.ContainsFunc(theirs, func(x counted) bool { return !x.loose })
	if sure && !slices.ContainsFunc(theirs, func(x counted) bool { return agrees(fig, x.Figure) }) {
		one, err := c.finding(FigureDiffers, gradeOfFigure(c, fig, theirs), fig.Span.Bytes(), "On record: "+told(firm)+".", rowsOf(append(theirs, firm...)))
		return []Finding{one}, err
	}
	return f.older(c, fig, theirs, counts)
}

// of are the figures of one teller.
func (c *checker) of(teller string, counts []counted) (theirs []counted, err error) {
	for _, x := range counts {
		is, err := c.same(teller, x.ToldBy)
		if err != nil {
			return nil, err
		}
		if is {
			theirs = append(theirs, x)
		}
	}
	return theirs, nil
}

// agrees reports that a figure of the draft can be one on record.
func agrees(mine, theirs readout.Figure) bool {
	if theirs.Value == nil {
		return false
	}
	a, b := *mine.Value, *theirs.Value
	switch {
	case a == b:
		return true
	case mine.Bound == readout.AtLeast:
		return a < b
	case mine.Bound == readout.UpTo:
		return a > b
	case mine.Bound == readout.Around || theirs.Bound == readout.Around:
		return math.Abs(a-b) <= 0.1*max(a, b)
	}
	return false
}

// stale judges a figure that the draft gives in its own voice: it is outdated
// where every teller of it has given another since.
func (f *facts) stale(c *checker, fig readout.Figure, counts []counted) ([]Finding, error) {
	tellers := map[string][]counted{}
	for _, x := range counts {
		tellers[x.ToldBy] = append(tellers[x.ToldBy], x)
	}
	var old []counted
	for teller, theirs := range tellers {
		if !slices.ContainsFunc(theirs, func(x counted) bool { return same(fig, x.Figure) }) {
			continue
		}
		if teller == "" || !superseded(fig, theirs) {
			return nil, nil
		}
		old = append(old, theirs...)
	}
	slices.SortStableFunc(old, func(a, b counted) int { return strings.Compare(a.Day, b.Day) })
	return f.older(c, fig, old, counts)
}

func same(a, b readout.Figure) bool { return b.Value != nil && *a.Value == *b.Value }

// older finds a figure whose teller has given another since, unless the draft
// tells it as what was said before, or gives the other too.
func (f *facts) older(c *checker, fig readout.Figure, theirs, counts []counted) ([]Finding, error) {
	if len(theirs) == 0 || !superseded(fig, theirs) || f.asPast(c, fig, latestOf(theirs)) {
		return nil, nil
	}
	newest := latestOf(theirs)
	reason := fmt.Sprintf("A newer figure is on record: %s.", told(newest))
	one, err := c.finding(FigureOutdated, gradeOfFigure(c, fig, newest), fig.Span.Bytes(), reason, rowsOf(append(newest, theirs...)))
	return []Finding{one}, err
}

// superseded reports that a teller has given the figure, and another since.
func superseded(fig readout.Figure, theirs []counted) bool {
	return !slices.ContainsFunc(latestOf(theirs), func(x counted) bool { return agrees(fig, x.Figure) || agrees(x.Figure, fig) })
}

// latestOf are a teller's figures of the newest day that he did not give before;
// of two in one report the one that the text calls the old one is not.
func latestOf(theirs []counted) (newest []counted) {
	day := ""
	for _, x := range theirs {
		day = max(day, x.Day)
	}
	for _, x := range theirs {
		if x.Day == day && !x.was() {
			newest = append(newest, x)
		}
	}
	fresh := slices.DeleteFunc(slices.Clone(newest), func(x counted) bool {
		return slices.ContainsFunc(theirs, func(y counted) bool { return y.Day < day && same(x.Figure, y.Figure) })
	})
	if len(fresh) > 0 {
		newest = fresh
	}
	if len(newest) > 1 { // one report that corrects itself
		last := newest[len(newest)-1]
		if last.corrects() {
			return []counted{last}
		}
	}
	return newest
}

// was reports that the sentence calls a figure the one before: "from three".
func (x counted) was() bool {
	text := x.Row.Sentence
	at := strings.LastIndex(text, x.Span.Text)
	return at > 0 && strings.HasSuffix(strings.TrimSpace(text[:at]), " from")
}

// corrects reports that the sentence puts a figure in the place of another.
func (x counted) corrects() bool {
	words := lower(x.Row.Sentence)
	return slices.ContainsFunc([]string{"now", "revised", "corrected", "updated", "raised", "lowered", "instead"}, func(w string) bool { return slices.Contains(words, w) })
}

// asPast reports that the draft tells a figure as one that was given before: its
// sentence has a word for it or a day of its own, or the newer one stands in
// the draft too.
func (f *facts) asPast(c *checker, fig readout.Figure, newest []counted) bool {
	for _, in := range c.draft.Rec.Incidents {
		for _, other := range in.Figures {
			if other.Quantity == fig.Quantity && other.Value != nil && slices.ContainsFunc(newest, func(x counted) bool { return same(other, x.Figure) }) {
				return true
			}
		}
	}
	for _, s := range f.sentences {
		if !s.Contains(fig.Span.Bytes()) {
			continue
		}
		if slices.ContainsFunc(s.words, func(w string) bool { return w != "had" && w != "was" && w != "were" && w != "then" && f.is("past", w) }) {
			return true
		}
		for _, n := range f.numbers(s.text) {
			if slices.ContainsFunc(newest, func(x counted) bool { return *x.Value == n.value }) {
				return true
			}
		}
	}
	return false
}

func gradeOfFigure(c *checker, fig readout.Figure, counts []counted) Level {
	var st *readout.Statement
	for i := range c.draft.Rec.Statements {
		if s := &c.draft.Rec.Statements[i]; s.Span.Bytes().Contains(fig.Span.Bytes()) {
			st = s
		}
	}
	return gradeOf(st, rowsOf(counts))
}

// told words figures with their tellers and days, each once.
func told(counts []counted) string {
	var all, seen []string
	for _, x := range counts {
		by := x.TellerName
		if by == "" {
			by = x.Row.Outlet
		}
		if key := worded(x.Figure) + by; !slices.Contains(seen, key) {
			seen = append(seen, key)
			all = append(all, fmt.Sprintf("%s (%s, %s)", worded(x.Figure), by, x.Day))
		}
	}
	return enumerated(all)
}

func worded(x readout.Figure) string {
	v := strconv.FormatFloat(*x.Value, 'f', -1, 64)
	switch x.Bound {
	case readout.AtLeast:
		return "at least " + v
	case readout.UpTo:
		return "up to " + v
	case readout.Around:
		return "about " + v
	}
	return v
}

func rowsOf(counts []counted) (rows []query.Row) {
	for _, x := range counts {
		if !slices.ContainsFunc(rows, func(r query.Row) bool { return r.ID == x.Row.ID && r.Sentence == x.Row.Sentence }) {
			rows = append(rows, x.Row)
		}
	}
	return rows
}
