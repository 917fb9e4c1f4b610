package nn

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestEncoderAgainstFloat64 compares with the same encoder in float64, whose
// activations are not rounded.
func TestEncoderAgainstFloat64(t *testing.T) {
	e := small.encoder(1)
	onEach(t, func(t *testing.T, s *Scratch) {
		r := rand.New(rand.NewPCG(1, 2))
		for _, n := range []int{1, 2, 7, 8, 9, 16, 31, 65, 512} {
			q := small.sequence(r, n)
			got, want := e.Encode(s, []Sequence{q}), e.reference(q)
			mean := 0.0
			for i := range n {
				c := cosine(got[i*e.hidden:][:e.hidden], want[i])
				if !(c > 0.99) {
					t.Errorf("length %d: piece %d has cosine %.4f", n, i, c)
				}
				mean += c / float64(n)
			}
			if mean < 0.998 {
				t.Errorf("length %d: the mean cosine is %.4f", n, mean)
			}
		}
	})
}

func cosine(a []float32, b []float64) float64 {
	var ab, aa, bb float64
	for i := range a {
		x := float64(a[i])
		ab, aa, bb = ab+x*b[i], aa+x*x, bb+b[i]*b[i]
	}
	return ab / math.Sqrt(aa*bb)
}

// reference encodes one sequence in float64.
func (e *Encoder) reference(q Sequence) [][]float64 {
	x := make([][]float64, len(q.IDs))
	for i, id := range q.IDs {
		row := make([]float32, e.hidden)
		e.word.Row(row, int(id))
		for j := range row {
			row[j] += e.position[i*e.hidden+j] + e.feature[int(q.Feats[i])*e.hidden+j]
		}
		x[i] = normal(row, make([]float32, e.hidden), e.gain, e.bias)
	}
	for _, l := range e.layers {
		qkv := make([]float32, 0, 3*e.hidden*len(x))
		for _, row := range x {
			qkv = append(qkv, narrow(l.qkv.exact(row))...)
		}
		ctx, _ := attended(qkv, len(x), e.hidden/headWidth, headWidth)
		for i, row := range x {
			sum := l.out.exact(ctx[i*e.hidden:][:e.hidden])
			row = normal(narrow(sum), narrow(row), l.gain1, l.bias1)
			wide := l.up.exact(row)
			for j, v := range wide {
				wide[j] = v * 0.5 * math.Erfc(-v/math.Sqrt2)
			}
			x[i] = normal(narrow(l.down.exact(wide)), narrow(row), l.gain2, l.bias2)
		}
	}
	return x
}

// exact applies a layer to a row in float64.
func (l *Linear) exact(x []float64) []float64 {
	out := make([]float64, l.out)
	for j := range out {
		p, c := j/panelWidth, j%panelWidth
		column := l.columns[p*3*panelWidth:]
		for i, v := range x {
			out[j] += v * float64(l.weights[p*panelWidth*l.in+i/4*4*panelWidth+4*c+i%4])
		}
		out[j] *= float64(math.Float32frombits(uint32(column[panelWidth+c])))
		out[j] += float64(math.Float32frombits(uint32(column[2*panelWidth+c])))
	}
	return out
}

func narrow(x []float64) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		out[i] = float32(v)
	}
	return out
}

// TestKernelsGiveTheSameBytes is the promise that a reader decides alike on every
// machine.
func TestKernelsGiveTheSameBytes(t *testing.T) {
	e := small.encoder(2)
	r := rand.New(rand.NewPCG(2, 2))
	var seqs []Sequence
	for _, n := range []int{1, 5, 16, 100, 0, 33, 512, 2} {
		seqs = append(seqs, small.sequence(r, n))
	}
	plain, err := NewScratch("plain")
	if err != nil {
		t.Fatal(err)
	}
	want := e.Encode(plain, seqs)
	onEach(t, func(t *testing.T, s *Scratch) { same(t, "vector", e.Encode(s, seqs), want) })
}

// TestBatchesGiveTheSameBytes encodes the same sequences in 10,000 shuffled batches
// and in several goroutines.
func TestBatchesGiveTheSameBytes(t *testing.T) {
	const workers = 4
	rounds := 10_000 / workers
	if testing.Short() {
		rounds /= 100
	}
	e := small.encoder(3)
	r := rand.New(rand.NewPCG(3, 2))
	var seqs []Sequence
	var want [][]float32
	alone := &Scratch{}
	for range 40 {
		q := small.sequence(r, 1+r.IntN(1+r.IntN(70)))
		seqs = append(seqs, q)
		want = append(want, slices.Clone(e.Encode(alone, []Sequence{q})))
	}
	var group sync.WaitGroup
	for worker := range uint64(workers) {
		group.Go(func() {
			s, r := &Scratch{}, rand.New(rand.NewPCG(worker, 3))
			for range rounds {
				batch := r.Perm(len(seqs))[:1+r.IntN(6)]
				checkBatch(t, e, s, seqs, want, batch)
			}
		})
	}
	group.Wait()
}

func checkBatch(t *testing.T, e *Encoder, s *Scratch, seqs []Sequence, want [][]float32, batch []int) {
	var in []Sequence
	for _, i := range batch {
		in = append(in, seqs[i])
	}
	out := e.Encode(s, in)
	for _, i := range batch {
		if !slices.Equal(out[:len(want[i])], want[i]) {
			t.Errorf("sequence %d of a batch of %d differs", i, len(batch))
			return
		}
		out = out[len(want[i]):]
	}
	if len(out) > 0 {
		t.Errorf("%d numbers more than pieces", len(out))
	}
}

// The data of an embedded file may begin anywhere.
func TestUnalignedWeights(t *testing.T) {
	data := small.bytes(4)
	q := small.sequence(rand.New(rand.NewPCG(4, 2)), 20)
	var want []float32
	for shift := range 5 {
		w, err := Open(string(append(make([]byte, shift), data...))[shift:])
		if err != nil {
			t.Fatal(err)
		}
		e, err := NewEncoder(w)
		if err != nil {
			t.Fatal(err)
		}
		got := e.Encode(&Scratch{}, []Sequence{q})
		if want == nil {
			want = got
		}
		same(t, "vector", got, want)
	}
}

func TestEncoderWithoutFeatures(t *testing.T) {
	m := small
	m.features = 0
	e := m.encoder(5)
	q := m.sequence(rand.New(rand.NewPCG(5, 2)), 9)
	q.Feats = nil
	if e.Features() != 0 || len(e.Encode(&Scratch{}, []Sequence{q})) != 9*e.Hidden() {
		t.Error("an encoder without features does not encode")
	}
	if got := e.Encode(&Scratch{}, nil); len(got) != 0 {
		t.Errorf("no sequences give %d numbers", len(got))
	}
}

func TestEncoderPanicsOnLongSequence(t *testing.T) {
	defer func() {
		if s, _ := recover().(string); !strings.Contains(s, "513 pieces") {
			t.Errorf("recovered %q", s)
		}
	}()
	small.encoder(6).Encode(&Scratch{}, []Sequence{{IDs: make([]int32, 513)}})
}

func TestNewEncoderNamesWhatIsMissing(t *testing.T) {
	w := &writer{meta: map[string]any{"layers": 1}}
	w.rows("word", make([]float32, 2*32), 2, 32)
	w.floats("pos", make([]float32, 64), 2, 32)
	w.floats("norm.g", make([]float32, 32), 32)
	w.floats("norm.b", make([]float32, 32), 32)
	w.linear("layer.0.qkv", make([]float32, 32*32), make([]float32, 32), 32, 32)
	_, err := NewEncoder(must(t)(Open(w.bytes())))
	if err == nil || !strings.Contains(err.Error(), `"layer.0.qkv" has shape [32 32], want [96 32]`) {
		t.Errorf("error is %v", err)
	}
}
