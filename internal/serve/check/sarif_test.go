package check

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout"
	"readout/internal/serve/query"
)

// sarifSchema is the schema that OASIS publishes with SARIF 2.1.0, errata 01.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	b, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// examples are one finding of each kind, at every level, silenced in both ways
// and not, in a file with lines and without.
func examples() (all []Shown) {
	for i, k := range Kinds {
		s := Shown{
			Finding: Finding{
				ID: readout.NewID("f", k), Kind: k, Level: levels[i%len(levels)], At: readout.Span{Text: "“We sail,”"}, Reason: "Another has it.",
				Witnesses: []query.Row{{ID: "s-1", Outlet: "The Quay Times", Sentence: "“We\nstay,” she said.", Published: &readout.Date{Value: "2026-03-05"}, Grade: readout.Sure}},
				Edits:     []query.Edit{{Op: query.Altered, Asked: "sail", Text: "stay"}},
			},
			Begin: Place{Line: 3, Column: 5, In: "file"}, End: Place{Line: 3, Column: 15, In: "file"},
		}
		switch i % 4 {
		case 1:
			s.Silenced = &Silence{By: "draft", Why: "ours", Line: 3}
		case 2:
			s.Silenced = &Silence{By: "decision", Why: "tape", Decision: "z-1", Who: "Kim"}
			s.Begin = Place{Line: 3, Column: 5, Paragraph: 2, In: "text"}
		case 3:
			s.Witnesses, s.Edits, s.Begin.In = nil, nil, "text"
		}
		all = append(all, s)
	}
	return all
}

func TestSARIFFitsSchema(t *testing.T) {
	schema := sarifSchema(t)
	for draft, all := range map[string][]Shown{"my draft.md": examples(), "drafts/draft é.html": examples(), "": nil} {
		log := written(t, SARIF(draft, "v1.2.3", all))
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(log))
		if err == nil {
			err = schema.Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v", draft, err)
		}
		broken := bytes.Replace(log, []byte(`"version":"2.1.0"`), []byte(`"version":"2.0.0"`), 1)
		if v, err = jsonschema.UnmarshalJSON(bytes.NewReader(broken)); err != nil || schema.Validate(v) == nil {
			t.Error("the schema checks nothing")
		}
	}
}

func written(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSARIFSays(t *testing.T) {
	log := string(written(t, SARIF("my draft.md", "v1", examples())))
	for _, part := range []string{
		`"uri":"my%20draft.md"`, `"startLine":3,"startColumn":5,"endLine":3,"endColumn":15`, `"suppressions":[{"kind":"inSource","justification":"ours"}]`,
		`"suppressions":[{"kind":"external","justification":"tape"}]`, `"fullyQualifiedName":"paragraph 2, character 5"`,
		`Another has it.\n[s-1] “We stay,” she said. — The Quay Times, 2026-03-05`, `"columnKind":"unicodeCodePoints"`, `"level":"note"`, `"level":"warning"`,
	} {
		if !strings.Contains(log, part) {
			t.Errorf("no %s in %.3000s", part, log)
		}
	}
	if n := strings.Count(log, `"region":`); n != 8 {
		t.Errorf("%d regions", n)
	}
}

// Every kind has a page with a right and a wrong example, and no page is of no
// kind.
func TestPages(t *testing.T) {
	for _, k := range Kinds {
		page := Page(k)
		wrong := strings.Contains(page, "\n- Wrong") && strings.Contains(page, "\n- Right") || strings.Contains(page, "\n- Draft") && strings.Contains(page, "A hint")
		if !wrong || !strings.Contains(page, "\n- On record") || !strings.Contains(page, "\nDo: ") || Gist(k) == "" {
			t.Errorf("%s: %q", k, page)
		}
	}
	if Page("other") != "" {
		t.Error("a page of no kind")
	}
}

func TestShow(t *testing.T) {
	text := "One.\n“Zoë” two"
	at := func(b int) Place {
		before := text[:b]
		line := before[strings.LastIndexByte(before, '\n')+1:]
		return Place{Line: strings.Count(before, "\n") + 1, Column: len([]rune(line)) + 1, In: "file"}
	}
	f := Finding{At: readout.Span{BStart: 5, BEnd: 5 + len("“Zoë”"), Text: "“Zoë”"}}
	row := Show([]Finding{f}, at)[0].Row()
	if row.Line != 2 || row.Column != 1 || row.EndLine != 2 || row.EndColumn != 6 || row.In != "file" {
		t.Errorf("%+v", row)
	}
}

func TestWithin(t *testing.T) {
	all := []Finding{{ID: "f-1"}, {ID: "f-2", Witnesses: []query.Row{{Doc: "d-1"}, {Doc: "d-2"}}}, {ID: "f-3", Witnesses: []query.Row{{Doc: "d-2"}}}}
	got := Within(all, map[string]bool{"d-1": true})
	if len(got) != 2 || got[1].ID != "f-2" || len(got[1].Witnesses) != 1 {
		t.Errorf("%+v", got)
	}
}
