package query

import (
	"fmt"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		asked, text string
		inside      bool
		want        string
		least, most float64
	}{
		{"the gate was shut", "The gate was shut.", false, "The gate was shut.", 1, 1},
		{"the gate won't open", "“The gate won’t open”", false, "“The gate won’t open”", 1, 1},
		{"the gate was shut", "He said the gate was shut by hand", true, "the gate was shut", 1, 1},
		{"the gate was shut", "He said the gate was shut by hand", false, "+He said+ the gate was shut +by hand+", 0, 0.5},
		{"not to bomb the town", "asked them not to fire on the town", true, "not to -bomb- +fire on+ the town", 0.3, 0.7},
		{"we open the gate", "we opened the gate", true, "we -open- +opened+ the gate", 0.85, 0.95},
		{"we will never open the gate", "we will open the gate", true, "we will -never- open the gate", 0.5, 0.9},
		{"lawyers open the gate", "the lawyers will now open the gate", true, "lawyers +will now+ open the gate", 0.7, 0.9},
		{"zebra", "we open the gate", true, "-zebra-", 0, 0},
		{"", "we open the gate", true, "", 0, 0},
		{"a – b", "a b", false, "a b", 1, 1},
	} {
		edits, near := Compare(tt.asked, tt.text, tt.inside)
		var parts []string
		for _, e := range edits {
			if e.Op == Same {
				parts = append(parts, e.Text)
				continue
			}
			if e.Asked != "" {
				parts = append(parts, "-"+e.Asked+"-")
			}
			if e.Text != "" {
				parts = append(parts, "+"+e.Text+"+")
			}
		}
		if got := strings.Join(parts, " "); got != tt.want || near < tt.least || near > tt.most {
			t.Errorf("%q in %q: %s, %.2f; want %s, %.2f to %.2f", tt.asked, tt.text, got, near, tt.want, tt.least, tt.most)
		}
	}
}

// Whatever is compared, the words of one side come out of the edits in order.
func FuzzCompare(f *testing.F) {
	f.Add("we open the gate", "the gate opens, we said", true)
	f.Add("a b a b", "b a b a", false)
	f.Fuzz(func(t *testing.T, asked, text string, inside bool) {
		if len(asked)+len(text) > 400 {
			return
		}
		edits, near := Compare(asked, text, inside)
		var back []string
		for _, e := range edits {
			if e.Op == Same {
				e.Asked = e.Text
			}
			back = append(back, wordsIn(e.Asked)...)
		}
		if want := wordsIn(asked); fmt.Sprint(back) != fmt.Sprint(want) || near < 0 || near > 1 {
			t.Errorf("%q, %q: %v, %v (%v)", asked, text, edits, near, back)
		}
	})
}

func wordsIn(text string) (folded []string) {
	for _, w := range wordsOf(text) {
		folded = append(folded, w.fold)
	}
	return folded
}
