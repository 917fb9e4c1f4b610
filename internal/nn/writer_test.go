package nn

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
)

// writer makes flat files for tests, by the description in the package comment.
type writer struct {
	meta    map[string]any
	entries []map[string]any
	data    []byte
}

func (w *writer) add(name, kind string, shape []int, data []byte) {
	for len(w.data)%64 != 0 {
		w.data = append(w.data, 0)
	}
	w.entries = append(w.entries, map[string]any{
		"name": name, "kind": kind, "shape": shape, "offset": len(w.data), "bytes": len(data),
	})
	w.data = append(w.data, data...)
}

func (w *writer) bytes() []byte {
	header, err := json.Marshal(map[string]any{"meta": w.meta, "tensors": w.entries})
	if err != nil {
		panic(err)
	}
	out := []byte("readnn\x00\x01")
	out = binary.LittleEndian.AppendUint32(out, uint32(len(header)))
	out = append(out, header...)
	for len(out)%64 != 0 {
		out = append(out, 0)
	}
	return append(out, w.data...)
}

func encode(values any) []byte {
	var b bytes.Buffer
	if err := binary.Write(&b, binary.LittleEndian, values); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func (w *writer) floats(name string, values []float32, shape ...int) {
	w.add(name, "f32", shape, encode(values))
}

func (w *writer) text(name, s string) { w.add(name, "text", []int{len(s)}, []byte(s)) }

// rows writes a table rounded row by row.
func (w *writer) rows(name string, values []float32, rows, dim int) {
	q, scales := make([]int8, rows*dim), make([]float32, rows)
	for r := range rows {
		scales[r] = roundRow(q[r*dim:][:dim], values[r*dim:][:dim])
	}
	data := encode(q)
	for len(data)%64 != 0 {
		data = append(data, 0)
	}
	w.add(name, "rows8", []int{rows, dim}, append(data, encode(scales)...))
}

// linear writes a layer of weights [out][in].
func (w *writer) linear(name string, weights, bias []float32, out, in int) {
	full := (out + 47) / 48 * 48
	rounded, scales := make([]int8, full*in), make([]float32, full)
	for r := range out {
		scales[r] = roundRow(rounded[r*in:][:in], weights[r*in:][:in])
	}
	panels, columns := make([]int8, full*in), make([]int32, 3*full)
	for r := range full {
		p, c := r/48, r%48
		sum := int32(0)
		for i, v := range rounded[r*in:][:in] {
			panels[p*48*in+i/4*4*48+c*4+i%4] = v
			sum += int32(v)
		}
		columns[p*144+c] = -128 * sum
		columns[p*144+48+c] = int32(math.Float32bits(scales[r]))
		if r < out {
			columns[p*144+96+c] = int32(math.Float32bits(bias[r]))
		}
	}
	w.add(name, "q8", []int{out, in}, append(encode(panels), encode(columns)...))
}

// roundRow writes a row as bytes and returns what one of them stands for.
func roundRow(q []int8, row []float32) float32 {
	top := float32(0)
	for _, v := range row {
		top = max(top, float32(math.Abs(float64(v))))
	}
	if top == 0 {
		return 0
	}
	scale := top / 127
	for i, v := range row {
		q[i] = int8(math.RoundToEven(float64(v / scale)))
	}
	return scale
}

func random(r *rand.Rand, n int, size float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64() * size)
	}
	return out
}

// model is the shape of an encoder with random weights.
type model struct {
	layers, hidden, wide, pieces, positions, features int
}

// bytes writes it; the numbers are of the size that trained ones have.
func (m model) bytes(seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	w := &writer{meta: map[string]any{"layers": m.layers}}
	w.rows("word", random(r, m.pieces*m.hidden, 0.05), m.pieces, m.hidden)
	w.floats("pos", random(r, m.positions*m.hidden, 0.02), m.positions, m.hidden)
	if m.features > 0 {
		w.floats("feat", random(r, m.features*m.hidden, 0.02), m.features, m.hidden)
	}
	norm := func(name string) {
		gain := random(r, m.hidden, 0.1)
		for i := range gain {
			gain[i]++
		}
		w.floats(name+".g", gain, m.hidden)
		w.floats(name+".b", random(r, m.hidden, 0.1), m.hidden)
	}
	linear := func(name string, out, in int) {
		w.linear(name, random(r, out*in, 1/math.Sqrt(float64(in))), random(r, out, 0.1), out, in)
	}
	norm("norm")
	for i := range m.layers {
		p := fmt.Sprintf("layer.%d.", i)
		linear(p+"qkv", 3*m.hidden, m.hidden)
		linear(p+"o", m.hidden, m.hidden)
		norm(p + "n1")
		linear(p+"up", m.wide, m.hidden)
		linear(p+"down", m.hidden, m.wide)
		norm(p + "n2")
	}
	return w.bytes()
}

// small is an encoder for tests, 2 heads wide.
var small = model{layers: 2, hidden: 64, wide: 112, pieces: 200, positions: 512, features: 5}

func (m model) encoder(seed uint64) *Encoder {
	w, err := Open(m.bytes(seed))
	if err != nil {
		panic(err)
	}
	e, err := NewEncoder(w)
	if err != nil {
		panic(err)
	}
	return e
}

// sequence is random pieces with features.
func (m model) sequence(r *rand.Rand, n int) Sequence {
	s := Sequence{IDs: make([]int32, n), Feats: make([]uint8, n)}
	for i := range n {
		s.IDs[i] = int32(r.IntN(m.pieces))
		s.Feats[i] = uint8(r.IntN(max(m.features, 1)))
	}
	return s
}
