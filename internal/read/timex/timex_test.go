package timex

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"readout"
)

// values lists what was found as "snippet=value".
func values(a *readout.Analysis, ts []readout.Timex) string {
	var out []string
	for _, x := range ts {
		out = append(out, a.Doc.Text[x.Start:x.End]+"="+x.Value)
	}
	return strings.Join(out, "; ")
}

func TestInsideQuotation(t *testing.T) {
	a := analysis(`"We will leave tomorrow or in May 2027," she said on Tuesday. "I came yesterday."`, "2026-03-12")
	got := Find(a, english(t))
	if want := "tomorrow=2026-03-13; May 2027=2027-05; Tuesday=2026-03-10; yesterday=2026-03-11"; values(a, got) != want {
		t.Fatalf("got  %s\nwant %s", values(a, got), want)
	}
	for i, noted := range []bool{true, false, false, true} {
		if strings.Contains(got[i].Basis, "inside a quotation") != noted {
			t.Errorf("basis of %q: %s", a.Doc.Text[got[i].Start:got[i].End], got[i].Basis)
		}
	}
}

func TestResolve(t *testing.T) {
	a := analysis(`"We will leave tomorrow, before Friday, or next year or on May 2, 2027," she said.`, "2026-03-12")
	found := Find(a, english(t))
	for _, c := range []struct {
		name string
		said *readout.Date
		want string
	}{
		{"a day", &readout.Date{Value: "2026-03-10"}, "tomorrow=2026-03-11; Friday=2026-03-13; next year=2027; May 2, 2027=2027-05-02"},
		{"a time", &readout.Date{Value: "2026-03-14T10:00Z"}, "tomorrow=2026-03-15; Friday=2026-03-20; next year=2027; May 2, 2027=2027-05-02"},
		{"a month", &readout.Date{Value: "2026-03"}, "tomorrow=; Friday=; next year=2027; May 2, 2027=2027-05-02"},
		{"two days of one week", &readout.Date{Value: "2026-03-09/2026-03-10"}, "tomorrow=; Friday=2026-03-13; next year=2027; May 2, 2027=2027-05-02"},
		{"on or before", &readout.Date{Value: "../2026-03-12"}, "tomorrow=; Friday=; next year=; May 2, 2027=2027-05-02"},
		{"unknown", nil, "tomorrow=; Friday=; next year=; May 2, 2027=2027-05-02"},
	} {
		var got []readout.Timex
		for _, x := range found {
			got = append(got, Resolve(a, english(t), x, c.said))
		}
		if values(a, got) != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, values(a, got), c.want)
		}
		if friday := got[1]; friday.Value == "" && friday.Weekday != "Friday" {
			t.Errorf("%s: the weekday is lost: %+v", c.name, friday)
		}
		if strings.Contains(got[0].Basis, "publication") {
			t.Errorf("%s: basis %s", c.name, got[0].Basis)
		}
	}
}

func TestResolveReckonsFromTheDayBeforeInTheText(t *testing.T) {
	a := analysis(`"I came on Monday. The next day I left," he said.`, "2026-03-20")
	found := Find(a, english(t))
	if want := "Monday=2026-03-16; The next day=2026-03-17"; values(a, found) != want {
		t.Fatalf("got %s", values(a, found))
	}
	got := Resolve(a, english(t), found[1], &readout.Date{Value: "2026-03-12"})
	if got.Value != "2026-03-10" {
		t.Errorf("got %s (%s)", got.Value, got.Basis)
	}
}

func TestBasis(t *testing.T) {
	for text, want := range map[string]string{
		"He spoke on Thursday.":       `"Thursday": before ("spoke") publication Fri 2025-03-14`,
		"He spoke last week.":         `"last week": 1 week before publication Fri 2025-03-14`,
		"He will speak on Monday.":    `"Monday": after ("will") publication Fri 2025-03-14`,
		"He spoke on March 13, 2025.": "as written",
	} {
		got := Find(analysis(text, "2025-03-14"), english(t))
		if len(got) != 1 || got[0].Basis != want {
			t.Errorf("%s: got %+v, want basis %s", text, got, want)
		}
	}
}

func TestPublicationIsNotADay(t *testing.T) {
	a := analysis("It ends next year. They met on Monday.", "2026-03")
	got := Find(a, english(t))
	if want := "next year=2027; Monday="; values(a, got) != want || got[1].Weekday != "Monday" {
		t.Errorf("got %+v", got)
	}
}

func TestClassesOfBlocks(t *testing.T) {
	const text = "LENDWICK, March 3 (Northwire) -\n\nBridge Falls Next Week\n\nThe mayor opens the bridge on Monday."
	a := analysis(text, "2026-03-12")
	a.Blocks[0].Class, a.Blocks[1].Class, a.Blocks[2].Class = readout.Dateline, readout.Headline, readout.Caption
	got := Find(a, english(t))
	if want := "Next Week=2026-03-16/2026-03-22; Monday=2026-03-09"; values(a, got) != want {
		t.Errorf("got %s, want %s: no dateline, capitals of a headline, the past of a caption", values(a, got), want)
	}
}

// What a record has no use for is found for TIMEX3 only: "now", and the date of
// a dateline.
func TestAnnotate(t *testing.T) {
	a := analysis("LENDWICK, March 3 (Northwire) -\n\nThe mayor said now is the time; he left on Monday.", "2026-03-12")
	a.Blocks[0].Class = readout.Dateline
	if got := values(a, Find(a, english(t))); got != "Monday=2026-03-09" {
		t.Errorf("found %s", got)
	}
	if got, want := values(a, Annotate(a, english(t))), "March 3=2026-03-03; now=; Monday=2026-03-09"; got != want {
		t.Errorf("marked %s, want %s", got, want)
	}
}

// "The next day" goes back to the paragraph before, but no further.
func TestDayOfTheParagraphBefore(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They met on Monday.\n\nThe next day he left.", "Monday=2026-03-09; The next day=2026-03-10"},
		{"They met on Monday.\n\nIt rained.\n\nThe next day he left.", "Monday=2026-03-09; The next day="},
		{"They met on Monday.\n\nThe day before, it had rained.\n\nA day later he left.", "Monday=2026-03-09; The day before=2026-03-08; A day later=2026-03-10"},
	} {
		a := analysis(c.text, "2026-03-12")
		if got := values(a, Find(a, english(t))); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// A report on the earnings of a quarter speaks of it all along.
func TestQuarterOfTheReport(t *testing.T) {
	a := analysis("Hallam Glass said third-quarter profit fell from a year ago.\n\nIt rained.\n\n"+
		"In the latest quarter it sold less than a year earlier; for the nine months, more than a year earlier.", "2025-11-12")
	want := "third-quarter=2025-07/2025-09; a year ago=2024-07/2024-09; the latest quarter=2025-07/2025-09; " +
		"a year earlier=2024-07/2024-09; the nine months=P9M; a year earlier=2024"
	if got := values(a, Find(a, english(t))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestHoliday(t *testing.T) {
	for _, c := range []struct {
		rule string
		year int
		want string
	}{
		{"12-25", 2026, "2026-12-25"},
		{"11-4-4", 2024, "2024-11-28"},   // the month begins on a Friday
		{"11-4-4", 2018, "2018-11-22"},   // and here on a Thursday
		{"05-1--1", 2026, "2026-05-25"},  // the last Monday
		{"11-1-1+1", 2016, "2016-11-08"}, // the month begins on a Tuesday
		{"E+0", 2025, "2025-04-20"},
		{"E+0", 2008, "2008-03-23"}, // the earliest in a century
		{"E-2", 2026, "2026-04-03"},
	} {
		got, ok := holiday(c.rule, c.year)
		if !ok || got.Format(isoDay) != c.want {
			t.Errorf("%s in %d: got %s, want %s", c.rule, c.year, got.Format(isoDay), c.want)
		}
	}
	if _, ok := holiday("spring", 2026); ok {
		t.Error("a rule that is none has a day")
	}
}

// Words in another quotation do not tell where a date outside points.
func TestTenseOfAnotherVoice(t *testing.T) {
	a := analysis(`A post on Monday: "We will win." A banner, "It will end", on Monday.`, "2026-03-12")
	if got, want := values(a, Find(a, english(t))), "Monday=2026-03-09; Monday=2026-03-09"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFindTogether(t *testing.T) {
	a := analysis("They met on Monday and will meet by the end of March.", "2026-03-12")
	want := Find(a, english(t))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := Find(a, english(t)); !reflect.DeepEqual(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
	wg.Wait()
}

func TestParseRefuses(t *testing.T) {
	for line, want := range map[string]string{
		"by MONTH → WHEN date":         `no type "WHEN"`,
		"by MONTH → DATE guess":        "no value function",
		"by MONTH → DATE date":         "no class MONTH",
		"by | → DATE date":             "an empty word",
		"→ DATE date":                  "a rule is",
		"monday":                       "neither a rule",
		"WEEKDAY 1 Monday = Monday | ": "an empty word",
	} {
		if _, err := parse([]string{line}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", line, err, want)
		}
	}
}

// FuzzFind: expressions are in order, do not overlap, lie in the text on
// atoms, have a basis, and come out the same twice.
func FuzzFind(f *testing.F) {
	f.Add("They met on Monday, March 3, 2026 at 11 p.m. \"We leave in 30 days,\" he said.", "2026-03-12")
	f.Add("mid-ＭAY ’80s 24/7 2026-02-30 Feb. 30 13/13/2026 25:61 99:99 p.m. Q5 99th century", "2026")
	f.Add("a 2000000000000000-year 31 February last last next 0 weeks ago — “Friday’s”", "../2026-03-01")
	f.Fuzz(func(t *testing.T, text, published string) {
		a := analysis(text, published)
		got := Find(a, english(t))
		end := 0
		for _, x := range got {
			if x.Start < end || x.Empty() || x.End > len(text) || x.Basis == "" {
				t.Fatalf("%q: %+v after byte %d", text, x, end)
			}
			if _, err := a.Doc.Span(x.Range); err != nil {
				t.Fatal(err)
			}
			if x.Value == "" && x.Grain != "" {
				t.Errorf("%q: grain without value: %+v", text, x)
			}
			end = x.End
		}
		marked := Annotate(a, english(t))
		for _, x := range got {
			if !slices.Contains(marked, x) {
				t.Errorf("%q: found, but not marked: %+v", text, x)
			}
		}
		if again := Find(a, english(t)); !reflect.DeepEqual(got, again) {
			t.Errorf("%q: reads differently the second time", text)
		}
	})
}
