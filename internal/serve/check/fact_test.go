package check

import (
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/lang"
)

func english(t *testing.T) *facts {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return newFacts(l)
}

func TestDates(t *testing.T) {
	f := english(t)
	from, _ := dayOf("2026-05-26")
	for text, want := range map[string]string{
		"It fell on May 6.":                       "May 6 2026-05-06",
		"It fell on Tuesday, 6 May 2025, at noon": "Tuesday, 6 May 2025 2025-05-06",
		"on the 3rd of December":                  "3rd of December 2025-12-03",
		"Sunday's storm":                          "Sunday's 2026-05-12",
		"It may rain on 12 islands":               "",
		"In May 2026":                             "",
		"On Monday, June was late":                "Monday 2026-05-12",
	} {
		got := ""
		for _, d := range f.dates(text) {
			days := d.on(from)
			if d.month == 0 { // the weekday is enough here
				days = []string{"2026-05-12"}
			}
			got += text[d.Start:d.End] + " " + days[0]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestDayOfWeekdayAlone(t *testing.T) {
	f := english(t)
	from, _ := dayOf("2026-05-26") // a Tuesday
	days := f.dates("on Friday")[0].on(from)
	if want := []string{"2026-05-15", "2026-05-22", "2026-05-29", "2026-06-05"}; !slices.Equal(days, want) {
		t.Errorf("%v, want %v", days, want)
	}
}

func TestNumbers(t *testing.T) {
	f := english(t)
	for text, want := range map[string]struct {
		value float64
		unit  string
	}{
		"some 1,400 pages":             {1400, "page"},
		"twenty-three boats":           {23, "boat"},
		"two hundred and five crews":   {205, "crew"},
		"4mn crowns":                   {4e6, "crown"},
		"3.5 million crowns":           {3.5e6, "crown"},
		"fourteen of its members":      {14, "member"},
		"The toll stands at seven.":    {7, ""},
		"nine, boats and all":          {9, ""},
		"ten more days":                {10, "day"},
		"seven people and three boats": {7, "peopl"},
	} {
		all := f.numbers(text)
		if len(all) == 0 || all[0].value != want.value || all[0].unit != want.unit {
			t.Errorf("%s: %+v, want %+v", text, all, want)
		}
	}
	for _, text := range []string{"in 2019", "at 11:20", "on May 6", "thousands of boats", "nobody"} {
		if all := f.numbers(text); len(all) != 0 {
			t.Errorf("%s: %+v", text, all)
		}
	}
}

func TestOutcome(t *testing.T) {
	f := english(t)
	for text, want := range map[string]readout.CommitmentState{
		"Quell kept her promise":                       readout.StateKept,
		"Quell did not keep her promise":               readout.StateBroken,
		"Quell failed to keep her promise":             readout.StateBroken,
		"Quell has broken her word":                    readout.StateBroken,
		"Quell did not break her promise":              "",
		"Quell made good on her pledge":                readout.StateKept,
		"it paid for the bridge, as it had promised":   readout.StateKept,
		"the deadline has passed":                      readout.StateLapsed,
		"the deadline has not passed":                  "",
		"she extended the deadline by a week":          readout.StateExtended,
		"a good promise":                               "",
		"the bill passed":                              "",
		"she promised to keep the harbour open":        "",
		"the ministers met before the ultimatum ended": readout.StateLapsed,
	} {
		if got := f.outcome(lower(text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestRanges(t *testing.T) {
	text := "Mr. Osk said no. \"We wait.\" He left at 5 p.m. on Monday.\n\nA. Quell stayed"
	c := &checker{draft: Draft{Doc: &readout.Document{Text: text}, Rec: &readout.Record{}}}
	var got []string
	for _, r := range c.ranges(map[string]bool{"Mr": true, "mr": true, "Mr.": true}) {
		got = append(got, text[r.Start:r.End])
	}
	want := []string{"Mr. Osk said no.", `"We wait."`, "He left at 5 p.m. on Monday.", "A. Quell stayed"}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant %s", strings.Join(got, "|"), strings.Join(want, "|"))
	}
}

func TestAgrees(t *testing.T) {
	figure := func(v float64, b readout.Bound) readout.Figure { return readout.Figure{Value: &v, Bound: b} }
	for _, c := range []struct {
		mine, theirs readout.Figure
		want         bool
	}{
		{figure(7, readout.Exact), figure(7, readout.AtLeast), true},
		{figure(8, readout.Exact), figure(7, readout.AtLeast), false},
		{figure(5, readout.AtLeast), figure(7, readout.Exact), true},
		{figure(9, readout.AtLeast), figure(7, readout.Exact), false},
		{figure(9, readout.UpTo), figure(7, readout.Exact), true},
		{figure(200, readout.Around), figure(210, readout.Exact), true},
		{figure(200, readout.Around), figure(290, readout.Exact), false},
	} {
		if got := agrees(c.mine, c.theirs); got != c.want {
			t.Errorf("%s beside %s: %v", worded(c.mine), worded(c.theirs), got)
		}
	}
}

func TestSameNumbers(t *testing.T) {
	f := english(t)
	if f.sameNumbers("seven were killed", "three were killed") || !f.sameNumbers("seven were killed", "people were killed") {
		t.Error("another number is another matter; none is not")
	}
}

func TestNamed(t *testing.T) {
	person := func(name string) readout.Party { return readout.Party{Name: name, Kind: readout.Person} }
	if !named(person("Nora Quell"), person("Quell")) || named(person("Nora Quell"), person("Nora Osk")) {
		t.Error("a surname is short for the name, another name is not")
	}
	if named(readout.Party{Name: "officials", Kind: readout.Unnamed}, readout.Party{Name: "officials", Kind: readout.Unnamed}) {
		t.Error("two unnamed sources are never the same")
	}
}
