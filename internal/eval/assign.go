package eval

import (
	"cmp"
	"math"
	"slices"
)

// edge joins row i to column j.
type edge[K comparable] struct{ i, j K }

// assign is the one-to-one matching of most total weight; rows and columns may
// stay alone. All weights are above 0. It is solved component by component,
// which keeps the matrices small.
func assign[K cmp.Ordered](weights map[edge[K]]float64) map[K]K {
	rows, cols := map[K][]K{}, map[K][]K{}
	for e := range weights {
		rows[e.i] = append(rows[e.i], e.j)
		cols[e.j] = append(cols[e.j], e.i)
	}
	done, result := set[K]{}, map[K]K{}
	for _, start := range sortedKeys(rows) {
		if done[start] {
			continue
		}
		left, right := component(start, rows, cols)
		for _, i := range left {
			done[i] = true
		}
		for r, c := range hungarian(costs(left, right, weights)) {
			if c < len(right) && weights[edge[K]{left[r], right[c]}] > 0 {
				result[left[r]] = right[c]
			}
		}
	}
	return result
}

// component is the rows and columns that can be reached from a row, sorted.
func component[K cmp.Ordered](start K, rows, cols map[K][]K) (left, right []K) {
	seenLeft, seenRight := setOf(start), set[K]{}
	for todo := []K{start}; len(todo) > 0; {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, j := range rows[i] {
			if seenRight[j] {
				continue
			}
			seenRight[j] = true
			for _, i := range cols[j] {
				if !seenLeft[i] {
					seenLeft[i] = true
					todo = append(todo, i)
				}
			}
		}
	}
	return sortedKeys(seenLeft), sortedKeys(seenRight)
}

// costs is the matrix of negated weights, with one more column of cost 0 for
// each row, so that a row can stay alone.
func costs[K cmp.Ordered](left, right []K, weights map[edge[K]]float64) [][]float64 {
	matrix := make([][]float64, len(left))
	for r, i := range left {
		matrix[r] = make([]float64, len(right)+len(left))
		for c, j := range right {
			matrix[r][c] = -weights[edge[K]{i, j}]
		}
	}
	return matrix
}

// hungarian gives each row the column that makes the total cost least. It is
// the Hungarian method with shortest augmenting paths (Kuhn 1955; Jonker and
// Volgenant 1987): u and v are the potentials of rows and columns, and column 0
// is a place outside the matrix from which each path starts. There must be at
// least as many columns as rows.
func hungarian(cost [][]float64) []int {
	n, m := len(cost), len(cost[0])
	u, v, owner := make([]float64, n+1), make([]float64, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		owner[0] = i
		low, used, way := slices.Repeat([]float64{math.Inf(1)}, m+1), make([]bool, m+1), make([]int, m+1)
		j0 := 0
		for {
			used[j0] = true
			delta, j1 := math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := cost[owner[j0]-1][j-1] - u[owner[j0]] - v[j]; c < low[j] {
					low[j], way[j] = c, j0
				}
				if low[j] < delta {
					delta, j1 = low[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[owner[j]] += delta
					v[j] -= delta
				} else {
					low[j] -= delta
				}
			}
			if j0 = j1; owner[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			owner[j0] = owner[way[j0]]
			j0 = way[j0]
		}
	}
	column := make([]int, n)
	for j := 1; j <= m; j++ {
		if owner[j] > 0 {
			column[owner[j]-1] = j - 1
		}
	}
	return column
}
