package tag

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
)

// draft is a file of weights in the making, in the format of internal/nn.
type draft struct {
	random  *rand.Rand
	meta    map[string]any
	entries []map[string]any
	data    []byte
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

func (d *draft) file() string {
	header, err := json.Marshal(map[string]any{"meta": d.meta, "tensors": d.entries})
	if err != nil {
		panic(err)
	}
	out := binary.LittleEndian.AppendUint32([]byte("readnn\x00\x01"), uint32(len(header)))
	out = append(out, header...)
	return string(append(append(out, make([]byte, -len(out)&63)...), d.data...))
}

func (d *draft) float(name string, size float64, shape ...int) {
	n := 1
	for _, s := range shape {
		n *= s
	}
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(d.random.NormFloat64() * size)
		if strings.HasSuffix(name, ".g") {
			v[i]++
		}
	}
	d.add(name, "f32", shape, v)
}

// linear adds a layer whose rows keep the size of what goes in; bias is that of its
// first columns.
func (d *draft) linear(name string, out, in int, bias ...float32) {
	full := (out + 47) / 48 * 48
	panels, columns := make([]int8, full*in), make([]uint32, 3*full)
	for r := range out {
		p, c, sum := r/48, r%48, int32(0)
		for i := range in {
			v := int8(d.random.IntN(255) - 127)
			panels[p*48*in+i/4*4*48+c*4+i%4] = v
			sum += int32(v)
		}
		columns[p*144+c] = uint32(-128 * sum)
		columns[p*144+48+c] = math.Float32bits(float32(1 / (73 * math.Sqrt(float64(in)))))
		if r < len(bias) {
			columns[p*144+96+c] = math.Float32bits(bias[r])
		}
	}
	d.add(name, "q8", []int{out, in}, panels, columns)
}

// chain adds the scores of a chain, very low for what may not be.
func (d *draft) chain(name, start string, follow ...string) {
	scores := func(may string) (out []float32) {
		for _, c := range may {
			v := float32(d.random.NormFloat64())
			if c == '-' {
				v = -1e4
			}
			out = append(out, v)
		}
		return out
	}
	d.add(name+".start", "f32", []int{len(start)}, scores(start))
	d.add(name+".trans", "f32", []int{len(start), len(start)}, scores(strings.Join(follow, "")))
}

// letters is a small vocabulary with the marks where BERT has them.
func letters() []string {
	list := make([]string, 103)
	for i := range list {
		list[i] = fmt.Sprintf("[unused%d]", i)
	}
	list[0], list[100], list[clsPiece], list[sepPiece] = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
	for c := 'a'; c <= 'z'; c++ {
		list = append(list, string(c), "##"+string(c))
	}
	for _, c := range "0123456789.,:;!?'\"“”‘’«»`()-_中" {
		list = append(list, string(c))
	}
	return append(list, strings.Fields("the and he she it said that will not union minister stay go ruiz holt")...)
}

const (
	positions = 352
	hidden    = 384
	width     = 192
)

var (
	tags      = strings.Fields("O B-person I-person B-organisation I-organisation B-place I-place")
	upos      = strings.Fields("ADJ ADP ADV AUX DET NOUN PRON PROPN PUNCT VERB")
	relations = strings.Fields("nsubj obj det case advmod root punct")
)

// newDraft is a network of one layer with random weights. Cues are rare in it, as
// they are in life.
func newDraft(seed uint64) *draft {
	d := &draft{random: rand.New(rand.NewPCG(seed, 3)), meta: map[string]any{"layers": 1, "version": "test/1", "tags": tags, "upos": upos, "relations": relations}}
	vocabulary := strings.Join(letters(), "\n")
	d.add("vocabulary", "text", []int{len(vocabulary)}, []byte(vocabulary))
	words, scale := make([]int8, len(letters())*hidden), make([]float32, len(letters()))
	for i := range words {
		words[i], scale[i/hidden] = int8(d.random.IntN(255)-127), 0.001
	}
	d.add("word", "rows8", []int{len(scale), hidden}, words, scale)
	d.float("pos", 0.02, positions, hidden)
	d.float("feat", 0.02, 32, hidden)
	for _, name := range []string{"norm", "layer.0.n1", "layer.0.n2"} {
		d.float(name+".g", 0.1, hidden)
		d.float(name+".b", 0.1, hidden)
	}
	d.linear("layer.0.qkv", 3*hidden, hidden)
	d.linear("layer.0.o", hidden, hidden)
	d.linear("layer.0.up", 16, hidden)
	d.linear("layer.0.down", hidden, 16)
	d.heads()
	return d
}

func (d *draft) heads() {
	d.linear("words", 10*width, hidden)
	d.linear("pair_cue", 2*width, 2*hidden)
	d.linear("cue_out", 3, width, 1)
	d.linear("name_out", len(tags), width, 1)
	d.linear("pos_out", len(upos), width, 0, 0, 0, 0, 1, 2, 2)
	d.linear("rel_out", len(relations), width, 0, 0, 1)
	for _, name := range []string{"arc", "link", "out_hid", "refine.o"} {
		d.linear(name, width, width)
	}
	d.linear("out", 5, width)
	d.linear("refine.qkv", 3*width, width)
	d.linear("refine.up", 2*width, width)
	d.linear("refine.down", width, 2*width)
	for _, name := range []string{"pair_norm", "out_norm", "refine.n1", "refine.n2"} {
		d.float(name+".g", 0.1, width)
		d.float(name+".b", 0.1, width)
	}
	for name, rows := range []int{26, 9, 5} {
		d.float([]string{"dist", "quo", "par"}[name], 0.1, rows, width)
	}
	d.float("root", 0.5, width)
	d.float("gap", 0.5, 16, 1)
	d.float("ant_bias", 0.1, width+1)
	d.float("no_ant", 0.1, width+1)
	d.chain("cue_crf", "++-", "++-", "+++", "+++")
	d.chain("pair_crf", "++-+-", "++-+-", "+-++-", "+-++-", "++--+", "++--+")
}

var tiny = sync.OnceValues(func() (*Tagger, error) { return NewTagger(newDraft(11).file()) })

func tagger(t testing.TB) *Tagger {
	t.Helper()
	g, err := tiny()
	if err != nil {
		t.Fatal(err)
	}
	return g
}
