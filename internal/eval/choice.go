package eval

import (
	"bytes"
	"encoding/json"
	"slices"
)

// choice is a field that may accept several values, the preferred first. In
// JSON it is a plain value, or has {"any": [a, b]} at any depth, which is
// multiplied out. An absent field accepts the zero value only, which is null.
type choice[T any] []T

// all is the accepted values, at least one.
func (c choice[T]) all() []T {
	if len(c) == 0 {
		return make([]T, 1)
	}
	return c
}

// first is the preferred value, and the only one of a prediction.
func (c choice[T]) first() T { return c.all()[0] }

func (c *choice[T]) UnmarshalJSON(b []byte) error {
	value, err := decode(b)
	if err != nil {
		return err
	}
	*c = nil
	for _, o := range options(value) {
		b, err := json.Marshal(o)
		if err != nil {
			return err
		}
		var t T
		if err := json.Unmarshal(b, &t); err != nil {
			return err
		}
		*c = append(*c, t)
	}
	return nil
}

// decode reads one JSON value and keeps its numbers as they are written.
func decode(b []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var value any
	err := d.Decode(&value)
	return value, err
}

// alternatives is the list of {"any": [...]}.
func alternatives(value any) ([]any, bool) {
	m, ok := value.(map[string]any)
	if !ok || len(m) != 1 {
		return nil, false
	}
	list, ok := m["any"].([]any)
	return list, ok
}

// options is every plain value that a decoded JSON value stands for.
func options(value any) []any {
	if list, ok := alternatives(value); ok {
		var all []any
		for _, v := range list {
			all = append(all, options(v)...)
		}
		return all
	}
	switch value := value.(type) {
	case map[string]any:
		keys := sortedKeys(value)
		var all []any
		for _, parts := range product(len(keys), func(i int) any { return value[keys[i]] }) {
			object := map[string]any{}
			for i, k := range keys {
				object[k] = parts[i]
			}
			all = append(all, object)
		}
		return all
	case []any:
		var all []any
		for _, parts := range product(len(value), func(i int) any { return value[i] }) {
			all = append(all, parts)
		}
		return all
	}
	return []any{value}
}

// product is every way to take one option for each of n values.
func product(n int, value func(int) any) [][]any {
	rows := [][]any{{}}
	for i := range n {
		var longer [][]any
		for _, row := range rows {
			for _, o := range options(value(i)) {
				longer = append(longer, append(slices.Clone(row), o))
			}
		}
		rows = longer
	}
	return rows
}

// preferred is the value with every {"any": [a, b]} in it replaced by a, so
// that a gold file can be scored as a prediction.
func preferred(value any) any {
	if list, ok := alternatives(value); ok {
		if len(list) == 0 {
			return nil
		}
		return preferred(list[0])
	}
	switch value := value.(type) {
	case map[string]any:
		object := make(map[string]any, len(value))
		for k, v := range value {
			object[k] = preferred(v)
		}
		return object
	case []any:
		list := make([]any, len(value))
		for i, v := range value {
			list[i] = preferred(v)
		}
		return list
	}
	return value
}
