package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func twoSections() Table {
	var t Table
	t.Put("demo", []Line{{"statements.act", prf(1, 2, 4).String()}, {"stances", Accuracy{Right: 1, N: 2}.String()}, {"overall", Mean(0.5).String()}})
	t.Put("corpus", []Line{{"articles", Count(3).String()}, {"direct.half", Breakdown{1, 2, 1, 4}.String()}})
	return t
}

func TestTableIsReadAsItIsWritten(t *testing.T) {
	var b strings.Builder
	if err := twoSections().Write(&b); err != nil {
		t.Fatal(err)
	}
	want := tableHeader + `

[demo]
statements.act               P 0.500  R 0.250  F1 0.333  (1/2/4)
stances                      accuracy 0.500  (1/2)
overall                      0.500

[corpus]
articles                     count 3
direct.half                  P 0.500  R 0.250  F1 0.333  (1/2 1/4)
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	got, err := ParseTable(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(twoSections(), got); diff != "" {
		t.Error(diff)
	}
}

func TestTableThatCannotBeReadIsAnError(t *testing.T) {
	for _, text := range []string{"overall 0.5", "[demo]\noverall\n"} {
		if _, err := ParseTable(strings.NewReader(text)); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func TestMoved(t *testing.T) {
	var now Table
	now.Put("demo", []Line{{"statements.act", prf(2, 2, 4).String()}, {"stances", Accuracy{}.String()}, {"new", Count(1).String()}, {"overall", "0.450"}})
	var got []string
	for _, m := range now.Moved(twoSections()) {
		got = append(got, m.String())
	}
	want := []string{
		"[demo] statements.act: +0.334: P 0.500  R 0.250  F1 0.333  (1/2/4) -> P 1.000  R 0.500  F1 0.667  (2/2/4)",
		"[demo] stances: accuracy 0.500  (1/2) -> accuracy -      (0/0)",
		"[demo] new: new: count 1",
		"[demo] overall: -0.05: 0.500 -> 0.450",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	now = twoSections()
	now.Put("demo", now[0].Lines[:2])
	gone := now.Moved(twoSections())
	if len(gone) != 1 || gone[0].String() != "[demo] overall: gone: 0.500" {
		t.Errorf("got %v", gone)
	}
	if same := twoSections().Moved(twoSections()); same != nil {
		t.Errorf("a table differs from itself: %v", same)
	}
}
