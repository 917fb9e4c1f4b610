package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"readout"
	"readout/internal/gold"
)

// object is one line of the export: a JSON object that keeps the order of its
// fields. Fields whose value is nil are left out.
type object []field

type field struct {
	key   string
	value any
}

// with adds a field, unless the value is nil or an empty string.
func (o object) with(key string, value any) object {
	if value == nil || value == "" {
		return o
	}
	return append(o, field{key, value})
}

// MarshalJSON writes the fields in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := marshal(f.key)
		if err != nil {
			return nil, err
		}
		value, err := marshal(f.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	return []byte("{" + b.String() + "}"), nil
}

// marshal is json.Marshal without the escapes that are meant for web pages.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// anyOf is a field with several right readings: {"any": [a, b]}, the
// preferred first. One reading is itself, none is nil.
func anyOf[T any](readings []T, value func(T) any) any {
	var out []any
	for _, r := range readings {
		out = append(out, value(r))
	}
	switch len(out) {
	case 0:
		return nil
	case 1:
		return out[0]
	}
	return object{{"any", out}}
}

// word is a value of a closed list, or words; none is null.
func word[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

// date is an EDTF value as a Date; none is null.
func date(value string) any {
	if value == "" {
		return nil
	}
	return &readout.Date{Value: value, Grain: grainOf(value)}
}

func grainOf(value string) readout.Grain {
	switch {
	case strings.Contains(value, "/"):
		return readout.GrainInterval
	case strings.Contains(value, "T"):
		return readout.GrainTime
	case len(value) == len("2026"):
		return readout.GrainYear
	case len(value) == len("2026-05"):
		return readout.GrainMonth
	}
	return readout.GrainDay
}

// orElse is a, or b where the gold gives no a.
func orElse[T any](a, b gold.Any[T]) gold.Any[T] {
	if a == nil {
		return b
	}
	return a
}

// yes is true, or nil so that the field is left out.
func yes(b bool) any {
	if !b {
		return nil
	}
	return true
}
