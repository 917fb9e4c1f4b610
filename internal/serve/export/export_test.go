package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/serve/export"
	"readout/internal/serve/query/querytest"
	"readout/internal/store"
)

func exported(t *testing.T, s export.Store) (lines []map[string]any, text string) {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSONL(context.Background(), &b, s, "test"); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if !strings.HasPrefix(line, `{"type":"`) || !strings.HasSuffix(line, "}\n") {
			t.Fatalf("not a line of an export: %s", line)
		}
		var o map[string]any
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		lines = append(lines, o)
	}
	return lines, b.String()
}

func count(lines []map[string]any) map[string]int {
	n := map[string]int{}
	for _, o := range lines {
		n[o["type"].(string)]++
	}
	return n
}

func TestEveryLineFitsTheSchema(t *testing.T) {
	root := loadSchema(t)
	lines, _ := exported(t, querytest.Sample())
	for _, o := range lines {
		if err := root.check(root, o, o["type"].(string)); err != nil {
			t.Error(err)
		}
	}
	have := count(lines)
	for _, one := range root.OneOf {
		if kind := strings.TrimPrefix(one.Ref, "#/$defs/"); have[kind] == 0 {
			t.Errorf("the sample exports no %s", kind)
		}
	}
}

func TestTwiceTheSameBytes(t *testing.T) {
	_, first := exported(t, querytest.Sample())
	_, second := exported(t, querytest.Sample())
	shuffled := querytest.Sample()
	slices.Reverse(shuffled.Joined.Parties)
	slices.Reverse(shuffled.Joined.Propositions)
	slices.Reverse(shuffled.Joined.Commitments)
	_, third := exported(t, shuffled)
	if first != second || first != third {
		t.Error("two exports of one store differ")
	}
}

func TestMarkupIsNotEscaped(t *testing.T) {
	f := querytest.Sample()
	s, err := f.All[0].Doc.Span(readout.Range{Start: 29, End: 54})
	if err != nil {
		t.Fatal(err)
	}
	f.Joined.Contacts[0].Evidence = []readout.Evidence{{Span: &s}, {Statement: `s-\u003c`}}
	lines, text := exported(t, f)
	if strings.Contains(strings.ReplaceAll(text, `\\u003c`, ""), `\u003c`) || !strings.Contains(text, `"text":"<script>alert(1)</script>"`) {
		t.Error("markup is escaped")
	}
	for _, o := range lines {
		if o["type"] == "contact" && o["evidence"].([]any)[1] != `s-\u003c` {
			t.Errorf("a backslash was lost: %v", o["evidence"])
		}
	}
}

func TestComputed(t *testing.T) {
	lines, _ := exported(t, querytest.Sample())
	seen := 0
	for _, o := range lines {
		switch {
		case o["id"] == "c-000000000002":
			seen++
			history := o["history"].([]any)[0].(map[string]any)
			if o["state"] != "lapsed" || history["by"] != "clock" || history["on"] != "2026-03-09" {
				t.Errorf("the ultimatum of 8 March on 10 March: %v", o)
			}
		case o["type"] == "position" && o["party"] == "p-marland" && o["proposition"] == "q-000000000003":
			seen++
			if o["value"] != "affirms" || o["as_of"].(map[string]any)["value"] != "2026-03-10" || o["basis"] != "principal" {
				t.Errorf("Marland's position: %v", o)
			}
		case o["type"] == "response":
			seen++
			if o["about"].(map[string]any)["proposition"] != "q-000000000002" {
				t.Errorf("the response is not the ledger's: %v", o)
			}
		case o["id"] == querytest.RadioID:
			seen++
			if o["story"] != "y-000000000001" || o["origin"] != nil {
				t.Errorf("a shared passage is no origin, the story is known: %v, %v", o["story"], o["origin"])
			}
		}
	}
	if seen != 4 {
		t.Errorf("%d of 4 lines found", seen)
	}
}

// What the ledger has not taken in is exported as the report has it.
func TestReportsAheadOfTheLedger(t *testing.T) {
	f := querytest.Sample()
	rec := *f.All[1].Rec
	rec.Parties = append(slices.Clone(rec.Parties), readout.Party{ID: "p-new", Name: "New", Kind: readout.Person})
	rec.Commitments = []readout.Commitment{{ID: "c-new", Kind: readout.Promise, What: "go", Due: &readout.Date{Value: "2026-03-01"}}}
	f.All[1].Rec = &rec
	lines, _ := exported(t, f)
	if n := count(lines); n["commitment"] != 3 || n["party"] != 8 {
		t.Errorf("taken in: %v", n)
	}
	f.Cursor = 1
	lines, _ = exported(t, f)
	if n := count(lines); n["commitment"] != 4 || n["party"] != 9 {
		t.Errorf("ahead: %v", n)
	}
}

func TestErrorsReachTheCaller(t *testing.T) {
	full := errors.New("disk full")
	if err := export.JSONL(context.Background(), failing{full}, querytest.Sample(), "test"); !errors.Is(err, full) {
		t.Errorf("writer: %v", err)
	}
	broken := errors.New("broken page")
	if err := export.JSONL(context.Background(), io.Discard, torn{querytest.Sample(), broken}, "test"); !errors.Is(err, broken) {
		t.Errorf("store: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

type torn struct {
	*querytest.Fake
	err error
}

func (s torn) Reports(context.Context, int64) iter.Seq2[store.Report, error] {
	return func(yield func(store.Report, error) bool) { yield(store.Report{}, s.err) }
}
