package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout"
)

const (
	goldDir = "../gold"
	record  = "../record.jsonl"
)

func TestRecordIsWhatTheGoldSays(t *testing.T) {
	want, err := build(os.DirFS(goldDir))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("record.jsonl is not what gold/ says: run go generate ./internal/demo")
	}
}

// rows reads record.jsonl.
func rows(t *testing.T) []map[string]any {
	t.Helper()
	data, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]any
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	return out
}

// walk visits every value below v with the key that leads to it; {"any": ...}
// and lists have the key of what they hold.
func walk(key string, v any, visit func(key string, v any)) {
	visit(key, v)
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			walk(key, x, visit)
		}
	case map[string]any:
		for k, x := range v {
			if k == "any" {
				k = key
			}
			walk(k, x, visit)
		}
	}
}

func TestSpansMatchTheirDocuments(t *testing.T) {
	docs := map[string]*readout.Document{}
	checked := 0
	for _, row := range rows(t) {
		if row["type"] == "document" {
			docs[row["id"].(string)] = &readout.Document{ID: row["id"].(string), Text: row["text"].(string)}
		}
		walk("", row, func(_ string, v any) {
			o, ok := v.(map[string]any)
			if !ok || o["bstart"] == nil {
				return
			}
			var s readout.Span
			b, err := json.Marshal(o)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(b, &s); err != nil {
				t.Fatal(err)
			}
			checked++
			if docs[s.Doc] == nil {
				t.Errorf("a span of unknown document %s", s.Doc)
			} else if err := docs[s.Doc].Check(s); err != nil {
				t.Error(err)
			}
		})
	}
	if checked < 500 {
		t.Errorf("only %d spans", checked)
	}
}

// refs says to which type of object a field refers.
var refs = map[string]string{
	"speaker": "party", "party": "party", "part_of": "party", "speaks_for": "party", "principal": "party",
	"members": "party", "relay_of": "party", "obligor": "party", "teller": "party", "tellers": "party",
	"asked_by": "party", "beneficiary": "party", "issuer": "party", "actor": "party",
	"actor_told_by": "party", "told_by": "party",
	"parent": "statement", "statement": "statement", "statements": "statement", "evidence": "statement",
	"proposition": "proposition", "to": "proposition", "contact": "contact", "incident": "incident",
	"doc": "document", "document": "document", "documents": "document", "revision_of": "document", "story": "story",
}

func TestReferencesResolve(t *testing.T) {
	ids := map[string]bool{}
	all := rows(t)
	for _, row := range all {
		if id, ok := row["id"].(string); ok {
			at := fmt.Sprint(row["type"], " ", id)
			if ids[at] {
				t.Errorf("two times %s", at)
			}
			ids[at] = true
		}
	}
	for _, row := range all {
		walk("", row, func(key string, v any) {
			to, ok := v.(string)
			if kind := refs[key]; ok && kind != "" && !ids[kind+" "+to] {
				t.Errorf("%v %v: %s %q is not there", row["type"], row["id"], key, to)
			}
		})
	}
}

// Values of closed lists that the notation does not check, being in story.txt.
func TestClosedListsOfTheStory(t *testing.T) {
	lists := map[string]string{
		"party.kind":            "person office institution state force group outlet agency unnamed",
		"proposition.kind":      "fact proposal prediction narrower contrary possibly-related",
		"stance.value":          "affirms denies supports supports-with-conditions opposes proposes requests questions tentative second-hand",
		"origin.kind":           "copy edited-copy shared-passage",
		"commitment.state":      "tentative claimed proposed given conditional in-force due kept broken lapsed extended withdrawn superseded disputed rejected",
		"contact.form":          "meeting call visit talks letter briefing contact",
		"contact.state":         "rumoured offered refused planned conditional reported confirmed denied cancelled",
		"stance.reported_value": "affirms denies supports supports-with-conditions opposes proposes requests questions tentative",
	}
	for _, row := range rows(t) {
		walk("", row, func(key string, v any) {
			value, ok := v.(string)
			list := lists[fmt.Sprint(row["type"], ".", key)]
			if ok && list != "" && !slices.Contains(strings.Fields(list), value) {
				t.Errorf("%v %v: %s is %q", row["type"], row["id"], key, value)
			}
		})
	}
}

// The story shows every end that a promise can come to, and every answer that
// a party can give or owe.
func TestTheStoryShowsWhatItIsFor(t *testing.T) {
	found := map[string]bool{}
	statements := 0
	for _, row := range rows(t) {
		if row["type"] == "statement" {
			statements++
		}
		walk("", row, func(key string, v any) {
			if s, ok := v.(string); ok {
				found[fmt.Sprint(row["type"], ".", key, "=", s)] = true
			}
		})
	}
	if statements < 90 {
		t.Errorf("only %d statements", statements)
	}
	for _, want := range []string{
		"commitment.state=kept", "commitment.state=broken", "commitment.state=lapsed", "commitment.state=extended",
		"commitment.state=disputed", "commitment.state=claimed", "commitment.kind=ultimatum", "commitment.kind=decision",
		"response.status=declined", "response.status=no-response", "response.status=not-confirmed",
		"response.status=refused", "response.status=denied", "response.status=not-disclosed",
		"contact.state=planned", "contact.state=reported", "stance.value=second-hand",
		"statement.speaker_class=none", "statement.speaker_class=unnamed", "statement.act=question",
		"statement.kind=insertion", "statement.kind=cut", "segment.class=relay", "segment.class=embed",
		"segment.class=metadata", "segment.class=dateline", "origin.kind=edited-copy",
	} {
		if !found[want] {
			t.Errorf("nothing has %s", want)
		}
	}
}

// A gold file with a fault stops the generator, and the message says where.
func TestBuildNamesTheFault(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"a snippet that is not there", "04.txt", `cue="calling"`, `cue="shouting"`, "04.txt: line"},
		{"an incomplete statement", "04.txt", `cue="calling" `, ``, "no cue"},
		{"a party nobody knows", "04.txt", `speaker="Lena Wathiq" cue="told"`, `speaker="Lena Wath" cue="told"`, `"Lena Wath"`},
		{"a section left out", "04.txt", "-- incidents --", "-- times --", "04.txt"},
		{"a stance without a statement", "story.txt", "statement=01/s12,04/s9", "statement=01/s99", "01/s99"},
		{"a result for nothing", "story.txt", "commitment id=c-wall", "commitment id=c-walls", "c-walls"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := fstest.MapFS{}
			if err := copyInto(files); err != nil {
				t.Fatal(err)
			}
			text := string(files[c.file].Data)
			if !strings.Contains(text, c.old) {
				t.Fatalf("%s has no %s", c.file, c.old)
			}
			files[c.file].Data = []byte(strings.Replace(text, c.old, c.new, 1))
			_, err := build(files)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, without %q", err, c.want)
			}
		})
	}
}

func copyInto(files fstest.MapFS) error {
	entries, err := os.ReadDir(goldDir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		data, err := os.ReadFile(goldDir + "/" + e.Name())
		if err != nil {
			return err
		}
		files[e.Name()] = &fstest.MapFile{Data: data}
	}
	return nil
}
