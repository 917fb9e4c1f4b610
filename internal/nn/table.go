package nn

import "fmt"

// Table is an embedding table of int8 rows with a scale each.
type Table struct {
	values []int8
	scale  []float32
	rows   int
	dim    int
}

// Table is the rows8 tensor of a name.
func (w *Weights) Table(name string) (*Table, error) {
	t, err := w.find(name, "rows8")
	if err != nil {
		return nil, err
	}
	rows, dim := t.Shape[0], t.Shape[1]
	return &Table{
		values: cast[int8](t.data[:rows*dim]),
		scale:  cast[float32](t.data[roundUp(rows*dim, alignment):]),
		rows:   rows,
		dim:    dim,
	}, nil
}

// Rows is the number of rows, Dim the width of each.
func (t *Table) Rows() int { return t.rows }

// Dim is the width of a row.
func (t *Table) Dim() int { return t.dim }

// Row writes row i into dst, which has Dim numbers. It panics if there is no
// such row.
func (t *Table) Row(dst []float32, i int) {
	if i < 0 || i >= t.rows || len(dst) != t.dim {
		panic(fmt.Sprintf("nn: row %d into %d numbers of a table [%d][%d]", i, len(dst), t.rows, t.dim))
	}
	scale := t.scale[i]
	for j, v := range t.values[i*t.dim:][:t.dim] {
		dst[j] = float32(float32(v) * scale)
	}
}
