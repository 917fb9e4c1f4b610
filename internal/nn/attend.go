package nn

import "fmt"

// attention is the memory of Attend. Queries, keys and values are words, each row
// of each with a scale of its own.
type attention struct {
	rows   []int16   // [n filled up][3][hidden]: queries, keys, values
	scale  []float32 // of them, [n][3]
	keys   []int16   // turned: [hidden/2][filled][2]
	values []int16   // pairs of rows: [n/2][hidden][2]

	queryScale, keyScale, valueScale []float32

	scores  []float32 // of 8 queries, [8][filled]
	weights []int16   // [8][filled]
	mixed   []float32 // the last rows of a sequence, [8][hidden]
	ones    []float32
	undo    [tileRows]float32
}

// Attend is scaled dot-product attention within one sequence of n pieces: qkv is
// [n][3·heads·width], queries, keys and values side by side, and ctx is
// [n][heads·width]. The factor 1/√width is in the queries already. width is a
// multiple of 16 up to 128, heads·width one of 32, and n is at most 32768.
//
// Queries, keys and values are rounded to 13 bits and multiplied exactly.
func Attend(s *Scratch, ctx, qkv []float32, heads, width int) {
	hidden := heads * width
	if width%16 != 0 || width > 128 || hidden%32 != 0 || hidden == 0 ||
		len(ctx)%hidden != 0 || len(qkv) != 3*len(ctx) || len(ctx)/hidden > 1<<15 {
		panic(fmt.Sprintf("nn: attention of %d heads of %d on %d numbers into %d", heads, width, len(qkv), len(ctx)))
	}
	n := len(ctx) / hidden
	if n == 0 {
		return
	}
	most := s.prepare(qkv, n, hidden)
	whole := n / tileRows * tileRows
	for h := 0; h < hidden; h += width {
		for r := 0; r < whole; r += tileRows {
			s.attendRows(ctx[r*hidden+h:], r, n, h, hidden, width, most)
		}
	}
	if whole == n {
		return
	}
	mixed := grow(&s.attention.mixed, tileRows*hidden)
	for h := 0; h < hidden; h += width {
		s.attendRows(mixed[h:], whole, n, h, hidden, width, most)
	}
	copy(ctx[whole*hidden:], mixed)
}

// prepare rounds the rows, turns the keys and pairs the values. It returns the
// largest scale of a value.
func (s *Scratch) prepare(qkv []float32, n, hidden int) (most float32) {
	a, filled := &s.attention, roundUp(n, 16)
	rows, scale := grow(&a.rows, filled*3*hidden), grow(&a.scale, 3*n)
	s.kernel().quantise16(rows, scale, qkv, hidden)
	clear(rows[n*3*hidden:])
	keys := grow(&a.keys, filled*hidden)
	s.kernel().turn(keys, filled, rows[hidden:], 3*hidden/2, filled, hidden/2)
	values := grow(&a.values, roundUp(n, 2)*hidden)
	for i := 0; i < n; i += 2 { // the row after the last one is zero
		value := rows[(3*i+2)*hidden:]
		s.kernel().pair(values[i*hidden:], value[:hidden], value[3*hidden:][:hidden])
	}
	q, k, v := grow(&a.queryScale, filled), grow(&a.keyScale, filled), grow(&a.valueScale, filled)
	for i := range n {
		q[i], k[i], v[i] = scale[3*i], scale[3*i+1], scale[3*i+2]
		most = max(most, v[i])
	}
	clear(q[n:])
	clear(k[n:])
	clear(v[n:])
	ones := grow(&a.ones, hidden)
	for i := range ones {
		ones[i] = 1
	}
	return most
}

// attendRows does 8 queries from r of the head whose columns begin at h. Scores
// beyond the n keys are set so low that they weigh nothing.
func (s *Scratch) attendRows(ctx []float32, r, n, h, hidden, width int, most float32) {
	a, filled := &s.attention, roundUp(n, 16)
	scores, weights := grow(&a.scores, tileRows*filled), grow(&a.weights, tileRows*filled)
	s.kernel().product(scores, filled, a.rows[r*3*hidden+h:], 3*hidden,
		a.keys[h*filled:], filled, width/2, a.queryScale[r:], a.keyScale[:filled])
	for i := range tileRows {
		for j := n; j < filled; j++ {
			scores[i*filled+j] = -3e38
		}
	}
	s.kernel().soften(weights, scores, a.valueScale[:filled], most, a.undo[:])
	s.kernel().product(ctx, hidden, weights, filled, a.values[2*h:], hidden, (n+1)/2, a.undo[:], a.ones[:width])
}
