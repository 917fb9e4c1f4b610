package export_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/serve/export"
)

// node is a part of a schema: as much of draft 2020-12 as ours uses.
type node struct {
	Schema      string           `json:"$schema"`
	ID          string           `json:"$id"`
	Title       string           `json:"title"`
	Description string           `json:"description"`
	Ref         string           `json:"$ref"`
	Defs        map[string]*node `json:"$defs"`
	OneOf       []*node          `json:"oneOf"`
	Type        string           `json:"type"`
	Const       string           `json:"const"`
	Enum        []string         `json:"enum"`
	Required    []string         `json:"required"`
	Properties  map[string]*node `json:"properties"`
	Items       *node            `json:"items"`
	MinItems    int              `json:"minItems"`
	Minimum     *float64         `json:"minimum"`
}

func loadSchema(t *testing.T) *node {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(string(export.Schema())))
	dec.DisallowUnknownFields()
	root := new(node)
	if err := dec.Decode(root); err != nil {
		t.Fatalf("schema: %v", err)
	}
	return root
}

// check says what is wrong with v. It is stricter than the schema: a field
// that the schema does not describe is an error.
func (root *node) check(n *node, v any, at string) error {
	if n.Ref != "" {
		def := root.Defs[strings.TrimPrefix(n.Ref, "#/$defs/")]
		if def == nil {
			return fmt.Errorf("%s: %s is not defined", at, n.Ref)
		}
		return root.check(def, v, at)
	}
	if len(n.OneOf) > 0 {
		return root.checkOneOf(n, v, at)
	}
	if s, ok := v.(string); ok && (n.Const != "" && s != n.Const || n.Enum != nil && !slices.Contains(n.Enum, s)) {
		return fmt.Errorf("%s: %q is not among %s%v", at, s, n.Const, n.Enum)
	}
	switch v := v.(type) {
	case map[string]any:
		return root.checkObject(n, v, at)
	case []any:
		if n.Type != "array" || len(v) < n.MinItems {
			return fmt.Errorf("%s: a list of %d where %s is wanted", at, len(v), n.Type)
		}
		for i, item := range v {
			if err := root.check(n.Items, item, fmt.Sprintf("%s[%d]", at, i)); err != nil {
				return err
			}
		}
	default:
		kind := map[string]string{"string": "string", "bool": "boolean", "float64": "number"}[fmt.Sprintf("%T", v)]
		if n.Type == "integer" && kind == "number" && v.(float64) == float64(int(v.(float64))) {
			kind = "integer"
		}
		if kind == "" || n.Type != "" && n.Type != kind {
			return fmt.Errorf("%s: %v (%T) where %s is wanted", at, v, v, n.Type)
		}
	}
	return nil
}

func (root *node) checkObject(n *node, v map[string]any, at string) error {
	if n.Type != "object" {
		return fmt.Errorf("%s: an object where %s is wanted", at, n.Type)
	}
	for _, name := range n.Required {
		if _, ok := v[name]; !ok {
			return fmt.Errorf("%s: %s is missing", at, name)
		}
	}
	for name, value := range v {
		field := n.Properties[name]
		if field == nil {
			return fmt.Errorf("%s: the schema does not describe %s", at, name)
		}
		if err := root.check(field, value, at+"."+name); err != nil {
			return err
		}
	}
	return nil
}

// checkOneOf wants exactly one to fit.
func (root *node) checkOneOf(n *node, v any, at string) error {
	var errs []string
	for _, one := range n.OneOf {
		if err := root.check(one, v, at); err != nil {
			errs = append(errs, err.Error())
		}
	}
	if len(errs) != len(n.OneOf)-1 {
		return fmt.Errorf("%s: %d of %d fit: %s", at, len(n.OneOf)-len(errs), len(n.OneOf), strings.Join(errs, "; "))
	}
	return nil
}

// The schema describes every field of the nouns, and no others but those of a
// computed position.
func TestSchemaKnowsTheNouns(t *testing.T) {
	root := loadSchema(t)
	for name, noun := range map[string]any{
		"span": readout.Span{}, "date": readout.Date{}, "document": readout.Document{}, "segment": readout.Segment{},
		"party": readout.Party{}, "office": readout.Office{}, "statement": readout.Statement{}, "hop": readout.Hop{}, "edit": readout.Edit{},
		"utterance": readout.Utterance{}, "wording": readout.Wording{}, "proposition": readout.Proposition{}, "link": readout.PropositionLink{},
		"stance": readout.Stance{}, "response": readout.Response{}, "about": readout.About{}, "voice": readout.Voice{},
		"commitment": readout.Commitment{}, "condition": readout.Condition{}, "event": readout.CommitmentEvent{},
		"contact": readout.Contact{}, "participant": readout.Participant{}, "incident": readout.Incident{}, "figure": readout.Figure{},
		"story": readout.Story{}, "origin": readout.Origin{}, "copy": readout.Copy{},
		"revision": readout.Revision{}, "change": readout.Change{}, "statement_change": readout.StatementChange{},
	} {
		def := root.Defs[name]
		if def == nil {
			t.Errorf("%s is not defined", name)
			continue
		}
		var want, got []string
		for f := range reflect.TypeOf(noun).Fields() {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			want = append(want, tag)
			if required := !strings.Contains(f.Tag.Get("json"), "omitempty"); required != slices.Contains(def.Required, tag) {
				t.Errorf("%s.%s: always written is %v, the schema says otherwise", name, tag, required)
			}
		}
		for field := range def.Properties {
			if field != "type" {
				got = append(got, field)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %v, the noun %v", name, got, want)
		}
	}
}

func TestSchemaKnowsTheValues(t *testing.T) {
	s := loadSchema(t).Defs["statement"].Properties
	var acts, grades []string
	for _, a := range readout.Acts {
		acts = append(acts, string(a))
	}
	for _, g := range readout.Grades {
		grades = append(grades, string(g))
	}
	if !slices.Equal(s["act"].Enum, acts) || !slices.Equal(s["grade"].Enum, grades) {
		t.Errorf("acts %v, grades %v", s["act"].Enum, s["grade"].Enum)
	}
}
