package head

import (
	"math"
	"slices"
)

// plain does in float64 what a Window does, from the same vectors of the encoder.
// Like it, it rounds to bytes what goes into a layer, and nothing else.
type plain struct {
	*draft
	vectors [][]float64
}

// of applies a layer to a row.
func (p plain) of(name string, x []float64) []float64 {
	return p.columns(name, 0, p.layers[name].out, x)
}

// columns is n numbers of what a layer gives, from number at on.
func (p plain) columns(name string, at, n int, x []float64) []float64 {
	l, top := p.layers[name], 0.0
	for _, v := range x {
		top = max(top, math.Abs(v))
	}
	out := make([]float64, n)
	for r := range out {
		for i, v := range x {
			out[r] += math.RoundToEven(v*127/top) * float64(l.weights[(at+r)*l.in+i])
		}
		out[r] = out[r]*top/127*float64(l.scale) + float64(l.bias[at+r])
	}
	return out
}

// first are the first layers in the order in which the trainer lays them side by side.
var first = []string{"cue_in", "pair_in", "name_in", "pos_in", "arc_dep", "arc_head", "rel_dep", "rel_head", "ana_in", "ant_in"}

// seen is what one of the first layers says of some pieces.
func (p plain) seen(name string, pieces ...int) [][]float64 {
	var out [][]float64
	for _, i := range pieces {
		out = append(out, p.columns("words", slices.Index(first, name)*width, width, p.vectors[i]))
	}
	return out
}

func bent(x []float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = v * 0.5 * math.Erfc(-v/math.Sqrt2)
	}
	return out
}

// scores is a head of two layers.
func (p plain) scores(in, out string, words []int) (all []float64) {
	for _, x := range p.seen(in, words...) {
		all = append(all, p.of(out, bent(x))...)
	}
	return all
}

func (p plain) arcs(words []int) (all []float64) {
	heads := p.seen("arc_head", words...)
	for _, x := range p.seen("arc_dep", words...) {
		dep := p.of("arc", bent(x))
		for _, h := range heads {
			all = append(all, product(dep, bent(h)))
		}
		all = append(all, product(dep, wide(p.floats["root"])))
	}
	return all
}

func (p plain) relationsTo(words, head []int) (all []float64) {
	for i, w := range words {
		dep, top := p.seen("rel_dep", w)[0], p.seen("rel_head", words[head[i]])[0]
		for k := range dep {
			dep[k] += top[k] + dep[k]*top[k]
		}
		all = append(all, p.of("rel_out", bent(dep))...)
	}
	return all
}

// link is the score of b as the antecedent of a and that of none.
func (p plain) link(a, b, bucket int) (score, none float64) {
	ana, ant := bent(p.seen("ana_in", a)[0]), bent(p.seen("ant_in", b)[0])
	bias, no := wide(p.floats["ant_bias"]), wide(p.floats["no_ant"])
	score = product(p.of("link", ana), ant) + product(ant, bias[:width]) + bias[width] + float64(p.floats["gap"][bucket])
	return score, product(ana, no[:width]) + no[width]
}

func (p plain) roles(words []int, cueFirst, cueLast int, at []Relative) (all []float64) {
	c := p.of("pair_cue", append(append([]float64(nil), p.vectors[words[cueFirst]]...), p.vectors[words[cueLast]]...))
	var z [][]float64
	for i, x := range p.seen("pair_in", words...) {
		d, q, g := p.row("dist", at[i].Distance), p.row("quo", at[i].Quotation), p.row("par", at[i].Paragraph)
		for k := range x {
			x[k] += c[k] + x[k]*c[width+k] + d[k] + q[k] + g[k]
		}
		z = append(z, bent(p.normal("pair_norm", x)))
	}
	z = p.refine(z)
	for _, x := range z {
		all = append(all, p.of("out", bent(p.of("out_hid", p.normal("out_norm", x))))...)
	}
	return all
}

// refine is a transformer layer, its norms in front of each half.
func (p plain) refine(z [][]float64) [][]float64 {
	var qkv [][]float64
	for _, x := range z {
		qkv = append(qkv, p.of("refine.qkv", p.normal("refine.n1", x)))
	}
	for i, x := range z {
		x = sum(x, p.of("refine.o", attended(qkv, i)))
		z[i] = sum(x, p.of("refine.down", bent(p.of("refine.up", p.normal("refine.n2", x)))))
	}
	return z
}

// attended is what four heads of row i take from all rows.
func attended(qkv [][]float64, i int) []float64 {
	const part = width / 4
	out := make([]float64, width)
	for h := 0; h < width; h += part {
		total := 0.0
		for _, row := range qkv {
			w := math.Exp(product(qkv[i][h:][:part], row[width+h:][:part]))
			total += w
			for k := range part {
				out[h+k] += w * row[2*width+h+k]
			}
		}
		for k := range part {
			out[h+k] /= total
		}
	}
	return out
}

func (p plain) normal(name string, x []float64) []float64 {
	mean, variance := 0.0, 0.0
	for _, v := range x {
		mean += v / width
	}
	for _, v := range x {
		variance += (v - mean) * (v - mean) / width
	}
	out := make([]float64, width)
	for i, v := range x {
		out[i] = (v-mean)/math.Sqrt(variance)*float64(p.floats[name+".g"][i]) + float64(p.floats[name+".b"][i])
	}
	return out
}

func (p plain) row(name string, i uint8) []float64 {
	return wide(p.floats[name][int(i)*width:][:width])
}

func wide(x []float32) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = float64(v)
	}
	return out
}

func product(a, b []float64) (s float64) {
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

func sum(a, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] + b[i]
	}
	return out
}
