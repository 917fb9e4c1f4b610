package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout"
)

// rows reads the record of a story.
func rows(t *testing.T, dir string) []map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, recordName))
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
	eachStory(t, func(t *testing.T, dir string) {
		docs := map[string]*readout.Document{}
		checked := 0
		for _, row := range rows(t, dir) {
			if row["type"] == "document" {
				docs[row["id"].(string)] = &readout.Document{ID: row["id"].(string), Text: row["text"].(string)}
			}
			walk("", row, func(_ string, v any) {
				o, ok := v.(map[string]any)
				if !ok || o["bstart"] == nil {
					return
				}
				checked++
				if err := checkSpan(docs, o); err != nil {
					t.Error(err)
				}
			})
		}
		if checked < 100 {
			t.Errorf("only %d spans", checked)
		}
	})
}

func checkSpan(docs map[string]*readout.Document, o map[string]any) error {
	var s readout.Span
	b, err := json.Marshal(o)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if docs[s.Doc] == nil {
		return fmt.Errorf("a span of unknown document %s", s.Doc)
	}
	return docs[s.Doc].Check(s)
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
	eachStory(t, func(t *testing.T, dir string) {
		ids := map[string]bool{}
		all := rows(t, dir)
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
	})
}

// The demonstration shows every end that a promise can come to, and every
// answer that a party can give or owe.
func TestTheDemoShowsWhatItIsFor(t *testing.T) {
	found := map[string]bool{}
	statements := 0
	for _, row := range rows(t, demo) {
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

// Values of the closed lists that story.txt chooses from are those of the
// record's types.
func TestClosedListsAreThoseOfTheTypes(t *testing.T) {
	for _, c := range []struct{ list, value string }{
		{partyKinds, string(readout.Force)}, {partyKinds, string(readout.OfficeKind)}, {partyKinds, string(readout.Unnamed)},
		{propositionKinds, string(readout.Fact)}, {propositionKinds, string(readout.Prediction)},
		{stanceValues, string(readout.SupportsIf)}, {stanceValues, string(readout.SecondHand)},
		{commitmentStates, string(readout.StateInForce)}, {commitmentStates, string(readout.StateSuperseded)},
		{contactForms, string(readout.ContactOnly)}, {contactStates, string(readout.ContactRumoured)},
	} {
		if !slices.Contains(strings.Fields(c.list), c.value) {
			t.Errorf("%q is not in %q", c.value, c.list)
		}
	}
}
