package eval

import "math"

// none stands for no row or no column.
const none = -1

// cheapest joins rows and columns one to one, as many as there are of the
// fewer, so that the total cost is least; it gives each row its column, or
// none. It is the method of shortest augmenting paths for rectangular matrices
// (Crouse 2016, "On implementing 2D rectangular assignment algorithms"), in the
// order of steps of scipy.optimize.linear_sum_assignment: where several
// assignments cost the same, both take the same one.
func cheapest(cost [][]float64) []int {
	if len(cost) == 0 || len(cost[0]) >= len(cost) {
		return newPaths(cost).solve()
	}
	rowOf := newPaths(transposed(cost)).solve()
	column := filled(len(cost), none)
	for j, i := range rowOf {
		column[i] = j
	}
	return column
}

func transposed(matrix [][]float64) [][]float64 {
	t := make([][]float64, len(matrix[0]))
	for j := range t {
		t[j] = make([]float64, len(matrix))
		for i := range matrix {
			t[j][i] = matrix[i][j]
		}
	}
	return t
}

// paths is the search of one assignment: a matrix with at least as many columns
// as rows, what is joined so far, and the duals of rows and columns.
type paths struct {
	cost          [][]float64
	row, column   []float64 // duals
	rowOf, colOf  []int
	from          []int     // the row before a column on the shortest path to it
	length        []float64 // of that path
	inRow, inCol  []bool    // on the tree of the path now sought
	columns, left int
	remaining     []int // columns outside the tree; the first left of them count
}

func newPaths(cost [][]float64) *paths {
	rows, columns := len(cost), 0
	if rows > 0 {
		columns = len(cost[0])
	}
	return &paths{
		cost: cost, row: make([]float64, rows), column: make([]float64, columns),
		rowOf: filled(columns, none), colOf: filled(rows, none),
		from: filled(columns, none), length: make([]float64, columns),
		inRow: make([]bool, rows), inCol: make([]bool, columns),
		columns: columns, remaining: make([]int, columns),
	}
}

func filled(n, value int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = value
	}
	return list
}

// solve joins one row after the other and gives each its column.
func (p *paths) solve() []int {
	for i := range p.cost {
		end, length := p.grow(i)
		p.level(i, length)
		p.join(i, end)
	}
	return p.colOf
}

// grow seeks the shortest path from a row to a column that is not joined yet.
func (p *paths) grow(start int) (end int, length float64) {
	p.left = p.columns
	for n := range p.remaining {
		p.remaining[n] = p.columns - n - 1 // from the last, so that equal costs join like with like
		p.length[n] = math.Inf(1)
		p.inCol[n] = false
	}
	clear(p.inRow)
	for i := start; ; i = p.rowOf[end] {
		p.inRow[i] = true
		end, length = p.nearest(i, length)
		p.inCol[end] = true
		if p.rowOf[end] == none {
			return end, length
		}
	}
}

// nearest updates the paths over row i, and takes the nearest column out of
// those that remain; among equals one that is not joined.
func (p *paths) nearest(i int, length float64) (int, float64) {
	index, lowest := none, math.Inf(1)
	for n, j := range p.remaining[:p.left] {
		if l := length + p.cost[i][j] - p.row[i] - p.column[j]; l < p.length[j] {
			p.from[j], p.length[j] = i, l
		}
		if p.length[j] < lowest || p.length[j] == lowest && p.rowOf[j] == none {
			index, lowest = n, p.length[j]
		}
	}
	j := p.remaining[index]
	p.left--
	p.remaining[index] = p.remaining[p.left]
	return j, lowest
}

// level updates the duals after a path of that length has been found.
func (p *paths) level(start int, length float64) {
	p.row[start] += length
	for i, in := range p.inRow {
		if in && i != start {
			p.row[i] += length - p.length[p.colOf[i]]
		}
	}
	for j, in := range p.inCol {
		if in {
			p.column[j] -= length - p.length[j]
		}
	}
}

// join turns the joins along the path from the row to the column.
func (p *paths) join(start, end int) {
	for j := end; ; {
		i := p.from[j]
		p.rowOf[j] = i
		j, p.colOf[i] = p.colOf[i], j
		if i == start {
			return
		}
	}
}
