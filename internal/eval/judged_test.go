package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
)

const judgedText = "Äna Ruiz came. She said yes. Tom Okafor agreed. He asked why."

// judgedDir is a corpus of one article.
func judgedDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "text"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "text", "one.txt"), []byte(judgedText), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// judgedRecord has two statements, the second one by the wrong person and with the
// wrong act.
func judgedRecord(d *readout.Document) (*readout.Record, error) {
	span := func(words string) *readout.Span {
		at := strings.Index(d.Text, words)
		s, err := d.Span(readout.Range{Start: at, End: at + len(words)})
		if err != nil {
			panic(err)
		}
		return &s
	}
	return &readout.Record{
		Parties: []readout.Party{{ID: "p-ruiz", Name: "Ruiz"}},
		Statements: []readout.Statement{
			{Source: span("She"), Cue: span("said"), Speaker: "p-ruiz", Act: readout.ActState, Grade: readout.Guessed},
			{Source: span("He"), Cue: span("asked"), Speaker: "p-ruiz", Act: readout.ActState, Grade: readout.Inherited},
		},
	}, nil
}

func linesOf(t *testing.T, r *Report, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := r.Write(&b, 0); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestSpeakers(t *testing.T) {
	table := "# a comment\none 15 18 0 8\none 48 50 29 39\none 29 39 29 39\n"
	r, err := Speakers(strings.NewReader(table), judgedDir(t), judgedRecord)
	want := "speaker.found accuracy 0.667 (2/3) speaker.right accuracy 0.500 (1/2) speaker.unguessed accuracy 0.000 (0/1)"
	if got := linesOf(t, r, err); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestActs(t *testing.T) {
	table := "one 19 23 evaluate|state\none 51 56 question\none 9 13 state\n"
	r, err := Acts(strings.NewReader(table), judgedDir(t), judgedRecord)
	want := "act.found accuracy 0.667 (2/3) act.right accuracy 0.500 (1/2) " +
		"act.question P 0.000 R 0.000 F1 0.000 (0/0/1) act.state P 0.500 R 1.000 F1 0.667 (1/2/1) act.mean 0.333 " +
		"confused.question>state count 1"
	if got := linesOf(t, r, err); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestJudgedErrors(t *testing.T) {
	dir := judgedDir(t)
	for table, want := range map[string]string{
		"one 15 18 0\n":        "line 1 has 4 fields, want 5",
		"\none 18 15 0 8\n":    "line 2: 18-15 is no stretch",
		"one x 15 0 8\n":       "invalid syntax",
		"one 15 999 0 8\n":     "outside of the text",
		"one 15 18 0 999\n":    "no antecedent at 0-999",
		"nothing 15 18 0 10\n": "no such file",
	} {
		if _, err := Speakers(strings.NewReader(table), dir, judgedRecord); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", table, err, want)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Ruiz", "Ana Ruiz", true},
		{"Ana María Ruiz", "Ana Ruiz", true},
		{"Ana Ruiz", "Eva Ruiz", false},
		{"Ruiz campaign", "Ruiz", false},
		{"the Transit Board", "Transit Board", true},
		{"", "Ruiz", false},
	} {
		if got := sameName(c.a, c.b); got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}
