package eval

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// references says which type a field's id is of.
var references = map[string]string{
	"speaker": "party", "party": "party", "part_of": "party", "speaks_for": "party", "relay_of": "party",
	"obligor": "party", "teller": "party", "asked_by": "party", "beneficiary": "party", "actor": "party",
	"actor_told_by": "party", "told_by": "party",
	"proposition": "proposition", "contact": "contact", "incident": "incident", "doc": "document",
	"parent": "statement", "statement": "statement", "statements": "statement", "evidence": "statement",
	"dissent": "statement",
}

// integrity checks the prediction by itself: spans are the text that they point
// at, in code points and in bytes; references lead somewhere; an id stands
// once in its type. It looks at every field of every object.
func (s *scorer) integrity() {
	c := checker{sheet: &s.sheet, pred: s.pred, gold: s.gold, ids: map[string]set[string]{}}
	doubled := 0
	for _, o := range s.pred.objects {
		kind, _ := o["type"].(string)
		if id, ok := o["id"].(string); ok {
			if c.ids[kind][id] {
				doubled++
			}
			add(c.ids, kind, id)
		}
	}
	for _, o := range s.pred.objects {
		c.kind, _ = o["type"].(string)
		c.name = fmt.Sprintf("%s %v", c.kind, o["id"])
		c.walk(o)
	}
	s.put("integrity.spans", c.spans)
	s.put("integrity.references", c.references)
	s.put("integrity.doubled_ids", Count(doubled))
}

type checker struct {
	*sheet
	pred, gold        *export
	ids               map[string]set[string] // of each type
	kind, name        string                 // of the object that is walked
	spans, references Accuracy
}

func (c *checker) walk(value any) {
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			c.walk(v)
		}
	case map[string]any:
		_, start := value["start"]
		_, end := value["end"]
		if start && end {
			c.span(value)
		}
		for _, field := range sortedKeys(value) {
			if target := references[field]; target != "" && !strings.HasPrefix(c.kind, "x-") {
				c.reference(field, target, value[field])
			}
			c.walk(value[field])
		}
	}
}

// reference checks an id, or each id of a list.
func (c *checker) reference(field, target string, value any) {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	for _, v := range list {
		id, ok := v.(string)
		if !ok {
			continue
		}
		c.references.N++
		if c.ids[target][id] {
			c.references.Right++
		} else {
			c.miss("integrity.references", c.name, field, id)
		}
	}
}

func (c *checker) span(value map[string]any) {
	c.spans.N++
	if c.matches(value) {
		c.spans.Right++
		return
	}
	b, _ := json.Marshal(value)
	c.miss("integrity.spans", c.name, string(b))
}

// matches reports whether a span is the text that it points at. A prediction
// without texts is checked against those of the gold.
func (c *checker) matches(span map[string]any) bool {
	id, _ := span["doc"].(string)
	name, known := c.pred.baseName[id]
	if !known {
		name = id
	}
	text, found := c.pred.text[name]
	if !found {
		text, found = c.gold.text[name]
	}
	start, end := integer(span["start"]), integer(span["end"])
	if !found || start < 0 || end < start || end > len(text) {
		return false
	}
	if span["text"] != string(text[start:end]) {
		return false
	}
	if _, inBytes := span["bstart"]; !inBytes {
		return true
	}
	return integer(span["bstart"]) == len(string(text[:start])) && integer(span["bend"]) == len(string(text[:end]))
}

// integer is a whole number that is not negative, -1 for anything else.
func integer(value any) int {
	number, _ := value.(json.Number)
	n, err := strconv.Atoi(string(number))
	if err != nil {
		return -1
	}
	return n
}
