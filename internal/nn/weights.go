package nn

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

const (
	magic     = "readnn\x00\x01"
	alignment = 64 // of the data and of each tensor in it
)

// Weights are the named tensors of one flat file. They are views of the bytes
// given to Open and must not be written to; any number of goroutines may read
// them.
type Weights struct {
	meta    map[string]json.RawMessage
	tensors map[string]tensor
	names   []string
}

// tensor is one entry of the header with its bytes.
type tensor struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"`
	Bytes  int    `json:"bytes"`
	data   string
}

// Open reads the header of a flat file and checks every tensor against it:
// kind, shape, length and place. The data is used where it lies (an embedded
// string stays in the program's image) and need not be aligned in memory.
func Open[T string | []byte](data T) (*Weights, error) {
	if !littleEndian {
		return nil, errors.New("weights: this machine is not little-endian")
	}
	s := view(data)
	header, start, err := frame(s)
	if err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	var parsed struct {
		Meta    map[string]json.RawMessage `json:"meta"`
		Tensors []tensor                   `json:"tensors"`
	}
	dec := json.NewDecoder(strings.NewReader(header))
	if err := dec.Decode(&parsed); err != nil {
		return nil, fmt.Errorf("weights: header: %w", err)
	}
	w := &Weights{meta: parsed.Meta, tensors: make(map[string]tensor, len(parsed.Tensors))}
	for _, t := range parsed.Tensors {
		if err := w.add(t, s[start:]); err != nil {
			return nil, fmt.Errorf("weights: tensor %q: %w", t.Name, err)
		}
	}
	return w, nil
}

// frame finds the header and where the data begins.
func frame(s string) (header string, start int, err error) {
	const fixed = len(magic) + 4
	if len(s) < fixed || s[:len(magic)] != magic {
		return "", 0, errors.New("not a weights file of this version")
	}
	n := binary.LittleEndian.Uint32([]byte(s[len(magic):fixed]))
	if uint64(n) > uint64(len(s)-fixed) {
		return "", 0, fmt.Errorf("header of %d bytes in a file of %d", n, len(s))
	}
	end := fixed + int(n)
	return s[fixed:end], min(roundUp(end, alignment), len(s)), nil
}

// add checks one tensor and gives it its bytes.
func (w *Weights) add(t tensor, data string) error {
	if _, twice := w.tensors[t.Name]; twice {
		return errors.New("there are two of this name")
	}
	want, err := size(t)
	if err != nil {
		return err
	}
	switch {
	case t.Bytes != want:
		return fmt.Errorf("%d bytes, but kind %s and shape %v need %d", t.Bytes, t.Kind, t.Shape, want)
	case t.Offset < 0 || t.Offset%alignment != 0:
		return fmt.Errorf("offset %d is no multiple of %d", t.Offset, alignment)
	case t.Offset > len(data) || t.Bytes > len(data)-t.Offset:
		return fmt.Errorf("%d bytes at %d reach beyond the data's end at %d", t.Bytes, t.Offset, len(data))
	}
	t.data = data[t.Offset : t.Offset+t.Bytes]
	w.tensors[t.Name] = t
	w.names = append(w.names, t.Name)
	return nil
}

// most is the largest number of elements of one tensor; products of sizes stay
// far from overflow below it.
const most = 1 << 28

// size is the number of bytes that a tensor of this kind and shape has.
func size(t tensor) (int, error) {
	n := 1
	for _, d := range t.Shape {
		if d < 1 || d > most/n {
			return 0, fmt.Errorf("shape %v is not possible", t.Shape)
		}
		n *= d
	}
	switch t.Kind {
	case "text":
		if len(t.Shape) != 1 {
			return 0, fmt.Errorf("text of shape %v", t.Shape)
		}
		return n, nil
	case "f32":
		return 4 * n, nil
	case "rows8":
		if len(t.Shape) != 2 || t.Shape[1]%16 != 0 {
			return 0, fmt.Errorf("rows8 of shape %v: want [rows][multiple of 16]", t.Shape)
		}
		return roundUp(n, alignment) + 4*t.Shape[0], nil
	case "q8":
		if len(t.Shape) != 2 || t.Shape[1]%16 != 0 || t.Shape[1] > maxInner {
			return 0, fmt.Errorf("q8 of shape %v: want [out][multiple of 16 up to %d]", t.Shape, maxInner)
		}
		out := roundUp(t.Shape[0], panelWidth)
		return out*t.Shape[1] + out*3*4, nil
	}
	return 0, fmt.Errorf("kind %q is not known", t.Kind)
}

func roundUp(n, to int) int { return (n + to - 1) / to * to }

// Names are the tensors' names in the file's order.
func (w *Weights) Names() []string { return w.names }

// Has reports whether there is a tensor of this name.
func (w *Weights) Has(name string) bool { _, ok := w.tensors[name]; return ok }

// Meta decodes one entry of the file's meta object into a value, as
// json.Unmarshal does; an entry that is missing is an error.
func (w *Weights) Meta(key string, value any) error {
	raw, ok := w.meta[key]
	if !ok {
		return fmt.Errorf("weights: no meta %q", key)
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	if err := dec.Decode(value); err != nil {
		return fmt.Errorf("weights: meta %q: %w", key, err)
	}
	return nil
}

// find is the tensor of a name and kind.
func (w *Weights) find(name, kind string) (tensor, error) {
	t, ok := w.tensors[name]
	if !ok {
		return t, fmt.Errorf("weights: no tensor %q", name)
	}
	if t.Kind != kind {
		return t, fmt.Errorf("weights: tensor %q is %s, want %s", name, t.Kind, kind)
	}
	return t, nil
}

// Text is the content of a text tensor, such as a vocabulary.
func (w *Weights) Text(name string) (string, error) {
	t, err := w.find(name, "text")
	return t.data, err
}

// Floats are the values of an f32 tensor of a given shape, row-major. A
// dimension of 0 in the wanted shape fits any size; with no shape wanted every
// shape fits.
func (w *Weights) Floats(name string, shape ...int) ([]float32, error) {
	t, err := w.find(name, "f32")
	if err != nil {
		return nil, err
	}
	if len(shape) > 0 && !fits(t.Shape, shape) {
		return nil, fmt.Errorf("weights: tensor %q has shape %v, want %v", name, t.Shape, shape)
	}
	return cast[float32](t.data), nil
}

// Shape is the shape of a tensor, nil where there is none of this name.
func (w *Weights) Shape(name string) []int { return w.tensors[name].Shape }

func fits(have, want []int) bool {
	if len(have) != len(want) {
		return false
	}
	for i, d := range want {
		if d != 0 && d != have[i] {
			return false
		}
	}
	return true
}
