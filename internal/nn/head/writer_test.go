package head

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"

	"readout/internal/nn"
)

// draft is a file of weights in the making, in the format of internal/nn, and what
// its tensors stand for.
type draft struct {
	random  *rand.Rand
	meta    map[string]any
	entries []map[string]any
	data    []byte
	layers  map[string]layer
	floats  map[string][]float32
}

// layer is y = W·x + b; the weights are whole multiples of their row's scale, so
// that rounding them changes nothing.
type layer struct {
	out, in int
	weights []int8 // [out][in]
	scale   float32
	bias    []float32
}

func (d *draft) add(name, kind string, shape []int, parts ...any) {
	var b bytes.Buffer
	for _, p := range parts {
		b.Write(make([]byte, -b.Len()&63)) // of the parts, only those of rows8 need it
		if err := binary.Write(&b, binary.LittleEndian, p); err != nil {
			panic(err)
		}
	}
	d.entries = append(d.entries, map[string]any{"name": name, "kind": kind, "shape": shape, "offset": len(d.data), "bytes": b.Len()})
	d.data = append(append(d.data, b.Bytes()...), make([]byte, -b.Len()&63)...)
}

func (d *draft) file() []byte {
	header, err := json.Marshal(map[string]any{"meta": d.meta, "tensors": d.entries})
	if err != nil {
		panic(err)
	}
	out := binary.LittleEndian.AppendUint32([]byte("readnn\x00\x01"), uint32(len(header)))
	out = append(out, header...)
	return append(append(out, make([]byte, -len(out)&63)...), d.data...)
}

// float adds numbers around a mean.
func (d *draft) float(name string, mean, size float64, shape ...int) {
	n := 1
	for _, s := range shape {
		n *= s
	}
	v := random(d.random, n, size)
	for i := range v {
		v[i] += float32(mean)
	}
	d.floats[name] = v
	d.add(name, "f32", shape, v)
}

func (d *draft) norm(name string, n int) {
	d.float(name+".g", 1, 0.2, n)
	d.float(name+".b", 0, 0.2, n)
}

// linear adds a layer whose rows keep the size of what goes in.
func (d *draft) linear(name string, out, in int) {
	l := layer{out, in, d.bytes(out * in), float32(1 / (73 * math.Sqrt(float64(in)))), random(d.random, out, 0.5)}
	d.layers[name] = l
	full := (out + 47) / 48 * 48
	panels, columns := make([]int8, full*in), make([]uint32, 3*full)
	for r := range out {
		p, c, sum := r/48, r%48, int32(0)
		for i, v := range l.weights[r*in:][:in] {
			panels[p*48*in+i/4*4*48+c*4+i%4] = v
			sum += int32(v)
		}
		columns[p*144+c] = uint32(-128 * sum)
		columns[p*144+48+c] = math.Float32bits(l.scale)
		columns[p*144+96+c] = math.Float32bits(l.bias[r])
	}
	d.add(name, "q8", []int{out, in}, panels, columns)
}

// bytes are weights from -127 to 127, one of these in any stretch of 16.
func (d *draft) bytes(n int) []int8 {
	out := make([]int8, n)
	for i := range out {
		out[i] = int8(d.random.IntN(255) - 127)
		if i%16 == 0 {
			out[i] = int8(127 - 254*d.random.IntN(2))
		}
	}
	return out
}

// The sizes of the network for tests.
const (
	vocabulary = 50
	positions  = 64
	features   = 32
)

var (
	tags      = []string{"O", "B-person", "I-person", "B-place", "I-place"}
	upos      = []string{"NOUN", "VERB", "X"}
	relations = []string{"dep", "nsubj", "obj", "root"}
)

// newDraft is a network with random weights; without leaves tensors out.
func newDraft(seed uint64, without ...string) *draft {
	d := &draft{
		random: rand.New(rand.NewPCG(seed, 7)),
		meta:   map[string]any{"layers": 1, "tags": tags, "upos": upos, "relations": relations},
		layers: map[string]layer{}, floats: map[string][]float32{},
	}
	scale := slices.Repeat([]float32{0.001}, vocabulary)
	d.add("word", "rows8", []int{vocabulary, hidden}, d.bytes(vocabulary*hidden), scale)
	d.float("pos", 0, 0.02, positions, hidden)
	d.float("feat", 0, 0.02, features, hidden)
	for _, n := range []struct {
		name    string
		out, in int
	}{
		{"layer.0.qkv", 3 * hidden, hidden}, {"layer.0.o", hidden, hidden}, {"layer.0.up", 16, hidden}, {"layer.0.down", hidden, 16},
		{"words", 10 * width, hidden}, {"pair_cue", 2 * width, 2 * hidden},
		{"cue_out", 3, width}, {"name_out", len(tags), width}, {"pos_out", len(upos), width}, {"rel_out", len(relations), width},
		{"arc", width, width}, {"link", width, width}, {"out_hid", width, width}, {"out", 5, width},
		{"refine.qkv", 3 * width, width}, {"refine.o", width, width}, {"refine.up", 2 * width, width}, {"refine.down", width, 2 * width},
	} {
		if !slices.Contains(without, n.name) {
			d.linear(n.name, n.out, n.in)
		}
	}
	for _, name := range []string{"norm", "layer.0.n1", "layer.0.n2"} {
		d.norm(name, hidden)
	}
	for _, name := range []string{"pair_norm", "out_norm", "refine.n1", "refine.n2"} {
		d.norm(name, width)
	}
	for _, f := range []struct {
		name  string
		shape []int
	}{
		{"dist", []int{Distances, width}}, {"quo", []int{Quotations, width}}, {"par", []int{Paragraphs, width}},
		{"root", []int{width}}, {"gap", []int{Gaps, 1}}, {"ant_bias", []int{width + 1}}, {"no_ant", []int{width + 1}},
		{"cue_crf.start", []int{3}}, {"cue_crf.trans", []int{3, 3}}, {"pair_crf.start", []int{5}}, {"pair_crf.trans", []int{5, 5}},
	} {
		if !slices.Contains(without, f.name) {
			d.float(f.name, 0, 0.5, f.shape...)
		}
	}
	return d
}

// load opens the draft.
func (d *draft) load() (*Network, error) {
	w, err := nn.Open(d.file())
	if err != nil {
		return nil, err
	}
	return Load(w)
}
