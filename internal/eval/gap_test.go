package eval

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const gapHeader = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"

// fakeChooser answers by the pronoun.
type fakeChooser map[string]Choice

func (f fakeChooser) Choose(text string, pronoun [2]int, names [2][2]int) Choice {
	if text[names[0][0]:names[0][1]] != "Ada" || text[names[1][0]:names[1][1]] != "Bo" {
		return Neither
	}
	return f[text[pronoun[0]:pronoun[1]]]
}

func gapCorpus(t *testing.T, lines ...string) string {
	return corpus(t, map[string]string{"coref/gap/gap-validation.tsv": gapHeader + strings.Join(lines, "\n") + "\n"})
}

func TestGap(t *testing.T) {
	const text = "Zoë \"met Ada and Bo: he saw her, his, him."
	row := func(id, pronoun, at, a, b string) string {
		return strings.Join([]string{id, text, pronoun, at, "Ada", "9", a, "Bo", "17", b, "page"}, "\t")
	}
	dir := gapCorpus(t,
		row("1", "he", "21", "FALSE", "TRUE"),
		row("2", "her", "28", "TRUE", "FALSE"),
		row("3", "his", "33", "FALSE", "FALSE"),
		row("4", "him", "38", "TRUE", "FALSE"))
	r, err := Gap(dir, fakeChooser{"he": Second, "her": First, "his": First, "him": Second})
	if err != nil {
		t.Fatal(err)
	}
	want := []Line{
		{"gap.texts", "count 4"},
		{"gap.all", prf(2, 4, 3).String()},
		{"gap.masculine", prf(1, 3, 2).String()},
		{"gap.feminine", prf(1, 1, 1).String()},
		{"gap.bias", Mean(2.5).String()},
	}
	if diff := cmp.Diff(want, r.Lines()); diff != "" {
		t.Error(diff)
	}
}

func TestGapThatCannotBeReadIsAnError(t *testing.T) {
	for row, says := range map[string]string{
		"1\tAda met Bo: he": "line 2: 2 columns",
		"1\tAda met Bo: he\the\t1\tA\t0\tFALSE\tB\t0\t\t":    `"he" does not stand at 1`,
		"1\tAda met Bo: it\tit\t12\tA\t0\tFALSE\tB\t0\t\t":   "no pronoun of a known gender",
		"1\tAda met Bo: he\the\t99\tA\t0\tFALSE\tB\t0\t\t":   `"he" does not stand at 99`,
		"1\tAda met Bo: he\the\t12\tAda\t0\tmaybe\tB\t0\t\t": "maybe",
	} {
		if _, err := Gap(gapCorpus(t, row), fakeChooser{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", row, err)
		}
	}
}

// unwrapped is the innermost error.
func unwrapped(err error) error {
	for errors.Unwrap(err) != nil {
		err = errors.Unwrap(err)
	}
	return err
}
