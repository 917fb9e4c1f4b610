package gold

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFields(t *testing.T) {
	tests := []struct {
		line string
		want Line
	}{
		{`direct state|claim optional`, Line{
			Optional: true, Words: []Any[string]{{"direct"}, {"state", "claim"}},
		}},
		{`~ DATE ../2026-01-29 "by \"then\" \\"#2 or "b"`, Line{
			Miss: true, Words: []Any[string]{{"DATE"}, {"../2026-01-29"}},
			Snippets: []Any[Value]{{{Text: `by "then" \`, N: 2}, {Text: "b"}}},
		}},
		{`~+ "a phrase"`, Line{False: true, Snippets: []Any[Value]{{{Text: "a phrase"}}}}},
		{`cue="said" or "has said"#2 content="a = b" content=none grade=sure|guessed source=he#3`, Line{Fields: []Field{
			{"cue", Any[Value]{{Text: "said"}, {Text: "has said", N: 2}}},
			{"content", Any[Value]{{Text: "a = b"}}},
			{"content", Any[Value]{{Text: "none", Bare: true}}},
			{"grade", Any[Value]{{Text: "sure", Bare: true}, {Text: "guessed", Bare: true}}},
			{"source", Any[Value]{{Text: "he", N: 3, Bare: true}}},
		}}},
		{``, Line{}},
	}
	for _, tt := range tests {
		got, err := Fields(tt.line)
		if err != nil {
			t.Errorf("Fields(%s): %v", tt.line, err)
		} else if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Fields(%s): -want +got\n%s", tt.line, diff)
		}
	}
}

func TestFieldsError(t *testing.T) {
	for line, want := range map[string]string{
		`cue="said`:       "not closed",
		`cue=`:            "no value",
		`cue="a"b`:        "after a closing",
		`cue="a"#x`:       "no number",
		`cue="a"#0`:       "no number",
		`cue="a\nb"`:      "backslash",
		`word"snippet"`:   "unexpected",
		`="no key"`:       "unexpected",
		`cue="a" or `:     "",
		`source=he"said"`: "no value",
	} {
		if _, err := Fields(line); want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("Fields(%s): error %v, want one with %q", line, err, want)
		}
	}
}

func TestLineLookups(t *testing.T) {
	l, err := Fields(`party kind=person|office name="Ana Ruiz" part_of=none aliases="Ruiz; the minister" chain="Radio Velm > Ruiz" seats=none`)
	if err != nil {
		t.Fatal(err)
	}
	if !l.Word("party") || l.Word("person") {
		t.Error("Word finds what is no bare word, or misses one")
	}
	for key, want := range map[string]Any[string]{
		"kind": {"person", "office"}, "name": {"Ana Ruiz"}, "part_of": {""}, "nothing": nil,
	} {
		if diff := cmp.Diff(want, l.Text(key)); diff != "" {
			t.Errorf("Text(%s): %s", key, diff)
		}
	}
	for key, want := range map[[2]string]Any[[]string]{
		{"aliases", "; "}: {{"Ruiz", "the minister"}}, {"chain", " > "}: {{"Radio Velm", "Ruiz"}}, {"seats", ";"}: {{}},
	} {
		if diff := cmp.Diff(want, l.List(key[0], key[1])); diff != "" {
			t.Errorf("List(%s): %s", key, diff)
		}
	}
}

func TestLinesCount(t *testing.T) {
	lines, err := Lines("\n# a remark\none\n\ntwo\n", 10)
	if err != nil || len(lines) != 2 || lines[0].No != 12 || lines[1].No != 14 {
		t.Errorf("Lines: %+v, %v", lines, err)
	}
	if _, err := Lines("one\ntwo=\n", 10); err == nil || !strings.HasPrefix(err.Error(), "line 11: ") {
		t.Errorf("the error is %v, want one that begins with line 11", err)
	}
}
