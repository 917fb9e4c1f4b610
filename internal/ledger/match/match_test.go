package match_test

import (
	"slices"
	"testing"

	"readout/internal/ledger/match"
)

func TestWords(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"The U.S. plan’s 30-day halt", []string{"the", "us", "plan", "30", "day", "halt"}},
		{"It cost 3,000 crowns, not 2.5.", []string{"it", "cost", "3000", "crowns", "not", "2.5"}},
		{"They didn’t; “we can’t”, he said.", []string{"they", "didn't", "we", "can't", "he", "said"}},
		{"", nil},
	} {
		if got := match.Words(tc.text); !slices.Equal(got, tc.want) {
			t.Errorf("Words(%q) = %q, want %q", tc.text, got, tc.want)
		}
	}
}

func TestStemPutsFormsTogether(t *testing.T) {
	for _, forms := range [][]string{
		{"gate", "gates"}, {"reopen", "reopened", "reopening", "reopens"}, {"promise", "promises", "promised"},
		{"city", "cities"}, {"stop", "stopped", "stopping"}, {"agree", "agreed", "agrees"}, {"close", "closed", "closing", "closes"},
	} {
		for _, f := range forms[1:] {
			if match.Stem(f) != match.Stem(forms[0]) {
				t.Errorf("Stem(%q) = %q, but Stem(%q) = %q", f, match.Stem(f), forms[0], match.Stem(forms[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"bus", "bu"}, {"sing", "s"}, {"this", "thi"}, {"1931", "193"}} {
		if match.Stem(pair[0]) == pair[1] {
			t.Errorf("Stem(%q) = %q", pair[0], pair[1])
		}
	}
}

func TestLikeness(t *testing.T) {
	a, b := match.Set([]string{"x", "y", "z", "x"}), match.Set([]string{"y", "z", "w", "v"})
	if got, want := match.Dice(a, b, match.Flat), 4.0/7; got != want {
		t.Errorf("Dice = %v, want %v", got, want)
	}
	if got, want := match.Containment(a, b, match.Flat), 2.0/3; got != want {
		t.Errorf("Containment = %v, want %v", got, want)
	}
	if got := match.Minus(a, b); !slices.Equal(got, []string{"x"}) {
		t.Errorf("Minus = %q", got)
	}
	if got := match.Dice(nil, nil, match.Flat); got != 0 {
		t.Errorf("Dice of nothing = %v", got)
	}
}

func TestRareWordsWeighMore(t *testing.T) {
	c := match.NewCounts(nil)
	for range 9 {
		c.Add([]string{"dam"})
	}
	c.Add([]string{"dam", "pin"})
	if c.Weight("pin") <= c.Weight("dam") || c.Weight("dam") <= 0 {
		t.Errorf("weights: pin %v, dam %v", c.Weight("pin"), c.Weight("dam"))
	}
}

func TestDays(t *testing.T) {
	for _, tc := range []struct {
		a, b    string
		overlap bool
		near    bool // within three days
	}{
		{"2026-05-04", "2026-05-04", true, true},
		{"2026-05-04", "2026-05-06", false, true},
		{"2026-05-04", "2026-05-09", false, false},
		{"2026-05", "2026-05-31", true, true},
		{"2026-04-28/2026-05-03", "2026-05-03", true, true},
		{"../2026-05-04", "2026-05-05", false, false},
		{"../2026-05-04", "2026-01-05", true, false},
		{"2026-05-04T23:10:00", "2026-05-04", true, true},
		{"nonsense", "2026-05-04", true, false},
	} {
		a, b := match.ParseDays(tc.a), match.ParseDays(tc.b)
		if got := a.Overlap(b); got != tc.overlap {
			t.Errorf("%s overlaps %s: %v", tc.a, tc.b, got)
		}
		if got := b.Overlap(a); got != tc.overlap {
			t.Errorf("%s overlaps %s: %v", tc.b, tc.a, got)
		}
		if got := a.Near(b, 3); got != tc.near {
			t.Errorf("%s near %s: %v", tc.a, tc.b, got)
		}
	}
}

func TestOn(t *testing.T) {
	for _, tc := range []struct {
		days, weekday string
		want          bool
	}{
		{"2026-05-08", "Friday", true}, {"2026-05-09", "Friday", false}, {"2026-05-09", "", true}, {"2026-05", "Friday", true}, {"", "Friday", true},
	} {
		if got := match.ParseDays(tc.days).On(tc.weekday); got != tc.want {
			t.Errorf("%q on a %s: %v", tc.days, tc.weekday, got)
		}
	}
}
